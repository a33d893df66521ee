import type { Name, Office, Phrase, Reason, Sentence } from '../types.js'
import { judgeRuns, type Verdict } from './names-kinds.js'
import type { Lexicon } from './names-lexicon.js'
import type { Mark } from './names-marks.js'
import { findRuns, learn, type Run } from './names-runs.js'
import { type Scan, scanAll } from './names-scan.js'
import { findTitles, type Title } from './offices-found.js'

/** What the search for names finds on the way, for the steps that need more than the names. */
export interface Finds {
  readonly scans: readonly Scan[]
  readonly titles: readonly Title[]
  readonly names: readonly Name[]
  /** The name that each run became. */
  readonly nameOf: ReadonlyMap<Run, Name>
}

/** Tokens [from, to) of a sentence as a phrase, headed by the token that the parser hangs outside. */
export function phraseOf(sentence: Sentence, from: number, to: number): Phrase {
  const { tokens } = sentence
  const outside = (i: number) => tokens[i]!.head < from || tokens[i]!.head >= to
  const heads = Array.from({ length: to - from }, (_, k) => from + k).filter(outside)
  const nominal = heads.filter((i) => ['PROPN', 'NOUN', 'PRON'].includes(tokens[i]!.upos))
  const head = nominal[0] ?? heads[0] ?? to - 1
  return { sentence: sentence.index, from, to, head, start: tokens[from]!.start, end: tokens[to - 1]!.end }
}

const MARK_KIND: Record<Mark['entry']['kind'], Name['kind']> = {
  state: 'state',
  demonym: 'demonym',
  people: 'group',
  capital: 'capital',
  seat: 'seat',
  place: 'place',
  organisation: 'organisation',
  thing: 'other',
}

/** "The Arvenian House of Commons", "the Senate of Corvia": whose organ it is where the words beside it say so. */
function namedOwner(scan: Scan, mark: Mark): string | null {
  const before = scan.markAt[mark.from - 1]?.entry
  const after = scan.sentence.tokens[mark.to]?.form === 'of' ? scan.markAt[mark.to + 1]?.entry : undefined
  if (before?.kind === 'demonym') return before.country
  return after?.kind === 'state' ? after.country : null
}

function nameOfMark(scan: Scan, mark: Mark, text: string): Name {
  const phrase = phraseOf(scan.sentence, mark.from, mark.to)
  const words = text.slice(phrase.start, phrase.end)
  const reason = { rule: `codebook-${mark.entry.sort ?? mark.entry.kind}`, words, note: mark.entry.name }
  const country = mark.entry.sort === 'state' ? namedOwner(scan, mark) : null
  return {
    ...phrase,
    text: words,
    kind: MARK_KIND[mark.entry.kind],
    country: country ?? mark.entry.country,
    office: null,
    reason,
  }
}

interface Context {
  readonly text: string
  readonly lexicon: Lexicon
  readonly titles: ReadonlyMap<Run, Title>
}

function reasonOf(verdict: Verdict, title: Title | undefined, words: string): Reason {
  if (!title) return { rule: verdict.rule, words }
  const note = title.assumed ? `only ${title.country} has this office` : undefined
  return { rule: title.rule, words: `${words}: ${title.office.title}`, ...(note ? { note } : {}) }
}

function nameOfRun(run: Run, verdict: Verdict, context: Context): Name {
  const phrase = phraseOf(run.scan.sentence, run.from, run.to)
  const words = context.text.slice(phrase.start, phrase.end)
  const title = verdict.kind === 'person' ? context.titles.get(run) : undefined
  const office: Office | null = title?.office ?? null
  const country =
    verdict.kind === 'person' ? (title?.country ?? null) : ownerOf(run, verdict, context.lexicon)
  const reason = reasonOf(verdict, title, words)
  return { ...phrase, text: words, kind: verdict.kind, country, office, reason }
}

/**
 * "Russian Foreign Ministry", "Russia's parliament", "Bank of China": the state beside an organisation's name. Within
 * a firm's name an adjective tells nothing: "Anglo American Corp".
 */
function ownerOf(run: Run, verdict: Verdict, lexicon: Lexicon): string | null {
  const { tokens } = run.scan.sentence
  if (verdict.kind !== 'organisation') return null
  const before = /^['’]s?$/.test(tokens[run.from - 1]?.form ?? '') ? run.from - 2 : run.from - 1
  const firm = lexicon.companyHeads.has(tokens[run.to - 1]!.form)
  const within = run.scan.markAt
    .slice(run.from, run.to)
    .filter((mark) => mark?.entry.country && mark.entry.kind !== 'capital')
    .filter((mark) => !firm || mark!.from === run.from || mark!.entry.kind === 'state')
  if (new Set(within.map((mark) => mark!.entry.country)).size > 1) return null
  const after = tokens[run.to]?.form === 'of' ? run.scan.markAt[run.to + 1] : undefined
  const owner = within[0] ?? run.scan.markAt[before] ?? after
  return owner && owner.entry.kind !== 'organisation' ? owner.entry.country : null
}

/** The title nearest to a name: the one before it, else the one in apposition. */
function titlesByRun(titles: readonly Title[]): Map<Run, Title> {
  const byRun = new Map<Run, Title>()
  for (const title of titles)
    for (const run of title.holders) {
      const known = byRun.get(run)
      if (!known || (known.rule !== 'office-before-name' && title.rule === 'office-before-name'))
        byRun.set(run, title)
    }
  return byRun
}

const inside = (mark: Mark, runs: readonly Run[]): boolean =>
  runs.some((r) => mark.from >= r.from && mark.to <= r.to)

const cache = new WeakMap<readonly Sentence[], { lexicon: Lexicon; finds: Finds }>()

/** The names of a report with the offices and runs behind them; the same sentences are looked through once. */
export function findAll(sentences: readonly Sentence[], text: string, lexicon: Lexicon): Finds {
  const known = cache.get(sentences)
  if (known?.lexicon === lexicon) return known.finds
  const scans = scanAll(sentences, text, lexicon)
  const words = learn(scans, lexicon)
  const runs = scans.map((scan) => findRuns(scan, lexicon, words))
  const titles = scans.flatMap((scan, i) => findTitles(scan, runs[i]!, lexicon))
  const finds = { scans, titles, ...collect(scans, runs, titles, text, lexicon) }
  cache.set(sentences, { lexicon, finds })
  return finds
}

function collect(
  scans: readonly Scan[],
  runs: readonly (readonly Run[])[],
  titles: readonly Title[],
  text: string,
  lexicon: Lexicon,
): Pick<Finds, 'names' | 'nameOf'> {
  const context = { text, lexicon, titles: titlesByRun(titles) }
  const verdicts = judgeRuns(runs.flat(), context.titles, lexicon)
  const nameOf = new Map([...verdicts].map(([run, verdict]) => [run, nameOfRun(run, verdict, context)]))
  const marked = scans.flatMap((scan, i) =>
    scan.marks.filter((m) => !inside(m, runs[i]!)).map((mark) => nameOfMark(scan, mark, text)),
  )
  const names = [...marked, ...nameOf.values()].sort((a, b) => a.start - b.start || b.end - a.end)
  return { names, nameOf }
}

/**
 * Finds the names of a report: persons and organisations from tags, capitals, titles and repetition, states and
 * what stands for them from the codebook. There is no list of persons.
 * @param sentences parsed sentences; @param text the report's kept text, which the offsets point into
 * @returns names in the order of the text, demonyms and seats of power among them
 * @example "Arvenian President Ivo Sel" gives the demonym "Arvenian" (XAR) and the person "Ivo Sel", president of XAR
 */
export function findNames(sentences: readonly Sentence[], text: string, lexicon: Lexicon): Name[] {
  return [...findAll(sentences, text, lexicon).names]
}
