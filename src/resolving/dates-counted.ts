import type { TimeMeaning } from '../types.js'
import type { Anchor, Precision } from './dates.js'
import { days, isoDay } from './edtf.js'

/** A time expression as TimeML writes it. */
export interface Timex3 {
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET'
  readonly value: string
}

/** A date, how precise, and the name of the rule that counted it. */
export interface Counted {
  readonly edtf: string | null
  readonly precision: Precision
  readonly rule: string
  /** What TIMEX3 calls it, where that does not follow from the date; null where TIMEX3 has no name for it. */
  readonly timex?: Timex3 | null
}

/** The meaning of one kind. */
export type Of<K extends TimeMeaning['kind']> = Extract<TimeMeaning, { kind: K }>

export const none = (rule: string, timex: Timex3 | null = null): Counted => ({
  edtf: null,
  precision: null,
  rule,
  timex,
})
export const timex = (type: Timex3['type'], value: string): Timex3 => ({ type, value })
/** Some time from one to the other. */
export const some = (from: string, to: string) => (from === to ? from : `[${from}..${to}]`)

export function precisionOf(edtf: string): Precision {
  if (/^\d{4}-\d\d-\d\d(T.*)?$/.test(edtf)) return 'day'
  if (/^\d{4}-\d\d$/.test(edtf)) return 'month'
  if (/^\d{4}$/.test(edtf)) return 'year'
  return /^\[\d{3}0\.\.\d{3}9\]$/.test(edtf) ? 'decade' : 'span'
}

/** The day of publication; null where it is unknown or no single day. */
export function dayOf(anchor: Anchor): string | null {
  const bounds = anchor.published === null ? null : days(anchor.published)
  return bounds && bounds[0] === bounds[1] ? bounds[0] : null
}

export const isFuture = (anchor: Anchor) => anchor.tense === 'future'
export const monthOf = (day: string) => [Number(day.slice(0, 4)), Number(day.slice(5, 7))] as const
export const iso = (year: number, month: number) => isoDay(year, month, 1).slice(0, 7)
