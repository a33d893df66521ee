export type TimeUnit =
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century'

/** What a time expression means before it is counted from a date. See reading/times.ts. */
export type TimeMeaning =
  /** "27 October 2025", "2024", "July 2025", "the 1990s": EDTF, complete as said. */
  | { readonly kind: 'full'; readonly edtf: string }
  /**
   * "October", "27 October", "last July" (turn -1): the year is missing. years: counted years, "July last year" is -1.
   */
  | {
      readonly kind: 'month'
      readonly month: number
      readonly day: number | null
      readonly turn: -1 | 0 | 1 | null
      readonly years: number | null
    }
  /** "Monday", "last Friday" (turn -1), "next Tuesday" (turn 1). 1 = Monday. */
  | { readonly kind: 'weekday'; readonly day: number; readonly turn: -1 | 0 | 1 | null }
  /** "the weekend", "last weekend" (turn -1). */
  | { readonly kind: 'weekend'; readonly turn: -1 | 0 | 1 | null }
  /** "yesterday" (-1 day), "last year" (-1 year), "two weeks ago": a unit counted from now. calendar: "last week" is a
   *  week of the calendar, "a week ago" is not. */
  | {
      readonly kind: 'offset'
      readonly unit: TimeUnit
      readonly amount: number
      readonly about: boolean
      readonly calendar: boolean
    }
  /** "the past three weeks" (side -1), "the coming days" (side 1): some time between now and that many units away.
   *  amount 0 is the current unit, "earlier this year"; null is an amount not said, "recent days". */
  | {
      readonly kind: 'within'
      readonly unit: TimeUnit
      readonly amount: number | null
      readonly side: -1 | 1
    }
  /** "summer", "the third quarter": named part of a year, year given or not. Months 1 to 12, inclusive. */
  | {
      readonly kind: 'season'
      readonly from: number
      readonly to: number
      readonly year: number | null
      readonly turn: -1 | 0 | 1 | null
    }
  /** "early September", "the end of 2024", "late next year": a third of another time. */
  | { readonly kind: 'part'; readonly part: 'early' | 'mid' | 'late'; readonly of: TimeMeaning }
  /** "Tuesday morning", "10:41 GMT": a time of day; day null where none is said. */
  | { readonly kind: 'time'; readonly value: string; readonly day: TimeMeaning | null }
  /**
   * "since 2022" (open end), "until May" (open start), "from 3 to 5 June". null = open. some: "before 2016", "after
   * May", at some time within, rather than all through.
   */
  | {
      readonly kind: 'range'
      readonly from: TimeMeaning | null
      readonly to: TimeMeaning | null
      readonly some: boolean
    }
  /** "the Korean War": EDTF from the codebook. */
  | { readonly kind: 'named'; readonly name: string; readonly edtf: string }
  /**
   * "just days after", "two days earlier", "the same day": counted from elsewhere in the text. direction 1: this
   * clause lies later. of: from the event that the words name ("days after the talks"), or from the last date that was
   * told ("two days later", "the following month", "that year").
   */
  | {
      readonly kind: 'from-event'
      readonly of: 'event' | 'date'
      readonly direction: -1 | 0 | 1
      readonly unit: TimeUnit
      readonly amount: number | null
    }
  /** "recently", "in recent years", "soon", "now": dates nothing. */
  | { readonly kind: 'vague'; readonly when: 'past' | 'now' | 'future' }
  /** "for three days", "every Monday": TIMEX3 duration or set; dates nothing by itself. */
  | { readonly kind: 'duration'; readonly iso: string }
  | { readonly kind: 'set'; readonly iso: string }
