import type { Event } from '../../types.js'
import { BEGINNING, daysOf } from '../days.js'
import type { Direction } from '../view.js'
import type { Connection } from './connection.js'
import { build } from './schema.js'

/** The day at which an event stands in lists: its first, for "no later than" its last; "" where it has none. */
export function dayOf(date: string | null): string {
  const { first, last } = daysOf(date)
  return (first === BEGINNING ? last : first) ?? ''
}

/** The stretch that an event counts in: "2025-07", "2024" where its month is not known, "long" over years, "" undated. */
export function periodOf(date: string | null): string {
  const { first, last } = daysOf(date)
  if (!first || !last) return ''
  if (first.slice(0, 7) === last.slice(0, 7)) return first.slice(0, 7)
  return first.slice(0, 4) === last.slice(0, 4) ? first.slice(0, 4) : 'long'
}

/** Writes what the pages look up of one event; see page-tables.ts. */
export function insertPageRows(connection: Connection, event: Event): void {
  insertDyads(connection, event)
  insertPlaces(connection, event)
  connection.run(
    build.insertInto('event_words').values({
      event: event.id,
      type: event.event,
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
    background: Number(event.background),
  }
  for (const [i, one] of codes.entries())
    for (const other of codes.slice(i + 1)) {
      const direction = directionOf(event, one, other)
      const score = direction === 'joint' ? null : scoreOf(event)
      if (direction)
        connection.run(build.insertInto('event_dyads').values({ ...common, one, other, direction, score }))
    }
}

/** What was planned, possible or did not happen counts nothing. */
function scoreOf({ aux, score }: Event): number | null {
  return aux === null || aux === 'historical' ? score : null
}

/** How two states stand in an event: null where neither acts, which is no event between them. */
export function directionOf(
  event: Pick<Event, 'actor' | 'recipient'>,
  one: string,
  other: string,
): Direction | null {
  const acting = statesOf(event.actor).filter((code) => code === one || code === other)
  const receiving = statesOf(event.recipient).filter((code) => code === one || code === other)
  if (acting.length === 0) return null
  if (acting.length === 2) {
    if (receiving.length > 0 || event.recipient.length === 0) return 'both'
    return 'joint'
  }
  return acting[0] === one ? 'there' : 'back'
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

/** Codes of the states that these belong to, sorted. */
function statesOf(entities: Event['actor']): string[] {
  return [...new Set(entities.flatMap(({ country }) => country ?? []))].sort()
}
