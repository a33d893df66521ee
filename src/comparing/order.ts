import type { Point, Report } from '../types.js'

const RANK: readonly Point['status'][] = ['conflict', 'agree', 'single']

/** Conflicts, agreements, single points; within each news first, then what more reports tell and tell earlier. */
export function inOrder(points: readonly Point[], reports: readonly Report[]): Point[] {
  const lengths = new Map(reports.map((report) => [report.id, report.text.length]))
  const keys = new Map(points.map((point) => [point, sortKey(point, lengths)]))
  return [...points].sort((a, b) => compareKeys(keys.get(a)!, keys.get(b)!))
}

type Key = readonly (number | string)[]

function sortKey(point: Point, lengths: ReadonlyMap<string, number>): Key {
  const { event, status } = point
  return [RANK.indexOf(status), Number(event.background), -point.in.length, depth(point, lengths), event.id]
}

/** How far down the reports tell it at the earliest: 0 is the first word, 1 the last. */
function depth(point: Point, lengths: ReadonlyMap<string, number>): number {
  const told = point.event.mentions.filter((mention) => lengths.has(mention.report))
  return Math.min(...told.map((mention) => mention.start / Math.max(1, lengths.get(mention.report)!)))
}

function compareKeys(a: Key, b: Key): number {
  const at = a.findIndex((part, i) => part !== b[i])
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1
}
