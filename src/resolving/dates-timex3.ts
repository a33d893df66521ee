import type { TimeMeaning } from '../types.js'
import type { Anchor } from './dates.js'
import { count } from './dates-count.js'
import type { Timex3 } from './dates-counted.js'
import { timexOf } from './dates-names.js'

/** The TIMEX3 of a meaning, after the TimeML 1.2.1 guidelines; null for what they do not mark (named periods).
 *  @example toTimex3({ kind: 'offset', unit: 'year', amount: -1, about: false, calendar: true }, anchor) is
 *  { type: 'DATE', value: '2024' } for a report of 2025 */
export const toTimex3 = (meaning: TimeMeaning, anchor: Anchor): Timex3 | null =>
  timexOf(count(meaning, anchor))
