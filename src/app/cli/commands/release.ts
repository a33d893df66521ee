import type { Command } from 'commander'
import type { Store } from '../../../store/index.js'
import { FolderError, type Released, release } from '../../release/index.js'
import { more } from '../arguments.js'
import { command, UsageError, withRecord } from '../context.js'
import { type FilterOptions, filterOf, withFilters } from '../filters.js'
import { say, writeLines } from '../output.js'
import { interruption, stepsOn } from '../progress.js'

interface Options extends FilterOptions {
  readonly text: boolean
  readonly replace?: true
  readonly title?: string
  readonly author: readonly string[]
}

export function releaseCommand(): Command {
  const release = command(
    'release',
    'write the record, or a part of it, as a data set that can be cited',
    'release data-set/ --author "Ana Bel"',
    'release rus-prk/ --dyad RUS,PRK --since 2024 --no-text',
  ).argument('<folder>', 'a new or empty folder')
  return withFilters(release)
    .option('--no-text', 'leave out the words of reports; offsets into them stay')
    .option('--replace', 'replace the earlier release in the folder')
    .option('--title <title>', 'of the data set')
    .option('--author <name>', 'who is cited for it; may be given more than once', more, [])
    .action(write)
}

function write(folder: string, options: Options): Promise<void> {
  return withRecord(options, async (store) => {
    const released = await releaseIn(store, folder, options)
    if (released) await writeLines(summaryText(folder, released))
  })
}

/** Null when it was interrupted. */
async function releaseIn(store: Store, folder: string, options: Options): Promise<Released | null> {
  const filter = await filterOf(store, options)
  const total = (await store.countEvents(filter)) + (await store.countReports())
  const progress = stepsOn(process.stderr, 'Writing', total)
  const signal = interruption('Stopping; nothing is kept of the unfinished release.')
  const credits = { title: options.title ?? null, authors: options.author }
  const { text: texts, replace = false } = options
  try {
    return await release(store, folder, { filter, texts, replace, credits, wrote: progress.step, signal })
  } catch (error) {
    if (error instanceof FolderError) throw new UsageError(error.message, error.hint)
    if (!signal.aborted) throw error
    process.exitCode = 1
    say(`Interrupted: ${folder} is as it was; run release again.`)
    return null
  } finally {
    progress.end()
  }
}

function summaryText(folder: string, { counts, version }: Released): string {
  const parts = [...counts].map(([name, number]) => `${number} ${name}`)
  return `Released to ${folder}: ${parts.join(', ')}.\nVersion ${version}.`
}
