import type { Entity, Mention } from '../types.js'
import type { GrowingRecord, Item } from './growing-record.js'
import { widen } from './growing-record.js'
import type { MergingRules } from './index.js'
import { chainsOf } from './joining.js'
import { type Canon, distinct, entitiesOf, entityKeys, entityLinks, joinEntities } from './persons.js'

interface Kept {
  /** The entity with all the names that any report gives it. */
  readonly entity: Entity
  /** The entity of the record that it is. */
  readonly canon: Entity
}

export interface EntitiesGrown {
  /** The entities of the record that were worked out anew. */
  readonly entities: readonly Entity[]
  /** The ids that mean another entity than before, or one that bears another name, state or office. */
  readonly renamed: readonly string[]
}

const unlike = (a: Entity, b: Entity): boolean =>
  a.id !== b.id || a.name !== b.name || a.country !== b.country || a.office !== b.office || a.kind !== b.kind

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

/** Works out who is who anew where the reports' names may change it. */
export async function growEntities(
  record: GrowingRecord<unknown>,
  mentions: readonly Mention[],
  pending: readonly string[],
  rules: MergingRules,
): Promise<EntitiesGrown> {
  const named = new Map<string, Entity[]>(pending.map((id) => [id, []]))
  for (const m of mentions) named.get(m.report)!.push(...entitiesOf(m))
  const dirty = await record.replaceForms([...named].map(([report, entities]) => ({ report, entities })))
  const index = record.index('entity')
  const changed = await changedItems(record, dirty, rules)
  const known = new Set((await index.get(dirty)).map(({ id }) => id))
  const live = new Set(changed.map(({ id }) => id))
  const gone = dirty.filter((id) => !live.has(id))
  const ids = await widen(index, changed, gone, (items) => linked(record, items, rules))
  const kept = (await index.get(ids)) as Item<Kept>[]
  const entities = kept.map(({ body }) => body.entity)
  const canon = joinEntities(entities, rules.names)
  await index.chain(
    chainsOf(ids.length, entityLinks(entities, rules.names)).map((chain) => chain.map((i) => ids[i]!)),
  )
  await index.note(
    entities.map((entity) => ({ id: entity.id, body: { entity, canon: canon.get(entity.id)! } })),
  )
  const renamed = kept.filter(({ id, body }) =>
    known.has(id) || !live.has(id) ? unlike(body.canon, canon.get(id)!) : true,
  )
  return { entities: [...new Set(canon.values())], renamed: renamed.map(({ id }) => id) }
}

/** The entities of the record that these mentions name. */
export async function canonOf(record: GrowingRecord<unknown>, mentions: readonly Mention[]): Promise<Canon> {
  const ids = [...new Set(mentions.flatMap(entitiesOf).map(({ id }) => id))]
  const items = (await record.index('entity').get(ids)) as Item<Kept>[]
  return new Map(items.map(({ id, body }) => [id, body.canon]))
}
