import { ancestors, casesOf, kids, label, type Tree } from '../reading/tree.js'
import type { CodedEvent, EventType, Quotation, Span, Telling, TimeExpression } from '../types.js'
import { placeOf, topicOf } from './attach.js'
import { tellingOf } from './auxiliary.js'
import type { TypeRules } from './codebook.js'
import { contextsOf } from './contexts.js'
import { inContext, PRESENT, sides } from './earlier.js'
import type { Unweighed } from './features-event.js'
import { argumentsAt, unique } from './known.js'
import type { Match } from './match.js'
import { numbersOf } from './numbers.js'
import { withLearned } from './parties.js'
import { clauseArguments, EACH_OTHER, fillRoles, type Roles } from './roles.js'
import { earlierChance, type Scene, speechAround } from './scene.js'
import { speakerOf } from './statements.js'

/** Acts of speech whose content is told by their own type: "agreed to meet" is one AGREE and no CONSULT. */
const VERBAL = new Set<EventType>(['AGREE', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'CONCEDE'])
/** Acts that are done by words. */
const SPOKEN = new Set<EventType>([...VERBAL, 'SUPPORT'])
const COMPLEMENTS = ['xcomp', 'ccomp', 'advcl', 'obl', 'obj']

/** The match whose complement a token stands in: "called for talks", "threatened to attack". */
export function governing(
  tree: Tree,
  match: Pick<Match, 'token'>,
  matches: readonly Match[],
): Match | undefined {
  const path = ancestors(tree, match.token)
  const outer = matches.find(
    (m) => m !== match && path.includes(m.token) && m.trigger.kind !== 'noun' && VERBAL.has(m.trigger.type),
  )
  const step = outer && path[path.indexOf(outer.token) - 1]
  return step !== undefined && COMPLEMENTS.includes(label(tree.tokens[step]!)) && !standsBeside(tree, step)
    ? outer
    : undefined
}

/** "agreed during a visit", "refusing to resign, she agreed": told beside an act, and no part of what it says. */
function standsBeside(tree: Tree, step: number): boolean {
  const words = [
    ...casesOf(tree, step),
    ...kids(tree, step, 'mark').map((k) => tree.tokens[k]!.lemma.toLowerCase()),
  ]
  const { xpos, head, deprel } = tree.tokens[step]!
  return words.some((w) => BESIDE.has(w)) || (deprel === 'advcl' && xpos === 'VBG' && step < head)
}
const BESIDE = new Set(['during', 'after', 'before', 'following', 'amid', 'when', 'while'])

/** "ready to strike", "plans to impose duties": what is planned is a conflict, and no agreement. */
export function yields(scene: Scene, match: Match, matches: readonly Match[]): boolean {
  if (match.trigger.type !== 'AGREE') return false
  const quad = (m: Match) => scene.rules.codebook.types.get(m.trigger.type)?.quad ?? 0
  const planned = new Set(kids(scene.tree, match.token, 'xcomp', 'ccomp'))
  return matches.some((m) => planned.has(m.token) && quad(m) >= 3)
}

/** Two sides are needed, but for what is done with one's own forces and for what others put on a state. */
function complete(scene: Scene, match: Match, roles: Roles, rules: TypeRules): boolean {
  const { frame } = match.trigger
  const known = sides(scene, roles)
  // Who puts a state under sanctions or fire may be left unsaid.
  if (frame === 'undergo')
    return (
      roles.recipient.length > 0 && known > (rules.type === 'SANCTION' || rules.type === 'ASSAULT' ? 0 : 1)
    )
  if (frame === 'self') return roles.actor.length > 0
  if (isUnsaid(scene, match, roles)) return true
  if (roles.actor.length + roles.recipient.length < 2) return false
  const together = frame === 'mutual' || roles.slot === PRESENT || (roles.slot === EACH_OTHER && known > 1)
  return together || (roles.actor.length > 0 && roles.recipient.length > 0)
}

/** "X was killed", "the murder of X": force may be told without a word on who used it. */
function isUnsaid(
  { tree, known: k, reading }: Scene,
  { trigger, slots, token }: Match,
  roles: Roles,
): boolean {
  if (trigger.type !== 'ASSAULT' || trigger.frame !== 'directed' || roles.actor.length) return false
  if ((slots.subject.length && roles.slot !== 'poss') || !roles.recipient.some((a) => k.isSide(a.actor)))
    return false
  if (trigger.kind === 'verb') return tree.tokens[token]!.xpos === 'VBN'
  const states = roles.recipient.some((a) => reading.actors[a.actor]!.kind === 'state')
  return trigger.mode !== null && ['of', 'poss'].includes(roles.slot ?? '') && !states
}

type Told = Pick<CodedEvent, 'event' | 'telling'> & { readonly note: string | null }

/** A cooperative act told as planned is an agreement, one that will not be is a refusal; others are marked as future. */
function planned(type: TypeRules, telling: Telling): Told {
  const as = (event: EventType): Told => ({
    event,
    telling: { ...telling, aux: null },
    note: `${type.type} told as ${telling.aux}`,
  })
  if (telling.aux === 'negation' && telling.tense === 'future' && (type.quad ?? 4) <= 2) return as('REJECT')
  if (telling.aux !== 'future' || !type.future) return { event: type.type, telling, note: null }
  return as(type.future)
}

const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end

function quotationsOf(scene: Scene, match: Match, span: Span): number[] {
  const own = scene.speeches.find((s) => s.cue === match.token)
  if (own) return [...own.quotations]
  const here = (q: Quotation) => q.sentence === scene.tree.sentence.index && within(q.inner, span)
  return scene.reading.quotations.flatMap((q, i) => (here(q) ? [i] : []))
}

const INSIDE = [
  'nsubj',
  'obj',
  'iobj',
  'obl',
  'nmod',
  'amod',
  'xcomp',
  'ccomp',
  'compound',
  'acl',
  'advmod',
  'det',
  'nummod',
]

/** The stretch of text that tells a match: its verb or noun with all that hangs on it in one piece. */
function extent(tree: Tree, token: number): Span {
  const tokens = [token]
  for (let i = 0; i < tokens.length; i++) tokens.push(...kids(tree, tokens[i]!, ...INSIDE))
  const all = tokens.map((t) => tree.tokens[t]!)
  return { start: Math.min(...all.map((t) => t.start)), end: Math.max(...all.map((t) => t.end)) }
}

export function triggerPhrase(tree: Tree, head: number): CodedEvent['trigger'] {
  const { start, end, lemma } = tree.tokens[head]!
  return {
    start,
    end,
    sentence: tree.sentence.index,
    from: head,
    to: head + 1,
    head,
    lemma: lemma.toLowerCase(),
  }
}

export const sourceOf = (match: Pick<Match, 'trigger'>): string =>
  `${match.trigger.file}:${match.trigger.line}`

function wordsOf(tree: Tree, match: Match): string {
  const tokens = [match.token, ...match.used].sort((a, b) => a - b)
  return tokens.map((i) => tree.tokens[i]!.form).join(' … ')
}

/** "signed after Putin visited": the verb that this clause came before. */
function beforeWhat(tree: Tree, token: number): number | null {
  const clause = ancestors(tree, token).find((k) => label(tree.tokens[k]!) === 'advcl')
  if (clause === undefined) return null
  return kids(tree, clause, 'mark').some((m) => tree.tokens[m]!.lemma.toLowerCase() === 'after')
    ? tree.tokens[clause]!.head
    : null
}

/** "promised to visit Arvenia": whom the promised act is for, the promise is for. */
function withEmbedded(scene: Scene, match: Match, roles: Roles, embedded: readonly Match[]): Roles {
  if (roles.recipient.length || !VERBAL.has(match.trigger.type)) return roles
  const inner = embedded.map((m) => fillRoles(scene.tree, m, scene.known))
  const told = inner.flatMap((r) => [...r.recipient, ...r.actor])
  const all = told.length ? told : clauseArguments(scene.tree, match, scene.known)
  const others = unique(all).filter((a) => !roles.actor.some((b) => b.actor === a.actor))
  return others.length ? { ...roles, recipient: others, slot: 'clause' } : roles
}

interface Filled {
  readonly match: Match
  readonly type: TypeRules
  readonly roles: Roles
}

/** The most specific trigger at a word whose roles can be filled. */
function filled(scene: Scene, match: Match, embedded: readonly Match[]): Filled | null {
  const quad = (m: Match) => scene.rules.codebook.types.get(m.trigger.type)!.quad
  for (const one of [match, ...match.others]) {
    const type = scene.rules.codebook.types.get(one.trigger.type)!
    // "joint drills" whose partner is unknown are no show of force against somebody.
    if (quad(one) !== quad(match)) continue
    const named = withEmbedded(scene, one, fillRoles(scene.tree, one, scene.known), embedded)
    const roles = inContext(scene, one, named)
    if (complete(scene, one, roles, type)) return { match: one, type, roles }
    const learned = withLearned(scene, one, roles)
    if (complete(scene, one, learned, type)) return { match: one, type, roles: learned }
  }
  return null
}

/** Descriptions of actors count nothing: "the two countries". */
function counts(scene: Scene, match: Match): CodedEvent['numbers'] {
  const { tree, reading, rules } = scene
  const names = reading.names.filter((n) => !['state', 'demonym'].includes(n.kind))
  const taken = [...reading.times, ...names, ...reading.references.filter((r) => r.kind === 'description')]
  return numbersOf(tree, match, reading.report.text, taken, rules.numbers)
}

/** "Choe said her country backs Arvenia": the words are the act, and whoever speaks for the state does it. */
function bySpeaker(scene: Scene, match: Match, actor: CodedEvent['actor'], told: Told): CodedEvent['actor'] {
  const speech = speechAround(scene, match.token)
  const [speaker] = speech ? speakerOf(speech) : []
  if (!speaker || !SPOKEN.has(told.event) || told.telling.tense === 'past') return actor
  const home = scene.known.countryOf(speaker.actor)
  const own = home !== null && actor.length > 0 && actor.every((a) => scene.known.countryOf(a.actor) === home)
  return own ? unique([speaker, ...actor]) : actor
}

function source(scene: Scene, match: Match): Pick<CodedEvent, 'speech' | 'deniedBy' | 'stance'> {
  const speech = speechAround(scene, match.token)
  return {
    stance: match.trigger.stance,
    speech,
    deniedBy: speech?.stance === 'denied' ? speakerOf(speech) : [],
  }
}

/** "will not meet X": whoever acts refuses whoever else was to be there. */
function refusing(scene: Scene, { slots, trigger }: Match, roles: Roles, told: Told): Roles {
  if (trigger.frame !== 'mutual' || told.event !== 'REJECT') return roles
  const doers = slots.subject.flatMap((k) => argumentsAt(scene.tree, k, scene.known))
  const isDoer = ({ actor }: Roles['actor'][number]) => doers.some((a) => a.actor === actor)
  const others = roles.actor.filter((a) => !isDoer(a))
  return others.length ? { ...roles, actor: roles.actor.filter(isDoer), recipient: others } : roles
}

/** Words have an addressee or a topic; other acts have whom the text says. */
function fromWhat(type: TypeRules, { recipient, slot }: Roles): CodedEvent['recipientFrom'] {
  if (!recipient.length) return null
  if (type.type !== 'STATEMENT') return 'said'
  return slot === 'about' || slot === 'on' || slot === 'of' ? 'about' : 'addressed'
}

/** A trigger that holds, as the event that it tells; null where nobody known fills its roles. */
export function eventAt(
  scene: Scene,
  held: Match,
  matches: readonly Match[],
  times: ReadonlyMap<number, TimeExpression>,
): Unweighed | null {
  const { tree, reading, rules } = scene
  const found = filled(
    scene,
    held,
    matches.filter((m) => governing(tree, m, matches) === held),
  )
  if (!found) return null
  const { match } = found
  const telling = tellingOf(tree, match, rules.auxiliary)
  if (telling.idle) return null
  const told = planned(found.type, telling)
  const roles = refusing(scene, match, found.roles, told)
  const actor = bySpeaker(scene, match, roles.actor, told)
  // What is done by saying it is done when it is said.
  const spoken = actor !== roles.actor
  return {
    sentence: tree.sentence.index,
    event: told.event,
    telling: spoken ? { ...told.telling, tense: 'past' } : told.telling,
    mode: told.note ? null : match.trigger.mode,
    context: contextsOf(tree, rules.codebook, match.trigger.context),
    trigger: triggerPhrase(tree, match.token),
    reason: { rule: sourceOf(match), words: wordsOf(tree, match), ...(told.note ? { note: told.note } : {}) },
    actor,
    recipient: roles.recipient,
    recipientFrom: fromWhat(found.type, roles),
    time: times.get(held.token) ?? null,
    before: beforeWhat(tree, match.token),
    place: placeOf(tree, held, matches, scene.known.index, reading.names),
    earlier: earlierChance(scene, match.token, told.event),
    standing:
      match.trigger.frame === 'undergo' && roles.actor.every((a) => scene.known.countryOf(a.actor) === null),
    topic: topicOf(tree, match, reading),
    numbers: counts(scene, match),
    quotations: quotationsOf(scene, match, extent(tree, match.token)),
    ...source(scene, match),
  }
}
