import { sql } from 'kysely'
import type { Connection } from './connection.js'
import { build } from './schema.js'

/** Shorter beginnings of words stand for too many words to be worth looking up. */
const LEAST_BEGINNING = 3
/** Longer beginnings are not in the index, which would gather all that they stand for before it gives the first. */
const LONGEST_BEGINNING = 5
/** Of how many of the newest that have the indexed part of a longer beginning the rest is checked. */
const CHECKED = 200
const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** What is searched by words: the table of FTS5, and what a row of it says. */
const SAID = {
  reports_text: "ifnull(title, '') || ' ' || text",
  events_text: "summary || ' ' || ifnull(quote, '') || ' ' || names",
  names_text: 'name',
} as const

export interface Hits {
  /** What FTS5 found them by. */
  readonly match: string
  /** Newest first. */
  readonly seqs: readonly number[]
}

/**
 * What FTS5 looks for: each word, quoted so that none of its own syntax gets through. The last may be a beginning in
 * the second. Whole words come first: going through all words with one beginning takes time that grows with the record.
 * @example matchesOf('Tesk ministe') // ['"Tesk" "ministe"', '"Tesk" "minis"*']
 */
export function matchesOf(words: string): string[] {
  const list = words.match(WORD) ?? []
  const last = list.at(-1)
  if (!last) return []
  const quoted = (some: readonly string[]) => some.map((word) => `"${word}"`).join(' ')
  if (last.length < LEAST_BEGINNING) return [quoted(list)]
  return [quoted(list), `${quoted([...list.slice(0, -1), last.slice(0, LONGEST_BEGINNING)])}*`]
}

/**
 * The newest rows that have all the words; then, for who needs more, those in which the last word is only begun as well.
 * @param most as many are given
 */
export function* hitsOf(
  connection: Connection,
  table: keyof typeof SAID,
  words: string,
  most: number,
): Generator<Hits> {
  const [whole, begun] = matchesOf(words)
  if (!whole) return
  const exact = newest(connection, table, whole, most)
  yield { match: whole, seqs: exact }
  if (!begun || exact.length >= most) return
  const seqs = new Set([...exact, ...begunIn(connection, table, words, begun, most)])
  yield { match: begun, seqs: [...seqs].sort((a, b) => b - a).slice(0, most) }
}

/** As a list of numbers in SQL. */
export function seqList(seqs: readonly number[]) {
  return sql<number>`(SELECT value FROM json_each(${JSON.stringify(seqs)}))`
}

function begunIn(
  connection: Connection,
  table: keyof typeof SAID,
  words: string,
  begun: string,
  most: number,
): number[] {
  const beginning = folded(words.match(WORD)!.at(-1)!)
  if (beginning.length <= LONGEST_BEGINNING) return newest(connection, table, begun, most)
  const name = sql.raw(table)
  const query = sql<{ seq: number; said: string }>`SELECT rowid AS seq, ${sql.raw(SAID[table])} AS said
    FROM ${name} WHERE ${name} MATCH ${begun} ORDER BY rowid DESC LIMIT ${CHECKED}`
  return connection
    .rows({ compile: () => query.compile(build) })
    .filter(({ said }) =>
      folded(said)
        .match(WORD)
        ?.some((word) => word.startsWith(beginning)),
    )
    .map(({ seq }) => seq)
}

function newest(connection: Connection, table: keyof typeof SAID, match: string, most: number): number[] {
  const name = sql.raw(table)
  const query = sql<{ seq: number }>`SELECT rowid AS seq FROM ${name} WHERE ${name} MATCH ${match}
    ORDER BY rowid DESC LIMIT ${most}`
  return connection.rows({ compile: () => query.compile(build) }).map(({ seq }) => seq)
}

/** As the index has words: without marks and case. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
