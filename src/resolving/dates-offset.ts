import type { TimeUnit } from '../types.js'
import type { Anchor } from './dates.js'
import { weekdayOf } from './dates-calendar.js'
import { type Counted, iso, monthOf, none, type Of, precisionOf, some } from './dates-counted.js'
import { type Bounds, dayNumber, days, fromDayNumber, pad, shift } from './edtf.js'

const YEARS: Partial<Record<TimeUnit, number>> = { year: 1, decade: 10, century: 100 }

/** "last year" is a unit of the calendar, "two weeks ago" the days around that day. */
export function offset(meaning: Of<'offset'>, now: string): Counted {
  const { unit, amount } = meaning
  const rule =
    amount === 0
      ? `${unit} of publication`
      : `${Math.abs(amount)} ${unit} ${amount < 0 ? 'before' : 'after'} publication`
  const [year, current] = monthOf(now)
  const spread = meaning.about ? Math.max(1, Math.round(Math.abs(amount) / 10)) : 0
  if (unit === 'minute' || unit === 'hour') {
    const away = Math.round((unit === 'hour' ? amount : 0) / 24)
    return { edtf: around(now, away, 1), precision: 'day', rule }
  }
  if (unit === 'day') return { edtf: around(now, amount, spread), precision: 'day', rule }
  if (unit === 'week') return { edtf: week(now, meaning), precision: 'week', rule }
  if (year + amount * (YEARS[unit] ?? 0) < 1000) return none('no date: too long ago to count')
  const edtf = span(unit, year, current, amount, spread)
  return {
    edtf,
    precision: unit === 'month' || unit === 'quarter' ? 'month' : unit === 'year' ? 'year' : 'decade',
    rule,
  }
}

const around = (now: string, amount: number, spread: number) => {
  const middle = dayNumber(now) + Math.round(amount)
  return some(fromDayNumber(middle - spread), fromDayNumber(middle + spread))
}

function week(now: string, { amount, calendar, about }: Of<'offset'>): string {
  if (!calendar) return around(now, amount * 7, about ? 6 : 3)
  const monday = dayNumber(now) - weekdayOf(now) + 1 + amount * 7
  // On a weekend, "last week" is as often the week that is just ending.
  const ending = amount === -1 && weekdayOf(now) >= 6 ? dayNumber(now) - 1 : monday + 6
  return some(fromDayNumber(monday), fromDayNumber(ending))
}

function span(unit: TimeUnit, year: number, current: number, amount: number, spread: number): string {
  if (unit === 'month')
    return some(
      iso(year, current + Math.round(amount) - spread),
      iso(year, current + Math.round(amount) + spread),
    )
  if (unit === 'quarter') {
    const first = Math.floor((current - 1) / 3) * 3 + 1 + amount * 3
    return some(iso(year, first), iso(year, first + 2))
  }
  if (unit === 'year') {
    const middle = year + amount
    return some(pad(Math.ceil(middle - spread)), pad(Math.floor(middle + spread)))
  }
  const size = unit === 'century' ? 100 : 10
  const start = Math.floor(year / size) * size + amount * size
  return some(pad(start), pad(start + size - 1))
}

/** The most days that "days", "weeks" and "months" without a number are taken to be. */
const UNSAID: Partial<Record<TimeUnit, number>> = { hour: 1, day: 10, week: 62, month: 730 }
const LENGTH: Partial<Record<TimeUnit, number>> = {
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 30.5,
  quarter: 91.5,
  year: 365.25,
  decade: 3652.5,
}

export function within(meaning: Of<'within'>, now: string): Counted {
  const rule = `within ${meaning.amount ?? 'some'} ${meaning.unit} ${meaning.side < 0 ? 'before' : 'after'} publication`
  if (meaning.amount === 0) return { edtf: restOf(meaning, now), precision: 'span', rule }
  const length = lengthOf(meaning.unit, meaning.amount)
  if (length === null) return none(`no date: ${meaning.unit} without a number`)
  const other = fromDayNumber(dayNumber(now) + meaning.side * length)
  return { edtf: meaning.side < 0 ? some(other, now) : some(now, other), precision: 'span', rule }
}

function lengthOf(unit: TimeUnit, amount: number | null): number | null {
  if (amount === null) return UNSAID[unit] ?? null
  const length = LENGTH[unit]
  return length === undefined ? null : Math.ceil(length * amount)
}

/** "earlier this year": its first day until now; "later this year": now until its last day. */
function restOf(meaning: Of<'within'>, now: string): string | null {
  const { edtf } = offset(
    { kind: 'offset', unit: meaning.unit, amount: 0, about: false, calendar: true },
    now,
  )
  const bounds = edtf === null ? null : days(edtf)
  if (!bounds) return null
  return meaning.side < 0 ? some(bounds[0], now) : some(now, bounds[1])
}

/** "two days later": that far from the other event; without a number, up to the most that the unit is taken to be. */
export function fromEvent(meaning: Of<'from-event'>, anchor: Anchor): Counted {
  const bounds = anchor.event ? days(anchor.event.date) : null
  if (!bounds || isOpen(bounds)) return none('no date of the other event')
  const direction = anchor.event!.is === 'clause' ? -meaning.direction : meaning.direction
  const { unit, amount } = meaning
  if (direction === 0) return sameAs(unit, anchor.event!.date, bounds)
  const rule = `${amount ?? 'some'} ${unit} ${direction < 0 ? 'before' : 'after'} another event`
  const edtf = amount === null ? someAway(bounds, direction, unit) : away(bounds, direction * amount, unit)
  if (edtf === null) return none(`no date: ${unit} without a number`)
  return { edtf, precision: unit === 'day' ? 'day' : 'span', rule }
}

const isOpen = ([first, last]: Bounds) => first.startsWith('0000') || last.startsWith('9999')

function sameAs(unit: TimeUnit, date: string, bounds: Bounds): Counted {
  const rule = `same ${unit} as another event`
  if (unit === 'day') return { edtf: date, precision: precisionOf(date), rule }
  if (unit !== 'year' && unit !== 'month') return none(rule)
  const cut = unit === 'year' ? 4 : 7
  return { edtf: some(bounds[0].slice(0, cut), bounds[1].slice(0, cut)), precision: unit, rule }
}

/** "days after": from the next day on. */
function someAway([first, last]: Bounds, direction: number, unit: TimeUnit): string | null {
  const most = UNSAID[unit]
  if (most === undefined) return null
  const ends = direction < 0 ? [-most, -1] : [1, most]
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
