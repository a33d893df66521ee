import { countedScore, directionOf, isBetween } from '../store/directions.js'
import { periodOf } from '../store/index.js'
import type { Direction } from '../store/view.js'
import type { Event } from '../types.js'
import type { Fold } from './former.js'

/** An event of a dyad as files have it. */
export interface DyadLine extends Event {
  /** Between the two, or listed apart: by both toward others, by others on both. */
  readonly side: 'between' | 'by_both' | 'on_both'
  /** "XAR>XBO", "XAR=XBO" for what is mutual; null where it is listed apart. */
  readonly direction: string | null
  /** The month (or year) whose score it counts in; null where it bears no date that is exact enough. */
  readonly period: string | null
  /** What it adds to that score; null where it counts nothing. */
  readonly counted: number | null
}

const SIDES: Readonly<Record<Direction, DyadLine['side']>> = {
  there: 'between',
  back: 'between',
  both: 'between',
  joint: 'by_both',
  onto: 'on_both',
}

/** An event as a line of a dyad; null where one of the two is not in it. */
export function dyadLine(event: Event, { pair: [one, other], of }: Fold): DyadLine | null {
  const direction = directionOf(event, one, other, of)
  if (!direction) return null
  const words = { there: `${one}>${other}`, back: `${other}>${one}`, both: `${one}=${other}` }
  const period = periodOf(event.date)
  return {
    ...event,
    side: SIDES[direction],
    direction: isBetween(direction) ? words[direction as keyof typeof words] : null,
    period: /^\d/.test(period) ? period : null,
    counted: countedScore(event, direction),
  }
}

/** How the score of a month is made, for all who show one. */
export const SCORE_FORMULA =
  'A month’s score is the sum of the PLOVER scores (−10 to +10) of its events between the two: cooperation is the sum of ' +
  'those above zero, conflict of those below. An event counts once, however many reports tell it. What was planned, ' +
  'possible or did not happen, statements, and what others do to both or both do to others count nothing.'
