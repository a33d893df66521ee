import { z } from 'zod'
import { EventType, Kind } from '../../../records.js'
import type { Direction, DyadFilter, Page, PeriodSum } from '../../../store/view.js'
import type { Event } from '../../../types.js'
import type { Fold } from '../../former.js'
import type { StateNames } from '../../render/words.js'
import { href, withQuery } from '../links.js'
import type { Reported } from '../reported.js'

/** What the page of two states shows. */
export interface DyadModel {
  readonly fold: Fold
  /** Sorted codes. */
  readonly pair: readonly [string, string]
  /** The former states that can be folded in. */
  readonly past: readonly string[]
  readonly names: StateNames
  readonly query: DyadQuery
  readonly periods: readonly PeriodSum[]
  /** The periods without a choice of time, for going from one to another. */
  readonly allPeriods: readonly PeriodSum[]
  readonly events: Page<Event>
  /** What is no event between the two: by both toward others, by others on both. */
  readonly apart: Page<Event>
  readonly reported: Reported
}

/** What a reader chose, as it stands in the address. */
export interface DyadQuery {
  /** "2025", "2025-07", "2025-07-27": a year, month or day. */
  readonly in: string
  readonly type: string
  readonly kind: string
  /** "1": with the former states whose record the two carry on. */
  readonly former: string
  readonly told: '' | 'news' | 'background'
  readonly direction: '' | Direction
}

/** All of a dyad. */
export const NO_CHOICE: DyadQuery = { in: '', type: '', kind: '', former: '', told: '', direction: '' }

export function filterOf({ in: at, type, kind, told, direction }: DyadQuery): DyadFilter {
  const only = EventType.safeParse(type)
  const field = Kind.or(z.literal('none')).safeParse(kind)
  return {
    ...(only.success && { type: only.data }),
    ...(field.success && { kind: field.data }),
    ...(told && { background: told === 'background' }),
    ...(direction && { direction }),
    ...(at && { since: at, until: at }),
  }
}

export function dyadTitle(
  [one, other]: readonly [string, string],
  names: StateNames,
  past: readonly string[] = [],
): string {
  const folded = past.length > 0 ? `, with ${past.map(names).join(', ')}` : ''
  return `${names(one)} – ${names(other)}${folded}`
}

/** What a stretch without events means: less where only some of them are looked at. */
export function silenceOf({ type, kind, told, direction }: DyadQuery): string {
  return type || kind || told || direction ? 'none of these in the reports read' : 'no report read'
}

/** The page's address with something of it changed. */
export function address(
  { pair, query }: Pick<DyadModel, 'pair' | 'query'>,
  change: Record<string, string>,
): string {
  return withQuery(href.dyad(...pair), { ...query, ...change })
}

export function eventsIn(periods: readonly PeriodSum[]): number {
  return periods.reduce((sum, { events }) => sum + events, 0)
}

export const WAYS: readonly (readonly [Direction, (one: string, other: string) => string])[] = [
  ['there', (one, other) => `${one} → ${other}`],
  ['back', (one, other) => `${other} → ${one}`],
  ['both', () => 'Mutual'],
  ['joint', () => 'by both toward others'],
  ['onto', () => 'by others on both'],
]
