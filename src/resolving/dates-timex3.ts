import { iso } from '../reading/times-meanings.js'
import type { TimeMeaning } from '../types.js'
import type { Anchor } from './dates.js'
import { count } from './dates-count.js'
import { dayNumber, days, fromDayNumber } from './edtf.js'

/** A time expression as TimeML writes it. */
export interface Timex3 {
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET'
  readonly value: string
}

type Of<K extends TimeMeaning['kind']> = Extract<TimeMeaning, { kind: K }>

/** The TIMEX3 of a meaning, after the TimeML 1.2.1 guidelines; null for what they do not mark (named periods).
 *  @example toTimex3({ kind: 'offset', unit: 'year', amount: -1, about: false, calendar: true }, anchor) is
 *  { type: 'DATE', value: '2024' } for a report of 2025 */
export function toTimex3(meaning: TimeMeaning, anchor: Anchor): Timex3 | null {
  switch (meaning.kind) {
    case 'named':
      return null
    case 'vague':
      return date({ past: 'PAST_REF', now: 'PRESENT_REF', future: 'FUTURE_REF' }[meaning.when])
    case 'duration':
      return { type: 'DURATION', value: meaning.iso }
    case 'set':
      return { type: 'SET', value: meaning.iso }
    case 'part':
      return toTimex3(meaning.of, anchor)
    case 'within':
      return within(meaning, anchor)
    case 'time':
      return time(meaning, anchor)
    case 'range':
      return range(meaning, anchor)
    case 'from-event':
      return fromEvent(meaning, anchor)
    default:
      return dated(meaning, anchor)
  }
}

const date = (value: string | null): Timex3 | null => (value === null ? null : { type: 'DATE', value })

function within(meaning: Of<'within'>, anchor: Anchor): Timex3 | null {
  if (meaning.amount === 0)
    return toTimex3({ kind: 'offset', unit: meaning.unit, amount: 0, about: false, calendar: true }, anchor)
  return { type: 'DURATION', value: iso(meaning.unit, meaning.amount) }
}

function time(meaning: Of<'time'>, anchor: Anchor): Timex3 | null {
  const day = meaning.day ? count(meaning.day, anchor).edtf : anchor.published
  return day === null ? null : { type: 'TIME', value: `${day.slice(0, 10)}T${meaning.value}` }
}

/** TIMEX3 leaves "since" and "for" out of the expression: what stays is the time itself. */
function range(meaning: Of<'range'>, anchor: Anchor): Timex3 | null {
  const { from, to } = meaning
  if (from?.kind === 'offset' && !from.calendar && !to)
    return { type: 'DURATION', value: iso(from.unit, -from.amount) }
  return toTimex3((from ?? to)!, anchor)
}

function fromEvent(meaning: Of<'from-event'>, anchor: Anchor): Timex3 | null {
  if (meaning.amount === null) return { type: 'DURATION', value: iso(meaning.unit, null) }
  const amount = meaning.amount * meaning.direction
  return toTimex3({ kind: 'offset', unit: meaning.unit, amount, about: false, calendar: false }, anchor)
}

/** A date counted by resolveTime, with TIMEX3's own names for weeks, seasons, quarters and decades. */
function dated(
  meaning: Of<'full'> | Of<'month'> | Of<'weekday'> | Of<'weekend'> | Of<'offset'> | Of<'season'>,
  anchor: Anchor,
): Timex3 | null {
  const { edtf } = count(meaning, anchor)
  const bounds = edtf === null ? null : days(edtf)
  if (edtf === null || !bounds) return null
  if (meaning.kind === 'weekend') return date(`${week(bounds[0])}-WE`)
  if (meaning.kind === 'season') return date(partOfYear(bounds[0].slice(0, 4), meaning.from, meaning.to))
  if (meaning.kind === 'full' && edtf.startsWith('[')) return date(decade(bounds))
  if (meaning.kind === 'offset') return offset(meaning, edtf, bounds)
  return date(edtf)
}

function offset(meaning: Of<'offset'>, edtf: string, bounds: readonly [string, string]): Timex3 | null {
  const middle = fromDayNumber(Math.floor((dayNumber(bounds[0]) + dayNumber(bounds[1])) / 2))
  if (meaning.unit === 'week') return date(meaning.calendar ? week(bounds[0]) : middle)
  if (meaning.unit === 'quarter')
    return date(`${middle.slice(0, 4)}-Q${Math.ceil(Number(middle.slice(5, 7)) / 3)}`)
  if (meaning.unit === 'decade' || meaning.unit === 'century') return date(decade(bounds))
  if (!edtf.startsWith('[')) return date(edtf)
  return date(middle.slice(0, meaning.unit === 'year' ? 4 : meaning.unit === 'month' ? 7 : 10))
}

/** 199 for the 1990s, 19 for the 20th century. */
function decade([first, last]: readonly [string, string]): string {
  return Number(last.slice(0, 4)) - Number(first.slice(0, 4)) > 10 ? first.slice(0, 2) : first.slice(0, 3)
}

function partOfYear(year: string, from: number, to: number): string {
  if (to - from === 5) return `${year}-H${from === 1 ? 1 : 2}`
  if (from % 3 === 1) return `${year}-Q${Math.ceil(to / 3)}`
  const seasons: Readonly<Record<number, string>> = { 3: 'SP', 6: 'SU', 9: 'FA', 12: 'WI' }
  return `${year}-${seasons[from]}`
}

/** The ISO 8601 week of a day: "1998-W03". */
function week(day: string): string {
  const thursday = dayNumber(day) + 3 - ((((dayNumber(day) + 3) % 7) + 7) % 7)
  const year = fromDayNumber(thursday).slice(0, 4)
  const number = Math.floor((thursday - dayNumber(`${year}-01-01`)) / 7) + 1
  return `${year}-W${String(number).padStart(2, '0')}`
}
