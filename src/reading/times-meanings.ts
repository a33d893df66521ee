import type { TimeMeaning, TimeUnit } from '../types.js'
import type { ClassOf, Value } from './times-rules.js'

/** What the codebook's rules may mean; each has a function below that fills in the words of the text. */
export const MEANS = [
  'nothing',
  'date',
  'iso-date',
  'date-range',
  'year',
  'year-words',
  'year-range',
  'year-end',
  'weekday',
  'weekend',
  'offset',
  'ago',
  'within',
  'season',
  'quarter',
  'decade',
  'century',
  'daypart',
  'clock',
  'event',
  'vague',
  'set',
  'duration',
  'named',
] as const

/** The values that a matched pattern caught, in order, and those that its rule gives. */
export class Caught {
  constructor(
    readonly classes: readonly ClassOf[],
    readonly gives: Readonly<Record<string, Value>>,
  ) {}

  value(name: string, nth = 0): Value | null {
    return this.classes.filter((c) => c.name === name)[nth]?.value ?? this.gives[name] ?? null
  }

  number(name: string, nth = 0): number | null {
    const value = this.value(name, nth)
    return value === null ? null : Number(value)
  }

  text(name: string): string | null {
    const value = this.value(name)
    return value === null ? null : String(value)
  }

  /** All figures and number words added up: "twenty-five" is 25; without any, 1 ("a week"). */
  amount(): number {
    const parts = this.classes.filter((c) => c.name === 'number' || c.name === 'tens')
    const half = this.number('half') ?? 0
    if (parts.length === 0) return (1 + half) * (this.number('scale') ?? 1)
    return (parts.reduce((sum, part) => sum + Number(part.value), 0) + half) * (this.number('scale') ?? 1)
  }

  turn(): -1 | 0 | 1 | null {
    return sign(this.number('turn'))
  }

  unit(): TimeUnit {
    return (this.text('unit') ?? this.text('units') ?? this.text('period') ?? 'day') as TimeUnit
  }
}

const sign = (value: number | null) => (value === null ? null : (Math.sign(value) as -1 | 0 | 1))
const two = (n: number) => String(n).padStart(2, '0')
const full = (edtf: string): TimeMeaning => ({ kind: 'full', edtf })
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isDay = (month: number, day: number) => month >= 1 && month <= 12 && day >= 1 && day <= DAYS[month - 1]!

/** The meaning of a matched pattern; null where the words are no time after all ("31 June").
 *  @param means which of MEANS the rule names
 *  @param caught the values in the matched words */
export function meaningOf(means: (typeof MEANS)[number], caught: Caught): TimeMeaning | null {
  return BUILD[means](caught)
}

const BUILD: Record<(typeof MEANS)[number], (c: Caught) => TimeMeaning | null> = {
  nothing: () => null,
  date,
  'iso-date': isoDate,
  'date-range': dateRange,
  year: (c) => full(String(c.number('year'))),
  'year-words': (c) => full(String(c.number('century')! + (c.classes.length ? c.amount() : 0))),
  'year-range': yearRange,
  'year-end': (c) => ({ kind: 'part', part: 'late', of: offset((c.text('unit') ?? 'year') as TimeUnit, 0) }),
  weekday: (c) => ({ kind: 'weekday', day: c.number('weekday')!, turn: c.turn() }),
  weekend: (c) => ({ kind: 'weekend', turn: c.turn() }),
  offset: (c) => offset(c.unit(), c.number('amount') ?? c.turn() ?? 0),
  ago,
  within,
  season,
  quarter,
  decade: (c) => full(`[${c.number('decade')}..${c.number('decade')! + 9}]`),
  century: (c) => full(`[${c.number('nth')! * 100 - 99}..${c.number('nth')! * 100}]`),
  daypart,
  clock,
  event: (c) => ({
    kind: 'from-event',
    of: c.text('of') === 'event' ? 'event' : 'date',
    direction: sign(c.number('direction'))!,
    unit: c.unit(),
    amount: saidAmount(c),
  }),
  vague: (c) => ({ kind: 'vague', when: c.text('when') as 'past' | 'now' | 'future' }),
  set,
  duration: (c) => ({ kind: 'duration', iso: c.text('iso') ?? iso(c.unit(), saidAmount(c)) }),
  named: (c) => ({ kind: 'named', name: c.text('name')!, edtf: c.text('edtf')! }),
}

const hasNumber = (c: Caught) => c.classes.some((x) => x.name === 'number' || x.name === 'tens')

/** The amount where one is said; null for "days", "a few days", "three to five days". */
function saidAmount(c: Caught): number | null {
  const figures = c.classes.filter((x) => x.name === 'number').length
  if (figures > 1) return null
  if (c.classes.some((x) => x.name === 'units') && !hasNumber(c) && !c.value('scale')) return null
  return c.amount()
}

const offset = (unit: TimeUnit, amount: number): TimeMeaning => ({
  kind: 'offset',
  unit,
  amount,
  about: false,
  calendar: true,
})

/** Day, month and year as far as they are said. */
function date(c: Caught): TimeMeaning | null {
  const month = c.number('month')!
  const day = c.number('day') ?? dayInWords(c)
  const year = c.number('year')
  if (day !== null && !isDay(month, day)) return null
  if (year !== null) return full(`${year}-${two(month)}${day === null ? '' : `-${two(day)}`}`)
  const counted = c.classes.findIndex((x) => x.name === 'turn') > 0
  return { kind: 'month', month, day, turn: counted ? null : c.turn(), years: counted ? c.turn() : null }
}

function dayInWords(c: Caught): number | null {
  const nth = c.number('nth')
  return nth === null ? null : nth + (c.number('tens') ?? 0)
}

function isoDate(c: Caught): TimeMeaning | null {
  const [month, day] = [c.number('day', 0)!, c.number('day', 1)!]
  return isDay(month, day) ? full(`${c.number('year')}-${two(month)}-${two(day)}`) : null
}

/** "from 3 to 5 June 2024". */
function dateRange(c: Caught): TimeMeaning | null {
  const [month, from, to, year] = [
    c.number('month')!,
    c.number('day', 0)!,
    c.number('day', 1)!,
    c.number('year'),
  ]
  if (from >= to || !isDay(month, to)) return null
  const at = (day: number): TimeMeaning =>
    year === null
      ? { kind: 'month', month, day, turn: null, years: null }
      : full(`${year}-${two(month)}-${two(day)}`)
  return { kind: 'range', from: at(from), to: at(to), some: false }
}

/** "2019-20", "1975-1979". */
function yearRange(c: Caught): TimeMeaning | null {
  const from = c.number('year')!
  const to = c.number('year', 1) ?? Math.floor(from / 100) * 100 + c.number('yy')!
  return to > from ? full(`${from}/${to}`) : null
}

function ago(c: Caught): TimeMeaning {
  const amount = c.amount() * c.number('side')!
  return { kind: 'offset', unit: c.unit(), amount, about: !Number.isInteger(amount), calendar: false }
}

function within(c: Caught): TimeMeaning {
  const single = c.classes.some((x) => x.name === 'period')
  const side = c.number('side') === 1 ? 1 : -1
  return { kind: 'within', unit: c.unit(), amount: c.number('amount') ?? (single ? 1 : saidAmount(c)), side }
}

const SEASONS: Record<string, readonly [number, number]> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  winter: [12, 2],
}

function season(c: Caught): TimeMeaning {
  const [from, to] = SEASONS[c.text('season')!]!
  return { kind: 'season', from, to, year: c.number('year'), turn: c.turn() }
}

function quarter(c: Caught): TimeMeaning | null {
  const months = c.number('months')!
  const nth = c.number('nth') ?? 12 / months
  if (nth * months > 12) return null
  return {
    kind: 'season',
    from: (nth - 1) * months + 1,
    to: nth * months,
    year: c.number('year'),
    turn: c.turn(),
  }
}

function daypart(c: Caught): TimeMeaning {
  const amount = c.number('amount')
  return {
    kind: 'time',
    value: c.text('part') ?? c.text('daypart')!,
    day: amount === null ? null : offset('day', amount),
  }
}

/** "10:41 GMT", "5 p.m.", "0100 UTC", as hours and minutes of the day. */
function clock(c: Caught): TimeMeaning | null {
  const said = c.text('clock') ?? c.text('hhmm') ?? c.text('day') ?? c.text('number')!
  const [, hours, minutes] = /^(\d\d?)(?::?(\d\d))?$/.exec(said)!
  const half = c.text('half')
  const hour = (Number(hours) % (half ? 12 : 25)) + (half === 'pm' ? 12 : 0)
  if (hour > 24 || Number(minutes ?? 0) > 59) return null
  return { kind: 'time', value: `${two(hour)}:${minutes ?? '00'}`, day: null }
}

function set(c: Caught): TimeMeaning {
  const day = c.number('weekday') ?? c.number('weekdays')
  const month = c.number('month')
  if (day !== null) return { kind: 'set', iso: `XXXX-WXX-${day}` }
  if (month !== null) return { kind: 'set', iso: `XXXX-${two(month)}` }
  return { kind: 'set', iso: c.text('iso') ?? iso(c.unit(), c.amount()) }
}

const LETTERS: Record<TimeUnit, readonly [string, number]> = {
  minute: ['M', 1],
  hour: ['H', 1],
  day: ['D', 1],
  week: ['W', 1],
  month: ['M', 1],
  quarter: ['M', 3],
  year: ['Y', 1],
  decade: ['Y', 10],
  century: ['Y', 100],
}

/** Letters that TimeML uses where no amount is said. */
const UNSAID: Partial<Record<TimeUnit, string>> = { quarter: 'Q', decade: 'E', century: 'C' }

/** What halves of a unit are said in. */
const FINER: Partial<Record<TimeUnit, readonly [string, number]>> = {
  minute: ['S', 60],
  hour: ['M', 60],
  year: ['M', 12],
}

/** ISO 8601 duration as TimeML writes it, X for an amount not said: iso('week', 3) is "P3W". */
export function iso(unit: TimeUnit, amount: number | null): string {
  const [letter, times] = LETTERS[unit]
  const head = unit === 'minute' || unit === 'hour' ? 'PT' : 'P'
  if (amount === null) return `${head}X${UNSAID[unit] ?? letter}`
  const finer = FINER[unit]
  const rest = amount - Math.floor(amount)
  if (!finer || rest === 0) return `${head}${amount * times}${letter}`
  const whole = amount < 1 ? '' : `${Math.floor(amount)}${letter}`
  return `${head}${whole}${Math.round(rest * finer[1])}${finer[0]}`
}
