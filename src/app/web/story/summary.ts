import type { ComparedField, Comparison, Point } from '../../../types.js'
import { makePaint, type Paint } from '../../render/paint.js'
import { showField } from '../../render/point-view.js'
import {
  counted,
  dateWords,
  fieldWords,
  lettersOf,
  listWords,
  reportName,
  type StateNames,
  shortList,
  stateNamesOf,
  whatWords,
} from '../../render/words.js'
import { phraseOf } from './phrases.js'

/** A sentence of the summary: its words, and the point (from 1) or report (its letter) that it stands on. */
interface SummarySentence {
  readonly text: string
  readonly target: string
}

/** How many points of each standing are told in full; the rest is counted. */
const MOST = 4
/** How many fields that are told in other words are given. */
const MOST_OTHER = 3

interface View {
  readonly comparison: Comparison
  readonly letters: ReadonlyMap<string, string>
  readonly names: StateNames
}

/**
 * A story in a few sentences, each made from one point of the record: conflicts, what most voices agree on, what they tell
 * in other words, copies.
 */
export function summaryOf(comparison: Comparison): SummarySentence[] {
  const view = {
    comparison,
    letters: lettersOf(comparison),
    names: stateNamesOf(comparison.points.map((point) => point.event)),
  }
  const of = (status: Point['status']) => comparison.points.filter((point) => point.status === status)
  const agreed = of('agree').toSorted((a, b) => b.event.origins - a.event.origins)
  return [
    ...of('conflict')
      .slice(0, MOST)
      .map((point) => conflictSentence(point, view)),
    ...more(of('conflict').length, 'more point in conflict', 'more points in conflict', 'conflict'),
    ...agreed.slice(0, MOST).map((point) => agreeSentence(point, view)),
    ...more(agreed.length, 'more agreed', 'more agreed', 'agree'),
    ...agreed.flatMap((point) => otherWords(point, view)).slice(0, MOST_OTHER),
    ...copySentences(view),
  ]
}

function more(count: number, one: string, many: string, target: string): SummarySentence[] {
  const rest = count - MOST
  return rest > 0 ? [{ text: `${rest} ${rest === 1 ? one : many}.`, target }] : []
}

/** What reports differ on, where the field's own word would not be understood in a sentence. */
const QUESTIONS: Partial<Record<ComparedField['field'], string>> = { aux: 'whether it happened' }

function conflictSentence(point: Point, view: View): SummarySentence {
  const fields = point.fields.filter((field) => field.kind === 'conflict')
  const where = fields.map(
    (field) => `${QUESTIONS[field.field] ?? fieldWords(field.field)} – ${valuesOf(field, view)}`,
  )
  return {
    text: `Reports differ on ${phraseOf(point.event, view.names)}: ${where.join('; ')}.`,
    target: targetOf(point, view),
  }
}

/** More tellers than these are given by their letters. */
const MOST_NAMED = 2
const PLAIN: Paint = { ...makePaint(false), mark: (text) => text }

function valuesOf(field: ComparedField, { comparison, letters }: View): string {
  const { values } = showField(field, PLAIN)
  const tellers = (ids: readonly string[]) =>
    ids.length > MOST_NAMED
      ? shortList(ids.map((id) => letters.get(id)!))
      : ids.map((id) => reportName(comparison.reports.find((report) => report.id === id)!)).join(', ')
  return values.map(({ text, reports }) => `${text} (${tellers(reports)})`).join(' or ')
}

function agreeSentence(point: Point, view: View): SummarySentence {
  const { event } = point
  const date = event.date ? `, ${dateWords(event.date)}` : ''
  const background = event.background ? ', as background' : ''
  return {
    text: `${tellersOf(point)} tell of ${phraseOf(event, view.names)}${date}${background}: ${ended(whatWords(event))}`,
    target: targetOf(point, view),
  }
}

const ended = (words: string): string => (/[.?!…”"]$/.test(words) ? words : `${words}.`)

/** What reports that agree on a point say differently in it: a name in two spellings, a deal that is a pact or a treaty. */
function otherWords(point: Point, view: View): SummarySentence[] {
  return point.fields.filter(isTelling).map((field) => ({
    text: `In other words: ${fieldWords(field.field)} – ${valuesOf(field, view)}.`,
    target: targetOf(point, view),
  }))
}

/** Of two values of which one holds the other, one only says less. */
function isTelling({ kind, values }: ComparedField): boolean {
  if (kind !== 'spelling' && kind !== 'wording' && kind !== 'update') return false
  const words = values.map(({ value }) => value.toLowerCase())
  return (
    words.length > 1 && words.every((one) => !words.some((other) => other !== one && other.includes(one)))
  )
}

/** "All 4 reports", "3 of 4 reports (2 origins)". */
function tellersOf({ event, in: { length: told }, silent }: Point): string {
  const origins = event.origins < told ? ` (${counted(event.origins, 'origin')})` : ''
  if (silent.length > 0) return `${told} of ${told + silent.length} reports${origins}`
  return (told === 2 ? 'Both reports' : `All ${told} reports`) + origins
}

/** Who carries whose words. */
function copySentences({ comparison, letters }: View): SummarySentence[] {
  const origins = new Map<string, Comparison['reports'][number][]>()
  for (const report of comparison.reports)
    origins.set(report.origin, [...(origins.get(report.origin) ?? []), report])
  return [...origins.values()]
    .filter((reports) => reports.length > 1)
    .map(([first, ...copies]) => ({
      text: `${listWords(copies.map(reportName))} ${copies.length > 1 ? 'carry' : 'carries'} the words of ${reportName(first!)}, and ${copies.length > 1 ? 'count' : 'counts'} as one voice with it.`,
      target: `report-${letters.get(first!.id)}`,
    }))
}

function targetOf(point: Point, { comparison }: View): string {
  return `p${comparison.points.indexOf(point) + 1}`
}
