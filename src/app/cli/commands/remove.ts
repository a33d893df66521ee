import type { Command } from 'commander'
import type { Found } from '../../../store/index.js'
import { removeFromRecord } from '../../record.js'
import { type Common, command, openFlow, UsageError, withRecord } from '../context.js'
import { eventsText } from '../numbers.js'
import { writeLines } from '../output.js'

export function removeCommand(): Command {
  return command(
    'remove',
    'take a report, or what a person recorded, out of the record, with what only it tells',
    'remove 3f2a91c0',
  )
    .argument('<id>', 'the id of a report or an entry, or a beginning that only it has')
    .action(remove)
}

/** What may be taken out: a report, or what a person recorded. */
function whatOf(found: Found | null, given: string): { id: string; file: string } {
  if (found?.kind === 'report') return found.report.report
  if (found?.kind === 'entry') return { id: found.entry.id, file: found.entry.mention.file }
  throw new UsageError(
    `there is no report or entry ${given} in the record`,
    'rapport reports lists reports; what people recorded is in said_by_person of rapport events --format jsonl',
  )
}

function remove(given: string, options: Common): Promise<void> {
  return withRecord(options, async (store) => {
    const found = await store.find(given)
    const { id, file } = whatOf(found, given)
    const outcome = await removeFromRecord(store, await openFlow(options), id)
    await writeLines(`Removed ${id} (${file}).\n${eventsText(outcome)}`)
  })
}
