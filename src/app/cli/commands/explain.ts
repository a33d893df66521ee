import type { Command } from 'commander'
import type { Found, PastId, Store } from '../../../store/index.js'
import { renderExplain } from '../../render/index.js'
import { type Common, command, UsageError, withRecord } from '../context.js'
import { look, say, writeLines } from '../output.js'

export function explainCommand(): Command {
  return command(
    'explain',
    'why: the rules, the words and the merges behind an event, a value or an entity',
    'explain 3f2a91c0',
    'explain 3f2a91c0 date',
  )
    .argument('<id>', 'an id of an event, mention, entity, report or story, or its beginning')
    .argument('[field]', 'one value only: date, actor, recipient, event_loc …')
    .action(explain)
}

function explain(id: string, field: string | undefined, options: Common): Promise<void> {
  return withRecord(options, async (store) => {
    for (const found of await present(store, id))
      await writeLines(renderExplain(found, { ...look(), ...(field && { field }) }))
  })
}

/** What the id stands for; an id that was given up says so and leads to those that stand for it now. */
async function present(store: Store, id: string): Promise<Found[]> {
  const found = await store.find(id)
  if (!found)
    throw new UsageError(
      `there is nothing with the id ${id} in the record`,
      'rapport events --format jsonl shows ids',
    )
  if (found.kind !== 'past') return [found]
  say(pastText(found.past))
  const heirs = await Promise.all(found.past.targets.map((target) => store.find(target)))
  return heirs.filter((heir) => heir !== null)
}

function pastText({ id, kind, fate, targets }: PastId): string {
  if (fate === 'withdrawn') return `The ${kind} ${id} was withdrawn: no report tells it any more.`
  return `The ${kind} ${id} was ${fate.replace('_', ' ')} ${targets.join(', ')}.`
}
