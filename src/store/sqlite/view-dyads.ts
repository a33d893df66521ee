import { sql } from 'kysely'
import type { Event } from '../../types.js'
import type { DyadFilter, DyadSum, Page, PeriodSum, Slice } from '../view.js'
import type { Connection } from './connection.js'
import { eventsOf } from './queries.js'
import { build } from './schema.js'
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

/** The events of two states, newest first. */
export function dyadEvents(
  connection: Connection,
  pair: Pair,
  filter: DyadFilter,
  slice: Slice,
): Page<Event> {
  const [one, other] = sorted(pair)
  let query = build
    .selectFrom('event_dyads')
    .select(['day', 'event as id'])
    .where('one', '=', one)
    .where('other', '=', other)
  if (filter.type) query = query.where('type', '=', filter.type)
  if (filter.background !== undefined) query = query.where('background', '=', Number(filter.background))
  if (filter.direction) query = query.where('direction', '=', filter.direction)
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
  const [one, other] = sorted(pair)
  let query = build
    .selectFrom('dyad_months')
    .select(['period', 'direction'])
    .select(({ fn }) => [
      fn.sum<number>('events').as('events'),
      fn.sum<number>('up').as('up'),
      fn.sum<number>('down').as('down'),
    ])
    .where('one', '=', one)
    .where('other', '=', other)
  if (filter.type) query = query.where('type', '=', filter.type)
  if (filter.background !== undefined) query = query.where('background', '=', Number(filter.background))
  if (filter.direction) query = query.where('direction', '=', filter.direction)
  if (filter.since) query = query.where('period', '>=', filter.since.slice(0, 7))
  if (filter.until) query = query.where('period', '<=', endOf(filter.until.slice(0, 7)))
  return connection.rows(query.groupBy(['period', 'direction']).orderBy('period').orderBy('direction'))
}

function sorted([a, b]: Pair): Pair {
  return a < b ? [a, b] : [b, a]
}
