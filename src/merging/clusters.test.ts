import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Affinity, cluster } from './clusters.js'

describe('cluster', () => {
  /** Affinities by pair, "01" for items 0 and 1; all others are 0. */
  const table =
    (scores: Readonly<Record<string, number | null>>): Affinity =>
    (a, b) =>
      scores[`${a}${b}`] === undefined ? 0 : scores[`${a}${b}`]!

  it.each<[string, number, Record<string, number | null>, number[][]]>([
    ['nothing to join', 0, {}, []],
    ['one item', 1, {}, [[0]]],
    ['a pair at the threshold', 2, { '01': 3 }, [[0, 1]]],
    ['a pair below it', 2, { '01': 2.9 }, [[0], [1]]],
    ['a chain whose ends do not fit', 3, { '01': 4, '12': 3, '02': 1 }, [[0, 1], [2]]],
    ['a chain that holds on average', 3, { '01': 4, '12': 4, '02': 2 }, [[0, 1, 2]]],
    ['ends that are barred from each other', 3, { '01': 9, '12': 9, '02': null }, [[0, 1], [2]]],
    ['the best pair first', 3, { '01': 3, '12': 5, '02': null }, [[0], [1, 2]]],
  ])('%s', (_, count, scores, groups) => expect(cluster(count, table(scores), 3)).toEqual(groups))
})

const LIMIT = 3

/** Whole numbers, so that no order of adding makes a difference; null bars a pair. */
const scoresOf = (count: number) =>
  fc.array(fc.option(fc.integer({ min: -4, max: 8 }), { freq: 6 }), {
    minLength: count * count,
    maxLength: count * count,
  })
const problem = fc
  .integer({ min: 0, max: 9 })
  .chain((count) => fc.record({ count: fc.constant(count), scores: scoresOf(count) }))

type Problem = { readonly count: number; readonly scores: readonly (number | null)[] }
const affinityOf =
  ({ count, scores }: Problem): Affinity =>
  (a, b) =>
    scores[Math.min(a, b) * count + Math.max(a, b)]!

/** The same in the most obvious way: every pair in order of score, every group looked at anew. */
function slow(count: number, affinity: Affinity): number[][] {
  let groups = Array.from({ length: count }, (_, i) => [i])
  const pairs = groups
    .flatMap(([a]) => groups.map(([b]) => [a!, b!] as const))
    .filter(([a, b]) => a < b && (affinity(a, b) ?? Number.NEGATIVE_INFINITY) >= LIMIT)
    .sort((x, y) => affinity(...y)! - affinity(...x)! || x[0] - y[0] || x[1] - y[1])
  for (const [a, b] of pairs) {
    const one = groups.find((g) => g.includes(a))!
    const two = groups.find((g) => g.includes(b))!
    const across = one.flatMap((x) => two.map((y) => affinity(x, y)))
    const mean = across.reduce<number>((sum, s) => sum + (s ?? 0), 0) / across.length
    if (one === two || across.includes(null) || mean < LIMIT) continue
    groups = [...groups.filter((g) => g !== one && g !== two), [...one, ...two]]
  }
  return groups.map((g) => g.sort((x, y) => x - y)).sort((x, y) => x[0]! - y[0]!)
}

// On failure fast-check prints the seed and the smallest input that fails.
describe('cluster on random input', () => {
  it('does what the slow and obvious way does', () =>
    fc.assert(
      fc.property(problem, (p) => {
        expect(cluster(p.count, affinityOf(p), LIMIT)).toEqual(slow(p.count, affinityOf(p)))
      }),
      { numRuns: 300 },
    ))

  it('puts every item into one group, and no barred pair into any', () =>
    fc.assert(
      fc.property(problem, (p) => {
        const groups = cluster(p.count, affinityOf(p), LIMIT)
        expect(groups.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: p.count }, (_, i) => i))
        for (const group of groups)
          for (const a of group) for (const b of group) if (a < b) expect(affinityOf(p)(a, b)).not.toBeNull()
      }),
    ))

  it('takes nothing from the order of the two items that it asks about', () =>
    fc.assert(
      fc.property(problem, (p) => {
        const asked: boolean[] = []
        cluster(
          p.count,
          (a, b) => {
            asked.push(a < b)
            return affinityOf(p)(a, b)
          },
          LIMIT,
        )
        expect(asked).not.toContain(false)
      }),
    ))
})
