import { holdingIn } from '../../correcting/index.js'
import type { Store } from '../../store/index.js'
import type { LogLine } from '../../types.js'

type Record = Pick<Store, 'find' | 'namings' | 'log'>

/** What corrections of an event or an entity hold on to; null where there is no such thing. */
export async function partsOf(
  record: Pick<Record, 'find' | 'namings'>,
  id: string,
): Promise<string[] | null> {
  const found = await record.find(id)
  if (found?.kind === 'event') return found.event.mentions.map((mention) => mention.id)
  if (found?.kind !== 'entity') return null
  return (await record.namings(found.entity.id)).map((naming) => naming.id)
}

/** The log, or what of it is about these parts, as it leaves the record: each entry says whether it holds. */
export async function logLines(record: Pick<Record, 'log'>, parts?: readonly string[]): Promise<LogLine[]> {
  const log = await record.log()
  const holding = holdingIn(log)
  const about = parts ? await record.log(parts) : log
  return about.map((entry) => ({ ...entry, stands: holding.has(entry.id) }))
}
