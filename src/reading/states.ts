import { z } from 'zod'
import { Country } from '../records.js'

const words = z.array(z.string()).default([])

/** A state as codebook/states.yaml lists it. */
export const StateEntry = z.strictObject({
  code: Country,
  name: z.string(),
  also: words,
  short: words,
  adjective: words,
  short_adjective: words,
  people: z.array(z.string()).optional(),
  capital: words,
  seats: words,
  unless: words,
  until: z.string().nullable().default(null),
  successors: z.array(Country).default([]),
})
export type State = z.infer<typeof StateEntry>

/** What a phrase of the codebook means when it stands in a text. */
export interface Entry {
  /** thing: what is called after a state or a city and stands for neither. */
  readonly kind: 'state' | 'demonym' | 'people' | 'capital' | 'seat' | 'place' | 'organisation' | 'thing'
  readonly country: string | null
  /** The name that Rapport writes for it. */
  readonly name: string
  readonly phrase: string
  /** Means this only where the report names the state in full as well. */
  readonly short: boolean
  /** For organisations: intergovernmental, state, armed, party, agency, company. */
  readonly sort: string | null
  readonly bloc: boolean
}

const NO_PLURAL = /(ese|ish|ch|ss|oi|é)$/

/** "Russian" gives "Russian" and "Russians"; "Chinese" only itself; `people` of the codebook comes first. */
function peopleOf(state: State): readonly string[] {
  if (state.people) return state.people
  return state.adjective.flatMap((a) => (NO_PLURAL.test(a) ? [a] : [a, `${a}s`]))
}

/** Every phrase that names a state, with what it means. */
export function entriesOf(state: State): Entry[] {
  const entry = (kind: Entry['kind'], phrases: readonly string[], short = false): Entry[] =>
    phrases.map((phrase) => ({
      kind,
      country: state.code,
      name: state.name,
      phrase,
      short,
      sort: null,
      bloc: false,
    }))
  return [
    ...entry('state', [state.name, ...state.also]),
    ...entry('state', state.short, true),
    ...entry('demonym', state.adjective),
    ...entry('demonym', state.short_adjective, true),
    ...entry('people', peopleOf(state)),
    ...entry('capital', state.capital),
    ...entry('seat', state.seats),
  ]
}

/** Adds what an overlay says of a state to what is known: lists grow, single values stay. */
export function joinStates(known: State, added: State): State {
  const both = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])]
  return {
    ...known,
    also: both(known.also, added.name === known.name ? added.also : [added.name, ...added.also]),
    short: both(known.short, added.short),
    adjective: both(known.adjective, added.adjective),
    short_adjective: both(known.short_adjective, added.short_adjective),
    people: both(peopleOf(known), peopleOf(added)),
    capital: both(known.capital, added.capital),
    seats: both(known.seats, added.seats),
    unless: both(known.unless, added.unless),
    successors: both(known.successors, added.successors),
  }
}
