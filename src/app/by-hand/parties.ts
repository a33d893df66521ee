import countries from 'i18n-iso-countries'
import type { Lexicon } from '../../reading/names-lexicon.js'
import { type Entry, entriesOf } from '../../reading/states.js'
import { toEntity } from '../../resolving/entities.js'
import { fold } from '../../resolving/fold.js'
import type { Entity, EntityKind, Name } from '../../types.js'
import type { Refusal } from './given.js'

/** The words by which states, their seats and organisations are known, folded. */
export interface KnownNames {
  readonly lexicon: Lexicon
  readonly byWord: ReadonlyMap<string, readonly Entry[]>
}

/** Everything that the codebook names. @example stateNamed('Bolandian', knownNames(lexicon)) // 'XBO' */
export function knownNames(lexicon: Lexicon): KnownNames {
  const byWord = new Map<string, Entry[]>()
  const states = [...lexicon.states.values()].flatMap(entriesOf)
  const others = [...lexicon.entries.values()].flat().filter(({ kind }) => kind === 'organisation')
  for (const entry of [...states, ...others]) {
    const word = fold(entry.phrase)
    byWord.set(word, [...(byWord.get(word) ?? []), entry])
  }
  return { lexicon, byWord }
}

/** What a phrase names, of these kinds: one thing, or nothing. What needs a report around it names nothing. */
function named(text: string, kinds: readonly Entry['kind'][], { byWord }: KnownNames): Entry | null {
  const found = (byWord.get(fold(text.replace(/^the /i, ''))) ?? byWord.get(fold(text)) ?? []).filter(
    ({ kind, short }) => kinds.includes(kind) && !short,
  )
  const meant = new Set(found.map(({ name, country }) => `${name} ${country}`))
  return meant.size === 1 ? found[0]! : null
}

/** The code of a state by its name, adjective, people or ISO code; null where it is none that the codebook knows. */
export function stateNamed(text: string, known: KnownNames): string | null {
  const code = text.length === 2 ? countries.alpha2ToAlpha3(text.toUpperCase()) : text.toUpperCase()
  if (code && /^[A-Z]{3}$/.test(code) && known.lexicon.states.has(code)) return code
  return named(text, ['state', 'demonym', 'people'], known)?.country ?? null
}

const KINDS = /^(person|organisation|group): *(.+)$/i
const BELONGING = /^(.+?) *\(([^()]+)\)$/

/**
 * Who a person means: a state, an organisation of the codebook, or somebody with their state: "Tor Lund (Bolandia)",
 * "Tor Lund (foreign minister, Bolandia)", "group: Red Hand (Corvia)".
 */
export function partyFrom(text: string, field: 'actor' | 'recipient', known: KnownNames): Entity | Refusal {
  const state = stateNamed(text, known)
  if (state) return entity('state', known.lexicon.states.get(state)!.name, state, null)
  const [, kind = 'person', rest = text] = KINDS.exec(text) ?? []
  const [, name, belonging] = BELONGING.exec(rest) ?? []
  if (name && belonging) return member(kind.toLowerCase() as EntityKind, name, belonging, field, known)
  const organisation = named(rest, ['organisation'], known)
  if (organisation) return entity('organisation', organisation.name, organisation.country, null)
  return {
    field,
    problem: `"${text}" is no state or organisation that the codebook knows`,
    hint: 'give the state by name, adjective or ISO code; a person as "Tor Lund (foreign minister, Bolandia)"; others as "group: Red Hand (Corvia)" or "organisation: ..."',
  }
}

function member(
  kind: EntityKind,
  name: string,
  belonging: string,
  field: 'actor' | 'recipient',
  known: KnownNames,
): Entity | Refusal {
  const parts = belonging.split(',').map((part) => part.trim())
  const country = stateNamed(parts.at(-1)!, known)
  const office = parts.slice(0, -1).join(', ').toLowerCase() || null
  if (country) return entity(kind, name, country, office)
  return {
    field,
    problem: `"${parts.at(-1)}" is no state that the codebook knows`,
    hint: `end with the state, as in "${name} (foreign minister, Bolandia)"`,
  }
}

/** As the reader makes it, so that the same somebody has the same id. */
function entity(kind: EntityKind, name: string, country: string | null, office: string | null): Entity {
  const span = { start: 0, end: 0 }
  const offices = office ? [{ title: office, country, former: false, span }] : []
  const reason = { rule: 'said by a person', words: name }
  return toEntity({ index: 0, kind, name, names: [name], country, offices, reason })
}

/** A place as the gazetteer is asked for it: "Kettin", "Kettin, Bolandia", "Bolandia". */
export function placeNamed(text: string, known: KnownNames): Pick<Name, 'text' | 'kind' | 'country'> {
  const entry = named(text, ['state', 'capital', 'seat'], known)
  if (entry) return { text, kind: entry.kind as Name['kind'], country: entry.country }
  const comma = text.lastIndexOf(',')
  const country = comma > 0 ? stateNamed(text.slice(comma + 1).trim(), known) : null
  return { text: country ? text.slice(0, comma).trim() : text, kind: 'place', country }
}
