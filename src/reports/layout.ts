import { readDateline } from './dateline.js'
import {
  asByline,
  asDate,
  asFurniture,
  asLabelled,
  asSegments,
  foundAt,
  isOutletName,
  isPersonName,
  type Reader,
} from './lines.js'
import { noticeIn } from './notices.js'
import type { HouseRules } from './rules.js'
import type { Line } from './types.js'

type Pass = (lines: readonly Line[], rules: HouseRules) => readonly Line[]

/** In this order: what a line says alone, then what its place among the others makes of it. */
const passes: readonly Pass[] = [
  cutNotices,
  cutOpenings,
  readAlone,
  cutTimeStamps,
  findTitle,
  cutOutletFromTitle,
  nameAboveText,
  nameBelowText,
  outletLine,
  findCrossheads,
  cutDateline,
  restIsText,
]

/**
 * Tells what each stretch of a report's text is: title, paragraph, by-line, furniture.
 * @param lines in the text's order; a kind that the source already knew (an HTML caption) is kept
 * @returns the same text, every line with its kind and what it says of the report; lines may have been cut in two
 */
export function layOut(lines: readonly Line[], rules: HouseRules): readonly Line[] {
  return passes.reduce((state, pass) => pass(state, rules), lines)
}

// Labels stand before by-lines ("By: Jane Doe") and dates before furniture ("Published at 14:05" has no day).
const readers: readonly Reader[] = [asDate, asSegments, asByline, asFurniture]

function readAlone(lines: readonly Line[], rules: HouseRules): readonly Line[] {
  const body = bodyRange(lines)
  return lines.map((line, at) => {
    if (line.kind === 'title') return line
    const outside = at < body.first || at > body.last
    const order = outside ? [asLabelled, ...readers] : readers
    const read = order.map((reader) => reader(line, rules)).find((result) => result !== null)
    return read ?? line
  })
}

/** How many of the first and of the last lines may be a notice on the text's own standing. */
const ABOVE = 5
const BELOW = 3

/** The lines in which a text may say that it was withdrawn, corrected or is under embargo. */
export function noticeLines<T>(lines: readonly T[]): readonly T[] {
  return lines.filter((_, at) => at < ABOVE || at >= lines.length - BELOW)
}

/** "This report has been withdrawn." is no part of the news. */
function cutNotices(lines: readonly Line[], rules: HouseRules): readonly Line[] {
  const near = noticeLines(lines)
  return lines.map((line) => {
    const free = line.kind === null && near.includes(line)
    return free && noticeIn(line, rules.notices)?.whole ? { ...line, kind: 'furniture' } : line
  })
}

/** "Media caption The bridge was opened. Talks began": labels and captions before the text of one block. */
function cutOpenings(lines: readonly Line[], rules: HouseRules): readonly Line[] {
  return lines.flatMap((line): Line[] => {
    if (line.kind !== null) return [line]
    const hits = rules.openings.map(({ kind, pattern }) => ({
      kind,
      length: pattern.exec(line.text)?.[0].length,
    }))
    const hit = hits.find((h) => h.length)
    if (!hit?.length) return [line]
    const [head, rest] = cut(line, hit.length, hit.kind) as [Line, Line]
    return rest.text === '' ? [head] : [head, ...cutOpenings([rest], rules)]
  })
}

/** From the first to the last line that reads as a full paragraph. */
function bodyRange(lines: readonly Line[]): { first: number; last: number } {
  const full = (line: Line) =>
    line.kind === null && wordCount(line.text) >= 12 && endsSentence(line.text) && !isNote(line.text)
  return { first: lines.findIndex(full), last: lines.findLastIndex(full) }
}

/** "Editor's note: This report was first published in May.": no part of the body, and labels may stand below it. */
const isNote = (text: string) => /^(?:\p{Lu}[\p{L}'’]{1,20} )?(?:[Nn]ote|NOTE)(?: to \p{L}+)?:\s/u.test(text)

const endsSentence = (text: string) => /[.!?…:;,][)\]"'”’»]*$/u.test(text)
const wordCount = (text: string) => text.split(/\s+/).length
const opensLikeHeading = (text: string) => /^["'“‘«(]*[\p{Lu}\p{Lo}\d]/u.test(text)

/** "14:05 GMT - The minister arrives": a live blog's time before its entry. */
function cutTimeStamps(lines: readonly Line[]): readonly Line[] {
  const stamp = /^\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?\s?(?:[A-Z]{3,4})?\s*[–—:|-]\s+(?=\S)/u
  return lines.flatMap((line) => {
    const match = line.kind === null ? stamp.exec(line.text) : null
    return match ? cut(line, match[0].length, 'date') : [line]
  })
}

function cut(line: Line, at: number, kind: Line['kind'], rest: Line['kind'] = null): Line[] {
  const head = line.text.slice(0, at).trimEnd()
  const tail = line.text.slice(at)
  const lead = tail.length - tail.trimStart().length
  return [
    { ...line, text: head, end: line.start + head.length, kind },
    { ...line, text: tail.trimStart(), start: line.start + at + lead, kind: rest, found: [] },
  ]
}

/** The first line that nothing else claims, when it is written like a headline and text follows it. */
function findTitle(lines: readonly Line[], rules: HouseRules): readonly Line[] {
  if (lines.some((line) => line.kind === 'title')) return lines
  const open = lines.flatMap((line, at) => (line.kind === null ? [at] : []))
  const kicker = isKicker(lines[open[0] ?? -1], lines[open[1] ?? -1])
  const at = kicker ? open[1]! : open[0]
  const title = lines[at ?? -1]
  if (!title || open.at(-1) === at || !isHeadline(title.text, rules)) return lines
  return lines.map((line, index) => {
    if (index === at) return { ...line, kind: 'title', found: [foundAt(line, 'title', line.text, 0)] }
    return kicker && index === open[0] ? { ...line, kind: 'furniture' } : line
  })
}

/** "World" above a headline. */
function isKicker(first: Line | undefined, second: Line | undefined): boolean {
  if (!first || !second) return false
  const short = wordCount(first.text) <= 2 && !endsSentence(first.text)
  return short && wordCount(second.text) >= 4 && wordCount(second.text) <= 25 && !endsSentence(second.text)
}

function isHeadline(text: string, rules: HouseRules): boolean {
  const words = wordCount(text)
  if (words < 2 || words > 30 || text.length > 200 || !opensLikeHeading(text)) return false
  return (!endsSentence(text) || /[?!]["'”’]*$/u.test(text)) && !readDateline(text, 0, rules)
}

/** "Ministers meet in Tesk | The Northern Herald". */
function cutOutletFromTitle(lines: readonly Line[], rules: HouseRules): readonly Line[] {
  return lines.map((line) => {
    const match = line.kind === 'title' ? /^(.{15,}?)\s+[|–—-]\s+([^|–—]{2,40})$/su.exec(line.text) : null
    if (!match || !isOutletName(match[2]!, rules)) return line
    const outlet = foundAt(line, 'outlet', match[2]!, line.text.length - match[2]!.length)
    return { ...line, found: [foundAt(line, 'title', match[1]!, 0), outlet] }
  })
}

function nameAboveText(lines: readonly Line[], rules: HouseRules): readonly Line[] {
  const title = lines.findIndex((line) => line.kind === 'title')
  const { first } = bodyRange(lines)
  return lines.map((line, at) => (at > title && at < first && title >= 0 ? asName(line, rules) : line))
}

function asName(line: Line, rules: HouseRules): Line {
  if (line.kind !== null || !isPersonName(line.text, rules)) return line
  return { ...line, kind: 'byline', found: [foundAt(line, 'author', line.text, 0)] }
}

/** A last line that is a person's name, or a name after the last sentence on its own line. */
function nameBelowText(lines: readonly Line[], rules: HouseRules): readonly Line[] {
  const at = lines.findLastIndex((line) => line.kind === null)
  const before = lines.slice(0, at).some((line) => line.kind === null && endsSentence(line.text))
  const last = lines[at]
  if (!last) return lines
  if (before && isPersonName(last.text, rules)) return lines.with(at, asName(last, rules))
  const glued = /^.{40,}[.!?]["'”’)]*\s+(?:[–—-]\s*)?(?=(\p{Lu}[^.!?]{3,60})$)/su.exec(last.text)
  if (!glued || !isPersonName(glued[1]!, rules)) return lines
  const [text, name] = cut(last, glued[0].length, null) as [Line, Line]
  return lines.toSpliced(at, 1, text, asName(name, rules))
}

/** The outlet's name on a line of its own, above or below the text. */
function outletLine(lines: readonly Line[], rules: HouseRules): readonly Line[] {
  const body = bodyRange(lines)
  return lines.map((line, at) => {
    const outside = at < body.first || at > body.last
    if (line.kind !== null || !outside || !isOutletName(line.text, rules)) return line
    return { ...line, kind: 'furniture', found: [foundAt(line, 'outlet', line.text, 0)] }
  })
}

/** Short lines without a final stop, in a text whose paragraphs have one; lines in capitals point to other reports. */
function findCrossheads(lines: readonly Line[]): readonly Line[] {
  if (!lines.some((line) => line.kind === null && endsSentence(line.text))) return lines
  return lines.map((line) => {
    if (line.kind !== null || !opensLikeHeading(line.text)) return line
    const words = wordCount(line.text)
    const stopped = endsSentence(line.text) && !(/\?$/.test(line.text) && words > 1)
    if (stopped) return line
    if (words <= 9) return { ...line, kind: 'crosshead' }
    return words <= 25 && !/\p{Ll}/u.test(line.text) ? { ...line, kind: 'furniture' } : line
  })
}

function cutDateline(lines: readonly Line[], rules: HouseRules): readonly Line[] {
  const at = lines.findIndex((line) => line.kind === null)
  const line = lines[at]
  const dateline = line && !isTranscript(lines) ? readDateline(line.text, line.start, rules) : null
  if (!line || !dateline) return lines
  const [head, rest] = cut(line, dateline.rest, 'dateline') as [Line, Line]
  return lines.toSpliced(at, 1, { ...head, found: dateline.found }, rest)
}

/** "REPORTER: ... PRESIDENT: ...": capitals before a colon are speakers there, not places. */
function isTranscript(lines: readonly Line[]): boolean {
  return (
    lines.filter((line) => line.kind === null && /^\p{Lu}[\p{Lu} .'’-]{2,40}:/u.test(line.text)).length > 1
  )
}

function restIsText(lines: readonly Line[]): readonly Line[] {
  return lines.map((line) => (line.kind === null ? { ...line, kind: 'paragraph' } : line))
}
