import type { Token } from '../types.js'

/** A word or sign of a sentence as the patterns see it: lower case, hyphens and figures apart, "mid-2024" is three. */
export interface Atom {
  readonly text: string
  /** Position of its token in the sentence. */
  readonly token: number
  readonly capital: boolean
  /** True for the first atom of its token. */
  readonly opens: boolean
}

const PIECE = /['’]s(?!\p{L})|\p{L}(?:[\p{L}.]*\p{L})?\.?|\d+(?:[.,:]\d+)*\p{L}*|[^\s]/gu

const normal = (piece: string) =>
  piece
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/[–‑]/g, '-')
    .replace(/(?<=.)\.$/, '')

/** Words and signs of a string, as patterns and sentences both use them: "New Year's" is new, year, 's. */
export function pieces(text: string): string[] {
  return (text.match(PIECE) ?? []).map(normal)
}

/** The atoms of a sentence. A lone full stop right after a shortened word ("Sept" ".") is dropped. */
export function atomise(tokens: readonly Token[]): Atom[] {
  const atoms: Atom[] = []
  tokens.forEach((token, index) => {
    const joined = index > 0 && tokens[index - 1]!.end === token.start
    if (token.form === '.' && joined && index + 1 < tokens.length) return
    const found = token.form.match(PIECE) ?? []
    found.forEach((piece, i) => {
      atoms.push({
        text: normal(piece),
        token: index,
        capital: piece !== piece.toLowerCase(),
        opens: i === 0,
      })
    })
  })
  return atoms
}
