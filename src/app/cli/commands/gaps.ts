import type { Command } from 'commander'
import { findGaps } from '../../../coding/gaps.js'
import type { Store } from '../../../store/index.js'
import type { Reading } from '../../../types.js'
import { codeOne, type Flow, isFailure } from '../../record.js'
import { format, wholeNumber } from '../arguments.js'
import { GAP_COLUMNS } from '../columns.js'
import { type Common, command, openFlow, sayFailure, withRecord } from '../context.js'
import { look, writeCsv, writeJsonLines, writeLines } from '../output.js'
import { plainTable } from '../plain-table.js'

interface Options extends Common {
  readonly least: number
  readonly format: 'table' | 'jsonl' | 'csv'
}

export function gapsCommand(): Command {
  return command(
    'gaps',
    'frequent names and verbs near coded actors that could not be coded',
    'gaps --format csv',
  )
    .option('--least <number>', 'how often something must stand in the reports', wholeNumber, 2)
    .addOption(format('table', 'jsonl', 'csv'))
    .action(gaps)
}

function gaps(options: Options): Promise<void> {
  return withRecord(options, async (store) => {
    const flow = await openFlow(options)
    const found = findGaps(await readings(store, flow), flow.engine.coding.codebook, options.least)
    if (options.format === 'jsonl') return writeJsonLines(found)
    if (options.format === 'csv') return writeCsv(GAP_COLUMNS, found)
    return writeLines(plainTable(GAP_COLUMNS, found, look().width))
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
