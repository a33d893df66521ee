import type { Block, Quotation, Sentence, Span } from '../types.js'

const OPENING: Readonly<Record<string, string>> = {
  '“': '”',
  '«': '»',
  '„': '“',
  '‘': '’',
  '"': '"',
  "'": "'",
}
/** Longer than this, a quotation mark is taken for a slip of the pen rather than an opening mark. */
const LONGEST = 3000

const isWord = (c: string | undefined): boolean => c !== undefined && /[\p{L}\p{N}]/u.test(c)

/** Single marks open only before a word that nothing touches, and close only where no word goes on. */
function opens(text: string, at: number): boolean {
  const mark = text[at]!
  if (!(mark in OPENING)) return false
  if (mark === "'" || mark === '‘' || mark === '"')
    return !isWord(text[at - 1]) && /\S/.test(text[at + 1] ?? ' ')
  return true
}

function closingAt(text: string, open: number, end: number): number {
  const mark = OPENING[text[open]!]!
  const single = mark === "'" || mark === '’'
  for (let i = open + 1; i < Math.min(end, open + LONGEST); i++) {
    if (text[i] !== mark) continue
    if (single && (isWord(text[i + 1]) || /\s/.test(text[i - 1]!))) continue
    return i
  }
  return -1
}

function inBlock(text: string, block: Span): { span: Span; inner: Span }[] {
  const out: { span: Span; inner: Span }[] = []
  for (let i = block.start; i < block.end; i++) {
    if (!opens(text, i)) continue
    const close = closingAt(text, i, block.end)
    // A quotation that runs over several paragraphs is opened in each and closed in the last.
    const carried = close < 0 && (text[i] === '“' || text[i] === '"') && i === block.start
    if (close < 0 && !carried) continue
    const end = close < 0 ? block.end : close
    if (end > i + 1)
      out.push({ span: { start: i, end: Math.min(end + 1, block.end) }, inner: { start: i + 1, end } })
    i = end
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
