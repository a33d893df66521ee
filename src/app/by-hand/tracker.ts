import type { Row } from '../../reports/rows.js'
import type { Mention } from '../../types.js'
import type { Field, Mapping } from './columns.js'
import { type EntryRules, entryFrom, isRefusal } from './entry.js'
import { type Refusal, readGiven } from './given.js'

/** A row of a tracker: its number in the file, and what it became. */
export interface TrackerRow {
  readonly row: number
  /** What stands in it, for people. */
  readonly words: string
  readonly entry: Mention | readonly Refusal[]
}

/** Fields whose cells may hold several, with semicolons between. */
const LISTS: readonly Field[] = ['actor', 'recipient']

/**
 * The rows of a tracker as entries, or what is wrong with each.
 * @param by who recorded the rows that do not say
 */
export function readTracker(
  rows: readonly Row[],
  mapping: Mapping,
  by: string,
  rules: EntryRules,
): readonly TrackerRow[] {
  return rows.map((row) => {
    if ('problem' in row) {
      const { number, problem, hint } = row
      return { row: number, words: '', entry: [{ field: 'row', problem, hint }] }
    }
    const cells = cellsOf(row.record, mapping)
    const given = readGiven({ ...cells, by: cells.by || by })
    const words = [...mapping.keys()].map((column) => String(row.record[column] ?? '').trim()).filter(Boolean)
    const entry = isRefusals(given) ? given : entryFrom(given, rules)
    return { row: row.number, words: words.join(' · '), entry }
  })
}

function cellsOf(record: Readonly<Record<string, unknown>>, mapping: Mapping) {
  const cells = [...mapping].map(([column, field]) => {
    const text = String(record[column] ?? '')
    return [field, LISTS.includes(field) ? text.split(';') : text] as const
  })
  return { type: '', actor: [], ...Object.fromEntries(cells) } as Record<string, unknown> & { by?: string }
}

/** Tells what was refused from what was made. */
export function isRefusals(value: unknown): value is readonly Refusal[] {
  return Array.isArray(value) && value.every(isRefusal)
}
