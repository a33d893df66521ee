import type { NameWord, ReadName } from '../resolving/similarity-name.js'
import type { NameRules } from '../resolving/similarity-rules.js'

/** Blocks of more names than this fall apart by all words of their names. */
const LARGE = 300

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

type Names = readonly (readonly ReadName[])[]
type Keys = (name: ReadName) => string[]

/** A coarse key of a word: the classes of its first consonants. Spellings of one word share it nearly always. */
const keyOf = (sound: string): string =>
  CLASSES.reduce((w, [from, to]) => w.replace(from, to), sound).slice(0, 4) || '-'

const telling = (name: ReadName): NameWord[] =>
  name.words.filter((w) => !w.light && !w.initial && !w.patronymic)

/** A given name known in several forms is found by all of them. */
const keysOf = (word: NameWord, rules: NameRules): string[] => [
  ...word.sounds.map(keyOf),
  ...(rules.given.get(word.text) ?? []).map((line) => `#${line}`),
]

const wordKeys = (name: ReadName, rules: NameRules): string[] => [
  ...new Set(telling(name).flatMap((w) => keysOf(w, rules))),
]

/** Neighbours written as one: "Jong un", "Jongun". */
const joinedKeys = (words: readonly NameWord[]): string[] =>
  words.slice(1).map((w, i) => keyOf(words[i]!.sounds[0]! + w.sounds[0]!))

/** Each two words of a name. */
function pairKeys(name: ReadName, rules: NameRules): string[] {
  const words = telling(name)
  const keys = [...new Set([...wordKeys(name, rules), ...joinedKeys(words)])].sort()
  return keys.length < 2 ? keys : keys.flatMap((a, i) => keys.slice(i + 1).map((b) => `${a}+${b}`))
}

function index(names: Names, keys: Keys): Map<string, number[]> {
  const out = new Map<string, number[]>()
  names.forEach((list, i) => {
    for (const key of new Set(list.flatMap(keys))) {
      const block = out.get(key)
      if (block) block.push(i)
      else out.set(key, [i])
    }
  })
  return out
}

function divided(block: readonly number[], names: Names, rules: NameRules): number[][] {
  if (block.length <= LARGE) return [[...block]]
  const parts = index(
    block.map((i) => names[i]!),
    (n) => [wordKeys(n, rules).sort().join('+')],
  )
  return [...parts.values()].filter((part) => part.length <= LARGE).map((part) => part.map((i) => block[i]!))
}

const isSingle = (list: readonly ReadName[]): boolean => list.some((n) => telling(n).length < 2)

/** A name of one word (or initials and one) is set against every name that has the word; a common one stays alone. */
function singlePairs(names: Names, rules: NameRules): [number, number][] {
  const blocks = index(names, (n) => wordKeys(n, rules))
  return [...blocks.values()].flatMap((block) => {
    const singles = block.filter((i) => isSingle(names[i]!))
    if (singles.length * block.length > LARGE * LARGE) return []
    return singles.flatMap((i) =>
      block.filter((j) => j !== i).map((j): [number, number] => (i < j ? [i, j] : [j, i])),
    )
  })
}

function blockPairs(names: Names, rules: NameRules): [number, number][] {
  const blocks = index(names, (n) => (telling(n).length < 2 ? [] : pairKeys(n, rules)))
  return [...blocks.values()]
    .flatMap((block) => divided(block, names, rules))
    .flatMap((block) => block.flatMap((i, at) => block.slice(at + 1).map((j): [number, number] => [i, j])))
}

/**
 * Pairs of persons that may be one, found by the sounds of their words: never all with all.
 * @param names for each person, the names it bears
 * @returns pairs of positions, the lower first
 */
export function candidates(names: Names, rules: NameRules): [number, number][] {
  const pairs = new Set<number>()
  for (const [a, b] of [...singlePairs(names, rules), ...blockPairs(names, rules)])
    pairs.add(a * names.length + b)
  return [...pairs].map((p) => [Math.floor(p / names.length), p % names.length])
}
