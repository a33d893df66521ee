import { z } from 'zod'
import { hasCeiling, hashOf } from './figures.js'
import type { Outcome } from './run.js'
import type { Row, Sample } from './score.js'

const Floor = z.record(z.string(), z.number())

/** One pinned set: its floors by half and figure ("test, F1"). */
const PinnedSet = z.strictObject({
  score: z.string(),
  set: z.string(),
  /** Of the items that the floors were set on. */
  hash: z.string(),
  /** How far a figure may fall below its floor before that counts: what a change moves by chance. */
  noise: z.number().min(0),
  floors: Floor,
})

const Lowered = z.strictObject({
  floor: z.string(),
  from: z.number(),
  to: z.number(),
  why: z.string().min(1),
})

/** test/gate.json: sets that ship and run everywhere, sets of the desk, and every floor that was ever lowered. */
export const Gate = z.strictObject({
  shipped: z.array(PinnedSet),
  desk: z.array(PinnedSet),
  lowered: z.array(Lowered),
})
export type Gate = z.infer<typeof Gate>
type PinnedSet = z.infer<typeof PinnedSet>

/** A part of 1, and in small sets one item: what turns when a change helps elsewhere. */
const NOISE = { shipped: 0.02, desk: 0.01 } as const
type Part = keyof typeof NOISE

/** A set as it was measured just now. */
export interface Measured {
  readonly part: Part
  readonly score: string
  readonly set: string
  readonly hash: string
  /** Items in the smallest half. */
  readonly n: number
  readonly figures: ReadonlyMap<string, number>
}

const figureName = ({ half, figure }: Row): string => (half === 'all' ? figure : `${half}, ${figure}`)
/** The name that --lower takes. */
const floorName = (set: Pick<PinnedSet, 'score' | 'set'>, figure: string): string =>
  `${set.score}/${set.set}/${figure}`

function measuredOf({ score, rows }: Outcome, { set, items }: Sample): Measured {
  const own = rows.filter((row) => row.set === set && !hasCeiling(row))
  return {
    part: score.needs.length ? 'desk' : 'shipped',
    score: score.name,
    set,
    hash: hashOf(items),
    n: Math.min(...own.map(({ n }) => n)),
    figures: new Map(own.map((row) => [figureName(row), down(row.value)])),
  }
}

/** Three digits, never rounded up: a floor that is written must hold at once. */
const down = (value: number): number => Math.floor(value * 1000 + 1e-9) / 1000

/** What outcomes mean for the gate; figures that are better when lower are not pinned. */
export const measuredIn = (outcomes: readonly Outcome[]): Measured[] =>
  outcomes.flatMap((outcome) => outcome.samples.map((sample) => measuredOf(outcome, sample)))

const isSame = (a: Pick<PinnedSet, 'score' | 'set'>, b: Pick<PinnedSet, 'score' | 'set'>): boolean =>
  a.score === b.score && a.set === b.set

function problemsOf(now: Measured, pinned: PinnedSet | undefined): string[] {
  const name = `${now.score}, ${now.set}`
  if (!pinned) return [`${name} has no floors yet; --raise writes them`]
  if (pinned.hash !== now.hash)
    return [`${name}: the set has changed (${now.hash}); look at its score, then --raise`]
  return Object.entries(pinned.floors).flatMap(([figure, floor]) => {
    const value = now.figures.get(figure)
    if (value === undefined) return [`${floorName(pinned, figure)} is pinned and is no longer measured`]
    if (value >= floor - pinned.noise) return []
    return [`${floorName(pinned, figure)} fell to ${value}, below its floor ${floor} less ${pinned.noise}`]
  })
}

/** What the gate has against figures; none when all hold. Sets that were not measured are not asked for. */
export const check = (gate: Gate, measured: readonly Measured[]): string[] =>
  measured.flatMap((now) =>
    problemsOf(
      now,
      gate[now.part].find((pinned) => isSame(pinned, now)),
    ),
  )

const noiseOf = ({ part, n }: Measured): number => Math.max(NOISE[part], Math.ceil(1000 / n) / 1000)

function raisedSet(now: Measured, pinned: PinnedSet | undefined): PinnedSet {
  const floors = [...now.figures].map(([figure, value]): [string, number] => [
    figure,
    Math.max(value, pinned?.floors[figure] ?? 0),
  ])
  return {
    score: now.score,
    set: now.set,
    hash: now.hash,
    noise: pinned?.noise ?? noiseOf(now),
    // A figure that is no longer measured keeps its floor, so that the check tells of it.
    floors: { ...pinned?.floors, ...Object.fromEntries(floors) },
  }
}

/** The gate with the floor of everything measured raised to its figure; no floor is lowered. */
export function raised(gate: Gate, measured: readonly Measured[]): Gate {
  const part = (name: Part): PinnedSet[] => {
    const mine = measured.filter((now) => now.part === name)
    const kept = gate[name].filter((pinned) => !mine.some((now) => isSame(pinned, now)))
    const pinnedOf = (now: Measured) => gate[name].find((pinned) => isSame(pinned, now))
    return inOrder([...kept, ...mine.map((now) => raisedSet(now, pinnedOf(now)))])
  }
  return { ...gate, shipped: part('shipped'), desk: part('desk') }
}

const inOrder = (sets: readonly PinnedSet[]): PinnedSet[] =>
  sets.toSorted((a, b) => (`${a.score}/${a.set}` < `${b.score}/${b.set}` ? -1 : 1))

/**
 * The gate with one floor lowered to what is measured now, and the reason kept in it.
 * @param name as the gate's own messages give it: "pairs/PLV/test, recall"
 * @throws when no floor that was measured has the name
 */
export function lowered(gate: Gate, measured: readonly Measured[], name: string, why: string): Gate {
  const now = measured.find((one) =>
    [...one.figures.keys()].some((figure) => floorName(one, figure) === name),
  )
  const pinned = now && gate[now.part].find((one) => isSame(one, now))
  const figure = pinned && Object.keys(pinned.floors).find((one) => floorName(pinned, one) === name)
  if (!now || !pinned || !figure) throw new Error(`no floor of what was measured is named ${name}`)
  const [from, to] = [pinned.floors[figure]!, now.figures.get(figure)!]
  const floors = { ...pinned.floors, [figure]: to }
  const changed = gate[now.part].map((one) => (one === pinned ? { ...one, floors } : one))
  return { ...gate, [now.part]: changed, lowered: [...gate.lowered, { floor: name, from, to, why }] }
}
