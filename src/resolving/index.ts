import type { CodedEvent, EventType, Mention, Reading } from '../types.js'
import type { StateWords } from './check.js'
import { type Made, toMention } from './mention.js'
import type { Gazetteer } from './places.js'
import { ahead, historicalReason, sayable } from './report-day.js'
import { sceneDates } from './scene.js'

export type { Made }

export interface ResolvingRules {
  readonly gazetteer: Gazetteer
  /** States of the past by code, with their last day: SUN, YUG. */
  readonly former: ReadonlyMap<string, string>
  /** The type that an act has while it lies ahead, by the codebook; null where it keeps its own. */
  readonly planned: (event: EventType) => EventType | null
  /** For the check: the words by which each state may be named. */
  readonly stateWords: StateWords
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
  const { report } = reading
  const making = { reading, made, gazetteer: rules.gazetteer, likely: statesOf(reading) }
  const dates = sceneDates(events, reading).map((dated, i) => sayable(events[i]!, dated, report))
  const mentions = events.map((coded, i) => {
    const quoting = withOwnQuotations(coded, events, reading)
    const event = ahead(quoting, dates[i]!, report, rules.planned(coded.event))
    return toMention(making, event, dates[i]!, historicalReason(event, reading, dates[i]!, rules.former))
  })
  const once = mentions.filter((m, i) => mentions.findIndex((o) => o.id === m.id) === i)
  return once.map((mention) => withClause(mention, once))
}
