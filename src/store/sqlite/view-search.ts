import { sql } from 'kysely'
import type { Event, EventType } from '../../types.js'
import type { EntitySum, ReportHit } from '../view.js'
import type { Connection } from './connection.js'
import { eventsOf } from './queries.js'
import { build } from './schema.js'
import { toSum } from './view-lists.js'

/** Shorter beginnings of words stand for too many words to be worth looking up. */
const LEAST_BEGINNING = 3
/** Of how many names that match the most active are chosen. */
const CANDIDATES = 200

/**
 * What FTS5 looks for: each word, quoted so that none of its own syntax gets through; the last may be a beginning.
 * Null where there is no word.
 */
export function matchOf(words: string): string | null {
  const list = words.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const last = list.at(-1)
  if (!last) return null
  const beginning = last.length >= LEAST_BEGINNING ? '*' : ''
  return `${list.map((word) => `"${word}"`).join(' ')}${beginning}`
}

/** Reports that have all the words, the last read first: by rank, every match of a common word would be weighed. */
export function searchReports(connection: Connection, words: string, limit: number): ReportHit[] {
  const match = matchOf(words)
  if (!match) return []
  const query = build
    .selectFrom('reports_text')
    .innerJoin('reports', 'reports.seq', 'reports_text.rowid')
    .select(['reports.id as report', 'reports.title'])
    .select(sql<string | null>`json_extract(reports.body, '$.outlet.value')`.as('outlet'))
    .select(sql<string | null>`json_extract(reports.body, '$.published.value')`.as('published'))
    .select(sql<string>`snippet(reports_text, -1, '⟦', '⟧', '…', 24)`.as('snippet'))
    .where(sql<boolean>`reports_text MATCH ${match}`)
  return connection.rows(query.orderBy('reports_text.rowid', 'desc').limit(limit))
}

export function searchEvents(
  connection: Connection,
  words: string,
  limit: number,
  type?: EventType,
): Event[] {
  const match = matchOf(words)
  if (!match) return []
  let query = build
    .selectFrom('events_text')
    .innerJoin('event_words', 'event_words.seq', 'events_text.rowid')
    .select('event')
    .where(sql<boolean>`events_text MATCH ${match}`)
  if (type) query = query.where('event_words.type', '=', type)
  const rows = connection.rows(query.orderBy('events_text.rowid', 'desc').limit(limit))
  return eventsOf(
    connection,
    rows.map(({ event }) => event),
  )
}

export function searchNames(connection: Connection, words: string, limit: number): EntitySum[] {
  const match = matchOf(words)
  if (!match) return []
  const found = build
    .selectFrom('names_text')
    .innerJoin('name_words', 'name_words.seq', 'names_text.rowid')
    .select('name_words.entity')
    .where(sql<boolean>`names_text MATCH ${match}`)
    .orderBy('names_text.rowid', 'desc')
    .limit(CANDIDATES)
  const query = build
    .selectFrom('entities')
    .innerJoin('entity_tally', 'entity_tally.entity', 'entities.id')
    .select(['body', 'events'])
    .where('entities.id', 'in', found)
  return connection.rows(query.orderBy('events', 'desc').limit(limit)).map(toSum)
}
