import { axisX, axisY, dot, gridY, rectX, rectY, ruleY } from '@observablehq/plot'
import { isBetween } from '../../../store/directions.js'
import type { PeriodSum } from '../../../store/view.js'
import { dateWords } from '../../render/words.js'
import { signed } from '../parts/matrix.js'
import { type Drawing, draw } from './drawing.js'

/** One month of a dyad. */
interface MonthSum {
  /** "2025-07" */
  readonly month: string
  readonly events: number
  readonly up: number
  readonly down: number
}

const WIDTH = 860
const HEIGHT = 260
/** Labels that fit side by side. */
const LABELS = 8

/** Months in order, both directions together; stretches that are no month are left out. */
export function monthsOf(periods: readonly PeriodSum[]): MonthSum[] {
  const months = new Map<string, MonthSum>()
  for (const { period, direction, events, up, down } of periods) {
    if (!/^\d{4}-\d\d$/.test(period) || !isBetween(direction)) continue
    const so = months.get(period) ?? { month: period, events: 0, up: 0, down: 0 }
    months.set(period, { month: period, events: so.events + events, up: so.up + up, down: so.down + down })
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1))
}

/**
 * The scores of two states month by month: cooperation above, conflict below, their sum as a dot.
 * @param link the address behind a month, where the chart stands on a page
 */
export function scoreChart(
  months: readonly MonthSum[],
  label: string,
  link?: (month: string) => string,
): Drawing {
  const bars = months.map((month) => ({ ...month, at: start(month.month), until: end(month.month) }))
  const common = {
    x1: 'at',
    x2: 'until',
    title: (month: MonthSum) =>
      `${dateWords(month.month)}: cooperation ${signed(month.up)}, conflict ${signed(month.down)}, ${month.events} events`,
    ...(link && { href: ({ month }: MonthSum) => link(month) }),
    insetLeft: 0.5,
    insetRight: 0.5,
  }
  return draw(label, {
    width: WIDTH,
    height: HEIGHT,
    marginLeft: 72,
    marginBottom: 44,
    x: { type: 'utc', ...stretchOf(bars) },
    y: { label: null, zero: true },
    marks: [
      rectX(unread(bars), { x1: 'from', x2: 'to', className: 'unread' }),
      gridY({ ticks: 5 }),
      axisX({ ticks: Math.min(LABELS, Math.max(2, bars.length)), label: null }),
      axisY({ ticks: 5, label: null, tickFormat: (score: number) => signed(score) }),
      rectY(bars, { ...common, y1: 0, y2: 'up', className: 'up' }),
      rectY(bars, { ...common, y1: 0, y2: 'down', className: 'down' }),
      dot(bars, {
        x: (month) => (month.at.valueOf() + month.until.valueOf()) / 2,
        y: (month) => month.up + month.down,
        r: 3.5,
        className: 'net',
      }),
      ruleY([0], { className: 'zero' }),
    ],
  })
}

/** Milliseconds; a month alone would be as wide as the chart. */
const LEAST_WIDTH = 6 * 31 * 86_400_000

/** From the first month to the last; a short stretch stands in the middle of a longer one. */
function stretchOf(bars: readonly { readonly at: Date; readonly until: Date }[]): { domain?: Date[] } {
  const [first, last] = [bars[0]?.at.valueOf(), bars.at(-1)?.until.valueOf()]
  if (first === undefined || last === undefined) return {}
  const spare = Math.max(0, LEAST_WIDTH - (last - first)) / 2
  return { domain: [new Date(first - spare), new Date(last + spare)] }
}

/** The stretches between months of which no report was read. */
function unread(bars: readonly { readonly at: Date; readonly until: Date }[]) {
  return bars.slice(1).flatMap(({ at }, i) => (at > bars[i]!.until ? [{ from: bars[i]!.until, to: at }] : []))
}

function start(month: string): Date {
  return new Date(`${month}-01T00:00:00Z`)
}

function end(month: string): Date {
  const first = start(month)
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 1))
}
