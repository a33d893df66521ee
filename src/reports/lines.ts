import { readDate } from './dates.js'
import { agencyNamed, firstRule, type HouseRules, type LabelField } from './rules.js'
import type { Field, Found, Line } from './types.js'

/** What one line says by itself, without its neighbours; null when it needs them. */
export type Reader = (line: Line, rules: HouseRules) => Line | null

const flat = (line: Line) => line.text.replace(/\n/g, ' ')

/** Page furniture, captions and time stamps by the codebook's patterns. */
export const asFurniture: Reader = (line, rules) => {
  const hit = firstRule(rules.furniture, flat(line))
  return hit && { ...line, kind: hit.rule.kind }
}

/** "By Jane Doe in Tesk", "(Reporting by Jane Doe)", "With AFP". */
export const asByline: Reader = (line, rules) => {
  const text = flat(line)
  const hit = firstRule(rules.bylines, text)
  if (!hit) return null
  const author = hit.match.indices?.groups?.author
  const found = [
    ...(author ? [foundAt(line, 'author', withoutOutlet(text.slice(...author), rules), author[0])] : []),
    ...agencyIn(line, rules),
  ]
  return { ...line, kind: 'byline', found }
}

/** "Jane Doe, Tesk Observer" names one person. */
function withoutOutlet(names: string, rules: HouseRules): string {
  const parts = names.split(', ')
  return parts.filter((part, at) => at === 0 || !isOutletName(part, rules)).join(', ')
}

/** "27 October 2025", "Updated 10:41, 28 Oct. 2025". */
export const asDate: Reader = (line, rules) => {
  if (line.text.length > 100) return null
  const [, label, rest] = /^((?:[A-Za-z]+ ){0,2}[A-Za-z]+)[: ]+(.*\d.*)$/s.exec(line.text) ?? []
  const field = rules.labels.get(label?.toLowerCase() ?? '')
  const labelled = field === 'published' || field === 'updated' ? readDate(rest!) : null
  if (labelled) return dated(line, field as Field, labelled, line.text.indexOf(rest!), rest!.length)
  const bare = /^\d+$/.test(line.text) ? null : readDate(line.text)
  return bare && dayPrecise(bare) ? dated(line, 'dated', bare, 0, line.text.length) : null
}

/** "Outlet: The Northern Herald". A label with a value that does not fit it is left to the other readers. */
export const asLabelled: Reader = (line, rules) => {
  const [, label, gap, value] = /^([A-Za-z -]{2,20})(:\s*)(\S.{0,300})$/s.exec(line.text) ?? []
  const field = rules.labels.get(label?.toLowerCase() ?? '')
  if (!field || !label || !gap || !value) return null
  const read = readLabelled(field, value)
  if (read === null) return null
  const at = label.length + gap.length
  const found = foundAt(line, field, read, at, value.trimEnd().length)
  const agency = field === 'outlet' ? agencyIn(line, rules) : []
  return { ...line, kind: labelledKind[field], found: [found, ...agency] }
}

/** "The Northern Herald | 27 October 2025 | By Jane Doe": parts that each say something. */
export const asSegments: Reader = (line, rules) => {
  const parts = line.text.length <= 200 ? segments(line) : []
  const read = parts.map((part) => readSegment(part, rules))
  const known = read.filter((part) => part.kind !== null)
  const open = read.filter((part) => part.kind === null)
  if (parts.length < 2 || open.some((part) => part.text.split(/\s+/).length > 6)) return null
  const named = nameIn(open, known.length > 0, rules)
  const masthead = named !== null && parts.length <= 2 && line.text.length < 80
  if (known.length === 0 && !masthead) return null
  const found = [...(named ? [named] : []), ...known.flatMap((part) => part.found)]
  return { ...line, kind: known[0]?.kind ?? 'furniture', found }
}

/** The part that names the outlet; beside a date or a by-line also one that only looks like a name. */
function nameIn(parts: readonly Line[], hasCompany: boolean, rules: HouseRules): Found | null {
  const outlet = parts.find((part) => isOutletName(part.text, rules))
  if (outlet) return foundAt(outlet, 'outlet', outlet.text, 0)
  const part = hasCompany ? parts[0] : undefined
  if (part && isPersonName(part.text, rules)) return foundAt(part, 'author', part.text, 0)
  return part && isCapitalised(part.text) ? foundAt(part, 'outlet', part.text, 0) : null
}

function isCapitalised(text: string): boolean {
  const words = text.split(/\s+/)
  return (
    words.length >= 2 && words.length <= 5 && words.every((word) => /^(?:\p{Lu}|of$|de$|la$|le$)/u.test(word))
  )
}

/** One to three names of up to four capitalised words, none of them an abbreviation or a page's own word. */
export function isPersonName(text: string, rules: HouseRules): boolean {
  if (text.length > 90 || !rules.names.test(text)) return false
  const names = text.split(/, and |, | and | & /)
  return names.length <= 3 && names.every((name) => isOneName(name, rules))
}

function isOneName(name: string, rules: HouseRules): boolean {
  const words = name.split(' ')
  const spelled = words.every((word) => /\p{Ll}|^(?:\p{Lu}\.){1,3}$|^\p{Lu}$/u.test(word))
  return spelled && words.length <= 5 && !words.some((word) => rules.notName.has(word.toLowerCase()))
}

/** "The Northern Herald", or a name that the codebook lists. */
export function isOutletName(text: string, rules: HouseRules): boolean {
  if (rules.outlets.has(text.toLowerCase())) return true
  // "Source: The Northern Herald" is a label with its value.
  if (text.includes(':')) return false
  const words = text.split(/\s+/)
  const known = [words.at(-1)!, words[0] === 'The' ? words[1]! : ''].some((word) =>
    rules.outletWords.has(word.toLowerCase()),
  )
  return known && isCapitalised(text)
}

/** A value of the line's own text. */
export function foundAt(line: Line, field: Field, value: string, at: number, length = value.length): Found {
  return { field, value, start: line.start + at, end: line.start + at + length }
}

/** The agency whose signature stands in the line. */
function agencyIn(line: Line, rules: HouseRules): Found[] {
  const match = rules.agency.exec(flat(line))
  const agency = match && agencyNamed(match[1]!, rules)
  return agency ? [foundAt(line, 'agency', agency.name, match.index, match[1]!.length)] : []
}

const labelledKind: Record<LabelField, 'furniture' | 'byline' | 'date' | 'title'> = {
  title: 'title',
  outlet: 'furniture',
  author: 'byline',
  published: 'date',
  updated: 'date',
  url: 'furniture',
}

function readLabelled(field: LabelField, value: string): string | null {
  const text = value.trim().replace(/\s+/g, ' ')
  if (field === 'published' || field === 'updated') return readDate(text)
  if (field === 'url') return /^https?:\/\/\S+$/.test(text) ? text : null
  return field === 'title' || text.split(' ').length <= 8 ? text : null
}

const dayPrecise = (edtf: string) => edtf.length >= 10

function dated(line: Line, field: Field, value: string, at: number, length: number): Line {
  return { ...line, kind: 'date', found: [foundAt(line, field, value, at, length)] }
}

function segments(line: Line): Line[] {
  const parts: Line[] = []
  for (const match of line.text.matchAll(/[^|•·\n]+/g)) {
    const text = match[0].trim()
    const start = line.start + match.index + match[0].indexOf(text)
    if (text) parts.push({ ...line, text, start, end: start + text.length })
  }
  return parts
}

const segmentReaders: readonly Reader[] = [asDate, asByline, asFurniture]

function readSegment(part: Line, rules: HouseRules): Line {
  for (const reader of segmentReaders) {
    const read = reader(part, rules)
    if (read) return read
  }
  return part
}
