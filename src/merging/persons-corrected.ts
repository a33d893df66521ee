import type { Corrections } from '../correcting/index.js'
import type { Entity, LogEntry } from '../types.js'

type Group = readonly Entity[]

/**
 * Groups of entities as persons said: what must not be one is parted, then what must be one is joined.
 * States are known by their codes and stay as they are.
 */
export function asSaid(groups: readonly Group[], { entities }: Corrections): Group[] {
  const parts = groups.flatMap((group) => parted(group, entities))
  const ids = parts.flat().map((e) => e.id)
  return entities.groups(ids).reduce((list, together) => joined(list, new Set(together)), parts)
}

/** A member goes to the first part where nobody is kept from it. */
function parted(group: Group, said: Corrections['entities']): Group[] {
  const parts: Entity[][] = []
  for (const e of [...group].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const free = parts.filter((part) => !part.some((o) => said.apart(o.id, e.id)))
    const home = free.find((part) => part.some((o) => said.together(o.id, e.id))) ?? free[0]
    if (home) home.push(e)
    else parts.push([e])
  }
  return parts
}

function joined(groups: readonly Group[], ids: ReadonlySet<string>): Group[] {
  const touched = groups.filter((group) => group.some((e) => ids.has(e.id)))
  return [...groups.filter((group) => !touched.includes(group)), touched.flat()]
}

/** The entity under the name that a person pinned; a pin follows the first of its ids that is still there. */
export function pinned(
  one: Entity,
  group: Group,
  all: ReadonlySet<string>,
  names: readonly LogEntry[],
): Entity {
  const own = new Set(group.map((e) => e.id))
  const pin = names.findLast(({ sides }) => {
    const anchor = sides.flat().find((id) => all.has(id))
    return anchor !== undefined && own.has(anchor)
  })
  if (!pin) return one
  const { id, by, at, reason, value } = pin
  return { ...one, name: value as string, pinned: { machine: one.name, entry: id, by, at, reason } }
}
