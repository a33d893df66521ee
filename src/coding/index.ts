import { ancestors, kids, label, type Tree, treeOf } from '../reading/tree.js'
import type {
  Argument,
  CodedEvent,
  EventType,
  Phrase,
  Quotation,
  Reading,
  Sentence,
  Span,
  Speech,
  Telling,
} from '../types.js'
import { placeOf, timesOf, topicOf } from './attach.js'
import { type AuxiliaryRules, tellingOf } from './auxiliary.js'
import type { Codebook, TypeRules } from './codebook.js'
import { contextsOf } from './contexts.js'
import { type Match, matchTriggers } from './match.js'
import { type NumberRules, numbersOf } from './numbers.js'
import { fillRoles, indexReferences, type ReferenceIndex, type Roles } from './roles.js'
import { aimOf, speakerOf } from './statements.js'

/** What the coder knows, as data. */
export interface CodingRules {
  readonly codebook: Codebook
  readonly auxiliary: AuxiliaryRules
  readonly numbers: NumberRules
}

interface Scene {
  readonly tree: Tree
  readonly reading: Reading
  readonly index: ReferenceIndex
  readonly rules: CodingRules
  readonly speeches: readonly Speech[]
}

/** Acts of speech whose content is told by their own type: "agreed to meet" is one AGREE and no CONSULT. */
const VERBAL = new Set<EventType>(['AGREE', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'CONCEDE'])

/** The match whose complement a token stands in: "called for talks", "threatened to attack". */
function governing(tree: Tree, match: Match, matches: readonly Match[]): Match | undefined {
  const path = ancestors(tree, match.token)
  const outer = matches.find(
    (m) => m !== match && path.includes(m.token) && m.trigger.kind !== 'noun' && VERBAL.has(m.trigger.type),
  )
  if (!outer) return undefined
  const step = path[path.indexOf(outer.token) - 1]
  return step !== undefined && ['xcomp', 'ccomp', 'advcl', 'obl', 'obj'].includes(label(tree.tokens[step]!))
    ? outer
    : undefined
}

const covers = (speech: Speech, token: number): boolean =>
  speech.content.some((c) => token >= c.from && token < c.to) && speech.cue !== token

/** The innermost speech that a token stands in. */
function speechAround(scene: Scene, token: number): Speech | null {
  const around = scene.speeches.filter((s) => covers(s, token))
  const size = (s: Speech) => Math.min(...s.content.map((c) => c.to - c.from))
  return around.sort((a, b) => size(a) - size(b))[0] ?? null
}

const countryOf =
  (scene: Scene) =>
  (actor: number): string | null =>
    scene.reading.actors[actor]!.country

/** An act on nobody is told where the type allows it; two are needed to meet; a bare noun needs both its sides. */
function complete(scene: Scene, match: Match, roles: Roles, rules: TypeRules): boolean {
  const all = [...roles.actor, ...roles.recipient]
  if (!all.some((a) => countryOf(scene)(a.actor))) return false
  const { frame, kind, needsRecipient } = match.trigger
  if (frame === 'mutual' || (rules.type === 'CONSULT' && frame !== 'visit')) return all.length >= 2
  if (frame === 'undergo') return roles.recipient.length > 0
  if (needsRecipient || frame === 'visit' || frame === 'host')
    return roles.actor.length > 0 && roles.recipient.length > 0
  return kind === 'noun' ? roles.actor.length > 0 && roles.recipient.length > 0 : roles.actor.length > 0
}

/** A cooperative act told as planned is an agreement; the others keep their type and are marked as future. */
function planned(type: TypeRules, telling: Telling): { event: EventType; telling: Telling } {
  if (telling.aux !== 'future' || !type.future) return { event: type.type, telling }
  return { event: type.future, telling: { ...telling, aux: null } }
}

const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end

function quotationsOf(scene: Scene, match: Match, span: Span): number[] {
  const own = scene.speeches.find((s) => s.cue === match.token)
  if (own) return [...own.quotations]
  return scene.reading.quotations.flatMap((q: Quotation, i) =>
    q.sentence === scene.tree.sentence.index && within(q.inner, span) ? [i] : [],
  )
}

/** The stretch of text that tells a match: its verb or noun with all that hangs on it in one piece. */
function extent(tree: Tree, token: number): Span {
  const tokens = [token]
  for (let i = 0; i < tokens.length; i++) tokens.push(...kids(tree, tokens[i]!, ...INSIDE))
  const sorted = tokens.map((t) => tree.tokens[t]!)
  return { start: Math.min(...sorted.map((t) => t.start)), end: Math.max(...sorted.map((t) => t.end)) }
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

function triggerPhrase(tree: Tree, match: Match): CodedEvent['trigger'] {
  const token = tree.tokens[match.token]!
  return {
    start: token.start,
    end: token.end,
    sentence: tree.sentence.index,
    from: match.token,
    to: match.token + 1,
    head: match.token,
    lemma: token.lemma.toLowerCase(),
  }
}

const sourceOf = (match: Match): string => `${match.trigger.file}:${match.trigger.line}`
const wordsOf = (tree: Tree, match: Match): string =>
  [match.token, ...match.used]
    .sort((a, b) => a - b)
    .map((i) => tree.tokens[i]!.form)
    .join(' … ')

function toCoded(
  scene: Scene,
  match: Match,
  matches: readonly Match[],
  times: ReturnType<typeof timesOf>,
): CodedEvent | null {
  const { tree, reading, rules } = scene
  const type = rules.codebook.types.get(match.trigger.type)!
  const roles = fillRoles(tree, match, scene.index, countryOf(scene))
  const embedded = matches.filter((m) => governing(tree, m, matches) === match)
  const filled = roles.recipient.length ? roles : withEmbedded(scene, roles, embedded)
  if (!complete(scene, match, filled, type)) return null
  const speech = speechAround(scene, match.token)
  const told = planned(type, tellingOf(tree, match, rules.auxiliary, speech !== null))
  const denied = speech?.stance === 'denied'
  return {
    sentence: tree.sentence.index,
    event: told.event,
    mode: told.event === type.type ? match.trigger.mode : null,
    context: contextsOf(tree, rules.codebook, match.trigger.context),
    telling: told.telling,
    trigger: triggerPhrase(tree, match),
    reason: {
      rule: sourceOf(match),
      words: wordsOf(tree, match),
      ...(told.event === type.type ? {} : { note: `${type.type} told as planned` }),
    },
    actor: filled.actor,
    recipient: filled.recipient,
    recipientFrom: filled.recipient.length ? 'said' : null,
    time: times.get(match) ?? null,
    place: placeOf(tree, match, matches, scene.index, reading.names),
    topic: topicOf(tree, match, reading),
    numbers: numbersOf(tree, match, reading.report.text, reading.times, rules.numbers),
    quotations: quotationsOf(scene, match, extent(tree, match.token)),
    stance: match.trigger.stance,
    speech: speech?.cue === match.token ? null : speech,
    deniedBy: denied && speech ? speakerOf(speech) : [],
  }
}

/** "promised to visit Arvenia": whom the promised act is for, the promise is for. */
function withEmbedded(scene: Scene, roles: Roles, embedded: readonly Match[]): Roles {
  const inner = embedded.map((m) => fillRoles(scene.tree, m, scene.index, countryOf(scene)))
  const others = inner
    .flatMap((r) => [...r.recipient, ...r.actor])
    .filter((a) => !roles.actor.some((b) => b.actor === a.actor))
  return others.length ? { ...roles, recipient: others, slot: 'clause' } : roles
}

/** Words that are told as someone's and are of no other type. */
function statement(scene: Scene, speech: Speech, taken: readonly CodedEvent[]): CodedEvent | null {
  const speaker = speakerOf(speech)
  const country = speaker[0] ? countryOf(scene)(speaker[0].actor) : null
  if (!country || speech.cue === null || taken.some((e) => tells(speech, e))) return null
  const aim = aimOf(scene, speech, speaker)
  if (!aim.recipient.length) return null
  const { tree, reading, rules } = scene
  const token = tree.tokens[speech.cue]!
  const match: Match = {
    token: speech.cue,
    trigger: STATEMENT_TRIGGER(rules, speech),
    slots: { subject: [], object: [], iobj: [], prep: new Map(), clause: [] },
    used: [],
  }
  return {
    sentence: tree.sentence.index,
    event: 'STATEMENT',
    mode: null,
    context: contextsOf(tree, rules.codebook, []),
    telling: tellingOf(tree, match, rules.auxiliary, false),
    trigger: triggerPhrase(tree, match),
    reason: { rule: sourceOf(match), words: token.form },
    actor: speaker,
    recipient: aim.recipient,
    recipientFrom: aim.from,
    time:
      timesOf(
        tree,
        [match],
        reading.times.filter((t) => t.sentence === tree.sentence.index && !inContent(speech, t.head)),
      ).get(match) ?? null,
    place: null,
    topic: [],
    numbers: [],
    quotations: [...speech.quotations],
    stance: speech.stance,
    speech: null,
    deniedBy: [],
  }
}

const inContent = (speech: Speech, token: number): boolean =>
  speech.content.some((c) => token >= c.from && token < c.to)

function STATEMENT_TRIGGER(rules: CodingRules, speech: Speech): Match['trigger'] {
  const known = rules.codebook.triggersByLemma.verb.get(speech.lemma ?? '') ?? []
  return known.find((t) => t.type === 'STATEMENT') ?? known[0]!
}

/** An event that is the speech itself, or that its words tell of as done. */
const tells = (speech: Speech, e: CodedEvent): boolean =>
  e.sentence === speech.sentence &&
  (e.trigger.head === speech.cue || (e.speech?.cue === speech.cue && e.telling.aux !== 'hypothetical'))

function codeSentence(scene: Scene): CodedEvent[] {
  const { tree, reading, rules } = scene
  const cues = new Set(scene.speeches.map((s) => s.cue))
  const all = matchTriggers(tree, rules.codebook)
  const matches = all.filter((m) => m.trigger.type !== 'STATEMENT' || !cues.has(m.token))
  const times = timesOf(
    tree,
    matches,
    reading.times.filter((t) => t.sentence === tree.sentence.index),
  )
  const own = matches.filter((m) => !governing(tree, m, matches))
  const events = own.flatMap((m) => toCoded(scene, m, matches, times) ?? [])
  const statements = scene.speeches.flatMap((s) => statement(scene, s, events) ?? [])
  return [...events, ...statements].sort((a, b) => a.trigger.start - b.trigger.start)
}

/**
 * Codes a reading: every event and statement that its paragraphs tell, in the order of the text.
 * @param reading a report after reading
 * @param rules the codebook
 * @returns one record per telling, with roles as positions in `reading.actors`; nothing is resolved yet
 * @example code(reading, rules).map((e) => e.event) // ['CONSULT', 'STATEMENT']
 */
export function code(reading: Reading, rules: CodingRules): CodedEvent[] {
  const index = indexReferences(reading)
  const coded = (sentence: Sentence) => reading.report.blocks[sentence.block]?.kind === 'paragraph'
  return reading.sentences
    .filter(coded)
    .flatMap((sentence) =>
      codeSentence({
        tree: treeOf(sentence),
        reading,
        index,
        rules,
        speeches: reading.speeches.filter((s) => s.sentence === sentence.index),
      }),
    )
}

export type { Argument, CodedEvent, Phrase }
