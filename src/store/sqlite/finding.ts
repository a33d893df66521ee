import type { Entity, Story } from '../../types.js'
import type { Found } from '../index.js'
import type { Connection } from './connection.js'
import { entryOf } from './entries.js'
import { pastOf } from './history.js'
import { eventsOf, reportsOf, withEvents } from './queries.js'
import { build } from './schema.js'

/** What an id, or the only id that begins so, stands for. */
export function find(connection: Connection, id: string): Found | null {
  const exact = lookUp(connection, id)
  if (exact || id.length < 4) return exact
  const ids = beginningWith(connection, id)
  return ids.length === 1 ? lookUp(connection, ids[0]!) : null
}

function lookUp(connection: Connection, id: string): Found | null {
  for (const look of [lookReport, lookEntry, lookMention, lookEvent, lookStory, lookEntity, lookPast]) {
    const found = look(connection, id)
    if (found) return found
  }
  return null
}

function lookReport(connection: Connection, id: string): Found | null {
  const [report] = reportsOf(connection, [id])
  return report ? { kind: 'report', report } : null
}

function lookEntry(connection: Connection, id: string): Found | null {
  const entry = entryOf(connection, id)
  return entry ? { kind: 'entry', entry } : null
}

function lookMention(connection: Connection, id: string): Found | null {
  const row = connection.first(
    build
      .selectFrom('mentions')
      .leftJoin('event_mentions', 'event_mentions.mention', 'mentions.id')
      .select(['mentions.body', 'event_mentions.body as merged', 'event'])
      .where('mentions.id', '=', id),
  )
  return row ? { kind: 'mention', mention: JSON.parse(row.merged ?? row.body), event: row.event } : null
}

function lookEvent(connection: Connection, id: string): Found | null {
  const [event] = eventsOf(connection, [id])
  return event ? { kind: 'event', event } : null
}

function lookStory(connection: Connection, id: string): Found | null {
  const row = connection.first(build.selectFrom('stories').select('body').where('id', '=', id))
  if (!row) return null
  const [story] = withEvents(connection, [JSON.parse(row.body) as Story])
  return { kind: 'story', story: story! }
}

function lookEntity(connection: Connection, id: string): Found | null {
  const row = connection.first(build.selectFrom('entities').select('body').where('id', '=', id))
  return row ? { kind: 'entity', entity: JSON.parse(row.body) as Entity } : null
}

function lookPast(connection: Connection, id: string): Found | null {
  const past = pastOf(connection, id)
  return past ? { kind: 'past', past } : null
}

function beginningWith(connection: Connection, beginning: string): string[] {
  const tables = [
    'reports',
    'entries',
    'mentions',
    'events',
    'rejected_events',
    'stories',
    'entities',
    'id_history',
  ] as const
  const after = `${beginning}\u{10FFFF}`
  return tables.flatMap((table) =>
    connection
      .rows(
        build.selectFrom(table).select('id').where('id', '>=', beginning).where('id', '<', after).limit(2),
      )
      .map(({ id }) => id),
  )
}
