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
    const name = mention.attribution && sourceName(mention.attribution.name)
    if (!name || isActor(mention, name)) return []
    const spans = spansOf(telling, mention, name)
    const found = spans.length > 0 ? spans : evidenceSpans(telling, mention, ['attribution'])
    return [claim(telling, fold(name), name, found)]
  })
}

/** "a step that Minister Lund": what is said of stands before who says it. */
const SAID_OF = /^an?\s+\p{Ll}+\s+(?:that|which)\s+/u
/** "Minister Lund, in a speech": where or when it was said is no part of the name. */
const ASIDE = /,\s+(?:in|at|on|after|before|during|with|by|for|from)\s.*$/su
/** "Sen.": a title without its name names nobody. */
const BARE_TITLE = /^\p{Lu}\p{L}*\.$/u

function sourceName(phrase: string): string | null {
  const name = phrase.replace(SAID_OF, '').replace(ASIDE, '')
  return name === '' || BARE_TITLE.test(name) ? null : name
}

/** That those who did it say so is no news of it. */
function isActor({ actor, claimed_by }: Mention, name: string): boolean {
  const own = actor.some((entity) => entity.names.some((known) => fold(known) === fold(name)))
  return own || (claimed_by.length > 0 && claimed_by.every(({ id }) => actor.some((one) => one.id === id)))
}

function relateSources(a: Claim, b: Claim): Relation {
  if (a.key === b.key || isShortName(a.value, b.value) || isShortName(b.value, a.value)) return 'same'
  return holdsWords(a.value, b.value) || holdsWords(b.value, a.value) ? 'precision' : 'apart'
}

/** "Tolven" for "Mira Tolven", but not "officials" for "Bolandian officials". */
function isShortName(short: string, long: string): boolean {
  return /^\p{Lu}/u.test(short) && fold(long).endsWith(` ${fold(short)}`)
}
