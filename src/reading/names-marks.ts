import type { Sentence, Token } from '../types.js'
import { BEGINNING, type Lexicon, START, squeeze } from './names-lexicon.js'
import type { OfficeKind } from './offices.js'
import type { Entry } from './states.js'

/** Tokens [from, to) that the codebook knows as a state, demonym, capital, seat, place or organisation. */
export interface Mark {
  readonly from: number
  readonly to: number
  readonly entry: Entry
}

/** Tokens [from, to) that are the title of an office, without the words before it. */
export interface OfficeMark {
  readonly from: number
  readonly to: number
  readonly kind: OfficeKind
}

/** How a sentence uses capitals: as running text, as a headline, or all capitals. */
export type Capitals = 'running' | 'title' | 'upper'

const PLAIN = /^[A-Za-z0-9'.,&+/-]*$/
const plain = (form: string): string => (PLAIN.test(form) ? form : squeeze(form))
const LONGEST = 9

export const isCapital = (form: string): boolean => /^\p{Lu}/u.test(form)

/** Headlines capitalise nearly every long word; agencies of old write them in capitals only. */
export function capitalsOf(sentence: Sentence): Capitals {
  const long = sentence.tokens.filter((t) => t.form.length > 3 && /^\p{L}+$/u.test(t.form))
  if (long.length < 3) return 'running'
  const share = (test: (form: string) => boolean) => long.filter((t) => test(t.form)).length / long.length
  if (share((form) => form === form.toUpperCase()) > 0.7) return 'upper'
  const closed = /^[.?!]$/.test(sentence.tokens.at(-1)!.form)
  return share(isCapital) > 0.75 && !closed ? 'title' : 'running'
}

/** The longest phrase of a table that begins at a token, with the token after it. */
function longest<T>(
  tokens: readonly Token[],
  from: number,
  table: ReadonlyMap<string, T>,
  starts: ReadonlySet<string>,
  norm: (form: string) => string,
): { to: number; found: T } | null {
  let key = ''
  let best: { to: number; found: T } | null = null
  for (let to = from + 1; to <= tokens.length && to - from <= LONGEST; to++) {
    // "Israel is" are no Israelis.
    if (to - from > 1 && tokens[to - 1]!.upos === 'AUX') break
    const before = key.length
    key += norm(tokens[to - 1]!.form)
    if (before < BEGINNING && key.length >= BEGINNING && !starts.has(key.slice(0, BEGINNING))) break
    const found = table.get(key)
    if (found) best = { to, found }
  }
  return best
}

const begins = (starts: ReadonlySet<string>, key: string, next: string): boolean =>
  starts.has((key.length < START ? key + next : key).slice(0, START))

const GRAMMAR = new Set(['PRP', 'PRP$', 'WP', 'WP$', 'IN', 'DT', 'WDT', 'CC', 'MD'])

/** "US" and "WHO" in a line of capitals may be the pronouns. */
const isGrammar = (tokens: readonly Token[], from: number, to: number, capitals: Capitals): boolean =>
  capitals === 'upper' && to === from + 1 && GRAMMAR.has(tokens[from]!.xpos)

const NOMINAL = new Set(['NOUN', 'PROPN', 'ADJ'])

/** An adjective stands before a noun; alone, the word is the people or the state itself. */
function choose(entries: readonly Entry[], tokens: readonly Token[], to: number): Entry {
  if (entries.length === 1) return entries[0]!
  const adjective = tokens[to - 1]!.upos === 'ADJ' ? entries.find((e) => e.kind === 'demonym') : undefined
  if (adjective) return adjective
  const next = tokens[/^["“‘]$/.test(tokens[to]?.form ?? '') ? to + 1 : to]
  const before = next !== undefined && NOMINAL.has(next.upos) && !/^(VB|MD)/.test(next.xpos)
  const order: Entry['kind'][] = before
    ? ['demonym', 'organisation', 'state', 'capital', 'people', 'seat', 'place']
    : ['organisation', 'state', 'people', 'capital', 'seat', 'demonym', 'place']
  return [...entries].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))[0]!
}

/** "I ran" is not Iran: a word of letters alone is not written as two. */
const isTornApart = (tokens: readonly Token[], from: number, to: number, phrase: string): boolean =>
  /^\p{L}+$/u.test(phrase) && tokens.slice(from + 1, to).some((t, i) => t.start > tokens[from + i]!.end)

/** "VEREINS- UND WESTBANK" is not the West Bank: two words are not written as one. */
const isRunTogether = (from: number, to: number, phrase: string): boolean =>
  to === from + 1 && phrase.includes(' ')

/** "the South" gives way to "South China Sea". */
const reachesFurther = (tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): boolean =>
  (longest(tokens, from, lexicon.entries, lexicon.starts, plain)?.to ?? 0) > to

/** "North and South Korea": the first half of two names that share their last word. */
function elliptic(mark: Mark, tokens: readonly Token[], lexicon: Lexicon): Mark[] {
  const at = mark.from - 2
  const first = tokens[at]
  if (!first || mark.to - mark.from < 2 || !/^(and|or|&)$/.test(tokens[at + 1]!.form)) return []
  const rest = tokens.slice(mark.from + 1, mark.to).map((t) => plain(t.form))
  const entries = lexicon.entries.get(plain(first.form) + rest.join(''))
  const entry = entries?.find((e) => e.kind === mark.entry.kind)
  return entry ? [{ from: at, to: at + 1, entry }] : []
}

const LOCAL = new Set<Entry['kind']>(['state', 'demonym', 'people', 'capital'])

/** "South American", "East Tesk": a quarter before a name makes another name of it. */
const isQuartered = (mark: Mark, tokens: readonly Token[], lexicon: Lexicon): boolean =>
  LOCAL.has(mark.entry.kind) && lexicon.quarters.has(tokens[mark.from - 1]?.form ?? '')

const CITIES = new Set<Entry['kind']>(['capital', 'seat', 'place'])

/**
 * "Japanese yen", "the Minsk accords": what is called after a state or a city is neither, and the name reaches over
 * it.
 */
function namesake(mark: Mark, tokens: readonly Token[], lexicon: Lexicon): Mark | null {
  const next = tokens[mark.to]
  if (!next || !(/^(NOUN|PROPN)$/.test(next.upos) || tokens[mark.from - 1]?.upos === 'DET')) return null
  const nouns = CITIES.has(mark.entry.kind) ? lexicon.accords : lexicon.currencies
  if (mark.entry.kind === 'organisation' || !nouns.has(next.lemma.toLowerCase())) return null
  const phrase = `${mark.entry.phrase} ${next.form}`
  return {
    from: mark.from,
    to: mark.to + 1,
    entry: { ...mark.entry, kind: 'thing', country: null, name: phrase, phrase },
  }
}

/** All phrases of the lexicon in a sentence, the longest at each place, none inside another. */
export function markEntries(sentence: Sentence, lexicon: Lexicon, capitals: Capitals): Mark[] {
  const { tokens } = sentence
  const marks: Mark[] = []
  for (let i = 0; i < tokens.length; i++) {
    if (!begins(lexicon.starts, plain(tokens[i]!.form), plain(tokens[i + 1]?.form ?? ''))) continue
    const match = longest(tokens, i, lexicon.entries, lexicon.starts, plain)
    if (match && /^the$/i.test(tokens[i]!.form) && reachesFurther(tokens, i + 1, match.to, lexicon)) continue
    if (!match || isGrammar(tokens, i, match.to, capitals)) continue
    const { phrase } = match.found[0]!
    if (isTornApart(tokens, i, match.to, phrase) || isRunTogether(i, match.to, phrase)) continue
    const mark = { from: i, to: match.to, entry: choose(match.found, tokens, match.to) }
    const halves = elliptic(mark, tokens, lexicon).filter((half) => marks.at(-1)?.from !== half.from)
    const thing = namesake(mark, tokens, lexicon)
    if (!isQuartered(mark, tokens, lexicon)) marks.push(...(thing ? [thing] : [...halves, mark]))
    i = (thing ?? mark).to - 1
  }
  return marks
}

const lowerPlain = (form: string): string => plain(form).toLowerCase()
const NOUNS = new Set(['NOUN', 'PROPN', 'X'])

/** With a noun in it, or of several words before "of" ("the chief executive of"), whatever they are tagged. */
const isNominal = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some((t) => NOUNS.has(t.upos)) || (to - from > 1 && tokens[to]?.form === 'of')

/** All titles of offices in a sentence: noun phrases only, so that "heads" the verb is none. */
export function markOffices(sentence: Sentence, lexicon: Lexicon): OfficeMark[] {
  const { tokens } = sentence
  const marks: OfficeMark[] = []
  for (let i = 0; i < tokens.length; i++) {
    if (!begins(lexicon.titleStarts, lowerPlain(tokens[i]!.form), lowerPlain(tokens[i + 1]?.form ?? '')))
      continue
    const match =
      longest(tokens, i, lexicon.titles, lexicon.titleStarts, lowerPlain) ?? plural(tokens, i, lexicon)
    if (!match || !isNominal(tokens, i, match.to)) continue
    marks.push({ from: i, to: match.to, kind: match.found })
    i = match.to - 1
  }
  return marks
}

/** "Foreign Ministers Lavrov and Wang": the plural of a title, by the lemma of its last word. */
function plural(tokens: readonly Token[], from: number, lexicon: Lexicon) {
  let key = ''
  let best: { to: number; found: OfficeKind } | null = null
  for (let to = from + 1; to <= tokens.length && to - from <= 4; to++) {
    const last = tokens[to - 1]!
    const found = last.xpos.endsWith('S') ? lexicon.titles.get(key + last.lemma.toLowerCase()) : undefined
    if (found) best = { to, found }
    key += lowerPlain(last.form)
  }
  return best
}
