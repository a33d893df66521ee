import type { LogEntry } from '../types.js'

/** What persons said of which items are one and which are not; items are mentions, or entities as reports name them. */
export interface Constraints {
  /** Whether the two must not be one. */
  apart(a: string, b: string): boolean
  /** The latest entry by which the two are one; null where none says so. */
  together(a: string, b: string): LogEntry | null
  /** These items in lists that must each be one; those that nobody joined with another are left out. */
  groups(ids: readonly string[]): string[][]
}

/** Items that must be one, and on which side of each entry that keeps others from them they stand. */
interface Group {
  readonly members: Set<string>
  readonly sides: Map<string, number>
  readonly entries: Set<LogEntry>
}

type Homes = Map<string, Group>

/**
 * Reads the entries the latest first: what contradicts a later one is left out, and the rest of its entry still holds.
 * @param entries those that stand, oldest first, with sides of items that are there
 * @example constraintsOf([merge(['m1'], ['m2'])]).groups(['m1', 'm2', 'm3']) // [['m1', 'm2']]
 */
export function constraintsOf(entries: readonly LogEntry[]): Constraints {
  const homes: Homes = new Map()
  for (const entry of entries.toReversed()) {
    if (entry.action === 'split' || entry.action === 'not-same') keepApart(homes, entry)
    if (entry.action === 'split') for (const side of entry.sides) join(homes, side, entry)
    if (entry.action === 'merge') join(homes, entry.sides.flat(), entry)
  }
  return {
    apart: (a, b) => clash(homes.get(a), homes.get(b)),
    together: (a, b) => joinedBy(homes.get(a), homes.get(b), a, b),
    groups: (ids) => groupsOf(homes, ids),
  }
}

function homeOf(homes: Homes, id: string): Group {
  const known = homes.get(id)
  if (known) return known
  const group = { members: new Set([id]), sides: new Map(), entries: new Set<LogEntry>() }
  homes.set(id, group)
  return group
}

/** A group that a later entry made of both sides stays as it is. */
function keepApart(homes: Homes, { id, sides }: LogEntry): void {
  const stands = new Map<Group, Set<number>>()
  sides.forEach((side, at) => {
    for (const item of side) {
      const group = homeOf(homes, item)
      stands.set(group, (stands.get(group) ?? new Set()).add(at))
    }
  })
  for (const [group, at] of stands) if (at.size === 1) group.sides.set(id, [...at][0]!)
}

function join(homes: Homes, items: readonly string[], entry: LogEntry): void {
  const [first, ...others] = [...items].sort()
  if (first === undefined) return
  homeOf(homes, first).entries.add(entry)
  for (const item of others) {
    const [one, other] = [homeOf(homes, first), homeOf(homes, item)]
    if (one !== other && !clash(one, other)) absorb(homes, one, other)
  }
}

function absorb(homes: Homes, into: Group, from: Group): void {
  for (const item of from.members) {
    into.members.add(item)
    homes.set(item, into)
  }
  for (const [entry, side] of from.sides) into.sides.set(entry, side)
  for (const entry of from.entries) into.entries.add(entry)
}

function clash(one: Group | undefined, other: Group | undefined): boolean {
  if (!one || !other || one === other) return false
  return [...one.sides].some(([entry, side]) => (other.sides.get(entry) ?? side) !== side)
}

function joinedBy(one: Group | undefined, other: Group | undefined, a: string, b: string): LogEntry | null {
  if (!one || one !== other) return null
  const entries = [...one.entries]
  return entries.find(({ sides }) => [a, b].every((id) => sides.flat().includes(id))) ?? entries[0] ?? null
}

function groupsOf(homes: Homes, ids: readonly string[]): string[][] {
  const groups = new Map<Group, string[]>()
  for (const id of ids) {
    const home = homes.get(id)
    if (home) groups.set(home, [...(groups.get(home) ?? []), id])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}
