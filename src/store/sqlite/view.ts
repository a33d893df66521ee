import type { Story } from '../../types.js'
import { StoreError } from '../errors.js'
import type { FacetFilter, Page, RecordView, Slice, StoryLine, WholeStory } from '../view.js'
import { Connection, checkFile } from './connection.js'
import { find } from './finding.js'
import { logOf, namings } from './log.js'
import { MIGRATIONS } from './migrations.js'
import * as queries from './queries.js'
import { among, build } from './schema.js'
import * as dyads from './view-dyads.js'
import { facetCounts, isAll, storyPlaces } from './view-facets.js'
import * as lists from './view-lists.js'
import { cut, position } from './view-pages.js'
import * as search from './view-search.js'

/** Bytes of the file that are mapped at most. */
const MAPPED = 2 ** 30

/** Opens a connection that cannot write. See openView. */
export async function openSqliteView(location: string): Promise<RecordView> {
  checkFile(location, false)
  const connection = new Connection(location)
  // libsql has no read-only flag; this refuses every write.
  connection.exec('PRAGMA query_only = 1')
  // What a page looks up lies scattered over a large file: pages of it are mapped rather than copied in one by one.
  connection.exec(`PRAGMA mmap_size = ${MAPPED}`)
  if (Number(connection.pragma('user_version')) !== MIGRATIONS.length) {
    connection.close()
    throw new StoreError(`${location} is not as this Rapport keeps it`, 'run rapport reports on it once')
  }
  return viewOn(connection)
}

function viewOn(connection: Connection): RecordView {
  return {
    version: async () => String(connection.pragma('data_version')),
    totals: async () => lists.totals(connection),
    find: async (id) => find(connection, id),
    stories: async (slice, filter = {}) => stories(connection, slice, filter),
    story: async (id) => wholeStory(connection, id),
    storiesOf: async (reports) => lists.storiesOf(connection, reports),
    reports: async (slice, filter = {}) => lists.reports(connection, slice, filter),
    facets: async (facet, limit) => facetCounts(connection, facet, limit),
    reportLines: async (ids) => lists.reportLines(connection, ids),
    reportEvents: async (report) => lists.reportEvents(connection, report),
    revisions: async (report) => queries.revisions(connection, report),
    log: async (parts) => logOf(connection, parts),
    namings: async (entity) => namings(connection, entity),
    events: async (filter, slice) => lists.events(connection, filter, slice),
    dyads: async (limit, country) => dyads.dyads(connection, limit, country),
    dyadEvents: async (pair, filter, slice) => dyads.dyadEvents(connection, pair, filter, slice),
    dyadPeriods: async (pair, filter) => dyads.dyadPeriods(connection, pair, filter),
    stateNames: async (codes) => lists.stateNames(connection, codes),
    people: async (country, limit) => lists.people(connection, country, limit),
    places: async (country, limit) => lists.places(connection, country, limit),
    searchReports: async (words, limit, filter = {}) =>
      search.searchReports(connection, words, limit, filter),
    searchEvents: async (words, limit, filter = {}) => search.searchEvents(connection, words, limit, filter),
    searchNames: async (words, limit, filter = {}) => search.searchNames(connection, words, limit, filter),
    close: async () => connection.close(),
  }
}

function wholeStory(connection: Connection, id: string): WholeStory | null {
  const found = find(connection, id)
  if (found?.kind !== 'story') return null
  const { story } = found
  return {
    story,
    reports: queries.reportsOf(connection, queries.reportIds(connection, { story: story.id })),
    events: queries.eventsOf(connection, queries.eventIds(connection, { story: story.id })),
  }
}

function stories(connection: Connection, slice: Slice, filter: FacetFilter): Page<StoryLine> {
  if (isAll(filter)) return allStories(connection, slice)
  const { items, next } = cut(storyPlaces(connection, filter, slice), slice.limit)
  return {
    items: storyLines(
      connection,
      items.map(({ id }) => id),
    ),
    next,
  }
}

/** Stories as lists have them, in the order of the ids. */
function storyLines(connection: Connection, ids: readonly string[]): StoryLine[] {
  const query = build.selectFrom('stories').select(['id', 'body']).where('id', 'in', among(ids))
  const bodies = new Map(connection.rows(query).map(({ id, body }) => [id, JSON.parse(body) as Story]))
  return lists.withOutlets(
    connection,
    ids.flatMap((id) => bodies.get(id) ?? []),
  )
}

function allStories(connection: Connection, slice: Slice): Page<StoryLine> {
  let query = build.selectFrom('stories').select(['id', 'body']).select(lists.since.as('day'))
  if (slice.after) {
    const { day, id } = position(slice.after)
    query = query.where(lists.beforeStory(day, id))
  }
  const rows = connection.rows(
    query
      .orderBy(lists.since, 'desc')
      .orderBy('id', 'desc')
      .limit(slice.limit + 1),
  )
  const { items, next } = cut(rows, slice.limit)
  return {
    items: lists.withOutlets(
      connection,
      items.map(({ body }) => JSON.parse(body) as Story),
    ),
    next,
  }
}
