import type { Command } from 'commander'
import { type Common, command, openFlow, UsageError } from '../context.js'
import { writeLines } from '../output.js'
import { SCORES } from '../scores.js'

interface Options extends Common {
  readonly data?: string
}

export function scoreCommand(): Command {
  return command('score', 'score Rapport against gold sets', 'score records', 'score dates --data more-gold/')
    .argument('<name>', `which: ${names()}`)
    .option('--data <folder>', 'a folder with more sets')
    .action(score)
}

async function score(name: string, options: Options): Promise<void> {
  const run = SCORES.get(name)
  if (!run) throw new UsageError(`there is no score named ${name}`, `there are: ${names()}`)
  await writeLines(await run(await openFlow(options), options.data ?? null))
}

function names(): string {
  return [...SCORES.keys()].join(', ') || 'none yet'
}
