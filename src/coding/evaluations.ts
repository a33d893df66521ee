import type { Tree } from '../reading/tree.js'
import type { EventType, Phrase } from '../types.js'

/** Words that judge (codebook/evaluations.yaml). */
export interface EvaluationRules {
  readonly blame: ReadonlySet<string>
  readonly praise: ReadonlySet<string>
  readonly reversal: ReadonlySet<string>
}

/** What words about another state are, and the word that makes them so. */
export interface Evaluation {
  readonly event: Extract<EventType, 'ACCUSE' | 'SUPPORT'>
  readonly word: string
}

/**
 * Whether reported words blame or praise, by the words that they use; null where they do neither, both, or take it back.
 * @param content the words, as token ranges of the sentence
 * @example evaluate(tree, content, rules) // "said Bolandia was reckless" gives { event: 'ACCUSE', word: 'reckless' }
 */
export function evaluate(tree: Tree, content: readonly Phrase[], rules: EvaluationRules): Evaluation | null {
  const words = content.flatMap((c) => tree.tokens.slice(c.from, c.to))
  const lemmas = words.map((t) => t.lemma.toLowerCase())
  if (lemmas.some((l) => rules.reversal.has(l))) return null
  const blame = lemmas.find((l) => rules.blame.has(l))
  const praise = lemmas.find((l) => rules.praise.has(l))
  if (blame && praise) return null
  if (blame) return { event: 'ACCUSE', word: blame }
  return praise ? { event: 'SUPPORT', word: praise } : null
}
