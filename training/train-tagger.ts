import type { GoldSentence } from '../src/app/scoring/gold/conllu.js'
import { shuffled } from '../src/app/scoring/random.js'
import { TAGGER_FEATURES, taggerFeatures } from '../src/reading/features-tagger.js'
import { normalise, WordTable } from '../src/reading/features-word.js'
import { hashText } from '../src/reading/hash.js'
import type { Lexicon } from '../src/reading/lexicon.js'
import { best, lookAt, newContext, type TagSet } from '../src/reading/tagger.js'
import type { Weights } from '../src/reading/weights.js'
import { prepareWords, type Words } from '../src/reading/words.js'
import { type AveragedRow, Perceptron } from './perceptron.js'
import { prune } from './prune.js'

/** A word must be seen so often before the tags it had say something. */
const SEEN_OFTEN = 4
/** A tag counts as one of a word's tags from this share on. */
const SHARE_OF_TAG = 0.03
/** A pair of tags that is rarer gets no class of its own. */
const RARE_CLASS = 8

export interface TaggerParts {
  readonly tagSet: TagSet
  readonly tagsSeen: ReadonlyMap<number, number>
  readonly lexicon: Lexicon
  readonly weights: Weights
}

interface TaggerOptions {
  readonly lexicon: Lexicon
  readonly epochs: number
  readonly least: number
  readonly random: () => number
  readonly report: (line: string) => void
}

function count<T>(items: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}

/** The joint classes of both kinds of tags that are frequent enough. */
export function tagSetOf(sentences: readonly GoldSentence[]): TagSet {
  const pairs = count(sentences.flatMap((s) => s.upos.map((upos, i) => `${upos}|${s.xpos[i]}`)))
  const held = [...pairs].filter(([, n]) => n >= RARE_CLASS).map(([pair]) => pair.split('|'))
  held.sort((a, b) => (a.join() < b.join() ? -1 : 1))
  return { upos: held.map(([upos]) => upos!), xpos: held.map(([, xpos]) => xpos!) }
}

/** Class of a pair of tags; for a rare pair a class with the same UPOS. */
export function classOf(tagSet: TagSet, upos: string, xpos: string): number {
  const exact = tagSet.upos.findIndex((u, c) => u === upos && tagSet.xpos[c] === xpos)
  return exact >= 0 ? exact : Math.max(tagSet.upos.indexOf(upos), 0)
}

/** For each frequent word the number of the set of tags that it had. */
function tagsSeenIn(sentences: readonly GoldSentence[]): Map<number, number> {
  const words = new Map<string, string[]>()
  for (const s of sentences)
    s.forms.forEach((form, i) => {
      const norm = normalise(form)
      words.set(norm, [...(words.get(norm) ?? []), `${s.upos[i]}|${s.xpos[i]}`])
    })
  const sets = new Map<string, number>()
  const seen = new Map<number, number>()
  for (const [norm, tags] of words) {
    if (tags.length < SEEN_OFTEN) continue
    const frequent = [...count(tags)].filter(([, n]) => n >= tags.length * SHARE_OF_TAG)
    const set = frequent
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([tag]) => tag)
      .join(' ')
    if (!sets.has(set)) sets.set(set, sets.size + 1)
    seen.set(hashText(norm), sets.get(set)!)
  }
  return seen
}

interface Example {
  readonly words: Words
  readonly gold: Int32Array
}

function learn(example: Example, model: Perceptron, isAuxiliary: readonly boolean[]): number {
  const { words, gold } = example
  const tags = new Int32Array(words.count)
  const features = new Int32Array(TAGGER_FEATURES)
  const scores = new Int32Array(model.classes)
  const context = newContext()
  let wrong = 0
  for (let i = 0; i < words.count; i++) {
    lookAt(context, words, i, tags, isAuxiliary)
    const n = taggerFeatures(context, features)
    model.score(features, n, scores)
    tags[i] = best(scores)
    if (tags[i] === gold[i]) continue
    model.update(features, n, gold[i]!, tags[i]!)
    wrong++
  }
  return wrong
}

function trainOne(examples: readonly Example[], tagSet: TagSet, options: TaggerOptions): AveragedRow[] {
  const model = new Perceptron(tagSet.upos.length)
  const isAuxiliary = tagSet.upos.map((upos) => upos === 'AUX')
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    let changes = 0
    for (const example of shuffled(examples, options.random)) changes += learn(example, model, isAuxiliary)
    options.report(`tagger, epoch ${epoch} of ${options.epochs}: ${changes} words changed the weights`)
  }
  return model.averaged()
}

/** Trains the tagger: greedy, on its own decisions. */
export function trainTagger(
  sentences: readonly GoldSentence[],
  tagSet: TagSet,
  options: TaggerOptions,
): TaggerParts {
  const tagsSeen = tagsSeenIn(sentences)
  const { lexicon } = options
  const table = new WordTable({ tagsSeen, lexicon })
  const examples = sentences.map((s) => ({
    words: prepareWords(s.forms, s.spaceAfter, table),
    gold: Int32Array.from(s.forms, (_, i) => classOf(tagSet, s.upos[i]!, s.xpos[i]!)),
  }))
  const rows = trainOne(examples, tagSet, options)
  return { tagSet, tagsSeen, lexicon, weights: prune(rows, tagSet.upos.length, options.least) }
}
