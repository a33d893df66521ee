import type { Held, ReportWrite, Revision } from '../index.js'
import type { Mark } from '../standing.js'
import type { Connection } from './connection.js'
import { among, build } from './schema.js'

/** A report that must not be shown yet, as it was handed in, with its earlier texts. */
export interface HeldReport {
  readonly write: ReportWrite
  readonly past: readonly Revision[]
}

/** All marks, or those of one report, in the order in which they were made. */
export function marks(connection: Connection, report?: string): Mark[] {
  const query = build.selectFrom('marks').select(['report', 'standing', 'until', 'reason', 'who', 'at'])
  const asked = report === undefined ? query : query.where('report', '=', report)
  return connection.rows(asked.orderBy('seq'))
}

/** The last mark of each of these reports that has one. */
export function lastMarks(connection: Connection, reports: readonly string[]): Map<string, Mark> {
  const query = build.selectFrom('marks').select(['report', 'standing', 'until', 'reason', 'who', 'at'])
  const rows = connection.rows(query.where('report', 'in', among(reports)).orderBy('seq'))
  return new Map(rows.map((mark) => [mark.report, mark]))
}

export function insertMark(connection: Connection, mark: Mark): void {
  connection.run(build.insertInto('marks').values(mark))
}

/** Keeps a report apart from the record: nothing that reads the record can come upon it. */
export function hold(connection: Connection, { write, past }: HeldReport, until: string | null): void {
  const { id, hash, url } = write.report
  const body = JSON.stringify({ write, past })
  connection.run(
    build.replaceInto('held').values({ report: id, hash, url, source: write.source, until, body }),
  )
}

export function heldReport(connection: Connection, id: string): HeldReport | null {
  const row = connection.first(build.selectFrom('held').select('body').where('report', '=', id))
  return row ? (JSON.parse(row.body) as HeldReport) : null
}

export function dropHeld(connection: Connection, ids: readonly string[]): void {
  connection.run(build.deleteFrom('held').where('report', 'in', among(ids)))
}

/** What is held under this report's id, address or file. */
export function heldLike(connection: Connection, { report, source }: Pick<ReportWrite, 'report' | 'source'>) {
  return connection.rows(
    build
      .selectFrom('held')
      .select(['report', 'hash'])
      .where((where) =>
        where.or([
          where('report', '=', report.id),
          where('url', '=', report.url),
          where.and([where('source', '=', source), where('url', 'is', null)]),
        ]),
      ),
  )
}

/** The ids of those whose time has come. */
export function heldUntil(connection: Connection, now: string): string[] {
  const due = build.selectFrom('held').select(['report', 'until']).where('until', 'is not', null)
  const rows = connection.rows(due.orderBy('report'))
  return rows.filter(({ until }) => Date.parse(until!) <= Date.parse(now)).map(({ report }) => report)
}

/** What is held, for those who keep the record: never for a page or an export. */
export function held(connection: Connection): Held[] {
  const rows = connection.rows(build.selectFrom('held').select(['report', 'until', 'body']).orderBy('report'))
  return rows.map(({ report, until, body }) => {
    const { file } = (JSON.parse(body) as HeldReport).write.report
    return { report, until, file }
  })
}
