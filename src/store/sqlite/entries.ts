import type { Mention } from '../../types.js'
import type { EntryWrite, StoredEntry } from '../index.js'
import type { Connection } from './connection.js'
import { mentionFates, retire, revive } from './history.js'
import { insertMentions, markPending, mentionsOf } from './reports.js'
import { build } from './schema.js'

/** Keeps what a person recorded; call it within a transaction. */
export function saveEntry(connection: Connection, { mention, addedAt }: EntryWrite): 'new' | 'unchanged' {
  const id = mention.report
  if (isThere(connection, id)) return 'unchanged'
  connection.run(build.insertInto('entries').values({ id, added_at: addedAt }))
  insertMentions(connection, [mention])
  revive(connection, [id, mention.id])
  markPending(connection, [id])
  return 'new'
}

/** Takes out what a person recorded; call it within a transaction. */
export function removeEntry(connection: Connection, id: string): boolean {
  if (!isThere(connection, id)) return false
  retire(connection, mentionFates(mentionsOf(connection, [id]), []))
  connection.run(build.deleteFrom('mentions').where('report', '=', id))
  connection.run(build.deleteFrom('entries').where('id', '=', id))
  retire(connection, [{ id, kind: 'entry', fate: 'withdrawn', targets: [] }])
  markPending(connection, [id])
  return true
}

/** What a person recorded, with the event that it tells; null when there is none of this id. */
export function entryOf(connection: Connection, id: string): StoredEntry | null {
  const row = connection.first(
    build
      .selectFrom('entries')
      .innerJoin('mentions', 'mentions.report', 'entries.id')
      .leftJoin('event_mentions', 'event_mentions.mention', 'mentions.id')
      .select(['added_at', 'mentions.body', 'event'])
      .where('entries.id', '=', id),
  )
  if (!row) return null
  return { id, addedAt: row.added_at, mention: JSON.parse(row.body) as Mention, event: row.event }
}

function isThere(connection: Connection, id: string): boolean {
  return connection.first(build.selectFrom('entries').select('id').where('id', '=', id)) !== undefined
}
