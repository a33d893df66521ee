import { type Command, Option } from 'commander'
import { Kind } from '../../../records.js'
import { daysOf, type Store } from '../../../store/index.js'
import { openView } from '../../../store/view.js'
import type { Event, Kind as KindName } from '../../../types.js'
import { type DyadLine, dyadLine } from '../../dyad-lines.js'
import { type Fold, foldFormer, formerStates, unfolded } from '../../former.js'
import { renderDyad } from '../../render/index.js'
import { NO_CHOICE } from '../../web/dyad/model.js'
import { country, format } from '../arguments.js'
import { DYAD_COLUMNS } from '../columns.js'
import { type Common, command, UsageError, withRecord } from '../context.js'
import { look, writeCsv, writeJsonLines, writeLines } from '../output.js'

interface Options extends Common {
  readonly former?: true
  readonly kind?: KindName
  readonly format: 'table' | 'jsonl' | 'csv' | 'svg'
}

export function dyadCommand(): Command {
  return command(
    'dyad',
    'the timeline of two states',
    'dyad RUS PRK',
    'dyad Russia "North Korea" --format csv',
    'dyad RUS PRK --former --kind military',
  )
    .argument('<state>', 'a state, by ISO code or name', country)
    .argument('<other>', 'another', country)
    .option('--former', 'with the former states whose record they carry on: RUS with SUN')
    .addOption(new Option('--kind <kind>', 'only this kind of dealings').choices(Kind.options))
    .addOption(format('table', 'jsonl', 'csv', 'svg'))
    .action(dyad)
}

function dyad(one: string, other: string, options: Options): Promise<void> {
  if (one === other) throw new UsageError(`${one} is given twice`, 'give two different states')
  const fold = options.former
    ? foldFormer([one, other], formerStates(options.codebook ?? []))
    : unfolded([one, other])
  return withRecord(options, async (store) => {
    if (options.format === 'svg') return writeLines(await chart(store.location, fold, options.kind))
    const lines = await linesOf(store, fold, options.kind)
    if (options.format === 'jsonl') return writeJsonLines(lines)
    if (options.format === 'csv') return writeCsv(DYAD_COLUMNS, lines)
    return writeLines(renderDyad(fold, lines, look()))
  })
}

/** What is between the two and what is listed apart, by first day, the undated last. */
async function linesOf(store: Store, fold: Fold, kind: KindName | undefined): Promise<DyadLine[]> {
  const events = new Map<string, Event>()
  for (const pair of [fold.pair, ...fold.former])
    for await (const event of store.events({ involving: pair })) events.set(event.id, event)
  const lines = [...events.values()].flatMap((event) => dyadLine(event, fold) ?? [])
  const day = ({ date }: DyadLine) => daysOf(date).first ?? '~'
  const order = fold.former.length === 0 ? lines : lines.sort((a, b) => (day(a) < day(b) ? -1 : 1))
  return order.filter((line) => kind === undefined || line.kind === kind)
}

/** Observable Plot is loaded only where something is drawn. */
async function chart(location: string, fold: Fold, kind: KindName | undefined): Promise<string> {
  const [{ dyadSvg }, view] = await Promise.all([import('../../web/dyad/svg.js'), openView(location)])
  try {
    return await dyadSvg(view, fold, { ...NO_CHOICE, kind: kind ?? '' })
  } finally {
    await view.close()
  }
}
