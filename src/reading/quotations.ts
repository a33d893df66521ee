import type { Block, Quotation, Sentence, Span } from '../types.js'

/** Opening mark -> what may close it; curly and straight marks come mixed. */
const OPENING: Readonly<Record<string, readonly string[]>> = {
  '“': ['”', '"'],
  '«': ['»'],
  '„': ['“', '”'],
  '‘': ['’'],
  '"': ['"', '”'],
  "'": ["'"],
  "''": ["''"],
  '``': ["''"],
}
/** Marks that look the same, or nearly so, at both ends. */
const EITHER_WAY = new Set(["'", '‘', '"', "''"])
const CARRIED = new Set(['“', '"', "''"])
/** Longer than this, a quotation mark is taken for a slip of the pen rather than an opening mark. */
const LONGEST = 3000

/** Where any of the marks may stand. */
const MARK = /[“«„‘"'`]/g

const isWord = (c: string | undefined): boolean => c !== undefined && /[\p{L}\p{N}]/u.test(c)

/** The opening mark at a place: older wires type double marks as two single ones. */
function markAt(text: string, at: number): string | null {
  const two = text.slice(at, at + 2)
  if (two in OPENING) return two
  return text[at]! in OPENING ? text[at]! : null
}

/** Single marks open only before a word that nothing touches, and close only where no word goes on. */
function opens(text: string, at: number, mark: string): boolean {
  if (!EITHER_WAY.has(mark)) return true
  return !isWord(text[at - 1]) && /\S/.test(text[at + mark.length] ?? ' ')
}

/** The mark that closes, with its place; null where none does. */
function closingAt(text: string, from: number, marks: readonly string[], end: number): Span | null {
  for (let i = from; i < Math.min(end, from + LONGEST); i++) {
    const mark = marks.find((m) => text.startsWith(m, i))
    // "said 'yes'''": the inner mark stands before the outer one.
    if (!mark || text.startsWith("'''", i)) continue
    const single = mark === "'" || mark === '’'
    if (single && (isWord(text[i + 1]) || /\s/.test(text[i - 1]!))) continue
    return { start: i, end: i + mark.length }
  }
  return null
}

/** "according to plan,": a comma or full stop inside closing marks belongs to the sentence around, unlike "U.S." */
function withoutStop(text: string, from: number, to: number): number {
  const inner = text.slice(from, to)
  return /,$/.test(inner) || (/[^.]\.$/.test(inner) && !/(?:^|[\s.])\p{Lu}\.$/u.test(inner)) ? to - 1 : to
}

function inBlock(text: string, block: Span): { span: Span; inner: Span }[] {
  const out: { span: Span; inner: Span }[] = []
  MARK.lastIndex = block.start
  for (let at = MARK.exec(text); at && at.index < block.end; at = MARK.exec(text)) {
    const i = at.index
    const mark = markAt(text, i)
    if (!mark || !opens(text, i, mark)) continue
    const from = i + mark.length
    const close = closingAt(text, from, OPENING[mark]!, block.end)
    // A quotation that runs over several paragraphs is opened in each and closed in the last.
    const carried = !close && CARRIED.has(mark) && i === block.start
    if (!close && !carried) continue
    const to = close?.start ?? block.end
    const end = close?.end ?? block.end
    const last = withoutStop(text, from, to)
    if (last > from) out.push({ span: { start: i, end }, inner: { start: from, end: last } })
    MARK.lastIndex = end
  }
  return out
}

/**
 * The words between quotation marks in a report's paragraphs, in the order of the text.
 * Straight, curly, single, low and angle marks are known; apostrophes are not taken for marks.
 * @example findQuotations('He said “yes”.', blocks, sentences) // [{ inner: { start: 9, end: 12 }, ... }]
 */
export function findQuotations(
  text: string,
  blocks: readonly Block[],
  sentences: readonly Sentence[],
): Quotation[] {
  const found = blocks.filter((b) => b.kind === 'paragraph').flatMap((block) => inBlock(text, block))
  return found.flatMap(({ span, inner }) => {
    const sentence = sentences.findIndex((s) => s.end > inner.start)
    return sentence < 0 ? [] : [{ ...span, inner, sentence }]
  })
}
