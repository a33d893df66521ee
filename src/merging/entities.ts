import { type Corrections, NO_CORRECTIONS } from '../correcting/index.js'
import type { NameRules } from '../resolving/similarity-rules.js'
import type { Entity } from '../types.js'
import { joinBodies } from './bodies.js'
import { groupPersons, keysOfPerson, personLinks } from './persons.js'
import type { PersonKeys } from './persons-candidates.js'
import { asSaid, pinned } from './persons-corrected.js'

/** Entities across reports: what each report's entity is called in the record. */
export type Canon = ReadonlyMap<string, Entity>

const words = (name: string): number => name.split(/\s+/).length

/** "Bel Ana BelPM": a word of the name begins another one of it, as page furniture that ran into a text does. */
const isGarbled = ({ name }: Entity): boolean => {
  const all = name.split(/\s+/)
  return all.some((word, i) => all.some((other, j) => i !== j && word.length > 2 && other.startsWith(word)))
}

const fuller = (a: Entity, b: Entity): number =>
  Number(isGarbled(a)) - Number(isGarbled(b)) ||
  words(b.name) - words(a.name) ||
  b.name.length - a.name.length ||
  (a.id < b.id ? -1 : 1)

/**
 * The record's entity: the fullest name, the first id among full names, every spelling, a state and an office if any.
 */
function joinAll(list: readonly Entity[]): Entity {
  const sorted = [...list].sort(fuller)
  const best = sorted[0]!
  const ids = sorted.filter((e) => words(e.name) > 1).map((e) => e.id)
  return {
    ...best,
    id: ids.sort()[0] ?? best.id,
    names: [...new Set([...best.names, ...sorted.flatMap((e) => e.names)])],
    country: sorted.find((e) => e.country)?.country ?? null,
    office: sorted.find((e) => e.office)?.office ?? null,
  }
}

function groupBy(entities: readonly Entity[], keyOf: (e: Entity) => string): Map<string, Entity[]> {
  const out = new Map<string, Entity[]>()
  for (const e of entities) {
    const group = out.get(keyOf(e))
    if (group) group.push(e)
    else out.set(keyOf(e), [e])
  }
  return out
}

/** Entities that bear one id in several reports keep all their spellings. */
export function distinct(entities: readonly Entity[]): Entity[] {
  const byId = groupBy(entities, (e) => e.id)
  return [...byId.values()]
    .map((list) => ({ ...joinAll(list), id: list[0]!.id }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/**
 * Joins entities of several reports into those of the record: persons by name, state and office, bodies by name.
 * States are known by their codes. The order of entities makes no difference.
 * @param corrections what persons said of who is who, and how they are called
 * @returns for every id, the entity of the record
 */
export function joinEntities(
  list: readonly Entity[],
  rules: NameRules,
  corrections: Corrections = NO_CORRECTIONS,
): Canon {
  const entities = distinct(list)
  const persons = entities.filter((e) => e.kind === 'person')
  const bodies = entities.filter((e) => e.kind === 'organisation' || e.kind === 'group')
  const states = entities.filter((e) => e.kind === 'state').map((e) => [e])
  const groups = asSaid(
    [...groupPersons(persons, rules), ...joinBodies(bodies, rules), ...states],
    corrections,
  )
  const all = new Set(entities.map((e) => e.id))
  return new Map(
    groups.flatMap((group) => {
      const one = group.length > 1 ? joinAll(group) : group[0]!
      const named = pinned(one, group, all, corrections.names)
      return group.map((e) => [e.id, named] as const)
    }),
  )
}

/** By what an entity is found, and what it seeks: persons by the sounds of their names, bodies by kind and state. */
export function entityKeys(entity: Entity, rules: NameRules): PersonKeys {
  if (entity.kind === 'state') return { own: [], sought: [] }
  if (entity.kind === 'person') return keysOfPerson(entity, rules)
  const home = [`${entity.kind} ${entity.country}`]
  return { own: home, sought: home }
}

const sameBlock = (a: Entity, b: Entity): boolean =>
  a.kind === b.kind && a.kind !== 'state' && a.kind !== 'person' && a.country === b.country

/** Pairs of entities that may depend on one another in `joinEntities`: linked persons, bodies of one kind and state. */
export function entityLinks(entities: readonly Entity[], rules: NameRules): [number, number][] {
  const at = entities.flatMap((e, i) => (e.kind === 'person' ? [i] : []))
  const persons = at.map((i) => entities[i]!)
  const linked = personLinks(persons, rules).map(([a, b]): [number, number] => [at[a]!, at[b]!])
  const bodies = entities.flatMap((a, i) =>
    entities.flatMap((b, j): [number, number][] => (i < j && sameBlock(a, b) ? [[i, j]] : [])),
  )
  return [...linked, ...bodies]
}
