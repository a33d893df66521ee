import { compareNames, SAME_NAME, type Similarity } from '../resolving/similarity.js'
import { type Judge, judgeOf } from '../resolving/similarity-align.js'
import { type ReadName, readName } from '../resolving/similarity-name.js'
import type { NameRules } from '../resolving/similarity-rules.js'
import type { Entity } from '../types.js'
import { cluster } from './clusters.js'
import { candidates, type PersonKeys, personKeys } from './persons-candidates.js'

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
export const sameHome = (a: Entity, b: Entity): boolean => a.country !== null && a.country === b.country
export const sameOffice = (a: Entity, b: Entity): boolean => a.office !== null && a.office === b.office
const contradict = (a: Entity, b: Entity): boolean => !!a.country && !!b.country && a.country !== b.country

/** "King Salman" is no Mohammed bin Salman: who is called by a given name has a full name that begins with it. */
function isOtherGiven(a: Person, b: Person, { rules, words }: Judging): boolean {
  const [single, full] = isSingle(a) ? [a, b] : [b, a]
  if (single.entity.office === null || !rules.givenOffices.has(single.entity.office)) return false
  const given = single.names.flatMap((name) => name.words.filter((w) => !w.light))
  const firsts = full.names.flatMap((name) => name.words.find((w) => !w.light) ?? [])
  return !given.some((one) => firsts.some((first) => words.word(one, first).score > 0))
}

/** One word says who it is only together with a state or an office, unless both say that one word. */
function likeness(a: Person, b: Person, judging: Judging): Similarity | null {
  if (contradict(a.entity, b.entity)) return null
  if (isYounger(a) !== isYounger(b) && !isSingle(a) && !isSingle(b)) return null
  const helped = sameHome(a.entity, b.entity) || sameOffice(a.entity, b.entity)
  if (isSingle(a) !== isSingle(b) && (!helped || isOtherGiven(a, b, judging))) return null
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

/** "Ana Bel Jr." is not Ana Bel; "Elizabeth" may be Elizabeth II. */
const isYounger = ({ names }: Person): boolean =>
  names.some(({ generation, text }) => generation !== null && !/\s[IVX]+$/.test(text))

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

/**
 * Persons in groups that are one person each, by name, state and office.
 * @example groupPersons([xarTorLund, xarThorLund, xboTorLund], rules) // [[xarTorLund, xarThorLund], [xboTorLund]]
 */
export function groupPersons(list: readonly Entity[], rules: NameRules): Entity[][] {
  const persons = list.map((e) => toPerson(e, rules))
  const judging = { rules, words: judgeOf(rules) }
  const links = linksOf(persons, judging)
  const groups = joinParts(wholeGroups(persons, links, judging), persons, links)
  return groups.map((group) => group.map((i) => persons[i]!.entity))
}

/** By what a person is found, and what it seeks: the sounds of its names. */
export const keysOfPerson = (entity: Entity, rules: NameRules): PersonKeys =>
  personKeys({ names: toPerson(entity, rules).names, country: entity.country }, rules)

/** Pairs of positions in `list`, the lower first, of persons who may depend on one another in `groupPersons`. */
export function personLinks(list: readonly Entity[], rules: NameRules): [number, number][] {
  const persons = list.map((e) => toPerson(e, rules))
  const links = linksOf(persons, { rules, words: judgeOf(rules) })
  const pairs = [...links].flatMap(([a, to]) => [...to.keys()].map((b): [number, number] => [a, b]))
  return pairs.filter(([a, b]) => a < b)
}
