import type { Entity, LogEntry } from '../../types.js'
import type { NewEntry } from '../index.js'
import type { Connection } from './connection.js'
import { presentMentions } from './history.js'
import { among, build } from './schema.js'

/** Writes a correction down and marks the reports that it concerns as pending; call it within a transaction. */
export function writeLog(connection: Connection, entry: NewEntry): LogEntry {
  const seq = last(connection) + 1
  const written: LogEntry = { id: `c${seq}`, ...entry }
  connection.run(build.insertInto('corrections').values({ seq, body: JSON.stringify(written) }))
  for (const part of new Set(entry.sides.flat()))
    connection.run(build.insertInto('correction_parts').values({ part, seq }))
  for (const report of concerned(connection, entry))
    connection.run(build.replaceInto('pending').values({ report }))
  return written
}

/** The log, or what of it is about any of these parts; oldest first. */
export function logOf(connection: Connection, parts?: readonly string[]): LogEntry[] {
  const all = build.selectFrom('corrections').select('body').orderBy('seq')
  const about = build.selectFrom('correction_parts').select('seq')
  const query = parts ? all.where('seq', 'in', about.where('part', 'in', among(parts))) : all
  return connection.rows(query).map(({ body }) => JSON.parse(body) as LogEntry)
}

/** For each of these mention ids, the mentions in the record that stand for it. */
export function livingHeirs(connection: Connection, ids: readonly string[]): Map<string, readonly string[]> {
  const present = presentMentions(connection, ids)
  const heirs = new Map(ids.map((id) => [id, present(id)]))
  const query = build
    .selectFrom('mentions')
    .select('id')
    .where('id', 'in', among([...heirs.values()].flat()))
  const living = new Set(connection.rows(query).map(({ id }) => id))
  return new Map([...heirs].map(([id, list]) => [id, list.filter((heir) => living.has(heir))]))
}

/** An entity as reports name it: what merging keeps of each name, and which of the record it is. */
export function namings(connection: Connection, entity: string): Entity[] {
  const items = build.selectFrom('index_items').where('kind', '=', 'entity')
  const chain = items.select('chain').where('id', '=', entity)
  const rows = connection.rows(items.select('body').where('chain', 'in', chain))
  return rows
    .map(({ body }) => JSON.parse(body) as { entity: Entity; canon: Entity })
    .filter(({ canon }) => canon.id === entity)
    .map((kept) => kept.entity)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function last(connection: Connection): number {
  const query = build.selectFrom('corrections').select(({ fn }) => fn.max<number | null>('seq').as('last'))
  return connection.first(query)?.last ?? 0
}

/** One report for each part that has to be looked at again; merging finds the others by what hangs together with it. */
function concerned(connection: Connection, { of, sides }: NewEntry): string[] {
  if (of === 'entity') return sides.flat().flatMap((id) => naming(connection, id))
  const heirs = livingHeirs(connection, sides.flat())
  const telling = inEvents(connection, [...heirs.values()].flat())
  const held = sides.map((side) => side.flatMap((id) => heirs.get(id)!).filter((id) => telling.has(id)))
  const anchors = held.map((side) => side.sort()[0])
  const query = build.selectFrom('mentions').select('report').distinct()
  const found = among(anchors.filter((id) => id !== undefined))
  return connection.rows(query.where('id', 'in', found)).map(({ report }) => report)
}

/** Those of these mentions that events are made of: what names nobody known hangs together with nothing. */
function inEvents(connection: Connection, mentions: readonly string[]): Set<string> {
  const query = build.selectFrom('event_mentions').select('mention').distinct()
  return new Set(connection.rows(query.where('mention', 'in', among(mentions))).map((row) => row.mention))
}

function naming(connection: Connection, entity: string): string[] {
  const query = build.selectFrom('forms').select('report').where('entity', '=', entity)
  return connection.rows(query.limit(1)).map(({ report }) => report)
}
