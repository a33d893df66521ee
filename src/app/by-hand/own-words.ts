import type { Span } from '../../types.js'
import type { Given } from './given.js'

/** What stands between the values of an entry. */
const BETWEEN = ' · '

type Worded = 'actor' | 'event' | 'recipient' | 'date' | 'place' | 'quote' | 'note'

/** The words of a person's entry, in one text, and where each value stands in it. */
export interface OwnWords {
  readonly text: string
  readonly spanOf: (field: Worded, position?: number) => Span
}

/**
 * An entry's own words: its values as the person gave them, in order. They are the text into which its offsets point.
 * @example ownWords(given).text // 'Tor Lund (Bolandia) · met · Arvenia · 3 March 2031'
 */
export function ownWords(given: Given): OwnWords {
  const spans = new Map<string, Span>()
  let text = ''
  for (const [key, words] of valuesOf(given)) {
    if (text) text += BETWEEN
    spans.set(key, { start: text.length, end: text.length + words.length })
    text += words
  }
  return { text, spanOf: (field, position = 0) => spans.get(`${field} ${position}`)! }
}

function valuesOf({ actor, type, recipient, date, place, quote, note }: Given): [string, string][] {
  const listed = (field: Worded, values: readonly (string | null)[]) =>
    values.flatMap((value, i): [string, string][] => (value === null ? [] : [[`${field} ${i}`, value]]))
  return [
    ...listed('actor', actor),
    ...listed('event', [type]),
    ...listed('recipient', recipient),
    ...listed('date', [date]),
    ...listed('place', [place]),
    ...listed('quote', [quote]),
    ...listed('note', [note]),
  ]
}
