import { fold } from '../../../resolving/fold.js'
import type { Report, Span } from '../../../types.js'

/** Runs of this many words tell copied text from common phrases. */
const WORDS = 6
/** Share of a paragraph's runs that another report must have for the paragraph to stand in it too. */
const SHARE = 0.5

/** A paragraph, and the reports in which it stands as well. */
export interface SharedParagraph extends Span {
  readonly reports: readonly string[]
}

/** Which paragraphs of a report stand in others too, at least for the better part of their words. */
export function sharedParagraphs(report: Report, others: readonly Report[]): SharedParagraph[] {
  const theirs = others.map((other) => ({ id: other.id, runs: new Set(paragraphs(other).flatMap(runsOf)) }))
  return paragraphs(report).flatMap(({ start, end, text }) => {
    const runs = runsOf({ text })
    const holds = ({ runs: all }: { runs: ReadonlySet<string> }) =>
      runs.length > 0 && runs.filter((run) => all.has(run)).length / runs.length >= SHARE
    const reports = theirs.filter(holds).map(({ id }) => id)
    return reports.length > 0 ? [{ start, end, reports }] : []
  })
}

function paragraphs({ text, blocks }: Report) {
  return blocks
    .filter(({ kind }) => kind === 'paragraph')
    .map(({ start, end }) => ({ start, end, text: text.slice(start, end) }))
}

function runsOf({ text }: { text: string }): string[] {
  const words = fold(text).split(' ')
  return words.slice(0, -WORDS + 1).map((_, i) => words.slice(i, i + WORDS).join(' '))
}
