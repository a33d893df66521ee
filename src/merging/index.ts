import { type Corrections, correctionsOf } from '../correcting/index.js'
import { isRejected } from '../records.js'
import type { NameRules } from '../resolving/similarity-rules.js'
import type { Entity, Event, LogEntry, Mention, Origin, Report, Story } from '../types.js'
import { entitiesOf, isPlaced, withCanon } from './canon.js'
import type { Judging } from './clues.js'
import { type Canon, joinEntities } from './entities.js'
import { type Building, type Scores, toEvent } from './events.js'
import type { HouseOf } from './houses.js'
import { joinTellings } from './joining.js'
import type { KindRules } from './kinds.js'
import { findLinks } from './links.js'
import { findOrigins } from './origins.js'
import { profileOf } from './profiles.js'
import type { Rarity } from './rarity.js'
import { findStories, oneStoryOf, withOrigins } from './stories.js'
import { borrowedDay, redated, type Telling, tellingOf } from './tellings.js'

export interface Merged {
  readonly events: readonly Event[]
  readonly stories: readonly Story[]
  readonly origins: readonly Origin[]
  readonly entities: readonly Entity[]
}

export interface MergingRules {
  readonly scores: Scores
  readonly kinds: KindRules
  readonly alike: Judging['alike']
  readonly kin: Judging['kin']
  /** How names of one person may be spelled. */
  readonly names: NameRules
  /** How telling a word is. */
  readonly rarity: Rarity
  /** The publisher of an outlet. */
  readonly houseOf: HouseOf
}

/** The story or origin of each report. */
export const homes = (list: readonly (Story | Origin)[]): Map<string, string> =>
  new Map(list.flatMap((s) => s.reports.map((r) => [r, s.id] as const)))

function withEvents(story: Story, events: readonly Event[]): Story {
  const told = new Set(story.reports)
  return {
    ...story,
    events: events.filter((e) => e.mentions.some((m) => told.has(m.report))).map((e) => e.id),
  }
}

const firstDay = (e: Event): string => e.date ?? '9999'

/** By date, the undated last. */
export const inOrder = (a: Event, b: Event): number =>
  firstDay(a) < firstDay(b) ? -1 : firstDay(a) > firstDay(b) ? 1 : a.id < b.id ? -1 : 1

/** All reports and mentions that may concern one another. */
export interface MergeParts {
  readonly reports: readonly Report[]
  readonly mentions: readonly Mention[]
  /** The reports that were withdrawn: they stand in their stories, and nothing that they tell counts. */
  readonly withdrawn?: ReadonlySet<string>
  /** What persons corrected, oldest first; left out where nobody did. */
  readonly log?: readonly LogEntry[]
}

const NONE: ReadonlySet<string> = new Set()

/** What persons said, of the mentions that are there. */
function saidOf({ log = [], mentions }: MergeParts, canon?: Canon): Corrections {
  const there = new Set(mentions.map((m) => m.id))
  return correctionsOf(
    log,
    (id) => (there.has(id) ? [id] : []),
    (entity) => canon?.get(entity.id) ?? entity,
  )
}

function groupReports(
  { reports, mentions, withdrawn = NONE }: MergeParts,
  rules: MergingRules,
  oneStory: boolean,
) {
  const told = new Map<string, Mention[]>(reports.map((r) => [r.id, []]))
  for (const m of mentions) told.get(m.report)?.push(m)
  const profiles = reports.map((r) => profileOf(r, told.get(r.id)!, rules))
  const links = findLinks(profiles)
  const origins = findOrigins(reports, links)
  const stories = oneStory ? oneStoryOf(reports) : findStories(reports, links)
  return { stories: withOrigins(stories, origins, withdrawn), origins }
}

/** Mentions named and dated as in the record, with what their reports belong to. */
function tellings(
  mentions: readonly Mention[],
  reports: ReadonlyMap<string, Report>,
  { stories, origins }: { stories: readonly Story[]; origins: readonly Origin[] },
  rarity: Rarity,
): Telling[] {
  const [storyOf, originOf] = [homes(stories), homes(origins)]
  const borrowed = new Map(stories.map((s) => [s.id, borrowedDay(s.reports.map((id) => reports.get(id)!))]))
  return mentions.map((m) => {
    // What a person recorded by hand has no report: it is in no story, and an origin of its own.
    const [story, published] = [
      storyOf.get(m.report) ?? m.report,
      reports.get(m.report)?.published?.value ?? null,
    ]
    const dated = published === null ? redated(m, borrowed.get(story) ?? null) : m
    return tellingOf(dated, { story, origin: originOf.get(m.report) ?? m.report, published }, rarity)
  })
}

/** The events of chains of tellings, in order. */
export const eventsIn = (
  chains: readonly { readonly events: readonly (readonly { readonly mention: Mention }[])[] }[],
  building: Building,
): Event[] =>
  chains
    .flatMap((chain) => chain.events)
    .map((group) =>
      toEvent(
        group.map((t) => t.mention),
        building,
      ),
    )
    .sort(inOrder)

/**
 * Those of the record: persons of no known state only where an event names them, and parties that persons alone gave.
 */
function knownIn(events: readonly Event[], canon: Canon): Entity[] {
  const standing = events.filter((event) => !isRejected(event))
  const parties = standing.flatMap(({ mentions, ...event }) => [...mentions, event].flatMap(entitiesOf))
  const named = new Map(parties.map((e) => [e.id, canon.get(e.id) ?? e]))
  const placed = [...canon.values()].filter(({ kind, country }) => kind !== 'person' || country !== null)
  return [...new Map([...placed, ...named.values()].map((e) => [e.id, e])).values()]
}

/**
 * Mentions to events, reports to stories and origins. The same mentions give the same result in any order.
 * @param parts all reports and mentions that may concern one another
 * @param oneStory the reports were given together to be compared, and are one story
 */
export function merge(parts: MergeParts, rules: MergingRules, oneStory = false): Merged {
  const reports = new Map(parts.reports.map((r) => [r.id, r]))
  const counted = parts.mentions.filter((m) => !parts.withdrawn?.has(m.report))
  const canon = joinEntities(counted.flatMap(entitiesOf), rules.names, saidOf(parts))
  const { stories, origins } = groupReports(parts, rules, oneStory)
  const named = counted.map((m) => withCanon(m, canon)).filter(isPlaced)
  // What tells no event of this record holds no correction of one.
  const corrections = saidOf({ ...parts, mentions: named }, canon)
  const { scores, kinds } = rules
  const judging = { ...rules, storyOf: homes(stories) }
  const building = { ...judging, reports, originOf: homes(origins), scores, kinds, corrections }
  const told = tellings(named, reports, { stories, origins }, rules.rarity)
  const chains = joinTellings(told, judging, corrections)
  const events = eventsIn(chains, building)
  return {
    events,
    stories: stories.map((s) => withEvents(s, events)),
    origins,
    entities: knownIn(events, canon),
  }
}
