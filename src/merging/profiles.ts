import { fold } from '../resolving/fold.js'
import type { Mention, Report } from '../types.js'
import { bothSides } from './clues.js'
import type { HouseOf } from './houses.js'
import { reportPrints } from './prints.js'
import type { Rarity } from './rarity.js'

/** What of a report says which others it belongs to: made from the report and its mentions alone. */
export interface Profile {
  readonly report: string
  /** Days since 1970; null where the report bears no day. */
  readonly day: number | null
  /** The agency that it credits. */
  readonly agency: string | null
  /** The publisher of its outlet, where one is known. */
  readonly house: string | null
  /** Its most telling words by weight, a vector of length 1, the heaviest first. */
  readonly terms: readonly (readonly [word: string, weight: number])[]
  /** The acts between states that it tells as news: type and states. */
  readonly acts: readonly string[]
  /** Prints of its text, in rising order. */
  readonly prints: readonly number[]
  /** By these it is found: reports that share two of them within the window are set against one another. */
  readonly keys: readonly string[]
}

/** Words kept, the most telling: the rest of a long report adds nothing. */
const TERMS = 200
/** Words and prints by which a report is found. */
const KEY_TERMS = 18
const KEY_PRINTS = 6
const TITLE_WEIGHT = 6

const wordsOf = (text: string): string[] =>
  fold(text.replace(/['’]s?\b/g, ''))
    .split(' ')
    .filter((w) => w.length > 2)

function counts(report: Report): Map<string, number> {
  const out = new Map<string, number>()
  for (const { kind, start, end } of report.blocks) {
    const weight = kind === 'title' ? TITLE_WEIGHT : Number(kind === 'paragraph')
    if (weight === 0) continue
    for (const word of wordsOf(report.text.slice(start, end))) out.set(word, (out.get(word) ?? 0) + weight)
  }
  return out
}

const heavier = (a: readonly [string, number], b: readonly [string, number]): number =>
  b[1] - a[1] || (a[0] < b[0] ? -1 : 1)

const rounded = (x: number): number => Math.round(x * 10_000) / 10_000

function termsOf(report: Report, rarity: Rarity): Profile['terms'] {
  const weighed = [...counts(report)]
    .map(([word, n]) => [word, (1 + Math.log(n)) * rarity(word)] as const)
    .filter(([, weight]) => weight > 0)
    .sort(heavier)
    .slice(0, TERMS)
  const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0))
  return weighed.map(([word, weight]) => [word, rounded(weight / length)] as const)
}

/** The acts that a report tells as news between two states or more. */
const actsOf = (mentions: readonly Mention[]): string[] => [
  ...new Set(
    mentions
      .filter((m) => !m.background && bothSides(m).includes('+'))
      .map((m) => `${m.event} ${bothSides(m)}`),
  ),
]

/** Days since 1970; null where the report bears no whole day. */
export const dayOf = (report: Pick<Report, 'published'>): number | null => {
  const day = report.published?.value.slice(0, 10)
  return day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) / 86_400_000 : null
}

/**
 * What a report is found and compared by.
 * @param mentions of this report, as coded
 */
export function profileOf(
  report: Report,
  mentions: readonly Mention[],
  { rarity, houseOf }: { readonly rarity: Rarity; readonly houseOf: HouseOf },
): Profile {
  const terms = termsOf(report, rarity)
  const [acts, prints] = [actsOf(mentions), reportPrints(report)]
  const words = terms.slice(0, KEY_TERMS).map(([word]) => word)
  const keys = [...words, ...prints.slice(0, KEY_PRINTS).map((p) => `#${p}`), ...acts]
  const agency = report.agency?.value ?? null
  const house = report.outlet ? houseOf(report.outlet.value) : null
  return { report: report.id, day: dayOf(report), agency, house, terms, acts, prints, keys: keys.sort() }
}
