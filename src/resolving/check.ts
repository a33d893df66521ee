import type { Evidence, Mention, Report } from '../types.js'
import { fold } from './fold.js'

/** Thrown when a record says what its report does not: a bug of the reader, never of the report. */
export class CheckError extends Error {
  constructor(
    readonly mention: string,
    readonly problems: readonly string[],
  ) {
    super(
      `mention ${mention} was stopped by the check: ${problems.join('; ')}. This is a bug in Rapport: please report it with the text.`,
    )
    this.name = 'CheckError'
  }
}

/** The words that a value must be found in at its spans, by field; other fields only need a span in the text. */
const VERBATIM = new Set(['quote', 'number', 'topic'])

function spanProblems(evidence: Evidence, report: Pick<Report, 'text'>): string[] {
  if (evidence.said && !evidence.spans.length)
    return [`${evidence.field} "${evidence.value}" is told as said but has no span`]
  const bad = evidence.spans.filter((s) => s.start < 0 || s.end > report.text.length || s.start >= s.end)
  if (bad.length) return [`${evidence.field} "${evidence.value}" points outside the text`]
  if (!evidence.said && !evidence.reason.rule)
    return [`${evidence.field} "${evidence.value}" is inferred without a reason`]
  const there = evidence.spans.some((s) =>
    fold(report.text.slice(s.start, s.end)).includes(fold(evidence.value)),
  )
  return VERBATIM.has(evidence.field) && fold(evidence.value) && !there
    ? [`${evidence.field} "${evidence.value}" is not found at its span`]
    : []
}

/** Folded words by which a state is known besides its names in a report: adjective, people, capital, seats. */
export type StateWords = ReadonlyMap<string, readonly string[]>

/** A role that was filled by name must bear one of the entity's names at its span. */
function nameProblems(
  mention: Mention,
  evidence: Evidence,
  report: Pick<Report, 'text'>,
  states: StateWords,
): string[] {
  if (!['actor', 'recipient'].includes(evidence.field) || evidence.reason.rule !== 'named') return []
  const entity = [...mention.actor, ...mention.recipient].find((e) => e.id === evidence.value)
  if (!entity) return [`${evidence.field} evidence names "${evidence.value}", which the record does not`]
  const words = evidence.spans.map((s) => fold(report.text.slice(s.start, s.end)))
  const known = [
    ...entity.names.map(fold),
    ...(entity.kind === 'state' && entity.country ? (states.get(entity.country) ?? []) : []),
  ]
  const named = known.some((n) => words.some((w) => w.includes(n) || n.includes(w)))
  return named
    ? []
    : [`${evidence.field} "${entity.name}" is not named at its span ("${words.join('", "')}")`]
}

/** Every actor, recipient, date and place that the record bears must have its evidence. */
function missing(mention: Mention): string[] {
  const has = (field: string, value: string) =>
    mention.evidence.some((e) => e.field === field && e.value === value)
  const roles = [
    ...mention.actor.map((e) => ['actor', e.id] as const),
    ...mention.recipient.map((e) => ['recipient', e.id] as const),
  ]
  const lost = roles
    .filter(([field, value]) => !has(field, value))
    .map(([field, value]) => `${field} ${value} has no evidence`)
  if (mention.date && !has('date', mention.date)) lost.push(`date ${mention.date} has no evidence`)
  if (mention.event_loc && !mention.evidence.some((e) => e.field === 'place'))
    lost.push('the place has no evidence')
  return lost
}

/** What a person recorded is said, all of it, and in the very words that stand at its spans. */
function ownWordProblems(mention: Mention, report: Pick<Report, 'text'>): string[] {
  if (!mention.said_by_person) return []
  const told = (e: Evidence) =>
    e.said && e.spans.every((s) => report.text.slice(s.start, s.end) === e.reason.words)
  return mention.evidence
    .filter((e) => !told(e))
    .map((e) => `${e.field} "${e.value}" is not in the person's own words`)
}

/**
 * What is wrong with a record, held against its report, or against the own words of the person who recorded it; an
 * empty list when all is well. Said values must be found at their spans, inferred ones must name their reason.
 */
export function problemsOf(mention: Mention, report: Pick<Report, 'text'>, states: StateWords): string[] {
  const text =
    report.text.slice(mention.start, mention.end) === mention.text
      ? []
      : ['the text is not the slice that its offsets name']
  return [
    ...text,
    ...missing(mention),
    ...ownWordProblems(mention, report),
    ...mention.evidence.flatMap((e) => [
      ...spanProblems(e, report),
      ...nameProblems(mention, e, report, states),
    ]),
  ]
}

/** Lets a record pass only when the check finds nothing. @throws CheckError */
export function check(mention: Mention, report: Pick<Report, 'text'>, states: StateWords): Mention {
  const problems = problemsOf(mention, report, states)
  if (problems.length) throw new CheckError(mention.id, problems)
  return mention
}
