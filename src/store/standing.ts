import type { Report, Standing } from '../types.js'

/**
 * What a person said of a report's standing. Marks are kept for good: a later one takes the place of an earlier one.
 */
export interface Mark {
  readonly report: string
  readonly standing: Standing
  /** When an embargo ends, ISO 8601 in UTC; null where it ends with a later mark. */
  readonly until: string | null
  readonly reason: string
  readonly who: string
  /** ISO 8601. */
  readonly at: string
}

/** How a report stands, and who says so. */
export interface Stand {
  readonly standing: Standing
  readonly until: string | null
  /** Said by the text, or marked by a person; null where neither says anything. */
  readonly from: 'text' | 'mark' | null
  readonly mark: Mark | null
}

const LIVE: Stand = { standing: 'live', until: null, from: null, mark: null }

/** How a report stands: as it was last marked, else as its text says. */
export function standOf({ notice }: Pick<Report, 'notice'>, mark: Mark | null): Stand {
  if (mark) return { standing: mark.standing, until: mark.until, from: 'mark', mark }
  return notice ? { standing: notice.standing, until: notice.until, from: 'text', mark: null } : LIVE
}

/** Whether it must not be shown at this moment (ISO 8601). */
export function isHeld({ standing, until }: Stand, now: string): boolean {
  return standing === 'embargoed' && (until === null || Date.parse(until) > Date.parse(now))
}

/** How a report in the record stands: an embargo that is over leaves no trace. */
export function shownStand(report: Pick<Report, 'notice'>, mark: Mark | null): Stand {
  const stand = standOf(report, mark)
  return stand.standing === 'embargoed' ? LIVE : stand
}
