/** Dates as Extended Date/Time Format (ISO 8601-2), the part of it that news needs. */

/** First and last possible day, ISO; an open end is '0000-01-01' or '9999-12-31'. */
export type Bounds = readonly [first: string, last: string]

const FIRST = '0000-01-01'
const LAST = '9999-12-31'
const MS = 86_400_000
const POINT = /^(\d{1,4}X{0,3})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?$/
/** Months of the seasons 21 to 24, quarters 33 to 36 and halves 40, 41 of ISO 8601-2. */
const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  '21': [3, 5],
  '22': [6, 8],
  '23': [9, 11],
  '24': [12, 14],
  '33': [1, 3],
  '34': [4, 6],
  '35': [7, 9],
  '36': [10, 12],
  '40': [1, 6],
  '41': [7, 12],
}

/** The first and last day that an EDTF value allows; null where it cannot be read.
 *  Forgiving: marks of doubt (~ ? %) are passed over, a time of day is cut off.
 *  @example days('2025-02') is ['2025-02-01', '2025-02-28']
 *  @example days('[..2024]') is ['0000-01-01', '2024-12-31'] */
export function days(edtf: string): Bounds | null {
  const plain = edtf.trim().replace(/[~?%]/g, '')
  if (/^[[{].*[\]}]$/.test(plain)) return setBounds(plain.slice(1, -1))
  if (plain.includes('/')) return between(plain.split('/'))
  return point(plain)
}

function setBounds(inner: string): Bounds | null {
  const each = inner
    .split(',')
    .map((item) => (item.includes('..') ? between(item.split('..')) : point(item.trim())))
  const known = each.filter((b) => b !== null)
  if (known.length === 0 || known.length < each.length) return null
  const firsts = known.map((b) => b[0]).sort()
  const lasts = known.map((b) => b[1]).sort()
  return [firsts[0]!, lasts.at(-1)!]
}

function between(ends: readonly string[]): Bounds | null {
  const [from, to] = ends.map((end) => end.trim()) as [string, string]
  if (ends.length !== 2 || (isOpen(from) && isOpen(to))) return null
  const first = isOpen(from) ? FIRST : point(from)?.[0]
  const last = isOpen(to) ? LAST : point(to)?.[1]
  return first && last && first <= last ? [first, last] : null
}

const isOpen = (end: string) => end === '' || end === '..'

function point(text: string): Bounds | null {
  const match = POINT.exec(text)
  if (!match) return null
  const [, year, month, day] = match as unknown as [string, string, string?, string?]
  if (year.length !== 4) return null
  const [low, high] = [year.replaceAll('X', '0'), year.replaceAll('X', '9')]
  if (!month) return [`${low}-01-01`, `${high}-12-31`]
  if (year.includes('X')) return null
  return day ? dayBounds(year, month, day) : monthBounds(Number(year), month)
}

function monthBounds(year: number, month: string): Bounds | null {
  const [from, to] = PARTS[month] ?? [Number(month), Number(month)]
  if (from < 1 || (from > 12 && !PARTS[month])) return null
  return [isoDay(year, from, 1), isoDay(year, to + 1, 0)]
}

function dayBounds(year: string, month: string, day: string): Bounds | null {
  const written = `${year}-${month}-${day}`
  return isoDay(Number(year), Number(month), Number(day)) === written ? [written, written] : null
}

/** A day as ISO; months and days past the end carry over, day 0 is the last of the month before. */
export function isoDay(year: number, month: number, day: number): string {
  const carried = new Date(0)
  carried.setUTCFullYear(year, month - 1, day)
  return carried.toISOString().slice(0, 10)
}

/** Days since 1970-01-01. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / MS)
}

export function fromDayNumber(number: number): string {
  return new Date(number * MS).toISOString().slice(0, 10)
}

/** Whether every day that a allows is one that b allows. False where either cannot be read. */
export function within(a: string, b: string): boolean {
  const [x, y] = [days(a), days(b)]
  return x !== null && y !== null && x[0] >= y[0] && x[1] <= y[1]
}

/** Whether some day fits both. False where either cannot be read. */
export function overlaps(a: string, b: string): boolean {
  const [x, y] = [days(a), days(b)]
  return x !== null && y !== null && x[0] <= y[1] && y[0] <= x[1]
}

/**
 * A day, month or year that many units away, cut to the unit; null for intervals and for what is coarser than the
 * unit.
 * @example shift('2025-10-27', -1, 'month') is '2025-09'
 */
export function shift(edtf: string, amount: number, unit: 'day' | 'month' | 'year'): string | null {
  const cut = { year: 4, month: 7, day: 10 }[unit]
  if (!/^\d{4}(-\d\d){0,2}$/.test(edtf) || !days(edtf) || edtf.length < cut) return null
  const [year, month = 1, day = 1] = edtf.slice(0, cut).split('-').map(Number) as [number, number?, number?]
  if (unit === 'year') return pad(year + amount)
  return isoDay(year, unit === 'month' ? month + amount : month, unit === 'day' ? day + amount : 1).slice(
    0,
    cut,
  )
}

export const pad = (year: number) => String(year).padStart(4, '0')
