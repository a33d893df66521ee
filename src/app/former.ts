import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { packageRoot } from './paths.js'

/** Former states by the state that carries their record on: RUS for SUN. */
export type FormerStates = ReadonlyMap<string, readonly string[]>

const StatesFile = z.object({
  states: z.array(z.object({ code: z.string(), successors: z.array(z.string()).default([]) })).default([]),
})

/**
 * Which states carry on the record of which former ones, from the codebook's states and its overlays.
 * @param codebookDirs overlay folders
 * @example formerStates([]).get('RUS') // ['SUN']
 */
export function formerStates(codebookDirs: readonly string[]): FormerStates {
  const files = [join(packageRoot, 'codebook'), ...codebookDirs].map((folder) => join(folder, 'states.yaml'))
  const states = files
    .filter((file) => existsSync(file))
    .flatMap((file) => StatesFile.parse(parse(readFileSync(file, 'utf8')) ?? {}).states)
  const out = new Map<string, string[]>()
  for (const { code, successors } of states)
    for (const successor of successors) out.set(successor, [...(out.get(successor) ?? []), code])
  return out
}

/** Two states as they are asked for, and the former states that are folded into them. */
export interface Fold {
  readonly pair: Pair
  /** Pairs with a former state, each in the order of `pair`. */
  readonly former: readonly Pair[]
  /** The state that a code counts as. */
  readonly of: (code: string) => string
}

type Pair = readonly [string, string]

/** A pair as it is, with nothing folded in. */
export const unfolded = (pair: Pair): Fold => ({ pair, former: [], of: (code) => code })

/**
 * A pair with its former states: RUS with SUN, SRB with YUG and SCG.
 * @example foldFormer(['PRK', 'RUS'], formerStates([])).former // [['PRK', 'SUN']]
 */
export function foldFormer(pair: Pair, states: FormerStates): Fold {
  const [ones, others] = pair.map((code) => [code, ...(states.get(code) ?? [])]) as [string[], string[]]
  // What both carry on (Czechoslovakia for its two) belongs to neither alone.
  const own = (codes: string[], rest: string[]) => codes.filter((code) => !rest.includes(code))
  const [left, right] = [own(ones, others), own(others, ones)]
  const former = left
    .flatMap((a) => right.map((b) => [a, b] as const))
    .filter(([a, b]) => a !== pair[0] || b !== pair[1])
  const of = (code: string) => (left.includes(code) ? pair[0] : right.includes(code) ? pair[1] : code)
  return { pair, former, of }
}
