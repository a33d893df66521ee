import { sql } from 'kysely'
import type { Event } from '../../types.js'
import type { DyadFilter, DyadSum, Page, PeriodSum, Slice } from '../view.js'
import type { Connection } from './connection.js'
import { eventsOf } from './queries.js'
import { build, type Tables } from './schema.js'
import { cut, endOf, position } from './view-pages.js'

type Pair = readonly [string, string]

/** The dyads with most events; those of one state by its two sides, each by an index. */
export function dyads(connection: Connection, limit: number, country?: string): DyadSum[] {
  const all = build.selectFrom('dyads').selectAll()
  if (!country) return connection.rows(all.orderBy('events', 'desc').limit(limit))
  const sums = [
    ...connection.rows(all.where('one', '=', country)),
    ...connection.rows(all.where('other', '=', country)),
  ]
  return sums
    .sort((a, b) => b.events - a.events || (a.one + a.other < b.one + b.other ? -1 : 1))
    .slice(0, limit)
}

/** The rows of a pair, with those of the pairs that are folded into it. */
function rowsOf([one, other]: Pair, { former = [], side }: DyadFilter) {
  // What is listed apart is rare: by the order of days all events of the two would be walked for it.
  const table = sql.raw(side === 'apart' ? 'event_dyads INDEXED BY event_dyads_apart' : 'event_dyads')
  if (former.length === 0)
    return sql<DyadRow>`(SELECT * FROM ${table} WHERE one = ${one} AND other = ${other})`
  const parts = [[one, other] as const, ...former].map(([a, b]) => {
    const [first, second] = sorted([a, b])
    const direction = first === a ? sql`direction` : sql.raw(SWAPPED)
    return sql`SELECT day, event, period, type, kind, background, score, ${direction} AS direction
      FROM event_dyads WHERE one = ${first} AND other = ${second}`
  })
  // An event with a state and its former self stands in both, and counts once.
  return sql<DyadRow>`(SELECT day, event, period, type, kind, background, score, min(direction) AS direction
    FROM (${sql.join(parts, sql` UNION ALL `)}) GROUP BY event)`
}

type DyadRow = Pick<
  Tables['event_dyads'],
  'day' | 'event' | 'period' | 'type' | 'kind' | 'background' | 'score' | 'direction'
>

const SWAPPED = `CASE direction WHEN 'there' THEN 'back' WHEN 'back' THEN 'there' ELSE direction END`
const SIDES = { between: ['there', 'back', 'both'], apart: ['joint', 'onto'] } as const

/** What of a filter both lists and sums can be asked for. */
function chosen({ type, kind, background, direction, side }: DyadFilter) {
  const conditions = [
    ...(type ? [sql<boolean>`type = ${type}`] : []),
    ...(kind ? [sql<boolean>`kind = ${kind === 'none' ? '' : kind}`] : []),
    ...(background === undefined ? [] : [sql<boolean>`background = ${Number(background)}`]),
    ...(direction ? [sql<boolean>`direction = ${direction}`] : []),
    ...(side ? [sql<boolean>`direction IN (${sql.join(SIDES[side])})`] : []),
  ]
  return conditions.length > 0 ? sql<boolean>`${sql.join(conditions, sql` AND `)}` : sql<boolean>`1`
}

/** The events of two states, newest first. */
export function dyadEvents(
  connection: Connection,
  pair: Pair,
  filter: DyadFilter,
  slice: Slice,
): Page<Event> {
  let query = build
    .selectFrom(rowsOf(sorted(pair), filter).as('keys'))
    .select(['day', 'event as id'])
    .where(chosen(filter))
  if (filter.since) query = query.where('day', '>=', filter.since)
  if (filter.until) query = query.where('day', '<=', endOf(filter.until))
  if (slice.after) {
    const { day, id } = position(slice.after)
    query = query.where(sql<boolean>`(day, event) < (${day}, ${id})`)
  }
  const newest = query
    .orderBy('day', 'desc')
    .orderBy('event', 'desc')
    .limit(slice.limit + 1)
  const { items, next } = cut(connection.rows(newest), slice.limit)
  return {
    items: eventsOf(
      connection,
      items.map(({ id }) => id),
    ),
    next,
  }
}

/** Sums by stretch of time and direction, the earliest first. */
export function dyadPeriods(connection: Connection, pair: Pair, filter: DyadFilter): PeriodSum[] {
  const source = filter.former?.length ? countedRows(sorted(pair), filter.former) : storedSums(sorted(pair))
  let query = build
    .selectFrom(source.as('sums'))
    .select(['period', 'direction'])
    .select(({ fn }) => [
      fn.sum<number>('events').as('events'),
      fn.sum<number>('up').as('up'),
      fn.sum<number>('down').as('down'),
    ])
    .where(chosen(filter))
  if (filter.since) query = query.where('period', '>=', filter.since.slice(0, 7))
  if (filter.until) query = query.where('period', '<=', endOf(filter.until.slice(0, 7)))
  return connection.rows(query.groupBy(['period', 'direction']).orderBy('period').orderBy('direction'))
}

const storedSums = ([one, other]: Pair) =>
  sql<Tables['dyad_months']>`(SELECT * FROM dyad_months WHERE one = ${one} AND other = ${other})`

/** The same for several pairs, counted from their events: what is in two pairs counts once. */
const countedRows = (pair: Pair, former: DyadFilter['former']) =>
  sql<Tables['dyad_months']>`(SELECT period, type, kind, background, direction, 1 AS events,
    max(ifnull(score, 0), 0) AS up, min(ifnull(score, 0), 0) AS down FROM ${rowsOf(pair, { former })})`

function sorted([a, b]: Pair): Pair {
  return a < b ? [a, b] : [b, a]
}
