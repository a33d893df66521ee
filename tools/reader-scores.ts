import { WordTable } from '../src/reading/features-word.js'
import { lemmaOf } from '../src/reading/lemmas.js'
import type { ReaderModel } from '../src/reading/model.js'
import { parseBlocks } from '../src/reading/parse.js'
import { parse } from '../src/reading/parser.js'
import { tag } from '../src/reading/tagger.js'
import { prepareWords } from '../src/reading/words.js'
import type { Block, Span } from '../src/types.js'
import { type GoldSentence, paragraphsOf } from '../training/conllu.js'

/** Shares of words (0 to 1) that got the right tag, lemma, head, and head with label, on gold tokens. */
export interface TokenScores {
  readonly words: number
  readonly upos: number
  readonly xpos: number
  readonly lemma: number
  readonly uas: number
  readonly las: number
  readonly wordsPerSecond: number
}

/** Scores tags and trees on gold sentences and tokens, with predicted tags. */
export function scoreTokens(sentences: readonly GoldSentence[], model: ReaderModel): TokenScores {
  const right = { words: 0, upos: 0, xpos: 0, lemma: 0, uas: 0, las: 0 }
  const started = process.cpuUsage()
  const table = new WordTable(model)
  for (const s of sentences) {
    const words = prepareWords(s.forms, s.spaceAfter, table)
    const tags = tag(words, model.tagSet, model.tagger)
    const tree = parse(words, tags, model.tagSet, model.actions, model.parser)
    s.forms.forEach((form, i) => {
      const xpos = model.tagSet.xpos[tags[i]!]!
      const headed = tree.heads[i] === s.heads[i]
      right.words++
      right.upos += Number(model.tagSet.upos[tags[i]!] === s.upos[i])
      right.xpos += Number(xpos === s.xpos[i])
      right.lemma += Number(lemmaOf(form, xpos, model.lemmas, model.lexicon) === s.lemmas[i])
      right.uas += Number(headed)
      right.las += Number(headed && tree.labels[i] === s.labels[i])
    })
  }
  const { user, system } = process.cpuUsage(started)
  const share = (n: number) => n / right.words
  return {
    words: right.words,
    upos: share(right.upos),
    xpos: share(right.xpos),
    lemma: share(right.lemma),
    uas: share(right.uas),
    las: share(right.las),
    wordsPerSecond: right.words / ((user + system) / 1e6),
  }
}

/** Spans of a sentence's words in its text, counted from `from`; null where text and words do not fit. */
function wordSpans(s: GoldSentence, from: number): Span[] | null {
  let at = 0
  const spans: Span[] = []
  for (const form of s.forms) {
    at = s.text.indexOf(form, at)
    if (at < 0) return null
    spans.push({ start: from + at, end: from + at + form.length })
    at += form.length
  }
  return spans
}

function f1(found: readonly Span[], gold: readonly Span[]): { right: number; found: number; gold: number } {
  const keys = new Set(gold.map((span) => `${span.start}-${span.end}`))
  const right = found.filter((span) => keys.has(`${span.start}-${span.end}`)).length
  return { right, found: found.length, gold: gold.length }
}

/** One paragraph's text with the gold spans of its sentences and words. */
interface RawParagraph {
  readonly text: string
  readonly sentences: Span[]
  readonly words: Span[]
}

function rawParagraph(paragraph: readonly GoldSentence[]): RawParagraph {
  const raw: RawParagraph = { text: paragraph.map((s) => s.text).join(' '), sentences: [], words: [] }
  let from = 0
  for (const s of paragraph) {
    raw.sentences.push({ start: from, end: from + s.text.length })
    raw.words.push(...(wordSpans(s, from) ?? []))
    from += s.text.length + 1
  }
  return raw
}

/** F1 (0 to 1) of sentences and tokens found in raw paragraphs, in which sentences are joined by one space. */
export function scoreSplitting(
  sentences: readonly GoldSentence[],
  model: ReaderModel,
): { sentences: number; tokens: number } {
  const sums = { sentences: { right: 0, all: 0 }, tokens: { right: 0, all: 0 } }
  for (const { text, ...gold } of paragraphsOf(sentences).map(rawParagraph)) {
    const block: Block = { kind: 'paragraph', start: 0, end: text.length }
    const found = parseBlocks(text, [block], model)
    const split = f1(found, gold.sentences)
    const cut = f1(
      found.flatMap((s) => s.tokens),
      gold.words,
    )
    sums.sentences.right += 2 * split.right
    sums.sentences.all += split.found + split.gold
    sums.tokens.right += 2 * cut.right
    sums.tokens.all += cut.found + cut.gold
  }
  return {
    sentences: sums.sentences.right / sums.sentences.all,
    tokens: sums.tokens.right / sums.tokens.all,
  }
}
