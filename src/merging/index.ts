import { resolveTime } from '../resolving/dates.js'
import type { NameRules } from '../resolving/similarity-rules.js'
import type { Entity, Event, Mention, Origin, Report, Story } from '../types.js'
import { bothSides, cluesOf, type Judging, supported, total } from './clues.js'
import { cluster } from './clusters.js'
import { type Scores, toEvent } from './events.js'
import { findOrigins } from './origins.js'
import { joinPersons, withCanon } from './persons.js'
import { findStories } from './stories.js'

/** Clues must add up to this much before two mentions are one event: a false merge makes two voices out of one. */
const SAME_EVENT = 3.5

export interface Merged {
  readonly events: readonly Event[]
  readonly stories: readonly Story[]
  readonly origins: readonly Origin[]
  readonly entities: readonly Entity[]
}

export interface MergingRules {
  readonly scores: Scores
  readonly alike: Judging['alike']
  /** How names of one person may be spelled. */
  readonly names: NameRules
}

/** The day from which the dates of an undated report can be counted: that of another report of its story. */
function borrowedDays(
  stories: readonly Story[],
  reports: ReadonlyMap<string, Report>,
): Map<string, { day: string; from: string }> {
  const out = new Map<string, { day: string; from: string }>()
  for (const story of stories) {
    const dated = story.reports
      .map((id) => reports.get(id)!)
      .filter((r) => r.published)
      .sort((a, b) => (a.published!.value < b.published!.value ? -1 : 1))[0]
    if (!dated) continue
    for (const id of story.reports)
      if (!reports.get(id)!.published)
        out.set(id, { day: dated.published!.value, from: dated.outlet?.value ?? dated.file })
  }
  return out
}

/** A mention of an undated report with its date counted anew, marked as taken from another report. */
function redated(mention: Mention, borrowed: { day: string; from: string } | undefined): Mention {
  if (!borrowed || !mention.dating || (mention.date && mention.date_from === 'said')) return mention
  const dated = resolveTime(mention.dating.meaning, {
    published: borrowed.day,
    from: 'other-report',
    tense: mention.dating.tense,
  })
  if (!dated.edtf || dated.from === 'said') return mention
  const spans = mention.evidence.find((e) => e.field === 'date')?.spans ?? []
  const reason = {
    rule: `${dated.reason.rule}, the day being that of ${borrowed.from}`,
    words: mention.date_text ?? '',
  }
  const others = mention.evidence.filter((e) => e.field !== 'date')
  return {
    ...mention,
    date: dated.edtf,
    date_from: dated.from,
    background: mention.background || dated.background,
    evidence: [...others, { field: 'date', value: dated.edtf, said: false, spans, reason }],
  }
}

const byId = (a: Mention, b: Mention): number => (a.id < b.id ? -1 : 1)

/** Mentions can only be one event if they are of one type and concern the same states. */
function blocks(mentions: readonly Mention[]): Mention[][] {
  const out = new Map<string, Mention[]>()
  for (const m of [...mentions].sort(byId)) {
    const key = `${m.event} ${bothSides(m)}`
    out.set(key, [...(out.get(key) ?? []), m])
  }
  return [...out.values()]
}

function joinMentions(block: readonly Mention[], judging: Judging): Mention[][] {
  const affinity = (a: number, b: number): number | null => {
    const clues = cluesOf(block[a]!, block[b]!, judging)
    // What speaks against a pair keeps it apart even where others speak for both: "met Lavrov", "met Putin".
    return clues.length && supported(clues) && total(clues) >= 0 ? total(clues) : null
  }
  return cluster(block.length, affinity, SAME_EVENT).map((group) => group.map((i) => block[i]!))
}

const storiesOf = (stories: readonly Story[]): Map<string, string> =>
  new Map(stories.flatMap((s) => s.reports.map((r) => [r, s.id] as const)))

function withEvents(story: Story, events: readonly Event[]): Story {
  const told = new Set(story.reports)
  return {
    ...story,
    events: events.filter((e) => e.mentions.some((m) => told.has(m.report))).map((e) => e.id),
  }
}

const inOrder = (a: Event, b: Event): number =>
  (a.date ?? '9999').localeCompare(b.date ?? '9999') || (a.id < b.id ? -1 : 1)

function allOrigins(stories: readonly Story[], reports: ReadonlyMap<string, Report>): Origin[] {
  return stories.flatMap((s) => findOrigins(s.reports.map((id) => reports.get(id)!)))
}

/**
 * Mentions to events, reports to stories and origins. The same mentions give the same result in any order.
 * @param parts all reports and mentions that may concern one another
 * @param oneStory the reports were given together to be compared, and are one story
 */
export function merge(
  parts: { reports: readonly Report[]; mentions: readonly Mention[] },
  rules: MergingRules,
  oneStory = false,
): Merged {
  const reports = new Map(parts.reports.map((r) => [r.id, r]))
  const canon = joinPersons(parts.mentions, rules.names)
  const named = parts.mentions.map((m) => withCanon(m, canon))
  const stories = findStories(parts.reports, named, oneStory)
  const borrowed = borrowedDays(stories, reports)
  const dated = named.map((m) => redated(m, borrowed.get(m.report)))
  const origins = allOrigins(stories, reports)
  const originOf = new Map(origins.flatMap((o) => o.reports.map((r) => [r, o.id] as const)))
  const judging = { storyOf: storiesOf(stories), alike: rules.alike }
  const building = { ...judging, reports, originOf, scores: rules.scores }
  const events = blocks(dated)
    .flatMap((block) => joinMentions(block, judging))
    .map((group) => toEvent(group, building))
    .sort(inOrder)
  return {
    events,
    stories: stories.map((s) => withEvents(s, events)),
    origins,
    entities: [...new Set(canon.values())],
  }
}
