/** How well two items belong together; null where they never do. */
export type Affinity = (a: number, b: number) => number | null

/**
 * Joins items whose average affinity reaches a threshold, the best pairs first. No two items of a cluster may be
 * barred from each other. The same items give the same clusters whatever their order, as long as the caller sorts them.
 * @param count number of items, named 0 to count-1
 * @param together lists of items that are in one cluster whatever their affinity, such as a person said
 * @returns the clusters, each a sorted list of items, in the order of their first item
 * @example cluster(3, (a, b) => (a + b === 1 ? 5 : null), 3) // [[0, 1], [2]]
 */
export function cluster(
  count: number,
  affinity: Affinity,
  threshold: number,
  together: readonly (readonly number[])[] = [],
): number[][] {
  const scores = new Map<number, number | null>()
  const score = (a: number, b: number): number | null => {
    const key = Math.min(a, b) * count + Math.max(a, b)
    if (!scores.has(key)) scores.set(key, affinity(Math.min(a, b), Math.max(a, b)))
    return scores.get(key)!
  }
  const home = Array.from({ length: count }, (_, i) => [i])
  for (const items of together) {
    const one = [...items]
    for (const i of one) home[i] = one
  }
  for (const [a, b] of pairsByScore(count, score, threshold)) {
    const [one, two] = [home[a]!, home[b]!]
    if (one === two || linkage(one, two, score) < threshold) continue
    one.push(...two)
    for (const i of two) home[i] = one
  }
  return [...new Set(home)].map((c) => [...c].sort((x, y) => x - y)).sort((x, y) => x[0]! - y[0]!)
}

function pairsByScore(
  count: number,
  score: (a: number, b: number) => number | null,
  threshold: number,
): [number, number][] {
  const pairs: [number, number, number][] = []
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      const s = score(a, b)
      if (s !== null && s >= threshold) pairs.push([a, b, s])
    }
  }
  return pairs.sort((x, y) => y[2] - x[2] || x[0] - y[0] || x[1] - y[1]).map(([a, b]) => [a, b])
}

/** The average affinity of two groups; minus infinity where any two of them are barred from each other. */
export function linkage(one: readonly number[], two: readonly number[], score: Affinity): number {
  let sum = 0
  for (const a of one) {
    for (const b of two) {
      const s = score(a, b)
      if (s === null) return Number.NEGATIVE_INFINITY
      sum += s
    }
  }
  return sum / (one.length * two.length)
}
