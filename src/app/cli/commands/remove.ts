import type { Command } from 'commander'
import { removeFromRecord } from '../../record.js'
import { type Common, command, openFlow, UsageError, withRecord } from '../context.js'
import { eventsText } from '../numbers.js'
import { writeLines } from '../output.js'

export function removeCommand(): Command {
  return command('remove', 'take a report out of the record, with what only it tells', 'remove 3f2a91c0')
    .argument('<id>', 'the id of a report, or a beginning that only it has')
    .action(remove)
}

function remove(given: string, options: Common): Promise<void> {
  return withRecord(options, async (store) => {
    const found = await store.find(given)
    if (found?.kind !== 'report')
      throw new UsageError(`there is no report ${given} in the record`, 'rapport reports lists them')
    const { id, file } = found.report.report
    const outcome = await removeFromRecord(store, await openFlow(options), id)
    await writeLines(`Removed ${id} (${file}).\n${eventsText(outcome)}`)
  })
}
