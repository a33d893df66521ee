import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Command } from 'commander'
import { openStore, type Store } from '../../store/index.js'
import type { Failure } from '../inputs.js'
import { defaultStore } from '../paths.js'
import { type Flow, mergePending } from '../record.js'
import { more } from './arguments.js'
import { count as counted } from './numbers.js'
import { say } from './output.js'

/** The options that every command has. */
export interface Common {
  readonly store?: string
  readonly codebook?: readonly string[]
}

/** Wrong use that only shows while a command runs (an id that is not there): exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message)
  }
}

/** A command with the options that all have, and an example in its help. */
export function command(name: string, about: string, ...examples: string[]): Command {
  return new Command(name)
    .description(about)
    .option('--store <file>', 'the record, a SQLite file (default: $RAPPORT_STORE, else in the data folder)')
    .option('--codebook <folder>', 'an overlay on the built-in codebook; may be given more than once', more)
    .addHelpText('after', `\nExample:\n${examples.map((example) => `  $ rapport ${example}`).join('\n')}`)
}

/** The steps of the flow on an engine with the codebooks that were asked for; loaded only by commands that code. */
export async function openFlow({ codebook = [] }: Common): Promise<Flow> {
  const [{ openEngine }, { readInput, renewReport, codeReport, mergeRecord, growRecord }] = await Promise.all(
    [import('../engine.js'), import('../../rapport.js')],
  )
  try {
    const engine = openEngine({ codebookDirs: codebook })
    return { engine, readInput, renewReport, codeReport, mergeRecord, growRecord }
  } catch (error) {
    if (codebook.length === 0) throw error
    throw new UsageError(
      error instanceof Error ? error.message : String(error),
      'check the folders of --codebook',
    )
  }
}

/** Opens the record for writing, making it if there is none. */
export async function withNewRecord<T>(options: Common, work: (store: Store) => Promise<T>): Promise<T> {
  const location = options.store ?? defaultStore()
  if (!options.store && !process.env.RAPPORT_STORE) mkdirSync(dirname(location), { recursive: true })
  return closing(await openStore(location, { create: true }), work)
}

/** Opens a record that is there, and first completes what an interrupted run left to be worked out. */
export async function withRecord<T>(options: Common, work: (store: Store) => Promise<T>): Promise<T> {
  return closing(await openStore(options.store ?? defaultStore(), { create: false }), async (store) => {
    const lifted = await store.lift(new Date().toISOString())
    const pending = (await store.pendingReports()).length
    if (pending > 0) {
      say(
        lifted > 0
          ? `Taking in what was under embargo until now (${counted(lifted, 'report')}) …`
          : `Completing an interrupted run (${pending} reports) …`,
      )
      await mergePending(store, await openFlow(options))
    }
    return work(store)
  })
}

/** The full id of a story in the record. */
export async function storyId(store: Store, given: string): Promise<string> {
  const found = await store.find(given)
  if (found?.kind === 'story') return found.story.id
  const [heir] = found?.kind === 'past' && found.past.kind === 'story' ? found.past.targets : []
  const hint = heir ? `it is now ${heir}` : 'rapport stories lists them'
  throw new UsageError(`there is no story ${given} in the record`, hint)
}

/** Names what could not be read, why, and what to try; the exit code becomes 1. */
export function sayFailure({ file, problem, hint }: Failure): void {
  process.exitCode = 1
  say(`${file}: ${problem}; ${hint}`)
}

async function closing<T>(store: Store, work: (store: Store) => Promise<T>): Promise<T> {
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
