import { holds, type WordSets } from './word-lists.js'

/** A possible end: marks, then what closes with them ("…”)", footnote marks). */
export const END = /[.!?…。！？]+["'”’»)\]]*(?:\[\d+\])*/gu
const WORD_BEFORE = /[\p{L}\p{N}][\p{L}\p{N}.&'’-]*$/u
const NEXT_WORD = /^["'“‘«([]*([\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*)/u

/**
 * What the rules say of a gap: no mark stands there, it is no end, it can be none ("Mr.", a word in lower case next),
 * it is one.
 */
export const UNMARKED = 0
const REFUSED = 1
export const NEVER = 2
export const ENDED = 3
export type Verdict = typeof UNMARKED | typeof REFUSED | typeof NEVER | typeof ENDED

/** How far after a quotation the verb of speech may stand. */
const SPEECH_REACH = 5

/** What stands around a possible end of a sentence. */
interface Around {
  /** Word before the marks, with its inner full stops and the one of the marks: "U.S.". */
  readonly before: string
  readonly marks: string
  /** Text after the marks, from its first character that is not space. */
  readonly rest: string
  readonly spaced: boolean
  readonly next: string
  /** True if nothing but this word stands in the sentence so far. */
  readonly alone: boolean
  /** The sentence so far starts in lower case, and so may the next one: who writes so, goes on so. */
  readonly low: boolean
}

function startsLow(rest: string): boolean {
  return /^[\p{Ll},;:%)\]–—]/u.test(rest)
}

/** "Really?" Putin asked: a verb of speech soon after closing marks belongs to the quotation. */
function speechFollows(a: Around, sets: WordSets): boolean {
  if (!/["”’]/.test(a.marks) || !/[!?]/.test(a.marks)) return false
  const words = a.rest
    .slice(0, 100)
    .split(/[^\p{L}\p{M}\p{N}'’-]+/u)
    .slice(0, SPEECH_REACH)
  const verb = words.findIndex((word) => sets.speech.has(word))
  return verb >= 0 && words.slice(0, verb).every((word) => /^\p{Lu}/u.test(word))
}

function isInitial(word: string): boolean {
  return /^(?:\p{Lu}\.)$/u.test(word)
}

function mayEndAfterAbbreviation(a: Around, sets: WordSets): boolean {
  return sets.starters.has(a.next.toLowerCase()) || /^["“‘]/.test(a.rest)
}

function endsAfterStop(a: Around, sets: WordSets): boolean {
  if (holds(sets.numbered, a.before) && /^\d/.test(a.rest)) return false
  if (a.alone && /^(?:\d+|\p{L})\.$/u.test(a.before)) return false
  const abbreviated =
    holds(sets.abbreviations, a.before) || isInitial(a.before) || /\p{L}\.\p{L}\.$/u.test(a.before)
  return !abbreviated || mayEndAfterAbbreviation(a, sets)
}

/** "links.The" is an end, "Node.js", "3.5" and "U.S.A" are none. */
function endsUnspaced(a: Around): boolean {
  const quoted = /[.!?]["”]$/.test(a.marks)
  const word = /^\p{Ll}{2,}\.$/u.test(a.before) && /^\p{Lu}\p{Ll}*(?![\p{L}\p{N}.])/u.test(a.rest)
  return (quoted && /^["“]?\p{Lu}/u.test(a.rest)) || (word && /^[.!?]$/.test(a.marks))
}

/** One full stop and nothing that closes. */
function isPlainStop({ marks }: Around): boolean {
  return marks.startsWith('.') && !/^\.\.|["”’)\]]/.test(marks)
}

function isEnd(a: Around, sets: WordSets): boolean {
  if (!a.spaced) return endsUnspaced(a)
  if (speechFollows(a, sets)) return false
  return !isPlainStop(a) || endsAfterStop(a, sets)
}

function verdictOn(a: Around, sets: WordSets): Verdict {
  if (a.rest === '') return ENDED
  if (isPlainStop(a) && holds(sets.titles, a.before)) return NEVER
  if (a.spaced && startsLow(a.rest) && !a.low) return NEVER
  return isEnd(a, sets) ? ENDED : REFUSED
}

/** A straight mark after a space, or without one before a letter when none is open, opens what follows. */
function trimOpening(found: string, text: string, at: number, start: number): string {
  if (!found.endsWith('"') || /\s/.test(text[at + found.length] ?? ' ')) return found
  const open = text.slice(start, at).split('"').length % 2 === 0
  return open ? found : found.slice(0, -1)
}

function aroundOf(text: string, start: number, at: number, marks: string, end: number): Around {
  const after = text.slice(at + marks.length, Math.min(end, at + marks.length + 200))
  const rest = after.trimStart()
  const word = WORD_BEFORE.exec(text.slice(Math.max(start, at - 40), at))?.[0] ?? ''
  return {
    before: marks.startsWith('.') ? `${word}.` : word,
    marks,
    rest,
    spaced: rest.length < after.length,
    next: NEXT_WORD.exec(rest)?.[1] ?? '',
    low: /^\p{Ll}/u.test(text.slice(start, start + 10).trimStart()) && /^\p{Ll}/u.test(rest),
    alone: at - start < 50 && text.slice(start, at).trim() === word,
  }
}

/** A possible end that was judged. */
export interface Mark {
  /** Where its marks end in the text. */
  readonly end: number
  readonly verdict: Verdict
}

/**
 * Judges marks that may end a sentence: abbreviations do not end one, quotations go on with their verb of speech.
 *
 * @param found a match of END in the text
 * @param start where the sentence starts that the marks would end
 * @param end where the block ends
 */
export function judge(
  text: string,
  found: RegExpExecArray,
  start: number,
  end: number,
  sets: WordSets,
): Mark {
  const marks = trimOpening(found[0], text, found.index, start)
  const around = aroundOf(text, start, found.index, marks, end)
  return { end: found.index + marks.length, verdict: verdictOn(around, sets) }
}
