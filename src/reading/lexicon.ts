import { hashText } from './hash.js'

/** Which parts of speech a dictionary gives a base form, as bits. */
export const NOUN = 1
export const VERB = 2
export const ADJECTIVE = 4
export const ADVERB = 8
export const NAME = 16

/** Hash of a base form in lower case → its parts of speech. */
export type Lexicon = ReadonlyMap<number, number>

/** Regular inflections: ending, what stands in its place in the base form, and what the base form must be. */
const INFLECTIONS: readonly (readonly [string, string, number])[] = [
  ['s', '', NOUN | VERB],
  ['es', '', NOUN | VERB],
  ['ies', 'y', NOUN | VERB],
  ['ed', 'e', VERB],
  ['ed', '', VERB],
  ['ied', 'y', VERB],
  ['ing', '', VERB],
  ['ing', 'e', VERB],
  ['er', '', ADJECTIVE],
  ['er', 'e', ADJECTIVE],
  ['est', '', ADJECTIVE],
  ['est', 'e', ADJECTIVE],
]

function partsOf(word: string, lexicon: Lexicon): number {
  return lexicon.get(hashText(word)) ?? 0
}

/** "planned" → "plan": the last consonant was doubled. */
function undoubled(stem: string): string | null {
  return /([bdgklmnprtvz])\1$/.test(stem) ? stem.slice(0, -1) : null
}

/** The base forms that a dictionary knows for an inflected word in lower case, by a part of speech. */
export function basesOf(word: string, part: number, lexicon: Lexicon): string[] {
  const bases = INFLECTIONS.flatMap(([ending, instead, parts]) => {
    if (!word.endsWith(ending) || (parts & part) === 0) return []
    const stem = word.slice(0, word.length - ending.length)
    const single = instead === '' && ending !== 's' && ending !== 'es' ? undoubled(stem) : null
    return single === null ? [stem + instead] : [stem, single]
  })
  return bases.filter((base) => base.length > 1 && (partsOf(base, lexicon) & part) !== 0)
}

/** What a dictionary says of a word: its parts of speech as a base form, and higher up as an inflected one. */
export function dictionaryFlags(word: string, lexicon: Lexicon): number {
  let flags = partsOf(word, lexicon)
  INFLECTIONS.forEach(([ending, instead, parts], i) => {
    if (!word.endsWith(ending)) return
    const stem = word.slice(0, word.length - ending.length)
    const found = partsOf(stem + instead, lexicon) | partsOf(undoubled(stem) ?? '', lexicon)
    if ((found & parts) !== 0) flags |= (found & parts) << (5 + (i >> 1) * 4)
  })
  return flags
}
