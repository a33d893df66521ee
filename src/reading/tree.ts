import type { Phrase, Sentence, Span, Token } from '../types.js'

/** A sentence with the children of every token, so that rules can walk its parse both ways. */
export interface Tree {
  readonly sentence: Sentence
  readonly tokens: readonly Token[]
  readonly children: readonly (readonly number[])[]
  /** The label of every token without its subtype. */
  readonly labels: readonly string[]
}

const trees = new WeakMap<Sentence, Tree>()

/** The tree of a sentence; the same sentence always gives the same tree. */
export function treeOf(sentence: Sentence): Tree {
  const known = trees.get(sentence)
  if (known) return known
  const children: number[][] = sentence.tokens.map(() => [])
  sentence.tokens.forEach((token, i) => {
    if (token.head >= 0) children[token.head]!.push(i)
  })
  const tree = { sentence, tokens: sentence.tokens, children, labels: sentence.tokens.map(label) }
  trees.set(sentence, tree)
  return tree
}

/** The label without its subtype: "nsubj" of "nsubj:pass". */
export function label({ deprel }: Token): string {
  const colon = deprel.indexOf(':')
  return colon < 0 ? deprel : deprel.slice(0, colon)
}

/** Children of `i` whose label (with or without subtype) is one of `labels`. */
export function kids(tree: Tree, i: number, ...labels: string[]): number[] {
  return tree.children[i]!.filter(
    (k) => labels.includes(tree.labels[k]!) || labels.includes(tree.tokens[k]!.deprel),
  )
}

/** All tokens that `i` governs, itself included, in the order of the text. */
export function subtree(
  tree: Tree,
  i: number,
  skip: (token: Token, i: number) => boolean = () => false,
): number[] {
  const out: number[] = []
  const walk = (at: number) => {
    out.push(at)
    for (const kid of tree.children[at]!) if (!skip(tree.tokens[kid]!, kid)) walk(kid)
  }
  walk(i)
  return out.sort((a, b) => a - b)
}

/** The stretch of text that a set of tokens of one sentence covers. */
export function spanOf(tree: Tree, tokens: readonly number[]): Span {
  const sorted = [...tokens].sort((a, b) => a - b)
  return { start: tree.tokens[sorted[0]!]!.start, end: tree.tokens[sorted.at(-1)!]!.end }
}

/** Tokens from `i` up to the root, `i` first. */
export function ancestors(tree: Tree, i: number): number[] {
  const out: number[] = []
  for (let at = i; at >= 0 && out.length <= tree.tokens.length; at = tree.tokens[at]!.head) out.push(at)
  return out
}

/** The prepositions that introduce a phrase: ["from"], ["because", "of"]; a fixed phrase as one: "according to". */
export function casesOf(tree: Tree, i: number): string[] {
  return kids(tree, i, 'case').map((k) =>
    [k, ...kids(tree, k, 'fixed')].map((x) => tree.tokens[x]!.form.toLowerCase()).join(' '),
  )
}

/** `i` and everything joined to it by "and", "or" or a comma. */
export function joined(tree: Tree, i: number): number[] {
  return [i, ...kids(tree, i, 'conj').flatMap((k) => joined(tree, k))]
}

export const isVerb = (token: Token): boolean => token.upos === 'VERB' || token.upos === 'AUX'
export const isNominal = (token: Token): boolean => ['NOUN', 'PROPN', 'PRON', 'NUM'].includes(token.upos)

/** Tokens of one sentence as a phrase under a head; they are sorted, and at least one. */
export function phraseOf(tree: Tree, tokens: readonly number[], head: number): Phrase {
  const sorted = [...tokens].sort((a, b) => a - b)
  return {
    ...spanOf(tree, sorted),
    sentence: tree.sentence.index,
    from: sorted[0]!,
    to: sorted.at(-1)! + 1,
    head,
  }
}
