import type { Command } from 'commander'
import { standing } from '../../../correcting/index.js'
import type { Store } from '../../../store/index.js'
import { renderLog } from '../../render/index.js'
import { format } from '../arguments.js'
import { LOG_COLUMNS } from '../columns.js'
import { type Common, command, UsageError, withRecord } from '../context.js'
import { look, writeCsv, writeJsonLines, writeLines } from '../output.js'

interface Options extends Common {
  readonly format: 'table' | 'jsonl' | 'csv'
}

export function logCommand(): Command {
  return command(
    'log',
    'what persons corrected: who, when and why',
    'log',
    'log e-c7966ed --format csv > corrections.csv',
  )
    .argument('[id]', 'only of this event, person or organisation')
    .addOption(format('table', 'jsonl', 'csv'))
    .action(log)
}

function log(id: string | undefined, options: Options): Promise<void> {
  return withRecord(options, async (store) => {
    const entries = await store.log(id === undefined ? undefined : await partsOf(store, id))
    if (options.format === 'jsonl') return writeJsonLines(entries)
    const stands = new Set(standing(await store.log()).map((entry) => entry.id))
    const lines = entries.map((entry) => ({
      ...entry,
      stands: stands.has(entry.id) || entry.action === 'undo',
    }))
    if (options.format === 'csv') return writeCsv(LOG_COLUMNS, lines)
    return writeLines(renderLog(lines, look()))
  })
}

/** What corrections of an event or an entity hold on to. */
async function partsOf(store: Store, id: string): Promise<string[]> {
  const found = await store.find(id)
  if (found?.kind === 'event') return found.event.mentions.map((mention) => mention.id)
  if (found?.kind === 'entity') return (await store.namings(found.entity.id)).map((naming) => naming.id)
  const heirs = found?.kind === 'past' ? found.past.targets : []
  throw new UsageError(
    `there is no event, person or organisation ${id} in the record`,
    heirs.length > 0 ? `it is now ${heirs.join(', ')}` : 'rapport log without an id has them all',
  )
}
