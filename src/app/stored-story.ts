import { compareStory } from '../comparing/index.js'
import type { ToldStanding } from '../comparing/standing.js'
import type { StoredReport } from '../store/index.js'
import type { Comparison, Event } from '../types.js'

/** How a report of the record stands, in the words of its text or of the person who marked it. */
export function toldStanding({ report, stand }: StoredReport): ToldStanding {
  const { standing, until, from, mark } = stand
  const span = from === 'text' ? report.notice?.span : undefined
  return {
    standing,
    until,
    from,
    reason: mark?.reason ?? (span ? report.text.slice(span.start, span.end) : null),
  }
}

/** A story of the record compared point by point. */
export function compareStored(
  id: string,
  stored: readonly StoredReport[],
  events: readonly Event[],
): Comparison {
  return compareStory({
    id,
    reports: stored.map(({ report }) => report),
    events,
    origins: new Map(stored.map(({ report, origin }) => [report.id, origin?.id ?? report.id])),
    standings: new Map(stored.map((one) => [one.report.id, toldStanding(one)])),
  })
}
