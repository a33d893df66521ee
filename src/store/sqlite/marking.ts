import type { Report } from '../../types.js'
import { isHeld, type Mark } from '../standing.js'
import type { Connection } from './connection.js'
import { replaceReportFacets } from './facets.js'
import { mentionFates, retire } from './history.js'
import {
  drop,
  markPending,
  mentionsOf,
  place,
  reportOf,
  revisionsOf,
  standFor,
  standingFor,
} from './reports.js'
import { build } from './schema.js'
import { dropHeld, type HeldReport, heldReport, heldUntil, hold, insertMark } from './standing.js'

interface StoredRow {
  readonly body: string
  readonly text: string
  readonly read_at: string
  readonly source: string | null
}

/** Writes a mark down and has it take effect; call it within a transaction. */
export function markReport(connection: Connection, mark: Mark): boolean {
  const held = heldReport(connection, mark.report)
  const stored = connection.first(build.selectFrom('reports').selectAll().where('id', '=', mark.report))
  if (!held && !stored) return false
  insertMark(connection, mark)
  if (held) settleHeld(connection, held, mark)
  else if (isHeld(standFor(connection, reportOf(stored!)), mark.at)) takeBack(connection, stored!, mark.until)
  else restand(connection, reportOf(stored!))
  return true
}

/** Writes anew how a report of the record stands, and has its events worked out anew. */
function restand(connection: Connection, report: Report): void {
  const standing = standingFor(connection, report)
  connection.run(build.updateTable('reports').set({ standing }).where('id', '=', report.id))
  replaceReportFacets(connection, { report, mentions: mentionsOf(connection, [report.id]), standing })
  markPending(connection, [report.id])
}

/** A report of the record that comes under embargo goes where nothing reads it. */
function takeBack(connection: Connection, stored: StoredRow, until: string | null): void {
  const report = reportOf(stored)
  const mentions = mentionsOf(connection, [report.id])
  const write = { report, mentions, readAt: stored.read_at, source: stored.source }
  hold(connection, { write, past: revisionsOf(connection, [report.id]) }, until)
  retire(connection, mentionFates(mentions, []))
  drop(connection, [report.id])
  markPending(connection, [report.id])
}

function settleHeld(connection: Connection, held: HeldReport, mark: Mark): void {
  const stand = standFor(connection, held.write.report)
  if (isHeld(stand, mark.at)) hold(connection, held, stand.until)
  else release(connection, held)
}

function release(connection: Connection, { write, past }: HeldReport): void {
  dropHeld(connection, [write.report.id])
  place(connection, write, past)
}

/** Takes into the record what is held and whose time has come; call it within a transaction. */
export function lift(connection: Connection, now: string): number {
  const due = heldUntil(connection, now).map((id) => heldReport(connection, id)!)
  for (const held of due) release(connection, held)
  return due.length
}
