import { type Corrections, NO_CORRECTIONS } from '../correcting/index.js'
import { compareNames, SAME_NAME, type Similarity } from '../resolving/similarity.js'
import { type Judge, judgeOf } from '../resolving/similarity-align.js'
import { type ReadName, readName } from '../resolving/similarity-name.js'
import type { NameRules } from '../resolving/similarity-rules.js'
import type { Entity, Evidence, Mention } from '../types.js'
import { joinBodies } from './bodies.js'
import { cluster } from './clusters.js'
import { candidates, type PersonKeys, personKeys } from './persons-candidates.js'
import { asSaid, pinned } from './persons-corrected.js'

/** Entities across reports: what each report's entity is called in the record. */
export type Canon = ReadonlyMap<string, Entity>

/** Names of persons that no state or office holds together must be this much alike. */
const UNHELPED = 0.85

/** An entity with its names taken apart. */
interface Person {
  readonly entity: Entity
  readonly names: readonly ReadName[]
}

interface Judging {
  readonly rules: NameRules
  readonly words: Judge
}

const sizeOf = (name: ReadName): number => name.words.filter((w) => !w.light && !w.initial).length

/** The names that say most: a surname used beside a full name adds nothing. */
function toPerson(entity: Entity, rules: NameRules): Person {
  const read = [...new Set([entity.name, ...entity.names])].map((n) => readName(n, rules))
  const most = Math.max(...read.map(sizeOf))
  return { entity, names: read.filter((n) => sizeOf(n) >= Math.min(2, most)) }
}

const isSingle = (p: Person): boolean => p.names.every((n) => sizeOf(n) < 2)
const sameHome = (a: Entity, b: Entity): boolean => a.country !== null && a.country === b.country
const sameOffice = (a: Entity, b: Entity): boolean => a.office !== null && a.office === b.office
const contradict = (a: Entity, b: Entity): boolean => !!a.country && !!b.country && a.country !== b.country

/** One word says who it is only together with a state or an office, unless both say that one word. */
function likeness(a: Person, b: Person, judging: Judging): Similarity | null {
  if (contradict(a.entity, b.entity)) return null
  const helped = sameHome(a.entity, b.entity) || sameOffice(a.entity, b.entity)
  if (isSingle(a) !== isSingle(b) && !helped) return null
  const all = a.names.flatMap((p) => b.names.map((q) => compareNames(p, q, judging.rules, judging.words)))
  const best = all.reduce((x, y) => (y.score > x.score ? y : x))
  if (best.score < SAME_NAME) return null
  const enough = helped || !isSingle(a) || (best.whole && best.score >= 0.97)
  return enough ? best : null
}

interface Link {
  readonly score: number
  readonly whole: boolean
}

/** How alike two persons are once their states and offices are counted; null where they cannot be one. */
function linkOf(a: Person, b: Person, judging: Judging): Link | null {
  const found = likeness(a, b, judging)
  if (!found) return null
  const help = (sameHome(a.entity, b.entity) ? 0.1 : 0) + (sameOffice(a.entity, b.entity) ? 0.05 : 0)
  return { score: found.score + help, whole: found.whole }
}

type Links = ReadonlyMap<number, ReadonlyMap<number, Link>>

function linksOf(persons: readonly Person[], judging: Judging): Links {
  const out = new Map<number, Map<number, Link>>()
  const add = (i: number, j: number, link: Link): unknown => {
    const row = out.get(i)
    return row ? row.set(j, link) : out.set(i, new Map([[j, link]]))
  }
  const bearers = persons.map((p) => ({ names: p.names, country: p.entity.country }))
  candidates(bearers, judging.rules, judging.words, (a, b) => {
    const [i, j] = [Math.min(a, b), Math.max(a, b)]
    const link = linkOf(persons[i]!, persons[j]!, judging)
    if (!link) return
    add(i, j, link)
    add(j, i, link)
  })
  return out
}

/** Items that a chain of links joins, each list sorted. */
function chains(count: number, links: Links): number[][] {
  const seen = new Set<number>()
  const out: number[][] = []
  for (let start = 0; start < count; start++) {
    if (seen.has(start)) continue
    const chain = [start]
    seen.add(start)
    for (const i of chain) {
      for (const [j, link] of links.get(i) ?? []) {
        if (!link.whole || link.score < UNHELPED || seen.has(j)) continue
        seen.add(j)
        chain.push(j)
      }
    }
    out.push(chain.sort((a, b) => a - b))
  }
  return out
}

/** Names that say the same parts, the likest first; within a cluster nobody may be barred from another. */
function wholeGroups(persons: readonly Person[], links: Links, judging: Judging): number[][] {
  return chains(persons.length, links).flatMap((chain) => {
    const score = (a: number, b: number): number | null => {
      const [one, two] = [chain[a]!, chain[b]!]
      if (contradict(persons[one]!.entity, persons[two]!.entity)) return null
      return (links.get(one)?.get(two) ?? linkOf(persons[one]!, persons[two]!, judging))?.score ?? 0
    }
    return cluster(chain.length, score, UNHELPED).map((group) => group.map((i) => chain[i]!))
  })
}

const fullness = (group: readonly number[], persons: readonly Person[]): number =>
  Math.max(...group.flatMap((i) => persons[i]!.names.map(sizeOf)))

/**
 * A name that leaves something out (a surname, an initial, no middle name) belongs to the one fuller name that fits it;
 * where several fit, it stays alone.
 */
function joinParts(groups: readonly number[][], persons: readonly Person[], links: Links): number[][] {
  const ranked = [...groups].sort((a, b) => fullness(b, persons) - fullness(a, persons) || a[0]! - b[0]!)
  const home = new Map<number, number[]>()
  const out: number[][] = []
  for (const group of ranked) {
    const fits = fitting(group, home, links)
    const target = fits.length === 1 ? fits[0]! : null
    if (target) target.push(...group)
    else out.push([...group])
    for (const i of group) home.set(i, target ?? out.at(-1)!)
  }
  return out
}

/** Groups already placed that a group's names fit; of several, those of its own state. */
function fitting(group: readonly number[], home: ReadonlyMap<number, number[]>, links: Links): number[][] {
  const best = new Map<number[], number>()
  for (const i of group) {
    for (const [j, link] of links.get(i) ?? []) {
      const there = home.get(j)
      if (there) best.set(there, Math.max(link.score, best.get(there) ?? 0))
    }
  }
  const most = Math.max(...best.values())
  return [...best].filter(([, score]) => score >= most - 0.05).map(([there]) => there)
}

const words = (name: string): number => name.split(/\s+/).length

const fuller = (a: Entity, b: Entity): number =>
  words(b.name) - words(a.name) || b.name.length - a.name.length || (a.id < b.id ? -1 : 1)

/** The record's entity: the fullest name, the first id among full names, every spelling, a state and an office if any. */
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

function joinNames(persons: readonly Person[], rules: NameRules): Entity[][] {
  const judging = { rules, words: judgeOf(rules) }
  const links = linksOf(persons, judging)
  const groups = joinParts(wholeGroups(persons, links, judging), persons, links)
  return groups.map((group) => group.map((i) => persons[i]!.entity))
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
  const persons = entities.filter((e) => e.kind === 'person').map((e) => toPerson(e, rules))
  const bodies = entities.filter((e) => e.kind === 'organisation' || e.kind === 'group')
  const states = entities.filter((e) => e.kind === 'state').map((e) => [e])
  const groups = asSaid([...joinNames(persons, rules), ...joinBodies(bodies, rules), ...states], corrections)
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
  if (entity.kind === 'person')
    return personKeys({ names: toPerson(entity, rules).names, country: entity.country }, rules)
  const home = [`${entity.kind} ${entity.country}`]
  return { own: home, sought: home }
}

const sameBlock = (a: Entity, b: Entity): boolean =>
  a.kind === b.kind && a.kind !== 'state' && a.kind !== 'person' && a.country === b.country

/** Pairs of entities that may depend on one another in `joinEntities`: linked persons, bodies of one kind and state. */
export function entityLinks(entities: readonly Entity[], rules: NameRules): [number, number][] {
  const at = entities.flatMap((e, i) => (e.kind === 'person' ? [i] : []))
  const persons = at.map((i) => toPerson(entities[i]!, rules))
  const links = linksOf(persons, { rules, words: judgeOf(rules) })
  const linked = [...links].flatMap(([a, to]) =>
    [...to.keys()].map((b): [number, number] => [at[a]!, at[b]!]),
  )
  const bodies = entities.flatMap((a, i) =>
    entities.flatMap((b, j): [number, number][] => (i < j && sameBlock(a, b) ? [[i, j]] : [])),
  )
  return [...linked.filter(([a, b]) => a < b), ...bodies]
}

export const entitiesOf = (
  m: Pick<Mention, 'actor' | 'recipient' | 'denied_by' | 'claimed_by'>,
): Entity[] => [...m.actor, ...m.recipient, ...m.denied_by, ...m.claimed_by]

/** The entities of all mentions, joined. @returns for every id that a mention bears, the entity of the record */
export const joinPersons = (
  mentions: readonly Mention[],
  rules: NameRules,
  corrections: Corrections = NO_CORRECTIONS,
): Canon => joinEntities(mentions.flatMap(entitiesOf), rules, corrections)

const renamed = (list: readonly Entity[], canon: Canon): Entity[] => {
  const out = list.map((e) => ({
    ...canon.get(e.id)!,
    names: e.names,
    office: e.office ?? canon.get(e.id)!.office,
  }))
  return out.filter((e, i) => out.findIndex((o) => o.id === e.id) === i)
}

/** Evidence for a party under its id of the record; what its own report does not say of it is noted. */
function evidenceFor(evidence: Evidence, entities: readonly Entity[], canon: Canon): Evidence {
  const known = ['actor', 'recipient'].includes(evidence.field) ? canon.get(evidence.value) : undefined
  if (!known) return evidence
  const own = entities.find((e) => e.id === evidence.value)
  const lent = own?.country === null && known.country !== null
  const note = lent ? `the state, ${known.country}, is known from other reports` : evidence.reason.note
  return { ...evidence, value: known.id, reason: note ? { ...evidence.reason, note } : evidence.reason }
}

/** "North Korean leader" names nobody: the last word of a name has a capital. */
export const describes = (name: string): boolean => /(^|\s)\p{Ll}\S*$/u.test(name)
const isDescription = ({ kind, name }: Entity): boolean => kind === 'person' && describes(name)

/** Whether one of two is named and the other described by the same office of the same state. */
export const isDescribed = (a: Entity, b: Entity): boolean =>
  isDescription(a) !== isDescription(b) && sameHome(a, b) && sameOffice(a, b)

/** Those who are named, and of the described those whom none of the others can be. */
export const withoutDescribed = (list: readonly Entity[]): Entity[] =>
  list.filter((e) => !isDescription(e) || !list.some((other) => isDescribed(e, other)))

/** Organisations stand for themselves; persons and unnamed groups for their state. */
const needsState = ({ kind }: Entity): boolean => kind === 'person' || kind === 'group'

/**
 * Whether it is known of every person and group on either side which state they belong to, and of one party at least:
 * who is of no state that any report tells stands for nobody that a record of states knows.
 */
export function isPlaced({ actor, recipient }: Mention): boolean {
  const parties = [...actor, ...recipient]
  return parties.every((e) => !needsState(e) || e.country) && parties.some((e) => e.country)
}

/** A mention whose entities bear the record's ids and full names; `names` stay the spellings of its own report. */
export function withCanon(mention: Mention, canon: Canon): Mention {
  const entities = entitiesOf(mention)
  const evidence = mention.evidence.map((e) => evidenceFor(e, entities, canon))
  return {
    ...mention,
    evidence,
    actor: renamed(mention.actor, canon),
    recipient: renamed(mention.recipient, canon),
    denied_by: renamed(mention.denied_by, canon),
    claimed_by: renamed(mention.claimed_by, canon),
  }
}
