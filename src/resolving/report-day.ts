import type { CodedEvent, EventType, Reading, Reason, Report } from '../types.js'
import { days } from './edtf.js'
import type { Dated } from './scene.js'

/**
 * Why an act belongs to a closed past: a former state acted, or it lies a generation back; null where it does not.
 * @param former states of the past with their last day
 */
export function historicalReason(
  event: CodedEvent,
  reading: Reading,
  dated: Dated,
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
  const published = yearOf(written)
  const year = yearOf(dated.edtf)
  return published && year && published - year >= 30
    ? { rule: 'thirty years or more before publication', words: event.time?.text ?? '' }
    : null
}

const yearOf = (edtf: string | null | undefined): number | null =>
  Number(/\d{4}/.exec(edtf ?? '')?.[0] ?? 0) || null

/** Whether something is dated after the day of its report. */
function isLater({ edtf }: Dated, { published }: Report): boolean {
  const first = edtf ? days(edtf)?.[0] : null
  return !!published && !!first && first > published.value.slice(0, 10)
}

/** Words that were said are said: a day ahead is in them. */
const isSaid = ({ event, telling }: CodedEvent): boolean => event === 'STATEMENT' && telling.tense === 'past'

/** "said the line opens in May": a day after the report's own does not date words that were said. */
export const sayable = (event: CodedEvent, dated: Dated, report: Report): Dated =>
  isLater(dated, report) && isSaid(event) ? { ...dated, edtf: null, from: null, meaning: null } : dated

/**
 * What is dated after the report's own day has not happened yet, whatever its tense ("meet on Wednesday").
 * @param planned the type that the act has while it lies ahead; null where it keeps its own
 */
export function ahead(
  event: CodedEvent,
  dated: Dated,
  report: Report,
  planned: EventType | null,
): CodedEvent {
  if (!isLater(dated, report) || event.telling.aux || event.event === 'AGREE' || isSaid(event)) return event
  const aux = planned ? null : 'future'
  const telling = { ...event.telling, aux, tense: 'future', words: event.time?.text ?? '' } as const
  if (!planned || planned === event.event) return { ...event, telling }
  const reason = { ...event.reason, note: `${event.event} dated after publication` }
  return { ...event, telling, event: planned, mode: null, reason }
}
