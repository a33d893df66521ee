import type { Span } from '../../../types.js'
import { type GoldSentence, paragraphsOf } from './conllu.js'

/** A paragraph's text, its sentences joined by one space, with the gold spans of its sentences and words. */
export interface RawParagraph {
  readonly text: string
  readonly sentences: readonly Span[]
  readonly words: readonly Span[]
}

/** Spans of a sentence's words in its text, counted from `from`; none where text and words do not fit. */
function wordSpans({ text, forms }: GoldSentence, from: number): Span[] {
  const spans: Span[] = []
  let at = 0
  for (const form of forms) {
    at = text.indexOf(form, at)
    if (at < 0) return []
    spans.push({ start: from + at, end: from + at + form.length })
    at += form.length
  }
  return spans
}

function rawParagraph(paragraph: readonly GoldSentence[]): RawParagraph {
  const [sentences, words]: [Span[], Span[]] = [[], []]
  let from = 0
  for (const sentence of paragraph) {
    sentences.push({ start: from, end: from + sentence.text.length })
    words.push(...wordSpans(sentence, from))
    from += sentence.text.length + 1
  }
  return { text: paragraph.map(({ text }) => text).join(' '), sentences, words }
}

/** The paragraphs of a treebank as raw text. */
export function rawParagraphs(sentences: readonly GoldSentence[]): RawParagraph[] {
  return paragraphsOf(sentences).map(rawParagraph)
}
