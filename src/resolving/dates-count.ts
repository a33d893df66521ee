import type { TimeMeaning, TimeUnit } from '../types.js'
import type { Anchor, Precision } from './dates.js'
import { dayNumber, days, fromDayNumber, isoDay, pad } from './edtf.js'

/** A date, how precise, and the name of the rule that counted it. */
export interface Counted {
  readonly edtf: string | null
  readonly precision: Precision
  readonly rule: string
}

type Of<K extends TimeMeaning['kind']> = Extract<TimeMeaning, { kind: K }>

const none = (rule: string): Counted => ({ edtf: null, precision: null, rule })
const some = (from: string, to: string) => (from === to ? from : `[${from}..${to}]`)

/** Counts a meaning out, whatever its kind. */
export function count(meaning: TimeMeaning, anchor: Anchor): Counted {
  switch (meaning.kind) {
    case 'full':
      return { edtf: meaning.edtf, precision: precisionOf(meaning.edtf), rule: 'date as said' }
    case 'named':
      return { edtf: meaning.edtf, precision: precisionOf(meaning.edtf), rule: `period: ${meaning.name}` }
    case 'vague':
      return none(`no date: ${meaning.when}`)
    case 'duration':
    case 'set':
      return none(`no date: ${meaning.kind}`)
    case 'season':
      return season(meaning, anchor)
    case 'part':
      return part(meaning, anchor)
    case 'time':
      return time(meaning, anchor)
    case 'range':
      return range(meaning, anchor)
    case 'from-event':
      return fromEvent(meaning, anchor)
    default:
      return fromPublication(meaning, anchor)
  }
}

function precisionOf(edtf: string): Precision {
  if (/^\d{4}-\d\d-\d\d(T.*)?$/.test(edtf)) return 'day'
  if (/^\d{4}-\d\d$/.test(edtf)) return 'month'
  if (/^\d{4}$/.test(edtf)) return 'year'
  return /^\[\d{3}0\.\.\d{3}9\]$/.test(edtf) ? 'decade' : 'span'
}

function fromPublication(
  meaning: Of<'month'> | Of<'weekday'> | Of<'weekend'> | Of<'offset'> | Of<'within'>,
  anchor: Anchor,
): Counted {
  const now = dayOf(anchor)
  if (now === null) return none('nothing to count from')
  if (meaning.kind === 'month') return month(meaning, now, anchor)
  if (meaning.kind === 'weekday') return weekday(meaning, now, anchor)
  if (meaning.kind === 'weekend') return weekend(meaning, now, anchor)
  return meaning.kind === 'offset' ? offset(meaning, now) : within(meaning, now)
}

/** The day of publication; null where it is unknown or no single day. */
function dayOf(anchor: Anchor): string | null {
  const bounds = anchor.published === null ? null : days(anchor.published)
  return bounds && bounds[0] === bounds[1] ? bounds[0] : null
}

const isFuture = (anchor: Anchor) => anchor.tense === 'future'
const monthOf = (day: string) => [Number(day.slice(0, 4)), Number(day.slice(5, 7))] as const
const iso = (year: number, month: number) => isoDay(year, month, 1).slice(0, 7)

function month(meaning: Of<'month'>, now: string, anchor: Anchor): Counted {
  const year = yearOfMonth(meaning, now, anchor)
  const edtf = meaning.day === null ? iso(year, meaning.month) : isoDay(year, meaning.month, meaning.day)
  const named = meaning.day === null ? 'month' : 'day'
  const way =
    meaning.years !== null
      ? 'of the year said'
      : year === monthOf(now)[0]
        ? 'in the year'
        : 'nearest to the day'
  return { edtf, precision: named, rule: `${named} ${way} of publication` }
}

/** The latest such month (or day) up to publication, the next one in the future; a day without tense is the nearest. */
function yearOfMonth(meaning: Of<'month'>, now: string, anchor: Anchor): number {
  const [year, current] = monthOf(now)
  if (meaning.years !== null) return year + meaning.years
  if (meaning.turn === -1) return meaning.month < current ? year : year - 1
  if (meaning.turn === 1) return meaning.month > current ? year : year + 1
  if (meaning.turn === 0) return year
  const at = (y: number) =>
    meaning.day === null ? iso(y, meaning.month) : isoDay(y, meaning.month, meaning.day)
  const today = meaning.day === null ? now.slice(0, 7) : now
  if (isFuture(anchor)) return at(year) >= today ? year : year + 1
  if (meaning.day !== null && anchor.tense !== 'past') return nearest(year, at, now)
  return at(year) <= today ? year : year - 1
}

function nearest(year: number, at: (year: number) => string, now: string): number {
  const away = (y: number) => Math.abs(dayNumber(at(y)) - dayNumber(now))
  return [year, year - 1, year + 1].sort((a, b) => away(a) - away(b))[0]!
}

/** 1 = Monday. */
const weekdayOf = (day: string) => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1

/** The latest such weekday up to publication, or the next one from it; "last" and "next" leave the day itself out. */
function weekday(meaning: Of<'weekday'>, now: string, anchor: Anchor): Counted {
  const back = (((weekdayOf(now) - meaning.day) % 7) + 7) % 7
  const ahead = (7 - back) % 7
  const forward = meaning.turn === 1 || (meaning.turn !== -1 && isFuture(anchor))
  const strict = meaning.turn === -1 || meaning.turn === 1
  const away = forward ? (strict && ahead === 0 ? 7 : ahead) : -(strict && back === 0 ? 7 : back)
  const rule = away === 0 ? 'weekday of publication' : `weekday ${forward ? 'after' : 'before'} publication`
  return { edtf: fromDayNumber(dayNumber(now) + away), precision: 'day', rule }
}

function weekend(meaning: Of<'weekend'>, now: string, anchor: Anchor): Counted {
  const monday = dayNumber(now) - weekdayOf(now) + 1
  const onIt = weekdayOf(now) >= 6
  const coming = isFuture(anchor) || onIt || (meaning.turn === 0 && anchor.tense !== 'past')
  const ahead = meaning.turn === 1 || (meaning.turn !== -1 && coming)
  const saturday = monday + (ahead ? 5 + (meaning.turn === 1 && onIt ? 7 : 0) : -2)
  const edtf = some(fromDayNumber(saturday), fromDayNumber(saturday + 1))
  return { edtf, precision: 'week', rule: `weekend ${ahead ? 'of' : 'before'} publication` }
}

/** "last year" is a unit of the calendar, "two weeks ago" the days around that day. */
function offset(meaning: Of<'offset'>, now: string): Counted {
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
  return some(fromDayNumber(monday), fromDayNumber(monday + 6))
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

function within(meaning: Of<'within'>, now: string): Counted {
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

function season(meaning: Of<'season'>, anchor: Anchor): Counted {
  const now = dayOf(anchor)
  const rule = meaning.year === null ? 'part of the year nearest to publication' : 'part of a year as said'
  const year = meaning.year ?? (now === null ? null : yearOfSeason(meaning, now, anchor))
  if (year === null) return none('nothing to count from')
  const last = meaning.to < meaning.from ? meaning.to + 12 : meaning.to
  return { edtf: some(iso(year, meaning.from), iso(year, last)), precision: 'season', rule }
}

function yearOfSeason(meaning: Of<'season'>, now: string, anchor: Anchor): number {
  const [year, current] = monthOf(now)
  const isQuarter = meaning.from % 3 === 1
  if (isQuarter && meaning.turn !== null) return year + meaning.turn
  const end = meaning.to < meaning.from ? meaning.to + 12 : meaning.to
  const began = meaning.from <= current
  if (meaning.turn === -1) return end < current ? year : year - 1
  if (meaning.turn === 1) return began ? year + 1 : year
  if (isFuture(anchor)) return end >= current ? year : year + 1
  return began || meaning.turn === 0 ? year : year - 1
}

const THIRD = { early: 0, mid: 1, late: 2 } as const

/** A third of a month by its days 1 to 10, 11 to 20, 21 to the end; of anything longer by its length. */
function part(meaning: Of<'part'>, anchor: Anchor): Counted {
  const whole = count(meaning.of, anchor)
  const bounds = whole.edtf === null ? null : days(whole.edtf)
  if (!bounds) return whole
  const rule = `${meaning.part} part; ${whole.rule}`
  const third = THIRD[meaning.part]
  if (whole.precision === 'month') return { edtf: thirdOfMonth(bounds[0], third), precision: 'span', rule }
  if (whole.precision === 'year' && bounds[0].slice(0, 4) === bounds[1].slice(0, 4)) {
    const year = Number(bounds[0].slice(0, 4))
    return { edtf: some(iso(year, third * 4 + 1), iso(year, third * 4 + 4)), precision: 'season', rule }
  }
  return { ...thirdOf(bounds, third), rule }
}

function thirdOfMonth(first: string, third: number): string {
  const [year, month] = monthOf(first)
  const last = third === 2 ? isoDay(year, month + 1, 0) : isoDay(year, month, third * 10 + 10)
  return some(isoDay(year, month, third * 10 + 1), last)
}

function thirdOf(
  [first, last]: readonly [string, string],
  third: number,
): Pick<Counted, 'edtf' | 'precision'> {
  const [from, to] = [dayNumber(first), dayNumber(last)]
  const at = (n: number) => from + Math.round(((to - from + 1) * n) / 3)
  const [a, b] = [fromDayNumber(at(third)), fromDayNumber(at(third + 1) - 1)]
  if (to - from < 100) return { edtf: some(a, b), precision: 'span' }
  const years = to - from > 1000
  return {
    edtf: years ? some(a.slice(0, 4), b.slice(0, 4)) : some(a.slice(0, 7), b.slice(0, 7)),
    precision: 'season',
  }
}

/** A night reaches into the day after, and "overnight" may be the night before or after midnight. */
function time(meaning: Of<'time'>, anchor: Anchor): Counted {
  if (meaning.day === null) return none('no date: time of day')
  const day = count(meaning.day, anchor)
  const lastNight = meaning.value === 'NI' && meaning.day.kind === 'offset' && meaning.day.amount === -1
  const now = dayOf(anchor)
  if (!lastNight || day.edtf === null || now === null) return day
  return { ...day, edtf: some(day.edtf, now), rule: 'night before publication' }
}

function range(meaning: Of<'range'>, anchor: Anchor): Counted {
  const from = meaning.from && count(meaning.from, anchor)
  const to = meaning.to && count(meaning.to, anchor)
  if ((from && from.edtf === null) || (to && to.edtf === null)) return none('nothing to count from')
  const first = from ? startOf(from.edtf!) : '..'
  const last = to ? endOf(to.edtf!) : '..'
  if (from && to && !days(`${first}/${last}`)) return none('the end lies before the start')
  const precision = from && to && from.precision === 'day' && to.precision === 'day' ? 'span' : 'year'
  const rule = [from && `from: ${from.rule}`, to && `until: ${to.rule}`].filter(Boolean).join('; ')
  return { edtf: meaning.some ? openSome(first, last) : `${first}/${last}`, precision, rule }
}

const openSome = (first: string, last: string) =>
  `[${first === '..' ? '' : first}..${last === '..' ? '' : last}]`

/** The point that a value starts with: of a set or an interval its first, of a point itself. */
const startOf = (edtf: string) => edtf.replace(/^\[/, '').split(/\.\.|\//)[0]!
const endOf = (edtf: string) =>
  edtf
    .replace(/\]$/, '')
    .split(/\.\.|\//)
    .at(-1)!

/** "two days later": that far from the other event; without a number, up to the most that the unit is taken to be. */
function fromEvent(meaning: Of<'from-event'>, anchor: Anchor): Counted {
  const bounds = anchor.event ? days(anchor.event.date) : null
  if (!bounds) return none('no date of the other event')
  const direction = anchor.event!.is === 'clause' ? -meaning.direction : meaning.direction
  const way = direction === 0 ? 'same' : direction < 0 ? 'before' : 'after'
  const rule = `${meaning.amount ?? 'some'} ${meaning.unit} ${way} as another event`
  if (direction === 0) return sameAs(meaning.unit, anchor.event!.date, bounds, rule)
  const most = lengthOf(meaning.unit, meaning.amount)
  if (most === null) return none(`no date: ${meaning.unit} without a number`)
  const least = meaning.amount === null ? 1 : most
  const ends = [direction * least, direction * most].sort((a, b) => a - b) as [number, number]
  return { edtf: moved(bounds, ends, meaning), precision: meaning.unit === 'day' ? 'day' : 'span', rule }
}

function sameAs(unit: TimeUnit, date: string, bounds: readonly [string, string], rule: string): Counted {
  if (unit === 'year')
    return { edtf: some(bounds[0].slice(0, 4), bounds[1].slice(0, 4)), precision: 'year', rule }
  if (unit === 'month')
    return { edtf: some(bounds[0].slice(0, 7), bounds[1].slice(0, 7)), precision: 'month', rule }
  return unit === 'day' ? { edtf: date, precision: precisionOf(date), rule } : none(rule)
}

/** The days of another event moved; months and years keep only what such words are precise to. */
function moved(
  bounds: readonly [string, string],
  [low, high]: readonly [number, number],
  { unit, amount }: Of<'from-event'>,
): string {
  const first = fromDayNumber(dayNumber(bounds[0]) + low)
  const last = fromDayNumber(dayNumber(bounds[1]) + high)
  if (amount === null || unit === 'day' || unit === 'hour') return some(first, last)
  if (unit === 'week') return some(fromDayNumber(dayNumber(first) - 3), fromDayNumber(dayNumber(last) + 3))
  const cut = unit === 'month' || unit === 'quarter' ? 7 : 4
  return some(first.slice(0, cut), last.slice(0, cut))
}
