import type { Command } from 'commander'
import { renderReports } from '../../render/index.js'
import { format } from '../arguments.js'
import { REPORT_COLUMNS, reportLine } from '../columns.js'
import { type Common, command, withRecord } from '../context.js'
import { gathered, look, mapped, writeCsv, writeJsonLines, writeLines } from '../output.js'

interface Options extends Common {
  readonly format: 'table' | 'jsonl' | 'csv'
}

export function reportsCommand(): Command {
  return command('reports', 'list the reports in the record', 'reports --format csv > reports.csv')
    .addOption(format('table', 'jsonl', 'csv'))
    .action(reports)
}

function reports(options: Options): Promise<void> {
  return withRecord(options, async (store) => {
    if (options.format === 'jsonl') return writeJsonLines(mapped(store.reports(), reportLine))
    if (options.format === 'csv') return writeCsv(REPORT_COLUMNS, mapped(store.reports(), reportLine))
    return writeLines(renderReports(await gathered(store.reports()), look()))
  })
}
