import { kids } from '../reading/tree.js'
import type { Argument, EventType, Name, Reading } from '../types.js'
import { unique } from './known.js'
import type { Filling } from './roles-slots.js'

/** The state in which a place lies, of those that a report names; null where none of them has it. */
export type CountryOfPlace = (name: Name, named: readonly string[]) => string | null

/** Acts done to places and at them: shelling a town is shelling its state. */
export const DONE_TO_PLACES: ReadonlySet<EventType> = new Set<EventType>([
  'ASSAULT',
  'COERCE',
  'AID',
  'RETREAT',
  'MOBILIZE',
])

/** Names of places in a reading with the actor that stands for their state, by sentence and head token. */
export type PlacedNames = ReadonlyMap<string, { readonly name: Name; readonly actor: number }>

/** Where the places of a report lie, as far as it names the state itself: a town of no state named here is not guessed at. */
export function placedNames({ names, actors }: Reading, countryOf: CountryOfPlace): PlacedNames {
  const states = actors.flatMap((a) => (a.kind === 'state' && a.country ? [a.country] : []))
  return new Map(
    names.flatMap((name) => {
      if (name.kind !== 'place' && name.kind !== 'other') return []
      const country = name.country ?? countryOf(name, states)
      const actor = actors.findIndex((a) => a.kind === 'state' && a.country === country)
      return country === null || actor < 0
        ? []
        : [[`${name.sentence}:${name.head}`, { name, actor }] as const]
    }),
  )
}

/** "shelled Kherson", "struck the Kharkiv power plant": the states of the places that stand in a slot. */
export function placesAt({ tree, known, match }: Filling, heads: readonly number[]): Argument[] {
  const isVisit = match.trigger.frame === 'visit'
  if (!isVisit && !DONE_TO_PLACES.has(match.trigger.type)) return []
  const words = heads.flatMap((k) => [k, ...kids(tree, k, 'compound', 'nmod:poss', 'flat')])
  const found = words.flatMap((k) => known.places.get(`${tree.sentence.index}:${k}`) ?? [])
  return unique(
    found.map(({ name, actor }) => ({
      actor,
      span: { start: name.start, end: name.end },
      how: 'implied',
      rule: `${name.text} lies in it`,
    })),
  )
}
