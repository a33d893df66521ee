import { type Corrections, correctionsOf, partiesIn } from '../correcting/index.js'
import { isRejected } from '../records.js'
import type { Entity, Event, LogEntry } from '../types.js'
import { entitiesOf } from './canon.js'
import { canonOf } from './growing-entities.js'
import type { GrowingRecord } from './growing-record.js'

/** The log of a record, and what stands for the mentions that it holds on to. */
export interface Said {
  readonly log: readonly LogEntry[]
  readonly heirs: ReadonlyMap<string, readonly string[]>
  readonly corrections: Corrections
}

/** What persons said of a record, as far as it is about who is who and what is one event. */
export async function saidIn(record: GrowingRecord<unknown>): Promise<Said> {
  const log = await record.log()
  const held = log.filter(({ of }) => of === 'event').flatMap(({ sides }) => sides.flat())
  const heirs = await record.heirs([...new Set(held)])
  return { log, heirs, corrections: correctionsOf(log, (id) => heirs.get(id) ?? []) }
}

/** The corrections of what tells events now, with the parties that persons gave as the record has them now. */
export async function standingIn(record: GrowingRecord<unknown>, { log, heirs }: Said): Promise<Corrections> {
  const canon = await canonOf(record, log.flatMap(partiesIn))
  const items = await record.index('mention').get([...new Set([...heirs.values()].flat())])
  const telling = new Set(items.map(({ id }) => id))
  return correctionsOf(
    log,
    (id) => (heirs.get(id) ?? []).filter((heir) => telling.has(heir)),
    (entity) => canon.get(entity.id) ?? entity,
  )
}

/** The parties of these events: who was in none for a while may be named as before, and is in no list until written. */
export async function partiesOf(record: GrowingRecord<unknown>, events: readonly Event[]): Promise<Entity[]> {
  const named = events.filter((event) => !isRejected(event))
  const parties = named.flatMap(({ mentions, ...event }) => [...mentions, event].flatMap(entitiesOf))
  const canon = await canonOf(record, parties)
  return parties.map((entity) => canon.get(entity.id) ?? entity)
}

/** The reports that tell events to which persons gave parties that have another name now. */
export async function reportsGiven(
  record: GrowingRecord<unknown>,
  { log, heirs }: Said,
  renamed: readonly string[],
): Promise<string[]> {
  const ids = new Set(renamed)
  const entries = log.filter((entry) => partiesIn(entry).some(({ id }) => ids.has(id)))
  const held = entries.flatMap(({ sides }) => sides.flat()).flatMap((id) => heirs.get(id) ?? [])
  return (await record.merged([...new Set(held)])).map((mention) => mention.report)
}

/** All that is tied with any of these. */
export function tiedWith(ids: readonly string[], ties: readonly (readonly string[])[]): string[] {
  const own = new Set(ids)
  return ties.filter((tie) => tie.some((id) => own.has(id))).flat()
}
