import { nounSlots } from '../reading/slots.js'
import { kids, spanOf } from '../reading/tree.js'
import type { EventType } from '../types.js'
import type { Unweighed } from './features-event.js'
import { argumentsAt, unique } from './known.js'
import type { Match } from './match.js'
import type { Roles } from './roles.js'
import type { Scene } from './scene.js'

/** The slot of those who joined a meeting that was told before. */
export const PRESENT = 'present'

/** How many states, or bodies of states, are in it: an act within one state is not between states. */
export function sides(scene: Scene, roles: Roles): number {
  const all = [...roles.actor, ...roles.recipient].filter((a) => scene.known.isSide(a.actor))
  return new Set(all.map((a) => scene.known.countryOf(a.actor) ?? `body ${a.actor}`)).size
}

/** What can be condemned, denied or praised by a definite noun. */
const ACTS_AGAINST = new Set<EventType>([
  'ACCUSE',
  'REQUEST',
  'THREATEN',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
  'STATEMENT',
])

/** How far back "the attack" may point, in sentences. */
const REACH = 6

/** "condemned the attack in Arvenia": whoever suffered what is condemned is not blamed for it. */
function notTheVictim(scene: Scene, match: Match, roles: Roles): Roles {
  const { tree, rules } = scene
  const harms = (k: number) =>
    (rules.codebook.triggersByLemma.noun.get(tree.tokens[k]!.lemma.toLowerCase()) ?? []).some(
      (t) => rules.codebook.types.get(t.type)?.quad === 4,
    )
  const suffered =
    match.trigger.type === 'ACCUSE' &&
    ['in', 'on', 'against', 'at'].includes(roles.slot ?? '') &&
    match.slots.object.some(harms)
  return suffered ? { ...roles, recipient: [], slot: null } : roles
}

/** "Arvenian shelling killed", "killed in a bombing by the rebels": whoever did the act that did it. */
function byTheAct(scene: Scene, match: Match, roles: Roles): Roles {
  const { tree, rules, known } = scene
  if (roles.actor.length || match.trigger.kind !== 'verb' || match.trigger.frame !== 'directed') return roles
  const quad = (type: EventType) => rules.codebook.types.get(type)?.quad
  const around = [...match.slots.subject, ...['in', 'by'].flatMap((p) => match.slots.prep.get(p) ?? [])]
  const acts = around.filter((k) =>
    (rules.codebook.triggersByLemma.noun.get(tree.tokens[k]!.lemma.toLowerCase()) ?? []).some(
      (t) => quad(t.type) === quad(match.trigger.type),
    ),
  )
  const doers = acts.flatMap((k) => nounSlots(tree, k).subject).flatMap((k) => argumentsAt(tree, k, known))
  const actor = unique(doers).filter((a) => !roles.recipient.some((r) => r.actor === a.actor))
  return actor.length ? { ...roles, actor } : roles
}

/** "condemned the attack": what is condemned was told before, and whoever did it is meant. */
function byEarlier(scene: Scene, match: Match, roles: Roles): Roles {
  const { tree, rules, known } = scene
  if (
    roles.recipient.length ||
    !roles.actor.length ||
    !(match.trigger.stance || match.trigger.type === 'ACCUSE')
  )
    return roles
  const definite = match.slots.object.filter((k) =>
    kids(tree, k, 'det').some((d) =>
      ['the', 'this', 'that', 'these'].includes(tree.tokens[d]!.lemma.toLowerCase()),
    ),
  )
  const types = new Set(
    definite
      .flatMap((k) => rules.codebook.triggersByLemma.noun.get(tree.tokens[k]!.lemma.toLowerCase()) ?? [])
      .map((t) => t.type),
  )
  const meant = known.earlier.findLast(
    (e) => types.has(e.event) && ACTS_AGAINST.has(e.event) && tree.sentence.index - e.sentence <= REACH,
  )
  const doers =
    meant?.actor.filter(
      (a) => !roles.actor.some((b) => known.countryOf(b.actor) === known.countryOf(a.actor)),
    ) ?? []
  const span =
    definite[0] === undefined
      ? null
      : { start: tree.tokens[definite[0]]!.start, end: tree.tokens[definite[0]]!.end }
  if (!doers.length || !span) return roles
  return {
    ...roles,
    recipient: doers.map((a) => ({ ...a, span, how: 'description' as const, rule: 'who did what is meant' })),
    slot: 'obj',
  }
}

/** The latest meeting told as held, not too far back. */
const lastMeeting = (scene: Scene, fits: (e: Unweighed) => boolean): Unweighed | undefined =>
  scene.known.earlier.findLast(
    (e) =>
      e.event === 'CONSULT' && !e.telling.aux && scene.tree.sentence.index - e.sentence <= REACH && fits(e),
  )

/** Whether somebody of a role was in an event already: then it is another that they joined. */
const isIn = (e: Unweighed, { actor }: Roles): boolean =>
  [...e.actor, ...e.recipient].some((a) => actor.some((b) => b.actor === a.actor))

/** "also attended the meeting": who comes to what was told before joins those who were there. */
function joining(scene: Scene, match: Match, roles: Roles): Roles {
  const { tree } = scene
  const definite = match.used.some((k) =>
    kids(tree, k, 'det').some((d) => tree.tokens[d]!.lemma.toLowerCase() === 'the'),
  )
  if (match.trigger.type !== 'CONSULT' || !definite || sides(scene, roles) !== 1 || !roles.actor.length)
    return roles
  const meant = lastMeeting(scene, (e) => !isIn(e, roles))
  const span = spanOf(tree, match.used)
  const there = [...(meant?.actor ?? []), ...(meant?.recipient ?? [])].map((a) => ({
    ...a,
    span,
    how: 'description' as const,
    rule: 'who was there',
  }))
  return there.length ? { actor: unique([...roles.actor, ...there]), recipient: [], slot: PRESENT } : roles
}

/** "passed on wishes" at a meeting: with nobody named, they are for the other side of the meeting told before. */
function impliedAddressee(scene: Scene, match: Match, roles: Roles): Roles {
  const { tree, known } = scene
  if (
    match.trigger.type !== 'STATEMENT' ||
    !match.trigger.object ||
    !roles.actor.length ||
    sides(scene, roles) !== 1
  )
    return roles
  const home = known.countryOf(roles.actor[0]!.actor)
  const meant = lastMeeting(scene, () => true)
  const there = [...(meant?.actor ?? []), ...(meant?.recipient ?? [])]
  const present = there.some((a) => roles.actor.some((b) => b.actor === a.actor))
  const others = there.filter((a) => known.countryOf(a.actor) !== home)
  const span = spanOf(tree, [match.token])
  return present && others.length
    ? {
        ...roles,
        recipient: others.map((a) => ({
          ...a,
          span,
          how: 'implied',
          rule: 'the other side of the meeting told before',
        })),
        slot: null,
      }
    : roles
}

/** Acts done by words towards somebody, who may be left unsaid where only one other state is spoken of. */
const TOWARDS = new Set<EventType>(['ACCUSE', 'REJECT', 'THREATEN', 'CONCEDE', 'AGREE', 'REQUEST', 'SUPPORT'])

/** How often the only other state must have been spoken of. */
const OFTEN = 2

/** The only state besides `home` that the report has spoken of so far; null where there are more or none. */
function otherState({ known, reading, tree }: Scene, home: string): number | null {
  const codes = reading.references
    .filter((r) => r.sentence <= tree.sentence.index)
    .flatMap((r) => r.actors.map((a) => known.countryOf(a)))
    .filter((code) => code !== null && code !== home)
  if (new Set(codes).size !== 1 || codes.length < OFTEN) return null
  const at = reading.actors.findIndex((a) => a.kind === 'state' && a.country === codes[0])
  return at < 0 ? null : at
}

const ANYBODY = new Set([
  'anybody',
  'anyone',
  'everybody',
  'everyone',
  'nobody',
  'somebody',
  'someone',
  'itself',
  'himself',
  'herself',
  'themselves',
])

/** "urged its citizens", "wrote to Ms Roe": somebody else is named where the other side would stand. */
function namesAnother({ tree }: Scene, { slots, trigger }: Match): boolean {
  // Whoever is asked stands there, or does what is asked: "asked chipmakers", "urged that member states pay".
  const asked = [...slots.object, ...slots.iobj, ...(slots.prep.get('doer') ?? [])]
  if (trigger.type === 'REQUEST' && asked.length > 0) return true
  const heads = [...slots.object, ...slots.iobj, ...trigger.recipient.flatMap((p) => slots.prep.get(p) ?? [])]
  return heads.some((k) => {
    const { upos, lemma } = tree.tokens[k]!
    return upos === 'PROPN' || ANYBODY.has(lemma.toLowerCase()) || kids(tree, k, 'nmod:poss').length > 0
  })
}

/** "rejected the claim", "offered to help": in a report of two states it is the other one that is meant. */
function byOtherState(scene: Scene, match: Match, roles: Roles): Roles {
  const { type, frame, kind, needsRecipient } = match.trigger
  if (kind !== 'verb' || frame !== 'directed' || needsRecipient || !TOWARDS.has(type)) return roles
  if (roles.recipient.length || match.slots.subject.length === 0) return roles
  const [home, ...more] = new Set(roles.actor.map((a) => scene.known.countryOf(a.actor)))
  const other = home && !more.length && !namesAnother(scene, match) ? otherState(scene, home) : null
  if (other === null) return roles
  const span = spanOf(scene.tree, [match.token])
  const rule = 'the only other state that the report speaks of'
  return { ...roles, recipient: [{ actor: other, span, how: 'implied', rule }], slot: null }
}

/** What the roles become in the light of what the report has told before, in this order. */
const STEPS: readonly ((scene: Scene, match: Match, roles: Roles) => Roles)[] = [
  byTheAct,
  notTheVictim,
  byEarlier,
  joining,
  impliedAddressee,
  byOtherState,
]

/** The roles of a match with those that stand earlier in the report, and without whoever is no party. */
export const inContext = (scene: Scene, match: Match, roles: Roles): Roles =>
  STEPS.reduce((found, step) => step(scene, match, found), roles)
