import { ancestors, casesOf, joined, label, type Tree } from '../reading/tree.js'
import type { Argument, Reading } from '../types.js'
import { type Candidate, partyFeatures, type Surroundings } from './features-party.js'
import { type Known, unique } from './known.js'
import { chancesOf, type LinearModel } from './linear.js'
import type { Match } from './match.js'
import { DONE_TO_PLACES } from './placed.js'
import { fillRoles, type Roles } from './roles.js'
import type { Scene } from './scene.js'

/** How sure it must be that somebody is a side of an act whom the rules do not find there. */
const SURE = 0.9
/** The same where a trigger holds only with somebody at its other side. */
const SURER = 0.95

/** Everybody known for whom a word of the sentence stands. */
function candidatesIn(tree: Tree, known: Known): Candidate[] {
  return tree.tokens.flatMap((_, head) => {
    const here = known.index.get(`${tree.sentence.index}:${head}`) ?? []
    const actors = new Set(here.flatMap((r) => r.actors))
    return [...actors].map((actor) => ({ head, actor }))
  })
}

/** What stands around a word that may tell an act, as far as it may tell who its sides are. */
export function surroundingsOf(tree: Tree, match: Match, known: Known, reading: Reading): Surroundings {
  return { tree, match, reading, ruled: fillRoles(tree, match, known), candidates: candidatesIn(tree, known) }
}

const PLACING = new Set(['in', 'at', 'near'])

type Side = 'actor' | 'recipient'

/** Somebody spoken of, and how likely it is that they are on each side. */
interface Likely extends Candidate {
  readonly chance: Readonly<Record<Side, number>>
}

function chancesIn(around: Surroundings, model: LinearModel): Likely[] {
  return around.candidates.map((candidate) => {
    const chances = chancesOf(partyFeatures(around, candidate), model)
    return {
      ...candidate,
      chance: { actor: chances.get('actor') ?? 0, recipient: chances.get('recipient') ?? 0 },
    }
  })
}

const surely = (chance: number): string => (chance > 0.95 ? 'almost surely' : 'likely')

/** How a side was found that no rule finds. */
const LEARNED = 'learned from annotated reports'

function argumentOf({ tree }: Scene, { head, actor, chance }: Likely, side: Side, known: Known): Argument {
  const here = known.index.get(`${tree.sentence.index}:${head}`)!.find((r) => r.actors.includes(actor))!
  const modifies = ['amod', 'compound'].includes(label(tree.tokens[head]!))
  const how = modifies ? 'modifier' : here.kind
  const rule = `${LEARNED}: ${surely(chance[side])}`
  return { actor, span: { start: here.start, end: here.end }, how, rule }
}

/** The likeliest of those who are of none of the states taken, with whoever is joined to them by "and". */
function best(
  scene: Scene,
  { all, least }: { readonly all: readonly Likely[]; readonly least: number },
  side: Side,
  taken: readonly Argument[],
): Argument[] {
  const { known } = scene
  const states = taken.map((a) => known.countryOf(a.actor))
  const free = all
    .filter(
      (c) => c.chance[side] >= least && known.isSide(c.actor) && !states.includes(known.countryOf(c.actor)),
    )
    .sort((a, b) => b.chance[side] - a.chance[side])
  const heads = new Set(free[0] ? joined(scene.tree, free[0].head) : [])
  return unique(free.filter((c) => heads.has(c.head)).map((c) => argumentOf(scene, c, side, known)))
}

/** Acts of which a side may be found without a rule: who is spoken to, and who met whom, stands in too many ways. */
const isFillable = ({ trigger }: Match): boolean => trigger.type !== 'STATEMENT' && trigger.frame !== 'mutual'

/** "a missile entered", "arrested a judge": whoever else stands where the side would, only their own state can be it. */
function fitting(
  { tree }: Scene,
  { used }: Match,
  all: readonly Likely[],
  place: readonly number[],
): readonly Likely[] {
  const taken = place.filter((k) => ['NOUN', 'PROPN'].includes(tree.tokens[k]!.upos) && !used.includes(k))
  return taken.length ? all.filter((c) => ancestors(tree, c.head).some((k) => taken.includes(k))) : all
}

/** The sides that the rules leave empty, as annotated reports taught to find them. */
export function withLearned(scene: Scene, match: Match, roles: Roles): Roles {
  if (!isFillable(match)) return roles
  const { tree, known, reading, rules } = scene
  const around = surroundingsOf(tree, match, known, reading)
  // "rejected an invitation to talks in X": where something is to take place is no side of it.
  const placed = (head: number) => casesOf(tree, head).some((word) => PLACING.has(word))
  const candidates = DONE_TO_PLACES.has(match.trigger.type)
    ? around.candidates
    : around.candidates.filter(({ head }) => !placed(head))
  const all = chancesIn({ ...around, candidates }, rules.learned.party)
  const least = match.trigger.needsRecipient ? SURER : SURE
  const { subject, object } = match.slots
  const seen = (place: readonly number[]) => ({ all: fitting(scene, match, all, place), least })
  const actor = roles.actor.length ? roles.actor : best(scene, seen(subject), 'actor', roles.recipient)
  const recipient = roles.recipient.length ? roles.recipient : best(scene, seen(object), 'recipient', actor)
  return { ...roles, actor, recipient }
}
