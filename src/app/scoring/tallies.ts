import type { Tally } from './score.js'

export const NOTHING: Tally = { found: 0, correct: 0, gold: 0, covered: 0 }

/** Adds tallies up. */
export function sum(tallies: readonly Tally[]): Tally {
  const total = { ...NOTHING }
  for (const { found, correct, gold, covered } of tallies) {
    total.found += found
    total.correct += correct
    total.gold += gold
    total.covered += covered
  }
  return total
}

/** Something asked that has one answer: right or not. */
export const answer = (right: boolean | number, of = 1): Tally => ({
  found: of,
  correct: Number(right),
  gold: of,
  covered: Number(right),
})

/** Sets of found and gold things that are right when they are the same. */
export function overlap(found: ReadonlySet<string>, gold: ReadonlySet<string>): Tally {
  const right = [...found].filter((thing) => gold.has(thing)).length
  return { found: found.size, correct: right, gold: gold.size, covered: right }
}
