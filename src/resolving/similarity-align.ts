import type { NameWord } from './similarity-name.js'
import type { NameRules } from './similarity-rules.js'
import { matchWords, type WordMatch } from './similarity-words.js'

/** Words of one name set against words of another. */
export interface Pair {
  readonly a: readonly NameWord[]
  readonly b: readonly NameWord[]
  readonly match: WordMatch
}

export interface Alignment {
  readonly pairs: readonly Pair[]
  readonly leftA: readonly NameWord[]
  readonly leftB: readonly NameWord[]
  /** Letters matched, each by how well. */
  readonly value: number
}

/**
 * How many words of each name may be set against one another: "Jong un" and "Jongun", "Abd al Aziz" and "Abdulaziz".
 */
const SHAPES = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
] as const

/** Neighbours written as one word. */
export function joined(words: readonly NameWord[]): NameWord {
  if (words.length === 1) return words[0]!
  const text = words.map((w) => w.text).join('')
  const sounds = words[0]!.sounds.map((_, i) =>
    words
      .map((w) => w.sounds[i])
      .join('')
      .replace(/(.)\1+/g, '$1'),
  )
  return { text, sounds, initial: false, light: false, patronymic: false }
}

const weigh = (words: readonly NameWord[]): number =>
  words.reduce((n, w) => n + (w.light ? 0.5 : w.initial ? 1.5 : w.text.length), 0)

const lettersOf = (words: readonly NameWord[]): number => words.reduce((n, w) => n + w.text.length, 0)

/** Joined syllables are joined letters: no initials, of about one length, with one first sound. */
export function canJoin(a: readonly NameWord[], b: readonly NameWord[]): boolean {
  if (Math.abs(lettersOf(a) - lettersOf(b)) > 2 || a[0]!.sounds[0]![0] !== b[0]!.sounds[0]![0]) return false
  return ![...a, ...b].some((w) => w.initial) && a.every((w) => w.light) === b.every((w) => w.light)
}

function tryPair(
  a: readonly NameWord[],
  b: readonly NameWord[],
  rules: NameRules,
  vowelless: boolean,
): Pair | null {
  if (!canJoin(a, b)) return null
  const match = matchWords(joined(a), joined(b), rules, vowelless)
  return match.score < 0.85 ? null : { a, b, match }
}

const worth = (pair: Pair): number => (pair.match.score * (weigh(pair.a) + weigh(pair.b))) / 2

/** Judges words of two names against one another. */
export interface Judge {
  readonly word: (a: NameWord, b: NameWord) => WordMatch
  readonly pair: (a: readonly NameWord[], b: readonly NameWord[]) => Pair | null
}

/** A judge that remembers single words by their letters, since the same words meet again and again. */
export function judgeOf(rules: NameRules, vowelless = false): Judge {
  const known = new Map<string, Map<string, WordMatch>>()
  const word = (a: NameWord, b: NameWord): WordMatch => {
    const row = known.get(a.text) ?? new Map<string, WordMatch>()
    if (row.size === 0) known.set(a.text, row)
    const match = row.get(b.text) ?? matchWords(a, b, rules, vowelless)
    row.set(b.text, match)
    return match
  }
  const pair = (a: readonly NameWord[], b: readonly NameWord[]): Pair | null => {
    if (a.length > 1 || b.length > 1) return tryPair(a, b, rules, vowelless)
    const match = word(a[0]!, b[0]!)
    return match.score ? { a, b, match } : null
  }
  return { word, pair }
}

/** The best way to set the words of two names against one another in their order, leaving out what finds no match. */
export function align(a: readonly NameWord[], b: readonly NameWord[], judge: Judge): Alignment {
  const best: Alignment[][] = Array.from({ length: a.length + 1 }, () => [])
  const none: Alignment = { pairs: [], leftA: [], leftB: [], value: 0 }
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      const ways = [...skips(best, a, b, i, j), ...matches(best, a, b, i, j, judge)]
      best[i]![j] = ways.reduce((x, y) => (y.value > x.value ? y : x), ways[0] ?? none)
    }
  }
  return best[a.length]![b.length]!
}

type Table = readonly (readonly Alignment[])[]

function skips(
  best: Table,
  a: readonly NameWord[],
  b: readonly NameWord[],
  i: number,
  j: number,
): Alignment[] {
  const out: Alignment[] = []
  const [up, left] = [best[i - 1]?.[j], best[i]?.[j - 1]]
  if (i > 0 && up) out.push({ ...up, leftA: [...up.leftA, a[i - 1]!] })
  if (j > 0 && left) out.push({ ...left, leftB: [...left.leftB, b[j - 1]!] })
  return out
}

function matches(
  best: Table,
  a: readonly NameWord[],
  b: readonly NameWord[],
  i: number,
  j: number,
  judge: Judge,
): Alignment[] {
  return SHAPES.flatMap(([m, n]) => {
    const from = best[i - m]?.[j - n]
    const pair = from && judge.pair(a.slice(i - m, i), b.slice(j - n, j))
    return from && pair ? [{ ...from, pairs: [...from.pairs, pair], value: from.value + worth(pair) }] : []
  })
}
