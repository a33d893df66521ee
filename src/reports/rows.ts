import { holdsText, textNames } from './fields.js'
import type { InputFailure } from './types.js'

/** One row of a table or of a file of records, or why it could not be read. `number` counts from 1. */
export type Row =
  | { readonly number: number; readonly record: Readonly<Record<string, unknown>> }
  | { readonly number: number; readonly problem: string; readonly hint: string }

type Rows = { readonly rows: readonly Row[] } | Omit<InputFailure, 'file'>

/** The columns and rows of a CSV file (RFC 4180; comma, semicolon or tab). Row 1 is the first below the header. */
export function readTable(text: string): {
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
} {
  const delimiter = delimiterOf(text.slice(0, text.indexOf('\n') + 1 || undefined))
  const [header = [], ...records] = splitCsv(text, delimiter)
  const columns = header.map((name) => name.trim())
  const filled = records.filter((cells) => cells.some((cell) => cell.trim() !== ''))
  return { columns, rows: filled.map((cells, at) => asRow(cells, columns, at + 1)) }
}

/** Reads CSV with a report a row. */
export function readCsv(text: string): Rows {
  const { columns, rows } = readTable(text)
  if (!holdsText(columns)) {
    const names = columns.slice(0, 12).join(', ')
    return { problem: `no column holds the reports' text (columns: ${names})`, hint: nameColumn }
  }
  return { rows }
}

const nameColumn = `call it ${textNames.join(', ')}`

function asRow(cells: readonly string[], columns: readonly string[], number: number): Row {
  if (cells.length > columns.length) {
    const problem = `the row has ${cells.length} cells, the header ${columns.length}`
    return { number, problem, hint: 'put cells that hold commas or line breaks in double quotes' }
  }
  return { number, record: Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? ''])) }
}

function delimiterOf(header: string): string {
  const count = (mark: string) => header.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

/** Cells by row. A quotation mark that is never closed takes the rest of its file as one cell. */
function splitCsv(text: string, delimiter: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)(?:"|$)([^${delimiter}\\n]*)|([^${delimiter}\\n]*))(${delimiter}|\\n|$)`,
    'y',
  )
  while (cell.lastIndex < text.length) {
    const [, quoted, after, bare, end] = cell.exec(text)!
    row.push(quoted === undefined ? bare! : quoted.replaceAll('""', '"') + after)
    if (end === delimiter) continue
    rows.push(row)
    row = []
  }
  return row.length > 0 ? [...rows, row] : rows
}

/** Reads JSON Lines. A row's number is its line's. */
export function readJsonLines(text: string): Rows {
  const lines = text.split('\n').map((line, at) => ({ line: line.trim(), number: at + 1 }))
  return { rows: lines.filter(({ line }) => line !== '').map(({ line, number }) => jsonRow(line, number)) }
}

function jsonRow(line: string, number: number): Row {
  try {
    return recordRow(JSON.parse(line), number)
  } catch (error) {
    return {
      number,
      problem: `no valid JSON: ${(error as Error).message}`,
      hint: 'write one JSON object a line',
    }
  }
}

function recordRow(value: unknown, number: number): Row {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    return { number, record: value as Record<string, unknown> }
  }
  return { number, problem: 'the row is no JSON object', hint: 'write {"title": ..., "text": ...}' }
}

/** Reads a JSON array of reports, one report, or an object with one list of reports. */
export function readJson(text: string): Rows {
  try {
    const value: unknown = JSON.parse(text)
    return { rows: reportList(value).map((item, at) => recordRow(item, at + 1)) }
  } catch (error) {
    const problem = `no valid JSON: ${(error as Error).message}`
    return { problem, hint: 'write one object, or an array of objects, or name the file .jsonl' }
  }
}

function reportList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (value === null || typeof value !== 'object' || holdsText(Object.keys(value))) return [value]
  const lists = Object.values(value).filter((item) => Array.isArray(item))
  return lists.length === 1 ? lists[0]! : [value]
}
