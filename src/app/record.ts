import { setImmediate as breath } from 'node:timers/promises'
import type * as rapport from '../rapport.js'
import type { Mark, Outcome, Saved, Store } from '../store/index.js'
import type { Report } from '../types.js'
import { type Failure, type Input, type Inputs, readBytes } from './inputs.js'
import { sureOf } from './sure.js'

/** The steps of the flow that keeping a record needs, with the engine that they run on. */
export type Flow = Pick<
  typeof rapport,
  'readInput' | 'renewReport' | 'codeReport' | 'mergeRecord' | 'growRecord'
> & {
  readonly engine: rapport.Engine
}

/** Told while reading: only what is already safe in the record is told as stored. */
export interface Progress {
  readonly stored: (report: Report, saved: Saved) => void
  readonly failed: (failure: Failure) => void
  /** An input is done with all its reports; when coding again, one report. */
  readonly finished: (done: { readonly file: string }) => void
}

export interface ReadSummary {
  readonly new: number
  readonly unchanged: number
  readonly revised: number
  /** Of the new and revised: no event between states was found in them. */
  readonly empty: number
  /** Of those: in a language that cannot be read yet. */
  readonly unreadable: number
  readonly failed: number
  /** Under embargo: kept apart until their time comes. */
  readonly held: number
  readonly interrupted: boolean
  /** Inputs that an interruption left unread, in whole or in part. */
  readonly left: number
  /** Null when nothing had to be worked out, or an interruption put it off until the next run. */
  readonly events: Outcome | null
}

export interface ReadOptions {
  readonly given: rapport.Given
  /** The moment that is kept as the time of reading, ISO 8601. */
  readonly now: string
  readonly progress: Progress
  /** When aborted, reading stops after the report in hand. */
  readonly signal: AbortSignal
}

/** The languages that reading and coding have rules for (ISO 639-1). */
const READABLE: readonly (string | null)[] = ['en', null]

type Coded = ReturnType<typeof rapport.codeReport>

/** Counts while it goes; the summary is made from it. */
type Tally = { -readonly [K in Exclude<keyof ReadSummary, 'events' | 'interrupted'>]: number }

/** Where counting begins. */
export const NOTHING: Readonly<Tally> = {
  new: 0,
  unchanged: 0,
  revised: 0,
  empty: 0,
  unreadable: 0,
  failed: 0,
  held: 0,
  left: 0,
}

/**
 * Reads inputs into the record, one report and one transaction after the other, then works the events out anew.
 * What cannot be read, or was not found, is told to `progress` and counted; the rest is done.
 */
export async function readIntoRecord(
  store: Store,
  flow: Flow,
  { inputs, failures }: Inputs,
  options: ReadOptions,
): Promise<ReadSummary> {
  const tally: Tally = { ...NOTHING }
  const progress: Progress = {
    ...options.progress,
    failed: (failure) => {
      tally.failed++
      options.progress.failed(failure)
    },
  }
  failures.forEach(progress.failed)
  await store.lift(options.now)
  for (const [index, input] of inputs.entries()) {
    const done = await readOne(store, flow, input, { ...options, progress }, tally)
    if (done) progress.finished(input)
    if (options.signal.aborted)
      return { ...tally, interrupted: true, left: inputs.length - index - Number(done), events: null }
  }
  return { ...tally, interrupted: false, events: await mergePending(store, flow) }
}

/** Works out events, stories and entities anew wherever a pending report may change them; null when none is pending. */
export async function mergePending(
  store: Store,
  flow: Pick<Flow, 'growRecord' | 'engine'>,
): Promise<Outcome | null> {
  if ((await store.pendingReports()).length === 0) return null
  return store.withMergeLock((record) => flow.growRecord(flow.engine, record))
}

/** Takes in what was under embargo until now (ISO 8601), and completes what was left to be worked out. */
export async function settle(store: Store, flow: Flow, now: string): Promise<Outcome | null> {
  await store.lift(now)
  return mergePending(store, flow)
}

/** Writes down how a report stands, and works out anew what that changes; null when there is no such report. */
export async function markInRecord(
  store: Store,
  flow: Flow,
  mark: Mark,
): Promise<{ readonly events: Outcome | null } | null> {
  return (await store.mark(mark)) ? { events: await mergePending(store, flow) } : null
}

/** What coding all reports again came to; `left` counts those that an interruption left as they were. */
interface RecodeSummary {
  readonly coded: number
  readonly failed: number
  readonly left: number
  readonly interrupted: boolean
  readonly events: Outcome | null
}

/** Codes every report again, then works the events out anew. */
export async function recodeRecord(
  store: Store,
  flow: Flow,
  { progress, signal }: Pick<ReadOptions, 'progress' | 'signal'>,
): Promise<RecodeSummary> {
  const total = await store.countReports()
  const tally = { coded: 0, failed: 0 }
  const left = () => total - tally.coded - tally.failed
  for await (const stored of store.reports()) {
    const report = flow.renewReport(flow.engine, stored.report)
    const coded = codeSure(flow, report)
    if (isFailure(coded)) {
      tally.failed++
      progress.failed(coded)
    } else if (await store.recodeReport(report, coded.mentions)) tally.coded++
    progress.finished(report)
    await breath()
    if (signal.aborted) return { ...tally, left: left(), interrupted: true, events: null }
  }
  return { ...tally, left: 0, interrupted: false, events: await mergePending(store, flow) }
}

/** Takes out a report, or what a person recorded, with the events that only it told; null when there is none such. */
export async function removeFromRecord(store: Store, flow: Flow, id: string): Promise<Outcome | null> {
  return (await store.remove(id)) ? mergePending(store, flow) : null
}

/** The reports in one input, with what could not be read of it. */
export async function reportsIn(
  flow: Pick<Flow, 'readInput' | 'engine'>,
  input: Input,
  given: rapport.Given,
): Promise<{ reports: readonly Report[]; failures: readonly Failure[] }> {
  const bytes = await readBytes(input)
  if (isFailure(bytes)) return { reports: [], failures: [bytes] }
  return flow.readInput(flow.engine, { file: input.file, bytes }, given)
}

/** A report coded; a fault in one report is named and does not end the work on the others. */
export function codeOne(flow: Pick<Flow, 'codeReport' | 'engine'>, report: Report): Coded | Failure {
  try {
    return flow.codeReport(flow.engine, report)
  } catch (error) {
    const problem = `could not be coded (${error instanceof Error ? error.message : error})`
    return { file: report.file, problem, hint: 'this is a fault in Rapport: please report it with the text' }
  }
}

/** A report coded for keeping: without what is not sure enough. */
export function codeSure(flow: Pick<Flow, 'codeReport' | 'engine'>, report: Report): Coded | Failure {
  const coded = codeOne(flow, report)
  return isFailure(coded) ? coded : { ...coded, mentions: sureOf(coded.mentions) }
}

/** Whether the whole input was read: an interruption may come between its reports. */
async function readOne(
  store: Store,
  flow: Flow,
  input: Input,
  options: ReadOptions,
  tally: Tally,
): Promise<boolean> {
  const { reports, failures } = await reportsIn(flow, input, options.given)
  failures.forEach(options.progress.failed)
  // A file of many reports says nothing about which of them a changed one replaces.
  const source =
    reports.length === 1 && failures.length === 0 && reports[0]?.file === input.file ? input.source : null
  for (const [index, report] of reports.entries()) {
    await keep(store, flow, { report, source }, options, tally)
    await breath()
    if (options.signal.aborted) return index === reports.length - 1
  }
  return true
}

async function keep(
  store: Store,
  flow: Flow,
  { report, source }: { report: Report; source: string | null },
  options: ReadOptions,
  tally: Tally,
): Promise<void> {
  if ((await store.compareReport(report, source)) === 'unchanged') return count(tally, 'unchanged')
  const coded = codeSure(flow, report)
  if (isFailure(coded)) return options.progress.failed(coded)
  const { mentions } = coded
  const saved = await store.saveReport({ report, mentions, readAt: options.now, source })
  count(tally, saved)
  if (saved === 'held') return options.progress.stored(report, saved)
  if (mentions.length === 0) count(tally, 'empty')
  if (mentions.length === 0 && !READABLE.includes(report.language)) count(tally, 'unreadable')
  options.progress.stored(report, saved)
}

function count(tally: Tally, what: keyof Tally): void {
  tally[what]++
}

/** Tells what could not be done from what was. */
export function isFailure(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && 'problem' in value
}
