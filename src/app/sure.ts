import type { Entity, Mention } from '../types.js'

/** A record less likely right than this is not kept: a wrong one is worse than a missing one. */
export const LEAST_CONFIDENCE = 0.5

/** A person of whom no state is known stands for nobody that a record of states knows. */
const isPlaced = (entity: Entity): boolean => entity.kind !== 'person' || entity.country !== null

const isSure = ({ confidence, actor, recipient }: Mention): boolean => {
  const parties = [...actor, ...recipient]
  return confidence >= LEAST_CONFIDENCE && parties.every(isPlaced) && parties.some((p) => p.country !== null)
}

/** The mentions that are sure enough to be kept; `rapport code` shows the others too, with their confidence. */
export const sureOf = (mentions: readonly Mention[]): Mention[] => mentions.filter(isSure)
