import { type GoldSentence, paragraphsOf } from '../src/app/scoring/gold/conllu.js'
import { shuffled } from '../src/app/scoring/random.js'
import { chunksOf, type Gap, SPLITTER_FEATURES, splitterFeatures } from '../src/reading/features-splitter.js'
import { type KnownWords, WordTable } from '../src/reading/features-word.js'
import { endsOf } from '../src/reading/sentences.js'
import { NEVER } from '../src/reading/sentences-rules.js'
import type { Weights } from '../src/reading/weights.js'
import type { WordSets } from '../src/reading/word-lists.js'
import { Perceptron } from './perceptron.js'
import { prune } from './prune.js'

interface SplitterOptions {
  readonly epochs: number
  readonly least: number
  readonly random: () => number
  readonly report: (line: string) => void
}

interface RawParagraph {
  readonly text: string
  readonly ends: ReadonlySet<number>
}

/** A paragraph with its sentences joined by one space, and where they end. */
function rawParagraph(sentences: readonly GoldSentence[]): RawParagraph {
  const ends = new Set<number>()
  let end = -1
  for (const { text } of sentences) {
    end += text.length + 1
    ends.add(end)
  }
  return { text: sentences.map((s) => s.text).join(' '), ends }
}

/** Trains what decides where sentences end: greedy, on its own decisions. */
export function trainSplitter(
  sentences: readonly GoldSentence[],
  known: KnownWords,
  words: WordSets,
  options: SplitterOptions,
): Weights {
  const model = new Perceptron(2)
  const table = new WordTable(known)
  const features = new Int32Array(SPLITTER_FEATURES)
  const scores = new Int32Array(2)
  const paragraphs = paragraphsOf(sentences).map(rawParagraph)
  let changes = 0
  const learn = (ends: ReadonlySet<number>) => (gap: Gap) => {
    if (gap.verdict === NEVER) return false
    const n = splitterFeatures(gap, table, features)
    model.score(features, n, scores)
    const isEnd = ends.has(gap.chunks[gap.at]!.end)
    const found = scores[1]! > scores[0]!
    if (found !== isEnd) model.update(features, n, Number(isEnd), Number(found))
    changes += Number(found !== isEnd)
    return found
  }
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    changes = 0
    for (const { text, ends } of shuffled(paragraphs, options.random)) {
      const block = { start: 0, end: text.length }
      endsOf(text, block, chunksOf(text, block, table), words, learn(ends))
    }
    options.report(`splitter, epoch ${epoch} of ${options.epochs}: ${changes} gaps changed the weights`)
  }
  return prune(model.averaged(), 2, options.least)
}
