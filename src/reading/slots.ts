import { casesOf, isNominal, isVerb, joined, kids, label, type Tree } from './tree.js'

/** Who stands where around a verb or a noun of action: tokens of one sentence, the heads of their phrases. */
export interface Slots {
  readonly subject: readonly number[]
  readonly object: readonly number[]
  readonly iobj: readonly number[]
  /** Preposition -> heads of the phrases that it introduces. */
  readonly prep: ReadonlyMap<string, readonly number[]>
  /** Heads of complement clauses. */
  readonly clause: readonly number[]
}

const OBJECT_CONTROL = new Set([
  'ask',
  'urge',
  'order',
  'tell',
  'force',
  'allow',
  'permit',
  'enable',
  'help',
  'press',
  'push',
  'persuade',
  'encourage',
  'compel',
  'oblige',
  'require',
  'invite',
  'instruct',
  'expect',
  'want',
  'request',
  'call',
  'warn',
  'authorise',
  'authorize',
])
const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'whose'])

/**
 * "the ship seized", "Asked whether it had": a participle alone, which its own noun or the subject around it suffers.
 */
const isBareParticiple = (tree: Tree, i: number): boolean => {
  const { xpos, deprel } = tree.tokens[i]!
  return (
    xpos === 'VBN' && (deprel === 'acl' || (deprel === 'advcl' && kids(tree, i, 'aux', 'nsubj').length === 0))
  )
}

const isPassive = (tree: Tree, i: number): boolean =>
  kids(tree, i, 'nsubj:pass', 'aux:pass', 'csubj:pass').length > 0 || isBareParticiple(tree, i)

const spread = (tree: Tree, heads: readonly number[]): number[] => heads.flatMap((i) => joined(tree, i))

function own(tree: Tree, i: number, antecedent: number | null): { subject: number[]; passive: number[] } {
  const swap = (k: number) =>
    antecedent !== null && RELATIVE.has(tree.tokens[k]!.lemma.toLowerCase()) ? antecedent : k
  const passive = kids(tree, i, 'nsubj:pass').map(swap)
  const subject = kids(tree, i, 'nsubj')
    .filter((k) => tree.tokens[k]!.deprel !== 'nsubj:pass')
    .map(swap)
  return { subject, passive }
}

/** The noun that a relative clause describes; null for other clauses. */
function antecedentOf(tree: Tree, i: number): number | null {
  let at = i
  while (tree.tokens[at]!.deprel === 'conj' && tree.tokens[at]!.head >= 0) at = tree.tokens[at]!.head
  const token = tree.tokens[at]!
  return label(token) === 'acl' && token.head >= 0 ? token.head : null
}

/** Whether a noun or adjective is what a sentence says of its subject. */
const predicates = (tree: Tree, i: number): boolean =>
  kids(tree, i, 'cop').length > 0 && kids(tree, i, 'nsubj').length > 0

/** The subject that a clause without one takes from the clause around it. */
function borrowed(tree: Tree, i: number, depth: number): number[] {
  const token = tree.tokens[i]!
  const head = token.head
  if (head < 0 || depth > 6) return []
  const relation = label(token)
  if (relation === 'conj' && (isVerb(tree.tokens[head]!) || predicates(tree, head)))
    return subjectsOf(tree, head, depth + 1)
  // "showed X greeting Y", "asked X to leave": the object of the one is the subject of the other.
  if (relation === 'xcomp' && (token.xpos === 'VBG' || OBJECT_CONTROL.has(tree.tokens[head]!.lemma))) {
    const controlled = [...kids(tree, head, 'obj', 'iobj'), ...kids(tree, head, 'nsubj:pass')]
    if (controlled.length) return spread(tree, controlled)
  }
  if (['xcomp', 'advcl', 'parataxis'].includes(relation)) return subjectsOf(tree, head, depth + 1)
  // "X was the first country to recognise Y": what is said of X is done by X.
  if (relation === 'acl' && predicates(tree, head)) return subjectsOf(tree, head, depth + 1)
  if (relation === 'acl' && isNominal(tree.tokens[head]!)) return joined(tree, head)
  return []
}

/** The deep subjects of a verb: who does it, through passives, coordination, control and relative clauses. */
export function subjectsOf(tree: Tree, i: number, depth = 0): number[] {
  const { subject, passive } = own(tree, i, antecedentOf(tree, i))
  if (isPassive(tree, i) || passive.length) return agents(tree, i)
  return subject.length ? spread(tree, subject) : borrowed(tree, i, depth)
}

const agents = (tree: Tree, i: number): number[] =>
  spread(
    tree,
    kids(tree, i, 'obl').filter((k) => casesOf(tree, k).includes('by')),
  )

/** The deep objects of a verb: what it is done to. */
export function objectsOf(tree: Tree, i: number): number[] {
  const antecedent = antecedentOf(tree, i)
  const { subject, passive } = own(tree, i, antecedent)
  if (passive.length) return spread(tree, passive)
  const direct = kids(tree, i, 'obj')
  if (direct.length) return spread(tree, direct)
  if (isPassive(tree, i)) return antecedent !== null ? joined(tree, antecedent) : borrowed(tree, i, 0)
  const gap =
    tree.tokens[i]!.deprel === 'acl:relcl' && subject.length > 0 && !subject.includes(antecedent ?? -1)
  return gap && antecedent !== null ? joined(tree, antecedent) : []
}

type Prepositions = Map<string, number[]>

/** What a phrase with a preposition may be labelled; "open to talks" comes as a clause now and then. */
const PHRASES = ['obl', 'nmod', 'xcomp', 'advcl', 'ccomp', 'dep']

/** "to" three phrases down belongs to nothing here any more. */
const DEEPEST = 3

/**
 * Whether "of" below a phrase may belong to the verb: "warned Arvenia of retaliation", not "the capital of Arvenia".
 */
const ofMayMove = (tree: Tree, i: number): boolean => tree.tokens[i]!.upos === 'PROPN'

/** Prepositions that introduce times as well: "in October" does not stand in for "in Tesk". */
const OF_TIME = new Set(['in', 'on', 'at'])

/** Phrases with their prepositions, those that hang on other phrases too: where a phrase attaches is uncertain. */
function addPrepositions(tree: Tree, i: number, out: Prepositions, depth: number): Prepositions {
  const phrases = kids(tree, i, ...PHRASES).filter((p) => isNominal(tree.tokens[p]!))
  const taken = new Set(depth === 0 ? [] : [...out.keys()].filter((word) => !OF_TIME.has(word)))
  for (const k of phrases) {
    const words = casesOf(tree, k).filter((w) => depth === 0 || w !== 'of' || ofMayMove(tree, i))
    for (const word of words)
      if (!taken.has(word)) out.set(word, [...new Set([...(out.get(word) ?? []), ...joined(tree, k)])])
  }
  // What stands nearer goes before what hangs further down.
  if (depth < DEEPEST) for (const k of phrases) addPrepositions(tree, k, out, depth + 1)
  return out
}

/** The slots around a verb. "killed in a shelling by X": who stands after "by" did it, however deep. */
export function verbSlots(tree: Tree, i: number): Slots {
  const object = objectsOf(tree, i)
  const subjects = subjectsOf(tree, i)
  const prep = addPrepositions(tree, i, new Map(), 0)
  for (const k of object) addPrepositions(tree, k, prep, 1)
  return {
    subject: subjects.length || !isPassive(tree, i) ? subjects : (prep.get('by') ?? []),
    object,
    iobj: spread(tree, kids(tree, i, 'iobj')),
    prep,
    clause: kids(tree, i, 'ccomp', 'xcomp'),
  }
}

/** "under sanctions", "in talks": who the phrase is said of. */
function saidOf(tree: Tree, i: number): number[] {
  const { head } = tree.tokens[i]!
  if (predicates(tree, i)) return spread(tree, kids(tree, i, 'nsubj'))
  if (head < 0 || !casesOf(tree, i).includes('under')) return []
  // "X and Y, both under sanctions": the parser may join the sanctions to X and Y.
  if (label(tree.tokens[i]!) === 'conj') return joined(tree, head).filter((k) => k < i)
  return isNominal(tree.tokens[head]!) || tree.tokens[head]!.upos === 'DET'
    ? [head, ...appositive(tree, head)]
    : subjectsOf(tree, head)
}

/** "X and Y, both under sanctions": the group word stands right behind those it means. */
function appositive(tree: Tree, i: number): number[] {
  if (tree.tokens[i]!.upos !== 'DET' || tree.tokens[i - 1]?.form !== ',' || i < 2) return []
  let top = i - 2
  while (
    tree.tokens[top]!.head >= 0 &&
    tree.tokens[top]!.head < i &&
    isNominal(tree.tokens[tree.tokens[top]!.head]!)
  )
    top = tree.tokens[top]!.head
  return joined(tree, top)
}

/** The slots around a noun of action: the possessor and the describing words are its subject. */
export function nounSlots(tree: Tree, i: number): Slots {
  const prep = addPrepositions(tree, i, new Map(), 0)
  const under = saidOf(tree, i)
  if (under.length) prep.set('said of', under)
  const describing = kids(tree, i, 'nmod:poss', 'amod', 'compound')
  // A noun in -ing keeps the verb's object: "meeting Minister X".
  const beside = /ing$/.test(tree.tokens[i]!.form) ? kids(tree, i, 'appos', 'obj') : []
  return {
    subject: [...spread(tree, describing), ...(prep.get('by') ?? [])],
    object: [...(prep.get('of') ?? []), ...spread(tree, beside)],
    iobj: [],
    prep,
    clause: kids(tree, i, 'acl', 'ccomp'),
  }
}
