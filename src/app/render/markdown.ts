import type { Comparison, Point } from '../../types.js'
import { carriersOf, controlWords } from './carriers.js'
import { copyWords, HEADINGS, summaryWords, withdrawnCopyWords } from './comparison.js'
import { correctionWords, signatureWords } from './corrections.js'
import { makePaint, type Paint } from './paint.js'
import { differing, sentencesOf, showField, signOf, voicesOf } from './point-view.js'
import { safe } from './safe.js'
import { byHandWords } from './voices.js'
import {
  dateWords,
  fieldWords,
  lettersOf,
  reportName,
  type StateNames,
  sidesWords,
  standingWords,
  stateNamesOf,
  typeWords,
  whatWords,
} from './words.js'

/** Differing words stand between these until the text around them is escaped. */
const OPEN = '\u0001'
const CLOSE = '\u0002'
const PAINT: Paint = { ...makePaint(false), mark: (text) => `${OPEN}${text}${CLOSE}` }

interface View {
  readonly comparison: Comparison
  readonly letters: ReadonlyMap<string, string>
  readonly names: StateNames
}

/**
 * A comparison as Markdown (CommonMark with GitHub's tables). Differing words are bold; report text is escaped.
 * @example comparisonMarkdown(comparison).startsWith('# Comparison')
 */
export function comparisonMarkdown(comparison: Comparison): string {
  const view: View = {
    comparison,
    letters: lettersOf(comparison),
    names: stateNamesOf(comparison.points.map((point) => point.event)),
  }
  const parts = [
    '# Comparison',
    reportTable(view),
    `**${escapeMarkdown(summaryWords(comparison))}**`,
    ...carrierTable(view),
    ...sections(view),
  ]
  return `${parts.join('\n\n')}\n`
}

/** Text that Markdown shows as it stands, on one line and in a table cell; no address in it becomes a link. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]|~$]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;')
    .replaceAll('://', '&#58;//')
    .replace(/\bwww\./gi, 'www&#46;')
    .replace(
      /^(\s*)([#+-]|\d+[.)])(?=\s)/,
      (_, space: string, sign: string) => `${space}${lastEscaped(sign)}`,
    )
    .replaceAll(OPEN, '**')
    .replaceAll(CLOSE, '**')
}

/** "1." would begin a list and "#" a heading. */
function lastEscaped(sign: string): string {
  return `${sign.slice(0, -1)}\\${sign.slice(-1)}`
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
}

function reportTable(view: View): string {
  const known = view.comparison.reports.some(({ outlet_country }) => outlet_country !== null)
  const rows = view.comparison.reports.map((report) =>
    [
      view.letters.get(report.id)!,
      reportName(report),
      ...(known ? [controlWords(report.outlet_country, report.outlet_control, view.names)] : []),
      safe(report.title ?? ''),
      dateWords(report.published),
      [copyWords(report.id, view), withdrawnCopyWords(report, view), standingWords(report)]
        .filter((part) => part !== '')
        .join('; '),
    ].map(escapeMarkdown),
  )
  return table(
    ['', 'Outlet', ...(known ? ['Country, control'] : []), 'Title', 'Published', 'Origin, standing'],
    rows,
  )
}

/** Points by the outlets that carry them: what one side's media tell and the other's do not. */
function carrierTable({ comparison, names }: View): string[] {
  const carriers = comparison.points.length === 0 ? [] : carriersOf(comparison)
  if (carriers.length === 0) return []
  const head = carriers.map(({ country, control }) => controlWords(country, control, names))
  const rows = comparison.points.map((point, at) => [
    escapeMarkdown(`${at + 1} ${typeWords(point.event)}`),
    ...carriers.map(({ carried }) => (carried.has(at) ? 'carries it' : '–')),
  ])
  return ['## Who carries what', table(['Point', ...head.map(escapeMarkdown)], rows)]
}

function sections(view: View): string[] {
  const { points } = view.comparison
  return (['conflict', 'agree', 'single'] as const).flatMap((status) => {
    const here = points.filter((point) => point.status === status)
    const heading = `## ${HEADINGS[status].charAt(0)}${HEADINGS[status].slice(1).toLowerCase()}`
    return here.length === 0
      ? []
      : [heading, ...here.flatMap((point) => pointParts(point, points.indexOf(point) + 1, view))]
  })
}

function pointParts(point: Point, number: number, view: View): string[] {
  const { event } = point
  const lettered = (ids: readonly string[]) => ids.map((id) => view.letters.get(id)).join(' ')
  const silent = point.silent.length > 0 ? ` · silent: ${lettered(point.silent)}` : ''
  const place = event.event_loc ? ` · ${safe(event.event_loc.name)}` : ''
  const facts = `${dateWords(event.date)}${place}${event.background ? ' · background' : ''} · told by ${lettered(point.in)}${silent}`
  const title = `${sidesWords(event, view.names)} · ${typeWords(event)}: ${whatWords(event)}`
  return [
    `### ${number}. ${escapeMarkdown(title)}`,
    escapeMarkdown(facts),
    ...event.corrections.map(
      (one) =>
        `Corrected (${safe(one.entry)}): ${escapeMarkdown(`${correctionWords(one)}, ${signatureWords(one)}`)}`,
    ),
    ...fieldTable(point, view),
    ...quotations(point, view),
    ...handParts(point),
  ]
}

function fieldTable(point: Point, view: View): string[] {
  const voices = voicesOf(point, view.comparison)
  const fields = voices.length > 1 ? differing(point).map((field) => showField(field, PAINT)) : []
  if (fields.length === 0) return []
  const head = ['', ...voices.map((voice) => escapeMarkdown(`${voice.label} ${voice.outlets}`))]
  const rows = fields.map(({ field, values }) => [
    escapeMarkdown(`${signOf(field)} ${fieldWords(field.field)}`),
    ...voices.map((voice) => {
      const own = values.filter((value) => voice.reports.some((id) => value.reports.includes(id)))
      return own.length === 0
        ? '–'
        : own.map((value) => escapeMarkdown(value.text + value.remark(voice.reports))).join('; ')
    }),
  ])
  return [table(head, rows)]
}

/** What people recorded of it by hand, beside the reports. */
function handParts({ event }: Point): string[] {
  return event.mentions.flatMap(({ said_by_person, text }) =>
    said_by_person ? `> ${escapeMarkdown(`${byHandWords(said_by_person)}: “${safe(text)}”`)}` : [],
  )
}

function quotations(point: Point, view: View): string[] {
  return voicesOf(point, view.comparison).map((voice) => {
    const sentences = sentencesOf(point, voice, PAINT.mark).map(escapeMarkdown)
    return `> ${escapeMarkdown(voice.label)}: ${sentences.join(' ')}`
  })
}
