import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../paths.js'
import { parseCauses } from '../scoring/causes.js'
import { figuresText, parseFigures, updated } from '../scoring/figures-file.js'
import { check, Gate, lowered, type Measured, raised } from '../scoring/gate.js'
import { SCORES } from '../scoring/list.js'
import { accuracyPage } from '../scoring/page.js'
import type { Row } from '../scoring/score.js'
import { UsageError } from './context.js'

const GATE = join(packageRoot, 'test/gate.json')
const FIGURES = join(packageRoot, 'docs/figures.json')
const CAUSES = join(packageRoot, 'docs/error-causes.yaml')
const PAGE = join(packageRoot, 'docs/accuracy.md')

export const readGate = (): Gate => Gate.parse(JSON.parse(readFileSync(GATE, 'utf8')))

const writeGate = (gate: Gate): void => writeFileSync(GATE, `${JSON.stringify(gate, null, 2)}\n`)

/** What is below the floors of test/gate.json. */
export const gateProblems = (measured: readonly Measured[]): string[] => check(readGate(), measured)

/** Raises the floors of test/gate.json to what was measured. */
export const raiseGate = (measured: readonly Measured[]): void => writeGate(raised(readGate(), measured))

/** Lowers one floor of test/gate.json, with the reason. */
export function lowerGate(measured: readonly Measured[], name: string, why: string): void {
  try {
    writeGate(lowered(readGate(), measured, name, why))
  } catch (error) {
    throw new UsageError((error as Error).message, 'take the name from what --gate says')
  }
}

const storedFigures = (): Row[] => (existsSync(FIGURES) ? parseFigures(readFileSync(FIGURES, 'utf8')) : [])

/** docs/accuracy.md as it should be, from the stored figures and causes. */
export const pageFromFiles = (): string =>
  accuracyPage(SCORES, storedFigures(), parseCauses(readFileSync(CAUSES, 'utf8')))

/** Stores figures and writes docs/accuracy.md anew. */
export function writeFigures(rows: readonly Row[]): void {
  writeFileSync(FIGURES, figuresText(updated(storedFigures(), rows)))
  writeFileSync(PAGE, pageFromFiles())
}
