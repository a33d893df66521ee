import { subjectsOf, verbSlots } from '../reading/slots.js'
import { kids, label, spanOf, type Tree } from '../reading/tree.js'
import type { Argument } from '../types.js'
import { distance } from './attach.js'
import { argumentsAt, isFirstPerson, type Known, unique } from './known.js'
import type { Match } from './match.js'
import { placesAt } from './placed.js'

/** A word that tells an act, with what is known of those around it. */
export interface Filling {
  readonly tree: Tree
  readonly known: Known
  readonly match: Match
}

/** "Kabul car bombing": what belongs to a state does not act for it, unless it is a group of its people. */
export const doers = (f: Filling, heads: readonly number[]): Argument[] => {
  const free = f.match.trigger.kind === 'noun' || f.match.trigger.subject !== null
  return at(f, free ? heads : heads.filter((k) => isDoer(f, k)))
}

export const doersOf = (f: Filling, verb: number): Argument[] => doers(f, subjectsOf(f.tree, verb))

/** Who does what a verb tells; the subject of a letter or a law that "criticises" is whoever issues it. */
export function subjects(f: Filling): Argument[] {
  const own = doers(f, f.match.slots.subject)
  const { deprel, xpos, head } = f.tree.tokens[f.match.token]!
  if (
    own.length ||
    label(f.tree.tokens[f.match.token]!) !== 'acl' ||
    deprel === 'acl:relcl' ||
    xpos !== 'VBG'
  )
    return own
  const issued =
    label(f.tree.tokens[head]!) === 'obj' && f.tree.tokens[f.tree.tokens[head]!.head]?.upos === 'VERB'
  return issued ? doersOf(f, f.tree.tokens[head]!.head) : own
}

/** Named or known as a group, the speaker, or people in the plural ("Arvenian guards"). */
function isDoer(f: Filling, head: number): boolean {
  const token = f.tree.tokens[head]!
  const isKnown = f.known.index.has(`${f.tree.sentence.index}:${head}`)
  return isKnown || isFirstPerson(token) || token.xpos === 'NNS'
}

export const at = (f: Filling, heads: readonly number[]): Argument[] =>
  unique(heads.flatMap((k) => argumentsAt(f.tree, k, f.known)))
export const inPrep = (f: Filling, ...words: string[]): Argument[] =>
  at(
    f,
    words.flatMap((w) => f.match.slots.prep.get(w) ?? []),
  )
export const without = (list: readonly Argument[], others: readonly Argument[]): Argument[] =>
  list.filter((a) => !others.some((b) => b.actor === a.actor))

/** A party further than this many arcs from a clause's verb is no party to what it promises. */
const NEAR = 2

/** Whom a promised, asked or threatened act is for: its own subject, object, or "with", "to", "against" whom. */
function inClause(f: Filling, clause: number): Argument[] {
  const { trigger, slots } = f.match
  // "asked the envoy to greet X": whoever is asked stands outside the clause, known or not.
  if (trigger.type === 'REQUEST' && (slots.object.length || slots.iobj.length)) return []
  const subject = kids(f.tree, clause, 'nsubj', 'nsubj:pass')
  // Who is accused or asked is who does what is alleged or wanted, or nobody known.
  if (subject.length && ['ACCUSE', 'REQUEST'].includes(trigger.type)) return doersOf(f, clause)
  const inner = verbSlots(f.tree, clause)
  const near = (k: number) => distance(f.tree, clause, k) <= NEAR
  const toward = ['with', 'to', 'against', 'for', 'on', 'from']
    .flatMap((p) => inner.prep.get(p) ?? [])
    .filter(near)
  return at(f, [...subject, ...inner.object, ...toward])
}

export const owners = (f: Filling): number[] => kids(f.tree, f.match.token, 'nmod:poss')

/** States that no word stands for: their place in the text is that of the act. */
function implied({ tree, match }: Filling, states: readonly (number | null)[], rule: string): Argument[] {
  const span = spanOf(tree, [match.token])
  return unique(states.flatMap((actor) => (actor === null ? [] : [{ actor, span, how: 'implied', rule }])))
}

/** "called it a crime against Arvenia": who is judged, and not what they are said to be. */
function judgedOf({ match }: Filling): readonly number[] {
  const { object } = match.slots
  const judged = object.filter((k) => !match.used.includes(k))
  return match.trigger.type === 'ACCUSE' && judged.length ? judged : object
}

function headsIn({ match }: Filling, name: string): readonly number[] {
  const { object, iobj, prep } = match.slots
  return name === 'obj' ? object : name === 'iobj' ? iobj : (prep.get(name) ?? [])
}

/** Whom a slot names. */
export function slot(f: Filling, name: string): Argument[] {
  const { slots } = f.match
  if (name === 'obj') return at(f, judgedOf(f))
  if (name === 'iobj') return at(f, slots.iobj)
  if (name === 'poss') return at(f, owners(f))
  if (name === 'home') return implied(f, [f.known.home], 'the state that the report is about')
  if (name === 'own')
    return implied(
      f,
      subjects(f).map((a) => f.known.stateOf(a.actor)),
      'the state of who acts',
    )
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
  return headsIn(f, name).some((k) => PARTIES.has(f.tree.tokens[k]!.lemma.toLowerCase()))
}

/** Where nobody is named: the state of the first place or thing. */
function firstPlace(f: Filling, names: readonly string[], taken: readonly Argument[]): Found {
  for (const name of names) {
    const found = without(placesAt(f, headsIn(f, name)), taken)
    if (found.length) return { found, name }
  }
  return { found: [], name: null }
}

/** Those in a slot, and which. */
interface Found {
  readonly found: Argument[]
  readonly name: string | null
}

/** The first of the slots in which somebody stands who is not taken. */
export function firstSlot(f: Filling, names: readonly string[], taken: readonly Argument[]): Found {
  for (const name of names) {
    const found = without(slot(f, name), taken)
    if (found.length) return { found, name }
    if (namesSomeone(f, name)) return { found: [], name: null }
  }
  return firstPlace(f, names, taken)
}
