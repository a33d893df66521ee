import { sql } from 'kysely'
import { type EntitySum, FILTERED, type ReportHit, type SearchFilter, type ToldHits } from '../view.js'
import type { Connection } from './connection.js'
import { eventsOf } from './queries.js'
import { among, build } from './schema.js'
import { sums, tallies } from './view-lists.js'
import { endOf } from './view-pages.js'
import { type Hits, hitsOf, seqList } from './view-words.js'

/** Of how many names that match the most active are chosen. */
const NAMES = 200
/** Acts and statements are looked for at once, and then told apart. */
const SPARE = 4

type Condition = ReturnType<typeof sql<boolean>>

/** What the first stage of hits gives that is enough, else what the last gives. */
function firstEnough<T>(stages: Iterable<Hits>, look: (hits: Hits) => T, isEnough: (found: T) => boolean) {
  let found: T | undefined
  for (const hits of stages) {
    found = look(hits)
    if (isEnough(found)) break
  }
  return found
}

/** Reports that have all the words, the last read first: by rank, every match of a common word would be weighed. */
export function searchReports(
  connection: Connection,
  words: string,
  limit: number,
  filter: SearchFilter,
): readonly ReportHit[] {
  const conditions = ofReport(filter)
  const most = conditions.length > 0 ? FILTERED : limit
  const passing = firstEnough(
    hitsOf(connection, 'reports_text', words, most),
    ({ match, seqs }) => ({
      match,
      seqs: conditions.length > 0 ? passingReports(connection, seqs, conditions, limit) : seqs,
    }),
    ({ seqs }) => seqs.length >= limit,
  )
  return passing ? shownReports(connection, passing) : []
}

function shownReports(connection: Connection, { match, seqs }: Hits): ReportHit[] {
  const query = build
    .selectFrom('reports_text')
    .innerJoin('reports', 'reports.seq', 'reports_text.rowid')
    .select(['reports.id as report', 'reports.title'])
    .select(sql<string | null>`json_extract(reports.body, '$.outlet.value')`.as('outlet'))
    .select(sql<string | null>`json_extract(reports.body, '$.published.value')`.as('published'))
    .select(sql<string>`snippet(reports_text, -1, '⟦', '⟧', '…', 24)`.as('snippet'))
    .where(sql<boolean>`reports_text MATCH ${match}`)
    .where('reports_text.rowid', 'in', seqList(seqs))
    .orderBy('reports_text.rowid', 'desc')
  return seqs.length > 0 ? connection.rows(query) : []
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

/** What of the latest that have all the words was done, and what was said; each the latest first. */
export function searchEvents(
  connection: Connection,
  words: string,
  limit: number,
  filter: SearchFilter,
): ToldHits {
  const conditions = ofEvent(filter)
  const most = conditions.length > 0 ? FILTERED : SPARE * limit
  const told = firstEnough(
    hitsOf(connection, 'events_text', words, most),
    ({ seqs }) => ({
      events: passingEvents(connection, seqs, [...conditions, sql<boolean>`type != 'STATEMENT'`], limit),
      statements: passingEvents(connection, seqs, [...conditions, sql<boolean>`type = 'STATEMENT'`], limit),
    }),
    ({ events, statements }) => events.length + statements.length >= limit,
  )
  const { events = [], statements = [] } = told ?? {}
  return { events: eventsOf(connection, events), statements: eventsOf(connection, statements) }
}

function passingEvents(
  connection: Connection,
  seqs: readonly number[],
  conditions: readonly Condition[],
  limit: number,
): string[] {
  const query = build
    .selectFrom('event_words')
    .select(['event', 'day'])
    .where('seq', 'in', seqList(seqs))
    .where(sql<boolean>`${sql.join(conditions, sql` AND `)}`)
  const rows = connection.rows(query.orderBy('seq', 'desc').limit(limit))
  return rows.toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)).map(({ event }) => event)
}

function ofEvent({ states = [], type, background, since, until }: SearchFilter): Condition[] {
  return [
    ...(type ? [sql<boolean>`type = ${type}`] : []),
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

export function searchNames(
  connection: Connection,
  words: string,
  limit: number,
  { states = [] }: SearchFilter,
): readonly EntitySum[] {
  const most = states.length > 0 ? FILTERED : NAMES
  const named = firstEnough(
    hitsOf(connection, 'names_text', words, most),
    ({ seqs }) => namedBy(connection, seqs, states, limit),
    (found) => found.length >= limit,
  )
  return named ?? []
}

/** The most active of those that bear these names. */
function namedBy(
  connection: Connection,
  seqs: readonly number[],
  states: readonly string[],
  limit: number,
): EntitySum[] {
  const named = build.selectFrom('name_words').select('entity').where('seq', 'in', seqList(seqs))
  const query = tallies().where('entity', 'in', named).limit(limit)
  if (states.length === 0) return sums(connection, query)
  const ofStates = sql<boolean>`EXISTS (SELECT 1 FROM entities
    WHERE entities.id = entity AND entities.country IN ${among(states)})`
  return sums(connection, query.where(ofStates))
}
