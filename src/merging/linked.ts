/** How much two items are linked. */
export type Edge = readonly [a: number, b: number, weight: number]

/** Items that are counted by day: pairs too far apart say nothing for or against a cluster. */
interface Cluster {
  readonly members: number[]
  readonly days: Map<number | null, number>
  /** Sum of the weights towards each other cluster, by its number. */
  readonly towards: Map<number, number>
}

type Comparable = (day: number | null, other: number | null) => boolean

function begin(days: readonly (number | null)[], edges: readonly Edge[]): Cluster[] {
  const clusters = days.map(
    (day, i): Cluster => ({ members: [i], days: new Map([[day, 1]]), towards: new Map() }),
  )
  for (const [a, b, weight] of edges) {
    clusters[a]!.towards.set(b, weight)
    clusters[b]!.towards.set(a, weight)
  }
  return clusters
}

function pairs(one: Cluster, two: Cluster, comparable: Comparable): number {
  let sum = 0
  for (const [day, n] of one.days) for (const [other, m] of two.days) if (comparable(day, other)) sum += n * m
  return sum
}

/** Moves all that `from` holds into `into`. */
function absorb(clusters: readonly Cluster[], into: number, from: number): void {
  const [one, two] = [clusters[into]!, clusters[from]!]
  one.members.push(...two.members)
  for (const [day, n] of two.days) one.days.set(day, (one.days.get(day) ?? 0) + n)
  for (const [other, weight] of two.towards) {
    clusters[other]!.towards.delete(from)
    if (other === into) continue
    const sum = (one.towards.get(other) ?? 0) + weight
    one.towards.set(other, sum)
    clusters[other]!.towards.set(into, sum)
  }
}

/**
 * Joins linked items, the strongest links first, where the average link between the two clusters' comparable pairs
 * reaches the threshold; a pair without a link counts as 0. The work grows with the links, not with all pairs.
 * @param days of the items, in an order that does not depend on how they came
 * @returns the clusters, each a sorted list of items, in the order of their first item
 */
export function clusterLinked(
  days: readonly (number | null)[],
  edges: readonly Edge[],
  threshold: number,
  comparable: Comparable,
): number[][] {
  const clusters = begin(days, edges)
  const home = days.map((_, i) => i)
  const strongest = edges
    .filter((e) => e[2] >= threshold)
    .sort((x, y) => y[2] - x[2] || x[0] - y[0] || x[1] - y[1])
  for (const [a, b] of strongest) {
    const [x, y] = [home[a]!, home[b]!].sort((p, q) => p - q) as [number, number]
    if (x === y) continue
    const [one, two] = [clusters[x]!, clusters[y]!]
    if ((one.towards.get(y) ?? 0) < threshold * pairs(one, two, comparable)) continue
    absorb(clusters, x, y)
    for (const i of two.members) home[i] = x
  }
  return [...new Set(home)].sort((p, q) => p - q).map((c) => [...clusters[c]!.members].sort((p, q) => p - q))
}
