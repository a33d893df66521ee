import type { Span } from '../types.js'

/** Mail and old newswires wrap at 65 to 80 columns; wider lines are paragraphs of their own. */
const widestWrap = 100
const narrowestWrap = 50

/**
 * Cuts a text into paragraphs by its own habit: blank lines or indents between them, one a line, or hard-wrapped
 * lines that are joined. Spans are trimmed, also of bullets.
 * @example splitParagraphs('One.\nTwo.') // [{ start: 0, end: 4 }, { start: 5, end: 9 }]
 */
export function splitParagraphs(text: string): Span[] {
  const lines = linesOf(text)
  const width = wrapWidth(lines.map((line) => text.slice(line.start, line.end)))
  const joined: Span[] = []
  let previous: Span | null = null
  for (const line of lines) {
    if (previous && width && continues(text, previous, line, width)) {
      joined.push({ start: joined.pop()!.start, end: line.end })
    } else joined.push(line)
    previous = line
  }
  return joined.map((span) => trimmed(text, span)).filter((span) => span.end > span.start)
}

function linesOf(text: string): Span[] {
  const lines: Span[] = []
  for (let start = 0; start <= text.length; ) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    lines.push({ start, end })
    start = end + 1
  }
  return lines
}

/** The column at which the text is wrapped, or null when its lines are whole paragraphs. */
function wrapWidth(lines: readonly string[]): number | null {
  const filled = lines.map((line) => line.trimEnd().length).filter((length) => length > 0)
  const narrow = filled.filter((length) => length <= widestWrap)
  const width = narrow.reduce((widest, length) => Math.max(widest, length), 0)
  return narrow.length >= 0.85 * filled.length && width >= narrowestWrap ? width : null
}

/** A line goes on in the next when the next line's first word would not have fitted on it. */
function continues(text: string, line: Span, next: Span, width: number): boolean {
  const [here, there] = [line, next].map(({ start, end }) => text.slice(start, end).trimEnd()) as [
    string,
    string,
  ]
  if (here === '' || there.trim() === '' || /^(?: {2,}|\t|[•⦁*–-] )/.test(there)) return false
  const firstWord = /^\s*(\S+)/.exec(there)![1]!
  if (here.length < narrowestWrap / 2 || startsLabel(here, there)) return false
  const full = here.length + 1 + firstWord.length > width
  return full || (/^\s*[\p{Ll},;]/u.test(there) && !/[.!?:]["'”’)]?$/u.test(here))
}

/** A sentence has ended and "Label: value" follows: a line of its own. */
const startsLabel = (before: string, line: string): boolean =>
  /[.!?]["'”’)]?$/u.test(before) && /^\p{Lu}[\p{L} -]{1,19}:\s/u.test(line)

function trimmed(text: string, { start, end }: Span): Span {
  const slice = text.slice(start, end)
  const lead = /^(?:\s|[•⦁▪■●►–*-]\s)*/u.exec(slice)![0].length
  return { start: start + lead, end: start + Math.max(lead, slice.trimEnd().length) }
}
