import { daysOf } from '../store/days.js'
import type { ComparedField, Mention } from '../types.js'
import { type Claim, claim, compareClaims, evidenceSpans, type Relation, spansOf } from './claims.js'
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
  const { first, last } = daysOf(mention.date)
  return first && last ? Date.parse(last) - Date.parse(first) : Number.POSITIVE_INFINITY
}

function relateDates(a: Claim, b: Claim): Relation {
  if (a.value === b.value) return 'same'
  const [left, right] = [daysOf(a.value), daysOf(b.value)]
  if (!left.first || !left.last || !right.first || !right.last) return 'apart'
  return left.first <= right.last && right.first <= left.last ? 'precision' : 'conflict'
}
