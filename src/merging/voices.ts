import { fold } from '../resolving/fold.js'
import type { Mention } from '../types.js'

/** Sources whose word is one voice, however many reports relay it. */
const NAMED: readonly (string | undefined)[] = ['named', 'agency', 'document']

/**
 * Whose word a telling is: that of the source it names, else that of the text its words come from.
 * @param origin of the mention's report
 * @example voiceOf({ event: 'ASSAULT', attribution: { kind: 'named', name: 'Interior Ministry' }, … }, 'r1')
 *   // 'source interior ministry'
 */
export function voiceOf(
  { event, attribution, claimed_by }: Pick<Mention, 'event' | 'attribution' | 'claimed_by'>,
  origin: string,
): string {
  // That somebody said something is told by each report itself.
  if (event === 'STATEMENT' || !attribution || !NAMED.includes(attribution.kind)) return origin
  // A known speaker is one, whether by full name or surname.
  return `source ${claimed_by.length === 1 ? claimed_by[0]!.id : fold(attribution.name)}`
}
