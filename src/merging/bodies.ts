import {
  organisationKeys,
  type ReadOrganisation,
  readOrganisation,
  sameOrganisation,
} from '../resolving/similarity-organisations.js'
import type { NameRules } from '../resolving/similarity-rules.js'
import type { Entity } from '../types.js'

interface Body {
  readonly name: ReadOrganisation
  readonly entities: Entity[]
}

/** Bodies of one state whose names are the same but for spelling: each is looked for under its keys only. */
export function joinBodies(entities: readonly Entity[], rules: NameRules): Entity[][] {
  const bodies: Body[] = []
  const byKey = new Map<string, Body[]>()
  for (const e of entities) {
    const name = readOrganisation(e.name, rules)
    const keys = organisationKeys(name).map((key) => `${e.kind} ${e.country} ${key}`)
    const same = keys.flatMap((key) => byKey.get(key) ?? []).find((b) => sameOrganisation(b.name, name))
    if (same) same.entities.push(e)
    else {
      const body = { name, entities: [e] }
      bodies.push(body)
      for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), body])
    }
  }
  return bodies.map((b) => b.entities)
}
