import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import {
  type Comparison,
  codeReport,
  compareStory,
  type Engine,
  type Mention,
  type Merged,
  mergeRecord,
  type Reading,
  type Report,
  readInput,
} from '../rapport.js'
import { sureOf } from './sure.js'

/** A file by the name that reports of it shall bear, with its text. */
export interface Written {
  readonly file: string
  readonly text: string
}

/** What each step made of reports that were taken as one story. */
export interface Steps {
  readonly reports: readonly Report[]
  readonly readings: readonly Reading[]
  readonly mentions: readonly Mention[]
  readonly merged: Merged
  readonly comparison: Comparison
}

export const written = (path: string): Written => ({ file: basename(path), text: readFileSync(path, 'utf8') })

/** Takes files through the whole flow as one story and keeps what every step gave. */
export function oneStory(engine: Engine, files: readonly Written[]): Steps {
  const read = files.map(({ file, text }) => readInput(engine, { file, bytes: Buffer.from(text) }))
  const reports = read.flatMap((result) => result.reports)
  const coded = reports.map((report) => codeReport(engine, report))
  const mentions = sureOf(coded.flatMap((one) => one.mentions))
  const merged = mergeRecord(engine, { reports, mentions }, true)
  const origins = new Map(merged.origins.flatMap((o) => o.reports.map((id) => [id, o.id] as const)))
  const comparison = compareStory({ id: merged.stories[0]!.id, reports, events: merged.events, origins })
  return { reports, readings: coded.map((one) => one.reading), mentions, merged, comparison }
}
