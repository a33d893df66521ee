import { shared } from './prints.js'
import type { Profile } from './profiles.js'

/** What two reports have in common. */
export interface Link {
  readonly a: string
  readonly b: string
  /** Likeness of their news: 0 to 1, and a little more for acts that both tell. */
  readonly like: number
  /** Share of the shorter one's own words that stand in the other, 0 to 1. */
  readonly copied: number
  /** The agency that both credit. */
  readonly credit: string | null
  /** The house that both outlets belong to. */
  readonly house: string | null
}

/** Reports further apart than this share no story directly; a story may be longer. */
export const WINDOW_DAYS = 10
/** A day between two reports takes this much from their likeness. */
const PER_DAY = 0.04
/** A report that bears no day may be of any: it counts as this many days off. */
const UNKNOWN_DAYS = 3
/** An act between the same states, told as news by both, adds this much; at most three count. */
const PER_ACT = 0.08
/** Keys that two reports must share to be set against one another. */
export const SHARED_KEYS = 2
/** A sentence or two in the same words is no copy, unless they are most of a report. */
const FEW_PRINTS = 12
const MOST = 0.75
/** Likeness below this is chance. */
const CHANCE = 0.12

function daysApart(a: Pick<Profile, 'day'>, b: Pick<Profile, 'day'>): number {
  return a.day === null || b.day === null ? UNKNOWN_DAYS : Math.abs(a.day - b.day)
}

function cosine(a: Profile, b: Profile): number {
  const weights = new Map(a.terms)
  return b.terms.reduce((sum, [word, weight]) => sum + weight * (weights.get(word) ?? 0), 0)
}

const inBoth = (a: readonly string[], b: readonly string[]): number => {
  const set = new Set(a)
  return b.filter((x) => set.has(x)).length
}

function copiedShare(a: Profile, b: Profile): number {
  const [common, shorter] = [shared(a.prints, b.prints), Math.min(a.prints.length, b.prints.length)]
  const share = shorter ? common / shorter : 0
  return common < FEW_PRINTS && share < MOST ? 0 : share
}

/** What two reports have in common; null where that is no more than chance. Depends on nothing but the two. */
export function linkOf(p: Profile, q: Profile): Link | null {
  const [a, b] = p.report < q.report ? [p, q] : [q, p]
  const days = daysApart(a, b)
  if (days > WINDOW_DAYS || inBoth(a.keys, b.keys) < SHARED_KEYS) return null
  const acts = Math.min(3, inBoth(a.acts, b.acts))
  const copied = copiedShare(a, b)
  const like = Math.max(cosine(a, b) + PER_ACT * acts - PER_DAY * days, copied)
  const [credit, house] = [inCommon(a.agency, b.agency), inCommon(a.house, b.house)]
  return like < CHANCE
    ? null
    : { a: a.report, b: b.report, like: rounded(like), copied: rounded(copied), credit, house }
}

const inCommon = (a: string | null, b: string | null): string | null => (a && a === b ? a : null)
const rounded = (x: number): number => Math.round(x * 1000) / 1000

function byKey(profiles: readonly Profile[]): Map<string, number[]> {
  const out = new Map<string, number[]>()
  profiles.forEach((profile, i) => {
    for (const key of new Set(profile.keys)) {
      const list = out.get(key)
      if (list) list.push(i)
      else out.set(key, [i])
    }
  })
  return out
}

/** Positions before `at` whose profile shares enough keys with the one there. */
function candidates(
  profiles: readonly Profile[],
  at: number,
  index: ReadonlyMap<string, number[]>,
): number[] {
  const counts = new Map<number, number>()
  for (const key of new Set(profiles[at]!.keys))
    for (const i of index.get(key)!) if (i < at) counts.set(i, (counts.get(i) ?? 0) + 1)
  return [...counts].filter(([, n]) => n >= SHARED_KEYS).map(([i]) => i)
}

/** The links among reports, found by their keys: never all with all. */
export function findLinks(profiles: readonly Profile[]): Link[] {
  const index = byKey(profiles)
  return profiles.flatMap((profile, at) =>
    candidates(profiles, at, index).flatMap((i) => linkOf(profiles[i]!, profile) ?? []),
  )
}
