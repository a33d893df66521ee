import { chainsOf } from '../../merging/joining.js'
import { groupBy } from './groups.js'
import type { Tally } from './score.js'
import { NOTHING } from './tallies.js'

/** A mention with the chain that it has in the gold, and the one that was found. */
export interface Linked {
  readonly id: string
  readonly gold: string
  readonly found: string
}

/** The three measures of the CoNLL mean (Pradhan et al. 2012), as tallies that add up over texts. */
export interface ChainTallies {
  readonly muc: Tally
  readonly 'b-cubed': Tally
  readonly 'ceaf-e': Tally
}

type Chains = ReadonlyMap<string, readonly Linked[]>

const plus = (a: Tally, b: Partial<Tally>): Tally => ({
  found: a.found + (b.found ?? 0),
  correct: a.correct + (b.correct ?? 0),
  gold: a.gold + (b.gold ?? 0),
  covered: a.covered + (b.covered ?? 0),
})

/** MUC (Vilain et al. 1995): links of a chain, less those that it takes to put its parts together again. */
function links(chain: readonly Linked[], other: (m: Linked) => string): { all: number; kept: number } {
  return { all: chain.length - 1, kept: chain.length - new Set(chain.map(other)).size }
}

const sharedBy = (a: readonly Linked[], b: readonly Linked[]): number => a.filter((m) => b.includes(m)).length

/** Likeness of two chains by CEAF-e (Luo 2005, phi 4). */
const likeness = (a: readonly Linked[], b: readonly Linked[]): number =>
  (2 * sharedBy(a, b)) / (a.length + b.length)

/**
 * Pairs rows with columns so that the total is highest (Kuhn and Munkres, with potentials).
 * @param worth rows by columns, none below 0
 * @returns the column of each row, or -1
 */
export function assigned(worth: readonly (readonly number[])[]): number[] {
  const size = Math.max(worth.length, worth[0]?.length ?? 0)
  const cost = (i: number, j: number): number => -(worth[i]?.[j] ?? 0)
  const [u, v] = [new Float64Array(size + 1), new Float64Array(size + 1)]
  const rowOf = new Int32Array(size + 1)
  for (let row = 1; row <= size; row++) augment(row, size, cost, u, v, rowOf)
  const out = worth.map(() => -1)
  for (let j = 1; j <= size; j++) {
    const i = rowOf[j]! - 1
    if (worth[i] && j <= worth[i].length) out[i] = j - 1
  }
  return out
}

/** Finds the cheapest way to give a further row a column. */
function augment(
  row: number,
  size: number,
  cost: (i: number, j: number) => number,
  u: Float64Array,
  v: Float64Array,
  rowOf: Int32Array,
): void {
  const [least, way] = [new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY), new Int32Array(size + 1)]
  const used = new Uint8Array(size + 1)
  rowOf[0] = row
  let at = 0
  do {
    used[at] = 1
    const i = rowOf[at]!
    let [step, next] = [Number.POSITIVE_INFINITY, 0]
    for (let j = 1; j <= size; j++) {
      if (used[j]) continue
      const here = cost(i - 1, j - 1) - u[i]! - v[j]!
      if (here < least[j]!) [least[j], way[j]] = [here, at]
      if (least[j]! < step) [step, next] = [least[j]!, j]
    }
    for (let j = 0; j <= size; j++) {
      if (used[j]) {
        u[rowOf[j]!]! += step
        v[j]! -= step
      } else least[j]! -= step
    }
    at = next
  } while (rowOf[at] !== 0)
  for (; at !== 0; at = way[at]!) rowOf[at] = rowOf[way[at]!]!
}

/** For each gold chain how like it is to the found chain that the best pairing of all gives it. */
function paired(gold: Chains, found: Chains): Map<string, number> {
  const [golds, founds] = [[...gold.values()], [...found.values()]]
  const place = new Map(founds.map((chain, i) => [chain[0]!.found, golds.length + i]))
  const touching = golds.flatMap((chain, i) =>
    [...new Set(chain.map((m) => m.found))].map((f) => [i, place.get(f)!] as const),
  )
  // Chains that no mention connects are paired apart.
  const groups = chainsOf(golds.length + founds.length, touching)
  return new Map(groups.flatMap((group) => pairedWithin(group, golds, founds)))
}

function pairedWithin(
  group: readonly number[],
  golds: readonly (readonly Linked[])[],
  founds: readonly (readonly Linked[])[],
): [string, number][] {
  const rows = group.filter((i) => i < golds.length).map((i) => golds[i]!)
  const columns = group.filter((i) => i >= golds.length).map((i) => founds[i - golds.length]!)
  const worth = rows.map((row) => columns.map((column) => likeness(row, column)))
  return assigned(worth).map((j, i) => [rows[i]![0]!.gold, j < 0 ? 0 : worth[i]![j]!])
}

/**
 * MUC, B-cubed and CEAF-e of found chains against gold ones, by text: a mention counts for its text, a chain for that
 * of its first mention.
 * @param textOf the text of a mention
 */
export function chainTallies(
  mentions: readonly Linked[],
  textOf: (m: Linked) => string,
): ReadonlyMap<string, ChainTallies> {
  const [gold, found] = [groupBy(mentions, (m) => m.gold), groupBy(mentions, (m) => m.found)]
  const out = new Map<string, ChainTallies>()
  const add = (m: Linked, name: keyof ChainTallies, tally: Partial<Tally>): void => {
    const known = out.get(textOf(m)) ?? { muc: NOTHING, 'b-cubed': NOTHING, 'ceaf-e': NOTHING }
    out.set(textOf(m), { ...known, [name]: plus(known[name], tally) })
  }
  for (const m of mentions) {
    const [g, f] = [gold.get(m.gold)!, found.get(m.found)!]
    const both = sharedBy(g, f)
    add(m, 'b-cubed', { found: 1, correct: both / f.length, gold: 1, covered: both / g.length })
  }
  const like = paired(gold, found)
  for (const [name, chain] of gold) {
    const { all, kept } = links(chain, (m) => m.found)
    add(chain[0]!, 'muc', { gold: all, covered: kept })
    add(chain[0]!, 'ceaf-e', { gold: 1, covered: like.get(name)!, correct: like.get(name)! })
  }
  for (const chain of found.values()) {
    const { all, kept } = links(chain, (m) => m.gold)
    add(chain[0]!, 'muc', { found: all, correct: kept })
    add(chain[0]!, 'ceaf-e', { found: 1 })
  }
  return out
}
