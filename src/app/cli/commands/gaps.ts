import type { Command } from 'commander'
import { findGaps } from '../../../coding/gaps.js'
import type { Store } from '../../../store/index.js'
import type { Reading } from '../../../types.js'
import { codeOne, type Flow, isFailure } from '../../record.js'
import { format } from '../arguments.js'
import { type Common, command, openFlow, sayFailure, withRecord } from '../context.js'
import { columnsOf, look, writeCsv, writeJsonLines, writeLines } from '../output.js'
import { plainTable } from '../plain-table.js'

interface Options extends Common {
  readonly format: 'table' | 'jsonl' | 'csv'
}

export function gapsCommand(): Command {
  return command(
    'gaps',
    'frequent names and verbs near coded actors that could not be coded',
    'gaps --format csv',
  )
    .addOption(format('table', 'jsonl', 'csv'))
    .action(gaps)
}

function gaps(options: Options): Promise<void> {
  return withRecord(options, async (store) => {
    const rows = findGaps(await readings(store, openFlow(options)))
    if (options.format === 'jsonl') return writeJsonLines(rows)
    if (options.format === 'csv') return writeCsv(columnsOf(rows), rows)
    return writeLines(plainTable(rows, look().width))
  })
}

async function readings(store: Store, flow: Flow): Promise<Reading[]> {
  const list: Reading[] = []
  for await (const { report } of store.reports()) {
    const coded = codeOne(flow, report)
    if (isFailure(coded)) sayFailure(coded)
    else list.push(coded.reading)
  }
  return list
}
