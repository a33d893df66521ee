import type { Block, Span } from '../types.js'

/** A file or stream as it came in; `file` names it in reports and in failures ("-" is standard input). */
export interface RawInput {
  readonly file: string
  readonly bytes: Uint8Array
}

/** Input that could not be read: which, what is wrong with it, and what to try. */
export interface InputFailure {
  readonly file: string
  readonly problem: string
  readonly hint: string
}

/** What a file says about its report beside the text: front matter, meta elements, columns. */
export interface Given {
  readonly title?: string
  readonly outlet?: string
  readonly author?: string
  readonly published?: string
  readonly updated?: string
  readonly url?: string
}

type BlockKind = Block['kind']

/** What a line says of its report. `day` is a day without a year, from a dateline. */
export type Field =
  | 'title'
  | 'outlet'
  | 'agency'
  | 'author'
  | 'dateline'
  | 'published'
  | 'dated'
  | 'day'
  | 'updated'
  | 'url'

/** A value found in the text. `dated` is a bare date line, `published` one with a label. */
export interface Found extends Span {
  readonly field: Field
  readonly value: string
}

/** A stretch of the text on its way to a block: `kind` is null until a pass knows it. */
export interface Line extends Span {
  readonly text: string
  readonly kind: BlockKind | null
  readonly found: readonly Found[]
}

/** A kept text, cut into lines, with what the file says beside it. */
export interface Draft {
  readonly file: string
  readonly text: string
  readonly lines: readonly Line[]
  readonly given: Given
}

/** What a source can hold before it is laid out: rows of a table, elements of a page, paragraphs of a text. */
export interface Piece {
  readonly text: string
  readonly kind: BlockKind | null
}
