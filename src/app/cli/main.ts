#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { StoreError } from '../../store/index.js'
import { CorrectionError } from '../correcting/index.js'
import { version } from '../paths.js'
import { addCommand } from './commands/add.js'
import { codeCommand } from './commands/code.js'
import { compareCommand } from './commands/compare.js'
import { correctCommand } from './commands/correct.js'
import { dyadCommand } from './commands/dyad.js'
import { eventsCommand } from './commands/events.js'
import { explainCommand } from './commands/explain.js'
import { gapsCommand } from './commands/gaps.js'
import { importCommand } from './commands/import.js'
import { logCommand } from './commands/log.js'
import { markCommand } from './commands/mark.js'
import { readCommand } from './commands/read.js'
import { recodeCommand } from './commands/recode.js'
import { releaseCommand } from './commands/release.js'
import { removeCommand } from './commands/remove.js'
import { reportsCommand } from './commands/reports.js'
import { scoreCommand } from './commands/score.js'
import { serveCommand } from './commands/serve.js'
import { storiesCommand } from './commands/stories.js'
import { UsageError } from './context.js'
import { endWithPipe, say } from './output.js'

const COMMANDS = [
  readCommand,
  codeCommand,
  reportsCommand,
  storiesCommand,
  eventsCommand,
  compareCommand,
  dyadCommand,
  explainCommand,
  serveCommand,
  addCommand,
  importCommand,
  releaseCommand,
  correctCommand,
  logCommand,
  gapsCommand,
  markCommand,
  removeCommand,
  recodeCommand,
  scoreCommand,
]

/** Runs the command line; exit codes: 0 all was read, 1 some could not be, 2 wrong use. */
async function main(): Promise<void> {
  endWithPipe()
  try {
    await program().parseAsync()
  } catch (error) {
    process.exitCode = tell(error)
  }
}

function program(): Command {
  const rapport = new Command('rapport')
    .description(
      'Reads news reports about relations between states and keeps a sourced record of who did what to whom.',
    )
    .version(version())
    .addHelpText('after', '\nExample:\n  $ rapport read news/\n  $ rapport dyad RUS PRK')
    .showHelpAfterError('(rapport --help lists the commands)')
  for (const make of COMMANDS) rapport.addCommand(make())
  for (const each of [rapport, ...rapport.commands.flatMap((one) => [one, ...one.commands])])
    each.exitOverride()
  return rapport
}

/** Says what went wrong and returns the exit code for it. */
function tell(error: unknown): number {
  // Commander has already written its own message; its code 0 is --help or --version.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof UsageError || error instanceof StoreError || error instanceof CorrectionError) {
    say(`${error.message}; ${error.hint}`)
    return 2
  }
  say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return 1
}

await main()
