/**
 * How much a word says about what a report is on: 0 for the commonest, the most for words that are rare or not listed.
 */
export type Rarity = (word: string) => number

/** Words as frequent as this (in hundredths of a power of ten below certainty) are in every report. */
const COMMON = 270
/** Beyond this a word is as rare as a name. */
const RARE = 600
/** Below 1: a name that is in no list says more than a rare word, but not much more. */
const FLATNESS = 0.7

/**
 * Reads the shipped table of word frequencies. A line is a frequency, in hundredths of a power of ten below 1, and the
 * words of that frequency. The table never depends on the record, so that what two reports have in common does not
 * change when a third comes in.
 * @throws when a line does not begin with a number, naming the line
 * @example parseRarity('355 president\n487 putin')('president') // 0.89
 */
export function parseRarity(text: string): Rarity {
  const table = new Map<string, number>()
  for (const [index, line] of text.trimEnd().split('\n').entries()) {
    const [frequency, ...words] = line.split(' ')
    if (!/^\d+$/.test(frequency!))
      throw new Error(`word frequencies, line ${index + 1}: "${line.slice(0, 40)}" begins with no number`)
    for (const word of words) table.set(word, weightOf(Number(frequency)))
  }
  const unknown = weightOf(RARE)
  return (word) => table.get(word) ?? unknown
}

const weightOf = (frequency: number): number =>
  Math.max(0, (Math.min(frequency, RARE) - COMMON) / 100) ** FLATNESS
