import { clean } from './bytes.js'
import { splitParagraphs } from './paragraphs.js'
import type { Draft, Given, Line, Piece } from './types.js'

/** A plain text, kept as it is and cut into paragraphs. */
export function draftOfText(file: string, text: string, given: Given): Draft {
  return { file, text, lines: linesOf(text, 0), given }
}

/** A title from a column or a header with a plain text below it; a text that repeats the title keeps it once. */
export function draftOfBody(file: string, body: string, given: Given): Draft {
  const title = squeeze(given.title ?? '')
  const [opening, ...rest] = title ? linesOf(body, 0) : []
  if (!title || !opening) return draftOfText(file, body, given)
  if (squeeze(opening.text) === title) {
    return { file, text: body, lines: [lineOf(opening.text, opening.start, 'title'), ...rest], given }
  }
  const text = `${title}\n\n${body}`
  const first = lineOf(title, 0, 'title')
  return { file, text, lines: [first, ...linesOf(text, title.length + 2)], given }
}

/** Pieces whose kinds the source knows, put under each other with a blank line between. */
export function draftOfPieces(file: string, pieces: readonly Piece[], given: Given): Draft {
  const filled = pieces.map(tidy).filter((piece) => piece.text !== '')
  const lines: Line[] = []
  let at = 0
  for (const piece of filled) {
    lines.push(lineOf(piece.text, at, piece.kind))
    at += piece.text.length + 2
  }
  return { file, text: filled.map((piece) => piece.text).join('\n\n'), lines, given }
}

/** One space for any white space: what markup means by it. */
export const squeeze = (text: string) => clean(text).replace(/\s+/gu, ' ').trim()

const tidy = (piece: Piece): Piece => ({ ...piece, text: squeeze(piece.text) })

function linesOf(text: string, from: number): Line[] {
  return splitParagraphs(text.slice(from)).map(({ start, end }) =>
    lineOf(text.slice(from + start, from + end), from + start, null),
  )
}

function lineOf(text: string, start: number, kind: Line['kind']): Line {
  const found =
    kind === 'title' ? [{ field: 'title' as const, value: text, start, end: start + text.length }] : []
  return { text, start, end: start + text.length, kind, found }
}
