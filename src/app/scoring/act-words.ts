import type { Shape } from '../../merging/traits.js'
import { ancestors, kids, label, subtree, type Tree, treeOf } from '../../reading/tree.js'
import type { Sentence, Span, Token } from '../../types.js'

/** What the parse says of the words for an act, where no coder has coded it. */
export interface ActWords {
  readonly lemma: string
  /** The same, but for a pronoun that stands for a noun of its sentence: that noun's. */
  readonly meant: string
  readonly shape: Omit<Shape, 'sentence' | 'often'>
  /** The words that take part in it: who did it, to what, of what. */
  readonly parties: readonly string[]
}

const AHEAD = new Set(['will', 'would', 'can', 'could', 'may', 'might', 'should', 'must'])
const DEFINITE = new Set(['the', 'this', 'that', 'these'])
const CONTENT = new Set(['NOUN', 'PROPN', 'NUM', 'ADJ'])
/** A verb without a subject of its own may have that of the verb that it hangs on. */
const SHARING = new Set(['conj', 'xcomp', 'advcl', 'parataxis', 'ccomp'])
const FARTHEST = 3
const NO_PARTY = new Set(['acl', 'advcl', 'appos', 'punct', 'case', 'det'])

const isVerbal = ({ upos }: Token): boolean => upos === 'VERB' || upos === 'AUX'
const lemmaAt = (tree: Tree, i: number): string => tree.tokens[i]!.lemma.toLowerCase()

/**
 * "the deal, which …", "this was the largest fall": the noun that a relative pronoun stands for, or that tells what a
 * pronoun is; the word itself where it is no such pronoun.
 */
function standingFor(tree: Tree, i: number): number {
  const token = tree.tokens[i]!
  if (token.upos !== 'PRON' || token.head < 0) return i
  if (!/^W/.test(token.xpos)) return isSubjectOfNoun(tree, i) ? token.head : i
  const clause = ancestors(tree, i).find((at) => label(tree.tokens[at]!) === 'acl')
  return clause === undefined ? i : tree.tokens[clause]!.head
}

const isSubjectOfNoun = (tree: Tree, i: number): boolean => {
  const { head } = tree.tokens[i]!
  return (
    tree.labels[i] === 'nsubj' && tree.tokens[head]!.upos === 'NOUN' && kids(tree, head, 'cop').length > 0
  )
}

/** The word that the others of a mention hang on; null where it has none. */
function headOf({ start, end }: Span, { tokens }: Tree): number | null {
  const own = tokens.flatMap((token, i) => (token.start < end && token.end > start ? [i] : []))
  return own.find((i) => !own.includes(tokens[i]!.head)) ?? own[0] ?? null
}

function subjectsOf(tree: Tree, verb: number, far = 0): readonly number[] {
  const own = kids(tree, verb, 'nsubj')
  const token = tree.tokens[verb]!
  if (own.length > 0 || token.head < 0 || far > FARTHEST) return own
  if (label(token) === 'acl') return [token.head]
  return SHARING.has(label(token)) ? subjectsOf(tree, token.head, far + 1) : []
}

function partiesOf(tree: Tree, head: number): string[] {
  const roots = isVerbal(tree.tokens[head]!)
    ? [...subjectsOf(tree, head), ...kids(tree, head, 'obj', 'iobj', 'xcomp')]
    : kids(tree, head, 'nmod', 'compound')
  const all = roots.flatMap((root) => subtree(tree, root, (token) => NO_PARTY.has(label(token))))
  return [...new Set(all)].filter((i) => CONTENT.has(tree.tokens[i]!.upos)).map((i) => lemmaAt(tree, i))
}

function shapeOf(tree: Tree, head: number): ActWords['shape'] {
  const isTo = kids(tree, head, 'mark').some((k) => lemmaAt(tree, k) === 'to')
  return {
    noun: !isVerbal(tree.tokens[head]!),
    definite: kids(tree, head, 'det').some((k) => DEFINITE.has(lemmaAt(tree, k))),
    ahead: isTo || kids(tree, head, 'aux').some((k) => AHEAD.has(lemmaAt(tree, k))),
  }
}

const unparsed = (lemma: string): ActWords => ({
  ...{ lemma, meant: lemma, parties: [] },
  shape: { noun: false, definite: false, ahead: false },
})

/**
 * How the words of an act are told, by the parse of their sentence.
 * @param words the mention's own, for when the sentence has no token of it
 * @example actWords({ start: 14, end: 19 }, sentence, 'crash').shape // { noun: true, definite: true, ahead: false }
 */
export function actWords(at: Span, sentence: Sentence | undefined, words: string): ActWords {
  const tree = sentence && treeOf(sentence)
  const head = tree ? headOf(at, tree) : null
  if (!tree || head === null) return unparsed(words.toLowerCase())
  const [lemma, meant] = [lemmaAt(tree, head), lemmaAt(tree, standingFor(tree, head))]
  return { lemma, meant, shape: shapeOf(tree, head), parties: partiesOf(tree, head) }
}
