import { sql } from 'kysely'
import type { Mention } from '../../types.js'
import { fateFor } from '../fates.js'
import type { PastId } from '../index.js'
import type { Connection } from './connection.js'
import { among, build } from './schema.js'

/** Writes down what became of ids. */
export function retire(connection: Connection, past: readonly PastId[]): void {
  for (const { id, kind, fate, targets } of past) {
    connection.run(
      build.replaceInto('id_history').values({ id, kind, fate, targets: JSON.stringify(targets) }),
    )
    if (kind === 'mention' && targets.length > 0) passOn(connection, id, targets)
  }
}

/** What a mention's corrections are about is what took its place. */
function passOn(connection: Connection, from: string, to: readonly string[]): void {
  const heirs = JSON.stringify(to)
  connection.run(
    build
      .insertInto('correction_parts')
      .orIgnore()
      .columns(['part', 'seq'])
      .expression(sql`SELECT value, seq FROM correction_parts, json_each(${heirs}) WHERE part = ${from}`),
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
 * What became of a report's mentions when others took their place: one is merged into the new mention of the same type,
 * states and trigger words, else into a wholly new one that the same word of the same sentence tells; where there is
 * not exactly one, it is withdrawn.
 */
export function mentionFates(before: readonly Mention[], after: readonly Mention[]): PastId[] {
  const [kept, known] = [idsOf(after), idsOf(before)]
  const gone = before.filter(({ id }) => !kept.has(id))
  const sure = new Map(gone.map((mention) => [mention.id, only(after, mention, likeness)]))
  const taken = new Set([...sure.values()].flat())
  const free = after.filter(({ id }) => !known.has(id) && !taken.has(id))
  return gone.map((mention) => {
    const like = sure.get(mention.id)!
    const targets = like.length > 0 ? like : only(free, mention, place)
    return { id: mention.id, kind: 'mention', fate: fateFor(targets.length), targets }
  })
}

/** The codes of all states that act or are acted on, sorted: "PRK+RUS". */
export function countriesOf(mention: Mention): string {
  const codes = [...mention.actor, ...mention.recipient].flatMap(({ country }) => country ?? [])
  return [...new Set(codes)].sort().join('+')
}

function idsOf(mentions: readonly Mention[]): Set<string> {
  return new Set(mentions.map(({ id }) => id))
}

/** The one mention that is like this one; none where there are several. */
function only(list: readonly Mention[], mention: Mention, like: (mention: Mention) => string): string[] {
  const found = list.filter((other) => like(other) === like(mention))
  return found.length === 1 ? [found[0]!.id] : []
}

/** The sentence that tells it, and the word in it. */
function place({ text, start, trigger }: Mention): string {
  return [text, trigger.start - start, trigger.text].join('\n')
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
