import type { Command } from 'commander'
import { findInputs } from '../../inputs.js'
import { type ReadSummary, readIntoRecord } from '../../record.js'
import { published } from '../arguments.js'
import { type Common, command, openFlow, withNewRecord } from '../context.js'
import { count, eventsText } from '../numbers.js'
import { writeLines } from '../output.js'
import { interruption, progressOn } from '../progress.js'

interface Options extends Common {
  readonly published?: string
  readonly outlet?: string
}

export function readCommand(): Command {
  return command(
    'read',
    'read reports into the record',
    'read news/ "archive/*.html"',
    'read - --outlet "Tesk Times"',
  )
    .argument('<path...>', 'files (.txt, .md, .html, .csv, .jsonl), folders, globs, - for stdin')
    .option('--published <date>', 'when they were published, where they do not say', published)
    .option('--outlet <name>', 'who published them, where they do not say')
    .action(read)
}

async function read(paths: string[], options: Options): Promise<void> {
  const flow = await openFlow(options)
  const found = await findInputs(paths)
  await withNewRecord(options, async (store) => {
    const progress = progressOn(process.stderr, found.inputs.length)
    const { published, outlet } = options
    const summary = await readIntoRecord(store, flow, found, {
      given: { ...(published && { published }), ...(outlet && { outlet }) },
      now: new Date().toISOString(),
      progress,
      signal: interruption(),
    })
    progress.end()
    if (summary.interrupted) process.exitCode = 1
    await writeLines(summaryText(summary))
  })
}

/** What was done, in lines for people. */
export function summaryText(summary: ReadSummary): string {
  const { new: added, unchanged, revised, held, failed, empty, unreadable, left } = summary
  const read = added + unchanged + revised + held
  const lines = [
    `Reports: ${read} read, ${added} new, ${unchanged} unchanged, ${revised} revised, ${failed} failed.`,
  ]
  if (held > 0)
    lines.push(`Under embargo: ${held} of them, kept apart until then (rapport mark --list shows them).`)
  if (empty > 0)
    lines.push(
      `No event between states in ${empty} of them (${unreadable} in a language that cannot be read yet).`,
    )
  if (summary.interrupted) lines.push(`Interrupted: ${count(left, 'file')} left; read them again to go on.`)
  lines.push(
    summary.interrupted ? 'Events: not worked out yet; the next run does it.' : eventsText(summary.events),
  )
  return lines.join('\n')
}
