import type { Reading, Report } from '../types.js'
import { findActors } from './actors.js'
import { attributed } from './attributions.js'
import type { Grammar } from './grammar.js'
import { lemmaOf } from './lemmas.js'
import type { ReaderModel } from './model.js'
import { findNames } from './names.js'
import type { Lexicon } from './names-lexicon.js'
import { parseBlocks } from './parse.js'
import { findQuotations } from './quotations.js'
import { findReferences } from './references.js'
import { repaired } from './repairs.js'
import { findSpeeches, type SpeechRules } from './speech.js'
import { findTimes, type TimeRules } from './times.js'

/** What the reader knows: trained weights, and words as data. */
export interface ReadingRules {
  readonly model: ReaderModel
  readonly grammar: Grammar
  readonly lexicon: Lexicon
  readonly times: TimeRules
  readonly speech: SpeechRules
}

/**
 * Reads a report: sentences with their parse, names, who they stand for, times, quotations and who says them.
 * @param report offsets of the result point into its text
 * @example read(report, rules).names.map((n) => n.text) // ['Choe Son Hui', 'Kremlin', ...]
 */
export function read(report: Report, rules: ReadingRules): Reading {
  const { text, blocks } = report
  const lemma = (form: string) => lemmaOf(form, 'VBG', rules.model.lemmas, rules.model.lexicon)
  const isSpeech = (verb: string) => rules.speech.verbs.has(verb)
  const sentences = parseBlocks(text, blocks, rules).map((s) =>
    attributed(repaired(s, { grammar: rules.grammar, lemma }), isSpeech),
  )
  const names = findNames(sentences, text, rules.lexicon)
  const year = Number(/\d{4}/.exec(report.published?.value ?? '')?.[0] ?? Number.NaN) || null
  const actors = findActors(names, sentences, text, rules.lexicon, year)
  const quotations = findQuotations(text, blocks, sentences)
  const references = findReferences({ sentences, text, names, actors, year, lexicon: rules.lexicon })
  const times = sentences.flatMap((s) => findTimes(s, text, rules.times))
  const speeches = findSpeeches(sentences, text, references, quotations, rules.speech)
  return { report, sentences, names, actors, references, times, quotations, speeches }
}
