import { ownTense } from '../coding/auxiliary.js'
import { treeOf } from '../reading/tree.js'
import type { CodedEvent, Reading, TimeExpression, TimeMeaning } from '../types.js'
import { type Anchor, type Resolved, resolveTime } from './dates.js'
import { days } from './edtf.js'
import { type AnchorOf, toldAnchors } from './told.js'

/** A date with the meaning that it was counted from, so that it can be counted again from another day. */
export interface Dated extends Resolved {
  readonly meaning: TimeMeaning | null
}

const UNDATED: Resolved = {
  edtf: null,
  from: null,
  reason: { rule: 'no time said', words: '' },
  precision: null,
  background: false,
}

/** Beyond this many sentences, an undated act is no longer taken for part of the opening scene. */
const SCENE_SENTENCES = 12

const byDay = (meaning: TimeMeaning): boolean =>
  meaning.kind === 'weekday' ||
  (meaning.kind === 'offset' && meaning.unit === 'day') ||
  (meaning.kind === 'month' && meaning.day !== null) ||
  (meaning.kind === 'full' && /^\d{4}-\d{2}-\d{2}/.test(meaning.edtf))

const isPeriod = (meaning: TimeMeaning): boolean =>
  meaning.kind === 'named' || (meaning.kind === 'part' && meaning.of.kind === 'named')

const WHEN = new Set([
  'in',
  'during',
  'since',
  'after',
  'before',
  'until',
  'throughout',
  'following',
  'from',
  'within',
])

/** "during the war" dates an event; "covered up the war" only speaks of it. */
function isWhen(event: CodedEvent, reading: Reading): boolean {
  const { sentence, from } = event.time!
  return reading.sentences[sentence]!.tokens.slice(Math.max(0, from - 3), from + 1).some((t) =>
    WHEN.has(t.lemma.toLowerCase()),
  )
}

/** "The leaders meet on Wednesday": the present tense with a weekday looks ahead. "They gathered on Monday to discuss
 *  it": the Monday is past, whatever the talks were for. */
function tenseOfTime({ event, telling, time }: CodedEvent, reading: Reading): Anchor['tense'] {
  const scheduled =
    event === 'CONSULT' && telling.tense !== 'past' && !telling.perfect && time!.meaning.kind === 'weekday'
  const tree = treeOf(reading.sentences[time!.sentence]!)
  if (telling.tense === 'future') return ownTense(tree, time!.head) === 'past' ? 'past' : 'future'
  return scheduled ? 'future' : telling.tense
}

/** "reviewed plans last week should X attack": what has not come about has no date in the past. */
function isOfOther({ telling, time }: CodedEvent, reading: Reading): boolean {
  if (telling.aux !== 'hypothetical' || telling.tense === 'past') return false
  return ownTense(treeOf(reading.sentences[time!.sentence]!), time!.head) === 'past'
}

/** "in the afternoon": a time of day, of a day that is told elsewhere. */
const isOfDay = (meaning: TimeMeaning | null | undefined): boolean =>
  meaning?.kind === 'time' && meaning.day === null

function ownDate(event: CodedEvent, reading: Reading, anchorOf: AnchorOf): Dated {
  const meaning = event.time?.meaning
  if (!meaning || (isPeriod(meaning) && !isWhen(event, reading)) || isOfOther(event, reading))
    return { ...UNDATED, meaning: null }
  const tense = tenseOfTime(event, reading)
  return { ...resolveTime(meaning, { ...anchorOf(event.time!), tense }, event.time!.text), meaning }
}

const actorsOf = (event: CodedEvent): number[] => [...event.actor, ...event.recipient].map((a) => a.actor)

/** The first event told by the day and as news: what the report is about. */
function opening(events: readonly CodedEvent[], dated: readonly Dated[], published: string | null): number {
  const past = (d: Dated) => !published || !d.edtf || (days(d.edtf)?.[0] ?? '') <= published.slice(0, 10)
  return dated.findIndex(
    (d, i) =>
      d.meaning !== null &&
      byDay(d.meaning) &&
      !d.background &&
      past(d) &&
      events[i]!.telling.aux !== 'future',
  )
}

/** Words and acts of the same people, told in the simple past without a time, belong to the opening scene. */
function inScene(event: CodedEvent, scene: CodedEvent, reading: Reading): boolean {
  if (
    (event.time && !isOfDay(event.time.meaning)) ||
    event.telling.tense !== 'past' ||
    event.telling.perfect ||
    event.telling.aux
  )
    return false
  if (event.sentence - scene.sentence > SCENE_SENTENCES) return false
  // Words are said again and again: those told before the dated act may be of any day.
  if (event.event === 'STATEMENT' && event.sentence < scene.sentence) return false
  const persons = actorsOf(scene).filter((a) => reading.actors[a]!.kind === 'person')
  return actorsOf(event).some((a) => persons.includes(a))
}

function fromScene(scene: Dated, words: string): Dated {
  const reason = { rule: 'told in the same scene as the dated event', words }
  return { ...scene, from: scene.edtf ? 'other-event' : null, reason, background: false }
}

/** "had earlier met": before the scene, and no more is known. */
function beforeScene(event: CodedEvent, scene: Dated | null, published: string | null): Dated {
  const latest = scene?.edtf ?? published?.slice(0, 10) ?? null
  const reason = { rule: 'past perfect: no later than', words: event.telling.words || 'had' }
  if (!latest || latest.includes('/') || latest.includes('['))
    return { ...UNDATED, background: true, meaning: null }
  return {
    edtf: `[..${latest}]`,
    from: scene?.edtf ? 'other-event' : 'publication',
    reason,
    precision: 'day',
    background: true,
    meaning: null,
  }
}

/** "just days after Kim pledged": the pledge came that long before the scene. */
function beforeByDays(event: CodedEvent, scene: Dated | null): Dated | null {
  const meaning = event.time!.meaning
  if (meaning.kind !== 'from-event' || meaning.of === 'date' || !scene?.edtf) return null
  const anchor: Anchor = {
    published: scene.edtf,
    from: 'publication',
    tense: event.telling.tense,
    event: { date: scene.edtf, is: 'clause' },
  }
  const resolved = resolveTime(meaning, anchor, event.time!.text)
  return resolved.edtf ? { ...resolved, background: true, meaning: null } : null
}

/** "after X visited": the visit was no later than what it is told before. */
function beforeMain(event: CodedEvent, events: readonly CodedEvent[], own: readonly Dated[]): Dated | null {
  if (event.before === null) return null
  const main = events.findIndex((e) => e.sentence === event.sentence && e.trigger.head === event.before)
  const date = main < 0 ? null : own[main]!.edtf
  if (!date || /[/[]/.test(date)) return null
  const reason = { rule: 'told as before the dated event', words: events[main]!.time!.text }
  return {
    edtf: `[..${date}]`,
    from: 'other-event',
    reason,
    precision: null,
    background: own[main]!.background,
    meaning: null,
  }
}

/** How sure it must be that an event is told as something earlier than the news. */
const EARLIER = 0.5

/** What lies ahead is no background, however it is told. */
const isRecalled = ({ earlier, telling }: CodedEvent): boolean =>
  earlier > EARLIER && telling.tense !== 'future'

function dateOf(
  event: CodedEvent,
  own: Dated,
  scene: { event: CodedEvent; dated: Dated } | null,
  reading: Reading,
): Dated {
  if (own.meaning?.kind === 'from-event') return beforeByDays(event, scene?.dated ?? null) ?? own
  if (own.edtf || (own.meaning && !isOfDay(own.meaning))) return own
  // "said it had launched" puts "has launched" into the past: nothing shows that it was before the scene.
  if (event.telling.pastPerfect && !event.speech)
    return beforeScene(event, scene?.dated ?? null, reading.report.published?.value ?? null)
  if (event.telling.perfect && event.sentence > reading.sentences.length / 2)
    return { ...own, background: true }
  if (scene && inScene(event, scene.event, reading)) return fromScene(scene.dated, scene.event.trigger.lemma)
  return { ...own, background: own.background || isRecalled(event) }
}

/** The tense of what a time dates; unknown where that is no event. */
function tenses(events: readonly CodedEvent[]): (time: TimeExpression) => Anchor['tense'] {
  const told = new Map(events.map((event) => [event.time?.start, event.telling.tense]))
  return (time) => told.get(time.start) ?? null
}

/**
 * The date of every event of a report: its own, that of the opening scene, or none.
 * @returns one date for each event, in the same order
 */
export function sceneDates(events: readonly CodedEvent[], reading: Reading): Dated[] {
  const anchor = { published: reading.report.published?.value ?? null, from: 'publication' as const }
  const anchorOf = toldAnchors(reading, anchor, tenses(events))
  const own = events.map((event) => ownDate(event, reading, anchorOf))
  const first = opening(events, own, anchor.published)
  const scene = first < 0 ? null : { event: events[first]!, dated: own[first]! }
  return events.map(
    (event, i) =>
      (own[i]!.meaning ? null : beforeMain(event, events, own)) ?? dateOf(event, own[i]!, scene, reading),
  )
}
