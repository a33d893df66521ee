import type { LockedRecord, Store } from '../../store/index.js'
import type { Event, Mention } from '../../types.js'
import type { Flow } from '../record.js'

/** What became of an entry: it stands alone, tells an event that was there, or was there itself. */
export interface Recorded {
  readonly fate: 'taken' | 'joined' | 'unchanged'
  readonly event: Event
}

interface RecordingOptions {
  /** The moment that is kept as the time of recording, ISO 8601. */
  readonly now: string
  /** Take everything back at the end: only the fates are wanted. */
  readonly dryRun: boolean
}

/**
 * Keeps what a person recorded and works the events out anew, all in one transaction.
 * @param entries mentions made by `entryFrom`
 * @returns what became of each, in order
 */
export function recordEntries(
  store: Store,
  flow: Pick<Flow, 'engine' | 'growRecord'>,
  entries: readonly Mention[],
  { now, dryRun }: RecordingOptions,
): Promise<readonly Recorded[]> {
  const work = (record: LockedRecord) => keepAll(record, flow, entries, now)
  return dryRun ? store.withTrial(work) : store.withMergeLock(work)
}

async function keepAll(
  record: LockedRecord,
  flow: Pick<Flow, 'engine' | 'growRecord'>,
  entries: readonly Mention[],
  now: string,
): Promise<readonly Recorded[]> {
  const fresh = new Map<string, number>()
  for (const [position, mention] of entries.entries())
    if ((await record.saveEntry({ mention, addedAt: now })) === 'new') fresh.set(mention.id, position)
  if (fresh.size > 0) await flow.growRecord(flow.engine, record)
  const events = await record.eventsTelling(entries.map(({ id }) => id))
  return entries.map(({ id }, i) => {
    const event = events.get(id)!
    return { event, fate: fresh.get(id) === i ? fateOf(id, event, fresh) : 'unchanged' }
  })
}

/** Of several new entries that are one event, the first is taken and the others join it. */
function fateOf(id: string, event: Event, fresh: ReadonlyMap<string, number>): 'taken' | 'joined' {
  const before = event.mentions.some((mention) => (fresh.get(mention.id) ?? -1) < fresh.get(id)!)
  return before ? 'joined' : 'taken'
}
