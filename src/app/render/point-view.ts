import type { ComparedField, Comparison, FieldValue, Mention, Point } from '../../types.js'
import { markDifference, markSpans } from './marking.js'
import type { Paint } from './paint.js'
import { safe } from './safe.js'
import { dateWords, fieldWords, lettersOf, reportName, shortList } from './words.js'

/** One value of a field as it is shown: whose it is, and its words. */
export interface ShownValue {
  readonly reports: readonly string[]
  readonly text: string
  /** The words that it was read from, and whether it was inferred, for some of its reports. */
  readonly remark: (reports: readonly string[]) => string
}

export interface ShownField {
  readonly field: ComparedField
  readonly values: readonly ShownValue[]
}

/** Reports of one point that say the same in the same words: one report, or one with its copies. */
export interface Voice {
  readonly label: string
  readonly reports: readonly string[]
  readonly outlets: string
  /** Where the first of them tells it. */
  readonly mentions: readonly Mention[]
}

/** What tells a reader at a glance how a field stands. Read by the legend too. */
export const SIGNS = {
  conflict: ['≠', 'conflict'],
  update: ['↑', 'a later report has more'],
  same: ['≈', 'the same, told differently'],
  extra: ['+', 'only one has it'],
  inferred: ['~', 'no report says it: inferred'],
  equal: ['=', 'the same'],
} as const

export function signOf(field: ComparedField): (typeof SIGNS)[keyof typeof SIGNS][0] {
  if (field.kind === 'conflict') return SIGNS.conflict[0]
  if (field.kind === 'update') return SIGNS.update[0]
  if (isInferred(field)) return SIGNS.inferred[0]
  if (field.kind === 'extra') return SIGNS.extra[0]
  return field.kind === null ? SIGNS.equal[0] : SIGNS.same[0]
}

/** Whether none of the reports says it: then it is neither the same nor had by one alone. */
export const isInferred = ({ kind, values }: ComparedField): boolean =>
  kind === 'extra' && values.every((value) => !value.said)

/** The fields of a point in which its reports differ or stand alone, or a value was not said by all. */
export function differing(point: Point): readonly ComparedField[] {
  return point.fields.filter((field) => field.kind !== null || field.values.some((value) => !value.said))
}

/** What all who tell a point have alike; with its value where something of that field differs as well. */
export function sameWords(point: Point): readonly string[] {
  const listed = differing(point)
  const same = point.fields.filter((field) => field.status === 'agree' && !listed.includes(field))
  const words = same.map((field) => {
    const isPartly = listed.some((other) => other.field === field.field)
    const values = isPartly ? ` (${field.values.map((value) => safe(value.value)).join(', ')})` : ''
    return fieldWords(field.field) + values
  })
  return [...new Set(words)]
}

/** Whether reports give values that exclude each other; what a person settled is shown as that instead. */
export function inConflict({ event, fields }: Point, name: 'date' | 'place'): boolean {
  const field = name === 'date' ? 'date' : 'event_loc'
  if (event.corrections.some((one) => one.field === field)) return false
  return fields.some((one) => one.field === name && one.kind === 'conflict')
}

/** The values of a field beside each other, with the words marked that are not the same. */
export function showField(field: ComparedField, paint: Paint): ShownField {
  const texts = field.values.map((value) => valueWords(field, value))
  const marked = isMarkable(field, texts) ? markDifference(texts, paint.mark) : texts
  const values = field.values.map((value, i) => ({
    reports: value.reports,
    text: marked[i]!,
    remark: (reports: readonly string[]) => remark(field, value, reports),
  }))
  return { field, values }
}

/** Two days differ in a word; a day and a span of days are better read whole. */
function isMarkable(field: ComparedField, texts: readonly string[]): boolean {
  if (field.kind === 'extra') return false
  return field.field !== 'date' || new Set(texts.map((text) => text.split(' ').length)).size === 1
}

function valueWords(field: ComparedField, value: FieldValue): string {
  if (field.field === 'date') return dateWords(value.value)
  return field.field === 'quote' ? `"${safe(value.value)}"` : safe(value.value)
}

/** Whose word it rests on, or the words that a date was read from; that a value was not said is never left out. */
function remark(field: ComparedField, value: FieldValue, reports: readonly string[]): string {
  if (value.by.length > 0) return ` (by the word of ${value.by.map(safe).join(', ')})`
  const spans = field.field === 'date' ? value.spans.filter((span) => reports.includes(span.report)) : []
  const texts = [...new Set(spans.map((span) => `"${safe(span.text)}"`))]
  const words = texts.filter((text) => !text.includes(dateWords(value.value))).join(', ')
  if (value.said) return words ? ` (${words})` : ''
  return words ? ` (${words}; the rest inferred)` : ' (inferred, not said)'
}

/** The tellers of a point, each report with the copies that say the same in all its fields. */
export function voicesOf(point: Point, comparison: Comparison): readonly Voice[] {
  const letters = lettersOf(comparison)
  const reports = new Map(comparison.reports.map((report) => [report.id, report]))
  const groups = point.in.map((id) => point.in.filter((other) => isCopy(id, other)))
  const once = groups.filter((group, i) => group[0] === point.in[i])
  return once.map((ids) => ({
    label: shortList(ids.map((id) => letters.get(id)!)),
    reports: ids,
    outlets: ids.map((id) => reportName(reports.get(id)!)).join(', '),
    mentions: tellingsBy(ids[0]!, point, comparison.points),
  }))

  function isCopy(a: string, b: string): boolean {
    if (reports.get(a)?.origin !== reports.get(b)?.origin) return false
    const values = point.fields.flatMap((field) => field.values)
    return values.every((value) => value.reports.includes(a) === value.reports.includes(b))
  }
}

/** Where a report tells a point; of what it only announced, where it does that. */
export function tellingsBy(report: string, point: Point, points: readonly Point[]): readonly Mention[] {
  const by = ({ event }: Point) => event.mentions.filter((mention) => mention.report === report)
  const own = by(point)
  if (own.length > 0 || !point.in.includes(report)) return own
  return points.filter(({ event }) => point.announced.includes(event.id)).flatMap(by)
}

/** The sentences in which a report tells a point, the words that differ marked; at most two. */
export function sentencesOf(point: Point, voice: Voice, mark: Paint['mark']): readonly string[] {
  const [report] = voice.reports
  const spans = differing(point)
    .filter((field) => field.kind !== 'extra' && new Set(field.values.map((value) => value.value)).size > 1)
    .flatMap((field) => field.values)
    .flatMap((value) => value.spans.filter((span) => span.report === report))
  return distinct(voice.mentions)
    .slice(0, 2)
    .map((mention) => `“${markSpans(mention.text, mention.start, spans, mark)}”`)
}

function distinct(mentions: readonly Mention[]): readonly Mention[] {
  return mentions.filter((mention, i) => mentions.findIndex((other) => other.start === mention.start) === i)
}
