import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Span } from '../../../types.js'

/** A time expression with its TIMEX3 value. */
export interface Mark extends Span {
  readonly value: string
}

export interface MarkedText {
  readonly name: string
  /** The day of publication. */
  readonly published: string | null
  readonly text: string
  readonly marks: readonly Mark[]
}

/** A text without its marks, and what they marked. */
function unmarked(xml: string): Pick<MarkedText, 'text' | 'marks'> {
  const marks: Mark[] = []
  let text = ''
  let open: { start: number; value: string } | null = null
  for (const piece of xml.match(/<[^>]+>|[^<]+/g) ?? []) {
    if (piece.startsWith('<TIMEX3'))
      open = { start: text.length, value: / value="([^"]*)"/.exec(piece)?.[1] ?? '' }
    else if (piece === '</TIMEX3>' && open) marks.push({ ...open, end: text.length })
    else if (!piece.startsWith('<')) text += piece.replace(/&amp;/g, '&')
  }
  return { text, marks }
}

/** The texts of a folder of TimeML files (.tml). */
export function readTimeml(folder: string): MarkedText[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.tml'))
  return names.sort().map((name) => {
    const xml = readFileSync(join(folder, name), 'utf8')
    const published = /<DCT>.*?value="(\d{4}-\d\d-\d\d)/s.exec(xml)?.[1] ?? null
    return { name, published, ...unmarked(/<TEXT>(.*?)<\/TEXT>/s.exec(xml)?.[1] ?? '') }
  })
}
