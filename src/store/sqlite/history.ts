import type { Mention } from '../../types.js'
import { fateFor } from '../fates.js'
import type { PastId } from '../index.js'
import type { Connection } from './connection.js'
import { among, build } from './schema.js'

/** Writes down what became of ids. */
export function retire(connection: Connection, past: readonly PastId[]): void {
  for (const { id, kind, fate, targets } of past)
    connection.run(
      build.replaceInto('id_history').values({ id, kind, fate, targets: JSON.stringify(targets) }),
    )
}

/** An id that stands for something again has no history: the same reports give the same ids. */
export function revive(connection: Connection, ids: readonly string[]): void {
  connection.run(build.deleteFrom('id_history').where('id', 'in', among(ids)))
}

/** What became of an id, followed until its targets are ids in use; null when nothing is written of it. */
export function pastOf(connection: Connection, id: string): PastId | null {
  const row = rowOf(connection, id)
  if (!row) return null
  const targets = [...new Set(heirsOf(connection, id, new Set()))].sort()
  return { id, kind: row.kind, fate: fateFor(targets.length), targets }
}

/** The ids in use that stand for each of these mention ids. */
export function presentMentions(
  connection: Connection,
  mentions: readonly string[],
): (mention: string) => string[] {
  const past = build.selectFrom('id_history').select('id').where('kind', '=', 'mention')
  const known = connection.rows(past.where('id', 'in', among(mentions)))
  const gone = new Set(known.map(({ id }) => id))
  return (mention) => (gone.has(mention) ? heirsOf(connection, mention, new Set()) : [mention])
}

/**
 * What became of a report's mentions when others took their place: one is merged into the new mention
 * of the same type, states and trigger words where there is exactly one, else withdrawn.
 */
export function mentionFates(before: readonly Mention[], after: readonly Mention[]): PastId[] {
  const kept = new Set(after.map(({ id }) => id))
  return before
    .filter(({ id }) => !kept.has(id))
    .map((mention) => {
      const heirs = after.filter((other) => likeness(other) === likeness(mention))
      const targets = heirs.length === 1 ? [heirs[0]!.id] : []
      return { id: mention.id, kind: 'mention', fate: fateFor(targets.length), targets }
    })
}

/** The codes of all states that act or are acted on, sorted: "PRK+RUS". */
export function countriesOf(mention: Mention): string {
  const codes = [...mention.actor, ...mention.recipient].flatMap(({ country }) => country ?? [])
  return [...new Set(codes)].sort().join('+')
}

function likeness(mention: Mention): string {
  return [mention.event, countriesOf(mention), mention.trigger.text].join('\n')
}

function heirsOf(connection: Connection, id: string, seen: Set<string>): string[] {
  if (seen.has(id)) return []
  seen.add(id)
  const row = rowOf(connection, id)
  if (!row) return [id]
  return (JSON.parse(row.targets) as string[]).flatMap((target) => heirsOf(connection, target, seen))
}

function rowOf(connection: Connection, id: string) {
  return connection.first(build.selectFrom('id_history').selectAll().where('id', '=', id))
}
