import { iso as duration } from '../reading/times-meanings.js'
import type { TimeMeaning } from '../types.js'
import type { Anchor } from './dates.js'
import { month, season, weekday, weekend } from './dates-calendar.js'
import {
  type Counted,
  dayOf,
  iso,
  monthOf,
  none,
  type Of,
  precisionOf,
  some,
  type Timex3,
  timex,
} from './dates-counted.js'
import { timexOf } from './dates-names.js'
import { offset, within } from './dates-offset.js'
import { fromEvent } from './dates-told.js'
import { dayNumber, days, fromDayNumber, isoDay } from './edtf.js'

/** Counts a meaning out, whatever its kind. */
export function count(meaning: TimeMeaning, anchor: Anchor): Counted {
  switch (meaning.kind) {
    case 'full':
      return dated(meaning.edtf, 'date as said')
    case 'named':
      return { ...dated(meaning.edtf, `period: ${meaning.name}`), timex: null }
    case 'vague':
      return none(`no date: ${meaning.when}`, timex('DATE', REFERENCES[meaning.when]))
    case 'duration':
      return none('no date: duration', timex('DURATION', meaning.iso))
    case 'set':
      return none('no date: set', timex('SET', meaning.iso))
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

const REFERENCES = { past: 'PAST_REF', now: 'PRESENT_REF', future: 'FUTURE_REF' } as const

const dated = (edtf: string, rule: string): Counted => ({ edtf, precision: precisionOf(edtf), rule })

function fromPublication(
  meaning: Of<'month'> | Of<'weekday'> | Of<'weekend'> | Of<'offset'> | Of<'within'>,
  anchor: Anchor,
): Counted {
  const now = dayOf(anchor)
  if (now === null) return none('nothing to count from')
  if (meaning.kind === 'month') return month(meaning, now, anchor)
  if (meaning.kind === 'weekday') return weekday(meaning, now, anchor)
  if (meaning.kind === 'weekend') return weekend(meaning, now, anchor)
  return meaning.kind === 'offset' ? offset(meaning, now, anchor) : within(meaning, now)
}

const THIRD = { early: 0, mid: 1, late: 2 } as const

/** A third of a month by its days 1 to 10, 11 to 20, 21 to the end; of anything longer by its length. */
function part(meaning: Of<'part'>, anchor: Anchor): Counted {
  const whole = count(meaning.of, anchor)
  const bounds = whole.edtf === null ? null : days(whole.edtf)
  if (!bounds) return whole
  const rule = `${meaning.part} part; ${whole.rule}`
  const name = { timex: timexOf(whole) }
  const third = THIRD[meaning.part]
  if (whole.precision === 'month')
    return { edtf: thirdOfMonth(bounds[0], third), precision: 'span', rule, ...name }
  if (whole.precision === 'year' && bounds[0].slice(0, 4) === bounds[1].slice(0, 4)) {
    const year = Number(bounds[0].slice(0, 4))
    return {
      edtf: some(iso(year, third * 4 + 1), iso(year, third * 4 + 4)),
      precision: 'season',
      rule,
      ...name,
    }
  }
  return { ...thirdOf(bounds, third), rule, ...name }
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
  if (meaning.day === null) return none('no date: time of day', timeOf(meaning, anchor.published))
  const found = count(meaning.day, anchor)
  const day = { ...found, timex: timeOf(meaning, found.edtf ?? found.timex?.value ?? null) }
  const lastNight = meaning.value === 'NI' && meaning.day.kind === 'offset' && meaning.day.amount === -1
  const now = dayOf(anchor)
  if (!lastNight || day.edtf === null || now === null) return day
  return { ...day, edtf: some(day.edtf, now), rule: 'night before publication' }
}

/** TIMEX3 names a time of day with the day it falls on, which without one is that of publication. */
const timeOf = (meaning: Of<'time'>, day: string | null) =>
  day === null ? null : timex('TIME', `${day.slice(0, 10)}T${meaning.value}`)

function range(meaning: Of<'range'>, anchor: Anchor): Counted {
  const past = meaning.to === null && !meaning.some
  const from = meaning.from && count(meaning.from, past ? { ...anchor, tense: 'past' } : anchor)
  const ahead = meaning.from === null && anchor.tense !== 'past'
  const to = meaning.to && count(meaning.to, ahead ? { ...anchor, tense: 'future' } : anchor)
  const name = nameOfRange(meaning, from ?? to)
  if ((from && from.edtf === null) || (to && to.edtf === null)) return none('nothing to count from', name)
  const first = from ? startOf(from.edtf!) : '..'
  const last = to ? endOf(to.edtf!) : '..'
  if (from && to && !days(`${first}/${last}`)) return none('the end lies before the start', name)
  const precision = from && to && from.precision === 'day' && to.precision === 'day' ? 'span' : 'year'
  const rule = [from && `from: ${from.rule}`, to && `until: ${to.rule}`].filter(Boolean).join('; ')
  return { edtf: meaning.some ? openSome(first, last) : `${first}/${last}`, precision, rule, timex: name }
}

/** TIMEX3 leaves "since" and "for" out of the expression: what stays is the time itself. */
function nameOfRange({ from, to }: Of<'range'>, point: Counted | null): Timex3 | null {
  if (from?.kind === 'offset' && !from.calendar && !to)
    return timex('DURATION', duration(from.unit, -from.amount))
  return point && timexOf(point)
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
