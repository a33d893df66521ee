import type { ComparedField, Mention } from '../types.js'
import { type Claim, claim, compareClaims, evidenceSpans, type Relation, spansOf } from './claims.js'
import type { Telling } from './tellings.js'
import { fold, holdsWords } from './words.js'

/**
 * Whom each report has it from: that two relay one source is said by both. Two sources are two sources, never a
 * contradiction.
 */
export function compareAttributions(tellings: readonly Telling[]): readonly ComparedField[] {
  const relayed = tellings.map((telling) => ({ ...telling, voice: telling.origin }))
  return compareClaims('attribution', relayed.flatMap(sourcesOf), relateSources)
}

function sourcesOf(telling: Telling): readonly Claim[] {
  return telling.mentions.flatMap((mention) => {
    if (!mention.attribution || isActor(mention, mention.attribution.name)) return []
    const { name } = mention.attribution
    const spans = spansOf(telling, mention, name)
    const found = spans.length > 0 ? spans : evidenceSpans(telling, mention, ['attribution'])
    return [claim(telling, fold(name), name, found)]
  })
}

/** That the speaker is the source of a statement is no news of it. */
function isActor(mention: Mention, name: string): boolean {
  return mention.actor.some((entity) => entity.names.some((own) => fold(own) === fold(name)))
}

function relateSources(a: Claim, b: Claim): Relation {
  if (a.key === b.key || isShortName(a.value, b.value) || isShortName(b.value, a.value)) return 'same'
  return holdsWords(a.value, b.value) || holdsWords(b.value, a.value) ? 'precision' : 'apart'
}

/** "Tolven" for "Mira Tolven", but not "officials" for "Bolandian officials". */
function isShortName(short: string, long: string): boolean {
  return /^\p{Lu}/u.test(short) && fold(long).endsWith(` ${fold(short)}`)
}
