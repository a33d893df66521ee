import type { ReadName } from './similarity-name.js'
import type { Chinese, Korean, NameRules } from './similarity-rules.js'

/** An answer of the rules for names made of syllables; null where a name is not of that kind. */
type SyllableMatch = { readonly score: number; readonly rule: string } | null

type Syllable = readonly [onset: string, vowel: string, coda: string]

const DIFFERENT = { score: 0, rule: 'different syllables' }

/** Every way to read a word as one or two syllables: "jongun" is jong-un and jon-gun. */
function readings(word: string, korean: Korean): Syllable[][] {
  const cuts = Array.from({ length: word.length - 1 }, (_, i) => [word.slice(0, i + 1), word.slice(i + 1)])
  return [[word], ...cuts].flatMap((parts) => {
    const found = parts.map((part) => korean.syllable.exec(part))
    return found.includes(null) ? [] : [found.map((m): Syllable => [m![1]!, m![2]!, m![3]!])]
  })
}

/** One way to read a name as a Korean one: lines of the list of surnames, and the given name's syllables. */
export interface KoreanName {
  readonly family: readonly number[]
  readonly given: readonly Syllable[]
}

/** The family name stands first, or last in the Western order; both are tried. */
export function koreanNames(words: readonly string[], korean: Korean): KoreanName[] {
  if (words.length < 2 || words.length > 3) return []
  const orders = [
    [words[0]!, words.slice(1)],
    [words.at(-1)!, words.slice(0, -1)],
  ] as const
  return orders.flatMap(([family, rest]) => {
    const lines = korean.surnameOf.get(family)
    if (!lines) return []
    const given = rest.map((w) => readings(w.replace(/([aeou])\1(?=\1|n)/g, '$1'), korean))
    const ways = given.length === 1 ? given[0]! : product(given[0]!, given[1]!)
    return ways.filter((way) => way.length <= 2).map((way) => ({ family: lines, given: way }))
  })
}

const product = (firsts: Syllable[][], seconds: Syllable[][]): Syllable[][] =>
  firsts.flatMap((first) => seconds.map((second) => [...first, ...second]))

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
  const [x, y] = [a.korean, b.korean]
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
function cuts(words: readonly string[]): string[][] {
  if (words.length !== 2) return [[...words]]
  const [family, given] = words as [string, string]
  const more = Array.from({ length: Math.max(0, given.length - 1) }, (_, i) => [
    family,
    given.slice(0, i + 1),
    given.slice(i + 1),
  ])
  return [[...words], ...more]
}

/** Ways to read a name as the syllables of a Chinese one; none where a syllable is not of Chinese. */
export function chineseNames(words: readonly string[], chinese: Chinese): string[][] {
  if (words.length < 2 || words.length > 3 || !chinese.syllable.test(words[0]!)) return []
  return cuts(words).filter((cut) => cut.every((w) => chinese.syllable.test(w)))
}

/** One name in pinyin, the other with a syllable that only Wade-Giles has. */
export function matchChinese(a: ReadName, b: ReadName, rules: NameRules): SyllableMatch {
  const { chinese } = rules
  const [x, y] = [a.chinese, b.chinese]
  if (!x.length || !y.length) return null
  const isPinyin = (list: ReadName['chinese']): boolean =>
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
