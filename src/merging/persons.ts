import { fold } from '../resolving/fold.js'
import { type Similarity, similarNames } from '../resolving/similarity.js'
import type { Entity, Mention } from '../types.js'
import { cluster } from './clusters.js'

/** Entities across reports: what each report's entity is called in the record. */
export type Canon = ReadonlyMap<string, Entity>

const THRESHOLD = 0.5

const isFull = (e: Entity): boolean => fold(e.name).split(' ').length > 1

/** Whether two entities of two reports are one; states only by their code, groups and organisations only by name. */
function affinity(a: Entity, b: Entity): number | null {
  if (a.kind !== b.kind || a.kind === 'state') return null
  if (a.country && b.country && a.country !== b.country) return null
  if (a.kind !== 'person') return fold(a.name) === fold(b.name) ? 1 : null
  const best = a.names
    .flatMap((p) => b.names.map((q): Similarity => similarNames(p, q)))
    .sort((x, y) => y.score - x.score)[0]!
  if (best.score < THRESHOLD) return null
  // A surname alone is only as good as the state or the office behind it.
  if (isFull(a) && isFull(b)) return best.score
  return a.country && a.country === b.country ? best.score : null
}

const fuller = (a: Entity, b: Entity): number =>
  fold(b.name).split(' ').length - fold(a.name).split(' ').length ||
  b.name.length - a.name.length ||
  (a.id < b.id ? -1 : 1)

function joinAll(list: readonly Entity[]): Entity {
  const [best] = [...list].sort(fuller)
  const id =
    [...list]
      .filter(isFull)
      .map((e) => e.id)
      .sort()[0] ?? best!.id
  const names = [...new Set([...best!.names, ...list.flatMap((e) => e.names)])]
  return {
    ...best!,
    id,
    names,
    country: list.find((e) => e.country)?.country ?? null,
    office: best!.office ?? list.find((e) => e.office)?.office ?? null,
  }
}

const entitiesOf = (m: Mention): Entity[] => [...m.actor, ...m.recipient, ...m.denied_by, ...m.claimed_by]

/** Entities that bear one id in several reports keep all their spellings. */
function distinct(mentions: readonly Mention[]): Entity[] {
  const byId = new Map<string, Entity[]>()
  for (const e of mentions.flatMap(entitiesOf)) byId.set(e.id, [...(byId.get(e.id) ?? []), e])
  return [...byId.values()].map(joinSame).sort((a, b) => (a.id < b.id ? -1 : 1))
}

const joinSame = (list: readonly Entity[]): Entity => ({ ...joinAll(list), id: list[0]!.id })

/** Only entities that share a first sound of some word can be one: candidates without comparing all with all. */
function blocks(entities: readonly Entity[]): Entity[][] {
  const keys = new Map<string, Entity[]>()
  for (const e of entities.filter((x) => x.kind === 'person')) {
    for (const key of new Set(
      e.names.flatMap((n) =>
        fold(n)
          .split(' ')
          .map((w) => w[0] ?? ''),
      ),
    ))
      keys.set(key, [...(keys.get(key) ?? []), e])
  }
  return [...keys.values()]
}

/**
 * Joins the entities of several reports into those of the record.
 * @returns for every id that a mention bears, the entity of the record
 */
export function joinPersons(mentions: readonly Mention[]): Canon {
  const entities = distinct(mentions)
  const position = new Map(entities.map((e, i) => [e.id, i]))
  const near = new Set<string>()
  for (const block of blocks(entities))
    for (const a of block) for (const b of block) near.add(`${position.get(a.id)}-${position.get(b.id)}`)
  const groups = cluster(
    entities.length,
    (a, b) => (near.has(`${a}-${b}`) ? affinity(entities[a]!, entities[b]!) : null),
    THRESHOLD,
  )
  const canon = new Map<string, Entity>()
  for (const group of groups) {
    const members = group.map((i) => entities[i]!)
    const one = members.length > 1 ? joinAll(members) : members[0]!
    for (const e of members) canon.set(e.id, one)
  }
  return canon
}

const renamed = (list: readonly Entity[], canon: Canon): Entity[] => {
  const out = list.map((e) => ({
    ...canon.get(e.id)!,
    names: e.names,
    office: e.office ?? canon.get(e.id)!.office,
  }))
  return out.filter((e, i) => out.findIndex((o) => o.id === e.id) === i)
}

/** A mention whose entities bear the record's ids and full names; `names` stay the spellings of its own report. */
export function withCanon(mention: Mention, canon: Canon): Mention {
  const evidence = mention.evidence.map((e) =>
    ['actor', 'recipient'].includes(e.field) ? { ...e, value: canon.get(e.value)?.id ?? e.value } : e,
  )
  return {
    ...mention,
    evidence,
    actor: renamed(mention.actor, canon),
    recipient: renamed(mention.recipient, canon),
    denied_by: renamed(mention.denied_by, canon),
    claimed_by: renamed(mention.claimed_by, canon),
  }
}
