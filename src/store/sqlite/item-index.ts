import { sql } from 'kysely'
import type { Indexed, IndexKind, ItemIndex, Search } from '../index.js'
import type { Connection } from './connection.js'
import { among, build } from './schema.js'

/** Stands for "no day", which is near to every day. */
const NO_DAY = -1

/** The items of one kind, by the keys they share. Call it within a transaction. */
export function itemIndex(connection: Connection, kind: IndexKind): ItemIndex {
  return {
    get: async (ids) => items(connection, kind, ids),
    put: async (list) => {
      drop(
        connection,
        kind,
        list.map(({ id }) => id),
      )
      for (const item of list) insert(connection, kind, item)
    },
    drop: async (ids) => drop(connection, kind, ids),
    note: async (list) => {
      for (const { id, body } of list) note(connection, kind, id, body)
    },
    find: async (search) => find(connection, kind, search),
    chained: async (ids) => chained(connection, kind, ids),
    chain: async (chains) => {
      for (const chain of chains) setChain(connection, kind, chain)
    },
  }
}

function items(connection: Connection, kind: IndexKind, ids: readonly string[]): Indexed[] {
  const query = build
    .selectFrom('index_items')
    .select(['id', 'day', 'keys', 'body'])
    .where('kind', '=', kind)
    .where('id', 'in', among(ids))
    .orderBy('id')
  return connection
    .rows(query)
    .map(({ id, day, keys, body }) => ({ id, day, keys: JSON.parse(keys), body: JSON.parse(body) }))
}

function insert(connection: Connection, kind: IndexKind, { id, day, keys, body }: Indexed): void {
  const texts = { keys: JSON.stringify(keys), body: JSON.stringify(body) }
  connection.run(build.insertInto('index_items').values({ kind, id, chain: null, day, ...texts }))
  connection.run(
    build
      .insertInto('index_keys')
      .columns(['kind', 'key', 'day', 'id'])
      .expression(sql`SELECT DISTINCT ${kind}, value, ${day ?? NO_DAY}, ${id} FROM json_each(${texts.keys})`),
  )
}

function drop(connection: Connection, kind: IndexKind, ids: readonly string[]): void {
  for (const { id, day, keys } of items(connection, kind, ids))
    connection.run(
      build
        .deleteFrom('index_keys')
        .where('kind', '=', kind)
        .where('key', 'in', among(keys))
        .where('day', '=', day ?? NO_DAY)
        .where('id', '=', id),
    )
  connection.run(build.deleteFrom('index_items').where('kind', '=', kind).where('id', 'in', among(ids)))
}

function note(connection: Connection, kind: IndexKind, id: string, body: unknown): void {
  const update = build.updateTable('index_items').set({ body: JSON.stringify(body) })
  connection.run(update.where('kind', '=', kind).where('id', '=', id))
}

/** Those of the keys' items that have enough of them, on the days asked for or on none. */
function find(connection: Connection, kind: IndexKind, { keys, least, days }: Search): string[] {
  const query = build
    .selectFrom('index_keys')
    .select('id')
    .where('kind', '=', kind)
    .where('key', 'in', among([...new Set(keys)]))
    .groupBy('id')
    .having(({ fn }) => fn.countAll(), '>=', least)
    .orderBy('id')
  const dated = days ? query.where('day', 'in', daysFrom(days)) : query
  return connection.rows(dated).map(({ id }) => id)
}

function daysFrom([first, last]: readonly [number, number]) {
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  return sql<number>`(SELECT value FROM json_each(${JSON.stringify([NO_DAY, ...all])}))`
}

function chained(connection: Connection, kind: IndexKind, ids: readonly string[]): string[] {
  const own = build.selectFrom('index_items').select('chain').where('kind', '=', kind)
  const rows = connection.rows(own.where('id', 'in', among(ids)))
  const chains = [...new Set(rows.flatMap(({ chain }) => chain ?? []))]
  // Told apart and ordered here: SQLite would walk all items of the kind to have them in order.
  const query = build.selectFrom('index_items').select('id').where('kind', '=', kind)
  const members = connection.rows(query.where('chain', 'in', among(chains)))
  return members.map(({ id }) => id).sort()
}

function setChain(connection: Connection, kind: IndexKind, chain: readonly string[]): void {
  const update = build.updateTable('index_items').set({ chain: chain[0]! })
  connection.run(update.where('kind', '=', kind).where('id', 'in', among(chain)))
}
