import { z } from 'zod'
import { SCORES } from './list.js'
import type { Row } from './score.js'

const share = z.number()
const StoredRow = z.strictObject({
  score: z.string(),
  set: z.string(),
  half: z.enum(['tune', 'test', 'all']),
  figure: z.string(),
  formula: z.enum(['precision', 'recall', 'f1', 'mean-f1', 'macro-f1', 'rate']),
  n: z.number().int(),
  value: share,
  interval: z.tuple([share, share]),
  tally: z.strictObject({ found: share, correct: share, gold: share, covered: share }),
  goal: share.nullable(),
  beside: z.string().nullable(),
  detail: z.boolean(),
})

/** docs/figures.json: the figures that docs/accuracy.md shows. */
const FiguresFile = z.strictObject({ rows: z.array(StoredRow) })

/** @throws ZodError when the file is not one that `figuresText` wrote */
export const parseFigures = (text: string): Row[] => FiguresFile.parse(JSON.parse(text)).rows

const rounded = (value: number): number => Math.round(value * 10000) / 10000

const storedRow = (row: Row): Row => ({
  ...row,
  value: rounded(row.value),
  interval: [rounded(row.interval[0]), rounded(row.interval[1])],
  tally: { ...row.tally, correct: rounded(row.tally.correct), covered: rounded(row.tally.covered) },
})

/** One figure a line, so that a change shows as one. */
export const figuresText = (rows: readonly Row[]): string =>
  `{\n  "rows": [\n${rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]\n}\n`

/** Stored figures with those of the scores that were run just now in the place of their earlier ones. */
export function updated(stored: readonly Row[], now: readonly Row[]): Row[] {
  const fresh = new Set(now.map(({ score }) => score))
  const all = [...stored.filter(({ score }) => !fresh.has(score)), ...now.map(storedRow)]
  const place = ({ score }: Row) => SCORES.findIndex(({ name }) => name === score)
  return all.filter((row) => !row.detail && place(row) >= 0).sort((a, b) => place(a) - place(b))
}
