/** A report as it comes in: its kept text, in blocks, and what it says of itself. */
import type { Outlet, Standing } from './record.js'

/** Start (inclusive) and end (exclusive) offset in a report's kept text, in UTF-16 code units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A value and the span that says it; span is null when the value was given from outside (an option, a CSV column). */
export interface Located {
  readonly value: string
  readonly span: Span | null
}

/** A stretch of a report's text. Only `title` and `paragraph` hold sentences; only `paragraph` is coded. */
export interface Block extends Span {
  readonly kind:
    | 'title'
    | 'paragraph'
    | 'crosshead'
    | 'byline'
    | 'dateline'
    | 'date'
    | 'caption'
    | 'furniture'
}

/** What a text says of its own standing, and where. */
export interface Notice {
  readonly standing: Exclude<Standing, 'live'>
  /** When an embargo ends, ISO 8601 in UTC; null where the text does not say so. */
  readonly until: string | null
  readonly span: Span
}

/** One text from one outlet. Its text never changes; an edited report is a new revision. */
export interface Report {
  /** Hash of what identifies the report (its address, else outlet, date and text): the same on every machine. */
  readonly id: string
  /** Hash of the kept text. */
  readonly hash: string
  /** The file it came from, as given; row number added for CSV and JSONL ("feed.csv#12"). */
  readonly file: string
  readonly url: string | null
  readonly outlet: Located | null
  /** The outlet as the codebook knows it, by its name or address; absent where it knows neither. */
  readonly press?: Outlet
  /** The agency whose words these are ("Reuters"), from a credit or the dateline. */
  readonly agency: Located | null
  readonly author: Located | null
  readonly title: Located | null
  /** The place a dateline names ("MOSCOW"); its block starts the first paragraph. */
  readonly dateline: Located | null
  /** EDTF: a day, or a moment with its zone. */
  readonly published: Located | null
  /** ISO 639-1, or null when it could not be told. */
  readonly language: string | null
  readonly text: string
  readonly blocks: readonly Block[]
  /** That the text says it was withdrawn, corrected or is under embargo; absent where it says nothing. */
  readonly notice?: Notice
  /** What a reader of the report should know: two dates that do not fit together, for one. */
  readonly notes?: readonly string[]
}
