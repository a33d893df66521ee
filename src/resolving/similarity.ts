import { fold } from './fold.js'
import { sounds } from './romanise.js'

/** How alike two names are, 0 to 1, and the rule that says so. */
export interface Similarity {
  readonly score: number
  readonly rule: string
}

const NONE: Similarity = { score: 0, rule: 'different names' }

/** Edits (insert, delete, replace, swap of neighbours) between two words. */
function edits(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replace = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      row[j] = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, replace)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, rows[i - 2]![j - 2]! + 1)
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]!
}

/** One word of a name against another: the same, the same by sound, an initial, or a letter apart. */
function wordLikeness(a: string, b: string): number {
  if (a === b) return 1
  if (sounds(a)[0] === sounds(b)[0]) return 0.95
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 0.7 : 0
  const short = Math.min(a.length, b.length)
  return short >= 3 && a[0] === b[0] && edits(a, b) === 1 && short + 1 >= 4 ? 0.8 : 0
}

/** Each word of the shorter name finds its own word in the longer one; the weakest decides, and one may be weak. */
function align(short: readonly string[], long: readonly string[]): number[] {
  const left = [...long]
  return short.map((word) => {
    const ranked = left.map((other, i) => ({ i, s: wordLikeness(word, other) })).sort((x, y) => y.s - x.s)
    const best = ranked[0]
    if (!best || best.s === 0) return 0
    left.splice(best.i, 1)
    return best.s
  })
}

const PARTICLES = new Set([
  'al',
  'el',
  'bin',
  'ben',
  'ibn',
  'van',
  'von',
  'der',
  'de',
  'da',
  'di',
  'du',
  'la',
  'le',
  'the',
  'mr',
  'mrs',
  'ms',
  'dr',
  'sir',
])
const wordsOf = (name: string): string[] =>
  fold(name)
    .split(' ')
    .filter((w) => w && !PARTICLES.has(w))

/**
 * Whether two names can be two spellings of one name, and by which rule. It does not know who they are: two full
 * names that differ in one whole word are different.
 * @example similarNames('Choe Son Hui', 'Choi Son Hui') // { score: 0.95, rule: 'same sounds' }
 */
export function similarNames(a: string, b: string): Similarity {
  const [x, y] = [wordsOf(a), wordsOf(b)]
  const [short, long] = x.length <= y.length ? [x, y] : [y, x]
  if (!short.length) return NONE
  const joined = short.join('') === long.join('')
  if (joined) return { score: 1, rule: 'same letters' }
  const scores = align(short, long)
  if (scores.some((s) => s === 0) || scores.filter((s) => s < 0.95).length > 1) return NONE
  if (short.length === 1 && long.length > 1)
    return scores[0]! >= 0.95 ? { score: 0.6, rule: 'surname of the full name' } : NONE
  const score = Math.min(...scores)
  const rule =
    score === 1
      ? 'same words'
      : score === 0.95
        ? 'same sounds'
        : score === 0.7
          ? 'initial'
          : 'one letter apart'
  return { score, rule }
}
