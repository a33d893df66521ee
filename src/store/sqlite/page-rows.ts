import type { Event } from '../../types.js'
import { BEGINNING, daysOf, periodOf } from '../days.js'
import { countedScore, directionOf, statesOf } from '../directions.js'
import type { Connection } from './connection.js'
import { build } from './schema.js'

/** The day at which an event stands in lists: its first, for "no later than" its last; "" where it has none. */
export function dayOf(date: string | null): string {
  const { first, last } = daysOf(date)
  return (first === BEGINNING ? last : first) ?? ''
}

/** Writes what the pages look up of one event; see page-tables.ts. */
export function insertPageRows(connection: Connection, event: Event): void {
  insertDyads(connection, event)
  insertPlaces(connection, event)
  connection.run(
    build.insertInto('event_words').values({
      event: event.id,
      type: event.event,
      day: dayOf(event.date),
      background: Number(event.background),
      summary: event.summary,
      quote: event.quote,
      names: [...new Set(parties(event).flatMap(({ name, names }) => [name, ...names]))].join(' · '),
    }),
  )
}

function insertDyads(connection: Connection, event: Event): void {
  const codes = statesOf(parties(event))
  const common = {
    day: dayOf(event.date),
    event: event.id,
    period: periodOf(event.date),
    type: event.event,
    kind: event.kind ?? '',
    background: Number(event.background),
  }
  for (const [i, one] of codes.entries())
    for (const other of codes.slice(i + 1)) {
      const direction = directionOf(event, one, other)
      if (!direction) continue
      const score = countedScore(event, direction)
      connection.run(build.insertInto('event_dyads').values({ ...common, one, other, direction, score }))
    }
}

function insertPlaces(connection: Connection, event: Event): void {
  const place = event.event_loc
  if (!place || place.lat === null || place.lon === null) return
  const { name, lat, lon } = place
  for (const country of statesOf(parties(event)))
    connection.run(
      build.insertInto('event_places').values({ event: event.id, country, place: name, lat, lon }),
    )
}

function parties(event: Event): Event['actor'] {
  return [...event.actor, ...event.recipient]
}
