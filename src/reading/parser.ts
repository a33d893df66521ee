import { PARSER_FEATURES, parserFeatures, prepareTagged, type Tagged } from './features-parser.js'
import type { TagSet } from './tagger.js'
import {
  type Actions,
  allowedMoves,
  apply,
  type Configuration,
  finish,
  initial,
  LEFT,
  RIGHT,
  SHIFT,
  top,
} from './transitions.js'
import { score, type Weights } from './weights.js'
import type { Words } from './words.js'

/** The head (-1: root) and label of each word of a sentence. */
export interface Tree {
  readonly heads: Int32Array
  readonly labels: readonly string[]
}

/** The action with the highest score among those whose move is in the set `moves` (bit m: move m). */
export function bestAllowed(actions: Actions, scores: ArrayLike<number>, moves: number): number {
  const list = actions.moves
  let found = -1
  let top = Number.NEGATIVE_INFINITY
  for (let a = 0; a < list.length; a++) {
    const value = scores[a]!
    if (value > top && ((moves >> list[a]!) & 1) === 1) {
      found = a
      top = value
    }
  }
  return found
}

/** The moves that may be made, less those that let punctuation govern, unless there is no other way to a tree. */
function sensibleMoves({ punctuation }: Tagged, c: Configuration): number {
  const may = allowedMoves(c)
  let sure = may
  if (punctuation[c.front + 1] === 1) sure &= ~(1 << LEFT)
  if (punctuation[top(c) + 1] === 1) sure &= ~(1 << RIGHT)
  return sure === 0 ? may : sure
}

/** The tree of a complete configuration. */
export function treeOf(c: Configuration, actions: Actions): Tree {
  const heads = c.heads.slice(0, c.count)
  const labels: string[] = []
  for (let i = 0; i < c.count; i++) {
    labels.push(actions.labelNames[c.labels[i]!]!)
    if (heads[i] === c.count) heads[i] = -1
  }
  return { heads, labels }
}

function run(tagged: Tagged, c: Configuration, actions: Actions, weights: Weights): void {
  const features = new Int32Array(PARSER_FEATURES)
  const scores = new Int32Array(weights.classes)
  while (!finish(c)) {
    const moves = sensibleMoves(tagged, c)
    if (moves === 1 << SHIFT) {
      // Nothing to choose: the stack is empty.
      apply(c, SHIFT, 0)
      continue
    }
    score(weights, features, parserFeatures(tagged, c, features), scores)
    const action = bestAllowed(actions, scores, moves)
    apply(c, actions.moves[action]!, actions.labels[action]!)
  }
}

/**
 * Parses a tagged sentence in linear time. The result is always one tree with one root.
 *
 * @param tags classes in `tagSet`, one a word
 */
export function parse(
  words: Words,
  tags: Int32Array,
  tagSet: TagSet,
  actions: Actions,
  weights: Weights,
): Tree {
  const c = initial(words.count)
  run(prepareTagged(words, tags, tagSet), c, actions, weights)
  return treeOf(c, actions)
}
