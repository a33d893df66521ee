import type { Entity, Evidence, Mention } from '../types.js'
import type { Canon } from './entities.js'

export const entitiesOf = (
  m: Pick<Mention, 'actor' | 'recipient' | 'denied_by' | 'claimed_by'>,
): Entity[] => [...m.actor, ...m.recipient, ...m.denied_by, ...m.claimed_by]

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
