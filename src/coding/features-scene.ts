/** What the rest of a report tells about one of its sentences: its title, its lead, and what stands beside it. */
import { treeOf } from '../reading/tree.js'
import type { Reading, Sentence } from '../types.js'
import { tenseName, timeName } from './clauses.js'

/** How many sentences of a report are its lead. */
const LEAD = 2

const isBody = ({ report }: Reading, { block }: Sentence): boolean =>
  report.blocks[block]?.kind === 'paragraph'

const hasLemma = ({ tokens }: Sentence, lemma: string): boolean =>
  tokens.some((t) => t.lemma.toLowerCase() === lemma)

/** Whether title and lead have the word too, and how often it was told before. */
function wordFeatures(reading: Reading, sentence: Sentence, lemma: string): string[] {
  const body = reading.sentences.filter((s) => isBody(reading, s))
  const inTitle = reading.sentences.some(
    (s) => reading.report.blocks[s.block]?.kind === 'title' && hasLemma(s, lemma),
  )
  const inLead = body.slice(0, LEAD).some((s) => s !== sentence && hasLemma(s, lemma))
  const before = body.filter((s) => s.index < sentence.index && hasLemma(s, lemma)).length
  return [
    inTitle ? 'in title' : 'not in title',
    ...(inLead ? ['in lead'] : []),
    `told before:${Math.min(before, 3)}`,
    `length:${Math.min(4, Math.floor(body.length / 8))}`,
  ]
}

/** How the sentence before or behind is told. */
function neighbour(reading: Reading, index: number, side: string): string[] {
  const sentence = reading.sentences[index]
  if (!sentence || !isBody(reading, sentence)) return [`${side}:none`]
  const root = sentence.tokens.findIndex((t) => t.head < 0)
  const times = reading.times.filter((t) => t.sentence === index)
  return [`${side}:${tenseName(treeOf(sentence), root)}`, ...times.map((t) => `${side}:${timeName(t)}`)]
}

/** How many of those whom the sentence speaks of stand in the lead too, in thirds. */
function castFeatures(reading: Reading, index: number): string[] {
  const lead = new Set(
    reading.sentences
      .filter((s) => isBody(reading, s))
      .slice(0, LEAD)
      .map((s) => s.index),
  )
  const actors = (fits: (sentence: number) => boolean) =>
    new Set(reading.references.filter((r) => fits(r.sentence)).flatMap((r) => r.actors))
  const known = actors((s) => lead.has(s))
  const own = [...actors((s) => s === index)]
  const share = own.length ? own.filter((a) => known.has(a)).length / own.length : 0
  return [`cast:${Math.round(share * 3)}`, reading.report.published ? 'published' : 'undated']
}

/** Times and verbs anywhere in the sentence. */
function sentenceFeatures(reading: Reading, { index, tokens, block }: Sentence): string[] {
  const times = reading.times.filter((t) => t.sentence === index)
  const first = tokens.slice(0, 4).some((t) => times.some((x) => x.start === t.start))
  return [
    ...times.map((t) => `sentence:${timeName(t)}`),
    ...(first ? ['time first'] : []),
    `verbs:${Math.min(5, tokens.filter((t) => t.upos === 'VERB').length)}`,
    reading.sentences[index - 1]?.block === block ? 'same paragraph' : 'new paragraph',
  ]
}

/**
 * What the report around a word may tell of whether the word tells its news.
 * @param lemma of the word, in lower case
 * @returns names of features that hold
 */
export const sceneFeatures = (reading: Reading, sentence: Sentence, lemma: string): string[] => [
  ...wordFeatures(reading, sentence, lemma),
  ...neighbour(reading, sentence.index - 1, 'before'),
  ...neighbour(reading, sentence.index + 1, 'behind'),
  ...castFeatures(reading, sentence.index),
  ...sentenceFeatures(reading, sentence),
]
