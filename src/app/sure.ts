import type { Mention } from '../types.js'

/** A record less likely right than this is not kept: a wrong one is worse than a missing one. */
export const LEAST_CONFIDENCE = 0.65

/** The mentions that are sure enough to be kept; `rapport code` shows the others too, with their confidence. */
export const sureOf = (mentions: readonly Mention[]): Mention[] =>
  mentions.filter((m) => m.confidence >= LEAST_CONFIDENCE)
