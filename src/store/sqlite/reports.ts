import type { Mention, Report, Standing } from '../../types.js'
import { daysOf } from '../days.js'
import type { ReportWrite, Revision, Saved } from '../index.js'
import { isHeld, type Stand, shownStand, standOf } from '../standing.js'
import type { Connection } from './connection.js'
import { dropReportFacets, replaceReportFacets } from './facets.js'
import { countriesOf, mentionFates, retire, revive } from './history.js'
import { among, build } from './schema.js'
import { dropHeld, heldLike, heldReport, hold, lastMarks } from './standing.js'

/** What saving the report would do; whether it would be held depends on the moment and is not told. */
export function compareReport(connection: Connection, report: Report, source: string | null): Saved {
  if (heldLike(connection, { report, source }).some(({ hash }) => hash === report.hash)) return 'unchanged'
  const stored = predecessors(connection, report, source)
  if (stored.length === 0) return 'new'
  return stored.every(({ id, hash }) => id === report.id && hash === report.hash) ? 'unchanged' : 'revised'
}

/** Stores a report, or holds it where it is under embargo when it is read; call it within a transaction. */
export function saveReport(connection: Connection, write: ReportWrite): Saved {
  const saved = compareReport(connection, write.report, write.source)
  if (saved === 'unchanged') return saved
  const before = heldLike(connection, write).map(({ report }) => report)
  dropHeld(connection, before)
  const stand = standFor(connection, write.report)
  if (isHeld(stand, write.readAt)) {
    hold(connection, { write, past: [] }, stand.until)
    return 'held'
  }
  place(connection, write, [])
  return saved
}

/** How a report stands, whatever the moment. */
export function standFor(connection: Connection, report: Report): Stand {
  return standOf(report, lastMarks(connection, [report.id]).get(report.id) ?? null)
}

/** The same for a report that is in the record: an embargo is over. */
export function standingFor(connection: Connection, report: Report): Standing {
  return shownStand(report, lastMarks(connection, [report.id]).get(report.id) ?? null).standing
}

/**
 * Puts a report into the record, in place of those that it stands in for; earlier texts that were held come with it.
 */
export function place(connection: Connection, write: ReportWrite, held: readonly Revision[]): void {
  const { report, source } = write
  const stored = predecessors(connection, report, source)
  const ids = stored.map(({ id }) => id)
  const others = ids.filter((id) => id !== report.id)
  const past = [...held, ...revisionsOf(connection, ids), ...stored.map(revisionOf)].filter(
    (earlier) => earlier.report.hash !== report.hash,
  )
  const before = mentionsOf(connection, ids)
  drop(connection, ids)
  insertReport(connection, write, insertRevisions(connection, report.id, past))
  insertMentions(connection, write.mentions)
  replaceReportFacets(connection, { ...write, standing: standingFor(connection, report) })
  retire(connection, mentionFates(before, write.mentions))
  retire(
    connection,
    others.map((id) => ({ id, kind: 'report', fate: 'merged_into', targets: [report.id] })),
  )
  revive(connection, [report.id, ...write.mentions.map(({ id }) => id)])
  markPending(connection, [report.id, ...others])
}

/** Replaces what was taken from a report whose text stays as it is; call it within a transaction. */
export function recodeReport(connection: Connection, report: Report, mentions: readonly Mention[]): boolean {
  const { id } = report
  const stored = connection.first(build.selectFrom('reports').select('id').where('id', '=', id))
  if (!stored) return false
  const before = mentionsOf(connection, [id])
  connection.run(build.deleteFrom('mentions').where('report', '=', id))
  insertMentions(connection, mentions)
  const { body } = textAndBody(report)
  const standing = standingFor(connection, report)
  replaceReportFacets(connection, { report, mentions, standing })
  connection.run(
    build.updateTable('reports').set({ mention_count: mentions.length, body, standing }).where('id', '=', id),
  )
  retire(connection, mentionFates(before, mentions))
  revive(
    connection,
    mentions.map((mention) => mention.id),
  )
  markPending(connection, [id])
  return true
}

/** Takes a report out with all that was kept of it; call it within a transaction. */
export function removeReport(connection: Connection, id: string): boolean {
  const stored = connection.first(build.selectFrom('reports').select('id').where('id', '=', id))
  const held = heldReport(connection, id)
  dropHeld(connection, [id])
  if (!stored) return held !== null
  retire(connection, mentionFates(mentionsOf(connection, [id]), []))
  drop(connection, [id])
  retire(connection, [{ id, kind: 'report', fate: 'withdrawn', targets: [] }])
  markPending(connection, [id])
  return true
}

/** The earlier texts of these reports, the oldest first. */
export function revisionsOf(connection: Connection, ids: readonly string[]): Revision[] {
  const query = build.selectFrom('revisions').selectAll().where('report', 'in', among(ids))
  return connection.rows(query.orderBy('read_at').orderBy('revision')).map(revisionOf)
}

/** All mentions of these reports, as coded. */
export function mentionsOf(connection: Connection, reports: readonly string[]): Mention[] {
  const query = build.selectFrom('mentions').select('body').where('report', 'in', among(reports))
  return connection.rows(query).map(({ body }) => JSON.parse(body) as Mention)
}

/** A report from its columns. */
export function reportOf(row: { body: string; text: string }): Report {
  return { ...(JSON.parse(row.body) as Report), text: row.text }
}

/** The live reports that this one stands in for: same id, same address, or same file unless the addresses differ. */
function predecessors(connection: Connection, report: Report, source: string | null) {
  const query = build
    .selectFrom('reports')
    .select(['id', 'hash', 'url', 'revision', 'read_at', 'text', 'body'])
    .where((where) =>
      where.or([
        where('id', '=', report.id),
        where('url', '=', report.url),
        where.and([
          where('source', '=', source),
          where.or([where('url', 'is', null), where(where.val(report.url), 'is', null)]),
        ]),
      ]),
    )
  return connection.rows(query.orderBy('read_at'))
}

function revisionOf(row: { revision: number; read_at: string; text: string; body: string }): Revision {
  return { report: reportOf(row), revision: row.revision, readAt: row.read_at }
}

export function drop(connection: Connection, ids: readonly string[]): void {
  dropReportFacets(connection, ids)
  connection.run(build.deleteFrom('mentions').where('report', 'in', among(ids)))
  connection.run(build.deleteFrom('revisions').where('report', 'in', among(ids)))
  connection.run(build.deleteFrom('reports').where('id', 'in', among(ids)))
}

function insertReport(connection: Connection, write: ReportWrite, revision: number): void {
  const { id, hash, url, title } = write.report
  connection.run(
    build.insertInto('reports').values({
      id,
      revision,
      hash,
      url,
      source: write.source,
      read_at: write.readAt,
      mention_count: write.mentions.length,
      title: title?.value ?? null,
      standing: standingFor(connection, write.report),
      ...textAndBody(write.report),
    }),
  )
}

/** Numbers the earlier texts from 1 and returns the number that comes next. */
function insertRevisions(connection: Connection, report: string, past: readonly Revision[]): number {
  past.forEach((earlier, index) => {
    connection.run(
      build.insertInto('revisions').values({
        report,
        revision: index + 1,
        read_at: earlier.readAt,
        ...textAndBody(earlier.report),
      }),
    )
  })
  return past.length + 1
}

function textAndBody({ text, ...rest }: Report): { text: string; body: string } {
  return { text, body: JSON.stringify(rest) }
}

export function insertMentions(connection: Connection, mentions: readonly Mention[]): void {
  for (const mention of mentions) {
    const { first, last } = daysOf(mention.date)
    connection.run(
      build.insertInto('mentions').values({
        id: mention.id,
        report: mention.report,
        type: mention.event,
        first_day: first,
        last_day: last,
        background: Number(mention.background),
        aux: mention.aux,
        countries: countriesOf(mention),
        reader: mention.coder.reader,
        codebook: mention.coder.codebook,
        body: JSON.stringify(mention),
      }),
    )
  }
}

/** Marks reports or entries as waiting for the events to be worked out. */
export function markPending(connection: Connection, reports: readonly string[]): void {
  for (const report of reports) connection.run(build.replaceInto('pending').values({ report }))
}
