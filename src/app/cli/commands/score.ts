import type { Command } from 'commander'
import { measuredIn } from '../../scoring/gate.js'
import { SCORES } from '../../scoring/list.js'
import { missing, type Outcome, openLab, run } from '../../scoring/run.js'
import type { Score } from '../../scoring/score.js'
import { type Common, command, UsageError } from '../context.js'
import { say, writeLines } from '../output.js'
import { gateProblems, lowerGate, raiseGate, writeFigures } from '../score-files.js'
import { confusionText, missText, scoreTable } from '../scores-text.js'

interface Options extends Common {
  readonly errors?: boolean
  readonly data?: string
  readonly gate?: boolean
  readonly raise?: boolean
  readonly lower?: string
  readonly why?: string
  readonly write?: boolean
}

const ALL = 'all'
const NAMES = [ALL, ...SCORES.map(({ name }) => name)].join(', ')

export function scoreCommand(): Command {
  return command('score', 'score Rapport against gold sets', 'score examples --errors', 'score --data gold/')
    .argument('[name...]', `which: ${NAMES}`, [ALL])
    .option('--data <folder>', 'a folder with more sets')
    .option('--errors', 'list what was missed, with the sentence and what was found')
    .option('--gate', 'fail (exit 1) when a figure is below its floor in test/gate.json')
    .option('--raise', 'write figures that are higher than their floors as the new floors')
    .option('--lower <floor>', 'lower one floor to what is measured; needs --why')
    .option('--why <reason>', 'the reason for lowering it, which is kept beside the floors')
    .option('--write', 'store the figures and write docs/accuracy.md anew')
    .action(score)
}

async function score(names: string[], options: Options): Promise<void> {
  if (options.lower !== undefined && !options.why)
    throw new UsageError('--lower needs a reason', 'say it with --why "..."')
  const data = options.data ?? null
  const outcomes = await runAll(wanted(names, data), data)
  for (const outcome of outcomes) await writeLines(confusionText(outcome))
  if (options.errors) for (const outcome of outcomes) await writeLines(missText(outcome))
  const isAsked = names.every((name) => name !== ALL)
  const rows = outcomes.flatMap((outcome) => outcome.rows).filter((row) => isAsked || !row.detail)
  await writeLines(`\n${scoreTable(rows)}`)
  keep(outcomes, options)
}

/** Floors and figures that are kept in files: changed first, and then held against what was measured. */
function keep(outcomes: readonly Outcome[], { gate, raise, lower, why, write }: Options): void {
  const measured = measuredIn(outcomes)
  if (lower !== undefined) lowerGate(measured, lower, why!)
  if (raise) raiseGate(measured)
  if (write) writeFigures(outcomes.flatMap(({ rows }) => rows))
  if (!gate) return
  const problems = gateProblems(measured)
  for (const problem of problems) say(problem)
  if (problems.length > 0) process.exitCode = 1
  else say(`${measured.length} sets are at their floors or above`)
}

/** The scores of these names; of all, those whose gold is there. */
function wanted(names: readonly string[], data: string | null): Score[] {
  if (names.includes(ALL)) return SCORES.filter((score) => isThere(score, data))
  return names.map((name) => named(name, data))
}

function isThere(score: Score, data: string | null): boolean {
  const [first] = missing(score, data)
  if (first) say(`${score.name} left out: its gold ${first} is not there (see --data)`)
  return !first
}

function named(name: string, data: string | null): Score {
  const score = SCORES.find((one) => one.name === name)
  if (!score) throw new UsageError(`there is no score named ${name}`, `there are: ${NAMES}`)
  const [first] = missing(score, data)
  if (first && data === null)
    throw new UsageError(
      `the gold for ${name} does not ship with Rapport`,
      `give the folder that holds ${first} with --data`,
    )
  if (first)
    throw new UsageError(`${data} has no ${first}, which ${name} needs`, 'check the folder of --data')
  return score
}

async function runAll(scores: readonly Score[], data: string | null): Promise<Outcome[]> {
  const lab = openLab(data)
  const outcomes: Outcome[] = []
  for (const score of scores) {
    say(`${score.name} …`)
    outcomes.push(await run(score, lab))
  }
  return outcomes
}
