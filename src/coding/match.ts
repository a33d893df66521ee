import type { Slots } from '../reading/slots.js'
import { casesOf, kids, label, type Tree } from '../reading/tree.js'
import { isToClause, slotsAt } from './around.js'
import type { Codebook, Trigger, WordSet } from './codebook.js'

/** A trigger that holds at a token, with who stands around it. */
export interface Match {
  readonly token: number
  readonly trigger: Trigger
  readonly slots: Slots
  /** Heads of the objects that helped the trigger to hold: "talks" in "hold talks". They are no events of their own. */
  readonly used: readonly number[]
  /** Less specific triggers that hold at the same word, for when this one finds no one to fill its roles. */
  readonly others: readonly Match[]
}

const lower = (tree: Tree, i: number): string => tree.tokens[i]!.lemma.toLowerCase()

/** In a list of words: anybody or anything with a name. */
const SOMEONE = 'someone'

/** Whether the word at `i`, alone or with the words before it ("peace talk"), is in the set. */
export function isIn(tree: Tree, i: number, words: WordSet): boolean {
  let phrase = lower(tree, i)
  if (words.has(phrase) || (words.has(SOMEONE) && tree.tokens[i]!.upos === 'PROPN')) return true
  for (let k = i - 1; k >= Math.max(0, i - 3); k--) {
    phrase = `${lower(tree, k)} ${phrase}`
    if (words.has(phrase)) return true
  }
  return false
}

const some = (tree: Tree, heads: readonly number[], words: WordSet): number[] =>
  heads.filter((i) => isIn(tree, i, words))

function hasParticle(tree: Tree, i: number, words: WordSet): boolean {
  const near = [...kids(tree, i, 'compound:prt', 'advmod')].some(
    (k) => words.has(lower(tree, k)) && Math.abs(k - i) <= 6,
  )
  return (
    near ||
    (i + 1 < tree.tokens.length && words.has(lower(tree, i + 1)) && tree.tokens[i + 1]!.upos !== 'NOUN')
  )
}

function hasModifier(tree: Tree, heads: readonly number[], words: WordSet): boolean {
  return heads.some((i) =>
    kids(tree, i, 'amod', 'compound', 'nmod', 'nummod', 'advmod').some((k) => isIn(tree, k, words)),
  )
}

/** Whether a phrase with this preposition stands there, headed by one of the words. */
function hasPreposition(tree: Tree, slots: Slots, word: string, words: WordSet | '*'): boolean {
  const heads = slots.prep.get(word) ?? []
  return words === '*' ? heads.length > 0 : some(tree, heads, words).length > 0
}

const hasPrepositions = (tree: Tree, slots: Slots, { prep, prepNot }: Trigger): boolean =>
  [...prep].every(([word, words]) => hasPreposition(tree, slots, word, words)) &&
  ![...prepNot].some(([word, words]) => hasPreposition(tree, slots, word, words))

/** "showed up at a parade": the named nouns behind prepositions that the trigger rests on. */
const prepositionsUsed = (tree: Tree, slots: Slots, trigger: Trigger): number[] =>
  [...trigger.prep].flatMap(([word, words]) =>
    words === '*' ? [] : some(tree, slots.prep.get(word) ?? [], words),
  )

const markOf = (tree: Tree, k: number): string[] => kids(tree, k, 'mark').map((m) => lower(tree, m))

const WISHES = new Set(['should', 'must', 'ought'])

/** "insisted that it should leave", "insisted that it leave": what is wanted, and not what is so. */
const isWished = (tree: Tree, k: number): boolean =>
  kids(tree, k, 'aux').some((a) => WISHES.has(lower(tree, a))) ||
  (['VB', 'VBP'].includes(tree.tokens[k]!.xpos) &&
    !kids(tree, k, 'aux').length &&
    kids(tree, k, 'nsubj').some((n) => ['NN', 'NNP'].includes(tree.tokens[n]!.xpos)))

function hasClause(tree: Tree, i: number, slots: Slots, wanted: Trigger['clause']): boolean {
  if (wanted === 'any') return slots.clause.length > 0
  if (wanted === 'should') return kids(tree, i, 'ccomp', 'xcomp').some((k) => isWished(tree, k))
  if (wanted === 'to') return slots.clause.some((k) => k > i && isToClause(tree, k))
  if (wanted === 'ing')
    return [...slots.clause, ...kids(tree, i, 'advcl', 'obl')].some((k) => tree.tokens[k]!.xpos === 'VBG')
  return kids(tree, i, 'ccomp', 'parataxis', 'acl').some(
    (k) => tree.tokens[k]!.xpos !== 'VB' || !markOf(tree, k).includes('to'),
  )
}

/** The object heads that fulfil the trigger's object condition; null where it fails. */
function objectsUsed(tree: Tree, slots: Slots, trigger: Trigger): number[] | null {
  if (trigger.objectNot && some(tree, slots.object, trigger.objectNot).length) return null
  if (!trigger.object) return []
  const used = some(tree, slots.object, trigger.object)
  return used.length ? used : null
}

/** Whether the words before a noun of several words ("state visit") stand there. */
const hasBefore = (tree: Tree, i: number, before: readonly string[]): boolean =>
  before.every((word, k) => i - before.length + k >= 0 && lower(tree, i - before.length + k) === word)

/** The words that describe a trigger noun, or a trigger verb and its objects. */
const described = (i: number, slots: Slots, { kind }: Trigger): number[] =>
  kind === 'noun' ? [i] : [i, ...slots.object]

/** Whether something stands around the word that its trigger rules out. */
function isBarred(tree: Tree, i: number, slots: Slots, trigger: Trigger): boolean {
  const { particleNot, modifierNot, subjectNot, complementNot } = trigger
  if (particleNot && hasParticle(tree, i, particleNot)) return true
  if (subjectNot && some(tree, slots.subject, subjectNot).length) return true
  if (complementNot && some(tree, slots.clause, complementNot).length) return true
  return modifierNot !== null && hasModifier(tree, described(i, slots, trigger), modifierNot)
}

function holds(tree: Tree, i: number, slots: Slots, trigger: Trigger): number[] | null {
  const { particle, subject, modifier, clause, complement } = trigger
  const used = objectsUsed(tree, slots, trigger)
  if (used === null || !hasBefore(tree, i, trigger.before) || isBarred(tree, i, slots, trigger)) return null
  if (particle && !hasParticle(tree, i, particle)) return null
  if (subject && !some(tree, slots.subject, subject).length) return null
  if (modifier && !hasModifier(tree, described(i, slots, trigger), modifier)) return null
  if (!hasPrepositions(tree, slots, trigger)) return null
  if (clause && !hasClause(tree, i, slots, clause)) return null
  if (complement && !some(tree, slots.clause, complement).length) return null
  return [...used, ...prepositionsUsed(tree, slots, trigger)]
}

/** "took in refugees": a particle that the parser took for a preposition leaves the object behind it. */
function withParticle(slots: Slots, trigger: Trigger): Slots {
  if (!trigger.particle || slots.object.length) return slots
  const object = [...trigger.particle].flatMap((p) => slots.prep.get(p) ?? [])
  return object.length ? { ...slots, object } : slots
}

const KINDS: Readonly<Record<string, Trigger['kind']>> = {
  VERB: 'verb',
  NOUN: 'noun',
  PROPN: 'noun',
  ADJ: 'adjective',
}

/** A noun that only describes another ("talks venue") tells of no event. */
const describes = (tree: Tree, i: number): boolean =>
  ['compound', 'flat', 'amod'].includes(label(tree.tokens[i]!))

/** "the Paris Agreement": a name bears the word and tells of nothing. */
const isTitle = (tree: Tree, i: number): boolean =>
  tree.tokens[i]!.upos === 'PROPN' && /^\p{Lu}/u.test(tree.tokens[i]!.form) && i > 0

/** "Asked whether …, Lund said": who speaks was asked, and by whom is not told. */
function isAskedFirst(tree: Tree, i: number): boolean {
  const { xpos, head } = tree.tokens[i]!
  const fronted = /^VB[ND]$/.test(xpos) && label(tree.tokens[i]!) === 'advcl' && i < head
  return fronted && !kids(tree, i, 'nsubj', 'aux', 'obj', 'mark').length
}

function matchAt(tree: Tree, i: number, codebook: Codebook): Match | null {
  const kind = KINDS[tree.tokens[i]!.upos]
  if (isAskedFirst(tree, i)) return null
  if (!kind || (kind !== 'adjective' && describes(tree, i)) || isTitle(tree, i)) return null
  // "re-imposed" is "reimposed".
  const known = codebook.triggersByLemma[kind]
  const triggers = known.get(lower(tree, i)) ?? known.get(lower(tree, i).replace(/^re-/, 're'))
  if (!triggers) return null
  const around = slotsAt(tree, i, kind)
  const found = triggers.flatMap((trigger): Match[] => {
    const slots = withParticle(around, trigger)
    const used = holds(tree, i, slots, trigger)
    return used ? [{ token: i, trigger, slots, used, others: [] }] : []
  })
  return found.length ? { ...found[0]!, others: found.slice(1) } : null
}

/** Nouns that a verb's trigger rests on are part of it: "talks" in "hold talks". */
const consumed = (tree: Tree, match: Match): number[] =>
  match.used.filter((k) => k !== match.token && tree.tokens[k]!.upos !== 'VERB')

/** "killed by an air strike": the act by which something was done is that same act. */
const means = (match: Match, all: readonly Match[]): number[] =>
  match.trigger.kind === 'verb'
    ? ['by', 'in']
        .flatMap((p) => match.slots.prep.get(p) ?? [])
        .filter((k) => all.some((m) => m.token === k && m.trigger.type === match.trigger.type))
    : []

/**
 * Every trigger of the codebook that holds in a sentence, at most one a word: the most specific.
 * @example matchTriggers(treeOf(sentence), codebook).map((m) => m.trigger.type) // ['CONSULT']
 */
export function matchTriggers(tree: Tree, codebook: Codebook): Match[] {
  const all = tree.tokens.flatMap((_, i) => matchAt(tree, i, codebook) ?? [])
  const taken = new Set(all.flatMap((m) => [...consumed(tree, m), ...means(m, all)]))
  return all.filter((m) => !taken.has(m.token))
}

/** The prepositions of a phrase head, for rules that ask where it stands. */
export const prepositionOf = (tree: Tree, i: number): string | null => casesOf(tree, i).at(-1) ?? null
