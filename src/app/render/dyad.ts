import type { Event } from '../../types.js'
import { outletsWords } from './carriers.js'
import { hang, pad, type RenderOptions, usableWidth, wrap } from './layout.js'
import { marksOf } from './lists.js'
import { gapBetween, type Stretch, type Timeline, timelineOf } from './months.js'
import { makePaint, type Paint } from './paint.js'
import { safe } from './safe.js'
import {
  counted,
  dateWords,
  type StateNames,
  sidesWords,
  stateNamesOf,
  typeWords,
  whatWords,
} from './words.js'

const BAR = 10
const LABEL = 16
const INDENT = 2
/** Room for a day; longer dates stand on a line of their own. */
const DATES = 20

interface View {
  readonly names: StateNames
  readonly paint: Paint
  readonly width: number
  /** The greatest sum of any month, for the length of the bars. */
  readonly scale: number
}

/** The events of two states, by how the states stand in them. */
interface Sorted {
  /** From one to the other, or by both together with no third at the receiving end. */
  readonly between: readonly Event[]
  /** What third parties do to both: no event between the two, so not scored. */
  readonly onBoth: readonly Event[]
  /** What both do together to others. */
  readonly byBoth: readonly Event[]
}

/**
 * The timeline of two states (ISO 3166-1 alpha-3): months with their cooperation and conflict, and the events.
 * A month without events is one of which no report was read, never one in which nothing happened.
 * @example renderDyad(['XAR', 'XBO'], events, { width: 80, colour: false })
 */
export function renderDyad(
  pair: readonly [string, string],
  events: readonly Event[],
  options: RenderOptions,
): string {
  const sorted = sortBySides(pair, events)
  const timeline = timelineOf(sorted.between)
  const sums = timeline.stretches.map((stretch) => sumsOf(stretch.events))
  const view: View = {
    names: stateNamesOf(events),
    paint: makePaint(options.colour),
    width: usableWidth(options.width),
    scale: Math.max(1, ...sums.flatMap(({ up, down }) => [up, -down])),
  }
  const lines = [
    ...head(pair, sorted, timeline, view),
    ...body(timeline, view),
    ...apart(sorted, view),
    ...footnote(view),
  ]
  return `${lines.join('\n')}\n`
}

function sortBySides([a, b]: readonly [string, string], events: readonly Event[]): Sorted {
  const has = (side: Event['actor']) => [a, b].filter((state) => side.some((one) => one.country === state))
  const kindOf = (event: Event): keyof Sorted | null => {
    const [acting, receiving] = [has(event.actor), has(event.recipient)]
    if (new Set([...acting, ...receiving]).size < 2) return null
    if (acting.length === 0) return 'onBoth'
    return acting.length === 2 && receiving.length === 0 && event.recipient.length > 0 ? 'byBoth' : 'between'
  }
  const of = (kind: keyof Sorted) => events.filter((event) => kindOf(event) === kind)
  return { between: of('between'), onBoth: of('onBoth'), byBoth: of('byBoth') }
}

/** The scores of what took place, cooperation and conflict apart. */
function sumsOf(events: readonly Event[]): { readonly up: number; readonly down: number } {
  const scores = events.filter(tookPlace).flatMap((event) => event.score ?? [])
  const sum = (list: readonly number[]) => list.reduce((total, score) => total + score, 0)
  return { up: sum(scores.filter((score) => score > 0)), down: sum(scores.filter((score) => score < 0)) }
}

function tookPlace({ aux }: Event): boolean {
  return aux === null || aux === 'historical'
}

function head(
  pair: readonly [string, string],
  { between }: Sorted,
  { stretches }: Timeline,
  { names, paint, width }: View,
): string[] {
  const title = paint.bold(pair.map(names).join(' – '))
  const span = spanWords(stretches)
  const facts = [counted(between.length, 'event'), span].filter((part) => part !== '').join(', ')
  return wrap(`${title}   ${facts}`, width).slice()
}

function spanWords(stretches: readonly Stretch[]): string {
  const [first, last] = [stretches[0]?.when, stretches.at(-1)?.when]
  if (!first || !last) return ''
  return first === last ? dateWords(first) : `${dateWords(first)} to ${dateWords(last)}`
}

function body({ stretches, long, undated }: Timeline, view: View): string[] {
  const months = stretches.flatMap((stretch, i) => [
    ...(i > 0 ? gapLines(stretches[i - 1]!, stretch, view) : []),
    ...stretchLines(stretch, view),
  ])
  return [
    ...months,
    ...group('Over years, or dated no more exactly', long, view),
    ...group('No date given', undated, view),
  ]
}

function gapLines(before: Stretch, after: Stretch, { paint, width }: View): string[] {
  const gap = gapBetween(before, after)
  return gap ? ['', ...wrap(paint.dim(`··· ${gap}: no report read`), width)] : []
}

/** "March 2025", its bars of conflict and cooperation back to back, net and number. */
function stretchLines({ when, events }: Stretch, view: View): string[] {
  const { paint, width } = view
  const { up, down } = sumsOf(events)
  const label = paint.bold(pad(when.length === 4 ? `${when}, no month` : dateWords(when), LABEL))
  const conflict = `${sumWords(down).padStart(6)} ${paint.conflict(bar(-down, view).padStart(BAR))}`
  const cooperation = `${paint.agreed(bar(up, view).padEnd(BAR))} ${sumWords(up).padEnd(5)}`
  const total = `net ${signed(up + down).padEnd(5)} ${counted(events.length, 'event')}`
  const line = `${label}${conflict}│${cooperation} ${total}`
  return ['', ...hang('', line, width), ...events.flatMap((event) => entry(event, view))]
}

function bar(sum: number, { scale }: View): string {
  return '█'.repeat(sum > 0 ? Math.max(1, Math.round((sum / scale) * BAR)) : 0)
}

function sumWords(sum: number): string {
  return sum === 0 ? '' : signed(sum)
}

function signed(score: number): string {
  const rounded = Math.round(score * 10) / 10
  if (rounded === 0) return '0'
  return rounded > 0 ? `+${rounded}` : `−${-rounded}`
}

/** One event: when, who to whom, what; beneath it how well it is known. */
function entry(event: Event, { names, paint, width }: View): string[] {
  const voices = `${counted(event.reports, 'report')} of ${counted(event.origins, 'origin')}`
  const score = event.score !== null && tookPlace(event) ? signed(event.score) : 'not scored'
  const facts = [voices, outletsWords(event.cite_info, names), score, marksOf(event)]
    .filter((part) => part !== '')
    .join(' · ')
  const what = `${paint.accent(typeWords(event))}: ${whatWords(event)}`
  const text = `${sidesWords(event, names)} · ${what} ${paint.dim(`(${facts})`)}`
  const day = ' '.repeat(INDENT) + dayWords(event)
  if (day.length < DATES) return hang(pad(day, DATES), text, width)
  return [...hang('', paint.dim(day.trim()), width, INDENT), ...hang('', text, width, DATES)]
}

function dayWords(event: Event): string {
  return event.date === null ? 'no date' : safe(dateWords(event.date))
}

function group(title: string, events: readonly Event[], view: View): string[] {
  if (events.length === 0) return []
  return ['', view.paint.bold(title), ...events.flatMap((event) => entry(event, view))]
}

function apart({ onBoth, byBoth }: Sorted, view: View): string[] {
  const unscored = onBoth.map((event) => ({ ...event, score: null }))
  return [
    ...group('By others, on both (no events between the two, not scored)', unscored, view),
    ...group('By both, toward others (in no sum above)', byBoth, view),
  ]
}

function footnote({ paint, width }: View): string[] {
  const text =
    'Bars: left the sum of the PLOVER scores below zero (conflict), right of those above zero (cooperation), of a month’s events; net is their ' +
    'sum. The scale runs from −10 to +10. An event counts once, however many reports tell it; what was planned, ' +
    'possible or did not happen, and statements, count nothing.'
  return ['', ...wrap(paint.dim(text), width)]
}
