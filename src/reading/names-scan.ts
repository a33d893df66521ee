import type { Sentence, Token } from '../types.js'
import type { Lexicon } from './names-lexicon.js'
import {
  type Capitals,
  capitalsOf,
  isCapital,
  type Mark,
  markEntries,
  markOffices,
  type OfficeMark,
} from './names-marks.js'

/** A sentence with what the codebook knows in it; the ground that names are looked for on. */
export interface Scan {
  readonly sentence: Sentence
  readonly capitals: Capitals
  readonly marks: readonly Mark[]
  readonly offices: readonly OfficeMark[]
  /** The mark that covers each token, if any. */
  readonly markAt: readonly (Mark | undefined)[]
  readonly officeAt: readonly (OfficeMark | undefined)[]
}

function covering<T extends { from: number; to: number }>(length: number, marks: readonly T[]) {
  const at: (T | undefined)[] = new Array(length).fill(undefined)
  for (const mark of marks) at.fill(mark, mark.from, mark.to)
  return at
}

/** A title inside a known name is part of it ("Great Hall of the People"); a name inside a title too. */
function settle(marks: readonly Mark[], offices: readonly OfficeMark[]) {
  const overlap = (a: { from: number; to: number }, b: { from: number; to: number }) =>
    a.from < b.to && b.from < a.to
  const size = (x: { from: number; to: number }) => x.to - x.from
  const wins = (o: OfficeMark) => !marks.some((m) => overlap(o, m) && size(m) >= size(o))
  const kept = offices.filter(wins)
  return { offices: kept, marks: marks.filter((m) => !kept.some((o) => overlap(o, m))) }
}

const personal = (token: Token | undefined): boolean =>
  token !== undefined && token.upos === 'PROPN' && isCapital(token.form) && token.form.length > 2

/** "Michael Jordan", "Israel Katz": a state's name beside a capitalised word that the codebook does not know. */
function isPartOfPerson(
  mark: { readonly from: number; readonly to: number },
  tokens: readonly Token[],
  known: (i: number) => boolean,
  lexicon: Lexicon,
) {
  if (mark.to !== mark.from + 1 || !lexicon.namelike.has(tokens[mark.from]!.form)) return false
  const free = (i: number) =>
    personal(tokens[i]) &&
    !known(i) &&
    !lexicon.notNames.has(tokens[i]!.form) &&
    !lexicon.organisationHeads.has(tokens[i]!.form) &&
    !lexicon.placeHeads.has(tokens[i]!.form) &&
    !lexicon.otherHeads.has(tokens[i]!.form)
  return free(mark.from - 1) || free(mark.to)
}

/** "Minister Ada Bishop said": the word of an office that ends a name. */
function isSurname(
  office: OfficeMark,
  tokens: readonly Token[],
  known: (i: number) => boolean,
  lexicon: Lexicon,
): boolean {
  const next = tokens[office.to]
  if (next && isCapital(next.form)) return false
  return isCapital(tokens[office.from]!.form) && isPartOfPerson(office, tokens, known, lexicon)
}

function scan(sentence: Sentence, lexicon: Lexicon): Scan {
  const { tokens } = sentence
  const capitals = capitalsOf(sentence)
  const found = settle(markEntries(sentence, lexicon, capitals), markOffices(sentence, lexicon))
  const every = covering(tokens.length, found.marks)
  const titleAt = covering(tokens.length, found.offices)
  const known = (i: number) => every[i] !== undefined || titleAt[i] !== undefined
  const offices = found.offices.filter((o) => !isSurname(o, tokens, known, lexicon))
  const officeAt = covering(tokens.length, offices)
  const marks =
    capitals === 'running'
      ? found.marks.filter((m) => !isPartOfPerson(m, tokens, known, lexicon))
      : found.marks
  return {
    sentence,
    capitals,
    marks,
    offices,
    markAt: covering(tokens.length, marks),
    officeAt,
  }
}

const DIRECTION = /(North|South)$/

/** "the North" alone is North Korea; "the North Sea" and "the north of" are not. */
function standsAlone(mark: Mark, tokens: readonly Token[]): boolean {
  if (!DIRECTION.test(mark.entry.phrase)) return true
  const next = tokens[mark.to]
  return !next || !(['NOUN', 'PROPN', 'ADJ'].includes(next.upos) || next.form === 'of')
}

const PROPER = new Set(['state', 'demonym', 'people'])

/**
 * States that the report names in full or by a capital, those it names as states, and states that something else in
 * the report speaks against.
 */
function evidence(scans: readonly Scan[], text: string, lexicon: Lexicon) {
  const full = new Set<string>()
  const named = new Set<string>()
  for (const { marks } of scans)
    for (const { entry } of marks)
      if (entry.country && !entry.short) (PROPER.has(entry.kind) ? named : full).add(entry.country)
  const against = new Set<string>()
  for (const state of lexicon.states.values()) {
    const holds = (word: string) => new RegExp(`\\b${word}\\b`).test(text)
    if (state.unless.some(holds) && !state.capital.some(holds)) against.add(state.code)
  }
  return { full: new Set([...full, ...named]), named, against }
}

/** In a report on the Soviet Union that never names Russia, Moscow is the Soviet capital. */
function inItsTime(mark: Mark, full: ReadonlySet<string>, lexicon: Lexicon): Mark {
  const { country, kind } = mark.entry
  if (!country || full.has(country) || !['capital', 'seat'].includes(kind)) return mark
  const former = [...full].find((code) => lexicon.states.get(code)?.successors.includes(country))
  return former ? { ...mark, entry: { ...mark.entry, country: former } } : mark
}

/** "Korean" where the report names another state that ends in the word: it may mean either. */
function isAmbiguous({ country, phrase }: Mark['entry'], full: ReadonlySet<string>, lexicon: Lexicon) {
  const others = [...full].filter((code) => code !== country).map((code) => lexicon.states.get(code)!)
  return others.some((s) => [s.name, ...s.also, ...s.adjective].some((name) => name.endsWith(` ${phrase}`)))
}

/** All sentences scanned; names that the rest of the report does not bear out are left out. */
export function scanAll(sentences: readonly Sentence[], text: string, lexicon: Lexicon): Scan[] {
  const scans = sentences.map((sentence) => scan(sentence, lexicon))
  const { full, named, against } = evidence(scans, text, lexicon)
  return scans.map((s) => {
    const stays = (m: Mark) =>
      !(m.entry.short && !(full.has(m.entry.country!) && standsAlone(m, s.sentence.tokens))) &&
      !(m.entry.short && isAmbiguous(m.entry, full, lexicon)) &&
      !(m.entry.kind === 'state' && against.has(m.entry.country!))
    const marks = s.marks.filter(stays).map((m) => inItsTime(m, named, lexicon))
    return { ...s, marks, markAt: covering(s.sentence.tokens.length, marks) }
  })
}
