import { TAGGER_FEATURES, type TaggerContext, taggerFeatures } from './features-tagger.js'
import { NORM } from './features-word.js'
import { score, type Weights } from './weights.js'
import type { Words } from './words.js'

/** How far back an auxiliary still bears on a verb's form. */
const AUXILIARY_REACH = 5

/** The tags that the classes stand for. */
export interface TagSet {
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
}

/** An empty context, to be filled by `lookAt`. */
export function newContext(): TaggerContext {
  return {
    attributes: new Int32Array(0),
    before2: 0,
    before1: 0,
    here: 0,
    after1: 0,
    after2: 0,
    glue: 0,
    first: 0,
    caps: 0,
    tag1: -1,
    tag2: -1,
    auxiliary: 0,
  }
}

function rowAt(words: Words, i: number): number {
  if (i < 0) return words.before
  return i < words.count ? words.rows[i]! : words.after
}

function lastAuxiliary(words: Words, i: number, tags: Int32Array, isAuxiliary: readonly boolean[]): number {
  for (let j = i - 1; j >= 0 && j >= i - AUXILIARY_REACH; j--)
    if (isAuxiliary[tags[j]!]) return words.table.attributes[words.rows[j]! + NORM]!
  return 0
}

/** Fills `context` with what is known when word i is about to be tagged and the words before it are. */
export function lookAt(
  context: TaggerContext,
  words: Words,
  i: number,
  tags: Int32Array,
  isAuxiliary: readonly boolean[],
): void {
  context.attributes = words.table.attributes
  context.before2 = rowAt(words, i - 2)
  context.before1 = rowAt(words, i - 1)
  context.here = rowAt(words, i)
  context.after1 = rowAt(words, i + 1)
  context.after2 = rowAt(words, i + 2)
  context.glue = words.glue[i]!
  context.first = i === 0 ? 1 : 0
  context.caps = words.caps
  context.tag1 = i > 0 ? tags[i - 1]! : -1
  context.tag2 = i > 1 ? tags[i - 2]! : -1
  context.auxiliary = lastAuxiliary(words, i, tags, isAuxiliary)
}

/** Position of the largest value. */
export function best(scores: Int32Array | Float64Array): number {
  let top = 0
  for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[top]!) top = c
  return top
}

/** Tags the words of a sentence from left to right; returns each word's class in `tagSet`. */
export function tag(words: Words, tagSet: TagSet, weights: Weights): Int32Array {
  const isAuxiliary = tagSet.upos.map((upos) => upos === 'AUX')
  const tags = new Int32Array(words.count)
  const features = new Int32Array(TAGGER_FEATURES)
  const scores = new Int32Array(weights.classes)
  const context = newContext()
  for (let i = 0; i < words.count; i++) {
    lookAt(context, words, i, tags, isAuxiliary)
    score(weights, features, taggerFeatures(context, features), scores)
    tags[i] = best(scores)
  }
  return tags
}
