import type { Token } from '../types.js'
import { findExpansions } from './names-expansions.js'
import { headWord } from './names-heads.js'
import type { Lexicon } from './names-lexicon.js'
import { isCapital } from './names-marks.js'
import type { Scan } from './names-scan.js'

/** Tokens [from, to) that are written as a name and that the codebook does not know. */
export interface Run {
  readonly scan: Scan
  readonly from: number
  readonly to: number
}

const CLOSED = new Set([
  'PRON',
  'AUX',
  'CCONJ',
  'DET',
  'ADP',
  'SCONJ',
  'PART',
  'NUM',
  'PUNCT',
  'SYM',
  'INTJ',
  'ADV',
])
const OPENING = /^["“”'‘’([–—:-]$/

const isOpen = (token: Token): boolean => !CLOSED.has(token.upos)
/** "al-Assad" and "d'Avila" begin small and are names all the same. */
const isNameForm = (form: string): boolean => isCapital(form) || /^\p{Ll}{1,3}['’-]\p{Lu}\p{Ll}/u.test(form)
const isInitial = (form: string): boolean => /^\p{Lu}\.?$/u.test(form) || /^(\p{Lu}\.){2,}$/u.test(form)

/** The first word of a sentence or of a quotation has its capital from its position. */
function opensSentence(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]
  return !before || OPENING.test(before.form) || /^[.!?]$/.test(before.form)
}

/** Words of a report that are written as names where the position does not ask for a capital. */
export interface Known {
  readonly names: ReadonlySet<string>
  readonly small: ReadonlySet<string>
}

/** Tagged as a name, or written as one just before a word that is. */
function looksProper(tokens: readonly Token[], i: number): boolean {
  const [token, next] = [tokens[i]!, tokens[i + 1]]
  if (!isNameForm(token.form)) return false
  return token.upos === 'PROPN' || (isOpen(token) && next?.upos === 'PROPN' && isCapital(next.form))
}

/** Learns from the running text which words are names and which are also written small. */
export function learn(scans: readonly Scan[], lexicon: Lexicon): Known {
  const names = new Set<string>()
  const small = new Set<string>()
  const common = (form: string) => lexicon.notNames.has(form) || lexicon.adjectives.has(form)
  for (const { sentence, markAt, officeAt } of scans.filter((s) => s.capitals === 'running'))
    sentence.tokens.forEach((token, i) => {
      if (/^\p{Ll}/u.test(token.form)) small.add(token.form)
      if (markAt[i] || officeAt[i] || common(token.form) || opensSentence(sentence.tokens, i)) return
      if (looksProper(sentence.tokens, i)) names.add(token.form)
    })
  return { names, small }
}

function isNameWord(scan: Scan, i: number, lexicon: Lexicon, known: Known): boolean {
  const { tokens } = scan.sentence
  const token = tokens[i]
  if (!token || scan.markAt[i] || scan.officeAt[i] || !isNameForm(token.form)) return false
  if (lexicon.adjectives.has(token.form)) return endsInHead(scan, i + 1, lexicon)
  if (lexicon.notNames.has(token.form) || lexicon.honorifics.has(token.form)) return false
  if (known.names.has(token.form)) return true
  if (scan.capitals !== 'running') return headlineName(scan, i, known)
  if (!isOpen(token)) return false
  if (!opensSentence(tokens, i)) return true
  return token.upos === 'PROPN' && !known.small.has(token.form.toLowerCase())
}

/** Whether the capitalised words from here on end in a word such as "Party" or "League". */
function endsInHead(scan: Scan, from: number, lexicon: Lexicon): boolean {
  const { tokens } = scan.sentence
  let at = from
  while (tokens[at] && isCapital(tokens[at]!.form) && !scan.markAt[at] && !scan.officeAt[at]) at += 1
  const last = tokens[at - 1]!.form
  return at > from && (lexicon.organisationHeads.has(last) || lexicon.otherHeads.has(last))
}

/** In a headline capitals tell nothing: what the body names counts, and what follows a title. */
function headlineName(scan: Scan, i: number, known: Known): boolean {
  const token = scan.sentence.tokens[i]!
  if (token.upos !== 'PROPN') return false
  const cased = token.form[0] + token.form.slice(1).toLowerCase()
  return known.names.has(cased) || scan.officeAt[i - 1] !== undefined
}

const glued = (a: Token | undefined, b: Token | undefined): boolean =>
  a !== undefined && b !== undefined && a.end === b.start

/** "Thu", "May", "Jan" between two words of a name or behind a title and one is a part of it, not a day or a month. */
const isShortName = (token: Token | undefined, lexicon: Lexicon): boolean =>
  token !== undefined && token.form.length < 4 && token.upos === 'PROPN' && lexicon.notNames.has(token.form)

/** "Elizabeth II"; a lone I, V or X may be anything. */
const REGNAL = /^(?=[IVX]{2})X{0,2}(IX|IV|V?I{0,3})$/

/** Small words that a name may hold: "de", "van der", hyphens, a nickname in quotes or brackets. */
function bridge(scan: Scan, i: number, lexicon: Lexicon, isName: (i: number) => boolean): number | null {
  const { tokens } = scan.sentence
  if (isShortName(tokens[i], lexicon) && isName(i - 1)) {
    if (isName(i + 1)) return i + 1
    if (scan.officeAt[i - 2] && !/^\d/.test(tokens[i + 1]?.form ?? '')) return i
  }
  if (REGNAL.test(tokens[i]?.form ?? '')) return i
  let at = i
  while (at - i < 3 && tokens[at] && lexicon.particles.has(tokens[at]!.form.toLowerCase())) {
    at += tokens[at + 1]?.form === '-' ? 2 : 1
  }
  if (at > i && isName(at)) return at
  if (
    /^[-–]$/.test(tokens[i]?.form ?? '') &&
    glued(tokens[i - 1], tokens[i]) &&
    glued(tokens[i], tokens[i + 1])
  )
    return afterHyphen(scan, i + 1, isName)
  if (/^["“‘'(]$/.test(tokens[i]?.form ?? '') && isName(i + 1) && /^["”’')]$/.test(tokens[i + 2]?.form ?? ''))
    return isName(i + 3) ? i + 3 : null
  return null
}

/** "Jong-un": the part after the hyphen may be written small. */
function afterHyphen(scan: Scan, i: number, isName: (i: number) => boolean): number | null {
  const token = scan.sentence.tokens[i]!
  return isName(i) || (token.upos === 'PROPN' && !scan.markAt[i]) ? i : null
}

/** "Ministry of Foreign Affairs", "Bank of Arvenia": what an organisation's head takes with "of". */
function ofPart(scan: Scan, from: number, at: number, lexicon: Lexicon, isName: (i: number) => boolean) {
  const { tokens } = scan.sentence
  const heads = tokens.slice(from, at).some((t) => lexicon.organisationHeads.has(t.form))
  if (!heads || !['of', 'for'].includes(tokens[at]?.form ?? '')) return null
  const next = tokens[at + 1]?.form === 'the' ? at + 2 : at + 1
  if (isName(next)) return next + 1
  const mark = scan.markAt[next]
  return mark?.from === next && mark.entry.kind !== 'organisation' && isCapital(tokens[next]!.form)
    ? mark.to
    : null
}

function runFrom(scan: Scan, from: number, lexicon: Lexicon, isName: (i: number) => boolean): Run {
  let to = from + 1
  for (;;) {
    if (isName(to)) to += 1
    else {
      const next = bridge(scan, to, lexicon, isName)
      const part = next === null ? ofPart(scan, from, to, lexicon, isName) : next + 1
      if (part === null) return { scan, from, to }
      to = part
      if (scan.markAt[to - 1]) return { scan, from, to }
    }
  }
}

/** "al-Assad", "bin Salman", "de Gaulle": a name may begin with a small word. */
function startOf(scan: Scan, from: number, floor: number, lexicon: Lexicon): number {
  const { tokens } = scan.sentence
  const small = (i: number) => i >= floor && lexicon.particles.has(tokens[i]!.form.toLowerCase())
  if (tokens[from - 1]?.form === '-' && small(from - 2) && glued(tokens[from - 2], tokens[from - 1]))
    return from - 2
  return small(from - 1) && !['la', 'le', 'do'].includes(tokens[from - 1]!.form) ? from - 1 : from
}

/** "Paris Club", "American Airlines": what a firm, a club or a treaty is called after belongs to its name. */
function withNamesake(run: Run, lexicon: Lexicon): Run {
  const { tokens } = run.scan.sentence
  const mark = run.scan.markAt[run.from - 1]
  const head = headWord(tokens.slice(run.from, run.to).map((t) => t.form))
  const own =
    lexicon.otherHeads.has(head) || (lexicon.organisationHeads.has(head) && !lexicon.stateHeads.has(head))
  return mark && own && run.scan.capitals === 'running' ? { ...run, from: mark.from } : run
}

/** "Anglo American Corp": the capitalised words before a firm's namesake belong to it as well. */
function joinFirms(runs: readonly Run[], lexicon: Lexicon): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const named = withNamesake(run, lexicon)
    const isFirm = named !== run && lexicon.companyHeads.has(run.scan.sentence.tokens[run.to - 1]!.form)
    const before = isFirm && joined.at(-1)?.to === named.from ? joined.pop()! : named
    joined.push({ ...named, from: before.from })
  }
  return joined
}

/** Every stretch of a sentence that is written as a name. */
export function findRuns(scan: Scan, lexicon: Lexicon, known: Known): Run[] {
  const runs: Run[] = []
  const expansions = findExpansions(scan)
  const isName = (i: number) =>
    isNameWord(scan, i, lexicon, known) && !expansions.some((e) => e.from <= i && i < e.to)
  for (let i = 0; i < scan.sentence.tokens.length; i++) {
    const spelt = expansions.find((e) => e.from === i)
    if (spelt) {
      runs.push({ scan, ...spelt })
      i = spelt.to - 1
    }
    if (!isName(i)) continue
    const run = runFrom(scan, i, lexicon, isName)
    runs.push({ ...run, from: startOf(scan, i, runs.at(-1)?.to ?? 0, lexicon) })
    i = run.to - 1
  }
  return joinFirms(
    runs.filter((run) => !isLoneInitial(run)),
    lexicon,
  )
}

const isLoneInitial = (run: Run): boolean =>
  run.to === run.from + 1 && isInitial(run.scan.sentence.tokens[run.from]!.form)
