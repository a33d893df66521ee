import { EventType } from '../../../records.js'
import type { Direction, DyadFilter, Page, PeriodSum } from '../../../store/view.js'
import type { Event } from '../../../types.js'
import type { StateNames } from '../../render/words.js'

/** What the page of two states shows. */
export interface DyadModel {
  /** Sorted codes. */
  readonly pair: readonly [string, string]
  readonly names: StateNames
  readonly query: DyadQuery
  readonly periods: readonly PeriodSum[]
  /** The periods without a choice of time, for going from one to another. */
  readonly allPeriods: readonly PeriodSum[]
  readonly events: Page<Event>
}

/** What a reader chose, as it stands in the address. */
export interface DyadQuery {
  /** "2025", "2025-07", "2025-07-27": a year, month or day. */
  readonly in: string
  readonly type: string
  readonly told: '' | 'news' | 'background'
  readonly direction: '' | Direction
}

/** All of a dyad. */
export const NO_CHOICE: DyadQuery = { in: '', type: '', told: '', direction: '' }

export function filterOf({ in: at, type, told, direction }: DyadQuery): DyadFilter {
  const only = EventType.safeParse(type)
  return {
    ...(only.success && { type: only.data }),
    ...(told && { background: told === 'background' }),
    ...(direction && { direction }),
    ...(at && { since: at, until: at }),
  }
}

export function dyadTitle([one, other]: readonly [string, string], names: StateNames): string {
  return `${names(one)} – ${names(other)}`
}

/** What a stretch without events means: less where only some of them are looked at. */
export function silenceOf({ type, told, direction }: DyadQuery): string {
  return type || told || direction ? 'none of these in the reports read' : 'no report read'
}
