import type { Entity, Event } from '../../../types.js'
import { entityWords, listWords, type StateNames, typeWords } from '../../render/words.js'

/** How the receiving side of each type is named after its noun. */
const TOWARD: Readonly<Record<Event['event'], string>> = {
  AGREE: 'to',
  CONSULT: 'with',
  SUPPORT: 'for',
  CONCEDE: 'to',
  COOPERATE: 'with',
  AID: 'to',
  RETREAT: 'toward',
  REQUEST: 'to',
  ACCUSE: 'against',
  REJECT: 'toward',
  THREATEN: 'against',
  PROTEST: 'against',
  SANCTION: 'against',
  MOBILIZE: 'against',
  COERCE: 'against',
  ASSAULT: 'on',
  STATEMENT: 'to',
}

const UNCOUNTED = /^(support|cooperation|aid|sanctions|mobilisation|coercion|criticism|disarmament)/

/**
 * An event as the object of a sentence, made from the record alone: "a visit by Choe Son Hui to Vladimir Putin".
 * The nouns are the types' own, so no wording of one report speaks for the others.
 */
export function phraseOf(event: Event, names: StateNames): string {
  const noun = typeWords({ ...event, aux: null })
  const counted = UNCOUNTED.test(noun) ? noun : `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`
  const actors = event.actor.length > 0 ? event.actor : event.speaker ? [event.speaker] : []
  const [by, to] = [sideOf(actors, names), sideOf(event.recipient, names)]
  const phrase = [counted, ...sides(event, by, to, actors.length)].join(' ')
  return event.aux && event.aux !== 'historical' ? `${phrase} (${AUX[event.aux]})` : phrase
}

const AUX = { future: 'planned', hypothetical: 'possible', negation: 'that did not happen' } as const

function sides(event: Event, by: string, to: string, actors: number): string[] {
  if (to === '') return by === '' ? [] : [actors > 1 ? 'between' : 'by', by]
  return [...(by === '' ? [] : ['by', by]), towardOf(event), to]
}

function towardOf({ event, mode, recipient_from }: Event): string {
  if (event === 'CONSULT' && mode === 'visit') return 'to'
  if (event === 'STATEMENT' && recipient_from === 'about') return 'about'
  return TOWARD[event]
}

function sideOf(entities: readonly Entity[], names: StateNames): string {
  const leading = entities.filter(
    (one) =>
      one.kind !== 'state' ||
      !entities.some((other) => other.kind !== 'state' && other.country === one.country),
  )
  return listWords(leading.map((entity) => entityWords(entity, names)))
}
