import type { Command } from 'commander'
import { renderEvents } from '../../render/index.js'
import { format } from '../arguments.js'
import { EVENT_COLUMNS } from '../columns.js'
import { command, withRecord } from '../context.js'
import { type FilterOptions, filterOf, withFilters } from '../filters.js'
import { gathered, look, writeCsv, writeJsonLines, writeLines } from '../output.js'

interface Options extends FilterOptions {
  readonly format: 'table' | 'jsonl' | 'csv'
}

export function eventsCommand(): Command {
  const events = command(
    'events',
    'list the events in the record',
    'events --dyad RUS,PRK --since 2024 --format jsonl',
  )
  return withFilters(events)
    .addOption(format('table', 'jsonl', 'csv'))
    .action(list)
}

function list(options: Options): Promise<void> {
  return withRecord(options, async (store) => {
    const found = store.events(await filterOf(store, options))
    if (options.format === 'jsonl') return writeJsonLines(found)
    if (options.format === 'csv') return writeCsv(EVENT_COLUMNS, found)
    return writeLines(renderEvents(await gathered(found), look()))
  })
}
