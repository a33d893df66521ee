import { sql } from 'kysely'
import type { Event } from '../../types.js'
import { type EntitySum, FILTERED, type ReportHit, type SearchFilter } from '../view.js'
import type { Connection } from './connection.js'
import { eventsOf } from './queries.js'
import { among, build } from './schema.js'
import { sums, tallies } from './view-lists.js'
import { endOf } from './view-pages.js'
import { hitsOf, seqList } from './view-words.js'

/** Of how many names that match the most active are chosen. */
const NAMES = 200

type Condition = ReturnType<typeof sql<boolean>>

/** Reports that have all the words, the last read first: by rank, every match of a common word would be weighed. */
export function searchReports(
  connection: Connection,
  words: string,
  limit: number,
  filter: SearchFilter,
): ReportHit[] {
  const conditions = ofReport(filter)
  const { match, seqs } = hitsOf(connection, 'reports_text', words, reach(conditions, limit))
  const passing = conditions.length === 0 ? seqs : passingReports(connection, seqs, conditions, limit)
  if (passing.length === 0) return []
  const query = build
    .selectFrom('reports_text')
    .innerJoin('reports', 'reports.seq', 'reports_text.rowid')
    .select(['reports.id as report', 'reports.title'])
    .select(sql<string | null>`json_extract(reports.body, '$.outlet.value')`.as('outlet'))
    .select(sql<string | null>`json_extract(reports.body, '$.published.value')`.as('published'))
    .select(sql<string>`snippet(reports_text, -1, '⟦', '⟧', '…', 24)`.as('snippet'))
    .where(sql<boolean>`reports_text MATCH ${match}`)
    .where('reports_text.rowid', 'in', seqList(passing))
    .orderBy('reports_text.rowid', 'desc')
  return connection.rows(query)
}

/** Every report has one row of the facet "", from which its day is known. */
function passingReports(
  connection: Connection,
  seqs: readonly number[],
  conditions: readonly Condition[],
  limit: number,
): number[] {
  const query = build
    .selectFrom('report_facets')
    .select('seq')
    .where('seq', 'in', seqList(seqs))
    .where('facet', '=', '')
    .where(sql<boolean>`${sql.join(conditions, sql` AND `)}`)
  return connection.rows(query.orderBy('seq', 'desc').limit(limit)).map(({ seq }) => seq)
}

function ofReport({ states = [], outlet, since, until }: SearchFilter): Condition[] {
  const facets = [...states.map((state) => ['state', state]), ...(outlet ? [['outlet', outlet]] : [])]
  return [
    ...facets.map(
      ([facet, value]) => sql<boolean>`EXISTS (SELECT 1 FROM report_facets AS other
        WHERE other.seq = report_facets.seq AND other.facet = ${facet} AND other.value = ${value})`,
    ),
    ...within({ since, until }),
  ]
}

/** The last worked out that have all the words, and among them the latest first. */
export function searchEvents(
  connection: Connection,
  words: string,
  limit: number,
  filter: SearchFilter,
): Event[] {
  const conditions = ofEvent(filter)
  const { seqs } = hitsOf(connection, 'events_text', words, reach(conditions, limit))
  const all = build.selectFrom('event_words').select(['event', 'day']).where('seq', 'in', seqList(seqs))
  const query = conditions.reduce((narrowed, condition) => narrowed.where(condition), all)
  const rows = connection.rows(query.orderBy('seq', 'desc').limit(limit))
  return eventsOf(
    connection,
    rows.toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)).map(({ event }) => event),
  )
}

function ofEvent({ states = [], type, said, background, since, until }: SearchFilter): Condition[] {
  return [
    ...(type ? [sql<boolean>`type = ${type}`] : []),
    ...(said === undefined ? [] : [sql<boolean>`(type = 'STATEMENT') = ${Number(said)}`]),
    ...(background === undefined ? [] : [sql<boolean>`background = ${Number(background)}`]),
    ...within({ since, until }),
    ...states.map(
      (state) => sql<boolean>`EXISTS (SELECT 1 FROM event_countries AS side
        WHERE side.event = event_words.event AND side.country = ${state})`,
    ),
  ]
}

function within({ since, until }: Pick<SearchFilter, 'since' | 'until'>): Condition[] {
  return [
    ...(since ? [sql<boolean>`day >= ${since}`] : []),
    ...(until ? [sql<boolean>`day <= ${endOf(until)} AND day != ''`] : []),
  ]
}

/** How many of those that have the words are looked at. */
function reach(conditions: readonly Condition[], limit: number) {
  return conditions.length > 0 ? { most: FILTERED } : { most: limit }
}

export function searchNames(
  connection: Connection,
  words: string,
  limit: number,
  { states = [] }: SearchFilter,
): EntitySum[] {
  const most = states.length > 0 ? FILTERED : NAMES
  const { seqs } = hitsOf(connection, 'names_text', words, { most, enough: limit })
  const named = build.selectFrom('name_words').select('entity').where('seq', 'in', seqList(seqs))
  const query = tallies().where('entity', 'in', named).limit(limit)
  if (states.length === 0) return sums(connection, query)
  const ofStates = sql<boolean>`EXISTS (SELECT 1 FROM entities
    WHERE entities.id = entity AND entities.country IN ${among(states)})`
  return sums(connection, query.where(ofStates))
}
