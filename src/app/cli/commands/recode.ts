import type { Command } from 'commander'
import { recodeRecord } from '../../record.js'
import { type Common, command, openFlow, withRecord } from '../context.js'
import { count, eventsText } from '../numbers.js'
import { writeLines } from '../output.js'
import { interruption, progressOn } from '../progress.js'

export function recodeCommand(): Command {
  return command(
    'recode',
    'code all reports again with the present reader and codebook',
    'recode --codebook my-codebook/',
  ).action(recode)
}

function recode(options: Common): Promise<void> {
  return withRecord(options, async (store) => {
    const progress = progressOn(process.stderr, await store.countReports())
    const outcome = await recodeRecord(store, await openFlow(options), { progress, signal: interruption() })
    progress.end()
    const lines = [`Reports: ${outcome.coded} coded again, ${outcome.failed} failed.`]
    if (outcome.interrupted) {
      process.exitCode = 1
      lines.push(`Interrupted: ${count(outcome.left, 'report')} left; run recode again.`)
    } else lines.push(eventsText(outcome.events))
    await writeLines(lines.join('\n'))
  })
}
