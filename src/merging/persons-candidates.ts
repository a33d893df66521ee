import type { Judge } from '../resolving/similarity-align.js'
import type { NameWord, ReadName } from '../resolving/similarity-name.js'
import type { NameRules } from '../resolving/similarity-rules.js'
import { keyOf, keysOf, telling, type Vocabulary, vocabularyOf } from './persons-words.js'

/** Blocks of more names than this fall apart by all words of their names. */
const LARGE = 300

/** A person to be found again: the names it bears, and its state where that is known. */
export interface Bearer {
  readonly names: readonly ReadName[]
  readonly country: string | null
}

type Keys = (name: ReadName) => string[]

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

/** Persons to be set against one another: each of `some` against each of `all`. */
interface Block {
  readonly some: readonly number[]
  readonly all: readonly number[]
}

/** The blocks that each person stands in. */
function blocksByPerson(persons: readonly Bearer[], rules: NameRules): Block[][] {
  const blocks = [
    ...singleBlocks(persons, rules).map(([some, all]) => ({ some, all })),
    ...pairBlocks(persons, rules).map((block) => ({ some: block, all: block })),
  ]
  const out: Block[][] = persons.map(() => [])
  for (const block of blocks) for (const i of block.some) out[i]!.push(block)
  return out
}

/** Names made of syllables are told by rules of their own. */
const bothBySyllables = (a: ReadName, b: ReadName): boolean =>
  (a.korean.length > 0 && b.korean.length > 0) || (a.chinese.length > 0 && b.chinese.length > 0)

/** Two words of one name are spellings of words of the other; the only word, where one has no more. */
function shareWords(a: ReadName, b: ReadName, { partsOf, alike }: Vocabulary): boolean {
  const [x, y] = [partsOf(a), partsOf(b)]
  const enough = Math.min(2, x.length, y.length)
  let found = 0
  for (const i of x) if (y.some((j) => alike[i]!.has(j)) && ++found === enough) return true
  return bothBySyllables(a, b)
}

/**
 * Visits pairs of persons that may be one, found by the sounds of their words: never all with all, and no pair twice
 * unless both are of one word.
 * @param visit is given two positions
 */
export function candidates(
  persons: readonly Bearer[],
  rules: NameRules,
  judge: Judge,
  visit: (a: number, b: number) => void,
): void {
  const words = vocabularyOf(
    persons.flatMap((p) => p.names),
    rules,
    judge,
  )
  const mayBeOne = (i: number, j: number) =>
    persons[i]!.names.some((a) => persons[j]!.names.some((b) => shareWords(a, b, words)))
  const last = new Int32Array(persons.length).fill(-1)
  blocksByPerson(persons, rules).forEach((blocks, i) => {
    for (const { some, all } of blocks)
      for (const j of all) {
        if (last[j] === i || j === i || (j < i && some === all)) continue
        last[j] = i
        if (mayBeOne(i, j)) visit(i, j)
      }
  })
}

/** The keys by which a person is found among others, and those by which it finds them. */
export interface PersonKeys {
  readonly own: readonly string[]
  readonly sought: readonly string[]
}

/** Two persons that `candidates` would pair: one's own keys hold a key that the other seeks. */
export function personKeys(person: Bearer, rules: NameRules): PersonKeys {
  const single = isSingle(person)
  const words = [...new Set(person.names.flatMap((n) => wordKeys(n, rules)))]
  const full = person.names.filter((n) => telling(n).length > 1)
  const pairs = [...new Set(full.flatMap((n) => pairKeys(n, rules)))].map((k) => `pair ${k}`)
  const [any, alone] = [words.map((k) => `word ${k}`), words.map((k) => `single ${k}`)]
  return { own: [...any, ...pairs, ...(single ? alone : [])], sought: single ? any : [...pairs, ...alone] }
}
