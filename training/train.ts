import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { parse as parseYaml } from 'yaml'
import { type GoldSentence, isFree, readTreebank } from '../src/app/scoring/gold/conllu.js'
import { randomFrom } from '../src/app/scoring/random.js'
import { type KnownWords, WordTable } from '../src/reading/features-word.js'
import { decodeModel } from '../src/reading/model.js'
import { type TagSet, tag } from '../src/reading/tagger.js'
import { type WordLists, wordSets } from '../src/reading/word-lists.js'
import { prepareWords } from '../src/reading/words.js'
import { encodeModel, type TrainedParts } from './encode.js'
import { irregularVerbs, withKnownWords } from './known-words.js'
import { newsSentences } from './newswire.js'
import { withNoise } from './noise.js'
import { trainLemmas } from './train-lemmas.js'
import { actionsOf, type TaggedSentence, trainParser } from './train-parser.js'
import { trainSplitter } from './train-splitter.js'
import { type TaggerParts, tagSetOf, trainTagger } from './train-tagger.js'
import { readWordNet } from './wordnet.js'

/** Taggers that only prepare the parser's training need no more. */
const FOLD_EPOCHS = 4

interface Words extends WordLists {
  readonly irregular: readonly string[]
  readonly prepositions: readonly string[]
}

const started = Date.now()
const report = (line: string) =>
  process.stderr.write(`${String(Math.round((Date.now() - started) / 1000)).padStart(5)} s  ${line}\n`)

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string', default: fileURLToPath(new URL('../models/reader.bin', import.meta.url)) },
    seed: { type: 'string', default: '1' },
    'tagger-epochs': { type: 'string', default: '6' },
    'parser-epochs': { type: 'string', default: '9' },
    'tagger-least': { type: 'string', default: '1' },
    'parser-least': { type: 'string', default: '1.5' },
    'splitter-epochs': { type: 'string', default: '8' },
    'splitter-least': { type: 'string', default: '1' },
    folds: { type: 'string', default: '5' },
    'words-only': { type: 'boolean', default: false },
  },
})

function tagWith(parts: TaggerParts, sentences: readonly GoldSentence[]): TaggedSentence[] {
  const table = new WordTable(parts)
  return sentences.map((gold) => ({
    gold,
    tags: tag(prepareWords(gold.forms, gold.spaceAfter, table), parts.tagSet, parts.weights),
  }))
}

/**
 * Tags each part of the sentences with a tagger that has not seen it, so that the parser learns to live with errors.
 */
function jackknife(
  sentences: readonly GoldSentence[],
  train: (part: GoldSentence[]) => TaggerParts,
): TaggedSentence[] {
  const folds = Number(options.folds)
  return Array.from({ length: folds }, (_, fold) => {
    report(`tagging part ${fold + 1} of ${folds} with a tagger trained on the others`)
    const inFold = (i: number) => Math.floor((i * folds) / sentences.length) === fold
    return tagWith(
      train(sentences.filter((_, i) => !inFold(i))),
      sentences.filter((_, i) => inFold(i)),
    )
  }).flat()
}

/** What is not learned word by word: lemmas, known words and sentence ends. It takes seconds. */
function quickParts(sentences: readonly GoldSentence[], words: Words, learned: KnownWords) {
  const { irregular, prepositions, ...lists } = words
  const verbs = irregularVerbs(irregular)
  const tagsSeen = withKnownWords(learned.tagsSeen, verbs, prepositions)
  const splitter = trainSplitter(sentences, { ...learned, tagsSeen }, wordSets(lists), {
    epochs: Number(options['splitter-epochs']),
    least: Number(options['splitter-least']),
    random: randomFrom(Number(options.seed)),
    report,
  })
  const lemmas = trainLemmas(sentences, verbs, learned.lexicon)
  return { lexicon: learned.lexicon, tagsSeen, lemmas, words: lists, splitter }
}

function trainAll(sentences: GoldSentence[], words: Words): void {
  const random = randomFrom(Number(options.seed))
  const lexicon = readWordNet()
  const noisy = withNoise([...sentences, ...newsSentences(random)], random)
  const tagSet: TagSet = tagSetOf(sentences)
  const taggerOptions = {
    lexicon,
    epochs: Number(options['tagger-epochs']),
    least: Number(options['tagger-least']),
    random,
    report,
  }
  const tagger = trainTagger(noisy, tagSet, taggerOptions)
  const actions = actionsOf(sentences)
  const tagged = jackknife(noisy, (part) =>
    trainTagger(part, tagSet, { ...taggerOptions, epochs: FOLD_EPOCHS, report: () => {} }),
  )
  const quick = quickParts(sentences, words, tagger)
  const save = (parser: TrainedParts['parser']) =>
    writeFileSync(options.out, encodeModel({ ...tagger, tagger: tagger.weights, actions, parser, ...quick }))
  const parser = trainParser(tagged, tagSet, actions, {
    epochs: Number(options['parser-epochs']),
    least: Number(options['parser-least']),
    random,
    report,
    checkpoint: (_, weights) => save(weights()),
  })
  save(parser)
}

/** Packs new words, dictionary, lemmas and sentence ends into the present weights. */
function repack(sentences: readonly GoldSentence[], words: Words): void {
  const model = decodeModel(readFileSync(options.out))
  const quick = quickParts(sentences, words, { tagsSeen: model.tagsSeen, lexicon: readWordNet() })
  writeFileSync(options.out, encodeModel({ ...model, ...quick }))
}

if (options.data === undefined) throw new Error('Say where the treebanks are: npm run train -- --data DIR')
const data = options.data
const sentences = ['EWT', 'GUM'].flatMap((bank) => readTreebank(data, bank, 'train')).filter(isFree)
const words = parseYaml(readFileSync(new URL('words.yaml', import.meta.url), 'utf8')) as Words
mkdirSync(new URL('../models/', import.meta.url), { recursive: true })
report(`${sentences.length} sentences, ${sentences.reduce((n, s) => n + s.forms.length, 0)} words`)
if (options['words-only']) repack(sentences, words)
else trainAll(sentences, words)
