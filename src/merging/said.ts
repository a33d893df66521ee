import { fold } from '../resolving/fold.js'
import type { Entity } from '../types.js'
import { isDescribed } from './described.js'
import type { Rarity } from './rarity.js'
import { ownText, stem, type Told } from './traits.js'

/** "n't", "'ll": what is left of a word that was drawn together says nothing of the subject. */
const DRAWN_TOGETHER = /n['’]t\b|['’](?:s|re|ve|ll|d|m)\b/giu
/** Words as common as this are said in every statement. */
const COMMON = 0.6

/** Words by their roots, with how telling each is. */
type Words = ReadonlyMap<string, number>

/** What two texts have in common. */
export interface Common {
  /** Share of the less telling text's weight that stands in the other, 0 to 1. */
  readonly share: number
  /** How many words, and how telling they are together. */
  readonly words: number
  readonly weight: number
}

const plain = (text: string): string => fold(text.replace(DRAWN_TOGETHER, ''))

/** The telling words of a text, those of its speakers left out. */
function tellingWords(text: string, speakers: ReadonlySet<string>, rarity: Rarity): Words {
  const own = plain(text)
    .split(' ')
    .filter((word) => (word.length > 2 || /\d/.test(word)) && !speakers.has(word))
  return new Map(
    own.flatMap((word) => {
      const weight = rarity(word)
      return weight < COMMON ? [] : [[stem(word).replace(/e$/, ''), weight] as const]
    }),
  )
}

const sum = (weights: Iterable<number>): number => [...weights].reduce((total, weight) => total + weight, 0)

function commonOf(a: Words, b: Words): Common {
  const both = [...a].flatMap(([root, weight]) => (b.has(root) ? [Math.min(weight, b.get(root)!)] : []))
  const least = Math.min(sum(a.values()), sum(b.values()))
  const weight = sum(both)
  return { share: least > 0 ? weight / least : 0, words: both.length, weight }
}

/** Whether one of two texts stands in the other, word for word. */
function holds(a: string, b: string): boolean {
  const [short, long] = [plain(a), plain(b)].sort((x, y) => x.length - y.length) as [string, string]
  return short !== '' && ` ${long} `.includes(` ${short} `)
}

/** So many words in a row are hardly said twice, however common each of them is. */
const SAME_RUN = 6

/** How many words in a row two texts have in common. */
function longestRun(a: string, b: string): number {
  const [one, other] = [a, b].map((text) => plain(text).split(' '))
  let best = 0
  let row: number[] = []
  for (const word of one!) {
    row = other!.map((w, j) => (w === word ? (j > 0 ? (row[j - 1] ?? 0) : 0) + 1 : 0))
    best = Math.max(best, ...row)
  }
  return best
}

/** What a pair of texts is weighed with. */
interface Weighing {
  readonly speakers: ReadonlySet<string>
  readonly rarity: Rarity
}

const wordsIn = ({ speakers, rarity }: Weighing, text: string): Words => tellingWords(text, speakers, rarity)

/** Words by which the speakers are named, their offices among them: they are no part of what is said. */
function speakersOf(...tellings: readonly Told[]): ReadonlySet<string> {
  const named = tellings.flatMap((m) => [
    ...m.actor.flatMap(({ name, names, office }) => [name, ...names, office ?? '']),
    ...(m.evidence ?? [])
      .filter(({ field }) => field === 'actor')
      .flatMap(({ spans }) => spans.map(({ start, end }) => m.text.slice(start - m.start, end - m.start))),
  ])
  return new Set(named.flatMap((text) => plain(text).split(' ')))
}

/** How alike two quotations are. @returns null where they have nothing in common */
export function quotationsCommon(p: string, q: string, rarity: Rarity): Common | null {
  const weighing = { speakers: new Set<string>(), rarity }
  const common = commonOf(wordsIn(weighing, p), wordsIn(weighing, q))
  if (holds(p, q)) return { ...common, share: 1 }
  return common.words > 0 ? common : null
}

/**
 * Quotations are of one statement if most of the shorter one's telling words stand in the other. Where these are few,
 * they must stand there to the letter, or the reports must agree in the words around them.
 */
function areOneQuotation(p: string, q: string, told: Common, weighing: Weighing): boolean {
  const [one, other] = [wordsIn(weighing, p), wordsIn(weighing, q)]
  const { share, words, weight } = commonOf(one, other)
  // "as planned" and "according to plan": all that is telling in both, with something in common around them.
  if (share >= 0.6 && Math.max(one.size, other.size) <= 2 && told.words >= 2) return true
  if (share >= 0.5 && longestRun(p, q) >= SAME_RUN) return true
  if ((holds(p, q) && words >= 2) || (share >= 0.6 && words >= 3 && weight >= 3)) return true
  if (share >= 0.5 && words >= 5) return true
  return share >= 0.3 && told.share >= 0.6 && told.words >= 3
}

/** A quotation whose words another report tells without marks. */
function isToldIn(quotation: string, telling: Told, told: Common, weighing: Weighing): boolean {
  const own = wordsIn(weighing, quotation)
  const common = commonOf(own, wordsIn(weighing, ownText(telling)))
  const share = own.size > 0 ? common.weight / sum(own.values()) : 0
  const isWhole = holds(quotation, ownText(telling))
  if (isWhole && plain(quotation).includes(' ') && told.share >= 0.3 && told.words >= 3) return true
  return share >= 0.7 && common.words >= 3
}

/** Texts that say one thing in words of their own. */
const areOneReport = ({ share, words, weight }: Common, sure: boolean): boolean =>
  words >= 3 && (sure ? share >= 0.7 && weight >= 4 : (share >= 0.45 && weight >= 5) || share >= 0.75)

const isOne = (a: Entity, b: Entity): boolean => a.id === b.id || isDescribed(a, b)
const isNamed = ({ actor }: Told): boolean => actor.some(({ kind }) => kind === 'person')

/**
 * Whether two tellings of a statement tell one and the same: the same quotation, or what one quotes in the words of the
 * other, or nearly the same words. Where one names a person and the other only the state, the words must be nearer.
 * @example saysTheSame(a, b, rarity) // true: 'said work "remained to be done"', 'said that work remained to be done'
 */
export function saysTheSame(a: Told, b: Told, rarity: Rarity): boolean {
  const known = a.actor.some((x) => b.actor.some((y) => isOne(x, y)))
  if (!known && isNamed(a) && isNamed(b)) return false
  const weighing = { speakers: speakersOf(a, b), rarity }
  const told = commonOf(wordsIn(weighing, ownText(a)), wordsIn(weighing, ownText(b)))
  if (!known) return areOneReport(told, true)
  if (a.quote.length > 0 && b.quote.length > 0)
    return a.quote.some((p) => b.quote.some((q) => areOneQuotation(p, q, told, weighing)))
  const heard = [[a, b] as const, [b, a] as const].some(([x, y]) =>
    x.quote.some((q) => isToldIn(q, y, told, weighing)),
  )
  return heard || areOneReport(told, false)
}
