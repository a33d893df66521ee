import { existsSync } from 'node:fs'
import { type Command, Option } from 'commander'
import { readText } from '../../../reports/bytes.js'
import { readTable } from '../../../reports/rows.js'
import { MappingError, mapColumns, parseColumns } from '../../by-hand/columns.js'
import type { DateOrder } from '../../by-hand/dates.js'
import { entryRules } from '../../by-hand/entry.js'
import { recordEntries } from '../../by-hand/recording.js'
import { isRefusals, readTracker, type TrackerRow } from '../../by-hand/tracker.js'
import { codebookFiles } from '../../engine.js'
import { findInputs, readBytes } from '../../inputs.js'
import { defaultStore } from '../../paths.js'
import { type Flow, isFailure } from '../../record.js'
import { format, more } from '../arguments.js'
import { type Common, command, openFlow, UsageError, withNewRecord } from '../context.js'
import { FATE_COLUMNS, type FateLine, fateLine, fatesText, renderFates } from '../fates.js'
import { look, writeCsv, writeJsonLines, writeLines } from '../output.js'
import { userName } from '../user.js'

interface Options extends Common {
  readonly map: readonly string[]
  readonly dates?: DateOrder
  readonly by?: string
  readonly dryRun?: true
  readonly format: 'table' | 'jsonl' | 'csv'
}

export function importCommand(): Command {
  return command(
    'import',
    'take over a tracker kept in a spreadsheet, saved as CSV: an event a row',
    'import tracker.csv --dry-run',
    'import tracker.csv --map "Datum=date" --map "Wer=actor" --dates dmy',
  )
    .argument('<file>', 'a CSV file with a header, - for standard input')
    .option(
      '--map <column=field>',
      'which column holds what, where its name does not say; once for each',
      more,
      [],
    )
    .addOption(new Option('--dates <order>', 'how dates in figures are written').choices(['dmy', 'mdy']))
    .option('--by <name>', 'who recorded rows that do not say (default: your name on this machine)')
    .option('--dry-run', 'show what would become of each row, and keep nothing')
    .addOption(format('table', 'jsonl', 'csv'))
    .action(importTracker)
}

async function importTracker(file: string, options: Options): Promise<void> {
  const table = await tableIn(file)
  const flow = await openFlow(options)
  const names = parseColumns(codebookFiles('columns.yaml', options.codebook ?? []))
  const mapping = mappingOf(() => mapColumns(table.columns, options.map, names))
  const by = options.by ?? userName()
  const rows = readTracker(table.rows, mapping, by, entryRules(flow.engine, options.dates ?? null))
  const lines = await record(rows, flow, options)
  await show(lines, options)
  if (lines.some(({ fate }) => fate === 'refused')) process.exitCode = 1
}

async function tableIn(file: string): Promise<ReturnType<typeof readTable>> {
  const { inputs, failures } = await findInputs([file])
  const [input] = inputs
  const bytes = input ? await readBytes(input) : failures[0]!
  const read = isFailure(bytes) ? bytes : readText(bytes as Uint8Array, true)
  if (isFailure(read)) throw new UsageError(`${file}: ${read.problem}`, read.hint)
  return readTable((read as { text: string }).text)
}

function mappingOf<T>(map: () => T): T {
  try {
    return map()
  } catch (error) {
    if (error instanceof MappingError) throw new UsageError(error.message, error.hint)
    throw error
  }
}

/** Keeps the rows that are entries, or only tries it. */
function record(rows: readonly TrackerRow[], flow: Flow, options: Options): Promise<readonly FateLine[]> {
  const dryRun = options.dryRun ?? false
  return withNewRecord(dryRun ? { ...options, store: storeToTry(options) } : options, async (store) => {
    const entries = rows.flatMap(({ entry }) => (isRefusals(entry) ? [] : entry))
    const recorded = await recordEntries(store, flow, entries, { now: new Date().toISOString(), dryRun })
    let next = 0
    return rows.map((row) => fateLine(row, isRefusals(row.entry) ? undefined : recorded[next++]))
  })
}

/** Where there is no record yet, trying makes none. */
function storeToTry({ store = defaultStore() }: Common): string {
  return existsSync(store) ? store : ':memory:'
}

async function show(lines: readonly FateLine[], { format, dryRun }: Options): Promise<void> {
  if (format === 'jsonl') return writeJsonLines(lines)
  if (format === 'csv') return writeCsv(FATE_COLUMNS, lines)
  const about = dryRun ? 'A dry run: nothing was kept. ' : ''
  await writeLines(`${renderFates(lines, look())}\n\n${about}${fatesText(lines)}`)
}
