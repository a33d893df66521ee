import { createHash } from 'node:crypto'
import { isRejected } from '../../records.js'
import type { Entity, Event } from '../../types.js'
import { daysOf } from '../days.js'
import { fatesOf, groupParts, type Parts } from '../fates.js'
import type { Derived, Outcome, Scope } from '../index.js'
import type { Connection } from './connection.js'
import { replaceEntities } from './entities.js'
import { presentMentions, retire, revive } from './history.js'
import { dayOf, insertPageRows } from './page-rows.js'
import { among, build, type Side } from './schema.js'
import { replaceOrigins, replaceStories } from './stories.js'

/** Replaces events, stories and entities within scope; call it within a transaction. */
export function replaceEvents(connection: Connection, scope: Scope, derived: Derived): Outcome {
  const before = eventParts(connection, scope)
  const after = new Map(derived.events.map(({ id, mentions }) => [id, mentions.map((mention) => mention.id)]))
  const gone = fatesOf('event', before, after)
  const named = scope === 'all' ? null : entitiesNamed(connection, [...before.keys()])
  removeEvents(
    connection,
    gone.map(({ id }) => id),
  )
  retire(connection, gone)
  writeEvents(connection, derived.events)
  replaceStories(connection, scope, derived.stories)
  replaceOrigins(connection, scope, derived.origins)
  replaceEntities(connection, derived.entities, named)
  clearPending(connection, scope)
  return { ...counts(derived.events, before), gone: gone.length }
}

/** The mentions that each event in scope rested on, by the ids that stand for them now. */
function eventParts(connection: Connection, scope: Scope): Parts {
  const touched = build.selectFrom('event_mentions').select('event')
  const rows = (['events', 'rejected_events'] as const).flatMap((table) => {
    const all = build.selectFrom(table).leftJoin('event_mentions', 'event', 'id').select(['id', 'mention'])
    return connection.rows(
      scope === 'all' ? all : all.where('id', 'in', touched.where('mention', 'in', among(scope.mentions))),
    )
  })
  const present = presentMentions(
    connection,
    rows.flatMap(({ mention }) => mention ?? []),
  )
  return groupParts(rows.map(({ id, mention }) => [id, mention === null ? [] : present(mention)]))
}

/** The entities in these events. */
function entitiesNamed(connection: Connection, events: readonly string[]): string[] {
  const query = build.selectFrom('event_entities').select('entity').distinct()
  return connection.rows(query.where('event', 'in', among(events))).map(({ entity }) => entity)
}

function counts(events: readonly Event[], before: Parts): { added: number; joined: number } {
  const known = new Set([...before.values()].flat())
  const fresh = (event: Event) => event.mentions.filter(({ id }) => !known.has(id)).length
  return {
    added: events.filter((event) => fresh(event) === event.mentions.length).length,
    joined: events.filter((event) => event.reports > 1 && fresh(event) > 0).length,
  }
}

function writeEvents(connection: Connection, events: readonly Event[]): void {
  const given = among(events.map(({ id }) => id))
  const rows = (['events', 'rejected_events'] as const).flatMap((table) =>
    connection.rows(build.selectFrom(table).select(['id', 'digest']).where('id', 'in', given)),
  )
  const digests = new Map(rows.map(({ id, digest }) => [id, digest]))
  const changed = events
    .map((event) => ({ event, digest: digestOf(event) }))
    .filter(({ event, digest }) => digests.get(event.id) !== digest)
  const ids = changed.map(({ event }) => event.id)
  removeEvents(connection, ids)
  revive(connection, ids)
  for (const { event, digest } of changed) insertEvent(connection, event, digest)
}

function digestOf(event: Event): string {
  return createHash('sha256').update(JSON.stringify(event)).digest('base64')
}

/** The tables whose rows belong to one event. */
const PARTS = [
  'event_mentions',
  'event_countries',
  'event_entities',
  'event_dyads',
  'event_places',
  'event_words',
] as const

function removeEvents(connection: Connection, ids: readonly string[]): void {
  for (const table of ['events', 'rejected_events'] as const)
    connection.run(build.deleteFrom(table).where('id', 'in', among(ids)))
  for (const table of PARTS) connection.run(build.deleteFrom(table).where('event', 'in', among(ids)))
}

/** A rejected event keeps its mentions, so that it may come back, and stands in nothing that lists or counts. */
function insertEvent(connection: Connection, event: Event, digest: string): void {
  insertEventMentions(connection, event.id, event.mentions)
  if (isRejected(event)) insertRejected(connection, event, digest)
  else {
    insertRow(connection, event, digest)
    insertParties(connection, event)
    insertPageRows(connection, event)
  }
}

function insertRejected(connection: Connection, { mentions, ...rest }: Event, digest: string): void {
  const body = JSON.stringify(rest)
  connection.run(build.insertInto('rejected_events').values({ id: rest.id, digest, body }))
}

function insertRow(connection: Connection, event: Event, digest: string): void {
  const { mentions, ...rest } = event
  const { first, last } = daysOf(event.date)
  connection.run(
    build.insertInto('events').values({
      id: event.id,
      type: event.event,
      date: event.date,
      first_day: first,
      last_day: last,
      background: Number(event.background),
      day: dayOf(event.date),
      story: event.story,
      score: event.score,
      quad: event.quad_code,
      digest,
      body: JSON.stringify(rest),
    }),
  )
}

function insertEventMentions(connection: Connection, event: string, mentions: Event['mentions']): void {
  mentions.forEach((mention, position) => {
    const coded = build.selectFrom('mentions').select('body').where('id', '=', mention.id)
    connection.run(
      build.insertInto('event_mentions').values(({ fn, val, parens }) => ({
        event,
        mention: mention.id,
        report: mention.report,
        position,
        body: fn<string | null>('nullif', [val(JSON.stringify(mention)), parens(coded)]),
      })),
    )
  })
}

function insertParties(connection: Connection, event: Event): void {
  const common = { event: event.id, day: dayOf(event.date), type: event.event }
  const sides: [Side, readonly Entity[]][] = [
    ['actor', event.actor],
    ['recipient', event.recipient],
  ]
  for (const [side, entities] of sides)
    for (const country of new Set(entities.flatMap((entity) => entity.country ?? [])))
      connection.run(build.insertInto('event_countries').values({ ...common, country, side }))
  for (const entity of new Set(involved(event).map(({ id }) => id)))
    connection.run(build.insertInto('event_entities').values({ ...common, entity }))
}

function involved(event: Event): Entity[] {
  const { actor, recipient, claimed_by, denied_by, speaker } = event
  return [...actor, ...recipient, ...claimed_by, ...denied_by, ...(speaker ? [speaker] : [])]
}

function clearPending(connection: Connection, scope: Scope): void {
  const all = build.deleteFrom('pending')
  connection.run(scope === 'all' ? all : all.where('report', 'in', among(scope.reports)))
}
