import type { Entity, Event, EventType, Kind, LogEntry, Story } from '../types.js'
import type { Found, Revision, StoredReport } from './index.js'
import { openSqliteView } from './sqlite/view.js'

/**
 * Which way an event goes between two sorted states: from the first, from the second, mutual, by both to others, or by
 * others onto both. The last two are no events between them: they are listed apart and unscored.
 */
export type Direction = 'there' | 'back' | 'both' | 'joint' | 'onto'

/** A page of a list, and what to ask with for the next; null at its end. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

/** How much to give, and after which item: a cursor from a page before. */
export interface Slice {
  readonly limit: number
  readonly after?: string | undefined
}

/** What two states had to do with each other, in sum. */
export interface DyadSum {
  /** ISO codes, sorted. */
  readonly one: string
  readonly other: string
  readonly events: number
  /** Of those: the ones that took place and have a PLOVER score. */
  readonly scored: number
  /** Sum of the scores above zero, and of those below. */
  readonly up: number
  readonly down: number
}

/** What lists of reports and stories are filtered by; a story passes by any of its reports. */
export interface FacetFilter {
  readonly outlet?: string | undefined
  /** Of the outlet: a state's code. */
  readonly country?: string | undefined
  readonly control?: string | undefined
  readonly standing?: string | undefined
  /** A state that it tells of. */
  readonly state?: string | undefined
  /** ISO days, both inclusive; a day, or the beginning of one. */
  readonly since?: string | undefined
  readonly until?: string | undefined
  readonly words?: string | undefined
}

export type Facet = 'outlet' | 'country' | 'control' | 'standing' | 'state'

/** A value of a facet, and how many reports have it. */
export interface FacetCount {
  readonly value: string
  readonly reports: number
}

/** The same for one stretch of time: "2025-07", "2024" (month unknown), "long" (over years) or "" (no date). */
export interface PeriodSum {
  readonly period: string
  readonly direction: Direction
  readonly events: number
  readonly up: number
  readonly down: number
}

export interface DyadFilter {
  /** More pairs whose events are taken for those of this pair: former states with their successors. */
  readonly former?: readonly (readonly [string, string])[] | undefined
  readonly kind?: Kind | 'none' | undefined
  /** Only what is between the two, or only what is listed apart. */
  readonly side?: 'between' | 'apart' | undefined
  readonly type?: EventType | undefined
  readonly background?: boolean | undefined
  readonly direction?: Direction | undefined
  /** ISO days, both inclusive; a day, or the beginning of one ("2025", "2025-07"). */
  readonly since?: string | undefined
  readonly until?: string | undefined
}

export interface ListFilter {
  readonly type?: EventType | undefined
  /** A state's code. */
  readonly country?: string | undefined
  /** An entity's id. */
  readonly entity?: string | undefined
  readonly dyad?: readonly [string, string] | undefined
  readonly since?: string | undefined
  readonly until?: string | undefined
}

/** What a search is filtered by; each kind of thing by what it has of these. */
export interface SearchFilter {
  /** States' codes: an event or a report passes that has them all, a name that is of one of them. */
  readonly states?: readonly string[] | undefined
  /** Of reports. */
  readonly outlet?: string | undefined
  /** Of events, as is the next. */
  readonly type?: EventType | undefined
  readonly background?: boolean | undefined
  /** When an event was, or a report was published: ISO days, both inclusive; a day, or the beginning of one. */
  readonly since?: string | undefined
  readonly until?: string | undefined
}

/** Of how many of the newest that have the words those are looked for that pass a filter. */
export const FILTERED = 2000

export interface PlaceSum {
  readonly place: string
  readonly lat: number
  readonly lon: number
  readonly events: number
}

export interface EntitySum {
  readonly entity: Entity
  readonly events: number
}

/** A report found by its words; matching words of the snippet stand between ⟦ and ⟧. */
export interface ReportHit {
  readonly report: string
  readonly title: string | null
  readonly outlet: string | null
  readonly published: string | null
  readonly snippet: string
}

/** Events found by their words: what was done, and what was said. */
export interface ToldHits {
  readonly events: readonly Event[]
  readonly statements: readonly Event[]
}

export interface ReportLine {
  readonly outlet: string | null
  readonly file: string
  readonly published: string | null
}

export interface StoryLine extends Story {
  /** Who told it, as far as known. */
  readonly outlets: readonly string[]
}

export interface WholeStory {
  readonly story: Story
  readonly reports: readonly StoredReport[]
  readonly events: readonly Event[]
}

/**
 * The record as pages and exports read it: through a connection of its own that cannot write and never waits for one
 * that does. What others write is seen with the next call. Lists are newest first, the undated last.
 */
export interface RecordView {
  /** Changes when anything was written since; good as long as the view is open. */
  version(): Promise<string>
  totals(): Promise<Readonly<Record<'reports' | 'events' | 'stories', number>>>
  find(id: string): Promise<Found | null>
  stories(slice: Slice, filter?: FacetFilter): Promise<Page<StoryLine>>
  /** A story with all that comparing needs, as of one moment. */
  story(id: string): Promise<WholeStory | null>
  /** The stories in which these reports stand. */
  storiesOf(reports: readonly string[]): Promise<readonly StoryLine[]>
  /** The last read first; with a filter the last published first. */
  reports(slice: Slice, filter?: FacetFilter): Promise<Page<StoredReport>>
  /** The most frequent values of a facet. */
  facets(facet: Facet, limit: number): Promise<readonly FacetCount[]>
  /** What is needed to name these reports; those that are gone are left out. */
  reportLines(ids: readonly string[]): Promise<ReadonlyMap<string, ReportLine>>
  /** Events that a report tells. */
  reportEvents(report: string): Promise<readonly Event[]>
  revisions(report: string): Promise<readonly Revision[]>
  /** What persons corrected of the events or entities that hold one of these parts, or all of it; oldest first. */
  log(parts?: readonly string[]): Promise<readonly LogEntry[]>
  /** An entity as reports name it, see Store. */
  namings(entity: string): Promise<readonly Entity[]>
  events(filter: ListFilter, slice: Slice): Promise<Page<Event>>
  /** The dyads with most events, or those of one state. */
  dyads(limit: number, country?: string): Promise<readonly DyadSum[]>
  dyadEvents(pair: readonly [string, string], filter: DyadFilter, slice: Slice): Promise<Page<Event>>
  dyadPeriods(pair: readonly [string, string], filter: DyadFilter): Promise<readonly PeriodSum[]>
  /** Entities with how many events name them, the most active first. */
  /** What reports call these states, by code; a code that none names is left out. */
  stateNames(codes: readonly string[]): Promise<ReadonlyMap<string, string>>
  people(country: string, limit: number): Promise<readonly EntitySum[]>
  places(country: string, limit: number): Promise<readonly PlaceSum[]>
  /** A filter is held against the newest that have the words, FILTERED of them. */
  searchReports(words: string, limit: number, filter?: SearchFilter): Promise<readonly ReportHit[]>
  searchEvents(words: string, limit: number, filter?: SearchFilter): Promise<ToldHits>
  searchNames(words: string, limit: number, filter?: SearchFilter): Promise<readonly EntitySum[]>
  close(): Promise<void>
}

/**
 * Opens a record for looking; it must be there and up to date (openStore makes it so).
 * @param location a SQLite file
 * @example const view = await openView('rapport.db'); await view.totals()
 */
export async function openView(location: string): Promise<RecordView> {
  return openSqliteView(location)
}
