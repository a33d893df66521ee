import type { Report } from '../types.js'
import { assemble, type Fallback } from './assemble.js'
import { clean, readText } from './bytes.js'
import { draftOfBody, draftOfText } from './compose.js'
import { readDate } from './dates.js'
import { givenFrom, textFrom, textNames } from './fields.js'
import { looksLikeHtml, readHtml } from './html.js'
import { type FileKind, kindByName, kindOf } from './kind.js'
import { knownOf } from './known.js'
import { readMarkdown } from './markdown.js'
import { type Row, readCsv, readJson, readJsonLines } from './rows.js'
import type { HouseRules } from './rules.js'
import type { Draft, InputFailure, RawInput } from './types.js'

export { type Agency, type HouseRules, parseHouseRules } from './rules.js'
export type { InputFailure, RawInput } from './types.js'

/** What the caller knows of all reports of an input; it fills only what they do not say themselves. */
export interface ReadOptions {
  /** A day, month or year as outlets or EDTF write it. */
  readonly published?: string
  readonly outlet?: string
  readonly house: HouseRules
}

/** What came of one input: its reports, and the rows that could not be read. */
export interface ReadResult {
  readonly reports: readonly Report[]
  readonly failures: readonly InputFailure[]
}

/**
 * Reads one file of reports: plain text, Markdown or HTML with one report, CSV, JSONL or JSON with many.
 * @param input the file's name as given and its bytes; "-" is read by its content
 * @throws Error when `options.published` is no date; input that cannot be read never throws but is a failure
 * @example readReports({ file: 'a.txt', bytes }, { published: '2025-10-27', house }).reports[0]?.title?.value
 */
export function readReports(input: RawInput, options: ReadOptions): ReadResult {
  const fallback = fallbackOf(options)
  const mayBeRows = !['text', 'markdown', 'html'].includes(kindByName(input.file) ?? '')
  const read = readText(input.bytes, mayBeRows)
  if ('problem' in read) return failed(input.file, read)
  const kind = kindOf(input.file, read.text)
  const parts = isTable(kind) ? readRows(input.file, kind, read.text) : [readOne(input.file, kind, read.text)]
  const drafts = parts.filter((part): part is Draft => !('problem' in part))
  return {
    reports: drafts.map((draft) => assemble(draft, fallback, options.house)),
    failures: parts.filter((part): part is InputFailure => 'problem' in part),
  }
}

function fallbackOf({ published, outlet }: ReadOptions): Fallback {
  const date = published === undefined ? null : readDate(published)
  if (published !== undefined && !date) throw new Error(`published "${published}" is no date: try 2025-10-27`)
  return { ...(date ? { published: date } : {}), ...(outlet ? { outlet } : {}) }
}

function failed(file: string, { problem, hint }: Omit<InputFailure, 'file'>): ReadResult {
  return { reports: [], failures: [{ file, problem, hint }] }
}

/**
 * A stored report with what the codebook, as it is now, adds to it.
 * @example renewReport(report, house).press?.control // 'state'
 */
export function renewReport({ press: _, notice: __, ...report }: Report, house: HouseRules): Report {
  return { ...report, ...knownOf({ ...report, outlet: report.outlet?.value ?? null }, house) }
}

type TableKind = 'csv' | 'jsonl' | 'json'
type Part = Draft | InputFailure

const isTable = (kind: FileKind): kind is TableKind => kind === 'csv' || kind === 'jsonl' || kind === 'json'

const tables = { csv: readCsv, jsonl: readJsonLines, json: readJson }

function readOne(file: string, kind: Exclude<FileKind, TableKind>, text: string): Part {
  if (kind === 'text') return draftOfText(file, text, {})
  const draft = kind === 'html' ? readHtml(file, text) : readMarkdown(file, text)
  if (draft.text.trim() !== '') return draft
  return {
    file,
    problem: 'the file holds no readable text',
    hint: 'save the report itself, not a frame or a script',
  }
}

function readRows(file: string, kind: TableKind, text: string): Part[] {
  const table = tables[kind](text)
  if ('problem' in table) return [{ file, ...table }]
  return table.rows.map((row) => readRow(`${file}#${row.number}`, row))
}

function readRow(file: string, row: Row): Part {
  if ('problem' in row) return { file, problem: row.problem, hint: row.hint }
  const text = textFrom(row.record)
  const hint = `put the report's words into ${textNames.join(', ')}`
  if (!text) return { file, problem: 'the row has no text', hint }
  const given = givenFrom(row.record)
  if (!looksLikeHtml(text)) return draftOfBody(file, clean(text), given)
  const page = readHtml(file, text)
  return draftOfBody(file, page.text, given)
}
