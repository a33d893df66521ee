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

/** A person to be found again: the names it bears, and its state where that is known. */
export interface Bearer {
  readonly names: readonly ReadName[]
  readonly country: string | null
}

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

function index(persons: readonly Bearer[], keys: Keys): Map<string, number[]> {
  const out = new Map<string, number[]>()
  persons.forEach(({ names }, i) => {
    for (const key of new Set(names.flatMap(keys))) {
      const block = out.get(key)
      if (block) block.push(i)
      else out.set(key, [i])
    }
  })
  return out
}

/** Those of one state, with those whose state is not known; nobody is set against a citizen of another state. */
function byCountry(block: readonly number[], persons: readonly Bearer[]): number[][] {
  const homes = [...new Set(block.map((i) => persons[i]!.country))].filter((c) => c !== null)
  if (homes.length < 2) return [[...block]]
  return homes.map((home) => block.filter((i) => [home, null].includes(persons[i]!.country)))
}

function divided(block: readonly number[], persons: readonly Bearer[], rules: NameRules): number[][] {
  if (block.length <= LARGE) return [[...block]]
  const parts = index(
    block.map((i) => persons[i]!),
    (n) => [wordKeys(n, rules).sort().join('+')],
  )
  return [...parts.values()].filter((part) => part.length <= LARGE).map((part) => part.map((i) => block[i]!))
}

const isSingle = ({ names }: Bearer): boolean => names.some((n) => telling(n).length < 2)

/** A name of one word (or initials and one) is set against every name that has the word; a common one stays alone. */
function singleBlocks(persons: readonly Bearer[], rules: NameRules): [number[], number[]][] {
  return [...index(persons, (n) => wordKeys(n, rules)).values()]
    .flatMap((block) => byCountry(block, persons))
    .map((block): [number[], number[]] => [block.filter((i) => isSingle(persons[i]!)), block])
    .filter(([singles, block]) => singles.length * block.length <= LARGE * LARGE)
}

function pairBlocks(persons: readonly Bearer[], rules: NameRules): number[][] {
  const blocks = index(persons, (n) => (telling(n).length < 2 ? [] : pairKeys(n, rules)))
  return [...blocks.values()]
    .filter((block) => block.length > 1)
    .flatMap((block) => byCountry(block, persons))
    .flatMap((block) => divided(block, persons, rules))
}

/**
 * Pairs of persons that may be one, found by the sounds of their words: never all with all.
 * @returns pairs of positions, the lower first
 */
export function candidates(persons: readonly Bearer[], rules: NameRules): [number, number][] {
  const pairs = new Set<number>()
  const add = (i: number, j: number): unknown =>
    i !== j && pairs.add(Math.min(i, j) * persons.length + Math.max(i, j))
  for (const [singles, block] of singleBlocks(persons, rules))
    for (const i of singles) for (const j of block) add(i, j)
  for (const block of pairBlocks(persons, rules))
    for (const [at, i] of block.entries()) for (const j of block.slice(at + 1)) add(i, j)
  return [...pairs].map((p) => [Math.floor(p / persons.length), p % persons.length])
}
