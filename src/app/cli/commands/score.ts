import type { Command } from 'commander'
import { type Common, command, UsageError } from '../context.js'
import { writeLines } from '../output.js'
import { SCORES } from '../scores.js'

interface Options extends Common {
  readonly errors?: boolean
  readonly data?: string
}

export function scoreCommand(): Command {
  return command('score', 'score Rapport against gold sets', 'score examples', 'score pairs --data gold/')
    .argument('<name>', `which: ${names()}`)
    .option('--data <folder>', 'a folder with more sets')
    .option('--errors', 'list what was missed, with the sentence and what was found')
    .action(score)
}

async function score(name: string, options: Options): Promise<void> {
  const run = SCORES.get(name)
  if (!run) throw new UsageError(`there is no score named ${name}`, `there are: ${names()}`)
  await writeLines(run({ errors: options.errors === true, data: options.data ?? null }))
}

function names(): string {
  return [...SCORES.keys()].join(', ')
}
