import { sql } from 'kysely'
import type { Event, EventType } from '../../types.js'
import type { EntitySum, ReportHit } from '../view.js'
import type { Connection } from './connection.js'
import { eventsOf } from './queries.js'
import { build } from './schema.js'
import { sums, tallies } from './view-lists.js'

/** Shorter beginnings of words stand for too many words to be worth looking up. */
const LEAST_BEGINNING = 3
/** Of how many names that match the most active are chosen. */
const CANDIDATES = 200

/**
 * What FTS5 looks for: each word, quoted so that none of its own syntax gets through. The last may be a beginning in
 * the second. Whole words come first: going through all words with one beginning takes time that grows with the record.
 * @example matchesOf('Tesk minis') // ['"Tesk" "minis"', '"Tesk" "minis"*']
 */
export function matchesOf(words: string): string[] {
  const list = words.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const last = list.at(-1)
  if (!last) return []
  const whole = list.map((word) => `"${word}"`).join(' ')
  return last.length < LEAST_BEGINNING ? [whole] : [whole, `${whole}*`]
}

/** What whole words find, and where that is too little, what the beginning finds. */
function found<R>(words: string, limit: number, find: (match: string) => R[]): R[] {
  let rows: R[] = []
  for (const match of matchesOf(words)) if (rows.length < limit) rows = find(match)
  return rows
}

/** Reports that have all the words, the last read first: by rank, every match of a common word would be weighed. */
export function searchReports(connection: Connection, words: string, limit: number): ReportHit[] {
  const query = build
    .selectFrom('reports_text')
    .innerJoin('reports', 'reports.seq', 'reports_text.rowid')
    .select(['reports.id as report', 'reports.title'])
    .select(sql<string | null>`json_extract(reports.body, '$.outlet.value')`.as('outlet'))
    .select(sql<string | null>`json_extract(reports.body, '$.published.value')`.as('published'))
    .select(sql<string>`snippet(reports_text, -1, '⟦', '⟧', '…', 24)`.as('snippet'))
    .orderBy('reports_text.rowid', 'desc')
    .limit(limit)
  return found(words, limit, (match) =>
    connection.rows(query.where(sql<boolean>`reports_text MATCH ${match}`)),
  )
}

export function searchEvents(
  connection: Connection,
  words: string,
  limit: number,
  type?: EventType,
): Event[] {
  const all = build
    .selectFrom('events_text')
    .innerJoin('event_words', 'event_words.seq', 'events_text.rowid')
    .select('event')
    .orderBy('events_text.rowid', 'desc')
    .limit(limit)
  const query = type ? all.where('event_words.type', '=', type) : all
  const rows = found(words, limit, (match) =>
    connection.rows(query.where(sql<boolean>`events_text MATCH ${match}`)),
  )
  return eventsOf(
    connection,
    rows.map(({ event }) => event),
  )
}

export function searchNames(connection: Connection, words: string, limit: number): EntitySum[] {
  const candidates = build
    .selectFrom('names_text')
    .innerJoin('name_words', 'name_words.seq', 'names_text.rowid')
    .select('name_words.entity')
    .orderBy('names_text.rowid', 'desc')
    .limit(CANDIDATES)
  return found(words, limit, (match) => {
    const matching = candidates.where(sql<boolean>`names_text MATCH ${match}`)
    return sums(connection, tallies().where('entity', 'in', matching).limit(limit))
  })
}
