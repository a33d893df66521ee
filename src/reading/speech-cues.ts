import type { Phrase } from '../types.js'
import { kids, label, phraseOf, type Tree } from './tree.js'

const BEFORE = new Set(['aux', 'cop', 'advmod'])

/** The words right before a token that hang on it by one of the labels and govern nothing themselves. */
export function leftOf(tree: Tree, cue: number, labels: ReadonlySet<string>): number[] {
  const out: number[] = []
  for (let i = cue - 1; i >= 0; i--) {
    const token = tree.tokens[i]!
    if (token.head !== cue || !labels.has(label(token)) || tree.children[i]!.length) break
    out.push(i)
  }
  return out
}

/** Particles and adverbs right after it: "pointed out", "said again". */
function after(tree: Tree, cue: number): number[] {
  const out: number[] = []
  for (let i = cue + 1; i < tree.tokens.length; i++) {
    const token = tree.tokens[i]!
    const own =
      token.head === cue &&
      (token.deprel === 'compound:prt' || (token.upos === 'ADV' && token.xpos !== 'WRB'))
    if (!own || tree.tokens[i - 1]!.upos === 'PUNCT') break
    out.push(i)
  }
  return out
}

/**
 * The words that tell that somebody speaks: a verb or adjective with its auxiliaries, adverbs and particles.
 * @param preposition the token of the preposition before what is told: "called for"
 */
export function cuePhrase(tree: Tree, cue: number, preposition: number | null = null): Phrase {
  const run = [...leftOf(tree, cue, BEFORE), cue, ...after(tree, cue)]
  return phraseOf(tree, preposition === null ? run : [...run, preposition], cue)
}

/** "the alleged attack": a participle that describes tells nothing by itself. */
export const describes = (tree: Tree, i: number): boolean => tree.tokens[i]!.deprel === 'amod'

/** "to say", under no other verb of speech: it is left open whether it is said. */
export const isInfinitive = (tree: Tree, i: number): boolean =>
  kids(tree, i, 'mark').some((k) => tree.tokens[k]!.lemma.toLowerCase() === 'to')
