import type { Edge } from '../../merging/linked.js'
import { fold } from '../../resolving/fold.js'
import type { Filed } from './gold/allsides.js'

/** Counts of words times the logarithm of how few reports have them, as a vector of length 1. */
export function tfIdf(filed: readonly Filed[]): Map<string, number>[] {
  const all = filed.map(({ report }) => fold(report.text).split(' '))
  const frequency = new Map<string, number>()
  for (const words of all) for (const w of new Set(words)) frequency.set(w, (frequency.get(w) ?? 0) + 1)
  return all.map((words) => {
    const counts = new Map<string, number>()
    for (const w of words) counts.set(w, (counts.get(w) ?? 0) + 1)
    for (const [w, n] of counts) counts.set(w, n * (1 + Math.log((1 + all.length) / (1 + frequency.get(w)!))))
    const length = Math.hypot(...counts.values())
    return new Map(
      [...counts].filter(([w]) => frequency.get(w)! < all.length / 2).map(([w, x]) => [w, x / length]),
    )
  })
}

/** Reports further apart than this, in days, are not compared. */
export const BASELINE_WINDOW = 3
/** Cosines below this are taken for none. */
const FLOOR = 0.12

const near = (window: number) => (a: number | null, b: number | null) =>
  a === null || b === null || Math.abs(a - b) <= window

/** Cosines of all pairs that are close in time; those below the floor are left out. */
export function cosines(vectors: readonly Map<string, number>[], days: readonly (number | null)[]): Edge[] {
  const postings = new Map<string, [number, number][]>()
  return vectors.flatMap((vector, b) => {
    const sums = new Map<number, number>()
    for (const [word, x] of vector) {
      const list = postings.get(word) ?? []
      for (const [a, y] of list) sums.set(a, (sums.get(a) ?? 0) + x * y)
      list.push([b, x])
      postings.set(word, list)
    }
    return [...sums]
      .filter(([a, cosine]) => cosine >= FLOOR && near(BASELINE_WINDOW)(days[a]!, days[b]!))
      .map(([a, cosine]): Edge => [a, b, cosine])
  })
}
