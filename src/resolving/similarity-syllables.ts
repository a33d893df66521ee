import type { ReadName } from './similarity-name.js'
import type { Chinese, Korean, NameRules } from './similarity-rules.js'

/** An answer of the rules for names made of syllables; null where a name is not of that kind. */
export type SyllableMatch = { readonly score: number; readonly rule: string } | null

type Syllable = readonly [onset: string, vowel: string, coda: string]

const DIFFERENT = { score: 0, rule: 'different syllables' }

/** A word's syllables; null when some part of it is none. */
function koreanSyllables(word: string, korean: Korean): Syllable[] | null {
  const out: Syllable[] = []
  const re = korean.syllable
  re.lastIndex = 0
  while (re.lastIndex < word.length) {
    const m = re.exec(word)
    if (!m || !m[0]) return null
    out.push([m[1]!, m[2]!, m[3]!])
  }
  return out
}

interface KoreanName {
  readonly family: readonly number[]
  readonly given: readonly Syllable[]
}

/** The family name stands first, or last in the Western order; both are tried. */
function koreanNames(name: ReadName, korean: Korean): KoreanName[] {
  const words = name.words.map((w) => w.text)
  if (words.length < 2 || words.length > 3) return []
  const orders = [
    [words[0]!, words.slice(1)],
    [words.at(-1)!, words.slice(0, -1)],
  ] as const
  return orders.flatMap(([family, rest]) => {
    const lines = korean.surnameOf.get(family)
    const given = rest.map((w) =>
      koreanSyllables(w.replace(/([aeo])\1\1+|([aou])\2(?=\2|n)/g, '$1$2'), korean),
    )
    if (!lines || given.includes(null) || given.flat().length > 2) return []
    return [{ family: lines, given: given.flat() as Syllable[] }]
  })
}

function sameKorean([o1, v1, c1]: Syllable, [o2, v2, c2]: Syllable, korean: Korean): boolean {
  const vowels = v1 === v2 || korean.sameVowels.has(`${v1} ${v2}`)
  return (
    vowels &&
    korean.onsetOf.get(o1) === korean.onsetOf.get(o2) &&
    korean.codaOf.get(c1) === korean.codaOf.get(c2)
  )
}

const samePerson = (a: KoreanName, b: KoreanName, korean: Korean): boolean =>
  a.family.some((line) => b.family.includes(line)) &&
  a.given.length === b.given.length &&
  a.given.every((s, i) => sameKorean(s, b.given[i]!, korean))

/** Two Korean names in any romanisation and order of family name. */
export function matchKorean(a: ReadName, b: ReadName, rules: NameRules): SyllableMatch {
  const [x, y] = [koreanNames(a, rules.korean), koreanNames(b, rules.korean)]
  if (!x.length || !y.length) return null
  const same = x.some((p) => y.some((q) => samePerson(p, q, rules.korean)))
  return same ? { score: 0.95, rule: 'same syllables in Korean spelling' } : DIFFERENT
}

const related = (table: ReadonlyMap<string, readonly string[]>, a: string, b: string): boolean =>
  a === b || !!table.get(a)?.includes(b) || !!table.get(b)?.includes(a)

function sameChinese(a: string, b: string, chinese: Chinese): boolean {
  const [x, y] = [chinese.syllable.exec(a), chinese.syllable.exec(b)]
  return !!x && !!y && related(chinese.onsets, x[1]!, y[1]!) && related(chinese.finals, x[2]!, y[2]!)
}

/** Ways to cut a name's joined given name in two, beside the cut that is written. */
function cuts(name: ReadName): string[][] {
  const words = name.words.map((w) => w.text)
  if (words.length !== 2) return [words]
  const [family, given] = words as [string, string]
  const more = Array.from({ length: Math.max(0, given.length - 1) }, (_, i) => [
    family,
    given.slice(0, i + 1),
    given.slice(i + 1),
  ])
  return [words, ...more]
}

function chineseCuts(name: ReadName, chinese: Chinese): string[][] {
  if (name.words.length < 2 || name.words.length > 3) return []
  return cuts(name).filter((words) => words.every((w) => chinese.syllable.test(w)))
}

/** One name in pinyin, the other with a syllable that only Wade-Giles has. */
export function matchChinese(a: ReadName, b: ReadName, rules: NameRules): SyllableMatch {
  const { chinese } = rules
  const [x, y] = [chineseCuts(a, chinese), chineseCuts(b, chinese)]
  if (!x.length || !y.length) return null
  const isPinyin = (list: readonly string[][]): boolean =>
    list.some((ws) => ws.every((w) => chinese.pinyin.test(w)))
  const families = [...x, ...y].filter((words) => chinese.surnames.has(words[0]!))
  if (!families.length) return null
  if (isPinyin(x) === isPinyin(y)) return sameLetters(a, b) ? null : isPinyin(x) ? DIFFERENT : null
  const same = x.some((p) =>
    y.some((q) => p.length === q.length && p.every((w, i) => sameChinese(w, q[i]!, chinese))),
  )
  return same ? { score: 0.93, rule: 'pinyin and Wade-Giles' } : null
}

function sameLetters(a: ReadName, b: ReadName): boolean {
  const letters = (n: ReadName): string => n.words.map((w) => w.text).join('')
  const sorted = (n: ReadName): string =>
    n.words
      .map((w) => w.text)
      .sort()
      .join('')
  return letters(a) === letters(b) || sorted(a) === sorted(b)
}
