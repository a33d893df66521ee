import type { Command } from 'commander'
import type { Store } from '../../../store/index.js'
import { logLines, partsOf } from '../../correcting/index.js'
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
    const lines = await logLines(store, id === undefined ? undefined : await heldBy(store, id))
    if (options.format === 'jsonl') return writeJsonLines(lines)
    if (options.format === 'csv') return writeCsv(LOG_COLUMNS, lines)
    return writeLines(renderLog(lines, look()))
  })
}

async function heldBy(store: Store, id: string): Promise<string[]> {
  const parts = await partsOf(store, id)
  if (parts) return parts
  throw new UsageError(
    `there is no event, person or organisation ${id} in the record`,
    'rapport explain says what became of it; rapport log without an id has all corrections',
  )
}
