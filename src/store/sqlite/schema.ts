import {
  DummyDriver,
  type Generated,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely'
import type { Standing } from '../../types.js'
import type { Fate, IdKind, IndexKind } from '../index.js'
import type { Direction } from '../view.js'

/**
 * The tables as the newest migration leaves them. `body` is the record as JSON, the other columns are for finding it.
 */
export interface Tables {
  reports: {
    seq: Generated<number>
    id: string
    revision: number
    hash: string
    url: string | null
    source: string | null
    read_at: string
    mention_count: number
    title: string | null
    text: string
    /** The Report without its text. */
    body: string
    standing: Standing
  }
  report_facets: { facet: string; value: string; day: string; seq: number }
  story_facets: { facet: string; value: string; day: string; story: string }
  facet_tally: { facet: string; value: string; reports: number }
  marks: {
    seq: Generated<number>
    report: string
    standing: Standing
    until: string | null
    reason: string
    who: string
    at: string
  }
  /** Reports under embargo, kept apart; `body` is a HeldReport. */
  held: {
    report: string
    hash: string
    url: string | null
    source: string | null
    until: string | null
    body: string
  }
  revisions: {
    report: string
    revision: number
    read_at: string
    text: string
    body: string
  }
  reports_text: { rowid: number; title: string | null; text: string; rank: number }
  entries: { id: string; added_at: string }
  mentions: {
    id: string
    report: string
    type: string
    first_day: string | null
    last_day: string | null
    background: number
    aux: string | null
    /** Codes of all states involved, sorted: "PRK+RUS". */
    countries: string
    reader: string
    codebook: string
    body: string
  }
  events: {
    id: string
    type: string
    date: string | null
    first_day: string | null
    last_day: string | null
    background: number
    /** Where it stands in lists, see dayOf. */
    day: string
    story: string | null
    score: number | null
    quad: number | null
    /** Hash of the whole Event with its mentions, to leave alone what did not change. */
    digest: string
    /** The Event without its mentions. */
    body: string
  }
  event_mentions: {
    event: string
    mention: string
    report: string
    position: number
    /** The mention where merging added to it (a date from another report); null where it is as coded. */
    body: string | null
  }
  event_countries: { event: string; country: string; side: Side; day: string; type: string }
  event_entities: { event: string; entity: string; day: string; type: string }
  entities: { id: string; name: string; kind: string; country: string | null; body: string }
  entity_names: { entity: string; name: string }
  stories: { id: string; title: string | null; since: string | null; body: string }
  story_reports: { story: string; report: string }
  origins: { report: string; id: string; body: string }
  pending: { report: string }
  index_items: {
    kind: IndexKind
    id: string
    chain: string | null
    day: number | null
    /** JSON list: what index_keys holds of it. */
    keys: string
    body: string
  }
  index_keys: { kind: IndexKind; key: string; day: number; id: string }
  /** In which reports an entity stands in which form: its names, state and office as one report gives them. */
  forms: { entity: string; form: string; report: string }
  form_bodies: { form: string; body: string }
  event_dyads: {
    /** The two states, sorted. */
    one: string
    other: string
    day: string
    event: string
    /** The stretch that it counts in, see periodOf. */
    period: string
    type: string
    /** "" where it has none. */
    kind: string
    background: number
    direction: Direction
    /** Null where it counts nothing in the sums between the two. */
    score: number | null
  }
  /** Counted by triggers, as are dyads, country_places, entity_tally and tallies. */
  dyad_months: {
    one: string
    other: string
    period: string
    type: string
    kind: string
    background: number
    direction: Direction
    events: number
    up: number
    down: number
  }
  dyads: { one: string; other: string; events: number; scored: number; up: number; down: number }
  event_places: { event: string; country: string; place: string; lat: number; lon: number }
  country_places: { country: string; place: string; lat: number; lon: number; events: number }
  /** `country` is null for states themselves. */
  entity_tally: { entity: string; events: number; country: string | null }
  tallies: { what: 'reports' | 'events' | 'stories'; count: number }
  event_words: {
    seq: Generated<number>
    event: string
    type: string
    day: string
    background: number
    summary: string
    quote: string | null
    names: string
  }
  events_text: { rowid: number }
  name_words: { seq: Generated<number>; entity: string; name: string }
  names_text: { rowid: number }
  /** What persons corrected; rows are never changed nor taken out. */
  corrections: { seq: Generated<number>; body: string }
  /** The mentions, or entities as reports name them, that a correction is about, and those that took their place. */
  correction_parts: { part: string; seq: number }
  /** Events that a person rejected: they are in no list and no sum. */
  rejected_events: { id: string; digest: string; body: string }
  id_history: { id: string; kind: IdKind; fate: Fate; targets: string }
}

export type Side = 'actor' | 'recipient'

/** Builds typed queries; it is never connected, Connection runs what it builds. */
export const build = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** A list as one parameter, so that a query's text does not depend on the list's length. */
export function among(values: readonly string[]) {
  return sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`
}
