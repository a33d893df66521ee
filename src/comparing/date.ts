import { dayNumber, days, overlaps } from '../resolving/edtf.js'
import type { ComparedField, Mention } from '../types.js'
import { type Claim, claim, compareClaims, evidenceSpans, type Relation, spansOf } from './claims.js'
import { corrects } from './published.js'
import type { Telling } from './tellings.js'

/** When: two dates agree when both can be true, and exclude each other when no day lies in both. */
export function compareDates(tellings: readonly Telling[]): readonly ComparedField[] {
  return compareClaims('date', tellings.flatMap(dateOf), relateDates)
}

/** The most exact date that a report gives; one that it says before one taken from elsewhere. */
function dateOf(telling: Telling): readonly Claim[] {
  const dated = telling.mentions.filter((mention) => mention.date !== null)
  const [best] = [...dated].sort((a, b) => Number(isSaid(b)) - Number(isSaid(a)) || width(a) - width(b))
  if (!best?.date) return []
  const spans = spansOf(telling, best, best.date_text)
  const found = spans.length > 0 ? spans : evidenceSpans(telling, best, ['date'])
  return [claim(telling, best.date, best.date, found, isSaid(best), best.date_text !== null)]
}

/** A day counted from the report's own words and its own date is that report's word; one from another report is not. */
function isSaid(mention: Mention): boolean {
  return mention.date_text !== null && mention.date_from !== 'other-report'
}

function width(mention: Mention): number {
  const bounds = days(mention.date!)
  return bounds ? dayNumber(bounds[1]) - dayNumber(bounds[0]) : Number.POSITIVE_INFINITY
}

function relateDates(a: Claim, b: Claim): Relation {
  if (a.value === b.value) return 'same'
  if (!days(a.value) || !days(b.value)) return 'apart'
  if (overlaps(a.value, b.value)) return 'precision'
  return corrects(a.telling, b.telling) || corrects(b.telling, a.telling) ? 'update' : 'conflict'
}
