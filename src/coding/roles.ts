import { subjectsOf, verbSlots } from '../reading/slots.js'
import { casesOf, isNominal, joined, kids, type Tree, treeOf } from '../reading/tree.js'
import type { Argument, CodedEvent, Reading, Reference } from '../types.js'
import { distance } from './attach.js'
import type { Match } from './match.js'

export interface Roles {
  readonly actor: readonly Argument[]
  readonly recipient: readonly Argument[]
  /** The preposition or slot that the recipient stood in. */
  readonly slot: string | null
}

const toArguments = (reference: Reference, how: Argument['how'] = reference.kind): Argument[] =>
  reference.actors.map((actor) => ({
    actor,
    span: { start: reference.start, end: reference.end },
    how,
    rule: reference.reason.rule,
  }))

/** All references of a reading by sentence and head token. */
export type ReferenceIndex = ReadonlyMap<string, readonly Reference[]>

/** What is known of a reading's references and actors. */
export interface Known {
  readonly index: ReferenceIndex
  readonly countryOf: (actor: number) => string | null
  readonly isPerson: (actor: number) => boolean
  /** A state, whoever belongs to one, or a body of several states. */
  readonly isSide: (actor: number) => boolean
  /** Whom "I" and "we" stand for at a token: the speaker of the words around it. */
  readonly speakerAt: (head: number) => Argument[]
  /** What the report has told so far, for "condemned the attack". */
  readonly earlier: readonly CodedEvent[]
}

/** Bodies of states and armed bodies, which stand beside states as sides. */
const BODIES = new Set(['codebook-intergovernmental', 'codebook-armed'])

export function knownOf(reading: Reading): Known {
  return {
    index: indexReferences(reading),
    countryOf: (actor) => reading.actors[actor]!.country,
    isPerson: (actor) => reading.actors[actor]!.kind === 'person',
    isSide: (actor) => {
      const { country, kind, reason } = reading.actors[actor]!
      return country !== null || (kind !== 'person' && BODIES.has(reason.rule))
    },
    speakerAt: () => [],
    earlier: [],
  }
}

/** Tokens of a phrase that hang on something outside it: the parser may have split a name in two. */
function headsOf(reference: Reference, tree: Tree): number[] {
  const inside = (k: number) => k >= reference.from && k < reference.to
  const all = Array.from({ length: reference.to - reference.from }, (_, k) => reference.from + k)
  const heads = all.filter((k) => !inside(tree.tokens[k]!.head) && isNominal(tree.tokens[k]!))
  return [...new Set([reference.head, ...heads])]
}

const covers = (outer: Reference, inner: Reference): boolean =>
  outer !== inner &&
  outer.sentence === inner.sentence &&
  outer.start <= inner.start &&
  outer.end >= inner.end &&
  outer.end - outer.start > inner.end - inner.start

/** "Dremish Premier Eide" covers "Dremish"; what stands inside a name or title is no actor of its own. */
function isCovered(reference: Reference, all: readonly Reference[]): boolean {
  return reference.kind === 'name' && all.some((o) => o.actors.length > 0 && covers(o, reference))
}

function indexReferences(reading: Reading): ReferenceIndex {
  const index = new Map<string, Reference[]>()
  const bySentence = new Map<number, Reference[]>()
  for (const r of reading.references) bySentence.set(r.sentence, [...(bySentence.get(r.sentence) ?? []), r])
  for (const reference of reading.references) {
    if (isCovered(reference, bySentence.get(reference.sentence)!)) continue
    for (const head of headsOf(reference, treeOf(reading.sentences[reference.sentence]!))) {
      const key = `${reference.sentence}:${head}`
      index.set(key, [...(index.get(key) ?? []), reference])
    }
  }
  return index
}

/** Whose a noun phrase is, when it names nobody itself: "Arvenian oil plants", "the ambassador of Arvenia". */
function owners(tree: Tree, head: number, scene: Known, depth: number): Argument[] {
  const of = kids(tree, head, 'nmod').filter((k) =>
    casesOf(tree, k).some((c) => ['of', 'from', 'between'].includes(c)),
  )
  const near = [...kids(tree, head, 'nmod:poss', 'amod', 'compound'), ...of]
  return near
    .flatMap((k) => joined(tree, k))
    .flatMap((k) => argumentsAt(tree, k, scene, depth + 1))
    .map((a) => ({ ...a, how: 'modifier' as const }))
}

/** Words that measure or count out what follows them: "$34 billion worth of Arvenian goods", "one of its drones". */
const MEASURES = new Set([
  'worth',
  'million',
  'billion',
  'trillion',
  'hundred',
  'thousand',
  'dozen',
  'score',
  'number',
  'series',
  'range',
  'part',
  'share',
  'half',
  'rest',
  'bulk',
  'most',
  'some',
  'any',
  'none',
  'all',
  'one',
  'many',
  'several',
  'lot',
  'amount',
  'majority',
  'couple',
  'pair',
])

export const measures = (tree: Tree, head: number): boolean =>
  ['NUM', 'SYM'].includes(tree.tokens[head]!.upos) || MEASURES.has(tree.tokens[head]!.lemma.toLowerCase())

/** What a measure is a measure of. */
function measured(tree: Tree, head: number, scene: Known, depth: number): Argument[] {
  const of = kids(tree, head, 'nmod', 'obl').filter((k) =>
    casesOf(tree, k).some((c) => c === 'of' || c === 'in'),
  )
  return unique(
    [...of, ...kids(tree, head, 'nmod:unmarked')].flatMap((k) => argumentsAt(tree, k, scene, depth + 1)),
  )
}

/** References with one head: "Dremish Premier Eide" covers "Dremish". */
const widest = (here: readonly Reference[]): Reference[] =>
  here.filter(
    (r) =>
      !here.some((o) => o !== r && o.start <= r.start && o.end >= r.end && o.end - o.start > r.end - r.start),
  )

const FIRST_PERSON = new Set(['i', 'we', 'us', 'me', 'my', 'our', 'ours'])
const PHRASELESS = ['PRON', 'VERB', 'ADV', 'NUM']

/** The actors that a noun phrase stands for; none where it stands for nobody known. */
export function argumentsAt(tree: Tree, head: number, scene: Known, depth = 0): Argument[] {
  if (FIRST_PERSON.has(tree.tokens[head]!.lemma.toLowerCase())) return scene.speakerAt(head)
  const here = widest(scene.index.get(`${tree.sentence.index}:${head}`) ?? [])
  const actors = unique(here.flatMap((r) => toArguments(r)))
  if (!actors.length && depth <= 2 && measures(tree, head)) return measured(tree, head, scene, depth)
  const placed = actors.some((a) => scene.countryOf(a.actor) !== null)
  const { upos, deprel } = tree.tokens[head]!
  if (placed || depth > 2 || PHRASELESS.includes(upos) || deprel === 'advcl') return actors
  // "officials from Arvenia and Bolandia": a group that has no state of its own acts for those it is from.
  const from = unique(owners(tree, head, scene, depth))
  return from.length && !actors.some((a) => scene.isPerson(a.actor)) ? from : actors
}

export function unique(list: readonly Argument[]): Argument[] {
  return list.filter((a, i) => list.findIndex((b) => b.actor === a.actor) === i)
}

interface Filling {
  readonly tree: Tree
  readonly known: Known
  readonly match: Match
}

/** "Kabul car bombing": what belongs to a state does not act for it, unless it is a group of its people. */
const doers = (f: Filling, heads: readonly number[]): Argument[] => {
  const free = f.match.trigger.kind === 'noun' || f.match.trigger.subject !== null
  return at(f, free ? heads : heads.filter((k) => isDoer(f, k)))
}

/** Named or known as a group, the speaker, or people in the plural ("Arvenian guards"). */
function isDoer(f: Filling, head: number): boolean {
  const { lemma, xpos } = f.tree.tokens[head]!
  return (
    f.known.index.has(`${f.tree.sentence.index}:${head}`) ||
    FIRST_PERSON.has(lemma.toLowerCase()) ||
    xpos === 'NNS'
  )
}

const at = (f: Filling, heads: readonly number[]): Argument[] =>
  unique(heads.flatMap((k) => argumentsAt(f.tree, k, f.known)))
const inPrep = (f: Filling, ...words: string[]): Argument[] =>
  at(
    f,
    words.flatMap((w) => f.match.slots.prep.get(w) ?? []),
  )
const without = (list: readonly Argument[], others: readonly Argument[]): Argument[] =>
  list.filter((a) => !others.some((b) => b.actor === a.actor))

/** A party further than this many arcs from a clause's verb is no party to what it promises. */
const NEAR = 2

/** Whom a promised, asked or threatened act is for: its own subject, object, or "with", "to", "against" whom. */
function inClause(f: Filling, clause: number): Argument[] {
  const subject = kids(f.tree, clause, 'nsubj', 'nsubj:pass')
  // Who is accused or asked is the subject of what is alleged or wanted, or nobody known.
  if (subject.length && ['ACCUSE', 'REQUEST'].includes(f.match.trigger.type)) return at(f, subject)
  const inner = verbSlots(f.tree, clause)
  const near = (k: number) => distance(f.tree, clause, k) <= NEAR
  const toward = ['with', 'to', 'against', 'for', 'on', 'from']
    .flatMap((p) => inner.prep.get(p) ?? [])
    .filter(near)
  return at(f, [...subject, ...inner.object, ...toward])
}

function slot(f: Filling, name: string): Argument[] {
  const { slots } = f.match
  if (name === 'obj') return at(f, slots.object)
  if (name === 'iobj') return at(f, slots.iobj)
  if (name === 'clause') return unique(slots.clause.flatMap((k) => inClause(f, k)))
  return inPrep(f, name)
}

/** People and bodies by common nouns: "called on the international community". */
const PARTIES = new Set([
  'community',
  'world',
  'ally',
  'partner',
  'country',
  'nation',
  'state',
  'leader',
  'power',
  'side',
  'party',
  'company',
  'firm',
  'lawmaker',
  'court',
  'public',
  'senator',
  'member',
  'reporter',
  'journalist',
  'demonstrator',
  'protester',
  'resident',
  'colleague',
])

/** Whether a slot names a party that is nobody known: then nobody further off is meant either. */
function namesSomeone(f: Filling, name: string): boolean {
  const { slots } = f.match
  const heads = name === 'obj' ? slots.object : name === 'iobj' ? slots.iobj : (slots.prep.get(name) ?? [])
  return heads.some((k) => PARTIES.has(f.tree.tokens[k]!.lemma.toLowerCase()))
}

function firstSlot(
  f: Filling,
  names: readonly string[],
  taken: readonly Argument[],
): { found: Argument[]; name: string | null } {
  for (const name of names) {
    const found = without(slot(f, name), taken)
    if (found.length) return { found, name }
    if (namesSomeone(f, name)) break
  }
  return { found: [], name: null }
}

function mutual(f: Filling): Roles {
  const { slots, trigger } = f.match
  // "a pact obliging either side": where somebody or something else is the doer, nobody here is.
  if (trigger.kind === 'verb' && slots.subject.length > 0 && !at(f, slots.subject).length)
    return { actor: [], recipient: [], slot: null }
  const all = [
    ...doers(f, slots.subject),
    ...at(f, slots.object),
    ...inPrep(f, 'with', 'between', 'among', 'alongside', 'and', 'of'),
  ]
  const named = unique(all)
  if (trigger.kind === 'noun' && isSomebodyElses(f)) return { actor: [], recipient: [], slot: null }
  const present = trigger.kind === 'noun' && sidesOf(f, named) === 1 ? whoWasThere(f) : []
  return { actor: unique([...named, ...present]), recipient: [], slot: null }
}

/** "his call with X": where it is not known whose call it was, whoever else stands around was not in it. */
function isSomebodyElses(f: Filling): boolean {
  const owners = kids(f.tree, f.match.token, 'nmod:poss')
  return owners.some((k) => !at(f, [k]).length)
}

const sidesOf = (f: Filling, list: readonly Argument[]): number =>
  new Set(list.map((a) => f.known.countryOf(a.actor) ?? a.actor)).size

/** "said so after a meeting with X": whoever did something at or after a meeting was there. */
function whoWasThere(f: Filling): Argument[] {
  const { tree, match } = f
  const token = tree.tokens[match.token]!
  const near = casesOf(tree, match.token).some((c) => AROUND.has(c))
  const verb = token.head
  return near && token.deprel.startsWith('obl') && verb >= 0 ? doersOf(f, verb) : []
}
const AROUND = new Set(['during', 'after', 'at', 'in', 'before', 'following', 'ahead of'])
const doersOf = (f: Filling, verb: number): Argument[] => doers(f, subjectsOf(f.tree, verb))

/** A guest of a state is never its host: whoever shares the visitor's country is left out. */
function visit(f: Filling): Roles {
  const actor = doers(f, f.match.slots.subject)
  const home = new Set(actor.map((a) => f.known.countryOf(a.actor)))
  const hosts = [slot(f, 'obj'), inPrep(f, 'to'), inPrep(f, 'in', 'at', 'into'), inPrep(f, 'with')]
  const foreign = hosts.map((list) => list.filter((a) => !home.has(f.known.countryOf(a.actor))))
  return { actor, recipient: without(foreign.find((l) => l.length) ?? [], actor), slot: 'to' }
}

function host(f: Filling): Roles {
  const recipient = at(f, f.match.slots.subject)
  const guests = [...at(f, f.match.slots.object), ...inPrep(f, 'with', 'for', 'between')]
  return { actor: without(unique(guests), recipient), recipient, slot: 'subject' }
}

function directed(f: Filling): Roles {
  const actor = doers(f, f.match.slots.subject)
  const { found, name } = firstSlot(f, f.match.trigger.recipient, actor)
  const home = new Set(actor.map((a) => f.known.countryOf(a.actor)))
  const foreign = found.filter((a) => !home.has(f.known.countryOf(a.actor)))
  // "the closeness between Arvenia and Bolandia": one's own state is not whom one's act is for.
  return { actor, recipient: foreign.length ? foreign : found, slot: name }
}

/** One's own things are moved: "Arvenian troops were deployed" names the mover by whose they are. */
function self(f: Filling): Roles {
  const roles = directed(f)
  if (roles.actor.length) return roles
  const actor = at(f, f.match.slots.object)
  return { ...roles, actor, recipient: without(roles.recipient, actor) }
}

/** What is suffered: the sufferer is the subject, the doer stands after "by" or "from", or describes the act. */
function undergo(f: Filling): Roles {
  const recipient = f.match.trigger.kind === 'noun' ? inPrep(f, 'said of') : at(f, f.match.slots.subject)
  const acts = [...f.match.used, f.match.token].flatMap((k) =>
    kids(f.tree, k, 'amod', 'nmod:poss', 'compound'),
  )
  const doers = [...inPrep(f, 'by', 'from'), ...at(f, acts)]
  return { actor: without(unique(doers), recipient), recipient, slot: 'subject' }
}

const FRAMES: Readonly<Record<string, (f: Filling) => Roles>> = {
  mutual,
  visit,
  host,
  directed,
  self,
  undergo,
}

/** Whom the clause under a trigger names. */
export const clauseArguments = (tree: Tree, match: Match, known: Known): Argument[] =>
  slot({ tree, match, known }, 'clause')

/** Who did it to whom, as the trigger's frame says. */
export const fillRoles = (tree: Tree, match: Match, known: Known): Roles =>
  FRAMES[match.trigger.frame]!({ tree, match, known })
