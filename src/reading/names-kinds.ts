import type { Name } from '../types.js'
import { findExpansions } from './names-expansions.js'
import { headWord } from './names-heads.js'
import type { Lexicon } from './names-lexicon.js'
import type { Run } from './names-runs.js'
import type { Title } from './offices-found.js'

/** What a run is taken for, and by which rule. */
export interface Verdict {
  readonly kind: Name['kind']
  readonly rule: string
}

interface Vote extends Verdict {
  readonly weight: number
}

const STRONG = 6
const MEDIUM = 3
const WEAK = 1

const textOf = (run: Run): string =>
  run.scan.sentence.tokens
    .slice(run.from, run.to)
    .map((t) => t.form)
    .join(' ')

const wordsOf = (run: Run): string[] => run.scan.sentence.tokens.slice(run.from, run.to).map((t) => t.form)

function byHead(run: Run, lexicon: Lexicon): Vote | null {
  const words = wordsOf(run)
  const head = headWord(words)
  if (findExpansions(run.scan).some((e) => e.from === run.from && e.to === run.to))
    return { kind: 'organisation', rule: 'initials-beside', weight: 2 * STRONG }
  const vote = (kind: Name['kind'], rule: string): Vote => ({ kind, rule, weight: STRONG })
  if (lexicon.organisationHeads.has(head)) return vote('organisation', 'organisation-word')
  if (words.length > 1 && lexicon.organisationFirsts.has(words[0]!))
    return vote('organisation', 'organisation-word')
  if (words.length > 1 && lexicon.otherFirsts.has(words[0]!)) return vote('other', 'event-word')
  if (lexicon.otherHeads.has(head)) return vote('other', 'event-word')
  if (words.length > 1 && (lexicon.placeHeads.has(head) || lexicon.placeFirsts.has(words[0]!)))
    return vote('place', 'place-word')
  return null
}

function byAddress(run: Run, titles: ReadonlyMap<Run, Title>, lexicon: Lexicon): Vote | null {
  const title = titles.get(run)
  if (title) return { kind: 'person', rule: title.rule, weight: STRONG }
  const before = run.scan.sentence.tokens[run.from - 1]
  if (before && lexicon.honorifics.has(before.form))
    return { kind: 'person', rule: 'honorific', weight: STRONG }
  return null
}

const ACRONYM = /^[A-Z][A-Z&]{1,5}s?$/

function byShape(run: Run, lexicon: Lexicon): Vote | null {
  const words = wordsOf(run)
  if (words.length === 1 && ACRONYM.test(words[0]!) && run.scan.capitals !== 'upper')
    return { kind: 'organisation', rule: 'acronym', weight: MEDIUM }
  const particle = words.some((w, i) => i < words.length - 1 && lexicon.particles.has(w.toLowerCase()))
  const initial = words.length > 1 && words.some((w) => /^\p{Lu}\.$/u.test(w))
  if (particle || initial) return { kind: 'person', rule: 'initial-or-particle', weight: MEDIUM }
  return null
}

function headOf(run: Run): number {
  const { tokens } = run.scan.sentence
  for (let i = run.from; i < run.to; i++)
    if (tokens[i]!.head < run.from || tokens[i]!.head >= run.to) return i
  return run.to - 1
}

function byPosition(run: Run, lexicon: Lexicon): Vote | null {
  const { tokens } = run.scan.sentence
  const before = tokens[run.from - 1]
  const head = tokens[headOf(run)]!
  const verb = tokens[head.head]
  const comma = tokens[run.to]?.form === ',' ? run.to + 1 : -1
  if (before && lexicon.locative.has(before.form.toLowerCase()))
    return { kind: 'place', rule: 'place-by-preposition', weight: MEDIUM }
  if (before?.form === 'of' && lexicon.placeNouns.has(tokens[run.from - 2]?.lemma ?? ''))
    return { kind: 'place', rule: 'place-by-noun', weight: MEDIUM }
  if (comma > 0 && run.scan.markAt[comma]?.entry.kind === 'state' && run.scan.markAt[comma]!.from === comma)
    if (before?.upos === 'ADP') return { kind: 'place', rule: 'place-before-state', weight: MEDIUM }
  if (head.deprel.startsWith('nsubj') && verb && lexicon.humanVerbs.has(verb.lemma))
    return { kind: 'person', rule: 'subject-of-human-verb', weight: MEDIUM }
  if (
    (comma > 0 && /^(who|whose)$/.test(tokens[comma]?.form ?? '')) ||
    /^who$/.test(tokens[run.to]?.form ?? '')
  )
    return { kind: 'person', rule: 'who-clause', weight: MEDIUM }
  if (comma > 0 && /^\d{2}$/.test(tokens[comma]?.form ?? '') && /^[,.]$/.test(tokens[comma + 1]?.form ?? ''))
    return { kind: 'person', rule: 'age', weight: MEDIUM }
  return null
}

/** Two to four capitalised words without an article are a person's name unless something says otherwise. */
function byLength(run: Run): Vote {
  const { tokens } = run.scan.sentence
  const article = /^(the|a|an)$/i.test(tokens[run.from - 1]?.form ?? '')
  const length = wordsOf(run).filter((w) => /\p{L}/u.test(w)).length
  const proper = tokens.slice(run.from, run.to).every((t) => t.upos === 'PROPN' || t.form.length < 4)
  if (length > 1 && length < 5 && !article && proper && !wordsOf(run).includes('of'))
    return { kind: 'person', rule: 'full-name-by-shape', weight: WEAK }
  return { kind: 'other', rule: 'unknown-name', weight: article ? MEDIUM : WEAK }
}

function votesFor(run: Run, titles: ReadonlyMap<Run, Title>, lexicon: Lexicon): Vote[] {
  const votes = [
    byAddress(run, titles, lexicon),
    byHead(run, lexicon),
    byShape(run, lexicon),
    byPosition(run, lexicon),
  ]
  return [...votes.filter((v) => v !== null), byLength(run)]
}

/** The kind with the most weight; the rule of its heaviest vote. */
function tally(votes: readonly Vote[]): Verdict {
  const sum = new Map<Name['kind'], number>()
  for (const vote of votes) sum.set(vote.kind, (sum.get(vote.kind) ?? 0) + vote.weight)
  const best = [...sum].sort((a, b) => b[1] - a[1])[0]![0]
  const rule = votes.filter((v) => v.kind === best).sort((a, b) => b.weight - a.weight)[0]!.rule
  return { kind: best, rule }
}

function groupVotes(runs: readonly Run[], titles: ReadonlyMap<Run, Title>, lexicon: Lexicon) {
  const byText = new Map<string, Vote[]>()
  for (const run of runs) {
    const key = textOf(run)
    byText.set(key, [...(byText.get(key) ?? []), ...votesFor(run, titles, lexicon)])
  }
  return new Map([...byText].map(([key, votes]) => [key, tally(votes)]))
}

/** The ends of full names: what a later mention may use alone. */
function endsOfPersons(verdicts: ReadonlyMap<string, Verdict>): Set<string> {
  const ends = new Set<string>()
  for (const [text, verdict] of verdicts) {
    const words = text.split(' ')
    if (verdict.kind !== 'person' || words.length < 2) continue
    ends.add(words[0]!)
    ends.add(words.at(-1)!)
    ends.add(words.at(-1)!.split('-').at(-1)!)
    if (words.length > 2) ends.add(words.slice(1).join(' '))
  }
  return ends
}

/** Decides what every run of a report is; equal texts get equal kinds, and parts of a full name follow it. */
export function judgeRuns(
  runs: readonly Run[],
  titles: ReadonlyMap<Run, Title>,
  lexicon: Lexicon,
): Map<Run, Verdict> {
  const byText = groupVotes(runs, titles, lexicon)
  const ends = endsOfPersons(byText)
  const judge = (run: Run): Verdict => {
    const text = textOf(run)
    const verdict = byText.get(text)!
    if (['organisation', 'person'].includes(verdict.kind) || !ends.has(text)) return verdict
    return { kind: 'person', rule: 'part-of-full-name' }
  }
  return new Map(runs.map((run) => [run, judge(run)]))
}
