import { type Command, Option } from 'commander'
import type { EventFilter, Store } from '../../store/index.js'
import type { EventType } from '../../types.js'
import { actor, dyad, eventType, since, until } from './arguments.js'
import { type Common, storyId } from './context.js'

/** The options that choose events. */
export interface FilterOptions extends Common {
  readonly dyad?: [string, string]
  readonly actor?: string
  readonly type?: EventType
  readonly since?: string
  readonly until?: string
  readonly story?: string
  readonly background?: true
  readonly news?: true
}

/** A command with the options that choose events. */
export function withFilters(command: Command): Command {
  return command
    .option('--dyad <states>', 'between two states, such as RUS,PRK', dyad)
    .option('--actor <name>', 'with this state, person, organisation or group on either side', actor)
    .option('--type <type>', 'of this PLOVER type, or STATEMENT', eventType)
    .option('--since <date>', 'that may have happened then or later', since)
    .option('--until <date>', 'that may have happened then or earlier', until)
    .option('--story <id>', 'of one story')
    .addOption(new Option('--background', 'only what reports tell as background').conflicts('news'))
    .addOption(new Option('--news', 'only what reports tell as news').conflicts('background'))
}

/** What was asked for. */
export async function filterOf(store: Store, options: FilterOptions): Promise<EventFilter> {
  const { dyad, actor, type, since, until } = options
  return {
    ...(dyad && { dyad }),
    ...(actor && { actor }),
    ...(type && { type }),
    ...(since && { since }),
    ...(until && { until }),
    ...(options.story && { story: await storyId(store, options.story) }),
    ...((options.background || options.news) && { background: options.background === true }),
  }
}
