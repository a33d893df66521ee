import { type Command, Option } from 'commander'
import { renderEvents } from '../../render/index.js'
import { format } from '../arguments.js'
import { EVENT_COLUMNS } from '../columns.js'
import { command, withRecord } from '../context.js'
import { type FilterOptions, filterOf, withFilters } from '../filters.js'
import { gathered, look, writeCsv, writeJsonLines, writeLines } from '../output.js'

interface Options extends FilterOptions {
  readonly rejected?: true
  readonly format: 'table' | 'jsonl' | 'csv'
}

export function eventsCommand(): Command {
  const events = command(
    'events',
    'list the events in the record',
    'events --dyad RUS,PRK --since 2024 --format jsonl',
  )
  return withFilters(events)
    .addOption(
      new Option('--rejected', 'those alone that persons rejected').conflicts([
        'dyad',
        'actor',
        'type',
        'since',
        'until',
        'story',
        'background',
        'news',
      ]),
    )
    .addOption(format('table', 'jsonl', 'csv'))
    .action(list)
}

function list(options: Options): Promise<void> {
  return withRecord(options, async (store) => {
    const filter = options.rejected ? { rejected: true } : await filterOf(store, options)
    const found = store.events(filter)
    if (options.format === 'jsonl') return writeJsonLines(found)
    if (options.format === 'csv') return writeCsv(EVENT_COLUMNS, found)
    return writeLines(renderEvents(await gathered(found), look()))
  })
}
