import { hash2, hashText } from '../reading/hash.js'
import { fold } from '../resolving/fold.js'
import type { Block, Report } from '../types.js'

/** Runs of this many words stand in two texts by copying, hardly ever by chance. */
const RUN = 5
/** Of this many neighbouring runs one is kept (winnowing: Schleimer, Wilkerson and Aiken 2003). */
const WINDOW = 4
/** A statement quoted by two is not copied by one from the other. */
const QUOTED = /[“"][^“”"]*[”"]/

const paragraphs = (report: Report): Block[] => report.blocks.filter((b) => b.kind === 'paragraph')

/** The hashes of all runs of words of one stretch of text. */
function runsOf(stretch: string): number[] {
  const words = fold(stretch).split(' ').map(hashText)
  return words.slice(RUN - 1).map((_, i) => {
    let run = 0
    for (let at = i; at < i + RUN; at++) run = hash2(1, run, words[at]!)
    return run >>> 0
  })
}

/** The least hash of every window: two texts that share a long enough passage share a print of it. */
function winnowed(runs: readonly number[]): number[] {
  const windows = Math.max(1, runs.length - WINDOW + 1)
  return runs.length ? Array.from({ length: windows }, (_, i) => Math.min(...runs.slice(i, i + WINDOW))) : []
}

/** The prints of a text: what it says in its own words, quotations left out. */
const printsOf = (text: string): Set<number> =>
  new Set(text.split(QUOTED).flatMap((stretch) => winnowed(runsOf(stretch))))

/** The prints of each paragraph of a report. */
export const paragraphPrints = (report: Report): { block: Block; prints: ReadonlySet<number> }[] =>
  paragraphs(report).map((block) => ({ block, prints: printsOf(report.text.slice(block.start, block.end)) }))

/** The prints of a report's paragraphs, in rising order. */
export const reportPrints = (report: Report): number[] =>
  [...new Set(paragraphPrints(report).flatMap(({ prints }) => [...prints]))].sort((a, b) => a - b)

/** How many numbers two rising lists have in common. */
export function shared(a: readonly number[], b: readonly number[]): number {
  let [i, j, n] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i]!, b[j]!]
    if (x === y) n++
    if (x <= y) i++
    if (y <= x) j++
  }
  return n
}
