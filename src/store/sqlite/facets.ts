import type { Mention, Report, Standing, Story } from '../../types.js'
import type { Connection } from './connection.js'
import { among, build } from './schema.js'

/** What a report is listed by. */
export interface Listed {
  readonly report: Report
  readonly mentions: readonly Mention[]
  readonly standing: Standing
}

/** The values by which a list of reports can be filtered; each facet's at most once. */
function valuesOf({ report, mentions, standing }: Listed): [facet: string, value: string][] {
  const { outlet, press } = report
  const parties = mentions.flatMap(({ actor, recipient }) => [...actor, ...recipient])
  const states = new Set(parties.flatMap(({ country }) => country ?? []))
  const given: [string, string | undefined][] = [
    ['', ''],
    ['standing', standing],
    ['outlet', outlet?.value ?? press?.name],
    ['country', press?.country],
    ['control', press?.control],
    ...[...states].map((state): [string, string] => ['state', state]),
  ]
  return given.filter((one): one is [string, string] => one[1] !== undefined)
}

/** Writes anew what a stored report is listed by. */
export function replaceReportFacets(connection: Connection, listed: Listed): void {
  const { id, published } = listed.report
  const row = connection.first(build.selectFrom('reports').select('seq').where('id', '=', id))!
  connection.run(build.deleteFrom('report_facets').where('seq', '=', row.seq))
  const day = published?.value.slice(0, 10) ?? ''
  for (const [facet, value] of valuesOf(listed))
    connection.run(build.insertInto('report_facets').values({ facet, value, day, seq: row.seq }))
}

/** To be called before the reports themselves go. */
export function dropReportFacets(connection: Connection, reports: readonly string[]): void {
  const seqs = build.selectFrom('reports').select('seq').where('id', 'in', among(reports))
  connection.run(build.deleteFrom('report_facets').where('seq', 'in', seqs))
}

/** A story is listed by all that its reports are listed by. */
export function insertStoryFacets(connection: Connection, { id, since, reports }: Story): void {
  const rows = connection.rows(
    build
      .selectFrom('report_facets')
      .innerJoin('reports', 'reports.seq', 'report_facets.seq')
      .select(['facet', 'value'])
      .distinct()
      .where('reports.id', 'in', among(reports)),
  )
  for (const { facet, value } of rows)
    connection.run(build.insertInto('story_facets').values({ facet, value, day: since ?? '', story: id }))
}
