import { fold } from '../resolving/fold.js'
import type { Mention, Report, Story } from '../types.js'
import { bothSides } from './clues.js'
import { cluster } from './clusters.js'

/** Reports further apart than this carry no one news. */
const WINDOW_DAYS = 3
/** Likeness of two reports' words (cosine) from which they carry the same news; less is enough with shared events. */
const LIKENESS = 0.42
const SHARED_EVENT = 0.08

type Vector = ReadonlyMap<string, number>

/** Square roots of word counts, title words twice: names and rare words weigh by their length. */
function vectorOf(report: Report): Vector {
  const counts = new Map<string, number>()
  for (const block of report.blocks.filter((b) => b.kind === 'paragraph' || b.kind === 'title')) {
    for (const word of fold(report.text.slice(block.start, block.end)).split(' ')) {
      if (word.length > 3) counts.set(word, (counts.get(word) ?? 0) + (block.kind === 'title' ? 2 : 1))
    }
  }
  return new Map([...counts].map(([word, n]) => [word, Math.sqrt(n)]))
}

function cosine(a: Vector, b: Vector): number {
  const norm = (v: Vector) => Math.sqrt([...v.values()].reduce((s, x) => s + x * x, 0))
  const dot = [...a].reduce((s, [word, x]) => s + x * (b.get(word) ?? 0), 0)
  return dot / (norm(a) * norm(b) || 1)
}

/** The acts that a report tells as news: type and states, and the persons in it. */
const newsOf = (mentions: readonly Mention[]): Set<string> =>
  new Set(
    mentions
      .filter((m) => !m.background && bothSides(m).includes('+'))
      .map((m) => `${m.event} ${bothSides(m)}`),
  )

const dayOf = (report: Report): number | null => {
  const day = report.published?.value.slice(0, 10)
  return day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) / 86_400_000 : null
}

function closeInTime(a: Report, b: Report): boolean {
  const [x, y] = [dayOf(a), dayOf(b)]
  return x === null || y === null || Math.abs(x - y) <= WINDOW_DAYS
}

function titleOf(reports: readonly Report[]): string | null {
  return reports.find((r) => r.title)?.title?.value ?? null
}

function toStory(members: readonly Report[]): Story {
  const dated = members
    .map((r) => r.published?.value.slice(0, 10))
    .filter((d) => d !== undefined)
    .sort()
  return {
    id: `s-${members[0]!.id}`,
    title: titleOf(members),
    reports: members.map((r) => r.id),
    events: [],
    since: dated[0] ?? null,
  }
}

/**
 * The reports that carry the same news: close in time, alike in their words, the more readily if they tell of the
 * same acts between the same states. The order in which reports come makes no difference.
 * @param oneStory reports given together to be compared are one story
 */
export function findStories(
  reports: readonly Report[],
  mentions: readonly Mention[],
  oneStory: boolean,
): Story[] {
  const sorted = [...reports].sort((a, b) => (a.id < b.id ? -1 : 1))
  if (oneStory) return sorted.length ? [toStory(sorted)] : []
  const vectors = sorted.map(vectorOf)
  const news = sorted.map((r) => newsOf(mentions.filter((m) => m.report === r.id)))
  const affinity = (a: number, b: number): number | null => {
    if (!closeInTime(sorted[a]!, sorted[b]!)) return null
    const shared = [...news[a]!].filter((n) => news[b]!.has(n)).length
    return cosine(vectors[a]!, vectors[b]!) + SHARED_EVENT * Math.min(3, shared)
  }
  return cluster(sorted.length, affinity, LIKENESS).map((group) => toStory(group.map((i) => sorted[i]!)))
}
