import { casesOf, kids, type Tree } from '../reading/tree.js'
import type { Argument } from '../types.js'
import { type Known, unique } from './known.js'
import type { Match } from './match.js'
import { placesAt } from './placed.js'
import {
  at,
  doers,
  doersOf,
  type Filling,
  firstSlot,
  inPrep,
  owners,
  slot,
  subjects,
  without,
} from './roles-slots.js'

export interface Roles {
  readonly actor: readonly Argument[]
  readonly recipient: readonly Argument[]
  /** The preposition or slot that the recipient stood in. */
  readonly slot: string | null
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

const TO = ['to', 'in', 'at', 'into']

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
    placesAt(f, [...f.match.slots.object, ...TO.flatMap((word) => f.match.slots.prep.get(word) ?? [])]),
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

/** The slot of those who do the same to each other. */
export const EACH_OTHER = 'each other'

/** "accused each other", "imposed sanctions on one another": what each does is done to the other. */
function isReciprocal({ tree, match }: Filling): boolean {
  const { object, iobj, prep } = match.slots
  const word = (k: number) => tree.tokens[k]?.form.toLowerCase()
  const heads = [...object, ...iobj, ...[...prep.values()].flat()]
  return heads
    .flatMap((k) => [k, ...kids(tree, k, 'nmod:poss', 'det')])
    .some((k) => [k - 1, k].some((i) => ['each other', 'one another'].includes(`${word(i)} ${word(i + 1)}`)))
}

function directed(f: Filling): Roles {
  if (isReciprocal(f)) return { actor: doers(f, f.match.slots.subject), recipient: [], slot: EACH_OTHER }
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
