import { createHash } from 'node:crypto'
import type { Argument, Attribution, CodedEvent, Entity, Mention, Reading, Reason, Span } from '../types.js'
import { toEntity } from './entities.js'
import { evidenceOf } from './evidence.js'
import { type Gazetteer, resolvePlace } from './places.js'
import type { Dated } from './scene.js'

/** A mention tells in a sentence; longer ones are cut to this many characters around the trigger. */
const LONGEST_TEXT = 600

/** Versions of what made a record. */
export interface Made {
  readonly reader: string
  readonly codebook: string
}

/** What all mentions of one report are made with. */
export interface Making {
  readonly reading: Reading
  readonly gazetteer: Gazetteer
  readonly made: Made
  /** States that the report names, the likeliest first: of several places of one name theirs is meant. */
  readonly likely: readonly string[]
}

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

/**
 * One report's telling of an event, each value with its evidence.
 * @param historical why it belongs to a closed past; null where it does not
 */
export function toMention(
  making: Making,
  event: CodedEvent,
  dated: Dated,
  historical: Reason | null,
): Mention {
  const { reading, made } = making
  const { report } = reading
  const span = tellingSpan(reading, event)
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
    event_loc: event.place ? resolvePlace(event.place, making.likely, making.gazetteer) : null,
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
    evidence: evidenceOf(reading, event, dated, historical),
  }
}
