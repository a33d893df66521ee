import type { Command } from 'commander'
import type { Mention } from '../../../types.js'
import { findInputs, type Inputs } from '../../inputs.js'
import { codeOne, type Flow, isFailure, reportsIn } from '../../record.js'
import { published } from '../arguments.js'
import { type Common, command, openFlow, sayFailure } from '../context.js'
import { writeJsonLines } from '../output.js'

interface Options extends Common {
  readonly published?: string
  readonly outlet?: string
}

export function codeCommand(): Command {
  return command('code', 'code reports without storing them: one JSON line per mention', 'code news/*.txt')
    .argument('<path...>', 'files (.txt, .md, .html, .csv, .jsonl), folders, globs, - for stdin')
    .option('--published <date>', 'when they were published, where they do not say', published)
    .option('--outlet <name>', 'who published them, where they do not say')
    .action(async (paths: string[], options: Options) =>
      writeJsonLines(mentionsIn(await openFlow(options), await findInputs(paths), options)),
    )
}

async function* mentionsIn(flow: Flow, found: Inputs, options: Options): AsyncIterable<Mention> {
  found.failures.forEach(sayFailure)
  const { published, outlet } = options
  const given = { ...(published && { published }), ...(outlet && { outlet }) }
  for (const input of found.inputs) {
    const { reports, failures } = await reportsIn(flow, input, given)
    failures.forEach(sayFailure)
    for (const report of reports) {
      const coded = codeOne(flow, report)
      if (isFailure(coded)) sayFailure(coded)
      else yield* coded.mentions
    }
  }
}
