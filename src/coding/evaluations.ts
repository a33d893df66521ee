import type { Token } from '../types.js'

/** Words that judge (codebook/evaluations.yaml). */
export interface EvaluationRules {
  readonly blame: ReadonlySet<string>
  readonly praise: ReadonlySet<string>
  readonly reversal: ReadonlySet<string>
}

/**
 * Whether words blame, praise, or take back what they seem to judge.
 * @example evaluationsIn(tokens, rules) // "Bolandia was reckless" gives ['blame']
 */
export function evaluationsIn(tokens: readonly Token[], rules: EvaluationRules): string[] {
  const lemmas = tokens.map((t) => t.lemma.toLowerCase())
  return (['blame', 'praise', 'reversal'] as const).filter((sort) => lemmas.some((l) => rules[sort].has(l)))
}
