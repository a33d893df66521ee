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

/** How many words of each name may be set against one another: "Jong un" and "Jongun", "Abd al Aziz" and "Abdulaziz". */
const SHAPES = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
  [2, 3],
  [3, 2],
] as const

function joined(words: readonly NameWord[]): NameWord {
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

function tryPair(
  a: readonly NameWord[],
  b: readonly NameWord[],
  rules: NameRules,
  vowelless: boolean,
): Pair | null {
  const several = a.length > 1 || b.length > 1
  // Joined syllables are joined letters; initials are not.
  if (several && [...a, ...b].some((w) => w.initial)) return null
  if (several && a.every((w) => w.light) !== b.every((w) => w.light)) return null
  const [x, y] = [joined(a), joined(b)]
  if (several && x.text[0] !== y.text[0] && x.sounds[0]![0] !== y.sounds[0]![0]) return null
  const match = matchWords(x, y, rules, vowelless)
  return match.score < (several ? 0.85 : 0.01) ? null : { a, b, match }
}

const valueOf = (pair: Pair): number => (pair.match.score * (weigh(pair.a) + weigh(pair.b))) / 2

/** Judges words of two names against one another, each once. */
export type Judge = (a: readonly NameWord[], b: readonly NameWord[]) => Pair | null

/** A judge of two names that remembers, since the same words meet again in every order of a name. */
export function judgeOf(rules: NameRules, vowelless: boolean): Judge {
  const known = new Map<NameWord, Map<NameWord, Pair | null>>()
  return (a, b) => {
    if (a.length > 1 || b.length > 1) return tryPair(a, b, rules, vowelless)
    const row = known.get(a[0]!) ?? new Map<NameWord, Pair | null>()
    known.set(a[0]!, row)
    const told = row.get(b[0]!)
    if (told !== undefined) return told
    const pair = tryPair(a, b, rules, vowelless)
    row.set(b[0]!, pair)
    return pair
  }
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
    const pair = from && judge(a.slice(i - m, i), b.slice(j - n, j))
    return from && pair ? [{ ...from, pairs: [...from.pairs, pair], value: from.value + valueOf(pair) }] : []
  })
}
