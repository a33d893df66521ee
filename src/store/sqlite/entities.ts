import { sql } from 'kysely'
import type { Entity } from '../../types.js'
import { fatesOf, type Parts } from '../fates.js'
import type { Connection } from './connection.js'
import { retire, revive } from './history.js'
import { among, build } from './schema.js'

/**
 * Entities belong to no report: the given ones are written, and those that no event names any more go.
 * @param named the entities that may be named no more; null for any
 */
export function replaceEntities(
  connection: Connection,
  entities: readonly Entity[],
  named: readonly string[] | null,
): void {
  const given = entities.map(({ id }) => id)
  // Not by a join: a state is in very many events, and one is enough to know.
  const unnamed = build
    .selectFrom('entities')
    .select('body')
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM event_entities WHERE entity = entities.id)`)
  const stale = connection
    .rows(named === null ? unnamed : unnamed.where('id', 'in', among(named)))
    .map(({ body }) => JSON.parse(body) as Entity)
    .filter(({ id }) => !given.includes(id))
  retire(connection, fatesOf('entity', namesById(stale), namesById(entities)))
  const dropped = [...given, ...stale.map(({ id }) => id)]
  connection.run(build.deleteFrom('entities').where('id', 'in', among(dropped)))
  connection.run(build.deleteFrom('entity_names').where('entity', 'in', among(dropped)))
  revive(connection, given)
  for (const entity of entities) insertEntity(connection, entity)
}

/** Whoever goes by a vanished entity's name, in the same state, stands for it. */
function namesById(entities: readonly Entity[]): Parts {
  const part = ({ kind, country }: Entity, name: string) => [kind, country, folded(name)].join('\n')
  return new Map(entities.map((entity) => [entity.id, allNames(entity).map((name) => part(entity, name))]))
}

function insertEntity(connection: Connection, entity: Entity): void {
  const { id, name, kind, country } = entity
  const body = JSON.stringify(entity)
  connection.run(build.insertInto('entities').values({ id, name, kind, country, body }))
  for (const known of new Set(allNames(entity).map(folded)))
    connection.run(build.insertInto('entity_names').values({ entity: id, name: known }))
}

function allNames(entity: Entity): string[] {
  return [entity.name, ...entity.names]
}

/** A name as it is looked up: without regard to case. */
export function folded(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

/** Entities that go by this name. */
export function named(connection: Connection, name: string): Entity[] {
  const ids = build.selectFrom('entity_names').select('entity').where('name', '=', folded(name))
  const query = build.selectFrom('entities').select('body').where('id', 'in', ids).orderBy('id')
  return connection.rows(query).map(({ body }) => JSON.parse(body) as Entity)
}
