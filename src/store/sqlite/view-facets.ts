import { sql } from 'kysely'
import type { Facet, FacetCount, FacetFilter, Slice } from '../view.js'
import type { Connection } from './connection.js'
import { build } from './schema.js'
import { endOf, position } from './view-pages.js'
import { hitsOf, seqList } from './view-words.js'

/** A place in a filtered list: newest day first. */
interface Place {
  readonly day: string
  readonly id: string
}

/** Of how many reports that have the words the newest are looked at. */
const WORDS = 2000
const FACETS = ['outlet', 'country', 'control', 'standing', 'state'] as const

/** Whether a list is asked for as a whole. */
export function isAll({ since, until, words, ...rest }: FacetFilter): boolean {
  return !since && !until && !words && FACETS.every((facet) => !rest[facet])
}

/** The most frequent values of a facet, with how many reports have each. */
export function facetCounts(connection: Connection, facet: Facet, limit: number): FacetCount[] {
  const query = build.selectFrom('facet_tally').select(['value', 'reports']).where('facet', '=', facet)
  return connection.rows(query.orderBy('reports', 'desc').limit(limit))
}

type Wanted = readonly [facet: string, value: string]

/** The facets that are asked for, the rarest first: the list is walked by it. */
function wantedOf(connection: Connection, filter: FacetFilter): readonly [Wanted, ...Wanted[]] {
  const given = FACETS.flatMap((facet): Wanted[] => (filter[facet] ? [[facet, filter[facet]]] : []))
  const count = ([facet, value]: Wanted) => {
    const query = build.selectFrom('facet_tally').select('reports').where('facet', '=', facet)
    return connection.first(query.where('value', '=', value))?.reports ?? 0
  }
  const [first, ...others] = given
    .map((one) => ({ one, reports: count(one) }))
    .sort((a, b) => a.reports - b.reports)
    .map(({ one }) => one)
  return first ? [first, ...others] : [['', '']]
}

/** What is listed: its table of facets, and the column that names it there. */
interface List {
  readonly table: 'report_facets' | 'story_facets'
  readonly column: 'seq' | 'story'
}

/** The reports that pass a filter, one more than asked for: by the day of publication, the undated last. */
export function reportPlaces(connection: Connection, filter: FacetFilter, slice: Slice): Place[] {
  const words = filter.words ? sql<boolean>`id IN ${wordSeqs(connection, filter.words)}` : null
  return places(connection, { table: 'report_facets', column: 'seq' }, filter, slice, words)
}

/** The stories of which a report passes a filter, one more than asked for, newest first. */
export function storyPlaces(connection: Connection, filter: FacetFilter, slice: Slice): Place[] {
  const words = filter.words
    ? sql<boolean>`id IN (SELECT story FROM story_reports WHERE report IN
        (SELECT id FROM reports WHERE seq IN ${wordSeqs(connection, filter.words)}))`
    : null
  return places(connection, { table: 'story_facets', column: 'story' }, filter, slice, words)
}

function places(
  connection: Connection,
  { table, column }: List,
  filter: FacetFilter,
  { limit, after }: Slice,
  words: ReturnType<typeof sql<boolean>> | null,
): Place[] {
  const [[facet, value], ...others] = wantedOf(connection, filter)
  const [source, id] = [sql.raw(table), sql.raw(column)]
  let query = build
    .selectFrom(
      sql<Place>`(SELECT day, ${id} AS id FROM ${source} WHERE facet = ${facet} AND value = ${value})`.as(
        'listed',
      ),
    )
    .select(['day', 'id'])
  if (filter.since) query = query.where('day', '>=', filter.since)
  if (filter.until) query = query.where('day', '<=', endOf(filter.until)).where('day', '!=', '')
  for (const [name, wanted] of others)
    query = query.where(
      sql<boolean>`EXISTS (SELECT 1 FROM ${source} AS other
        WHERE other.${id} = listed.id AND other.facet = ${name} AND other.value = ${wanted})`,
    )
  if (words) query = query.where(words)
  if (after) {
    const { day, id } = position(after)
    query = query.where(sql<boolean>`(day, id) < (${day}, ${column === 'seq' ? Number(id) : id})`)
  }
  return connection.rows(
    query
      .orderBy('day', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1),
  )
}

/** The newest reports that have all the words, the last of them perhaps only begun; none where there is no word. */
function wordSeqs(connection: Connection, words: string) {
  return seqList([...hitsOf(connection, 'reports_text', words, WORDS)].at(-1)?.seqs ?? [])
}
