import { userInfo } from 'node:os'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { liftedAt } from '../../../reports/notices.js'
import type { Held, Mark, Store } from '../../../store/index.js'
import type { Standing } from '../../../types.js'
import { markInRecord } from '../../record.js'
import { safe } from '../../render/index.js'
import { dateWords } from '../../render/words.js'
import { type Common, command, openFlow, UsageError, withRecord } from '../context.js'
import { eventsText } from '../numbers.js'
import { writeLines } from '../output.js'

interface Options extends Common {
  readonly reason?: string
  readonly until?: string
  readonly by?: string
  readonly list?: true
}

const STANDINGS: readonly Standing[] = ['live', 'corrected', 'withdrawn', 'embargoed']

export function markCommand(): Command {
  return command(
    'mark',
    'say how a report stands: withdrawn ones stop counting, embargoed ones are shown nowhere before their time',
    'mark 3f2a91c0 withdrawn --reason "retracted by the agency on 9 March"',
    'mark 3f2a91c0 embargoed --until "2031-03-12T10:00:00Z" --reason "as agreed with the ministry"',
    'mark 3f2a91c0 live --reason "the withdrawal was of another report"',
    'mark --list',
  )
    .argument('[report]', 'the id of a report, or a beginning that only it has')
    .argument('[standing]', `${STANDINGS.slice(0, -1).join(', ')} or ${STANDINGS.at(-1)}`, standing)
    .option('--reason <words>', 'why; kept with the mark')
    .option('--until <time>', 'when the embargo ends: a moment with its zone, or a day', moment)
    .option('--by <name>', 'who says so (default: the user of this machine)')
    .addOption(new Option('--list', 'show all marks, or those of one report, and what is under embargo'))
    .action(mark)
}

async function mark(given: string | undefined, standing: Standing | undefined, options: Options) {
  await withRecord(options, async (store) => {
    if (options.list) return writeLines(await listed(store, given && (await idOf(store, given))))
    if (!given || !standing || !options.reason)
      throw new UsageError(
        'mark takes a report, how it stands, and --reason',
        'for example: rapport mark 3f2a91c0 withdrawn --reason "retracted by the agency"',
      )
    if (options.until && standing !== 'embargoed')
      throw new UsageError(`--until is for embargoed, not for ${standing}`, 'leave it out')
    const report = await idOf(store, given)
    const made: Mark = {
      report,
      standing,
      until: options.until ?? null,
      reason: options.reason,
      who: options.by ?? userInfo().username,
      at: new Date().toISOString(),
    }
    const done = await markInRecord(store, await openFlow(options), made)
    await writeLines(`Marked ${report} as ${standing}.\n${eventsText(done?.events ?? null)}`)
  })
}

/** The full id of a report in the record, or of one that is under embargo. */
async function idOf(store: Store, given: string): Promise<string> {
  const found = await store.find(given)
  if (found?.kind === 'report') return found.report.report.id
  const held = (await store.held()).filter(({ report }) => report.startsWith(given))
  if (held.length === 1 && given.length >= 4) return held[0]!.report
  throw new UsageError(`there is no report ${given} in the record`, 'rapport reports lists them')
}

async function listed(store: Store, report: string | undefined): Promise<string> {
  const held = (await store.held()).filter((one) => report === undefined || one.report === report)
  const marks = await store.marks(report)
  if (held.length + marks.length === 0) return 'No report is marked, and none is under embargo.'
  return [...held.map(heldLine), ...marks.map(markLine)].join('\n')
}

function heldLine({ report, file, until }: Held): string {
  return `${report}  under embargo ${until ? `until ${dateWords(until)}` : 'until it is marked otherwise'} (${safe(file)})`
}

function markLine({ report, standing, until, reason, who, at }: Mark): string {
  const end = until ? ` until ${dateWords(until)}` : ''
  return `${report}  ${dateWords(at)}  ${standing}${end}, by ${safe(who)}: ${safe(reason)}`
}

function standing(written: string): Standing {
  const found = STANDINGS.find((one) => one === written.toLowerCase())
  if (found) return found
  throw new InvalidArgumentError(`a report is ${STANDINGS.join(', ')}.`)
}

/** A time without its zone, or a day, ends when that day is over everywhere. */
function moment(written: string): string {
  const until = liftedAt(written)
  if (until) return until
  throw new InvalidArgumentError('it is no time; write it as 2031-03-12T10:00:00Z or 2031-03-12.')
}
