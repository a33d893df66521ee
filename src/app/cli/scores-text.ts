import { byHalf, confusions } from '../scoring/figures.js'
import type { Outcome } from '../scoring/run.js'
import type { Half, Item, Row, Sample } from '../scoring/score.js'
import type { Columns } from './output.js'
import { plainTable } from './plain-table.js'

/** The half whose errors nobody looks at, where there is another one to work from. */
const HIDDEN: Half = 'test'

const number = (value: number): string => value.toFixed(3)

const SHOWN: Columns<Row> = {
  score: ({ score }) => score,
  set: ({ set, half }) => (half === 'all' ? set : `${set}, ${half}`),
  n: ({ n }) => n,
  figure: ({ figure }) => figure,
  value: ({ value }) => number(value),
  '95 % interval': ({ interval: [low, high] }) => `${number(low)}–${number(high)}`,
  counts: ({ formula, tally }) =>
    formula === 'rate'
      ? `${tally.found} over ${tally.gold}`
      : `${round(tally.correct)} of ${tally.found} found, ${round(tally.covered)} of ${tally.gold}`,
  goal: ({ goal }) => (goal === null ? '' : number(goal)),
  beside: ({ beside }) => beside ?? '',
}

/** Counts may be sums of shares. */
const round = (count: number): string => String(Math.round(count * 10) / 10)

/** One line a figure, as wide as it needs to be: nothing of a figure may be cut off. */
export const scoreTable = (rows: readonly Row[]): string => plainTable(SHOWN, rows, Number.POSITIVE_INFINITY)

/** The items whose errors may be looked at: all but those of the half that is only reported. */
const open = (items: readonly Item[]): Item[] => {
  const halves = byHalf(items)
  return halves.length > 1 ? items.filter(({ half }) => half !== HIDDEN) : [...items]
}

function confusionLines({ set, items }: Sample): string[] {
  const worst = confusions(open(items)).map(
    ({ gold, found, times }) => `${times}× ${gold} taken for ${found}`,
  )
  return worst.length ? [`${set}: ${worst.join('; ')}`] : []
}

const isWhole = ({ detail }: Sample): boolean => !detail

/** The ten worst confusions of each set that has classes. */
export function confusionText({ score, samples }: Outcome): string {
  const lines = samples.filter(isWhole).flatMap(confusionLines)
  return lines.length
    ? `\n${score.name}, most frequent confusions\n${lines.map((l) => `  ${l}`).join('\n')}`
    : ''
}

/** What was missed in the half that may be looked at. */
export function missText({ score, samples }: Outcome): string {
  const whole = samples.filter(isWhole)
  return whole
    .flatMap(({ set, items }) => {
      if (items.every(({ half }) => half === HIDDEN))
        return [`\n${score.name}, ${set}: kept for reporting, its errors are not listed`]
      const missed = open(items).flatMap(({ miss }) => miss ?? [])
      return [`\n${score.name}, ${set}: ${missed.length} missed`, ...missed.map((m) => `- ${m}`)]
    })
    .join('\n')
}
