import { sql } from 'kysely'
import type { Event, Story } from '../../types.js'
import type { StoredReport } from '../index.js'
import type {
  EntitySum,
  FacetFilter,
  ListFilter,
  Page,
  PlaceSum,
  ReportLine,
  Slice,
  StoryLine,
} from '../view.js'
import type { Connection } from './connection.js'
import { entitiesOf, eventsOf, reportsOf, withEvents } from './queries.js'
import { among, build } from './schema.js'
import { isAll, reportPlaces } from './view-facets.js'
import { cut, endOf, position } from './view-pages.js'

/** How many outlets a line on a story names at most; the reports beyond are not looked at. */
const OUTLETS = 8

/** As the index has it. */
export const since = sql<string>`ifnull(since, '')`

export function beforeStory(day: string, id: string) {
  return sql<boolean>`(ifnull(since, ''), id) < (${day}, ${id})`
}

export function totals(connection: Connection): Record<'reports' | 'events' | 'stories', number> {
  const counts = connection.rows(build.selectFrom('tallies').selectAll())
  const of = (what: string) => counts.find((tally) => tally.what === what)?.count ?? 0
  return { reports: of('reports'), events: of('events'), stories: of('stories') }
}

export function storiesOf(connection: Connection, reports: readonly string[]): StoryLine[] {
  const ids = build.selectFrom('story_reports').select('story').where('report', 'in', among(reports))
  const rows = connection.rows(build.selectFrom('stories').select('body').where('id', 'in', ids))
  return withOutlets(
    connection,
    rows.map(({ body }) => JSON.parse(body) as Story),
  )
}

/** Stories with their events and the outlets of their first reports. */
export function withOutlets(connection: Connection, stories: readonly Story[]): StoryLine[] {
  const lines = reportLines(
    connection,
    stories.flatMap((story) => story.reports.slice(0, OUTLETS)),
  )
  return withEvents(connection, stories).map((story) => ({
    ...story,
    outlets: [...new Set(story.reports.slice(0, OUTLETS).flatMap((id) => lines.get(id)?.outlet ?? []))],
  }))
}

export function reportLines(connection: Connection, ids: readonly string[]): Map<string, ReportLine> {
  const query = build
    .selectFrom('reports')
    .select('id')
    .select(sql<string | null>`json_extract(body, '$.outlet.value')`.as('outlet'))
    .select(sql<string | null>`json_extract(body, '$.published.value')`.as('published'))
    .select(sql<string>`json_extract(body, '$.file')`.as('file'))
    .where('id', 'in', among(ids))
  return new Map(connection.rows(query).map(({ id, ...line }) => [id, line]))
}

/** Reports, the last read first; with a filter the last published first. */
export function reports(connection: Connection, slice: Slice, filter: FacetFilter): Page<StoredReport> {
  if (isAll(filter)) return allReports(connection, slice)
  const { items, next } = cut(reportPlaces(connection, filter, slice), slice.limit)
  const seqs = JSON.stringify(items.map(({ id }) => Number(id)))
  const query = build.selectFrom('reports').select(['id', 'seq'])
  const rows = connection.rows(query.where(sql<boolean>`seq IN (SELECT value FROM json_each(${seqs}))`))
  const ids = new Map(rows.map(({ id, seq }) => [String(seq), id]))
  const found = new Map(reportsOf(connection, [...ids.values()]).map((one) => [one.report.id, one]))
  return { items: items.flatMap(({ id }) => found.get(ids.get(String(id)) ?? '') ?? []), next }
}

function allReports(connection: Connection, slice: Slice): Page<StoredReport> {
  let query = build.selectFrom('reports').select(['id', sql<string>`seq`.as('day')])
  if (slice.after) query = query.where('seq', '<', Number(position(slice.after).day))
  const { items, next } = cut(
    connection.rows(query.orderBy('seq', 'desc').limit(slice.limit + 1)),
    slice.limit,
  )
  const found = reportsOf(
    connection,
    items.map(({ id }) => id),
  )
  return { items: found, next }
}

export function reportEvents(connection: Connection, report: string): Event[] {
  const ids = build
    .selectFrom('event_mentions')
    .innerJoin('events', 'events.id', 'event_mentions.event')
    .select('event')
    .distinct()
    .where('report', '=', report)
  return eventsOf(
    connection,
    connection.rows(ids).map(({ event }) => event),
  )
}

/** Events newest first, by the index of the narrowest filter given: dyad, entity, state, type, none. */
export function events(connection: Connection, filter: ListFilter, slice: Slice): Page<Event> {
  const { limit } = slice
  const { items, next } = cut(connection.rows(eventKeys(filter, slice).limit(limit + 1)), limit)
  return {
    items: eventsOf(
      connection,
      items.map(({ id }) => id),
    ),
    next,
  }
}

function eventKeys({ type, country, entity, dyad, since, until }: ListFilter, { after }: Slice) {
  const source = sql.raw(sourceOf({ country, entity, dyad }))
  let query = build
    .selectFrom(sql<{ event: string; day: string }>`${source}`.as('keys'))
    .select(['keys.event as id', 'keys.day'])
    .distinct()
  if (dyad) {
    const [one, other] = dyad[0] < dyad[1] ? dyad : [dyad[1], dyad[0]]
    query = query.where(
      sql<boolean>`keys.one = ${one} AND keys.other = ${other} AND keys.direction != 'onto'`,
    )
  } else if (entity) query = query.where(sql<boolean>`keys.entity = ${entity}`)
  else if (country) query = query.where(sql<boolean>`keys.country = ${country}`)
  if (type) query = query.where(sql<boolean>`keys.type = ${type}`)
  if (since) query = query.where('keys.day', '>=', since)
  if (until) query = query.where('keys.day', '<=', endOf(until))
  if (after) {
    const { day, id } = position(after)
    query = query.where(sql<boolean>`(keys.day, keys.event) < (${day}, ${id})`)
  }
  return query.orderBy('keys.day', 'desc').orderBy('keys.event', 'desc')
}

function sourceOf({ dyad, entity, country }: Pick<ListFilter, 'dyad' | 'entity' | 'country'>): string {
  if (dyad) return 'event_dyads'
  if (entity) return 'event_entities'
  return country ? 'event_countries' : '(SELECT id AS event, day, type FROM events)'
}

/** Persons, organisations and groups of a state; the state itself is no one of its people. */
export function people(connection: Connection, country: string, limit: number): EntitySum[] {
  return sums(connection, tallies().where('country', '=', country).limit(limit))
}

/** Who is in how many events, the most active first. */
export function tallies() {
  return build
    .selectFrom('entity_tally')
    .select(['entity', 'events'])
    .orderBy('events', 'desc')
    .orderBy('entity')
}

/** The entities of these tallies: only of those that are shown is more looked up. */
export function sums(connection: Connection, query: ReturnType<typeof tallies>): EntitySum[] {
  const rows = connection.rows(query)
  const ids = rows.map(({ entity }) => entity)
  const known = new Map(entitiesOf(connection, ids).map((entity) => [entity.id, entity]))
  return rows.flatMap(({ entity: id, events }) => {
    const entity = known.get(id)
    return entity ? [{ entity, events }] : []
  })
}

export function places(connection: Connection, country: string, limit: number): PlaceSum[] {
  const query = build.selectFrom('country_places').select(['place', 'lat', 'lon', 'events'])
  return connection.rows(query.where('country', '=', country).orderBy('events', 'desc').limit(limit))
}

export function stateNames(connection: Connection, codes: readonly string[]): Map<string, string> {
  const query = build
    .selectFrom('entities')
    .select(['country', 'name'])
    .where('country', 'in', among(codes))
    .where('kind', '=', 'state')
  return new Map(connection.rows(query).map(({ country, name }) => [country!, name]))
}
