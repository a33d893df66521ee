import type { Span } from '../types.js'
import { CASE, DICTIONARY, NORM, TAGS_SEEN, type WordTable } from './features-word.js'
import { hash2, hash3, hash4, hashText } from './hash.js'
import type { Verdict } from './sentences-rules.js'

/** Most features that one gap has. */
export const SPLITTER_FEATURES = 26

/** What stands between two spaces: a word with the marks before and after it. */
export interface Chunk {
  readonly start: number
  readonly end: number
  /** Hash of the marks before and after the word. */
  readonly lead: number
  readonly tail: number
  /** Row of the word in the table. */
  readonly row: number
}

const PARTS = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su
const ADDRESS = /@|^(?:https?:|www\.)/i

type Parts = Pick<Chunk, 'lead' | 'tail' | 'row'>

/** Parts of what was read before: a chunk is seldom new. */
const known = new WeakMap<WordTable, Map<string, Parts>>()

/** Addresses and marks make chunks without end that add no word to the table; with more than this all are forgotten. */
const MOST_CHUNKS = 50_000

function partsOf(text: string, table: WordTable): Parts {
  const [, lead = '', word = '', tail = ''] = PARTS.exec(text)!
  return {
    lead: hashText(lead.slice(0, 3)),
    tail: hashText(tail.slice(0, 3)),
    row: table.rowOf(ADDRESS.test(word) ? '@' : word),
  }
}

function chunkOf(found: RegExpExecArray, table: WordTable, before: Map<string, Parts>): Chunk {
  const text = found[0]
  const parts = before.get(text) ?? partsOf(text, table)
  if (before.size >= MOST_CHUNKS) before.clear()
  before.set(text, parts)
  const start = found.index
  return { start, end: start + text.length, lead: parts.lead, tail: parts.tail, row: parts.row }
}

/** The chunks of a block of text. */
export function chunksOf(text: string, { start, end }: Span, table: WordTable): Chunk[] {
  const before = known.get(table) ?? new Map<string, Parts>()
  known.set(table, before)
  const chunks: Chunk[] = []
  const pattern = /\S+/g
  pattern.lastIndex = start
  for (let found = pattern.exec(text); found && found.index < end; found = pattern.exec(text))
    chunks.push(chunkOf(found, table, before))
  return chunks
}

/** A gap between chunks, with what has been decided before it. */
export interface Gap {
  readonly chunks: readonly Chunk[]
  /** The chunk before the gap, and the first of the sentence. */
  readonly at: number
  readonly first: number
  readonly verdict: Verdict
  /** Bits: a bracket is open, a quotation mark is open. */
  readonly open: number
}

const OUTSIDE: Chunk = { start: 0, end: 0, lead: 0, tail: 0, row: 0 }

const bucket = (n: number) => (n < 4 ? n : n < 6 ? 4 : n < 10 ? 5 : n < 20 ? 6 : n < 40 ? 7 : 8)

/** Writes the features of a gap into `out`; returns how many. */
export function splitterFeatures(gap: Gap, { attributes: a }: WordTable, out: Int32Array): number {
  const { chunks, at, first, verdict: v } = gap
  const chunk = (i: number) => chunks[i] ?? OUTSIDE
  const [b2, b, n, n2] = [chunk(at - 1), chunk(at), chunk(at + 1), chunk(at + 2)]
  const [cb, cn] = [a[b.row + CASE]!, a[n.row + CASE]!]
  const [wb, wn] = [a[b.row + NORM]!, a[n.row + NORM]!]
  const [tb, tn] = [a[b.row + TAGS_SEEN]!, a[n.row + TAGS_SEEN]!]
  const tail = hash2(1, v, b.tail)
  const length = bucket(at - first)
  let k = 0
  out[k++] = hash2(2, v, 0)
  out[k++] = tail
  out[k++] = hash3(3, tail, cb, cn)
  out[k++] = hash3(4, tail, cn, n.lead)
  out[k++] = hash2(5, tail, wb)
  out[k++] = hash3(6, tail, wn, cn)
  out[k++] = hash4(7, v, wb, wn, cn)
  out[k++] = hash4(8, tail, cn, n.lead, a[n2.row + CASE]!)
  out[k++] = hash4(9, tail, tb, tn, cn)
  out[k++] = hash3(10, tail, tn, cn)
  out[k++] = hash4(11, tail, cb, tb, cn)
  out[k++] = hash4(12, tail, cb, cn, a[b2.row + CASE]! * 8 + a[n2.row + CASE]!)
  out[k++] = hash3(13, tail, length, cn)
  out[k++] = hash3(14, tail, bucket(chunks.length - at - 2), cn)
  out[k++] = hash4(15, v, wn, a[n2.row + CASE]!, cn)
  out[k++] = hash4(16, v, wb, cb, cn)
  out[k++] = hash4(17, v, a[b2.row + NORM]!, wb, cn)
  out[k++] = hash4(18, v, wn, a[n2.row + NORM]!, cn)
  out[k++] = hash4(19, tail, a[chunk(first).row + NORM]!, length, cn)
  out[k++] = hash4(20, tail, a[chunk(first).row + CASE]!, cn, length)
  out[k++] = hash3(21, tail, gap.open, n.lead)
  out[k++] = hash4(22, v, a[b.row + DICTIONARY]!, a[n.row + DICTIONARY]!, cn)
  out[k++] = hash4(23, tail, tn, a[n2.row + TAGS_SEEN]!, cn)
  out[k++] = hash4(24, tail, a[b2.row + TAGS_SEEN]!, tb, cn)
  out[k++] = hash4(25, tail, n.tail, cn, length)
  out[k++] = hash4(26, v, b2.tail, b.lead, b.tail)
  return k
}
