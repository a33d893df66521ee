import type { TimeMeaning } from '../types.js'
import type { Anchor } from './dates.js'
import { month, season, weekday, weekend } from './dates-calendar.js'
import { type Counted, dayOf, iso, monthOf, none, type Of, precisionOf, some } from './dates-counted.js'
import { fromEvent, offset, within } from './dates-offset.js'
import { dayNumber, days, fromDayNumber, isoDay } from './edtf.js'

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
