import { type Judge, joined } from '../resolving/similarity-align.js'
import type { NameWord, ReadName } from '../resolving/similarity-name.js'
import type { NameRules } from '../resolving/similarity-rules.js'

/** Sounds that spellings of one word mix up are one class; vowels and h count for nothing. */
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/[bpvfw]/g, 'b'],
  [/[gkqcX]/g, 'k'],
  [/[szSZCJjx]/g, 's'],
  [/[dt]/g, 'd'],
  [/[lr]/g, 'l'],
  [/[mn]/g, 'm'],
  [/[aeiouyh]/g, ''],
  [/(.)\1+/g, '$1'],
]

/** A coarse key of a word: the classes of its first consonants. Spellings of one word share it nearly always. */
export const keyOf = (sound: string): string =>
  CLASSES.reduce((w, [from, to]) => w.replace(from, to), sound).slice(0, 4) || '-'

/** The words by which a name is found. */
export const telling = (name: ReadName): NameWord[] =>
  name.words.filter((w) => !w.light && !w.initial && !w.patronymic)

/** A given name known in several forms is found by all of them. */
export const keysOf = (word: NameWord, rules: NameRules): string[] => [
  ...word.sounds.map(keyOf),
  ...(rules.given.get(word.text) ?? []).map((line) => `#${line}`),
]

/** Words of a name, or two neighbours of it that another name may write as one. */
interface Part {
  readonly words: readonly NameWord[]
  readonly keys: readonly string[]
}

/** The parts of many names, each numbered once, with the parts that can be spellings of it. */
export interface Vocabulary {
  readonly partsOf: (name: ReadName) => readonly number[]
  readonly alike: readonly ReadonlySet<number>[]
}

function partsIn(name: ReadName, rules: NameRules): Part[] {
  const words = telling(name)
  const pairs = words.slice(1).map((w, i) => [words[i]!, w])
  return [
    ...words.map((w) => ({ words: [w], keys: [...new Set(keysOf(w, rules))] })),
    ...pairs.map((pair) => ({ words: pair, keys: [keyOf(joined(pair).sounds[0]!)] })),
  ]
}

const textOf = (part: Part): string => part.words.map((w) => w.text).join(' ')

function areAlike(a: Part, b: Part, judge: Judge): boolean {
  if (a.words.length > 1 && b.words.length > 1) return false
  if (a.words.length + b.words.length > 2) return judge.pair(a.words, b.words) !== null
  return judge.word(a.words[0]!, b.words[0]!).score > 0
}

/** Sets each part against those that share a key with it. */
function alikeOf(parts: readonly Part[], judge: Judge): Set<number>[] {
  const alike = parts.map((_, i) => new Set([i]))
  const byKey = new Map<string, number[]>()
  parts.forEach((part, i) => {
    for (const key of part.keys) {
      const block = byKey.get(key) ?? []
      for (const j of block) {
        if (alike[i]!.has(j) || !areAlike(part, parts[j]!, judge)) continue
        alike[i]!.add(j)
        alike[j]!.add(i)
      }
      if (block.push(i) === 1) byKey.set(key, block)
    }
  })
  return alike
}

/** Numbers the parts of names and finds which of them can be one word, each two parts once. */
export function vocabularyOf(names: readonly ReadName[], rules: NameRules, judge: Judge): Vocabulary {
  const parts: Part[] = []
  const ids = new Map<string, number>()
  const idOf = (part: Part): number => {
    const text = textOf(part)
    const known = ids.get(text)
    if (known !== undefined) return known
    ids.set(text, parts.length)
    return parts.push(part) - 1
  }
  const byName = new Map(names.map((name) => [name, partsIn(name, rules).map(idOf)]))
  return { partsOf: (name) => byName.get(name)!, alike: alikeOf(parts, judge) }
}
