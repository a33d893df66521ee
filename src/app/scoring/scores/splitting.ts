import { join } from 'node:path'
import { type ParsingRules, parseBlocks } from '../../../reading/parse.js'
import type { Span } from '../../../types.js'
import { worthOf } from '../figures.js'
import { readTreebank } from '../gold/conllu.js'
import { type RawParagraph, rawParagraphs } from '../gold/paragraphs.js'
import type { Figure, Item, Sample, Score } from '../score.js'
import { overlap } from '../tallies.js'
import { type Splitter, winkSplitter } from '../wink.js'

interface Splitters {
  readonly rules: ParsingRules
  readonly wink: Splitter | null
}

const F1 = { name: 'sentences F1', formula: 'f1', of: 'own' } as const
const TOKENS: Figure = { name: 'tokens F1', formula: 'f1', of: 'tokens', goal: null, beside: null }
const keys = (spans: readonly Span[]): Set<string> =>
  new Set(spans.map(({ start, end }) => `${start}-${end}`))

function missOf(text: string, found: readonly Span[], gold: readonly Span[]): string | null {
  const lines = (spans: readonly Span[]) => spans.map(({ start, end }) => text.slice(start, end)).join(' ¦ ')
  return lines(found) === lines(gold) ? null : `wanted ${lines(gold)}\n    found ${lines(found)}`
}

function itemOf({ text, sentences, words }: RawParagraph, { rules, wink }: Splitters): Item {
  const found = parseBlocks(text, [{ kind: 'paragraph', start: 0, end: text.length }], rules)
  const tokens = found.flatMap((sentence) => sentence.tokens)
  return {
    key: JSON.stringify([text, sentences]),
    half: 'test',
    tallies: {
      own: overlap(keys(found), keys(sentences)),
      tokens: overlap(keys(tokens), keys(words)),
      ...(wink ? { wink: overlap(keys(wink(text)), keys(sentences)) } : {}),
    },
    miss: missOf(text, found, sentences),
  }
}

function sampleOf(
  set: string,
  goal: number | null,
  paragraphs: readonly RawParagraph[],
  splitters: Splitters,
): Sample {
  const items = paragraphs.map((paragraph) => itemOf(paragraph, splitters))
  const wink = splitters.wink ? worthOf({ formula: 'f1', of: 'wink' }, items).toFixed(3) : null
  const figure: Figure = { ...F1, goal, beside: wink && `wink-nlp in the same run ${wink}` }
  return { set, figures: [figure, TOKENS], items }
}

/** Sentences found in raw text. */
export const splitting: Score = {
  name: 'splitting',
  about:
    'Sentences, and tokens, with exactly their first and last character, from the raw text of each paragraph of the treebanks, whose sentences are joined by one space; headings and captions without a full stop cannot be told from what follows. wink-nlp splits the same texts in the same run.',
  needs: ['ud/EWT/test.conllu.gz', 'ud/GUM/test.conllu.gz'],
  measure: async (lab) => {
    const splitters = { rules: lab.engine().reading, wink: await winkSplitter() }
    const [ewt, gum] = ['EWT', 'GUM'].map((name) => readTreebank(join(lab.data!, 'ud'), name, 'test'))
    const news = gum!.filter(({ genre }) => genre === 'news')
    return [
      sampleOf('GUM test, news', 0.98, rawParagraphs(news), splitters),
      sampleOf('GUM test', null, rawParagraphs(gum!), splitters),
      sampleOf('EWT test', 0.85, rawParagraphs(ewt!), splitters),
    ]
  },
}
