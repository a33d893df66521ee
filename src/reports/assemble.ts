import { createHash } from 'node:crypto'
import type { Block, Located, Report } from '../types.js'
import { dayOf, readDate } from './dates.js'
import { knownOf } from './known.js'
import { languageOf } from './language.js'
import { layOut } from './layout.js'
import type { HouseRules } from './rules.js'
import type { Draft, Field, Found, Given, Line } from './types.js'

/** What the caller knows and the file may not say. */
export interface Fallback {
  readonly published?: string
  readonly outlet?: string
}

/**
 * Makes a report of a draft: blocks, the values that it says of itself and where, its language, its ids.
 * @param fallback fills only what neither the file nor its text says; `published` as EDTF
 */
export function assemble(draft: Draft, fallback: Fallback, rules: HouseRules): Report {
  const lines = layOut(draft.lines, rules)
  const blocks = lines.map(asBlock)
  const found = lines.flatMap((line) => line.found)
  const { published, notes } = publishedOf(draft.given, found, fallback.published)
  const outlet = pick(draft.given.outlet, found, 'outlet') ?? outside(fallback.outlet)
  const url = addressOf(draft.given.url ?? first(found, 'url')?.value)
  return {
    ...identify(url, outlet, published, draft.text),
    file: draft.file,
    url,
    outlet,
    agency: located(first(found, 'agency')),
    author: pick(tidyAuthor(draft.given.author), found, 'author'),
    title: located(first(found, 'title')) ?? outside(draft.given.title),
    dateline: located(first(found, 'dateline')),
    published,
    language: languageOf(textOf(lines)),
    text: draft.text,
    blocks,
    ...knownOf({ outlet: outlet?.value ?? null, url, text: draft.text, blocks }, rules),
    ...(notes.length > 0 ? { notes } : {}),
  }
}

const asBlock = ({ start, end, kind }: Line): Block => ({ start, end, kind: kind ?? 'paragraph' })

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** The same report has the same id wherever it is read: its address tells, else outlet, date and text. */
function identify(url: string | null, outlet: Located | null, published: Located | null, text: string) {
  const key = url ?? [outlet?.value ?? '', published?.value ?? '', text].join('\n')
  return { id: hash(key), hash: hash(text) }
}

const first = (found: readonly Found[], field: Field) => found.find((value) => value.field === field)

function located(found: Found | undefined): Located | null {
  return found ? { value: found.value, span: { start: found.start, end: found.end } } : null
}

const outside = (value: string | undefined): Located | null => (value ? { value, span: null } : null)

/** What the file says beside its text comes first; where the text says the same, it is pointed to. */
function pick(given: string | undefined, found: readonly Found[], field: Field): Located | null {
  const inText = located(first(found, field))
  return given && given !== inText?.value ? outside(given) : inText
}

const tidyAuthor = (author: string | undefined) => {
  const name = author?.replace(/^by\s+/i, '').trim()
  return name && name.length <= 200 && !/^https?:/i.test(name) ? name : undefined
}

/** Only web addresses, without the parts that change from reader to reader. */
function addressOf(text: string | undefined): string | null {
  if (!text || !/^https?:\/\//i.test(text.trim()) || !URL.canParse(text.trim())) return null
  const url = new URL(text.trim())
  const tracking = [...url.searchParams.keys()].filter((key) => /^(?:utm_|fbclid$|gclid$)/.test(key))
  for (const key of tracking) url.searchParams.delete(key)
  if (!url.hash.startsWith('#!')) url.hash = ''
  return url.href
}

/** Metadata, then a labelled line, a bare date line, the dateline's day, and last the day of an update. */
function publishedOf(given: Given, found: readonly Found[], fallback: string | undefined) {
  const metadata = outside(readDate(given.published ?? '') ?? undefined)
  const [labelled, bare] = [located(first(found, 'published')), located(first(found, 'dated'))]
  const updated = located(first(found, 'updated')) ?? outside(readDate(given.updated ?? '') ?? undefined)
  const claims = [metadata, labelled, bare].filter((claim) => claim !== null)
  const chosen = claims[0] ?? withYear(found, updated, given, fallback) ?? updated ?? outside(fallback)
  return { published: chosen, notes: disagreements(claims) }
}

/** The dateline's day in the year that an update, a bare year or the caller gives, if it is the day of neither. */
function withYear(
  found: readonly Found[],
  updated: Located | null,
  given: Given,
  fallback: string | undefined,
): Located | null {
  const day = first(found, 'day')
  const yearIn = updated?.value ?? readDate(given.published ?? '') ?? fallback
  if (!day || !yearIn || (yearIn === fallback && yearIn.length >= 10)) return null
  return { value: `${yearIn.slice(0, 4)}-${day.value}`, span: { start: day.start, end: day.end } }
}

function disagreements(claims: readonly Located[]): string[] {
  const [chosen, ...others] = claims
  return others
    .filter((other) => !dayOf(other.value).startsWith(dayOf(chosen!.value)))
    .map(
      (other) => `published: ${dayOf(chosen!.value)} is kept, but the text also says ${dayOf(other.value)}`,
    )
}

function textOf(lines: readonly Line[]): string {
  const paragraphs = lines.filter((line) => line.kind === 'paragraph')
  return (paragraphs.length > 0 ? paragraphs : lines).map((line) => line.text).join('\n')
}
