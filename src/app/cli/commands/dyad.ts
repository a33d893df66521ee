import type { Command } from 'commander'
import { renderDyad } from '../../render/index.js'
import { country, format } from '../arguments.js'
import { EVENT_COLUMNS } from '../columns.js'
import { type Common, command, UsageError, withRecord } from '../context.js'
import { gathered, look, writeCsv, writeJsonLines, writeLines } from '../output.js'

interface Options extends Common {
  readonly format: 'table' | 'jsonl' | 'csv'
}

export function dyadCommand(): Command {
  return command(
    'dyad',
    'the timeline of two states',
    'dyad RUS PRK',
    'dyad Russia "North Korea" --format csv',
  )
    .argument('<state>', 'a state, by ISO code or name', country)
    .argument('<other>', 'another', country)
    .addOption(format('table', 'jsonl', 'csv'))
    .action(dyad)
}

function dyad(one: string, other: string, options: Options): Promise<void> {
  if (one === other) throw new UsageError(`${one} is given twice`, 'give two different states')
  return withRecord(options, async (store) => {
    const between = store.events({ dyad: [one, other] })
    if (options.format === 'jsonl') return writeJsonLines(between)
    if (options.format === 'csv') return writeCsv(EVENT_COLUMNS, between)
    // The table also has, set apart, what others do to both.
    const events = await gathered(store.events({ involving: [one, other] }))
    return writeLines(renderDyad([one, other], events, look()))
  })
}
