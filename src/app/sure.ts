import type { Entity, Mention } from '../types.js'

/** A record less likely right than this is not kept: a wrong one is worse than a missing one. */
const LEAST_CONFIDENCE = 0.25

/** A party of a state, or one whose state other reports may tell: merging then asks whether it is placed. */
const mayBePlaced = ({ kind, country }: Entity): boolean => country !== null || kind === 'person'

const isSure = ({ confidence, actor, recipient }: Mention): boolean =>
  confidence >= LEAST_CONFIDENCE && [...actor, ...recipient].some(mayBePlaced)

/** The mentions that are sure enough to be kept; `rapport code` shows the others too, with their confidence. */
export const sureOf = (mentions: readonly Mention[]): Mention[] => mentions.filter(isSure)
