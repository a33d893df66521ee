import type { Entity, Mention } from '../types.js'

/** A record less likely right than this is not kept: a wrong one is worse than a missing one. */
export const LEAST_CONFIDENCE = 0.4

/** Without a state or a person nobody acts whom the record of states could know. */
const isAnybody = ({ kind, country }: Entity): boolean => country !== null || kind === 'person'

const isSure = ({ confidence, actor, recipient }: Mention): boolean =>
  confidence >= LEAST_CONFIDENCE && [...actor, ...recipient].some(isAnybody)

/** The mentions that are sure enough to be kept; `rapport code` shows the others too, with their confidence. */
export const sureOf = (mentions: readonly Mention[]): Mention[] => mentions.filter(isSure)
