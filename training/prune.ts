import { entryOf, indexRows, type Weights } from '../src/reading/weights.js'
import type { AveragedRow } from './perceptron.js'

const LARGEST = 127

interface Entry {
  readonly c: number
  readonly weight: number
}

function kept(row: AveragedRow, least: number): Entry[] {
  return Array.from(row.weights, (weight, c) => ({ c, weight })).filter((e) => Math.abs(e.weight) >= least)
}

/**
 * Leaves out weights smaller than `least` and stores the others as whole numbers of 8 bits, scaled by the largest.
 *
 * @param rows in order of their unsigned keys
 */
export function prune(rows: readonly AveragedRow[], classes: number, least: number): Weights {
  let largest = 0
  for (const row of rows) for (const w of row.weights) largest = Math.max(largest, Math.abs(w))
  const scale = largest / LARGEST || 1
  const full = rows.map((row) => ({ key: row.key, entries: kept(row, Math.max(least, scale / 2)) }))
  const held = full.filter((row) => row.entries.length > 0)
  const starts: number[] = []
  const entries: number[] = []
  for (const row of held) {
    starts.push(entries.length)
    entries.push(row.entries.length)
    for (const { c, weight } of row.entries) entries.push(entryOf(c, Math.round(weight / scale)))
  }
  const keys = held.map((row) => row.key)
  return { classes, scale, ...indexRows(keys, starts), rows: Int16Array.from(entries) }
}
