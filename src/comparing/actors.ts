import type { ComparedField, Entity, Event } from '../types.js'
import { type Claim, claim, independent, makeField, spansOf } from './claims.js'
import { type Participant, participantsOf, type Side } from './participants.js'
import type { Telling } from './tellings.js'
import { holdsWords } from './words.js'

/** Who: whom all name, whom one names more exactly, whom only one names, and states that exclude each other. */
export function compareActors(event: Event, tellings: readonly Telling[]): readonly ComparedField[] {
  const all = participantsOf(event, tellings)
  return (['actor', 'recipient'] as const).flatMap((side) => {
    const here = all.filter((one) => one.side === side)
    // Whom a statement is about is told more or less fully.
    const isOpen = side === 'recipient' && event.event === 'STATEMENT'
    return compareSide(side, here, isOpen)
  })
}

function compareSide(side: Side, here: readonly Participant[], isOpen: boolean): readonly ComparedField[] {
  if (!isOpen && excludeEachOther(here)) return [makeField(side, 'conflict', 'conflict', here.map(asClaim))]
  const alone = here.filter((one) => !isShared(one, here) && !isImplied(one, here))
  const exact = alone.filter((one) => vaguer(one, here).length > 0)
  const worded = alone.filter((one) => wordedOtherwise(one, alone))
  const extra = alone.filter((one) => !exact.includes(one) && !worded.includes(one))
  return [
    ...field(side, null, inAgreement(here.filter((one) => isShared(one, here)))),
    ...field(side, 'precision', [...exact, ...exact.flatMap((one) => vaguer(one, here))]),
    ...field(side, 'wording', worded),
    ...field(side, 'extra', extra),
  ]
}

function field(
  side: Side,
  kind: ComparedField['kind'],
  found: readonly Participant[],
): readonly ComparedField[] {
  const claims = [...new Set(found)].map(asClaim)
  if (claims.length === 0) return []
  return [makeField(side, kind !== 'extra' && independent(claims) ? 'agree' : 'single', kind, claims)]
}

/** The persons first, whom people look for; order otherwise as told. */
function inAgreement(shared: readonly Participant[]): readonly Participant[] {
  return [...shared].sort((a, b) => Number(isState(a)) - Number(isState(b)))
}

function isState(one: Participant): boolean {
  return one.entity.kind === 'state'
}

/** In one role, one report has states and another has none of them but others. */
function excludeEachOther(here: readonly Participant[]): boolean {
  const states = [...new Set(here.map((one) => one.telling))].map((telling) => countriesOf(telling, here))
  return states.some((a) =>
    states.some((b) => a.size > 0 && b.size > 0 && ![...a].some((state) => b.has(state))),
  )
}

function countriesOf(telling: Telling, here: readonly Participant[]): ReadonlySet<string> {
  const own = here.filter((one) => one.telling === telling)
  return new Set(own.flatMap((one) => one.entity.country ?? []))
}

function isShared(one: Participant, here: readonly Participant[]): boolean {
  return here.some((other) => other.key === one.key && other.telling.voice !== one.telling.voice)
}

function othersOf(one: Participant, here: readonly Participant[]): readonly Participant[] {
  return here.filter((other) => other.telling.voice !== one.telling.voice && compatriots(one, other))
}

function compatriots(a: Participant, b: Participant): boolean {
  return a.entity.country !== null && a.entity.country === b.entity.country
}

/** A state that another report names through its people is no difference. */
function isImplied(one: Participant, here: readonly Participant[]): boolean {
  return isState(one) && othersOf(one, here).length > 0
}

/** The states that other reports name where this one names the state's people. */
function vaguer(one: Participant, here: readonly Participant[]): readonly Participant[] {
  const others = othersOf(one, here)
  return !isState(one) && others.every(isState) ? others : []
}

/**
 * Groups of no state ("the West", "the international community") that the reports call by different words, and groups
 * that one report calls by the body they belong to ("prosecutors", "Prosecution Authority").
 */
function wordedOtherwise(one: Participant, alone: readonly Participant[]): boolean {
  return alone.some(
    (other) => other.telling.voice !== one.telling.voice && mayBeOne(one.entity, other.entity),
  )
}

function mayBeOne(a: Entity, b: Entity): boolean {
  if (a.kind === 'group' && b.kind === 'group') return a.country === null && b.country === null
  const kinds = [a.kind, b.kind]
  return kinds.includes('group') && kinds.includes('organisation') && a.country === b.country
}

function asClaim(one: Participant): Claim {
  const words = [...one.entity.names, one.entity.name].find((name) => holdsWords(one.mention.text, name))
  return claim(one.telling, one.key, one.entity.name, spansOf(one.telling, one.mention, words ?? null))
}
