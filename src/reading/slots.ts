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

const isPassive = (tree: Tree, i: number): boolean =>
  kids(tree, i, 'nsubj:pass', 'aux:pass', 'csubj:pass').length > 0 ||
  (tree.tokens[i]!.xpos === 'VBN' &&
    label(tree.tokens[i]!) === 'acl' &&
    tree.tokens[i]!.deprel !== 'acl:relcl')

const spread = (tree: Tree, heads: readonly number[]): number[] => heads.flatMap((i) => joined(tree, i))

function own(tree: Tree, i: number, antecedent: number | null): { subject: number[]; passive: number[] } {
  const swap = (k: number) =>
    antecedent !== null && RELATIVE.has(tree.tokens[k]!.lemma.toLowerCase()) ? antecedent : k
  const passive = kids(tree, i, 'nsubj:pass').map(swap)
  const subject = kids(tree, i, 'nsubj')
    .filter((k) => tree.tokens[k]!.deprel !== 'nsubj:pass' && tree.tokens[k]!.deprel !== 'nsubj:outer')
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

/** The subject that a clause without one takes from the clause around it. */
function borrowed(tree: Tree, i: number, depth: number): number[] {
  const token = tree.tokens[i]!
  const head = token.head
  if (head < 0 || depth > 6) return []
  const relation = label(token)
  if (relation === 'conj' && isVerb(tree.tokens[head]!)) return subjectsOf(tree, head, depth + 1)
  if (relation === 'xcomp' && OBJECT_CONTROL.has(tree.tokens[head]!.lemma)) {
    const controlled = [...kids(tree, head, 'obj', 'iobj'), ...kids(tree, head, 'nsubj:pass')]
    if (controlled.length) return spread(tree, controlled)
  }
  if (['xcomp', 'advcl', 'parataxis'].includes(relation)) return subjectsOf(tree, head, depth + 1)
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

function prepositions(tree: Tree, i: number, ...labels: string[]): Map<string, number[]> {
  const out = new Map<string, number[]>()
  for (const k of kids(tree, i, ...labels)) {
    for (const word of casesOf(tree, k)) out.set(word, [...(out.get(word) ?? []), ...joined(tree, k)])
  }
  return out
}

/** The slots around a verb. Phrases that hang on its object are offered too, since attachment is uncertain. */
export function verbSlots(tree: Tree, i: number): Slots {
  const objects = objectsOf(tree, i)
  const prep = prepositions(tree, i, 'obl')
  for (const object of objects) {
    for (const [word, heads] of prepositions(tree, object, 'nmod')) {
      if (word !== 'of') prep.set(word, [...(prep.get(word) ?? []), ...heads])
    }
  }
  return {
    subject: subjectsOf(tree, i),
    object: objects,
    iobj: spread(tree, kids(tree, i, 'iobj')),
    prep,
    clause: kids(tree, i, 'ccomp', 'xcomp'),
  }
}

/** The slots around a noun of action: the possessor and the describing words are its subject. */
export function nounSlots(tree: Tree, i: number): Slots {
  const prep = prepositions(tree, i, 'nmod', 'obl')
  const describing = kids(tree, i, 'nmod:poss', 'amod', 'compound')
  return {
    subject: [...spread(tree, describing), ...(prep.get('by') ?? [])],
    object: prep.get('of') ?? [],
    iobj: [],
    prep,
    clause: kids(tree, i, 'acl', 'ccomp'),
  }
}
