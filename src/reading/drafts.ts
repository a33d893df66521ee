import type { Token } from '../types.js'
import type { Grammar } from './grammar.js'
import { label } from './tree.js'

/** A token while its arc may still be moved. */
export type Draft = { -readonly [K in keyof Token]: Token[K] }

/** What repairs know. */
export interface RepairRules {
  readonly grammar: Pick<Grammar, 'takesClause' | 'opensScene'>
  /** The lemma of a participle in -ing. */
  readonly lemma: (form: string) => string
}

/** Whether a token governs one with one of these labels. */
export const hasKid = (tokens: readonly Token[], i: number, ...labels: string[]): boolean =>
  tokens.some((t) => t.head === i && labels.includes(label(t)))

/** Whether `i` hangs below `top`. */
export function below(tokens: readonly Token[], i: number, top: number): boolean {
  for (let at = i, steps = 0; at >= 0 && steps <= tokens.length; at = tokens[at]!.head, steps++)
    if (at === top) return true
  return false
}

/** Moves a token under a new head; where that would close a circle, the new head first takes the token's place. */
export function attach(tokens: Draft[], i: number, head: number, deprel: string): void {
  if (below(tokens, head, i)) {
    let top = head
    while (tokens[top]!.head !== i) top = tokens[top]!.head
    tokens[top]!.head = tokens[i]!.head
    tokens[top]!.deprel = tokens[i]!.deprel
  }
  tokens[i]!.head = head
  tokens[i]!.deprel = deprel
}

export const draftOf = (tokens: readonly Token[]): Draft[] => tokens.map((t) => ({ ...t }))

/** Whether a repair left everything as it was, as most do. */
export const isSame = (draft: readonly Token[], tokens: readonly Token[]): boolean =>
  draft.every((t, i) => {
    const { head, deprel, upos, xpos, lemma } = tokens[i]!
    return t.head === head && t.deprel === deprel && t.upos === upos && t.xpos === xpos && t.lemma === lemma
  })

/** Whether the arcs make one tree with one root. */
export const soundTree = (tokens: readonly Token[]): boolean => {
  const roots = tokens.flatMap((t, i) => (t.head < 0 ? [i] : []))
  return roots.length === 1 && tokens.every((_, i) => below(tokens, i, roots[0]!))
}
