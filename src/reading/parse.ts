import type { Block, Sentence, Span, Token } from '../types.js'
import { type Aside, type AsideWords, findAsides } from './asides.js'
import { WordTable } from './features-word.js'
import { lemmaOf } from './lemmas.js'
import type { ReaderModel } from './model.js'
import { parse, type Tree } from './parser.js'
import { splitSentences } from './sentences.js'
import { tag } from './tagger.js'
import { type Tokeniser, tokeniser } from './tokenise.js'
import { prepareWords } from './words.js'

/** What is worked out once for all texts that one model reads. */
interface Prepared {
  readonly tokenise: Tokeniser
  readonly table: WordTable
  /** Lemmas by the word's row and tag. */
  readonly lemmas: Map<number, string>
}

/** What parsing knows: trained weights, and the words of times that stand beside verbs. */
export interface ParsingRules {
  readonly model: ReaderModel
  readonly grammar: { readonly besideVerbs: AsideWords }
}

interface Tools extends Prepared, ParsingRules {
  readonly text: string
}

const prepared = new WeakMap<ReaderModel, Prepared>()

/** With more spellings than this, what is known of them is worked out anew, so that it does not grow without end. */
const MOST_SPELLINGS = 20_000

function preparedFor(model: ReaderModel): Prepared {
  const known = prepared.get(model)
  if (known && known.table.size < MOST_SPELLINGS) return known
  const fresh = { tokenise: tokeniser(model.words), table: new WordTable(model), lemmas: new Map() }
  prepared.set(model, fresh)
  return fresh
}

/** Words with tags, and where each hangs in the tree. */
interface Analysis {
  readonly tags: Int32Array
  readonly tree: Tree
}

interface Words {
  readonly forms: readonly string[]
  readonly spaceAfter: readonly boolean[]
}

const tagged = ({ forms, spaceAfter }: Words, { model, table }: Tools) => {
  const words = prepareWords(forms, spaceAfter, table)
  return { words, tags: tag(words, model.tagSet, model.tagger) }
}

/** Tags and tree of a sentence; times that stand beside a verb are left out and hung on it afterwards. */
function analyse(all: Words, tools: Tools): Analysis {
  const { model, grammar } = tools
  const { words, tags } = tagged(all, tools)
  const penn = all.forms.map((_, i) => model.tagSet.xpos[tags[i]!]!)
  const asides = findAsides(all.forms, penn, grammar.besideVerbs)
  const tree = (w: typeof words, t: Int32Array) => parse(w, t, model.tagSet, model.actions, model.parser)
  if (!asides.length) return { tags, tree: tree(words, tags) }
  const kept = all.forms.flatMap((_, i) => (asides.some((a) => i >= a.from && i < a.to) ? [] : [i]))
  const rest = tagged(
    { forms: kept.map((i) => all.forms[i]!), spaceAfter: kept.map((i) => all.spaceAfter[i]!) },
    tools,
  )
  return withAsides({ tags, tree: tree(rest.words, rest.tags) }, rest.tags, kept, asides)
}

/** The tree of the words that were kept, with the asides hung on their verbs. */
function withAsides(
  { tags, tree }: Analysis,
  restTags: Int32Array,
  kept: readonly number[],
  asides: readonly Aside[],
): Analysis {
  const heads = new Int32Array(tags.length)
  const labels: string[] = Array.from(tags, () => 'dep')
  const out = Int32Array.from(tags)
  kept.forEach((at, i) => {
    heads[at] = tree.heads[i]! < 0 ? -1 : kept[tree.heads[i]!]!
    labels[at] = tree.labels[i]!
    out[at] = restTags[i]!
  })
  for (const { from, to, head, verb } of asides) {
    const above = /^(aux|cop)/.test(labels[verb]!) ? heads[verb]! : verb
    const cased = to - from > 1
    for (let i = from; i < to; i++) {
      heads[i] = i === head ? above : head
      labels[i] = i === head ? (cased ? 'obl' : 'obl:unmarked') : i < head ? 'case' : 'compound'
    }
  }
  return { tags: out, tree: { heads, labels } }
}

function lemmaFor(form: string, tagged: number, { model, table, lemmas }: Tools): string {
  const key = table.rowOf(form) * model.tagSet.xpos.length + tagged
  const known = lemmas.get(key)
  if (known !== undefined) return known
  const lemma = lemmaOf(form, model.tagSet.xpos[tagged]!, model.lemmas, model.lexicon)
  lemmas.set(key, lemma)
  return lemma
}

/** The tokens of one sentence, tagged and parsed. */
function tokensOf(spans: readonly Span[], tools: Tools): Token[] {
  const { text, model } = tools
  const forms = spans.map(({ start, end }) => text.slice(start, end))
  const spaceAfter = spans.map(({ end }, i) => end < (spans[i + 1]?.start ?? end + 1))
  const { tags, tree } = analyse({ forms, spaceAfter }, tools)
  return spans.map((span, i) => {
    const form = forms[i]!
    const upos = model.tagSet.upos[tags[i]!]!
    const xpos = model.tagSet.xpos[tags[i]!]!
    const lemma = lemmaFor(form, tags[i]!, tools)
    const { start, end } = span
    return { start, end, form, lemma, upos, xpos, head: tree.heads[i]!, deprel: tree.labels[i]! }
  })
}

function sentencesOf(block: Block, position: number, tools: Tools): Omit<Sentence, 'index'>[] {
  return splitSentences(tools.text, block, tools.model, tools.table)
    .map((span) => ({ ...span, block: position, tokens: tokensOf(tools.tokenise(tools.text, span), tools) }))
    .filter((sentence) => sentence.tokens.length > 0)
}

/**
 * Splits titles and paragraphs into sentences and tokens, tags, lemmatises and parses them.
 *
 * @param text the report's kept text
 * @param blocks its blocks; those that hold no sentences are passed over
 * @returns sentences in the order of the text; each is one tree with one root, in Universal Dependencies 2 labels
 * @example parseBlocks(report.text, report.blocks, engine.reading)
 */
export function parseBlocks(
  text: string,
  blocks: readonly Block[],
  { model, grammar }: ParsingRules,
): Sentence[] {
  const tools = { text, model, grammar, ...preparedFor(model) }
  return blocks
    .flatMap((block, i) =>
      block.kind === 'title' || block.kind === 'paragraph' ? sentencesOf(block, i, tools) : [],
    )
    .map((sentence, index) => ({ index, ...sentence }))
}
