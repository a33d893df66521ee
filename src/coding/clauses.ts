import { ancestors, label, type Tree } from '../reading/tree.js'
import type { TimeExpression } from '../types.js'
import { tenseOf } from './auxiliary.js'

const CLAUSES = new Set(['acl', 'advcl', 'ccomp', 'csubj', 'parataxis', 'conj', 'root'])
const HEADS = new Set(['VERB', 'AUX', 'ADJ', 'NOUN'])

/** The word that heads the clause a token stands in; a name joined to another is no clause of its own. */
export const clauseOf = (tree: Tree, at: number): number =>
  ancestors(tree, at).find((i) => CLAUSES.has(label(tree.tokens[i]!)) && HEADS.has(tree.tokens[i]!.upos)) ??
  at

/** The tense that a token is told in, as the name of a feature: "past+perfect". */
export function tenseName(tree: Tree, at: number): string {
  const { tense, perfect, pastPerfect } = tenseOf(tree, at)
  return `${tense}${perfect ? '+perfect' : ''}${pastPerfect ? '+past' : ''}`
}

/** What kind of time words mean, as the name of a feature: "offset:day". */
export const timeName = ({ meaning }: TimeExpression): string =>
  `${meaning.kind}:${'unit' in meaning ? meaning.unit : ''}`
