import type { Mention } from '../../rapport.js'
import { hasFreeSides, type MarkedPair } from './gold/plover.js'

function touches(mention: Mention, field: 'actor' | 'recipient', text: string, phrase: string): boolean {
  const start = text.indexOf(phrase)
  return mention.evidence.some(
    (e) => e.field === field && e.spans.some((s) => s.start < start + phrase.length && s.end > start),
  )
}

/** Both parties are in the record, on whichever side. */
export function hasParties(mention: Mention, { sentence, source, target }: MarkedPair): boolean {
  const either = (phrase: string) =>
    touches(mention, 'actor', sentence, phrase) || touches(mention, 'recipient', sentence, phrase)
  return either(source) && either(target)
}

/** Both parties are in the record, each on its side where the type has sides. */
export function hasPair(mention: Mention, pair: MarkedPair): boolean {
  const { sentence, source, target } = pair
  const ordered =
    touches(mention, 'actor', sentence, source) && touches(mention, 'recipient', sentence, target)
  return ordered || (hasFreeSides(mention.event) && hasParties(mention, pair))
}
