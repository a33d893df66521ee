import { isDescribed } from '../merging/described.js'
import type { Entity, Event, Mention } from '../types.js'
import type { Telling } from './tellings.js'
import { fold } from './words.js'

export type Side = 'actor' | 'recipient'

/** An entity on one side of an event, as one report names it. */
export interface Participant {
  readonly telling: Telling
  readonly mention: Mention
  /** The same for one entity in all reports. */
  readonly key: string
  readonly side: Side
  readonly entity: Entity
}

/** Everyone whom the reports put on either side, once for each report and side. */
export function participantsOf(event: Event, tellings: readonly Telling[]): readonly Participant[] {
  const merged = [...event.actor, ...event.recipient, ...(event.speaker ? [event.speaker] : [])]
  const all = tellings.flatMap((telling) =>
    telling.mentions.flatMap((mention) =>
      (['actor', 'recipient'] as const).flatMap((side) =>
        mention[side].map((entity) => ({
          telling,
          mention,
          side,
          entity,
          key: keyOf(entity, merged),
        })),
      ),
    ),
  )
  return sidesOf(event, all).filter((one, i, list) => list.findIndex((other) => sameOne(one, other)) === i)
}

function sameOne(a: Participant, b: Participant): boolean {
  return a.telling === b.telling && a.side === b.side && a.key === b.key
}

function keyOf(entity: Entity, merged: readonly Entity[]): string {
  const own = merged.find((other) => other.id === entity.id)
  const alike =
    own ??
    merged.find(
      (other) => isDescribed(other, entity) || (other.kind === entity.kind && sharesName(other, entity)),
    )
  return (alike ?? entity).id
}

function sharesName(a: Entity, b: Entity): boolean {
  const names = new Set(a.names.map(fold))
  return a.country === b.country && b.names.some((name) => names.has(fold(name)))
}

/** Who visits and who hosts is told in many ways: where the sides are not fixed, all stand on one. */
function sidesOf(event: Event, all: readonly Participant[]): readonly Participant[] {
  const crossed = all.some((one) => all.some((other) => crosses(one, other, all)))
  if (event.event !== 'CONSULT' && !crossed) return all
  return all.map((one) => ({ ...one, side: 'actor' as const }))
}

/** One report has on one side only what another has on the other side only. */
function crosses(one: Participant, other: Participant, all: readonly Participant[]): boolean {
  if (one.telling === other.telling || one.side === other.side || !alike(one, other)) return false
  return ![one, other].some(({ telling, side }) =>
    all.some((third) => third.telling === telling && third.side !== side && alike(third, one)),
  )
}

function alike(a: Participant, b: Participant): boolean {
  return a.key === b.key || (a.entity.country !== null && a.entity.country === b.entity.country)
}
