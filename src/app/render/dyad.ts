import { tookPlace } from '../../store/directions.js'
import type { Event } from '../../types.js'
import { type DyadLine, dyadLine, SCORE_FORMULA } from '../dyad-lines.js'
import type { Fold } from '../former.js'
import { outletsWords } from './carriers.js'
import { hang, pad, type RenderOptions, usableWidth, wrap } from './layout.js'
import { marksOf } from './lists.js'
import { gapBetween, type Stretch, type Timeline, timelineOf } from './months.js'
import { makePaint, type Paint } from './paint.js'
import { safe } from './safe.js'
import { voicesWords } from './voices.js'
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
  readonly between: readonly DyadLine[]
  /** What third parties do to both: no event between the two, so not scored. */
  readonly onBoth: readonly Event[]
  /** What both do together to others. */
  readonly byBoth: readonly Event[]
}

/**
 * The timeline of two states (ISO 3166-1 alpha-3): months with their cooperation and conflict, and the events.
 * A month without events is one of which no report was read, never one in which nothing happened.
 * @param fold the two, with the former states that are taken for them
 * @example renderDyad(unfolded(['XAR', 'XBO']), events, { width: 80, colour: false })
 */
export function renderDyad(fold: Fold, events: readonly Event[], options: RenderOptions): string {
  const sorted = sortBySides(fold, events)
  const timeline = timelineOf(sorted.between)
  const sums = timeline.stretches.map((stretch) => sumsOf(stretch.events))
  const view: View = {
    names: stateNamesOf(events),
    paint: makePaint(options.colour),
    width: usableWidth(options.width),
    scale: Math.max(1, ...sums.flatMap(({ up, down }) => [up, -down])),
  }
  const lines = [
    ...head(fold, sorted, timeline, view),
    ...ways(fold, sorted, view),
    ...body(timeline, view),
    ...apart(sorted, view),
    ...footnote(view),
  ]
  return `${lines.join('\n')}\n`
}

function sortBySides(fold: Fold, events: readonly Event[]): Sorted {
  const lines = events.flatMap((event) => dyadLine(event, fold) ?? [])
  const of = (side: DyadLine['side']) => lines.filter((line) => line.side === side)
  return { between: of('between'), onBoth: of('on_both'), byBoth: of('by_both') }
}

/** The scores of what took place, cooperation and conflict apart. */
function sumsOf(events: readonly Event[]): { readonly up: number; readonly down: number } {
  const scores = events.filter(tookPlace).flatMap((event) => event.score ?? [])
  const sum = (list: readonly number[]) => list.reduce((total, score) => total + score, 0)
  return { up: sum(scores.filter((score) => score > 0)), down: sum(scores.filter((score) => score < 0)) }
}

function head(
  { pair, former }: Fold,
  { between }: Sorted,
  { stretches }: Timeline,
  { names, paint, width }: View,
): string[] {
  const past = [...new Set(former.flat())].filter((code) => !pair.includes(code))
  const title = `${paint.bold(pair.map(names).join(' – '))}${past.length > 0 ? ` with ${past.map(names).join(', ')}` : ''}`
  const span = spanWords(stretches)
  const facts = [counted(between.length, 'event'), span].filter((part) => part !== '').join(', ')
  return wrap(`${title}   ${facts}`, width).slice()
}

/** What went which way, with its scores, and of which kind it was. */
function ways({ pair: [one, other] }: Fold, { between }: Sorted, { names, paint, width }: View): string[] {
  if (between.length === 0) return []
  const ways = [
    [`${one}>${other}`, `${names(one)} → ${names(other)}`],
    [`${other}>${one}`, `${names(other)} → ${names(one)}`],
    [`${one}=${other}`, 'mutual'],
  ] as const
  const lines = ways.flatMap(([direction, words]) => {
    const here = between.filter((line) => line.direction === direction)
    const { up, down } = sumsOf(here)
    return here.length === 0
      ? []
      : [`${words}: ${counted(here.length, 'event')}, ${signed(up)} ${signed(down)}`]
  })
  const kinds = [...new Set(between.map(({ kind }) => kind ?? 'other'))].sort()
  const count = (kind: string) => between.filter((line) => (line.kind ?? 'other') === kind).length
  return [...lines, kinds.map((kind) => `${kind} ${count(kind)}`).join(' · ')].flatMap((line) =>
    hang('', paint.dim(line), width),
  )
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
  const score = event.score !== null && tookPlace(event) ? signed(event.score) : 'not scored'
  const facts = [
    event.kind ?? '',
    voicesWords(event),
    outletsWords(event.cite_info, names),
    score,
    marksOf(event),
  ]
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
  const text = `Bars: conflict on the left, cooperation on the right; net is their sum. ${SCORE_FORMULA}`
  return ['', ...wrap(paint.dim(text), width)]
}
