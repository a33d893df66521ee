import { createHash } from 'node:crypto'
import type { Lexicon } from '../src/reading/lexicon.js'
import { MAGIC, type ModelHeader } from '../src/reading/model.js'
import type { TagSet } from '../src/reading/tagger.js'
import { type Actions, LEFT } from '../src/reading/transitions.js'
import type { Weights } from '../src/reading/weights.js'
import type { WordLists } from '../src/reading/word-lists.js'

/** What goes into a model file. */
export interface TrainedParts {
  readonly tagSet: TagSet
  readonly tagsSeen: ReadonlyMap<number, number>
  readonly lexicon: Lexicon
  readonly tagger: Weights
  readonly actions: Actions
  readonly parser: Weights
  readonly lemmas: readonly string[]
  readonly words: WordLists
  readonly splitter: Weights
}

function pushNumber(bytes: number[], value: number): void {
  let rest = value
  while (rest > 127) {
    bytes.push((rest % 128) | 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
}

function encodeNumbers(numbers: ReadonlyMap<number, number>): Uint8Array {
  const bytes: number[] = []
  let last = 0
  for (const [key, value] of [...numbers]
    .map(([k, v]) => [k >>> 0, v] as const)
    .sort((a, b) => a[0] - b[0])) {
    pushNumber(bytes, key - last)
    pushNumber(bytes, value)
    last = key
  }
  return Uint8Array.from(bytes)
}

/** Where rows start, by unsigned key. */
function rowsInOrder({ marks, slots }: Weights): { key: number; start: number }[] {
  const found: { key: number; start: number }[] = []
  marks.forEach((mark, slot) => {
    if (mark !== 0) found.push({ key: slots[2 * slot]! >>> 0, start: slots[2 * slot + 1]! })
  })
  return found.sort((a, b) => a.key - b.key)
}

function encodeWeights(weights: Weights): Uint8Array {
  const bytes: number[] = []
  let last = 0
  for (const { key, start } of rowsInOrder(weights)) {
    const entries = weights.rows[start]!
    pushNumber(bytes, key - last)
    pushNumber(bytes, entries)
    for (const entry of weights.rows.subarray(start + 1, start + 1 + entries))
      bytes.push(entry & 255, (entry >> 8) & 255)
    last = key
  }
  return Uint8Array.from(bytes)
}

function headerOf(parts: TrainedParts, sections: readonly Uint8Array[]): ModelHeader {
  const arcs = [...parts.actions.moves].slice(2).map((move, i) => {
    return `${move === LEFT ? 'L' : 'R'} ${parts.actions.labelNames[parts.actions.labels[i + 2]!]}`
  })
  const body = {
    tags: parts.tagSet.upos.map((upos, c) => `${upos}|${parts.tagSet.xpos[c]}`),
    arcs,
    lemmas: parts.lemmas,
    words: parts.words,
    taggerScale: parts.tagger.scale,
    parserScale: parts.parser.scale,
    splitterScale: parts.splitter.scale,
    sections: sections.map((s) => s.length) as unknown as ModelHeader['sections'],
  }
  const hash = createHash('sha256').update(JSON.stringify(body))
  for (const section of sections) hash.update(section)
  return { version: hash.digest('hex').slice(0, 12), ...body }
}

/** The bytes of a model file; the same parts give the same bytes. */
export function encodeModel(parts: TrainedParts): Uint8Array {
  const sections = [
    encodeNumbers(parts.tagsSeen),
    encodeNumbers(parts.lexicon),
    encodeWeights(parts.tagger),
    encodeWeights(parts.parser),
    encodeWeights(parts.splitter),
  ]
  const header = Buffer.from(JSON.stringify(headerOf(parts, sections)))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(header.length)
  return Buffer.concat([Buffer.from(MAGIC), length, header, ...sections])
}
