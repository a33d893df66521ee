import type { CausesSample } from './causes.js'
import { hasCeiling } from './figures.js'
import { groupBy } from './groups.js'
import type { Row, Score } from './score.js'

const HEAD = `# How accurate Rapport is

Written by \`npm run score -- --data DIR --write\` from [figures.json](figures.json); \`npm run score\` alone measures what ships with the project. The form of \`DIR\` and what each score needs of it is told by \`npm run score -- NAME --data DIR\`.

Sets that are not split by those who made them are halved by a hash of their items: rules are tuned on the half called *tune*, whose errors \`--errors\` lists, and the half called *test* is only reported. The 95 % interval is from 400 bootstrap samples of the items, drawn with a fixed seed. A goal is what this version set out to reach; ✓ marks what reached it. Floors that no change may fall below are kept in [test/gate.json](../test/gate.json). What people say about whole records stands in [judged.md](judged.md).
`

const number = (value: number): string => value.toFixed(3)

function goalOf({ goal, value, formula }: Row): string {
  if (goal === null) return ''
  const reached = hasCeiling({ formula }) ? value <= goal : value >= goal
  return `${hasCeiling({ formula }) ? '≤ ' : ''}${number(goal)}${reached ? ' ✓' : ''}`
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

function rowLine(row: Row): string {
  const { set, half, n, figure, value, interval, beside } = row
  const halfName = half === 'all' ? '' : half
  const range = interval.map(number).join(' – ')
  return line([set, halfName, String(n), figure, number(value), range, goalOf(row), beside ?? ''])
}

const COLUMNS = ['set', 'half', 'n', 'figure', 'value', '95 % interval', 'goal', 'beside']
const table = (columns: readonly string[], lines: readonly string[]): string =>
  [line(columns), line(columns.map(() => '---')), ...lines].join('\n')

const section = ({ name, about }: Score, rows: readonly Row[]): string =>
  `## ${name}\n\n${about}\n\n${table(COLUMNS, rows.map(rowLine))}\n`

const counted = (count: number | undefined): string => (count === undefined ? 'not counted' : String(count))

function causesTable({ sample, date, causes }: CausesSample): string {
  const lines = Object.entries(causes).map(([cause, { wrong, missing }]) =>
    line([cause, counted(wrong), counted(missing)]),
  )
  return `${sample} (${date}):\n\n${table(['cause', 'wrong', 'missing'], lines)}\n`
}

/**
 * docs/accuracy.md.
 * @param scores all there are, in the order of the page; one without figures is named as not measured
 * @param rows the stored figures
 */
export function accuracyPage(
  scores: readonly Score[],
  rows: readonly Row[],
  causes: readonly CausesSample[],
): string {
  const byScore = groupBy(rows, ({ score }) => score)
  const measured = scores.filter(({ name }) => byScore.has(name))
  const others = scores.filter((score) => !measured.includes(score)).map(({ name }) => name)
  return [
    HEAD,
    ...measured.map((score) => section(score, byScore.get(score.name)!)),
    ...(others.length ? [`Not measured yet: ${others.join(', ')}.\n`] : []),
    '## Why events are wrong or missing\n\nCounted by people, from [error-causes.yaml](error-causes.yaml).\n',
    ...causes.map(causesTable),
  ].join('\n')
}
