import { sql } from 'kysely'
import type { Entity, Event, Mention, Origin, Story } from '../../types.js'
import { BEGINNING } from '../days.js'
import type { CoderCount, EventFilter, Hit, Home, ReportFilter, Revision, StoredReport } from '../index.js'
import { shownStand } from '../standing.js'
import type { Connection } from './connection.js'
import { folded } from './entities.js'
import { reportOf, revisionsOf } from './reports.js'
import { among, build } from './schema.js'
import { lastMarks } from './standing.js'

/** Sorts behind all days. */
const NEVER = '~'
/** An event "no later than" a day stands at that day; one without a date comes last. */
const byDay = sql`CASE first_day WHEN ${sql.lit(BEGINNING)} THEN last_day ELSE ifnull(first_day, ${sql.lit(NEVER)}) END`

/** The ids of all events that pass the filter, by first day, the undated last. */
export function eventIds(connection: Connection, filter: EventFilter): string[] {
  if (filter.rejected)
    return connection.rows(build.selectFrom('rejected_events').select('id').orderBy('id')).map(({ id }) => id)
  const { type, since, until, story, background, dyad, involving, actor } = filter
  let query = build.selectFrom('events').select('id')
  if (type) query = query.where('type', '=', type)
  if (since) query = query.where('last_day', '>=', since)
  if (until) query = query.where('first_day', '<=', until)
  if (story) query = query.where('story', '=', story)
  if (background !== undefined) query = query.where('background', '=', Number(background))
  for (const country of [...(dyad ?? []), ...(involving ?? [])])
    query = query.where('id', 'in', withCountry(country))
  if (dyad) query = query.where('id', 'in', withActor(dyad))
  if (actor)
    query = query.where('id', 'in', /^[A-Z]{3}$/.test(actor) ? withCountry(actor) : withEntity(actor))
  return connection.rows(query.orderBy(byDay).orderBy('id')).map(({ id }) => id)
}

/** These events with their mentions, also rejected ones, in the order of the ids; ids that are gone are left out. */
export function eventsOf(connection: Connection, ids: readonly string[]): Event[] {
  const rows = (['events', 'rejected_events'] as const).flatMap((table) =>
    connection.rows(build.selectFrom(table).select(['id', 'body']).where('id', 'in', among(ids))),
  )
  const bodies = new Map(rows.map(({ id, body }) => [id, body]))
  const mentions = mentionsByEvent(connection, ids)
  return ids
    .filter((id) => bodies.has(id))
    .map((id) => ({ ...(JSON.parse(bodies.get(id)!) as Event), mentions: mentions.get(id) ?? [] }))
}

/** The ids of all live reports that pass the filter, the oldest first unless asked for by id. */
export function reportIds(connection: Connection, { story, byId }: ReportFilter = {}): string[] {
  const query = build
    .selectFrom('reports')
    .select('id')
    .orderBy(byId ? 'id' : 'seq')
  const members = build.selectFrom('story_reports').select('report')
  return connection
    .rows(story === undefined ? query : query.where('id', 'in', members.where('story', '=', story)))
    .map(({ id }) => id)
}

export function countReports(connection: Connection): number {
  const query = build.selectFrom('reports').select(({ fn }) => fn.countAll<number>().as('count'))
  return connection.first(query)!.count
}

/** These reports, in the order of the ids; ids that are gone are left out. */
export function reportsOf(connection: Connection, ids: readonly string[]): StoredReport[] {
  const query = build
    .selectFrom('reports')
    .leftJoin('story_reports', 'story_reports.report', 'reports.id')
    .leftJoin('origins', 'origins.report', 'reports.id')
    .select(['reports.id', 'revision', 'read_at', 'mention_count', 'text', 'reports.body', 'story'])
    .select('origins.body as origin')
    .where('reports.id', 'in', among(ids))
  const rows = new Map(connection.rows(query).map((row) => [row.id, { ...row, report: reportOf(row) }]))
  const marks = lastMarks(connection, ids)
  const present = ids.flatMap((id) => rows.get(id) ?? [])
  return present.map((row) => ({
    report: row.report,
    revision: row.revision,
    readAt: row.read_at,
    mentions: row.mention_count,
    story: row.story,
    origin: row.origin === null ? null : (JSON.parse(row.origin) as Origin),
    stand: shownStand(row.report, marks.get(row.id) ?? null),
  }))
}

/** These mentions as they stand in their events, by id. */
export function mergedMentions(connection: Connection, ids: readonly string[]): Mention[] {
  const query = build
    .selectFrom('event_mentions')
    .leftJoin('mentions', 'mentions.id', 'event_mentions.mention')
    .select(['event_mentions.body as merged', 'mentions.body'])
    .where('event_mentions.mention', 'in', among(ids))
    .orderBy('event_mentions.mention')
  return connection.rows(query).flatMap(({ merged, body }) => {
    const json = merged ?? body
    return json ? [JSON.parse(json) as Mention] : []
  })
}

/** The mentions of these reports that stand in events. */
export function toldBy(connection: Connection, reports: readonly string[]): string[] {
  const query = build.selectFrom('event_mentions').select('mention').where('report', 'in', among(reports))
  return connection.rows(query.orderBy('mention')).map(({ mention }) => mention)
}

/** Those of these reports that were withdrawn, in order. */
export function withdrawnOf(connection: Connection, reports: readonly string[]): string[] {
  const query = build.selectFrom('reports').select('id').where('standing', '=', 'withdrawn')
  return connection.rows(query.where('id', 'in', among(reports)).orderBy('id')).map(({ id }) => id)
}

/** The events that these mentions tell, by mention. */
export function eventsTelling(connection: Connection, mentions: readonly string[]): Map<string, Event> {
  const query = build.selectFrom('event_mentions').select(['event', 'mention'])
  const rows = connection.rows(query.where('mention', 'in', among(mentions)))
  const ids = [...new Set(rows.map(({ event }) => event))]
  const events = new Map(eventsOf(connection, ids).map((event) => [event.id, event]))
  return new Map(rows.map(({ event, mention }) => [mention, events.get(event)!]))
}

/** The story and the origin of each of these reports. */
export function homesOf(connection: Connection, reports: readonly string[]): Home[] {
  const query = build
    .selectFrom('reports')
    .leftJoin('story_reports', 'story_reports.report', 'reports.id')
    .leftJoin('origins', 'origins.report', 'reports.id')
    .select(['reports.id as report', 'story', 'origins.id as origin'])
    .where('reports.id', 'in', among(reports))
  return connection.rows(query.orderBy('reports.id'))
}

/** The ids of all stories, by first day, the undated last. */
export function storyIds(connection: Connection): string[] {
  const query = build.selectFrom('stories').select('id').orderBy(sql`since IS NULL`).orderBy('since')
  return connection.rows(query.orderBy('id')).map(({ id }) => id)
}

/** These stories with their events, in the order of the ids; ids that are gone are left out. */
export function storiesOf(connection: Connection, ids: readonly string[]): Story[] {
  return withEvents(connection, bodiesOf<Story>(connection, 'stories', ids))
}

export function entityIds(connection: Connection): string[] {
  return connection.rows(build.selectFrom('entities').select('id').orderBy('id')).map(({ id }) => id)
}

/** These entities, in the order of the ids; ids that are gone are left out. */
export function entitiesOf(connection: Connection, ids: readonly string[]): Entity[] {
  return bodiesOf<Entity>(connection, 'entities', ids)
}

function bodiesOf<T>(connection: Connection, table: 'stories' | 'entities', ids: readonly string[]): T[] {
  const query = build.selectFrom(table).select(['id', 'body']).where('id', 'in', among(ids))
  const bodies = new Map(connection.rows(query).map(({ id, body }) => [id, body]))
  return ids.flatMap((id) => bodies.get(id) ?? []).map((body) => JSON.parse(body) as T)
}

/** Stories with the events that their reports tell, by first day: events change without their stories. */
export function withEvents(connection: Connection, list: readonly Story[]): Story[] {
  const query = build
    .selectFrom('story_reports')
    .innerJoin('event_mentions', 'event_mentions.report', 'story_reports.report')
    .innerJoin('events', 'events.id', 'event_mentions.event')
    .select(['story_reports.story', 'events.id', 'events.date'])
    .distinct()
    .where('story_reports.story', 'in', among(list.map(({ id }) => id)))
    .orderBy('story_reports.story')
    .orderBy(sql`ifnull(events.date, '9999')`)
    .orderBy('events.id')
  const events = new Map<string, string[]>(list.map(({ id }) => [id, []]))
  for (const { story, id } of connection.rows(query)) events.get(story)!.push(id)
  return list.map((story) => ({ ...story, events: events.get(story.id)! }))
}

export function revisions(connection: Connection, report: string): Revision[] {
  return revisionsOf(connection, [report])
}

export function pendingReports(connection: Connection): string[] {
  return connection
    .rows(build.selectFrom('pending').select('report').orderBy('report'))
    .map(({ report }) => report)
}

export function coders(connection: Connection): CoderCount[] {
  const query = build
    .selectFrom('mentions')
    .select(['reader', 'codebook', ({ fn }) => fn.countAll<number>().as('mentions')])
    .groupBy(['reader', 'codebook'])
  return connection.rows(query.orderBy('mentions', 'desc'))
}

/** Reports that have all the words; each word is quoted, so none of FTS5's own syntax gets through. */
export function search(connection: Connection, words: string, limit: number): Hit[] {
  const match = (words.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `"${word}"`).join(' ')
  if (match === '') return []
  const query = build
    .selectFrom('reports_text')
    .innerJoin('reports', 'reports.seq', 'reports_text.rowid')
    .select(['reports.id as report', 'reports.title'])
    .select(sql<string>`snippet(reports_text, -1, '⟦', '⟧', '…', 16)`.as('snippet'))
    .where(sql<boolean>`reports_text MATCH ${match}`)
    .orderBy('rank')
    .orderBy('reports.id')
  return connection.rows(query.limit(limit))
}

function mentionsByEvent(connection: Connection, events: readonly string[]): Map<string, Mention[]> {
  const query = build
    .selectFrom('event_mentions')
    .leftJoin('mentions', 'mentions.id', 'event_mentions.mention')
    .select(['event', 'event_mentions.body as merged', 'mentions.body'])
    .where('event', 'in', among(events))
  const byEvent = new Map<string, Mention[]>()
  for (const { event, merged, body } of connection.rows(query.orderBy('event').orderBy('position'))) {
    const json = merged ?? body
    // A mention that was replaced since the last merge is left out until the next.
    if (json) byEvent.set(event, [...(byEvent.get(event) ?? []), JSON.parse(json) as Mention])
  }
  return byEvent
}

function withCountry(country: string) {
  return build.selectFrom('event_countries').select('event').where('country', '=', country)
}

/** What others do to both states is no event between them, so one of the two has to act. */
function withActor(dyad: readonly string[]) {
  const acting = build.selectFrom('event_countries').select('event').where('side', '=', 'actor')
  return acting.where('country', 'in', among(dyad))
}

function withEntity(nameOrId: string) {
  const named = build.selectFrom('entity_names').select('entity').where('name', '=', folded(nameOrId))
  return build
    .selectFrom('event_entities')
    .select('event')
    .where((where) => where.or([where('entity', '=', nameOrId), where('entity', 'in', named)]))
}
