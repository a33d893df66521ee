import type { Span } from '../types.js'
import { type Chunk, chunksOf, type Gap, SPLITTER_FEATURES, splitterFeatures } from './features-splitter.js'
import type { WordTable } from './features-word.js'
import { END, ENDED, judge, type Mark, NEVER, UNMARKED, type Verdict } from './sentences-rules.js'
import { score, type Weights } from './weights.js'
import type { WordSets } from './word-lists.js'

/** What splitting needs to know. */
export interface Splitter {
  readonly words: WordSets
  /** Weights of two classes: the sentence goes on, the sentence ends. */
  readonly splitter: Weights
}

/** Decides whether a sentence ends at a gap. */
type Decide = (gap: Gap) => boolean

/** How much the weights must be worth before they depart from the rules, in units of training's updates. */
const SURE = 4

/** The rules' verdict, unless the weights are sure that it is wrong. */
function decider({ splitter }: Splitter, table: WordTable): Decide {
  const features = new Int32Array(SPLITTER_FEATURES)
  const scores = new Int32Array(2)
  const sure = SURE / splitter.scale
  return (gap) => {
    if (gap.verdict === NEVER) return false
    score(splitter, features, splitterFeatures(gap, table, features), scores)
    const worth = scores[1]! - scores[0]!
    return gap.verdict === ENDED ? worth > -sure : worth > sure
  }
}

/** Brackets and quotation marks. */
const SIGNS = /[()[\]“”"]/

/** A walk along the chunks of a block, with the sentence so far. */
class Walk {
  readonly ends: number[] = []
  start: number
  /** The next marks that may end a sentence. */
  private next: RegExpExecArray | null = null
  first = 0
  open = 0

  constructor(
    private readonly text: string,
    private readonly block: Span,
    private readonly sets: WordSets,
  ) {
    this.start = block.start
    this.find(block.start)
  }

  private find(from: number): void {
    END.lastIndex = from
    this.next = END.exec(this.text)
  }

  /** The verdict of the rules at the end of the chunk; marks inside it end sentences by rule alone. */
  judge(chunk: Chunk, index: number): Verdict {
    let last: Mark | null = null
    for (; this.next && this.next.index < chunk.end; this.find(this.next.index + this.next[0].length)) {
      last = judge(this.text, this.next, this.start, this.block.end, this.sets)
      if (last.end < chunk.end && last.verdict === ENDED) this.endAt(last.end, index)
    }
    return last?.end === chunk.end ? last.verdict : UNMARKED
  }

  endAt(end: number, first: number): void {
    this.ends.push(end)
    this.start = end
    this.first = first
    this.open = 0
  }

  /** Brackets and quotation marks that a chunk opens and closes. */
  look(chunk: Chunk): void {
    const text = this.text.slice(chunk.start, chunk.end)
    if (!SIGNS.test(text)) return
    for (const sign of text) {
      if (sign === '(' || sign === '[') this.open |= 1
      if (sign === ')' || sign === ']') this.open &= ~1
      if (sign === '“') this.open |= 2
      if (sign === '”') this.open &= ~2
      if (sign === '"') this.open ^= 2
    }
  }
}

/** Where the sentences of a block end. */
export function endsOf(
  text: string,
  block: Span,
  chunks: readonly Chunk[],
  sets: WordSets,
  decide: Decide,
): number[] {
  const walk = new Walk(text, block, sets)
  chunks.forEach((chunk, at) => {
    walk.look(chunk)
    const judged = walk.judge(chunk, at)
    const next = chunks[at + 1]
    const verdict = next && sets.credits.has(text.slice(next.start, next.end)) ? ENDED : judged
    if (at + 1 < chunks.length && decide({ chunks, at, first: walk.first, verdict, open: walk.open }))
      walk.endAt(chunk.end, at + 1)
  })
  return [...walk.ends, block.end]
}

function trimmed(text: string, start: number, end: number): Span {
  let [from, to] = [start, end]
  while (from < to && /\s/.test(text[from]!)) from++
  while (to > from && /\s/.test(text[to - 1]!)) to--
  return { start: from, end: to }
}

/**
 * Splits a block into sentences. Rules judge the marks that may end one; weights decide from what the rules say, the
 * words around the gap and the sentence so far, also where no mark stands (captions, greetings, lists). Closing marks
 * belong to the sentence before them. Line breaks inside a block end nothing.
 *
 * @param block the stretch of `text` to split
 * @example splitSentences('U.S. troops left. He said so.', { start: 0, end: 29 }, model, table) // two spans
 */
export function splitSentences(text: string, block: Span, model: Splitter, table: WordTable): Span[] {
  const chunks = chunksOf(text, block, table)
  const ends = endsOf(text, block, chunks, model.words, decider(model, table))
  return ends
    .map((end, i) => trimmed(text, ends[i - 1] ?? block.start, end))
    .filter((span) => span.end > span.start)
}
