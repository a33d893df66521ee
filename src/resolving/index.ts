import { createHash } from 'node:crypto'
import type {
  Argument,
  Attribution,
  CodedEvent,
  Entity,
  Evidence,
  Mention,
  Reading,
  Reason,
  Span,
} from '../types.js'
import type { StateWords } from './check.js'
import type { Resolved } from './dates.js'
import { days } from './edtf.js'
import { toEntity } from './entities.js'
import { type Gazetteer, resolvePlace } from './places.js'
import { type Dated, sceneDates } from './scene.js'

/** Versions of what made a record. */
export interface Made {
  readonly reader: string
  readonly codebook: string
}

/** A mention tells in a sentence; longer ones are cut to this many characters around the trigger. */
const LONGEST_TEXT = 600

const id = (...parts: (string | number)[]): string =>
  createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 16)

/** The sentence that tells an event, cut at a word where it is very long. */
function tellingSpan(reading: Reading, event: CodedEvent): Span {
  const sentence = reading.sentences[event.sentence]!
  if (sentence.end - sentence.start <= LONGEST_TEXT) return { start: sentence.start, end: sentence.end }
  const from = Math.max(sentence.start, event.trigger.start - LONGEST_TEXT / 2)
  const to = Math.min(sentence.end, from + LONGEST_TEXT)
  const tokens = sentence.tokens.filter((t) => t.start >= from && t.end <= to)
  return { start: tokens[0]!.start, end: tokens.at(-1)!.end }
}

function entities(reading: Reading, list: readonly Argument[]): Entity[] {
  const all = list.map((a) => toEntity(reading.actors[a.actor]!))
  return all.filter((e, i) => all.findIndex((o) => o.id === e.id) === i)
}

const RULES: Readonly<Record<Argument['how'], string>> = {
  name: 'named',
  pronoun: 'pronoun',
  description: 'description',
  modifier: 'belongs to',
  implied: 'implied',
}

function roleEvidence(reading: Reading, field: string, list: readonly Argument[]): Evidence[] {
  const { text } = reading.report
  return list.map((a) => ({
    field,
    value: toEntity(reading.actors[a.actor]!).id,
    said: a.how !== 'implied',
    spans: [a.span],
    reason: { rule: RULES[a.how], words: text.slice(a.span.start, a.span.end), note: a.rule },
  }))
}

/** Which state each person or group belongs to, and why. */
function countryEvidence(reading: Reading, list: readonly Argument[]): Evidence[] {
  return list.flatMap(({ actor }) => {
    const { country, kind, name, reason, offices } = reading.actors[actor]!
    if (!country || kind === 'state') return []
    const spans = offices.filter((o) => o.country === country).map((o) => o.span)
    return [
      {
        field: 'country',
        value: `${name}: ${country}`,
        said: spans.length > 0,
        spans: spans.slice(0, 1),
        reason,
      },
    ]
  })
}

function dateEvidence(event: CodedEvent, dated: Resolved): Evidence[] {
  if (!dated.edtf) return []
  const spans = event.time ? [{ start: event.time.start, end: event.time.end }] : []
  return [{ field: 'date', value: dated.edtf, said: dated.from === 'said', spans, reason: dated.reason }]
}

function valueEvidence(reading: Reading, event: CodedEvent): Evidence[] {
  const said = (field: string, span: Span, value: string, rule: string): Evidence => ({
    field,
    value,
    said: true,
    spans: [{ start: span.start, end: span.end }],
    reason: { rule, words: value },
  })
  const { text } = reading.report
  const quotes = event.quotations.map((q) => reading.quotations[q]!.inner)
  return [
    ...(event.place ? [said('place', event.place, event.place.text, `place: ${event.place.kind}`)] : []),
    ...quotes.map((q) => said('quote', q, text.slice(q.start, q.end), 'between quotation marks')),
    ...event.numbers.map((n) => said('number', n, n.text, `counts ${n.what}`)),
    ...event.topic.map((t) => said('topic', t, text.slice(t.start, t.end), 'object of the trigger')),
  ]
}

function auxEvidence(event: CodedEvent, aux: Mention['aux'], historical: Reason | null): Evidence[] {
  if (!aux) return []
  const reason =
    aux === 'historical' && historical ? historical : { rule: `told as ${aux}`, words: event.telling.words }
  return [{ field: 'aux', value: aux, said: false, spans: [], reason }]
}

/** A pronoun that stands for nobody known names no source. */
const NOBODY = /^(who|that|which|it|they|he|she|this|some|others|what|there)?$/i

function attributionOf(reading: Reading, event: CodedEvent): Attribution | null {
  if (!event.speech?.attribution) return null
  const { attribution, source } = event.speech
  if (!source && NOBODY.test(attribution.name)) return null
  const pronoun = source && source.kind !== 'name' && source.actors.length === 1
  return pronoun ? { ...attribution, name: reading.actors[source.actors[0]!]!.name } : attribution
}

/** Who the report has an event from, when it is someone known; whoever denies it does not claim it. */
function claimants(reading: Reading, event: CodedEvent): Entity[] {
  if (!event.speech?.source || event.deniedBy.length) return []
  return event.speech.source.actors.map((a) => toEntity(reading.actors[a]!))
}

/** What belongs to a closed past: a former state acted, or it lies a generation back. */
function historicalReason(
  event: CodedEvent,
  reading: Reading,
  dated: Resolved,
  former: ReadonlyMap<string, string>,
): Reason | null {
  const written = reading.report.published?.value
  // A report of 1987 tells of the Soviet Union as of any other state.
  const isPast = (country: string) => former.has(country) && !(written && written < former.get(country)!)
  const actor = [...event.actor, ...event.recipient]
    .map((a) => reading.actors[a.actor]!)
    .find((a) => a.country && isPast(a.country))
  if (actor) return { rule: 'former state', words: actor.name }
  if (dated.from === 'named-period') return { rule: 'closed period', words: event.time?.text ?? '' }
  const published = yearOf(reading.report.published?.value)
  const year = yearOf(dated.edtf)
  return published && year && published - year >= 30
    ? { rule: 'thirty years or more before publication', words: event.time?.text ?? '' }
    : null
}

const yearOf = (edtf: string | null | undefined): number | null =>
  Number(/\d{4}/.exec(edtf ?? '')?.[0] ?? 0) || null

export interface ResolvingRules {
  readonly gazetteer: Gazetteer
  /** States of the past by code, with their last day: SUN, YUG. */
  readonly former: ReadonlyMap<string, string>
  /** The type that an act has while it lies ahead, by the codebook; null where it keeps its own. */
  readonly planned: (event: CodedEvent['event']) => CodedEvent['event'] | null
  /** For the check: the words by which each state may be named. */
  readonly stateWords: StateWords
}

interface Step {
  readonly reading: Reading
  readonly rules: ResolvingRules
  readonly made: Made
  readonly likely: readonly string[]
}

/** "said the line opens in May": a day after the report's own does not date words that were said. */
function sayable(event: CodedEvent, dated: Dated, { report }: Reading): Dated {
  const published = report.published?.value.slice(0, 10)
  const first = dated.edtf ? days(dated.edtf)?.[0] : null
  const later = published && first && first > published
  const said = event.event === 'STATEMENT' && event.telling.tense === 'past'
  return later && said ? { ...dated, edtf: null, from: null, meaning: null } : dated
}

/** What is dated after the report's own day has not happened yet, whatever its tense ("meet on Wednesday"). */
function ahead(event: CodedEvent, dated: Dated, { reading, rules }: Step): CodedEvent {
  const published = reading.report.published?.value.slice(0, 10)
  const first = dated.edtf ? days(dated.edtf)?.[0] : null
  if (!published || !first || first <= published || event.telling.aux || event.event === 'AGREE') return event
  // Words that were said are said: the day ahead is in them.
  if (event.event === 'STATEMENT' && event.telling.tense === 'past') return event
  const planned = rules.planned(event.event)
  const telling = {
    ...event.telling,
    aux: planned ? null : ('future' as const),
    tense: 'future' as const,
    words: event.time?.text ?? '',
  }
  if (!planned || planned === event.event) return { ...event, telling }
  return {
    ...event,
    telling,
    event: planned,
    mode: null,
    reason: { ...event.reason, note: `${event.event} dated after publication` },
  }
}

function toMention(step: Step, event: CodedEvent, dated: Dated): Mention {
  const { reading, made } = step
  const { report } = reading
  const span = tellingSpan(reading, event)
  const historical = historicalReason(event, reading, dated, step.rules.former)
  const aux = event.telling.aux ?? (historical ? 'historical' : null)
  const quotes = event.quotations.map((q) => reading.quotations[q]!.inner)
  return {
    id: id(report.id, event.event, event.trigger.start, event.trigger.end),
    report: report.id,
    file: report.file,
    ...span,
    text: report.text.slice(span.start, span.end),
    event: event.event,
    mode: event.mode,
    context: [...event.context],
    aux,
    background: historical !== null || dated.background || event.standing,
    date: dated.edtf,
    date_from: dated.from,
    date_text: event.time?.text ?? null,
    actor: entities(reading, event.actor),
    recipient: entities(reading, event.recipient),
    recipient_from: event.recipientFrom,
    event_loc: event.place ? resolvePlace(event.place, step.likely, step.rules.gazetteer) : null,
    quote: quotes.map((q) => report.text.slice(q.start, q.end)),
    stance: event.stance,
    attribution: attributionOf(reading, event),
    numbers: event.numbers.map(({ what, value, bound, text }) => ({ what, value, bound, text })),
    coder: { ...made },
    trigger: {
      start: event.trigger.start,
      end: event.trigger.end,
      text: report.text.slice(event.trigger.start, event.trigger.end),
      lemma: event.trigger.lemma,
    },
    topic: event.topic.map((t) => ({ start: t.start, end: t.end, text: report.text.slice(t.start, t.end) })),
    claimed_by: claimants(reading, event),
    denied_by: entities(reading, event.deniedBy),
    confidence: Math.round(event.confidence * 100) / 100,
    dating: dated.meaning ? { meaning: dated.meaning, tense: event.telling.tense } : null,
    evidence: [
      {
        field: 'event',
        value: event.event,
        said: true,
        spans: [{ start: event.trigger.start, end: event.trigger.end }],
        reason: event.reason,
      },
      ...roleEvidence(reading, 'actor', event.actor),
      ...roleEvidence(reading, 'recipient', event.recipient),
      ...countryEvidence(reading, [...event.actor, ...event.recipient]),
      ...dateEvidence(event, dated),
      ...valueEvidence(reading, event),
      ...auxEvidence(event, aux, historical),
    ],
  }
}

/**
 * Words in quotation marks belong to the act told last before them: "said that ties grow and asked her to pass on his
 * 'greetings'" quotes what was asked, not what was said.
 */
function withOwnQuotations(event: CodedEvent, events: readonly CodedEvent[], reading: Reading): CodedEvent {
  const own = event.quotations.filter((q) => {
    const { start } = reading.quotations[q]!
    const rivals = events.filter((other) => other.quotations.includes(q) && other.trigger.start < start)
    return event.trigger.start > start || rivals.every((r) => r.trigger.start <= event.trigger.start)
  })
  return own.length === event.quotations.length ? event : { ...event, quotations: own }
}

/** Mentions of one sentence and type share its words: each has those from its trigger to the next one's. */
function withClause(mention: Mention, mentions: readonly Mention[]): Mention {
  const { start, end, event, trigger } = mention
  const rivals = mentions.filter((m) => m.event === event && m.trigger.start >= start && m.trigger.end <= end)
  const later = rivals.filter((m) => m.trigger.start >= trigger.end).map((m) => m.trigger.start)
  const earlier = rivals.some((m) => m.trigger.end <= trigger.start)
  if (!earlier && !later.length) return mention
  return { ...mention, clause: { start: earlier ? trigger.start : start, end: Math.min(end, ...later) } }
}

/** States that a report names, the most frequent first. */
function statesOf(reading: Reading): string[] {
  const counts = new Map<string, number>()
  for (const name of reading.names)
    if (name.country) counts.set(name.country, (counts.get(name.country) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([country]) => country)
}

/**
 * Names to entities, time expressions to EDTF, places to the gazetteer.
 * @param events what the coder found in `reading`
 * @returns the mentions of the report, each value with its evidence
 * @example resolve(events, reading, rules, { reader: 'a1', codebook: 'b2' })[0].date // '2025-10-27'
 */
export function resolve(
  events: readonly CodedEvent[],
  reading: Reading,
  rules: ResolvingRules,
  made: Made,
): Mention[] {
  const step = { reading, rules, made, likely: statesOf(reading) }
  const dates = sceneDates(events, reading).map((dated, i) => sayable(events[i]!, dated, reading))
  const quoting = events.map((event) => withOwnQuotations(event, events, reading))
  const told = quoting.map((event, i) => ahead(event, dates[i]!, step))
  const mentions = told.map((event, i) => toMention(step, event, dates[i]!))
  const once = mentions.filter((m, i) => mentions.findIndex((o) => o.id === m.id) === i)
  return once.map((mention) => withClause(mention, once))
}
