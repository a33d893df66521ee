import type { Origin, Report, Story } from '../types.js'
import { clusterLinked, type Edge } from './linked.js'
import { type Link, WINDOW_DAYS } from './links.js'
import { dayOf } from './profiles.js'

/** Average likeness from which reports carry the same news. */
export const SAME_STORY = 0.22

/** What of a report its story shows. */
export type Told = Pick<Report, 'id' | 'title' | 'published'>

function toStory(members: readonly Told[]): Story {
  const dated = members
    .map((r) => r.published?.value.slice(0, 10))
    .filter((d) => d !== undefined)
    .sort()
  return {
    id: `s-${members[0]!.id}`,
    title: members.find((r) => r.title)?.title?.value ?? null,
    reports: members.map((r) => r.id),
    events: [],
    since: dated[0] ?? null,
    withdrawn: [],
    origins: members.length,
    follows: [],
  }
}

/** Days further apart than the window say nothing: a long affair is one story as long as its days hang together. */
const comparable = (a: number | null, b: number | null): boolean =>
  a === null || b === null || Math.abs(a - b) <= WINDOW_DAYS

const inOrder = <T extends { id: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (a.id < b.id ? -1 : 1))

/** Reports given together to be compared are one story. */
export const oneStoryOf = (reports: readonly Told[]): Story[] =>
  reports.length ? [toStory(inOrder(reports))] : []

const isEarlier = (a: Story, b: Story): boolean =>
  `${a.since ?? '9999'} ${a.id}` < `${b.since ?? '9999'} ${b.id}`

/** Stories linked by two reports as alike as those of one story: the later follows the earlier. */
function withFollowed(stories: readonly Story[], links: readonly Link[], threshold: number): Story[] {
  const home = new Map(stories.flatMap((s) => s.reports.map((r) => [r, s] as const)))
  const followed = new Map<string, Set<string>>(stories.map((s) => [s.id, new Set()]))
  for (const { a, b, like } of links) {
    const [one, two] = [home.get(a), home.get(b)]
    if (!one || !two || one === two || like < threshold) continue
    const [earlier, later] = isEarlier(one, two) ? [one, two] : [two, one]
    followed.get(later.id)!.add(earlier.id)
  }
  return stories.map((s) => ({ ...s, follows: [...followed.get(s.id)!].sort() }))
}

/** Stories with the number of texts that the words of those of their reports come from that were not withdrawn. */
export function withOrigins(
  stories: readonly Story[],
  origins: readonly Origin[],
  withdrawn: ReadonlySet<string>,
): Story[] {
  const home = new Map(origins.flatMap((o) => o.reports.map((r) => [r, o.id] as const)))
  return stories.map((story) => {
    const counted = story.reports.filter((id) => !withdrawn.has(id))
    return {
      ...story,
      withdrawn: story.reports.filter((id) => withdrawn.has(id)),
      origins: new Set(counted.map((id) => home.get(id))).size,
    }
  })
}

/**
 * The reports that carry the same news: close in time, alike in their telling words, the more readily if they tell of
 * the same acts between the same states. The same reports give the same stories in any order.
 * @param links among these reports; others are passed over
 * @example findStories(reports, findLinks(profiles))
 */
export function findStories(
  reports: readonly Told[],
  links: readonly Link[],
  threshold = SAME_STORY,
): Story[] {
  const sorted = inOrder(reports)
  const at = new Map(sorted.map((r, i) => [r.id, i]))
  const edges = links.flatMap(({ a, b, like }): Edge[] =>
    at.has(a) && at.has(b) ? [[at.get(a)!, at.get(b)!, like]] : [],
  )
  const days = sorted.map(dayOf)
  const groups = clusterLinked(days, edges, threshold, comparable)
  const stories = groups.map((group) => toStory(group.map((i) => sorted[i]!)))
  return withFollowed(stories, links, threshold)
}
