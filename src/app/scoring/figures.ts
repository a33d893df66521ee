import { createHash } from 'node:crypto'
import { interval } from './bootstrap.js'
import type { Figure, Formula, Half, Item, Pairing, Row, Sample, Tally } from './score.js'
import { NOTHING, sum } from './tallies.js'

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)
const precision = ({ correct, found }: Tally): number => share(correct, found)
const recall = ({ covered, gold }: Tally): number => share(covered, gold)

function f1(tally: Tally): number {
  const [p, r] = [precision(tally), recall(tally)]
  return share(2 * p * r, p + r)
}

const FROM_TALLY: Readonly<Record<Exclude<Formula, 'macro-f1' | 'mean-f1'>, (tally: Tally) => number>> = {
  precision,
  recall,
  f1,
  rate: ({ found, gold }) => share(found, gold),
}

/** The mean F1 of the classes that the gold has, each counting the same. */
export function macroF1(pairings: readonly Pairing[]): number {
  const counts = new Map<string, { found: number; correct: number; gold: number }>()
  const of = (name: string) => {
    const known = counts.get(name) ?? { found: 0, correct: 0, gold: 0 }
    counts.set(name, known)
    return known
  }
  for (const { gold, found } of pairings) {
    of(gold).gold++
    of(found).found++
    if (gold === found) of(gold).correct++
  }
  const classes = [...counts.values()].filter((c) => c.gold > 0)
  return share(
    classes.reduce((total, c) => total + share(2 * c.correct, c.found + c.gold), 0),
    classes.length,
  )
}

const meanF1 = (tallies: readonly Tally[]): number =>
  share(
    tallies.reduce((total, tally) => total + f1(tally), 0),
    tallies.length,
  )

/**
 * The value of a figure over items, pooled (not averaged over items).
 * @returns a share of 1, or for `rate` found things for each gold one
 */
export function worthOf({ formula, of }: Pick<Figure, 'formula' | 'of'>, items: readonly Item[]): number {
  if (formula === 'macro-f1') return macroF1(items.flatMap((item) => item.classes ?? []))
  if (formula === 'mean-f1') return meanF1(of.split('+').map((name) => tallyOf(name, items)))
  return FROM_TALLY[formula](tallyOf(of, items))
}

const tallyOf = (of: string, items: readonly Item[]): Tally =>
  sum(items.map((item) => item.tallies[of] ?? NOTHING))

const HALVES: readonly Half[] = ['all', 'tune', 'test']

/** The items of each half that a sample has. */
export const byHalf = (items: readonly Item[]): [Half, Item[]][] =>
  HALVES.map((half): [Half, Item[]] => [half, items.filter((item) => item.half === half)]).filter(
    ([, list]) => list.length > 0,
  )

/** Whether a figure is better when it is lower. */
export const hasCeiling = ({ formula }: Pick<Figure, 'formula'>): boolean => formula === 'rate'

/** Every figure of a sample, the halves apart. */
export function rowsOf(score: string, { set, figures, items, detail = false }: Sample): Row[] {
  return byHalf(items).flatMap(([half, list]) =>
    figures.map(({ name, formula, of, goal, beside }): Row => {
      const value = worthOf({ formula, of }, list)
      const range = interval(list, (drawn) => worthOf({ formula, of }, drawn))
      const tally = tallyOf(of, list)
      return {
        score,
        set,
        half,
        figure: name,
        formula,
        n: list.filter(({ key }) => key !== null).length,
        value,
        interval: range,
        tally,
        goal,
        beside,
        detail,
      }
    }),
  )
}

interface Confusion extends Pairing {
  readonly times: number
}

/** The wrong pairings that are most frequent, ten at most. */
export function confusions(items: readonly Item[]): Confusion[] {
  const wrong = items.flatMap((item) => item.classes ?? []).filter(({ gold, found }) => gold !== found)
  const counts = new Map<string, Confusion>()
  for (const { gold, found } of wrong) {
    const key = JSON.stringify([gold, found])
    counts.set(key, { gold, found, times: (counts.get(key)?.times ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.times - a.times).slice(0, 10)
}

/** Changes when an item of the set, or what is right of it, changes; the order of items does not matter. */
export function hashOf(items: readonly Item[]): string {
  const keys = items.flatMap(({ key }) => key ?? []).sort()
  return createHash('sha256').update(keys.join('\n')).digest('hex').slice(0, 16)
}
