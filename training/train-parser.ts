import type { GoldSentence } from '../src/app/scoring/gold/conllu.js'
import { shuffled } from '../src/app/scoring/random.js'
import {
  PARSER_FEATURES,
  parserFeatures,
  prepareTagged,
  type Tagged,
} from '../src/reading/features-parser.js'
import { WordTable } from '../src/reading/features-word.js'
import { bestAllowed } from '../src/reading/parser.js'
import type { TagSet } from '../src/reading/tagger.js'
import {
  type Actions,
  allowed,
  allowedMoves,
  apply,
  type Configuration,
  finish,
  initial,
  LEFT,
  REDUCE,
  RIGHT,
  SHIFT,
  top,
} from '../src/reading/transitions.js'
import type { Weights } from '../src/reading/weights.js'
import { prepareWords } from '../src/reading/words.js'
import { cost, type GoldTree } from './oracle.js'
import { Perceptron } from './perceptron.js'
import { prune } from './prune.js'

/** An arc of one direction and label that is rarer gets no action. */
const RARE_ARC = 6
/** From the second epoch on, so often the parser's own choice is followed although it is wrong. */
const EXPLORE = 0.9

/** A sentence with the tags that the tagger gave it. */
export interface TaggedSentence {
  readonly gold: GoldSentence
  readonly tags: Int32Array
}

interface ParserOptions {
  readonly epochs: number
  readonly least: number
  readonly random: () => number
  readonly report: (line: string) => void
  /** Called after each epoch with the weights so far. */
  readonly checkpoint?: (epoch: number, weights: () => Weights) => void
}

/** Shift, reduce, and an arc for each frequent direction and label. */
export function actionsOf(sentences: readonly GoldSentence[]): Actions {
  const counts = new Map<string, number>()
  for (const s of sentences)
    s.heads.forEach((head, i) => {
      const arc = `${head > i ? LEFT : RIGHT} ${s.labels[i]}`
      if (head >= 0) counts.set(arc, (counts.get(arc) ?? 0) + 1)
    })
  const arcs = [...counts].filter(([, n]) => n >= RARE_ARC).map(([arc]) => arc.split(' '))
  arcs.sort((a, b) => (a.join() < b.join() ? -1 : 1))
  const labelNames = ['root', ...new Set(arcs.map(([, label]) => label!))]
  return {
    moves: Uint8Array.of(SHIFT, REDUCE, ...arcs.map(([move]) => Number(move))),
    labels: Uint8Array.of(0, 0, ...arcs.map(([, label]) => labelNames.indexOf(label!))),
    labelNames,
  }
}

interface Example {
  readonly tagged: Tagged
  readonly gold: GoldTree
  readonly count: number
}

function treeOf(s: GoldSentence, actions: Actions): GoldTree {
  const count = s.forms.length
  const heads = Int32Array.from(s.heads, (head) => (head < 0 ? count : head))
  const children: number[][] = Array.from({ length: count + 1 }, () => [])
  heads.forEach((head, i) => {
    children[head]!.push(i)
  })
  return { heads, children, labels: Int32Array.from(s.labels, (label) => actions.labelNames.indexOf(label)) }
}

function isRight(c: Configuration, gold: GoldTree, move: number, label: number): boolean {
  if (move === LEFT && gold.heads[top(c)] === c.front) return gold.labels[top(c)] === label
  if (move === RIGHT && gold.heads[c.front] === top(c)) return gold.labels[c.front] === label
  return true
}

/** The best-scored action among those that lose the fewest arcs. */
function bestRight(c: Configuration, gold: GoldTree, actions: Actions, scores: Int32Array): number {
  const costs = [0, 1, 2, 3].map((move) =>
    allowed(c, move) ? cost(c, gold, move) : Number.POSITIVE_INFINITY,
  )
  const least = Math.min(...costs)
  let found = -1
  for (let a = 0; a < actions.moves.length; a++) {
    const move = actions.moves[a]!
    if (costs[move] !== least || !isRight(c, gold, move, actions.labels[a]!)) continue
    if (found < 0 || scores[a]! > scores[found]!) found = a
  }
  return found
}

interface Learner {
  readonly model: Perceptron
  readonly actions: Actions
  readonly explore: number
  readonly random: () => number
  readonly features: Int32Array
  readonly scores: Int32Array
}

/** Makes one move and learns from it; true when the weights changed. */
function step(c: Configuration, example: Example, learner: Learner): boolean {
  const { model, actions, features, scores } = learner
  const n = parserFeatures(example.tagged, c, features)
  model.score(features, n, scores)
  const chosen = bestAllowed(actions, scores, allowedMoves(c))
  const right = c.unshifted[c.front] ? chosen : bestRight(c, example.gold, actions, scores)
  const wrong = right >= 0 && chosen !== right
  if (wrong) model.update(features, n, right, chosen)
  const follow = wrong && learner.random() >= learner.explore ? right : chosen
  apply(c, actions.moves[follow]!, actions.labels[follow]!)
  return wrong
}

function learn(example: Example, learner: Learner): number {
  const c = initial(example.count)
  let wrong = 0
  while (!finish(c)) if (step(c, example, learner)) wrong++
  return wrong
}

function exampleOf(
  { gold, tags }: TaggedSentence,
  table: WordTable,
  tagSet: TagSet,
  actions: Actions,
): Example {
  const words = prepareWords(gold.forms, gold.spaceAfter, table)
  return { tagged: prepareTagged(words, tags, tagSet), gold: treeOf(gold, actions), count: words.count }
}

/** Trains the parser with a dynamic oracle, following its own decisions. */
export function trainParser(
  sentences: readonly TaggedSentence[],
  tagSet: TagSet,
  actions: Actions,
  options: ParserOptions,
): Weights {
  const table = new WordTable({ tagsSeen: new Map(), lexicon: new Map() })
  const examples = sentences.map((s) => exampleOf(s, table, tagSet, actions))
  const model = new Perceptron(actions.moves.length)
  const features = new Int32Array(PARSER_FEATURES)
  const scores = new Int32Array(model.classes)
  const weights = () => prune(model.averaged(), model.classes, options.least)
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    const learner = {
      model,
      actions,
      explore: epoch > 1 ? EXPLORE : 0,
      random: options.random,
      features,
      scores,
    }
    let wrong = 0
    for (const example of shuffled(examples, options.random)) wrong += learn(example, learner)
    options.report(`parser, epoch ${epoch} of ${options.epochs}: ${wrong} moves changed the weights`)
    options.checkpoint?.(epoch, weights)
  }
  return weights()
}
