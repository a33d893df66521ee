import type { Phrase, Quotation, Reference, Span } from '../types.js'
import { phraseOf, type Tree } from './tree.js'

/** What a word tells by its complement: a view, a wish or words. */
export interface Telling {
  readonly stance: string
  /** `clause`, `infinitive`, `object`, or the preposition before what is told. */
  readonly by: string
}

/** Nouns that tell the kind of a source, and words that name one without a verb of speech. */
export interface SpeechWords {
  readonly documents: ReadonlySet<string>
  readonly images: ReadonlySet<string>
  readonly agencies: ReadonlySet<string>
  readonly unnamed: ReadonlySet<string>
  readonly showing: ReadonlySet<string>
  readonly according: ReadonlySet<string>
  /** Nouns of speech: "denied reports that ...". */
  readonly claims: ReadonlySet<string>
  /** Verbs that say nothing themselves: "made a call for talks". */
  readonly light: ReadonlySet<string>
  /** Lemma -> what it tells besides words of speech, for each kind of word. */
  readonly views: Readonly<Record<'verb' | 'noun' | 'adjective', ReadonlyMap<string, readonly Telling[]>>>
}

/** What the codebook knows about speech. */
export interface SpeechRules extends SpeechWords {
  /** Lemma of a verb -> stance: "say" -> "said". */
  readonly verbs: ReadonlyMap<string, string>
  /** News outlets and agencies, lower case: they report and do not act. */
  readonly outlets: ReadonlySet<string>
}

/** A sentence with all that is needed to tell who speaks in it. */
export interface SpeechScene {
  readonly tree: Tree
  readonly text: string
  readonly rules: SpeechRules
  readonly references: readonly Reference[]
  /** The quotations that stand in the sentence, with their position in the reading. */
  readonly quotations: readonly { quotation: Quotation; index: number }[]
}

export const inside = (inner: Span, outer: Span): boolean =>
  inner.start >= outer.start && inner.end <= outer.end

export const overlap = (a: Span, b: Span): boolean => a.start < b.end && a.end > b.start

const isMark = (tree: Tree, i: number): boolean => tree.tokens[i]!.upos === 'PUNCT'

/** The highest of some tokens: the one whose head stands outside of them. */
function topOf(tree: Tree, tokens: readonly number[]): number {
  const all = new Set(tokens)
  return tokens.find((i) => !all.has(tree.tokens[i]!.head) && !isMark(tree, i)) ?? tokens[0]!
}

/** Tokens as unbroken phrases without marks at their edges: words told around "he said" are two. */
export function phrasesOf(tree: Tree, tokens: readonly number[], head: number): Phrase[] {
  const runs: number[][] = []
  for (const i of [...tokens].sort((a, b) => a - b)) {
    const last = runs.at(-1)?.at(-1)
    const joined = last !== undefined && between(tree, last, i)
    if (joined) runs.at(-1)!.push(i)
    else runs.push([i])
  }
  return runs.flatMap((run) => {
    const words = trimmed(tree, run)
    if (!words.length) return []
    return [phraseOf(tree, words, words.includes(head) ? head : topOf(tree, words))]
  })
}

/** Nothing but marks stands between. */
const between = (tree: Tree, from: number, to: number): boolean =>
  tree.tokens.slice(from + 1, to).every((t) => t.upos === 'PUNCT')

const OPENING = new Set(['(', '[', '$', '#', '-LRB-'])
const CLOSING = new Set([')', ']', '%', '-RRB-'])

function trimmed(tree: Tree, run: readonly number[]): number[] {
  const words = [...run]
  while (words.length && isMark(tree, words[0]!) && !OPENING.has(tree.tokens[words[0]!]!.form)) words.shift()
  while (words.length && isMark(tree, words.at(-1)!) && !CLOSING.has(tree.tokens[words.at(-1)!]!.form))
    words.pop()
  return words
}
