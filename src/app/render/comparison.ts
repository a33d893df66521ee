import stringWidth from 'string-width'
import type { Comparison, Point } from '../../types.js'
import { carriersOf, controlWords } from './carriers.js'
import { hang, type RenderOptions, usableWidth, wrap } from './layout.js'
import { makePaint, type Paint } from './paint.js'
import { pointLines } from './point.js'
import { SIGNS } from './point-view.js'
import { safe } from './safe.js'
import {
  counted,
  dateWords,
  fieldWords,
  lettersOf,
  reportName,
  type StateNames,
  standingWords,
  stateNamesOf,
} from './words.js'

/** What the parts of one comparison have in common. */
export interface View {
  readonly comparison: Comparison
  readonly letters: ReadonlyMap<string, string>
  readonly names: StateNames
  readonly paint: Paint
  readonly width: number
}

export const HEADINGS: Readonly<Record<Point['status'], string>> = {
  conflict: 'CONFLICT',
  agree: 'AGREED',
  single: 'ONLY IN ONE REPORT',
}

/**
 * A comparison as a table for a terminal of `width` columns (60 to 200 are meant): the reports, the count,
 * then each point with its differing words, conflicts first. From about 110 columns on the reports stand
 * beside each other. Report text is made safe to print; colour only where asked for.
 * @example process.stdout.write(renderComparison(comparison, { width: 80, colour: false }))
 */
export function renderComparison(comparison: Comparison, options: RenderOptions): string {
  const view: View = {
    comparison,
    letters: lettersOf(comparison),
    names: stateNamesOf(comparison.points.map((point) => point.event)),
    paint: makePaint(options.colour),
    width: usableWidth(options.width),
  }
  const lines = [
    ...headLines(view),
    '',
    ...summaryLines(view),
    ...carrierLines(view),
    ...sections(view),
    ...legendLines(view),
  ]
  return `${lines.join('\n')}\n`
}

function headLines(view: View): string[] {
  return view.comparison.reports.flatMap((report) => {
    const { paint } = view
    const outlet = reportName(report)
    const published = report.published ? dateWords(report.published) : 'no date of its own'
    const known = report.outlet_country
      ? controlWords(report.outlet_country, report.outlet_control, view.names)
      : ''
    const facts = [published, known, copyWords(report.id, view), withdrawnCopyWords(report, view)]
      .filter((part) => part !== '')
      .join(' · ')
    const standing = standingWords(report)
    const title = report.title ? `: ${safe(report.title)}` : ''
    const label = `${paint.bold(view.letters.get(report.id)!)}  `
    return [
      ...hang(label, `${paint.bold(outlet)}${title} ${paint.dim(`(${facts})`)}`, view.width),
      ...(standing ? hang('', paint.conflict(standing), view.width, stringWidth(label)) : []),
    ]
  })
}

/** "same wire text as A" on every copy but the first. */
export function copyWords(id: string, { comparison, letters }: Pick<View, 'comparison' | 'letters'>): string {
  const origin = comparison.reports.find((report) => report.id === id)!.origin
  const first = comparison.reports.find((report) => report.origin === origin)!
  return first.id === id ? '' : `same wire text as ${letters.get(first.id)}`
}

/** That the words are also those of a report that was withdrawn. */
export function withdrawnCopyWords(
  { withdrawn_copies }: Comparison['reports'][number],
  { letters }: Pick<View, 'letters'>,
): string {
  if (withdrawn_copies.length === 0) return ''
  return `same words as ${withdrawn_copies.map((id) => letters.get(id)).join(' ')}, withdrawn`
}

/** "1 point in conflict, 3 agreed, 3 in one report only." */
export function summaryWords({ points }: Comparison): string {
  if (points.length === 0) return 'No event between states was found in these reports.'
  const count = (status: Point['status']) => points.filter((point) => point.status === status).length
  const fields = points.flatMap((point) => point.fields.filter((field) => field.kind === 'conflict'))
  const where = [...new Set(fields.map((field) => fieldWords(field.field)))].join(', ')
  return `${counted(count('conflict'), 'point')} in conflict${where ? ` (${where})` : ''}, ${count('agree')} agreed, ${count('single')} in one report only.`
}

function summaryLines({ comparison, paint, width }: View): string[] {
  return wrap(paint.bold(summaryWords(comparison)), width).slice()
}

/** Which points the outlets of each country and control carry, and on which they are silent. */
function carrierLines(view: View): string[] {
  const { comparison, paint, letters, names, width } = view
  const all = comparison.points.map((_, at) => at)
  const carriers = all.length === 0 ? [] : carriersOf(comparison)
  const numbers = (list: readonly number[]) => list.map((at) => at + 1).join(' ')
  return carriers.flatMap(({ country, control, reports, carried }, i) => {
    const silent = all.filter((at) => !carried.has(at))
    const who = `${controlWords(country, control, names)} (${reports.map(({ id }) => letters.get(id)).join(' ')})`
    const what = [
      carried.size > 0 ? `carries ${numbers([...carried])}` : '',
      silent.length > 0 ? paint.dim(`silent on ${numbers(silent)}`) : '',
    ]
    const text = what.filter((part) => part !== '').join(' · ')
    return [...(i === 0 ? [''] : []), ...hang(`${paint.bold(who)}: `, text, width, 4)]
  })
}

function sections(view: View): string[] {
  const { points } = view.comparison
  return (['conflict', 'agree', 'single'] as const).flatMap((status) => {
    const here = points.filter((point) => point.status === status)
    if (here.length === 0) return []
    const lines = here.flatMap((point) => ['', ...pointLines(point, points.indexOf(point) + 1, view)])
    return ['', heading(status, here.length, view), ...lines]
  })
}

function heading(status: Point['status'], count: number, { paint, width }: View): string {
  const text = `${HEADINGS[status]} (${count}) `
  const colour = { conflict: paint.conflict, agree: paint.agreed, single: paint.bold }[status]
  return colour(text) + paint.dim('─'.repeat(Math.max(0, width - text.length)))
}

function legendLines({ comparison, paint, width }: View): string[] {
  if (comparison.points.length === 0) return []
  const signs = Object.values(SIGNS).map(([sign, words]) => `${sign} ${words}`)
  const marked = `${paint.mark('words')} differ`
  const silent = 'silent: does not mention it, which is neither agreement nor conflict'
  return ['', ...wrap(paint.dim([...signs, marked, silent].join(' · ')), width)]
}
