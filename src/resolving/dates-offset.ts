import { iso as duration } from '../reading/times-meanings.js'
import type { TimeUnit } from '../types.js'
import type { Anchor } from './dates.js'
import { weekdayOf } from './dates-calendar.js'
import { type Counted, iso, monthOf, none, type Of, some, type Timex3, timex } from './dates-counted.js'
import { timexOf } from './dates-names.js'
import { isQuarter, lastTold, UNSAID, yearsFrom } from './dates-told.js'
import { dayNumber, days, fromDayNumber, pad } from './edtf.js'

const YEARS: Partial<Record<TimeUnit, number>> = { year: 1, decade: 10, century: 100 }

/** "last year" is a unit of the calendar, "two weeks ago" the days around that day. */
export function offset(meaning: Of<'offset'>, now: string, anchor: Anchor): Counted {
  const { unit, amount } = meaning
  if (unit === 'year' && amount === -1 && !meaning.calendar) {
    const quarter = lastTold(anchor.near, isQuarter)
    if (quarter) return yearsFrom(quarter, amount)
  }
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
  if (unit === 'week')
    return { edtf: week(now, meaning), precision: 'week', rule, ...nameOfWeek(now, meaning) }
  if (year + amount * (YEARS[unit] ?? 0) < 1000) return none('no date: too long ago to count')
  const edtf = span(unit, year, current, amount, spread)
  const precision = unit === 'month' || unit === 'quarter' ? 'month' : unit === 'year' ? 'year' : 'decade'
  return { edtf, precision, rule, ...(spread > 0 || !Number.isInteger(amount) ? middleOf(edtf, unit) : {}) }
}

/** TIMEX3 has no name for "about"; it takes the middle. */
function middleOf(edtf: string, unit: TimeUnit): Pick<Counted, 'timex'> {
  const bounds = days(edtf)
  if (!bounds) return {}
  const middle = fromDayNumber(Math.floor((dayNumber(bounds[0]) + dayNumber(bounds[1])) / 2))
  return { timex: timex('DATE', middle.slice(0, unit === 'year' ? 4 : unit === 'month' ? 7 : 10)) }
}

/** "two weeks ago" is a day to TIMEX3, "last week" a week. */
function nameOfWeek(now: string, { amount, calendar }: Of<'offset'>): Pick<Counted, 'timex'> {
  return calendar ? {} : { timex: timex('DATE', fromDayNumber(dayNumber(now) + amount * 7)) }
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
  if (meaning.amount === 0) return restOf(meaning, now, rule)
  const length = lengthOf(meaning.unit, meaning.amount)
  const name = nameOf(meaning, now)
  if (length === null) return none(`no date: ${meaning.unit} without a number`, name)
  const other = fromDayNumber(dayNumber(now) + meaning.side * length)
  return {
    edtf: meaning.side < 0 ? some(other, now) : some(now, other),
    precision: 'span',
    rule,
    timex: name,
  }
}

/** TIMEX3 takes "the past year" for the one before, "the past three years" for their length. */
function nameOf({ unit, amount, side }: Of<'within'>, now: string): Timex3 {
  const single = unit === 'year' && amount === 1
  if (single) return timex('DATE', pad(Number(now.slice(0, 4)) + side))
  return timex('DURATION', duration(unit, amount))
}

function lengthOf(unit: TimeUnit, amount: number | null): number | null {
  if (amount === null) return UNSAID[unit] ?? null
  const length = LENGTH[unit]
  return length === undefined ? null : Math.ceil(length * amount)
}

/** "earlier this year": its first day until now; "later this year": now until its last day. */
function restOf({ unit, side }: Of<'within'>, now: string, rule: string): Counted {
  const anchor: Anchor = { published: now, from: 'publication', tense: null }
  const whole = offset({ kind: 'offset', unit, amount: 0, about: false, calendar: true }, now, anchor)
  const bounds = whole.edtf === null ? null : days(whole.edtf)
  if (!bounds) return none(rule)
  const edtf = side < 0 ? some(bounds[0], now) : some(now, bounds[1])
  return { edtf, precision: 'span', rule, timex: timexOf(whole) }
}
