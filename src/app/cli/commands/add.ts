import type { Command } from 'commander'
import type { Mention } from '../../../types.js'
import { entryFrom, entryRules } from '../../by-hand/entry.js'
import { type Refusal, readGiven } from '../../by-hand/given.js'
import { type Recorded, recordEntries } from '../../by-hand/recording.js'
import { isRefusals } from '../../by-hand/tracker.js'
import type { Flow } from '../../record.js'
import { voicesWords } from '../../render/voices.js'
import { more } from '../arguments.js'
import { type Common, command, openFlow, UsageError, withNewRecord } from '../context.js'
import { writeLines } from '../output.js'
import { userName } from '../user.js'

interface Options extends Common {
  readonly type: string
  readonly actor: readonly string[]
  readonly recipient: readonly string[]
  readonly date?: string
  readonly place?: string
  readonly quote?: string
  readonly url?: string
  readonly outlet?: string
  readonly title?: string
  readonly note?: string
  readonly by?: string
}

export function addCommand(): Command {
  return command(
    'add',
    'record an event by hand, with its source',
    'add --type met --actor "Tor Lund (foreign minister, BLR)" --recipient Russia --date 2025-10-27 --place Moscow --outlet "The Harbour Courier"',
  )
    .requiredOption('--type <type>', 'a PLOVER type ("CONSULT", "CONSULT visit") or a word for it ("met")')
    .requiredOption(
      '--actor <name>',
      'who did it: a state, or "NAME (office, STATE)"; may be given more than once',
      more,
    )
    .option('--recipient <name>', 'to whom; may be given more than once', more, [])
    .option('--date <date>', 'when: 2025-10-27, 27 October 2025, 2025-10, 2025, or EDTF')
    .option('--place <place>', 'where, such as Kettin or "Kettin, Bolandia"')
    .option('--quote <words>', 'words that were said')
    .option('--url <address>', 'address of the source')
    .option('--outlet <name>', 'who published the source')
    .option('--title <title>', 'title of the source')
    .option('--note <words>', 'what happened, in your words')
    .option('--by <name>', 'who records it (default: your name on this machine)')
    .action(add)
}

async function add({ store, codebook, ...words }: Options): Promise<void> {
  const common = { ...(store && { store }), ...(codebook && { codebook }) }
  const flow = await openFlow(common)
  const entry = entryOf(words, flow)
  await withNewRecord(common, async (record) => {
    const now = new Date().toISOString()
    const [recorded] = await recordEntries(record, flow, [entry], { now, dryRun: false })
    await writeLines(`${recordedText(entry, recorded!)}\nTo take it out: rapport remove ${entry.report}`)
  })
}

function entryOf(words: Omit<Options, keyof Common>, { engine }: Flow): Mention {
  const given = readGiven({ ...words, by: words.by ?? userName() })
  const entry = isRefusals(given) ? given : entryFrom(given, entryRules(engine, null))
  if (isRefusals(entry)) throw refused(entry)
  return entry
}

function refused(refusals: readonly Refusal[]): UsageError {
  const told = refusals.map(({ field, problem, hint }) => `--${field}: ${problem}; ${hint}`)
  return new UsageError(`nothing was recorded\n${told.join('\n')}`, 'rapport add --help has an example')
}

function recordedText({ report }: Mention, { fate, event }: Recorded): string {
  if (fate === 'unchanged') return `${report} is there already; it tells event ${event.id}.`
  if (fate === 'taken') return `Recorded ${report}: new event ${event.id}.`
  return `Recorded ${report}: joined to event ${event.id} (${voicesWords(event)}).`
}
