import { nounSlots, type Slots, verbSlots } from '../reading/slots.js'
import { casesOf, kids, label, type Tree } from '../reading/tree.js'
import { measures } from './known.js'

const lower = (tree: Tree, i: number): string => tree.tokens[i]!.lemma.toLowerCase()

const marks = (tree: Tree, k: number): string[] => kids(tree, k, 'mark').map((m) => lower(tree, m))

/** Whether a clause is "to" with a bare verb, and not "that he will go". */
export const isToClause = (tree: Tree, k: number): boolean =>
  tree.tokens[k]!.xpos === 'VB' && marks(tree, k).includes('to')

/** "missiles targeting Arvenia": what follows an object and says what it is for. */
const isDoing = (tree: Tree, k: number): boolean =>
  tree.tokens[k]!.xpos === 'VBG' && label(tree.tokens[k]!) === 'acl'

/** "dismissed it as groundless", "called it a crime": what something is held to be. */
const isHeldTo = (tree: Tree, k: number): boolean => {
  const { upos, deprel } = tree.tokens[k]!
  return (upos === 'ADJ' && casesOf(tree, k).includes('as')) || (upos === 'NOUN' && deprel === 'obl:unmarked')
}

/** "called on Arvenia to withdraw": complements that the parser took for purposes or descriptions. */
function complements(tree: Tree, i: number, slots: Slots): number[] {
  const hung = [i, ...slots.object].flatMap((h) =>
    kids(tree, h, 'advcl', 'acl', 'xcomp', 'ccomp', 'obl', 'obj', 'nmod', 'amod'),
  )
  const found = hung.filter((k) => k > i && [isToClause, isDoing, isHeldTo].some((is) => is(tree, k)))
  return [...new Set([...slots.clause, ...found])]
}

/** "fired what is thought to be a missile": what the object is said to be. */
const saidToBe = (tree: Tree, k: number): number[] =>
  kids(tree, k, 'acl')
    .flatMap((c) => [c, ...kids(tree, c, 'xcomp')])
    .filter((c) => tree.tokens[c]!.upos === 'NOUN')

/** The nouns that an object stands for: "what", the pronoun of a relative clause, "one of its drones". */
function meant(tree: Tree, i: number, k: number): number[] {
  const verb = tree.tokens[i]!
  if (lower(tree, k) === 'what') return saidToBe(tree, k)
  if (['that', 'which'].includes(lower(tree, k)) && label(verb) === 'acl') return [verb.head]
  if (!measures(tree, k)) return [k]
  return [k, ...kids(tree, k, 'nmod').filter((n) => casesOf(tree, n).includes('of'))]
}

type Prepositions = Slots['prep']

/** With more phrases: "came to the aid", where an object with a preposition is none. */
function withPhrases(tree: Tree, prep: Prepositions, heads: readonly number[]): Prepositions {
  const out = new Map(prep)
  for (const k of heads)
    for (const word of casesOf(tree, k)) out.set(word, [...new Set([...(out.get(word) ?? []), k])])
  return out
}

/** "a plan by Arvenia", "a text drafted by Arvenia": whoever made the object. */
const makersOf = (tree: Tree, k: number): number[] =>
  [k, ...kids(tree, k, 'acl').filter((a) => tree.tokens[a]!.xpos === 'VBN')]
    .flatMap((h) => kids(tree, h, 'nmod', 'obl'))
    .filter((n) => casesOf(tree, n).includes('by'))

/** The slots of a verb; its slot "doer" is who acts in its complement. */
function slotsOfVerb(tree: Tree, i: number): Slots {
  const slots = verbSlots(tree, i)
  const cased = kids(tree, i, 'obj').filter((k) => casesOf(tree, k).length > 0)
  const object = slots.object.filter((k) => !cased.includes(k)).flatMap((k) => meant(tree, i, k))
  const doer = slots.clause.flatMap((k) => kids(tree, k, 'nsubj', 'nsubj:pass'))
  const found = object.filter((k) => !slots.object.includes(k))
  const below = [...object.flatMap((k) => makersOf(tree, k)), ...found.flatMap((k) => kids(tree, k, 'nmod'))]
  const prep = withPhrases(tree, slots.prep, [...cased, ...below])
  return {
    ...slots,
    object,
    prep: doer.length ? new Map([...prep, ['doer', doer]]) : prep,
    clause: complements(tree, i, { ...slots, object }),
  }
}

/**
 * Who and what stands around a word that may tell an event, with what a parser that errs has put elsewhere.
 * @param i position of a verb, a noun or an adjective in the sentence
 * @example slotsAt(tree, 1, 'verb').prep.get('to') // where "aid" stands in "came to the aid of Arvenia"
 */
export const slotsAt = (tree: Tree, i: number, kind: 'verb' | 'noun' | 'adjective'): Slots =>
  kind === 'noun' ? nounSlots(tree, i) : slotsOfVerb(tree, i)
