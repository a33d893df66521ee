import type { Report, Standing } from '../types.js'

/** How a report stands when it is compared, and in whose words. */
export interface ToldStanding {
  readonly standing: Standing
  /** When an embargo ends, ISO 8601; null where none is known. */
  readonly until: string | null
  /** Said by the text itself, or marked by a person; null where it is live and nobody says anything. */
  readonly from: 'text' | 'mark' | null
  /** The text's own words, or the reason that the person gave. */
  readonly reason: string | null
}

/** What a report's own text says of its standing. */
export function ownStanding({ notice, text }: Report): ToldStanding {
  if (!notice) return { standing: 'live', until: null, from: null, reason: null }
  const { standing, until, span } = notice
  return { standing, until, from: 'text', reason: text.slice(span.start, span.end) }
}
