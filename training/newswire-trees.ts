import type { GoldSentence } from '../src/app/scoring/gold/conllu.js'

/** A word with what hangs on it, before and behind, in the order of the text. */
export interface Node {
  readonly form: string
  readonly upos: string
  readonly xpos: string
  readonly label: string
  /** Whether a space stands before it. */
  readonly spaced: boolean
  readonly left: readonly Node[]
  readonly right: readonly Node[]
}

/** The forms of a verb. */
export interface Verb {
  readonly lemma: string
  readonly past: string
  readonly participle: string
}

export const node = (form: string, upos: string, xpos: string, label: string, spaced = true): Node => ({
  form,
  upos,
  xpos,
  label,
  spaced,
  left: [],
  right: [],
})

/** A noun with the nouns written before it ("oil plants") and what else stands before. */
export function nounPhrase(words: string, xpos: 'NN' | 'NNS', label: string, before: readonly Node[]): Node {
  const all = words.split(' ')
  const compounds = all.slice(0, -1).map((word) => node(word, 'NOUN', 'NN', 'compound'))
  return { ...node(all.at(-1)!, 'NOUN', xpos, label), left: [...before, ...compounds] }
}

/** A noun with its preposition. */
export const phrase = (preposition: string, noun: Node): Node => ({
  ...noun,
  left: [node(preposition, 'ADP', 'IN', 'case'), ...noun.left],
})

/** A verb with what stands before and behind it. */
export const clause = (
  form: string,
  xpos: string,
  label: string,
  left: readonly Node[],
  right: readonly Node[],
): Node => ({ ...node(form, 'VERB', xpos, label), left, right })

interface Row {
  readonly node: Node
  readonly above: Node | null
}

const rowsOf = (at: Node, above: Node | null): Row[] => [
  ...at.left.flatMap((kid) => rowsOf(kid, at)),
  { node: at, above },
  ...at.right.flatMap((kid) => rowsOf(kid, at)),
]

const capital = (form: string): string => form.charAt(0).toUpperCase() + form.slice(1)

/** A tree as the sentence of a treebank, with a capital at its start and a full stop at its end. */
export function flattened(root: Node): GoldSentence {
  const stop = node('.', 'PUNCT', '.', 'punct', false)
  const rows = rowsOf({ ...root, right: [...root.right, stop] }, null)
  const nodes = rows.map((row) => row.node)
  const forms = nodes.map(({ form }, i) => (i === 0 ? capital(form) : form))
  const spaceAfter = nodes.map((_, i) => nodes[i + 1]?.spaced ?? true)
  return {
    text: forms.map((form, i) => form + (spaceAfter[i] ? ' ' : '')).join(''),
    startsParagraph: true,
    genre: 'made',
    forms,
    lemmas: nodes.map(({ form }) => form.toLowerCase()),
    upos: nodes.map(({ upos }) => upos),
    xpos: nodes.map(({ xpos }) => xpos),
    heads: rows.map(({ above }) => (above === null ? -1 : nodes.indexOf(above))),
    labels: nodes.map(({ label }) => label),
    spaceAfter,
  }
}
