import type { Span } from '../types.js'
import { holds, type WordSets } from './word-lists.js'

const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>"“”]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[@#][\p{L}_][\p{L}\p{N}_]*|(?:[a-z0-9-]+\.)+(?:com|org|net|gov|edu|info|int|mil|ru|uk|cn|eu)(?![\p{L}\p{N}])(?:\/[^\s<>"“”]*)?/iuy
const AFTER_ADDRESS = /[.,;:!?)'"\]’”]+$/
const NUMBER =
  /\d{3}-\d{3}-\d{4}|\d+(?:[:/]\d+)+|\d+(?:[.,]\d+)*(?:(?:st|nd|rd|th|s)(?![\p{L}\p{N}]))?|\.\d+|['’]\d0s/iuy
const INITIALS = /(?:\p{L}\.){2,}/uy
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’´][\p{L}\p{M}]+|&(?=\p{Lu})[\p{L}\p{N}]+)*/uy
const LETTERS = /[\p{L}\p{M}]+/uy
/** Tried in this order where the text is neither space nor word. */
const MARKS =
  /['’](?:s|re|ve|ll|d|m|em|til|cause)(?![\p{L}\p{N}])|\.{2,}|…+|-{2,}|[–—]+|[!?]{2,}|``|''|\*+|_+|=+|~+|(?:US|HK|NZ|A|C)\$|\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F|\u200D\p{Extended_Pictographic})*|\p{Regional_Indicator}{2}/iuy

/** Endings that are words of their own. */
const CLITIC = /.(n['’´]t|['’´](?:s|re|ve|ll|d|m))$/i
const SPACE = /\s/

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

function addressLength(text: string, at: number): number {
  ADDRESS.lastIndex = at
  const found = ADDRESS.exec(text)?.[0] ?? ''
  return found.replace(AFTER_ADDRESS, '').length
}

/** "10km" is two words, "5G" is one. */
function numberLength(text: string, at: number, sets: WordSets): number {
  const digits = lengthAt(NUMBER, text, at)
  const letters = lengthAt(LETTERS, text, at + digits)
  const glued = letters > 0 && !sets.units.has(text.slice(at + digits, at + digits + letters).toLowerCase())
  return glued ? Math.max(digits, lengthAt(WORD, text, at)) : digits
}

/** The length of "Gen." or "J." at a word of the given length that a full stop follows, else 0. */
function abbreviationLength(text: string, at: number, length: number, end: number, sets: WordSets): number {
  const word = text.slice(at, at + length + 1)
  if (!word.endsWith('.') || word.length === length) return 0
  const rest = text.slice(at + length + 1, end)
  const last = rest.trim() === ''
  if (holds(sets.numbered, word)) return /^\s*\d/.test(rest) ? length + 1 : 0
  if (holds(sets.abbreviations, word) || (holds(sets.titles, word) && !last)) return length + 1
  return length === 1 && !last && /^\p{Lu}/u.test(word) && !/^\p{L}/u.test(rest) ? length + 1 : 0
}

/** The length of the word with what a hyphen joins to it: "non-aligned", "al-Assad", "Jong-un". */
function joinedLength(text: string, at: number, length: number, sets: WordSets): number {
  if (text[at + length] !== '-') return length
  const next = lengthAt(LETTERS, text, at + length + 1)
  const word = text.slice(at, at + length)
  const second = text.slice(at + length + 1, at + length + 1 + next)
  if (next === 0 || /^\p{Lu}{2,}$/u.test(word)) return length
  const capital = /^\p{Lu}/u.test(second)
  const joins =
    sets.prefixes.has(word.toLowerCase()) ||
    (capital && sets.particles.has(word.toLowerCase())) ||
    (/^\p{Lu}/u.test(word) &&
      sets.syllables.has(second.toLowerCase()) &&
      /\p{Lu}[\p{L}.]*\s$/u.test(text.slice(Math.max(0, at - 20), at)))
  return joins ? length + 1 + lengthAt(WORD, text, at + length + 1) : length
}

function wordLength(text: string, at: number, end: number, sets: WordSets): number {
  const initials = lengthAt(INITIALS, text, at)
  if (initials > 0) return initials
  const length = lengthAt(WORD, text, at)
  return abbreviationLength(text, at, length, end, sets) || joinedLength(text, at, length, sets)
}

function tokenLength(text: string, at: number, end: number, sets: WordSets): number {
  const address = addressLength(text, at)
  if (address > 0) return address
  if (/[\d.'’]/.test(text[at]!)) {
    const number = numberLength(text, at, sets)
    if (number > 0) return number
  }
  const character = String.fromCodePoint(text.codePointAt(at)!)
  if (/[\p{L}\p{N}]/u.test(character)) return lengthAt(MARKS, text, at) || wordLength(text, at, end, sets)
  return lengthAt(MARKS, text, at) || character.length
}

/** Where a word divides: "do|n't", "Putin|'s", "can|not". */
function divisions(word: string, joined: ReadonlyMap<string, number>): number[] {
  const fixed = joined.get(word.toLowerCase())
  if (fixed !== undefined) return [fixed]
  const clitic = CLITIC.exec(word)?.[1]
  if (clitic === undefined) return []
  return [...divisions(word.slice(0, -clitic.length), joined), word.length - clitic.length]
}

function pushDivided(
  spans: Span[],
  text: string,
  at: number,
  length: number,
  joined: ReadonlyMap<string, number>,
): void {
  let start = at
  for (const division of divisions(text.slice(at, at + length), joined)) {
    spans.push({ start, end: at + division })
    start = at + division
  }
  spans.push({ start, end: at + length })
}

/** Cuts a sentence into tokens; a token never holds white space. */
export type Tokeniser = (text: string, sentence: Span) => Span[]

/**
 * Prepares a tokeniser that cuts as the English treebanks do: "do|n't", "Putin|'s", "Moscow|-|based", "$|5|bn",
 * but "U.S.", "Gen.", "al-Assad" and "non-aligned" whole.
 *
 * @example tokeniser(sets)("It's on.", { start: 0, end: 8 }) // It, 's, on, .
 */
export function tokeniser(sets: WordSets): Tokeniser {
  const joined = new Map([...sets.joined].map((word) => [word.replace('|', ''), word.indexOf('|')]))
  return (text, { start, end }) => {
    const spans: Span[] = []
    for (let at = start; at < end; ) {
      if (SPACE.test(text[at]!)) {
        at++
        continue
      }
      const length = Math.min(Math.max(tokenLength(text, at, end, sets), 1), end - at)
      pushDivided(spans, text, at, length, joined)
      at += length
    }
    return spans
  }
}
