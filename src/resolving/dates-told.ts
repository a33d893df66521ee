import { iso as duration } from '../reading/times-meanings.js'
import type { TimeUnit } from '../types.js'
import type { Anchor } from './dates.js'
import { type Counted, dayOf, none, type Of, precisionOf, some, type Timex3, timex } from './dates-counted.js'
import { timexOf } from './dates-names.js'
import { type Bounds, dayNumber, days, fromDayNumber, pad, shift } from './edtf.js'

/** The most days that "days", "weeks" and "months" without a number are taken to be. */
export const UNSAID: Partial<Record<TimeUnit, number>> = { hour: 1, day: 10, week: 62, month: 730 }

type Fits = (bounds: Bounds) => boolean

const isDay: Fits = ([first, last]) => first === last
const isMonth: Fits = ([first, last]) => first.slice(0, 7) === last.slice(0, 7)
const isYear: Fits = ([first, last]) => first.slice(0, 4) === last.slice(0, 4)
/** A quarter or half of a year. */
export const isQuarter: Fits = ([first, last]) =>
  isYear([first, last]) &&
  first.endsWith('-01') &&
  fromDayNumber(dayNumber(last) + 1).endsWith('-01') &&
  ['01-03', '04-06', '07-09', '10-12', '01-06', '07-12'].includes(`${first.slice(5, 7)}-${last.slice(5, 7)}`)

/** The last of the dates told that fits; null where none does. */
export function lastTold(told: readonly string[] | undefined, fits: Fits): string | null {
  const found = told?.findLast((date) => {
    const bounds = days(date)
    return bounds !== null && fits(bounds)
  })
  return found ?? null
}

/** Which of the dates told a unit is counted from: days from a day, a year from a quarter or year before a day. */
function referenceFor(unit: TimeUnit, told: readonly string[] | undefined): string | null {
  if (unit === 'quarter') return lastTold(told, isQuarter)
  if (unit === 'year') return lastTold(told, (b) => isYear(b) && !isDay(b)) ?? lastTold(told, isDay)
  if (unit === 'month') return lastTold(told, isMonth)
  return lastTold(told, isDay)
}

/** "two days later": that far from the event that the words name, or from the last date told. */
export function fromEvent(meaning: Of<'from-event'>, anchor: Anchor): Counted {
  const { unit, amount, of } = meaning
  const date = anchor.event?.date ?? (of === 'date' ? referenceFor(unit, anchor.told) : null)
  const bounds = date === null ? null : days(date)
  if (date === null || !bounds || isOpen(bounds))
    return none('no date of the other event', withoutDate(meaning, anchor))
  const direction = anchor.event?.is === 'clause' ? -meaning.direction : meaning.direction
  if (direction === 0) return sameAs(unit, date, bounds)
  if (unit === 'year' && amount !== null && isQuarter(bounds)) return yearsFrom(date, direction * amount)
  const rule = `${amount ?? 'some'} ${unit} ${direction < 0 ? 'before' : 'after'} ${of === 'date' ? 'the date told' : 'another event'}`
  const edtf = amount === null ? someAway(bounds, direction, unit) : away(bounds, direction * amount, unit)
  if (edtf === null) return none(`no date: ${unit} without a number`, lengthOf(meaning))
  const name = amount === null ? { timex: lengthOf(meaning) } : {}
  return { edtf, precision: unit === 'day' ? 'day' : 'span', rule, ...name }
}

/** TIMEX3 gives "days after the talks" as its length; "a year earlier" with no date told counts from publication. */
function withoutDate(meaning: Of<'from-event'>, anchor: Anchor): Timex3 | null {
  const now = dayOf(anchor)
  const { of, unit, amount, direction } = meaning
  const short = unit === 'minute' || unit === 'hour'
  if (of === 'event' || amount === null || now === null || short) return lengthOf(meaning)
  if (direction === 0)
    return unit === 'year' || unit === 'month' ? timexOf(sameAs(unit, now, [now, now])) : null
  const edtf = away([now, now], direction * amount, unit)
  return edtf === null ? lengthOf(meaning) : timexOf({ edtf, precision: null, rule: '' })
}

/** The length that the words say. */
const lengthOf = ({ unit, amount, direction }: Of<'from-event'>): Timex3 | null =>
  direction === 0 ? null : timex('DURATION', duration(unit, amount))

const isOpen = ([first, last]: Bounds) => first.startsWith('0000') || last.startsWith('9999')

function sameAs(unit: TimeUnit, date: string, bounds: Bounds): Counted {
  const rule = `same ${unit} as told`
  if (unit === 'day') return { edtf: date, precision: precisionOf(date), rule }
  if (unit === 'quarter') return { edtf: date, precision: 'month', rule }
  if (unit !== 'year' && unit !== 'month') return none(rule)
  const cut = unit === 'year' ? 4 : 7
  return { edtf: some(bounds[0].slice(0, cut), bounds[1].slice(0, cut)), precision: unit, rule }
}

/** The same quarter of another year: "a year earlier" in an account of a quarter. */
export function yearsFrom(quarter: string, amount: number): Counted {
  const edtf = quarter.replace(/(?<![\d-])\d{4}/g, (year) => pad(Number(year) + amount))
  const rule = `${Math.abs(amount)} year ${amount < 0 ? 'before' : 'after'} the quarter told`
  return { edtf, precision: 'month', rule }
}

/** "days after": from the next day on; "hours after" may be the same day. */
function someAway([first, last]: Bounds, direction: number, unit: TimeUnit): string | null {
  const most = UNSAID[unit]
  if (most === undefined) return null
  const least = unit === 'hour' ? 0 : 1
  const ends = direction < 0 ? [-most, -least] : [least, most]
  return some(fromDayNumber(dayNumber(first) + ends[0]!), fromDayNumber(dayNumber(last) + ends[1]!))
}

/** What a unit is counted in, how many of it, and how many days the words leave open on either side. */
const STEPS: Readonly<Record<TimeUnit, readonly ['day' | 'month' | 'year', number, number]>> = {
  minute: ['day', 0, 0],
  hour: ['day', 1 / 24, 1],
  day: ['day', 1, 0],
  week: ['day', 7, 3],
  month: ['month', 1, 0],
  quarter: ['month', 3, 0],
  year: ['year', 1, 0],
  decade: ['year', 10, 0],
  century: ['year', 100, 0],
}

function away([first, last]: Bounds, amount: number, unit: TimeUnit): string | null {
  const [step, size, open] = STEPS[unit]
  const [from, to] = [
    shift(first, Math.round(amount * size) - open, step),
    shift(last, Math.round(amount * size) + open, step),
  ]
  return from === null || to === null ? null : some(from, to)
}
