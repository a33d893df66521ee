import type { ComparedField, NumberSaid } from '../types.js'
import { type Claim, claim, compareClaims, type Relation, spansOf } from './claims.js'
import { corrects, publishedAfter } from './published.js'
import type { Telling } from './tellings.js'
import { fold, sameWords } from './words.js'

type Counted = Claim & { readonly number: NumberSaid }

/** Counts that go up as news comes in: a later, higher one corrects the earlier and does not contradict it. */
const RISING = /\b(?:kill|dead|death|die|wound|injur|hurt|missing|casualt|displace|victim|toll)/
/** "about" is read as within a tenth. */
const ABOUT = 0.1

/** How many, each count by what it counts. */
export function compareNumbers(tellings: readonly Telling[]): readonly ComparedField[] {
  const counted = tellings.flatMap(numbersOf)
  const numberFor = new Map(counted.map((one) => [one as Claim, one.number]))
  return compareClaims('number', counted, (a, b) => relateNumbers(a, numberFor.get(a)!, b, numberFor.get(b)!))
}

/** The numbers that a report gives, each once. */
function numbersOf(telling: Telling): readonly Counted[] {
  const all = telling.mentions.flatMap((mention) =>
    mention.numbers.map((number) => ({
      ...claim(telling, keyOf(number), sayNumber(number), spansOf(telling, mention, number.text)),
      number,
      by: mention.attribution?.name ?? null,
    })),
  )
  return all.filter((one, i) => all.findIndex((other) => other.key === one.key) === i)
}

function keyOf(number: NumberSaid): string {
  return `${fold(number.what)} ${number.bound} ${number.value}`
}

function sayNumber(number: NumberSaid): string {
  return holds(number.text, number.what) ? number.text : `${number.text} ${number.what}`
}

function holds(text: string, what: string): boolean {
  return fold(text).includes(fold(what))
}

function relateNumbers(a: Claim, left: NumberSaid, b: Claim, right: NumberSaid): Relation {
  if (!sameWords(left.what, right.what)) return 'apart'
  if (left.value === right.value && left.bound === right.bound) return 'same'
  if (overlap(range(left), range(right))) return 'precision'
  if (a.telling === b.telling) return 'apart'
  if (corrects(a.telling, b.telling) || corrects(b.telling, a.telling)) return 'update'
  return RISING.test(fold(left.what)) && rises(a, left, b, right) ? 'update' : 'conflict'
}

function rises(a: Claim, left: NumberSaid, b: Claim, right: NumberSaid): boolean {
  const [low, high] = left.value < right.value ? [a, b] : [b, a]
  return publishedAfter(high.telling, low.telling)
}

function range({ value, bound }: NumberSaid): readonly [number, number] {
  if (bound === 'at-least') return [value, Number.POSITIVE_INFINITY]
  if (bound === 'at-most') return [0, value]
  return bound === 'about' ? [value * (1 - ABOUT), value * (1 + ABOUT)] : [value, value]
}

function overlap(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] <= b[1] && b[0] <= a[1]
}
