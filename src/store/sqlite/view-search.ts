import { sql } from 'kysely'
import type { Event, EventType } from '../../types.js'
import type { EntitySum, ReportHit } from '../view.js'
import type { Connection } from './connection.js'
import { eventsOf } from './queries.js'
import { build } from './schema.js'
import { sums, tallies } from './view-lists.js'
import { hitsOf, seqList } from './view-words.js'

/** Of how many names that match the most active are chosen. */
const NAMES = 200
/** Among how many of the newest that match those of one type are looked for. */
const OF_TYPE = 2000

/** Reports that have all the words, the last read first: by rank, every match of a common word would be weighed. */
export function searchReports(connection: Connection, words: string, limit: number): ReportHit[] {
  const { match, seqs } = hitsOf(connection, 'reports_text', words, { most: limit })
  if (seqs.length === 0) return []
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
  return connection.rows(query)
}

export function searchEvents(
  connection: Connection,
  words: string,
  limit: number,
  type?: EventType,
): Event[] {
  const { seqs } = hitsOf(connection, 'events_text', words, { most: type ? OF_TYPE : limit, enough: limit })
  const all = build.selectFrom('event_words').select('event').where('seq', 'in', seqList(seqs))
  const query = type ? all.where('type', '=', type) : all
  const rows = connection.rows(query.orderBy('seq', 'desc').limit(limit))
  return eventsOf(
    connection,
    rows.map(({ event }) => event),
  )
}

export function searchNames(connection: Connection, words: string, limit: number): EntitySum[] {
  const { seqs } = hitsOf(connection, 'names_text', words, { most: NAMES, enough: limit })
  const named = build.selectFrom('name_words').select('entity').where('seq', 'in', seqList(seqs))
  return sums(connection, tallies().where('entity', 'in', named).limit(limit))
}
