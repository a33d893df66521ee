import { fold } from '../resolving/fold.js'
import type { Origin, Report } from '../types.js'
import { cluster } from './clusters.js'

const WORDS = 6
/** Share of the shorter report's word runs that the longer one must hold to be of one origin. */
const COPIED = 0.5

function runs(report: Report): Set<string> {
  const body = report.blocks
    .filter((b) => b.kind === 'paragraph')
    .map((b) => report.text.slice(b.start, b.end))
    .join(' ')
  const words = fold(body).split(' ')
  return new Set(words.slice(0, -WORDS + 1).map((_, i) => words.slice(i, i + WORDS).join(' ')))
}

function copied(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  return small.size ? [...small].filter((run) => large.has(run)).length / small.size : 0
}

/**
 * Which reports of a story share their words: runs of six words that stand in both. Quoting one statement is not
 * copying, since a quotation is a small share of a report.
 * @example findOrigins([wire, copy, other]) // two origins: [wire, copy] and [other]
 */
export function findOrigins(reports: readonly Report[]): Origin[] {
  const sorted = [...reports].sort((a, b) => (a.id < b.id ? -1 : 1))
  const sets = sorted.map(runs)
  const groups = cluster(sorted.length, (a, b) => copied(sets[a]!, sets[b]!), COPIED)
  return groups.map((group) => {
    const members = group.map((i) => sorted[i]!)
    const share =
      group.length > 1
        ? Math.round(100 * Math.min(...group.slice(1).map((i) => copied(sets[group[0]!]!, sets[i]!))))
        : 100
    const words = members.map((r) => r.outlet?.value ?? r.file).join(', ')
    return {
      id: members[0]!.id,
      reports: members.map((r) => r.id),
      reason: { rule: group.length > 1 ? `${share} % of the text in common` : 'its own words', words },
    }
  })
}
