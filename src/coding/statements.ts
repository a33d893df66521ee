import { casesOf, kids, label } from '../reading/tree.js'
import type { Argument, CodedEvent, EventType, Phrase, Speech, TimeExpression } from '../types.js'
import { distance } from './attach.js'
import { auxiliaries, tellingOf } from './auxiliary.js'
import type { Trigger } from './codebook.js'
import { contextsOf } from './contexts.js'
import { sourceOf, triggerPhrase } from './events.js'
import type { Unweighed } from './features-event.js'
import { utteranceFeatures } from './features-utterance.js'
import { argumentsAt, unique } from './known.js'
import { judge } from './linear.js'
import type { Match } from './match.js'
import { earlierChance, type Scene } from './scene.js'

/** Who words are to or about, and how that is known. */
type Aim = Pick<CodedEvent, 'recipient' | 'recipientFrom'>

const NOBODY: Aim = { recipient: [], recipientFrom: null }

/** The speaker as an argument; none where the source is unnamed or a thing. */
export function speakerOf({ source }: Speech): Argument[] {
  if (source?.actors.length !== 1) return []
  return [
    {
      actor: source.actors[0]!,
      span: { start: source.start, end: source.end },
      how: source.kind,
      rule: source.reason.rule,
    },
  ]
}

/** Only states and people of another state than the speaker's are what a statement is about. */
function isForeign(scene: Scene, argument: Argument, home: string | null): boolean {
  const country = scene.known.countryOf(argument.actor)
  return country !== null && country !== home && argument.how !== 'modifier'
}

const namedAt = (scene: Scene, head: number): Argument[] =>
  scene.known.index.has(`${scene.tree.sentence.index}:${head}`)
    ? argumentsAt(scene.tree, head, scene.known)
    : []

/** "ties with Arvenia are good": whom words are about stands at most this many arcs below their head. */
const TOPIC = 2

const INSIDE = new Set(['in', 'at', 'near', 'across', 'throughout', 'inside', 'outside'])

/** "arrived in Arvenia" speaks of a place. */
const isPlace = (scene: Scene, head: number): boolean => casesOf(scene.tree, head).some((c) => INSIDE.has(c))

/** The first state or person of another state in the words, with those that are joined to it. */
function about(scene: Scene, content: readonly Phrase[], home: string | null): Aim {
  const heads = content.flatMap((c) => Array.from({ length: c.to - c.from }, (_, k) => c.from + k))
  for (const head of heads) {
    // "a Greek Orthodox church" is not about Greece.
    if (['amod', 'compound'].includes(label(scene.tree.tokens[head]!)) || isPlace(scene, head)) continue
    if (!content.some((c) => distance(scene.tree, c.head, head) <= TOPIC)) continue
    const joined = heads.filter(
      (k) => label(scene.tree.tokens[k]!) === 'conj' && scene.tree.tokens[k]!.head === head,
    )
    const found = unique(
      [head, ...joined].flatMap((k) => namedAt(scene, k)).filter((a) => isForeign(scene, a, home)),
    )
    if (found.length) return { recipient: found, recipientFrom: 'about' }
  }
  return NOBODY
}

function addressed(scene: Scene, speech: Speech, speaker: Argument): Aim {
  const to = speech.addressee
  if (!to) return NOBODY
  const heard = to.actors.filter((a) => scene.known.countryOf(a) !== null && a !== speaker.actor)
  const span = { start: to.start, end: to.end }
  const recipient = heard.map((actor): Argument => ({ actor, span, how: to.kind, rule: to.reason.rule }))
  return recipient.length ? { recipient, recipientFrom: 'addressed' } : NOBODY
}

/** "called Arvenia a friend": whom the words describe. */
function called(scene: Scene, speech: Speech, home: string | null): Aim {
  const objects = speech.cue === null ? [] : kids(scene.tree, speech.cue, 'obj')
  const found = unique(objects.flatMap((k) => namedAt(scene, k)).filter((a) => isForeign(scene, a, home)))
  return found.length ? { recipient: found, recipientFrom: 'about' } : NOBODY
}

/** "said Baker had been misread", "said Nakasone's demand would be met": the subject of the words, or whose it is. */
function subjectOf(scene: Scene, { content }: Speech, speaker: Argument): Aim {
  const { tree, known } = scene
  const subjects = content
    .flatMap((c) => kids(tree, c.head, 'nsubj'))
    .flatMap((k) => argumentsAt(tree, k, known))
  const home = known.countryOf(speaker.actor)
  const found = subjects.filter((a) =>
    a.how === 'modifier'
      ? ![null, home].includes(known.countryOf(a.actor))
      : known.isPerson(a.actor) && a.actor !== speaker.actor,
  )
  return found.length ? { recipient: unique(found), recipientFrom: 'about' } : NOBODY
}

/** The addressee, else the state or person that the words are about. */
function aimOf(scene: Scene, speech: Speech, speaker: Argument): Aim {
  const home = scene.known.countryOf(speaker.actor)
  const ways = [
    () => addressed(scene, speech, speaker),
    () => about(scene, speech.content, home),
    () => called(scene, speech, home),
    () => subjectOf(scene, speech, speaker),
  ]
  for (const way of ways) {
    const aim = way()
    if (aim.recipient.length) return aim
  }
  return NOBODY
}

/** "Arvenia's aggression has to end": who is blamed or asked anywhere in the words, where only one party can be meant. */
function onlyOther(scene: Scene, { content }: Speech, speaker: Argument): Aim {
  const home = scene.known.countryOf(speaker.actor)
  const heads = content.flatMap((c) => Array.from({ length: c.to - c.from }, (_, k) => c.from + k))
  const named = unique(heads.filter((k) => !isPlace(scene, k)).flatMap((k) => namedAt(scene, k)))
  const others = named.filter((a) => a.actor !== speaker.actor)
  const foreign = others.filter((a) => ![null, home].includes(scene.known.countryOf(a.actor)))
  const states = new Set(foreign.map((a) => scene.known.countryOf(a.actor)))
  if (states.size === 1) return { recipient: foreign.slice(0, 1), recipientFrom: 'said' }
  const people = others.filter((a) => scene.known.isPerson(a.actor))
  return !states.size && people.length === 1 ? { recipient: people, recipientFrom: 'said' } : NOBODY
}

/** "must withdraw", "should begin": the words say what somebody has to do. */
const isDemand = ({ tree, rules }: Scene, head: number): boolean =>
  auxiliaries(tree, head).some((k) => rules.auxiliary.demanding.has(tree.tokens[k]!.lemma.toLowerCase()))

/** "our country must save water" asks nothing of others. */
function isOwnDuty(scene: Scene, head: number, home: string | null): boolean {
  const subjects = kids(scene.tree, head, 'nsubj').flatMap((k) => argumentsAt(scene.tree, k, scene.known))
  return subjects.length > 0 && subjects.every((a) => scene.known.countryOf(a.actor) === home)
}

const demands = (scene: Scene, { content }: Speech, home: string | null): boolean =>
  content.some((c) => isDemand(scene, c.head) && !isOwnDuty(scene, c.head, home))

/** "X said Y must withdraw": what another state must do is asked of it. */
function demandedOf(scene: Scene, speech: Speech, speaker: Argument): Aim {
  const { tree } = scene
  const home = scene.known.countryOf(speaker.actor)
  for (const { head } of speech.content) {
    const must = isDemand(scene, head)
    const who = kids(tree, head, 'nsubj')
      .flatMap((k) => namedAt(scene, k))
      .filter((a) => isForeign(scene, a, home))
    if (must && who.length) return { recipient: who, recipientFrom: 'said' }
  }
  return NOBODY
}

/** An event that is the speech itself, or that its words tell of as done. */
const tells = (speech: Speech, e: Unweighed): boolean =>
  e.trigger.head === speech.cue || (e.speech?.cue === speech.cue && e.telling.aux !== 'hypothetical')

/** The codebook's line for a verb of speech. */
function lineFor(scene: Scene, speech: Speech): Trigger {
  const known = scene.rules.codebook.triggersByLemma.verb.get(speech.lemma ?? '') ?? []
  return known.find((t) => t.type === 'STATEMENT') ?? known[0]!
}

const NO_SLOTS: Match['slots'] = { subject: [], object: [], iobj: [], prep: new Map(), clause: [] }

const isInfinitive = (scene: Scene, { head }: Phrase): boolean =>
  label(scene.tree.tokens[head]!) === 'xcomp' &&
  kids(scene.tree, head, 'mark').some((k) => scene.tree.tokens[k]!.form.toLowerCase() === 'to')

/** A person, body or state with a name, or a group that the text gives a state: who else speaks is nobody known. */
function isNamed({ reading }: Scene, { actor, how }: Argument): boolean {
  const { kind, country, reason } = reading.actors[actor]!
  const told = kind !== 'group' || (country !== null && reason.rule !== 'group-of-main-state')
  return told && how !== 'modifier'
}

interface ToldAs {
  readonly event: EventType
  readonly note?: string
  readonly aim?: Aim
}

/** Below this probability it is left open what kind of words they are, and nothing is coded. */
const SURE = 0.4
/** Words that are more than a statement must be surer. */
const SURER = 0.6

/** What saying these words is, by the verb itself, by a demand, or by the words; null where that is not clear. */
function toldAs(
  scene: Scene,
  speech: Speech,
  own: Trigger | null,
  { speaker, demand, aim }: { speaker: Argument; demand: Aim; aim: Aim },
): ToldAs | null {
  if (demand.recipient.length) return { event: 'REQUEST' }
  if (own) return aim.recipient.length ? { event: own.type } : null
  const { label, probability, reasons } = judge(
    utteranceFeatures(scene.tree, speech, scene.reading, scene.rules.evaluations),
    scene.rules.learned.utterance,
  )
  if (probability < SURE) return null
  const event = label as EventType
  // "the talks must go on": a demand, of whom is not told.
  if (event === 'STATEMENT')
    return demands(scene, speech, scene.known.countryOf(speaker.actor)) ? null : { event }
  const whom = aim.recipient.length ? aim : onlyOther(scene, speech, speaker)
  return whom.recipient.length && probability >= SURER
    ? { event, aim: whom, note: `words like: ${reasons.join(', ')}` }
    : null
}

/** What stands around the words of a speaker. */
export interface Around {
  /** Events of the same sentence. */
  readonly taken: readonly Unweighed[]
  readonly times: ReadonlyMap<number, TimeExpression>
  /** What the verb of speech tells by itself, where that is more than saying. */
  readonly own: Trigger | null
}

/** Words that are told as someone's and that no other type tells; a demand in reported speech is a REQUEST. */
export function statementAt(scene: Scene, speech: Speech, { taken, times, own }: Around): Unweighed | null {
  const [speaker] = speakerOf(speech)
  if (!speaker || !isNamed(scene, speaker) || speech.cue === null || taken.some((e) => tells(speech, e)))
    return null
  const demand = demandedOf(scene, speech, speaker)
  const aim = demand.recipient.length ? demand : aimOf(scene, speech, speaker)
  const told = toldAs(scene, speech, own, { speaker, demand, aim })
  if (!told) return null
  const { tree, rules } = scene
  const match: Match = {
    token: speech.cue,
    trigger: lineFor(scene, speech),
    slots: NO_SLOTS,
    used: [],
    others: [],
  }
  // "declined to say", "might say", "threatened to fire": nothing was said, or no words are told.
  const telling = tellingOf(tree, match, rules.auxiliary)
  if (telling.aux || speech.content.some((c) => isInfinitive(scene, c))) return null
  return {
    sentence: tree.sentence.index,
    event: told.event,
    telling: telling,
    mode: null,
    context: contextsOf(tree, rules.codebook, []),
    trigger: triggerPhrase(tree, speech.cue),
    reason: {
      rule: sourceOf(match),
      words: tree.tokens[speech.cue]!.form,
      ...(told.note ? { note: told.note } : {}),
    },
    actor: [speaker],
    ...(told.aim ?? aim),
    time: times.get(speech.cue) ?? null,
    before: null,
    place: null,
    earlier: earlierChance(scene, speech.cue, told.event),
    standing: false,
    topic: [],
    numbers: [],
    quotations: [...speech.quotations],
    stance: speech.stance,
    speech: null,
    deniedBy: [],
  }
}
