import type { Entity, Mention } from '../types.js'

/**
 * A record less likely right than this is not kept: a wrong one is worse than a missing one. Words are told rightly more
 * often than acts of the same confidence; a denial is words about an act, and shows by itself that it is contested.
 * Chosen on AllSides and re3d, which nothing is trained on (DECISIONS.md).
 */
const LEAST_CONFIDENCE = { act: 0.45, words: 0.3 }

const isWords = ({ event, denied_by }: Mention): boolean => event === 'STATEMENT' || denied_by.length > 0

/** A party of a state, or one whose state other reports may tell: merging then asks whether it is placed. */
const mayBePlaced = ({ kind, country }: Entity): boolean => country !== null || kind === 'person'

const isSure = (mention: Mention): boolean =>
  mention.confidence >= LEAST_CONFIDENCE[isWords(mention) ? 'words' : 'act'] &&
  [...mention.actor, ...mention.recipient].some(mayBePlaced)

/** The mentions that are sure enough to be kept; `rapport code` shows the others too, with their confidence. */
export const sureOf = (mentions: readonly Mention[]): Mention[] => mentions.filter(isSure)
