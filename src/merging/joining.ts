import { type Corrections, NO_CORRECTIONS } from '../correcting/index.js'
import type { Mention } from '../types.js'
import { cluesOf, type Judging, supported, total } from './clues.js'
import { cluster, linkage } from './clusters.js'
import type { Told } from './traits.js'

/** Clues must add up to this much before two mentions are one event: a false merge makes two voices out of one. */
export const SAME_EVENT = 3.5

/** A mention to be joined with others; only those that share a key are set against one another. */
export interface Joinable {
  readonly mention: Told & { readonly id: string } & Pick<Mention, 'said_by_person'>
  readonly keys: readonly string[]
}

const byId = (a: Joinable, b: Joinable): number => (a.mention.id < b.mention.id ? -1 : 1)

/** Pairs of positions that share a key, the lower first. */
export function pairsByKey(items: readonly { readonly keys: readonly string[] }[]): [number, number][] {
  const index = new Map<string, number[]>()
  const pairs = new Set<number>()
  items.forEach(({ keys }, i) => {
    for (const key of keys) {
      const list = index.get(key) ?? []
      for (const j of list) pairs.add(j * items.length + i)
      index.set(key, list)
      list.push(i)
    }
  })
  return [...pairs].map((p) => [Math.floor(p / items.length), p % items.length])
}

/** How much speaks for two tellings being one event; null where they never are. */
export function affinityOf(a: Joinable, b: Joinable, judging: Judging): number | null {
  const clues = cluesOf(a.mention, b.mention, judging)
  // What speaks against a pair keeps it apart even where others speak for both: "met Lavrov", "met Putin".
  return clues.length && supported(clues) && total(clues) >= 0 ? total(clues) : null
}

/** Whether two tellings that share a key may begin an event together. */
export function isJoined(a: Joinable, b: Joinable, judging: Judging): boolean {
  const [x, y] = [a, b].sort(byId) as [Joinable, Joinable]
  return (affinityOf(x, y, judging) ?? 0) >= SAME_EVENT
}

type Affinity = (a: number, b: number) => number | null

/** Affinities of these tellings by position, the lower first, each worked out once. */
function affinities(tellings: readonly Joinable[], judging: Judging): Affinity {
  const known = new Map<number, number | null>()
  return (a, b) => {
    const pair = a * tellings.length + b
    if (!known.has(pair)) known.set(pair, affinityOf(tellings[a]!, tellings[b]!, judging))
    return known.get(pair)!
  }
}

/** Items that a chain of pairs holds together, each list and all lists in order. */
export function chainsOf(count: number, pairs: readonly (readonly [number, number])[]): number[][] {
  const home = Array.from({ length: count }, (_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (home[at] !== at) at = home[at] = home[home[at]!]!
    return at
  }
  for (const [a, b] of pairs) home[Math.max(root(a), root(b))] = Math.min(root(a), root(b))
  const chains = new Map<number, number[]>()
  home.forEach((_, i) => {
    const chain = chains.get(root(i))
    if (chain) chain.push(i)
    else chains.set(i, [i])
  })
  return [...chains.values()]
}

/** Tellings that hang together, and the events within them. */
interface Chain<T extends Joinable> {
  readonly members: readonly T[]
  readonly events: readonly (readonly T[])[]
}

/** The events within a chain, by position in it; persons may have said of some that they are one, or are not. */
function eventsIn(chain: readonly Joinable[], judged: Affinity, { events }: Corrections): number[][] {
  const ids = chain.map((t) => t.mention.id)
  const at = new Map(ids.map((id, i) => [id, i]))
  const together = events.groups(ids).map((group) => group.map((id) => at.get(id)!))
  const affinity: Affinity = (a, b) => (events.apart(ids[a]!, ids[b]!) ? null : judged(a, b))
  return cluster(chain.length, affinity, SAME_EVENT, together)
}

/**
 * Pairs of positions of what stands next to each other in a list of ids that are tied; ids that are not there are left
 * out.
 */
export function tiedPairs(
  ids: readonly string[],
  ties: readonly (readonly string[])[],
): (readonly [number, number])[] {
  const at = new Map(ids.map((id, i) => [id, i]))
  return ties.flatMap((tie) => {
    const there = tie.flatMap((id) => at.get(id) ?? [])
    return there.slice(1).map((to, i) => [there[i]!, to] as const)
  })
}

/** The event that a telling fits best, if it fits any well enough. */
function bestFor(
  telling: number,
  events: readonly (readonly number[])[],
  affinity: Affinity,
): readonly number[] | null {
  const inOrder: Affinity = (a, b) => affinity(Math.min(a, b), Math.max(a, b))
  const fits = events.map((event) => linkage([telling], event, inOrder))
  const best = Math.max(...fits, Number.NEGATIVE_INFINITY)
  return best >= SAME_EVENT ? events[fits.indexOf(best)]! : null
}

/** What people recorded by hand joins what reports tell, and never decides which of the reports' tellings are one. */
function eventsWithHand(chain: readonly Joinable[], judged: Affinity, corrections: Corrections): number[][] {
  const all = chain.map((_, i) => i)
  const byHand = all.filter((i) => chain[i]!.mention.said_by_person)
  const among = (positions: readonly number[]) =>
    eventsIn(
      positions.map((i) => chain[i]!),
      (a, b) => judged(positions[a]!, positions[b]!),
      corrections,
    ).map((group) => group.map((i) => positions[i]!))
  const read = among(all.filter((i) => !byHand.includes(i)))
  const { apart, together } = corrections.events
  const id = (i: number) => chain[i]!.mention.id
  const allowed: Affinity = (a, b) => (apart(id(a), id(b)) ? null : judged(a, b))
  const said = (i: number) => read.find((event) => event.some((other) => together(id(i), id(other))))
  const homes = new Map(byHand.map((i) => [i, said(i) ?? bestFor(i, read, allowed)]))
  const joined = read.map((event) => [...event, ...byHand.filter((i) => homes.get(i) === event)])
  return [...joined, ...among(byHand.filter((i) => homes.get(i) === null))]
}

/**
 * Tellings to events. What becomes of one depends only on those that a chain of likely pairs, or a person's word, joins
 * it with, so that a chain may be worked out by itself.
 * @example joinTellings(tellings, judging)[0].events // [[meeting in A, meeting in B], [another meeting]]
 */
export function joinTellings<T extends Joinable>(
  tellings: readonly T[],
  judging: Judging,
  corrections: Corrections = NO_CORRECTIONS,
): Chain<T>[] {
  const sorted = [...tellings].sort(byId)
  const affinity = affinities(sorted, judging)
  const likely = pairsByKey(sorted).filter(([a, b]) => (affinity(a, b) ?? 0) >= SAME_EVENT)
  const tied = tiedPairs(
    sorted.map((t) => t.mention.id),
    corrections.ties.event,
  )
  return chainsOf(sorted.length, [...likely, ...tied]).map((chain) => {
    const members = chain.map((i) => sorted[i]!)
    const within: Affinity = (a, b) => affinity(chain[a]!, chain[b]!)
    const events = eventsWithHand(members, within, corrections)
    return { members, events: events.map((group) => group.map((i) => members[i]!)) }
  })
}
