import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Span } from '../../../types.js'

export const ROLES = ['source', 'cue', 'content'] as const
export type Role = (typeof ROLES)[number]
export type Spans = Readonly<Record<Role, readonly Span[]>>

/** A text with the phrases that are marked in it. */
export interface Gold {
  readonly text: string
  readonly spans: Spans
}

/** Brat counts characters, the report UTF-16 code units. */
function codeUnits(text: string): (at: number) => number {
  const starts: number[] = []
  let at = 0
  for (const c of text) {
    starts.push(at)
    at += c.length
  }
  return (i) => starts[i] ?? at
}

/** The phrases of one brat file by role; a phrase in pieces counts piece by piece, as a sequence tagger would. */
function readAnnotation(annotation: string, text: string): Spans {
  const unit = codeUnits(text)
  const found: Record<string, Span[]> = { Source: [], Cue: [], Content: [] }
  for (const line of annotation.split('\n')) {
    const [, role, spans] = /^T\d+\t(\w+) ([\d ;]+)\t/.exec(line) ?? []
    if (!role || !(role in found)) continue
    for (const piece of spans!.split(';')) {
      const [start, end] = piece.split(' ').map((n) => unit(Number(n)))
      found[role]!.push({ start: start!, end: end! })
    }
  }
  return { source: found.Source!, cue: found.Cue!, content: found.Content! }
}

/** PolNeAR: brat files beside their texts. One annotator a text: where several read it, the first by name. */
export function readPolnear(folder: string): Gold[] {
  const files = readdirSync(join(folder, 'attributions')).sort()
  const byText = new Map<string, string>()
  for (const file of files) {
    const name = file.replace(/_[^_]*\.ann$/, '')
    if (!byText.has(name)) byText.set(name, file)
  }
  return [...byText].map(([name, file]) => {
    const text = readFileSync(join(folder, 'text', `${name}.txt`), 'utf8')
    return { text, spans: readAnnotation(readFileSync(join(folder, 'attributions', file), 'utf8'), text) }
  })
}
