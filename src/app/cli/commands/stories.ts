import type { Command } from 'commander'
import { renderStories } from '../../render/index.js'
import { format } from '../arguments.js'
import { STORY_COLUMNS } from '../columns.js'
import { type Common, command, withRecord } from '../context.js'
import { gathered, look, writeCsv, writeJsonLines, writeLines } from '../output.js'

interface Options extends Common {
  readonly format: 'table' | 'jsonl' | 'csv'
}

export function storiesCommand(): Command {
  return command('stories', 'list the stories: reports that carry the same news', 'stories')
    .addOption(format('table', 'jsonl', 'csv'))
    .action(stories)
}

function stories(options: Options): Promise<void> {
  return withRecord(options, async (store) => {
    const found = store.stories()
    if (options.format === 'jsonl') return writeJsonLines(found)
    if (options.format === 'csv') return writeCsv(STORY_COLUMNS, found)
    return writeLines(renderStories(await gathered(found), look()))
  })
}
