import type { Entity, Event, EventType, LogEntry, Mention, Origin, Report, Story } from '../types.js'
import { StoreError } from './errors.js'
import { openSqlite } from './sqlite/store.js'
import type { Mark, Stand } from './standing.js'

export { daysOf, periodOf } from './days.js'
export { StoreError } from './errors.js'
export type { Mark, Stand } from './standing.js'

/** What became of a report that was handed to the store; `held` is under embargo and in the record only afterwards. */
export type Saved = 'new' | 'unchanged' | 'revised' | 'held'

/** A report under embargo; `until` is null where no time is known. */
export interface Held {
  readonly report: string
  readonly file: string
  readonly until: string | null
}

/** A report to store, with what was coded from it and the moment (ISO 8601) it was read. */
export interface ReportWrite {
  readonly report: Report
  readonly mentions: readonly Mention[]
  readonly readAt: string
  /** Absolute path of the file that holds this report: another text there is a revision. Null for rows and stdin. */
  readonly source: string | null
}

export interface StoredReport {
  readonly report: Report
  /** 1 for the first text, one more for each text that replaced it. */
  readonly revision: number
  readonly readAt: string
  /** How many mentions were coded from it. */
  readonly mentions: number
  readonly story: string | null
  /** Whose words it has; null until the events have been worked out. */
  readonly origin: Origin | null
  readonly stand: Stand
}

/** What a person recorded by hand, and when (ISO 8601). Its mention has the entry's id for its report. */
export interface EntryWrite {
  readonly mention: Mention
  readonly addedAt: string
}

export interface StoredEntry extends EntryWrite {
  readonly id: string
  /** The event that it tells; null until the events have been worked out. */
  readonly event: string | null
}

/** An earlier text of a report. */
export interface Revision {
  readonly report: Report
  readonly revision: number
  readonly readAt: string
}

/** What is worked out from all stored mentions together. */
export interface Derived {
  readonly events: readonly Event[]
  readonly stories: readonly Story[]
  readonly origins: readonly Origin[]
  readonly entities: readonly Entity[]
}

/** What is replaced: all, or the stories and origins of the reports named and the events of the mentions named. */
export type Scope = 'all' | { readonly reports: readonly string[]; readonly mentions: readonly string[] }

/** What merging keeps an index of. */
export type IndexKind = 'report' | 'entity' | 'mention'

/** Something that is found again by the keys it shares with others. */
export interface Indexed {
  readonly id: string
  readonly keys: readonly string[]
  /** Days since 1970; null where it bears none. */
  readonly day: number | null
  /** What merging needs of it, as JSON; of an entity, it as reports name it, and the one of the record that it is. */
  readonly body: unknown
}

export interface Search {
  readonly keys: readonly string[]
  /** How many of the keys an item must have. */
  readonly least: number
  /** First and last day; items without a day are always found. Null for any day. */
  readonly days: readonly [number, number] | null
}

/** Items of one kind: found by key in time that does not grow with their number, and held together in chains. */
export interface ItemIndex {
  /** These items, in the order of their ids; those that are not there are left out. */
  get(ids: readonly string[]): Promise<readonly Indexed[]>
  /** Writes items in place of those with their ids; they are in no chain until `chain` says so. */
  put(items: readonly Indexed[]): Promise<void>
  drop(ids: readonly string[]): Promise<void>
  /** Replaces what is kept with items, and nothing else of them. */
  note(items: readonly Pick<Indexed, 'id' | 'body'>[]): Promise<void>
  find(search: Search): Promise<readonly string[]>
  /** All members of the chains that any of these is in. */
  chained(ids: readonly string[]): Promise<readonly string[]>
  /** Writes chains: each a list of all its members. */
  chain(chains: readonly (readonly string[])[]): Promise<void>
}

/** Where a report belongs, as last worked out. */
export interface Home {
  readonly report: string
  readonly story: string | null
  readonly origin: string | null
}

/** How a report names its entities. */
export interface ReportForms {
  readonly report: string
  readonly entities: readonly Entity[]
}

/** added: events with only new mentions; joined: those of several reports that gained one; gone: ids that vanished. */
export interface Outcome {
  readonly added: number
  readonly joined: number
  readonly gone: number
}

export type IdKind = 'report' | 'entry' | 'mention' | 'event' | 'story' | 'entity'
export type Fate = 'merged_into' | 'split_into' | 'withdrawn'

/** What became of an id that no longer stands for anything itself. */
export interface PastId {
  readonly id: string
  readonly kind: IdKind
  readonly fate: Fate
  /** The ids that stand for it now; none when withdrawn. */
  readonly targets: readonly string[]
}

/** An id looked up: what it stands for now, or what became of it, followed to the end. */
export type Found =
  | { readonly kind: 'report'; readonly report: StoredReport }
  | { readonly kind: 'entry'; readonly entry: StoredEntry }
  | { readonly kind: 'mention'; readonly mention: Mention; readonly event: string | null }
  | { readonly kind: 'event'; readonly event: Event }
  | { readonly kind: 'story'; readonly story: Story }
  | { readonly kind: 'entity'; readonly entity: Entity }
  | { readonly kind: 'past'; readonly past: PastId }

export interface EventFilter {
  /** Two states: events between them, of which at least one of them is an actor. */
  readonly dyad?: readonly [string, string]
  /** States that are all involved, on whichever side. */
  readonly involving?: readonly string[]
  /** A state's code, or a name or id of a person, organisation or group, on either side. */
  readonly actor?: string
  readonly type?: EventType
  /** ISO days, both inclusive; an event counts when it may have happened within them. */
  readonly since?: string
  readonly until?: string
  readonly story?: string
  readonly background?: boolean
  /** Those alone that persons rejected, instead of those that stand; other conditions do not apply. */
  readonly rejected?: boolean
}

export interface ReportFilter {
  readonly story?: string
  /** By id rather than by when they were read. */
  readonly byId?: boolean
}

export interface Hit {
  readonly report: string
  readonly title: string | null
  /** A few words around the first match, with the matching words between ⟦ and ⟧. */
  readonly snippet: string
}

export interface CoderCount {
  readonly reader: string
  readonly codebook: string
  readonly mentions: number
}

/** A correction that is not written down yet. */
export type NewEntry = Omit<LogEntry, 'id'>

/** The record while nobody else can write to it; only good inside `withMergeLock` or `withTrial`. */
export interface LockedRecord {
  /** These reports, in the order of their ids; those that are gone are left out. */
  reports(ids: readonly string[]): Promise<readonly Report[]>
  /** Mentions of these reports as they were coded, before merging. */
  mentions(reports: readonly string[]): Promise<readonly Mention[]>
  /** These mentions as they stand in their events, named and dated by merging. */
  merged(mentions: readonly string[]): Promise<readonly Mention[]>
  /** The mentions of these reports that stand in events, also those that are gone from the reports since. */
  toldBy(reports: readonly string[]): Promise<readonly string[]>
  homes(reports: readonly string[]): Promise<readonly Home[]>
  /** Those of these reports that were withdrawn. */
  withdrawn(reports: readonly string[]): Promise<readonly string[]>
  pendingReports(): Promise<readonly string[]>
  /** Keeps what a person recorded; what is there already stays as it is. */
  saveEntry(write: EntryWrite): Promise<Exclude<Saved, 'revised'>>
  /** The events that these mentions tell, by mention. */
  eventsTelling(mentions: readonly string[]): Promise<ReadonlyMap<string, Event>>
  index(kind: IndexKind): ItemIndex
  /** What persons corrected, oldest first. */
  log(): Promise<readonly LogEntry[]>
  /** For each of these mention ids, the mentions that stand for it now: itself, its heirs, or none. */
  heirs(mentions: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>
  /** Writes down how reports name their entities. @returns the entities that gained or lost a form by it */
  replaceForms(reports: readonly ReportForms[]): Promise<readonly string[]>
  /** All forms in which these entities stand anywhere in the record. */
  forms(entities: readonly string[]): Promise<readonly Entity[]>
  /** The reports that name any of these entities. */
  naming(entities: readonly string[]): Promise<readonly string[]>
  /** Replaces events, stories and entities within scope, and writes down what became of the ids that vanish. */
  replaceEvents(scope: Scope, derived: Derived): Promise<Outcome>
}

/**
 * The record: reports, mentions, events, entities and stories.
 * Every write is one transaction; when its promise is fulfilled it survives a crash. Errors are StoreErrors.
 */
export interface Store {
  /** The file or address, as a person would name it. */
  readonly location: string
  /** What saving this report would do, without doing it. */
  compareReport(report: Report, source: string | null): Promise<Saved>
  /** Stores a report with its mentions; any live report with its id, address or source gives way to it. */
  saveReport(write: ReportWrite): Promise<Saved>
  /** Replaces what was taken from a stored report's text by what is taken from it now; false when it is not there. */
  recodeReport(report: Report, mentions: readonly Mention[]): Promise<boolean>
  /** Writes down how a report stands from now (`mark.at`) on; false when neither the record nor what is held has it. */
  mark(mark: Mark): Promise<boolean>
  /** All marks, or those of one report, in the order in which they were made. */
  marks(report?: string): Promise<readonly Mark[]>
  /** What is under embargo, for those who keep the record. */
  held(): Promise<readonly Held[]>
  /** Takes into the record what is held and whose time has come by this moment (ISO 8601). @returns how many reports */
  lift(now: string): Promise<number>
  /** Takes out a report with text, revisions and mentions, or what a person recorded; false when it is not there. */
  remove(id: string): Promise<boolean>
  /** Reports and entries stored, revised, recoded or removed since events were last worked out. */
  pendingReports(): Promise<readonly string[]>
  /** Runs work while no other process can write. Inside, use only the record that is handed in. */
  withMergeLock<T>(work: (record: LockedRecord) => Promise<T>): Promise<T>
  /** Runs work as `withMergeLock` does, and takes all that it wrote back at the end. */
  withTrial<T>(work: (record: LockedRecord) => Promise<T>): Promise<T>
  /** All live reports, or those of one story, the oldest first. */
  reports(filter?: ReportFilter): AsyncIterable<StoredReport>
  countReports(): Promise<number>
  revisions(report: string): Promise<readonly Revision[]>
  /** By first day, the undated last. */
  stories(): AsyncIterable<Story>
  /** Events with their mentions, by first day, the undated last. */
  events(filter?: EventFilter): AsyncIterable<Event>
  countEvents(filter?: EventFilter): Promise<number>
  /** All entities that events name, by id. */
  entities(): AsyncIterable<Entity>
  /** Any id, or a beginning of at least four letters that only one id has. */
  find(id: string): Promise<Found | null>
  /**
   * Writes a correction down and marks the reports that it concerns as pending.
   * @returns the entry with the id that it was given
   */
  writeLog(entry: NewEntry): Promise<LogEntry>
  /** What persons corrected, oldest first; where parts are given, only of events and entities that hold one of them. */
  log(parts?: readonly string[]): Promise<readonly LogEntry[]>
  /** Entities that go by this name, whatever its case. */
  named(name: string): Promise<readonly Entity[]>
  /** An entity as reports name it: each name with an id of its own, which merging joined. */
  namings(entity: string): Promise<readonly Entity[]>
  /** Reports whose title or text has all the words, the best match first. */
  search(words: string, limit?: number): Promise<readonly Hit[]>
  /** Which versions coded the mentions. */
  coders(): Promise<readonly CoderCount[]>
  /** Runs work that reads and writes nothing; it sees the record as it was at its start, whatever others write. */
  withSnapshot<T>(work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface OpenOptions {
  /** Make the record when there is none; otherwise that is an error. */
  readonly create: boolean
}

/**
 * Opens a record, bringing an older one up to date.
 * @param location a SQLite file (made when `create` says so), or ":memory:".
 * @throws StoreError when it is not a record of Rapport's, is newer than this Rapport, or is missing.
 * @example const store = await openStore('rapport.db', { create: true })
 */
export async function openStore(location: string, options: OpenOptions): Promise<Store> {
  if (/^postgres(ql)?:\/\//.test(location))
    throw new StoreError('PostgreSQL is not supported yet', 'give --store a file, such as rapport.db')
  return openSqlite(location, options)
}
