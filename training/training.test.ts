import { describe, expect, it } from 'vitest'
import { isFree, paragraphsOf, parseConllu } from '../src/app/scoring/gold/conllu.js'
import { randomFrom, shuffled } from '../src/app/scoring/random.js'
import { WordTable } from '../src/reading/features-word.js'
import { decodeModel } from '../src/reading/model.js'
import { parse } from '../src/reading/parser.js'
import { splitSentences } from '../src/reading/sentences.js'
import { tag } from '../src/reading/tagger.js'
import { entryOf, type Weights } from '../src/reading/weights.js'
import { wordSets } from '../src/reading/word-lists.js'
import { prepareWords } from '../src/reading/words.js'
import { encodeModel } from './encode.js'
import { prune } from './prune.js'
import { actionsOf, trainParser } from './train-parser.js'
import { trainSplitter } from './train-splitter.js'
import { tagSetOf, trainTagger } from './train-tagger.js'

const TREEBANK = `# newdoc id = GUM_news_treaty
# newpar
# text = Envoys didn't sign it.
1	Envoys	envoy	NOUN	NNS	_	4	nsubj	_	_
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	sign	sign	VERB	VB	_	0	root	_	_
5	it	it	PRON	PRP	_	4	obj	_	SpaceAfter=No
6	.	.	PUNCT	.	_	4	punct	_	_

# newdoc id = GUM_fiction_moon
# text = Ships of Corvia sailed.
1	Ships	ship	NOUN	NNS	_	4	nsubj	_	_
2	of	of	ADP	IN	_	3	case	_	_
3	Corvia	Corvia	PROPN	NNP	_	1	nmod	_	_
3.1	they	they	PRON	PRP	_	_	_	_	_
4	sailed	sail	VERB	VBD	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_
`

/** Often enough that no class is rare. */
const sentences = Array.from({ length: 20 }, () => parseConllu(TREEBANK)).flat()
const options = { epochs: 5, least: 0, random: randomFrom(1), report: () => {}, lexicon: new Map() }

describe('parseConllu', () => {
  const [first, second] = parseConllu(TREEBANK)
  it('takes spacing from multiword tokens and leaves out empty nodes', () => {
    expect(first!.forms).toEqual(['Envoys', 'did', "n't", 'sign', 'it', '.'])
    expect(first!.spaceAfter).toEqual([true, false, true, true, false, true])
    expect(second!.forms).toEqual(['Ships', 'of', 'Corvia', 'sailed', '.'])
    expect(second!.heads).toEqual([3, 2, 0, -1, 3])
  })
  it('knows which genres are free', () => {
    expect([first!, second!].map(isFree)).toEqual([true, false])
  })
})

describe('paragraphs', () => {
  it('end where a block ends, also inside another', () => {
    const blocks = ['# newpar_block = p (3 s) | date (1 s)', '#', '#', '#', '# newpar_block = p (1 s)']
    const text = blocks.map((block, i) => `${block}\n# text = S${i}.\n1\tS${i}.\t_\n`).join('\n')
    const found = paragraphsOf(parseConllu(text)).map((p) => p.map((s) => s.text).join(' '))
    expect(found).toEqual(['S0.', 'S1. S2.', 'S3.', 'S4.'])
  })
})

describe('trainSplitter', () => {
  const sets = wordSets(
    Object.fromEntries(
      ['titles', 'numbered', 'abbreviations', 'starters', 'speech', 'credits'].map((n) => [n, []]),
    ) as never,
  )
  const known = { tagsSeen: new Map(), lexicon: new Map() }
  const split = (text: string, splitter: Weights) => {
    const found = splitSentences(
      text,
      { start: 0, end: text.length },
      { words: sets, splitter },
      new WordTable(known),
    )
    return found.map(({ start, end }) => text.slice(start, end))
  }
  it('learns ends without a mark, and keeps to the rules elsewhere', () => {
    const texts = ['Tesk bridge', 'Image: Bel.', 'They met.', 'All left.']
    const paragraph = texts.map((text, i) => ({ ...sentences[0]!, text, startsParagraph: i === 0 }))
    const many = Array.from({ length: 40 }, () => paragraph).flat()
    const weights = trainSplitter(many, known, sets, { ...options, epochs: 20 })
    expect(split('Tesk bridge Image: Bel. They met.', weights)).toEqual([
      'Tesk bridge',
      'Image: Bel.',
      'They met.',
    ])
    expect(split('Kettin said so. It did.', weights)).toEqual(['Kettin said so.', 'It did.'])
  })
})

describe('training', () => {
  const tagSet = tagSetOf(sentences)
  const tagger = trainTagger(sentences, tagSet, options)
  const table = new WordTable(tagger)
  const prepared = sentences.map((gold) => {
    const words = prepareWords(gold.forms, gold.spaceAfter, table)
    return { gold, words, tags: tag(words, tagSet, tagger.weights) }
  })
  const actions = actionsOf(sentences)
  const parser = trainParser(prepared, tagSet, actions, options)

  it('learns the tags and trees of what it has seen', () => {
    for (const { gold, words, tags } of prepared.slice(0, 2)) {
      expect([...tags].map((c) => tagSet.upos[c])).toEqual(gold.upos)
      const tree = parse(words, tags, tagSet, actions, parser)
      expect([...tree.heads]).toEqual(gold.heads)
      expect(tree.labels).toEqual(gold.labels)
    }
  })

  it('packs a model that reads as before', () => {
    const words = Object.fromEntries(
      [
        'titles',
        'numbered',
        'abbreviations',
        'starters',
        'speech',
        'credits',
        'prefixes',
        'particles',
        'syllables',
      ].map((name) => [name, []]),
    ) as unknown as Parameters<typeof encodeModel>[0]['words']
    const bytes = encodeModel({
      ...tagger,
      tagger: tagger.weights,
      actions,
      parser,
      lemmas: ['=met VBD meet'],
      words: { ...words, units: ['km'], joined: ['can|not'] },
      splitter: tagger.weights,
    })
    const model = decodeModel(bytes)
    expect(model.version).toMatch(/^[0-9a-f]{12}$/)
    expect(model.words.units.has('km')).toBe(true)
    for (const { words: unit, tags } of prepared.slice(0, 2)) {
      expect(tag(unit, model.tagSet, model.tagger)).toEqual(tags)
      expect(parse(unit, tags, model.tagSet, model.actions, model.parser)).toEqual(
        parse(unit, tags, tagSet, actions, parser),
      )
    }
    expect(() => decodeModel(bytes.subarray(0, bytes.length - 1))).toThrow(/cut short/)
    expect(() => decodeModel(Uint8Array.of(1, 2, 3))).toThrow(/not a reader model/)
  })
})

it('prune leaves out small weights and scales the others by the largest', () => {
  const rows = [
    { key: 5, weights: Float32Array.of(0.2, -2, 0) },
    { key: 9, weights: Float32Array.of(0.1, 0, 0.3) },
  ]
  const weights = prune(rows, 3, 1)
  expect(weights).toMatchObject({ classes: 3, rows: Int16Array.of(1, entryOf(1, -127)) })
})

it('the same seed gives the same order', () => {
  expect(shuffled([1, 2, 3, 4, 5], randomFrom(7))).toEqual(shuffled([1, 2, 3, 4, 5], randomFrom(7)))
})
