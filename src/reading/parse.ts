import type { Block, Sentence, Span, Token } from '../types.js'
import { WordTable } from './features-word.js'
import { lemmaOf } from './lemmas.js'
import type { ReaderModel } from './model.js'
import { parse } from './parser.js'
import { splitSentences } from './sentences.js'
import { tag } from './tagger.js'
import { type Tokeniser, tokeniser } from './tokenise.js'
import { prepareWords } from './words.js'

/** What is prepared once for all sentences of a text. */
interface Tools {
  readonly text: string
  readonly model: ReaderModel
  readonly tokenise: Tokeniser
  readonly table: WordTable
}

/** The tokens of one sentence, tagged and parsed. */
function tokensOf(spans: readonly Span[], { text, model, table }: Tools): Token[] {
  const forms = spans.map(({ start, end }) => text.slice(start, end))
  const spaceAfter = spans.map(({ end }, i) => end < (spans[i + 1]?.start ?? end + 1))
  const words = prepareWords(forms, spaceAfter, table)
  const tags = tag(words, model.tagSet, model.tagger)
  const tree = parse(words, tags, model.tagSet, model.actions, model.parser)
  return spans.map((span, i) => {
    const form = forms[i]!
    const upos = model.tagSet.upos[tags[i]!]!
    const xpos = model.tagSet.xpos[tags[i]!]!
    const lemma = lemmaOf(form, xpos, model.lemmas, model.lexicon)
    return { ...span, form, lemma, upos, xpos, head: tree.heads[i]!, deprel: tree.labels[i]! }
  })
}

function sentencesOf(block: Block, position: number, tools: Tools): Omit<Sentence, 'index'>[] {
  return splitSentences(tools.text, block, tools.model.words)
    .map((span) => ({ ...span, block: position, tokens: tokensOf(tools.tokenise(tools.text, span), tools) }))
    .filter((sentence) => sentence.tokens.length > 0)
}

/**
 * Splits titles and paragraphs into sentences and tokens, tags, lemmatises and parses them.
 *
 * @param text the report's kept text
 * @param blocks its blocks; those that hold no sentences are passed over
 * @param model the reader's weights
 * @returns sentences in the order of the text; each is one tree with one root, in Universal Dependencies 2 labels
 * @example parseBlocks(report.text, report.blocks, loadModel())
 */
export function parseBlocks(text: string, blocks: readonly Block[], model: ReaderModel): Sentence[] {
  const table = new WordTable(model)
  const tools = { text, model, table, tokenise: tokeniser(model.words) }
  return blocks
    .flatMap((block, i) =>
      block.kind === 'title' || block.kind === 'paragraph' ? sentencesOf(block, i, tools) : [],
    )
    .map((sentence, index) => ({ index, ...sentence }))
}
