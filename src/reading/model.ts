import { decodeLemmas, type LemmaTable } from './lemmas.js'
import type { Lexicon } from './lexicon.js'
import type { TagSet } from './tagger.js'
import { type Actions, LEFT, REDUCE, RIGHT, SHIFT } from './transitions.js'
import { entryOf, indexRows, type Weights } from './weights.js'
import { type WordLists, type WordSets, wordSets } from './word-lists.js'

/** First bytes of a model file. */
export const MAGIC = 'RAPPORT1'

/** All that the reader has learned. */
export interface ReaderModel {
  /** Hash of the weights; every record names it. */
  readonly version: string
  readonly tagSet: TagSet
  /** Hash of a normalised word → number of the set of tags it had in training. */
  readonly tagsSeen: ReadonlyMap<number, number>
  /** Words of a dictionary with their parts of speech. */
  readonly lexicon: Lexicon
  readonly tagger: Weights
  readonly actions: Actions
  readonly parser: Weights
  readonly lemmas: LemmaTable
  readonly words: WordSets
  /** Where sentences end. */
  readonly splitter: Weights
}

/** What a model file says of itself, before the sections of bytes. Written by training/encode.ts. */
export interface ModelHeader {
  readonly version: string
  readonly tags: readonly string[]
  /** Arcs as "L nsubj" or "R obj", in the order of the parser's classes after shift and reduce. */
  readonly arcs: readonly string[]
  readonly lemmas: readonly string[]
  readonly words: WordLists
  readonly taggerScale: number
  readonly parserScale: number
  readonly splitterScale: number
  /** Lengths of the sections that follow: tags seen, lexicon, tagger, parser, splitter. */
  readonly sections: readonly [number, number, number, number, number]
}

class ByteReader {
  private at = 0
  constructor(private readonly bytes: Uint8Array) {}

  get done(): boolean {
    return this.at >= this.bytes.length
  }

  byte(): number {
    if (this.done) throw new Error('The reader model is cut short. Take models/reader.bin anew.')
    return this.bytes[this.at++]!
  }

  /** A whole number in 7-bit groups, lowest first. */
  number(): number {
    let value = 0
    let unit = 1
    for (;;) {
      const byte = this.byte()
      value += (byte & 127) * unit
      if (byte < 128) return value
      unit *= 128
    }
  }
}

/** Rows as differences of keys, each with its number of entries and the entries: class, weight. */
function decodeWeights(bytes: Uint8Array, classes: number, scale: number): Weights {
  const reader = new ByteReader(bytes)
  const keys: number[] = []
  const starts: number[] = []
  const rows = new Int16Array(bytes.length)
  let at = 0
  for (let key = 0; !reader.done; ) {
    key += reader.number()
    keys.push(key | 0)
    starts.push(at)
    const entries = reader.number()
    rows[at++] = entries
    for (let n = entries; n > 0; n--) rows[at++] = entryOf(reader.byte(), reader.byte())
  }
  return { classes, scale, ...indexRows(keys, starts), rows: rows.slice(0, at) }
}

function decodeNumbers(bytes: Uint8Array): Map<number, number> {
  const reader = new ByteReader(bytes)
  const seen = new Map<number, number>()
  let key = 0
  while (!reader.done) {
    key += reader.number()
    seen.set(key | 0, reader.number())
  }
  return seen
}

/** The parser's actions from their names in a model file. */
function decodeActions(arcs: readonly string[]): Actions {
  const split = arcs.map((arc) => arc.split(' ') as [string, string])
  const labelNames = ['root', ...new Set(split.map(([, label]) => label))]
  return {
    moves: Uint8Array.of(SHIFT, REDUCE, ...split.map(([side]) => (side === 'L' ? LEFT : RIGHT))),
    labels: Uint8Array.of(0, 0, ...split.map(([, label]) => labelNames.indexOf(label))),
    labelNames,
  }
}

function headerOf(bytes: Uint8Array): { header: ModelHeader; from: number } {
  const text = new TextDecoder()
  if (text.decode(bytes.subarray(0, MAGIC.length)) !== MAGIC)
    throw new Error('This is not a reader model: it does not start with RAPPORT1. Take models/reader.bin.')
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true)
  const from = MAGIC.length + 4
  return { header: JSON.parse(text.decode(bytes.subarray(from, from + length))), from: from + length }
}

type Sections = readonly [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array]

function sectionsOf(bytes: Uint8Array, lengths: ModelHeader['sections']): Sections {
  const starts = lengths.map((_, i) => lengths.slice(0, i).reduce((sum, length) => sum + length, 0))
  return lengths.map((length, i) => bytes.subarray(starts[i], starts[i]! + length)) as unknown as Sections
}

/**
 * Decodes the reader's weights.
 *
 * @param bytes the content of models/reader.bin
 * @returns the model, which is never changed
 * @throws when the bytes are no model, naming what to take instead
 * @example const model = decodeModel(readFileSync('models/reader.bin'))
 */
export function decodeModel(bytes: Uint8Array): ReaderModel {
  const { header, from } = headerOf(bytes)
  const sections = sectionsOf(bytes.subarray(from), header.sections)
  const tags = header.tags.map((tag) => tag.split('|') as [string, string])
  return {
    version: header.version,
    tagSet: { upos: tags.map(([upos]) => upos), xpos: tags.map(([, xpos]) => xpos) },
    tagsSeen: decodeNumbers(sections[0]),
    lexicon: decodeNumbers(sections[1]),
    tagger: decodeWeights(sections[2], tags.length, header.taggerScale),
    actions: decodeActions(header.arcs),
    parser: decodeWeights(sections[3], header.arcs.length + 2, header.parserScale),
    lemmas: decodeLemmas(header.lemmas),
    words: wordSets(header.words),
    splitter: decodeWeights(sections[4], 2, header.splitterScale),
  }
}
