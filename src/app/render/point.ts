import type { Point } from '../../types.js'
import type { View } from './comparison.js'
import { correctionLines } from './explain.js'
import { beside, hang, pad } from './layout.js'
import {
  differing,
  inConflict,
  type ShownField,
  sameWords,
  sentencesOf,
  showField,
  signOf,
  type Voice,
  voicesOf,
} from './point-view.js'
import { safe } from './safe.js'
import { byHandWords, handMark } from './voices.js'
import { dateWords, fieldWords, listWords, shortList, sidesWords, typeWords, whatWords } from './words.js'

const INDENT = 4
const LABEL = 14
/** A column narrower than this reads worse than values below each other. */
const LEAST_COLUMN = 36
/** Longer lines of running text are hard to read. */
const LONGEST_LINE = 110
const GAP = ' │ '

/** A point: who did what to whom, when and where, told by whom; then what differs, and the sentences. */
export function pointLines(point: Point, number: number, view: View): string[] {
  const voices = voicesOf(point, view.comparison)
  const fields = differing(point).map((field) => showField(field, view.paint))
  const column = columnWidth(voices.length, view.width)
  const body =
    voices.length > 1 && column >= LEAST_COLUMN
      ? besideLines(point, voices, fields, column, view)
      : stackedLines(point, voices, fields, view)
  return [...titleLines(point, number, view), ...body]
}

function columnWidth(voices: number, width: number): number {
  return Math.floor((width - INDENT - LABEL) / voices) - GAP.length
}

function titleLines(point: Point, number: number, view: View): string[] {
  const { paint, width } = view
  const { event } = point
  const what = `${paint.accent(typeWords(event))}: ${whatWords(event)}`
  const label = String(number).padStart(INDENT - 2)
  return [
    ...hang(label, `${paint.bold(sidesWords(event, view.names))} · ${what}`, width, INDENT),
    ...hang('', paint.dim(factsOf(point, view)), width, INDENT),
    ...correctionLines(event.corrections, view, ' '.repeat(INDENT)),
  ]
}

/** When, where, in which reports, and which are silent. */
function factsOf(point: Point, view: View): string {
  const { event } = point
  const all = (ids: readonly string[]) => ids.map((id) => view.letters.get(id)).join(' ')
  return [
    inConflict(point, 'date') ? 'date in conflict' : dateWords(event.date),
    inConflict(point, 'place') ? 'place in conflict' : safe(event.event_loc?.name ?? ''),
    event.background ? 'background' : '',
    event.denied_by.length > 0 ? `denied by ${listWords(event.denied_by.map((one) => safe(one.name)))}` : '',
    `told by ${all(point.in)}`,
    handMark(event),
    point.silent.length > 0 ? `silent: ${all(point.silent)}` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

function lettered(ids: readonly string[], { letters }: View): string {
  return shortList(ids.map((id) => letters.get(id)!))
}

/** One column for each voice. */
function besideLines(
  point: Point,
  voices: readonly Voice[],
  fields: readonly ShownField[],
  column: number,
  view: View,
): string[] {
  const { paint } = view
  const widths = [LABEL, ...voices.map(() => column)]
  const row = (label: string, cells: readonly string[]) =>
    beside([label, ...cells], widths, paint.dim(GAP)).map((line) => ' '.repeat(INDENT) + line)
  const head = row(
    '',
    voices.map((voice) => paint.bold(`${voice.label}  ${voice.outlets}`)),
  )
  const body = fields.flatMap((field) =>
    row(
      labelOf(field, view),
      voices.map((voice) => cellOf(field, voice)),
    ),
  )
  const words = row(
    '  in words',
    voices.map((voice) => sentencesOf(point, voice, paint.mark).join(' ')),
  )
  return [...head, ...body, ...sameLine(point, view), ...words, ...handLines(point, view)]
}

function cellOf({ values }: ShownField, voice: Voice): string {
  const own = values.filter((value) => voice.reports.some((id) => value.reports.includes(id)))
  return own.length === 0 ? '–' : own.map((value) => value.text + value.remark(voice.reports)).join('; ')
}

/** Values below each other, each with the letters of its reports; then the sentences. */
function stackedLines(
  point: Point,
  voices: readonly Voice[],
  fields: readonly ShownField[],
  view: View,
): string[] {
  const letters = Math.max(
    ...voices.map((voice) => voice.label.length),
    ...fields.flatMap((field) => field.values.map((value) => lettered(value.reports, view).length)),
  )
  const shown = voices.length > 1 ? fields.flatMap((field) => stackedField(field, letters, view)) : []
  const same = voices.length > 1 ? sameLine(point, view) : []
  const sentences = voices.flatMap((voice) => sentenceLines(point, voice, letters, view))
  return [...shown, ...same, ...sentences, ...handLines(point, view)]
}

function stackedField(field: ShownField, letters: number, view: View): string[] {
  return field.values.flatMap((value, i) => {
    const ids = lettered(value.reports, view)
    const label = pad(i === 0 ? labelOf(field, view) : '', LABEL)
    const text = value.text + value.remark(value.reports)
    return hang(`${' '.repeat(INDENT)}${label}${pad(ids, letters)}  `, text, view.width)
  })
}

function labelOf({ field }: ShownField, { paint }: View): string {
  const text = `${signOf(field)} ${fieldWords(field.field)}`
  return field.kind === 'conflict' ? paint.conflict(text) : text
}

function sentenceLines(point: Point, voice: Voice, letters: number, view: View): string[] {
  const width = Math.min(view.width, LONGEST_LINE)
  return sentencesOf(point, voice, view.paint.mark).flatMap((sentence, i) =>
    hang(`${' '.repeat(INDENT) + pad(i === 0 ? voice.label : '', letters)}  `, sentence, width),
  )
}

/** What people recorded of it by hand: beside the reports, and in none of the fields above. */
function handLines({ event }: Point, { paint, width }: View): string[] {
  return event.mentions.flatMap(({ said_by_person, text }) =>
    said_by_person
      ? hang(
          '',
          `${paint.dim(`${byHandWords(said_by_person)}:`)} “${safe(text)}”`,
          Math.min(width, LONGEST_LINE),
          INDENT,
        )
      : [],
  )
}

/** What all who tell it have alike, in one line. */
function sameLine(point: Point, { paint, width }: View): string[] {
  const words = sameWords(point)
  return words.length > 0 ? hang('', paint.dim(`= the same: ${words.join(', ')}`), width, INDENT) : []
}
