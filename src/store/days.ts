/** First and last day of a date, as ISO days that sort as text; both null where there is no date. */
export interface Days {
  readonly first: string | null
  readonly last: string | null
}

/** Where a date without a beginning starts. */
export const BEGINNING = '0000-01-01'
const END = '9999-12-31'

/**
 * The days that a date in EDTF (ISO 8601-2: points, intervals, one-of sets) can fall on.
 * A moment counts as the day that it names in its own zone; an open side reaches to the end of time.
 * Example: `daysOf('2025-07')` is 2025-07-01 to 2025-07-31; `daysOf('[..2024]')` is 0000-01-01 to 2024-12-31.
 */
export function daysOf(edtf: string | null): Days {
  if (edtf === null) return { first: null, last: null }
  const text = edtf.replace(/[[\]{}?~%]/g, '')
  const ends = text.split(text.includes('/') ? '/' : '..')
  return { first: day(ends[0], BEGINNING), last: day(ends.at(-1), END) }
}

function day(point: string | undefined, side: typeof BEGINNING | typeof END): string | null {
  if (!point || point === '..') return side
  const [year, month, date] = point.slice(0, 10).split('-')
  if (!year || !/^[0-9X]{4}$/.test(year)) return null
  const digit = side === END ? '9' : '0'
  const fullMonth = month ?? (side === END ? '12' : '01')
  const fullYear = year.replaceAll('X', digit)
  return `${fullYear}-${fullMonth}-${date ?? (side === END ? lastDay(fullYear, fullMonth) : '01')}`
}

function lastDay(year: string, month: string): string {
  return String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()).padStart(2, '0')
}

/**
 * The stretch that an event counts in: "2025-07", "2024" where its month is not known, "long" over years, "" undated.
 */
export function periodOf(date: string | null): string {
  const { first, last } = daysOf(date)
  if (!first || !last) return ''
  if (first.slice(0, 7) === last.slice(0, 7)) return first.slice(0, 7)
  return first.slice(0, 4) === last.slice(0, 4) ? first.slice(0, 4) : 'long'
}
