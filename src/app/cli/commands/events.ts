import { type Command, Option } from 'commander'
import type { EventFilter } from '../../../store/index.js'
import type { EventType } from '../../../types.js'
import { renderEvents } from '../../render/index.js'
import { actor, dyad, eventType, format, since, until } from '../arguments.js'
import { EVENT_COLUMNS } from '../columns.js'
import { type Common, command, storyId, withRecord } from '../context.js'
import { gathered, look, writeCsv, writeJsonLines, writeLines } from '../output.js'

interface Options extends Common {
  readonly dyad?: [string, string]
  readonly actor?: string
  readonly type?: EventType
  readonly since?: string
  readonly until?: string
  readonly story?: string
  readonly background?: true
  readonly news?: true
  readonly rejected?: true
  readonly format: 'table' | 'jsonl' | 'csv'
}

export function eventsCommand(): Command {
  return command(
    'events',
    'list the events in the record',
    'events --dyad RUS,PRK --since 2024 --format jsonl',
  )
    .option('--dyad <states>', 'between two states, such as RUS,PRK', dyad)
    .option('--actor <name>', 'with this state, person, organisation or group on either side', actor)
    .option('--type <type>', 'of this PLOVER type, or STATEMENT', eventType)
    .option('--since <date>', 'that may have happened then or later', since)
    .option('--until <date>', 'that may have happened then or earlier', until)
    .option('--story <id>', 'of one story')
    .addOption(new Option('--background', 'only what reports tell as background').conflicts('news'))
    .addOption(new Option('--news', 'only what reports tell as news').conflicts('background'))
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
    .action(events)
}

function events(options: Options): Promise<void> {
  return withRecord(options, async (store) => {
    const { dyad, actor, type, since, until } = options
    const filter: EventFilter = {
      ...(dyad && { dyad }),
      ...(actor && { actor }),
      ...(type && { type }),
      ...(since && { since }),
      ...(until && { until }),
      ...(options.story && { story: await storyId(store, options.story) }),
      ...(options.rejected && { rejected: true }),
      ...((options.background || options.news) && { background: options.background === true }),
    }
    const found = store.events(filter)
    if (options.format === 'jsonl') return writeJsonLines(found)
    if (options.format === 'csv') return writeCsv(EVENT_COLUMNS, found)
    return writeLines(renderEvents(await gathered(found), look()))
  })
}
