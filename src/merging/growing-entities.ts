import type { Entity, LogEntry, Mention } from '../types.js'
import { entitiesOf } from './canon.js'
import { type Canon, distinct, entityKeys, entityLinks, joinEntities } from './entities.js'
import { type Said, tiedWith } from './growing-corrections.js'
import type { GrowingRecord, Item } from './growing-record.js'
import { widen } from './growing-record.js'
import type { MergingRules } from './index.js'
import { chainsOf, tiedPairs } from './joining.js'

interface Kept {
  /** The entity with all the names that any report gives it. */
  readonly entity: Entity
  /** The entity of the record that it is. */
  readonly canon: Entity
}

interface EntitiesGrown {
  /** The entities of the record that were worked out anew. */
  readonly entities: readonly Entity[]
  /** The ids that mean another entity than before, or one that bears another name, state or office. */
  readonly renamed: readonly string[]
}

const unlike = (a: Entity, b: Entity): boolean =>
  a.id !== b.id ||
  a.name !== b.name ||
  a.country !== b.country ||
  a.office !== b.office ||
  a.kind !== b.kind ||
  a.pinned?.entry !== b.pinned?.entry ||
  a.pinned?.machine !== b.pinned?.machine

async function changedItems(
  record: GrowingRecord<unknown>,
  ids: readonly string[],
  rules: MergingRules,
): Promise<Item<Kept>[]> {
  const before = new Map(
    (await record.index('entity').get(ids)).map((i) => [i.id, (i as Item<Kept>).body.canon]),
  )
  return distinct(await record.forms(ids)).map((entity) => {
    const canon = before.get(entity.id) ?? entity
    return { id: entity.id, keys: entityKeys(entity, rules.names).own, day: null, body: { entity, canon } }
  })
}

async function linked(
  record: GrowingRecord<unknown>,
  changed: readonly Item<Kept>[],
  rules: MergingRules,
): Promise<string[]> {
  const index = record.index('entity')
  const keys = changed.flatMap(({ body }) => entityKeys(body.entity, rules.names).sought)
  const near = (await index.get(await index.find({ keys, least: 1, days: null }))) as Item<Kept>[]
  const own = new Set(changed.map(({ id }) => id))
  const all = [...changed, ...near.filter(({ id }) => !own.has(id))]
  const pairs = entityLinks(
    all.map(({ body }) => body.entity),
    rules.names,
  )
  return pairs
    .map(([a, b]) => [all[a]!.id, all[b]!.id] as const)
    .filter(([a, b]) => own.has(a) !== own.has(b))
    .map(([a, b]) => (own.has(a) ? b : a))
}

/** Those of these entities that the log speaks of: a new entry may change what they are, though no report did. */
function namedIn(log: readonly LogEntry[], entities: readonly Entity[]): string[] {
  const said = new Set(log.filter(({ of }) => of === 'entity').flatMap(({ sides }) => sides.flat()))
  return entities.map(({ id }) => id).filter((id) => said.has(id))
}

/** Works out who is who anew where the reports' names may change it. */
export async function growEntities(
  record: GrowingRecord<unknown>,
  mentions: readonly Mention[],
  pending: readonly string[],
  rules: MergingRules,
  { log, corrections }: Pick<Said, 'log' | 'corrections'>,
): Promise<EntitiesGrown> {
  const named = new Map<string, Entity[]>(pending.map((id) => [id, []]))
  for (const m of mentions) named.get(m.report)!.push(...entitiesOf(m))
  const formed = await record.replaceForms([...named].map(([report, entities]) => ({ report, entities })))
  const dirty = [...new Set([...formed, ...namedIn(log, [...named.values()].flat())])].sort()
  const index = record.index('entity')
  const changed = await changedItems(record, dirty, rules)
  const known = new Set((await index.get(dirty)).map(({ id }) => id))
  const live = new Set(changed.map(({ id }) => id))
  const gone = dirty.filter((id) => !live.has(id))
  const ties = corrections.ties.entity
  const ids = await widen(index, changed, gone, async (items) => [
    ...(await linked(record, items, rules)),
    ...tiedWith(dirty, ties),
  ])
  const kept = (await index.get(ids)) as Item<Kept>[]
  const entities = kept.map(({ body }) => body.entity)
  const canon = joinEntities(entities, rules.names, corrections)
  const links = [...entityLinks(entities, rules.names), ...tiedPairs(ids, ties)]
  await index.chain(chainsOf(ids.length, links).map((chain) => chain.map((i) => ids[i]!)))
  await index.note(
    entities.map((entity) => ({ id: entity.id, body: { entity, canon: canon.get(entity.id)! } })),
  )
  const renamed = kept.filter(({ id, body }) =>
    known.has(id) || !live.has(id) ? unlike(body.canon, canon.get(id)!) : true,
  )
  return { entities: [...new Set(canon.values())], renamed: renamed.map(({ id }) => id) }
}

/** The entities of the record that these are; those that no report names are left out. */
export async function canonOf(record: GrowingRecord<unknown>, entities: readonly Entity[]): Promise<Canon> {
  const ids = [...new Set(entities.map(({ id }) => id))]
  const items = (await record.index('entity').get(ids)) as Item<Kept>[]
  return new Map(items.map(({ id, body }) => [id, body.canon]))
}
