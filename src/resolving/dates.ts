import type { DateFrom, Reason, TimeMeaning } from '../types.js'
import { count } from './dates-count.js'
import type { Counted } from './dates-counted.js'
import { dayNumber, days } from './edtf.js'

/** What a time expression is counted from. */
export interface Anchor {
  /** EDTF of the day of publication, or null when neither the report nor another tells it. */
  readonly published: string | null
  /** Whose publication day that is. */
  readonly from: 'publication' | 'other-report'
  /** Tense of the verb that the time goes with. */
  readonly tense: 'past' | 'present' | 'future' | null
  /**
   * Another event that "two days later" is counted from. is: whether that is the event after the connective ("days
   * after X", the default) or the one of this clause, and X is sought.
   */
  readonly event?: { readonly date: string; readonly is?: 'reference' | 'clause' }
  /**
   * Dates that the text told before these words, the last one last (see told.ts); "two days later" counts from them.
   */
  readonly told?: readonly string[]
  /** Of these, those of the same sentence and the one before it. */
  readonly near?: readonly string[]
}

export type Precision = 'day' | 'week' | 'month' | 'season' | 'year' | 'decade' | 'span' | null

/** A time expression counted out. */
export interface Resolved {
  /** Null where the words date nothing, or nothing is known to count them from. */
  readonly edtf: string | null
  readonly from: DateFrom | null
  readonly reason: Reason
  readonly precision: Precision
  /** The date lies outside the news window: more than 7 days before publication, or too coarse to be the news. */
  readonly background: boolean
}

const WINDOW = 7

/**
 * Counts a time expression out to a date.
 * @param meaning what findTimes made of the words
 * @param anchor what they are counted from
 * @param words the words themselves, for the reason
 * @returns EDTF; of what it leaves open: a decade is `[1990..1999]` (some year within), a week
 *   `[2025-10-20..2025-10-26]`, a season or quarter `[2025-06..2025-08]`; a thing that lasted is `1975/1979`
 * @example resolveTime({ kind: 'weekday', day: 1, turn: null }, { published: '2025-10-27', from: 'publication',
 *   tense: 'past' }, 'Monday') has edtf '2025-10-27'
 */
export function resolveTime(meaning: TimeMeaning, anchor: Anchor, words = ''): Resolved {
  const counted = count(meaning, anchor)
  return {
    edtf: counted.edtf,
    from: counted.edtf === null ? null : sourceOf(meaning, anchor),
    reason: { rule: counted.rule, words },
    precision: counted.edtf === null ? null : counted.precision,
    background: isBackground(meaning, counted, anchor),
  }
}

/** Where a date comes from: one part that was counted makes the whole counted. */
function sourceOf(meaning: TimeMeaning, anchor: Anchor): DateFrom {
  if (meaning.kind === 'from-event') return 'other-event'
  const parts = partsOf(meaning)
  if (parts.length > 0) return parts.map((part) => sourceOf(part, anchor)).find((s) => s !== 'said') ?? 'said'
  if (meaning.kind === 'named') return 'named-period'
  const said = meaning.kind === 'full' || (meaning.kind === 'season' && meaning.year !== null)
  return said ? 'said' : anchor.from
}

function partsOf(meaning: TimeMeaning): TimeMeaning[] {
  if (meaning.kind === 'range') return [meaning.from, meaning.to].filter((m) => m !== null)
  if (meaning.kind === 'part') return [meaning.of]
  return meaning.kind === 'time' && meaning.day ? [meaning.day] : []
}

function isBackground(meaning: TimeMeaning, counted: Counted, anchor: Anchor): boolean {
  const bounds = counted.edtf === null ? null : days(counted.edtf)
  const published = anchor.published === null ? null : days(anchor.published)
  if (!bounds || !published) return isOldByWords(meaning)
  if (bounds[0] > published[1]) return false
  if (counted.precision !== 'day' && counted.precision !== 'week' && counted.precision !== 'span') return true
  return dayNumber(bounds[0]) < dayNumber(published[0]) - WINDOW && !touchesNow(meaning, bounds, published)
}

/** "this week" and "in recent days" hold the news though they may begin more than 7 days before it. */
function touchesNow(
  meaning: TimeMeaning,
  bounds: readonly [string, string],
  published: readonly [string, string],
) {
  const recent = meaning.kind === 'within' && meaning.unit === 'day' && meaning.amount === null
  const current = meaning.kind === 'offset' && meaning.amount === 0
  return (recent || current) && bounds[1] >= published[0]
}

/** Without a date to go by: months, years and "in the past" are background, days and "now" are not. */
function isOldByWords(meaning: TimeMeaning): boolean {
  const part = partsOf(meaning)[0]
  if (meaning.kind === 'range') return meaning.from !== null
  if (part) return isOldByWords(part)
  if (meaning.kind === 'full') return !/^\d{4}-\d\d-\d\d$/.test(meaning.edtf)
  if (meaning.kind === 'offset')
    return meaning.amount < 0 && meaning.unit !== 'day' && meaning.unit !== 'hour'
  if (meaning.kind === 'vague') return meaning.when === 'past'
  if (meaning.kind === 'within') return meaning.side === -1 && meaning.unit !== 'day'
  if (meaning.kind === 'month') return meaning.day === null
  return ['season', 'named'].includes(meaning.kind)
}
