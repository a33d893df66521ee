import type { RecordView } from '../../store/view.js'
import type { Event } from '../../types.js'
import { namesFrom, type StateNames } from '../render/words.js'

/** Names of states as the record has them, also where these events name only their people. */
export async function namesIn(view: RecordView, events: readonly Event[]): Promise<StateNames> {
  return namesFrom(await view.stateNames(statesTold(events)))
}

/** All states that these events or the outlets that tell them belong to. */
export function statesTold(events: readonly Event[]): string[] {
  const parties = events.flatMap(({ actor, recipient, claimed_by, denied_by, cite_info }) => [
    ...[...actor, ...recipient, ...claimed_by, ...denied_by],
    ...cite_info,
  ])
  const places = events.flatMap(({ event_loc }) => event_loc?.country ?? [])
  return [...new Set([...parties.flatMap(({ country }) => country ?? []), ...places])]
}
