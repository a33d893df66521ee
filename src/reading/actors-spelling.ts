import { distance } from './letters.js'

/**
 * The words of a name for comparing: lower case, no accents, hyphens and particles opened. "al-Assad" -> ["al",
 * "assad"].
 */
export function nameWords(name: string): string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/["“”‘’'()]/g, '')
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== '')
}

/** Two spellings of one word: "Sergei", "Sergey"; the first letter holds and long words may differ more. */
export function sameWord(a: string, b: string): boolean {
  if (a === b) return true
  const length = Math.max(a.length, b.length)
  if (a[0] !== b[0] || length < 4) return false
  return distance(a, b) <= (length >= 8 ? 2 : 1)
}

const isInitial = (word: string): boolean => /^\p{L}\.?$/u.test(word)
const fits = (a: string, b: string): boolean =>
  sameWord(a, b) || ((isInitial(a) || isInitial(b)) && a[0] === b[0])

/**
 * Whether two full names of one report can be one person: the same words in other spellings, or one with a
 * middle name more.
 * @example sameFullName('Sergei Lavrov', 'Sergey Lavrov') // true; 'Kim Jong Un', 'Kim Yo Jong' // false
 */
export function sameFullName(a: string, b: string): boolean {
  const [x, y] = [nameWords(a), nameWords(b)].sort((p, q) => p.length - q.length) as [string[], string[]]
  if (x.length < 2) return false
  const exact = x.filter((word) => y.includes(word)).length
  if (x.length === y.length) return exact >= 1 && x.every((word, i) => fits(word, y[i]!))
  return x.length === 2 && exact >= 1 && fits(x[0]!, y[0]!) && x[1] === y.at(-1)
}

/** How well a part of a name fits a full name: 2 as written, 1 in another spelling, 0 not at all. */
export function partFits(part: string, full: string): 0 | 1 | 2 {
  const [short, long] = [nameWords(part), nameWords(full)]
  if (short.length >= long.length) return 0
  const ends = [long.slice(0, short.length), long.slice(-short.length)]
  if (ends.some((end) => end.join(' ') === short.join(' '))) return 2
  return ends.some((end) => end.every((word, i) => sameWord(word, short[i]!))) ? 1 : 0
}
