import type { ComparedField } from '../types.js'
import { type Claim, claim, compareClaims, type Relation, spansOf } from './claims.js'
import type { Telling } from './tellings.js'
import { fold, holdsWords, mostlyShared } from './words.js'

/** Quoted words: the same, the same in other words, or given by one report only. */
export function compareQuotes(tellings: readonly Telling[]): readonly ComparedField[] {
  return compareClaims('quote', tellings.flatMap(quotesOf), relateQuotes)
}

function quotesOf(telling: Telling): readonly Claim[] {
  const all = telling.mentions.flatMap((mention) =>
    mention.quote.map((quote) => claim(telling, fold(quote), quote, spansOf(telling, mention, quote))),
  )
  return all.filter((one, i) => one.key !== '' && all.findIndex((other) => other.key === one.key) === i)
}

/** Words that have little in common may be two quotations of one speech, so they are not set against each other. */
function relateQuotes(a: Claim, b: Claim): Relation {
  if (a.key === b.key) return 'same'
  if (a.telling === b.telling) return 'apart'
  if (holdsWords(a.value, b.value) || holdsWords(b.value, a.value)) return 'precision'
  return mostlyShared(a.value, b.value) ? 'wording' : 'apart'
}
