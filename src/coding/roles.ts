import { subjectsOf, verbSlots } from '../reading/slots.js'
import { casesOf, kids, label, spanOf, type Tree } from '../reading/tree.js'
import type { Argument } from '../types.js'
import { distance } from './attach.js'
import { argumentsAt, isFirstPerson, type Known, unique } from './known.js'
import type { Match } from './match.js'

export interface Roles {
  readonly actor: readonly Argument[]
  readonly recipient: readonly Argument[]
  /** The preposition or slot that the recipient stood in. */
  readonly slot: string | null
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

/** Who does what a verb tells; the subject of a letter or a law that "criticises" is whoever issues it. */
function subjects(f: Filling): Argument[] {
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
  // Who is accused or asked is who does what is alleged or wanted, or nobody known.
  if (subject.length && ['ACCUSE', 'REQUEST'].includes(f.match.trigger.type)) return doersOf(f, clause)
  const inner = verbSlots(f.tree, clause)
  const near = (k: number) => distance(f.tree, clause, k) <= NEAR
  const toward = ['with', 'to', 'against', 'for', 'on', 'from']
    .flatMap((p) => inner.prep.get(p) ?? [])
    .filter(near)
  return at(f, [...subject, ...inner.object, ...toward])
}

const owners = (f: Filling): number[] => kids(f.tree, f.match.token, 'nmod:poss')

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

function slot(f: Filling, name: string): Argument[] {
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

/** "discussed Arvenia's debts": whose affairs are spoken of need not be there. */
const TOPICAL = new Set(['discuss', 'debate', 'deliberate', 'review', 'raise'])

function mutual(f: Filling): Roles {
  const { slots, trigger } = f.match
  // "a pact obliging either side": where somebody or something else is the doer, nobody here is.
  if (trigger.kind === 'verb' && slots.subject.length > 0 && !at(f, slots.subject).length)
    return { actor: [], recipient: [], slot: null }
  const all = [
    ...doers(f, slots.subject),
    ...(TOPICAL.has(trigger.lemma) ? [] : at(f, slots.object)),
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
  // "sent envoys to Arvenia": who is sent is no host.
  const sent = at(f, f.match.used).filter((a) => a.how !== 'modifier')
  const hosts = [
    without(slot(f, 'obj'), sent),
    inPrep(f, 'to'),
    inPrep(f, 'in', 'at', 'into'),
    inPrep(f, 'with'),
  ]
  const foreign = hosts.map((list) => list.filter((a) => !home.has(f.known.countryOf(a.actor))))
  return { actor, recipient: without(foreign.find((l) => l.length) ?? [], actor), slot: 'to' }
}

function host(f: Filling): Roles {
  const recipient = at(f, f.match.slots.subject)
  const guests = [...at(f, f.match.slots.object), ...inPrep(f, 'with', 'for', 'between')]
  return { actor: without(unique(guests), recipient), recipient, slot: 'subject' }
}

/** "the arrest of X", "X was arrested": who did it where nobody is said to have done it. */
function unsaid(f: Filling): Argument[] {
  if (f.match.slots.subject.length || (f.match.slots.prep.get('by') ?? []).length) return []
  for (const name of f.match.trigger.doer) {
    const found = slot(f, name)
    if (found.length) return found
  }
  return []
}

/** "X's murder": whose it is suffers it, where nobody else is said to. */
function isSuffered({ match }: Filling): boolean {
  const { recipient } = match.trigger
  const before = recipient.slice(0, recipient.indexOf('poss') + 1)
  return before.length > 0 && before.every((name) => !match.slots.prep.get(name)?.length)
}

/** "Arvenia and Bolandia agreed to share intelligence": the two are each other's side. */
const between = (f: Filling, actor: readonly Argument[], others: readonly Argument[]): boolean =>
  f.match.trigger.type === 'AGREE' && sidesOf(f, actor) > 1 && !others.some((a) => f.known.isSide(a.actor))

/** What a state or its people in office do is not done to their state; a people or a group may act against its own. */
function withoutOwnState(f: Filling, actor: readonly Argument[], found: Argument[]): Argument[] {
  const official = actor.some((a) => f.known.isState(a.actor) || f.known.isPerson(a.actor))
  return official ? found.filter((a) => !f.known.isState(a.actor)) : found
}

function directed(f: Filling): Roles {
  const suffered = isSuffered(f) ? new Set(owners(f)) : null
  const free: Filling = suffered
    ? {
        ...f,
        match: {
          ...f.match,
          slots: { ...f.match.slots, subject: f.match.slots.subject.filter((k) => !suffered.has(k)) },
        },
      }
    : f
  const said = subjects(free)
  const { found, name } = firstSlot(f, f.match.trigger.recipient, said)
  const actor = said.length ? said : without(unsaid(free), found)
  const home = new Set(actor.map((a) => f.known.countryOf(a.actor)))
  const foreign = found.filter((a) => !home.has(f.known.countryOf(a.actor)))
  // Whoever acts for the actor's own state in what is wanted or threatened is not whom it is meant for.
  if (name === 'clause' && f.match.trigger.kind === 'verb' && !home.has(null))
    return { actor, recipient: between(f, actor, foreign) ? [] : foreign, slot: name }
  // "the closeness between Arvenia and Bolandia": one's own state is not whom one's act is for.
  return {
    actor,
    recipient: foreign.length ? foreign : name === 'own' ? found : withoutOwnState(f, actor, found),
    slot: name,
  }
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
