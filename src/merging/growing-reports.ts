import type { Mention, Origin, Report, Story } from '../types.js'
import type { GrowingRecord, Index, Item } from './growing-record.js'
import { widen } from './growing-record.js'
import { homes, type MergingRules } from './index.js'
import { chainsOf } from './joining.js'
import { findLinks, type Link, linkOf, SHARED_KEYS, WINDOW_DAYS } from './links.js'
import { findOrigins, isCopy, type Voice } from './origins.js'
import { type Profile, profileOf } from './profiles.js'
import { findStories, SAME_STORY, type Told, withOrigins } from './stories.js'

interface Kept {
  readonly profile: Profile
  readonly told: Told & Voice
}

/** What became of stories and origins. */
export interface ReportsGrown {
  /** The reports whose stories and origins were worked out anew, also those that are gone. */
  readonly reports: readonly string[]
  readonly stories: readonly Story[]
  readonly origins: readonly Origin[]
  /** Those that belong elsewhere than before, or whose days may be counted otherwise. */
  readonly moved: readonly string[]
}

const holds = (link: Link): boolean => link.like >= SAME_STORY || isCopy(link)

function itemOf(report: Report, mentions: readonly Mention[], rules: MergingRules): Item<Kept> {
  const profile = profileOf(report, mentions, rules)
  const { id, title, published, outlet, file } = report
  const body = { profile, told: { id, title, published, outlet, file } }
  return { id, keys: profile.keys, day: profile.day, body }
}

/** Those that are near a report by their keys, its own among them. */
function near(index: Index, { keys, day }: Item<Kept>): Promise<readonly string[]> {
  const days = day === null ? null : ([day - WINDOW_DAYS, day + WINDOW_DAYS] as const)
  return index.find({ keys, least: SHARED_KEYS, days })
}

const joins = (a: Item<Kept>, b: Item<Kept>): boolean => {
  const link = a.id === b.id ? null : linkOf(a.body.profile, b.body.profile)
  return link !== null && holds(link)
}

/** Others that a link joins with a changed report; each is loaded once. */
async function linked(record: GrowingRecord<unknown>, changed: readonly Item<Kept>[]): Promise<string[]> {
  const index = record.index('report')
  const known = new Map(changed.map((item) => [item.id, item]))
  const found = new Set<string>()
  for (const item of changed) {
    const ids = await near(index, item)
    const others = await index.get(ids.filter((id) => !known.has(id)))
    for (const other of others as Item<Kept>[]) known.set(other.id, other)
    for (const id of ids) if (joins(item, known.get(id)!)) found.add(id)
  }
  return [...found]
}

/** The chains within a scope: what a link strong enough to join holds together. */
function chains(ids: readonly string[], links: readonly Link[]): string[][] {
  const at = new Map(ids.map((id, i) => [id, i]))
  const pairs = links.filter(holds).map(({ a, b }) => [at.get(a)!, at.get(b)!] as const)
  return chainsOf(ids.length, pairs).map((chain) => chain.map((i) => ids[i]!))
}

/** Reports that changed places, and undated ones whose story may lend them another day. */
async function movedOf(
  record: GrowingRecord<unknown>,
  told: readonly Told[],
  stories: readonly Story[],
  origins: readonly Origin[],
  pending: ReadonlySet<string>,
): Promise<string[]> {
  const [storyOf, originOf] = [homes(stories), homes(origins)]
  const before = new Map((await record.homes(told.map((t) => t.id))).map((h) => [h.report, h]))
  return told
    .filter(({ id, published }) => {
      const { story, origin } = before.get(id) ?? {}
      return pending.has(id) || !published || story !== storyOf.get(id) || origin !== originOf.get(id)
    })
    .map(({ id }) => id)
}

/** Works out stories and origins anew where pending reports may change them. */
export async function growReports(
  record: GrowingRecord<unknown>,
  live: readonly Report[],
  mentions: readonly Mention[],
  pending: readonly string[],
  rules: MergingRules,
): Promise<ReportsGrown> {
  const told = new Map<string, Mention[]>(live.map((r) => [r.id, []]))
  for (const m of mentions) told.get(m.report)?.push(m)
  const changed = live.map((r) => itemOf(r, told.get(r.id)!, rules))
  const gone = pending.filter((id) => !told.has(id))
  const index = record.index('report')
  const ids = await widen(index, changed, gone, (items) => linked(record, items))
  const kept = ((await index.get(ids)) as Item<Kept>[]).map(({ body }) => body)
  const links = findLinks(kept.map((k) => k.profile))
  const reports = kept.map((k) => k.told)
  const origins = findOrigins(reports, links)
  const withdrawn = new Set(await record.withdrawn(ids))
  const stories = withOrigins(findStories(reports, links), origins, withdrawn)
  await index.chain(chains(ids, links))
  const moved = await movedOf(record, reports, stories, origins, new Set(pending))
  return { reports: [...ids, ...gone], stories, origins, moved }
}
