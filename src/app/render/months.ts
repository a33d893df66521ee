import { days } from '../../resolving/edtf.js'
import type { Event } from '../../types.js'
import { dateWords } from './words.js'

/** A stretch of a timeline: the events of one month, or of one year whose month is not known. */
export interface Stretch {
  /** EDTF: "2025-07" or "2024". */
  readonly when: string
  readonly events: readonly Event[]
}

/** A timeline in order; events without a date, or that run over years, belong to no stretch. */
export interface Timeline {
  readonly stretches: readonly Stretch[]
  readonly long: readonly Event[]
  readonly undated: readonly Event[]
}

export function timelineOf(events: readonly Event[]): Timeline {
  const sorted = [...events].sort((a, b) => order(a).localeCompare(order(b)))
  const keys = new Map(sorted.map((event) => [event, stretchOf(event.date)]))
  const whens = [...new Set(keys.values())].filter((when) => when !== null && when !== 'long').sort()
  const at = (when: string | null) => sorted.filter((event) => keys.get(event) === when)
  return {
    stretches: whens.map((when) => ({ when: when!, events: at(when) })),
    long: at('long'),
    undated: at(null),
  }
}

function order(event: Event): string {
  const bounds = event.date ? days(event.date) : null
  return `${bounds?.[0] ?? ''} ${bounds?.[1] ?? ''} ${event.id}`
}

function stretchOf(edtf: string | null): string | null {
  const bounds = edtf ? days(edtf) : null
  if (!bounds) return null
  const [first, last] = bounds
  if (first.slice(0, 7) === last.slice(0, 7)) return first.slice(0, 7)
  return first.slice(0, 4) === last.slice(0, 4) ? first.slice(0, 4) : 'long'
}

/** The months between two stretches, as words; null where the second follows on the first. */
export function gapBetween(before: Stretch, after: Stretch): string | null {
  const from = days(before.when)![1].slice(0, 7)
  const to = days(after.when)![0].slice(0, 7)
  const [first, last] = [addMonths(from, 1), addMonths(to, -1)]
  if (first > last) return null
  return first === last ? dateWords(first) : `${dateWords(first)} to ${dateWords(last)}`
}

function addMonths(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
}
