import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Entity } from '../../types.js'
import type { ReportForms } from '../index.js'
import type { Connection, Query } from './connection.js'
import { among, build } from './schema.js'

const formOf = (entity: Entity): string =>
  createHash('sha256').update(JSON.stringify(entity)).digest('base64').slice(0, 16)

/** Writes down how these reports name their entities. @returns the ids of entities that gained or lost a form */
export function replaceForms(connection: Connection, reports: readonly ReportForms[]): string[] {
  const ids = reports.map(({ report }) => report)
  const before = connection.rows(
    build.selectFrom('forms').select(['entity', 'form']).where('report', 'in', among(ids)),
  )
  const after = reports.flatMap(({ entities }) => entities.map((e) => ({ entity: e.id, form: formOf(e) })))
  const touched = new Map([...before, ...after].map((f) => [`${f.entity}\n${f.form}`, f]))
  const stood = [...touched.values()].map((f) => stands(connection, f))
  connection.run(build.deleteFrom('forms').where('report', 'in', among(ids)))
  for (const { report, entities } of reports)
    for (const entity of entities) insert(connection, report, entity)
  const changed = [...touched.values()].filter((f, i) => stands(connection, f) !== stood[i])
  return [...new Set(changed.map(({ entity }) => entity))].sort()
}

function stands(connection: Connection, { entity, form }: { entity: string; form: string }): boolean {
  const query = build.selectFrom('forms').select('report').where('entity', '=', entity)
  return connection.first(query.where('form', '=', form).limit(1)) !== undefined
}

function insert(connection: Connection, report: string, entity: Entity): void {
  const form = formOf(entity)
  connection.run(build.replaceInto('forms').values({ entity: entity.id, form, report }))
  connection.run(build.replaceInto('form_bodies').values({ form, body: JSON.stringify(entity) }))
}

/** All forms of these entities: one look-up for each form, however many reports have it. */
export function formsOf(connection: Connection, ids: readonly string[]): Entity[] {
  return ids.flatMap((id) => {
    const rows = connection.rows(formsQuery(id))
    return rows.map(({ body }) => JSON.parse(body) as Entity)
  })
}

function formsQuery(id: string): Query<{ body: string }> {
  const query = sql<{ body: string }>`
    WITH RECURSIVE one(form) AS (
      SELECT min(form) FROM forms WHERE entity = ${id}
      UNION ALL
      SELECT (SELECT min(form) FROM forms WHERE entity = ${id} AND form > one.form) FROM one WHERE form IS NOT NULL
    )
    SELECT body FROM one JOIN form_bodies USING (form)`
  return { compile: () => query.compile(build) }
}

/** The reports in which any of these entities stands. */
export function reportsNaming(connection: Connection, ids: readonly string[]): string[] {
  const query = build.selectFrom('forms').select('report').distinct().where('entity', 'in', among(ids))
  return connection.rows(query.orderBy('report')).map(({ report }) => report)
}
