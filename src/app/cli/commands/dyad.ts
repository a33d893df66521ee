import type { Command } from 'commander'
import { openView } from '../../../store/view.js'
import { renderDyad } from '../../render/index.js'
import { country, format } from '../arguments.js'
import { EVENT_COLUMNS } from '../columns.js'
import { type Common, command, UsageError, withRecord } from '../context.js'
import { gathered, look, writeCsv, writeJsonLines, writeLines } from '../output.js'

interface Options extends Common {
  readonly format: 'table' | 'jsonl' | 'csv' | 'svg'
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
    .addOption(format('table', 'jsonl', 'csv', 'svg'))
    .action(dyad)
}

function dyad(one: string, other: string, options: Options): Promise<void> {
  if (one === other) throw new UsageError(`${one} is given twice`, 'give two different states')
  return withRecord(options, async (store) => {
    if (options.format === 'svg') return writeLines(await chart(store.location, [one, other]))
    const between = store.events({ dyad: [one, other] })
    if (options.format === 'jsonl') return writeJsonLines(between)
    if (options.format === 'csv') return writeCsv(EVENT_COLUMNS, between)
    // The table also has, set apart, what others do to both.
    const events = await gathered(store.events({ involving: [one, other] }))
    return writeLines(renderDyad([one, other], events, look()))
  })
}

/** Observable Plot is loaded only where something is drawn. */
async function chart(location: string, pair: readonly [string, string]): Promise<string> {
  const [{ dyadSvg }, view] = await Promise.all([import('../../web/dyad/svg.js'), openView(location)])
  try {
    return await dyadSvg(view, pair)
  } finally {
    await view.close()
  }
}
