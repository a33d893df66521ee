import type { SourceFile } from './codebook-yaml.js'
import { type Holder, type Holders, indexHolders } from './holders.js'
import { type NameWords, type Parts, readParts } from './names-files.js'
import { type OfficeKind, type Offices, officeTitles } from './offices.js'
import { type Entry, entriesOf, joinStates, type State } from './states.js'

export type GroupSort = 'organ' | 'force' | 'arms' | 'officials' | 'people' | 'bodies' | 'sides'
export type DescriptionSort = 'state' | 'person' | 'side' | 'pair' | 'capital' | 'bloc'

/** What the codebook knows about names: made once by parseLexicon, never changed. */
export interface Lexicon {
  readonly states: ReadonlyMap<string, State>
  /** Squeezed phrase (see squeeze) -> what it may mean. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>
  /** First letters of those phrases, START and BEGINNING of them, to pass quickly over the rest. */
  readonly starts: ReadonlySet<string>
  /** Squeezed lower-case title -> office. */
  readonly titles: ReadonlyMap<string, OfficeKind>
  readonly titleStarts: ReadonlySet<string>
  readonly keeping: ReadonlySet<string>
  readonly former: ReadonlySet<string>
  /** Verbs by which somebody holds an office, and the small words around them. */
  readonly holding: ReadonlySet<string>
  readonly passing: ReadonlySet<string>
  /** "Mr." -> masculine, "Dr" -> null. */
  readonly honorifics: ReadonlyMap<string, 'masculine' | 'feminine' | null>
  readonly stateHeads: ReadonlySet<string>
  readonly companyHeads: ReadonlySet<string>
  /** Those of states and companies among them. */
  readonly organisationHeads: ReadonlySet<string>
  readonly organisationFirsts: ReadonlySet<string>
  /** Squeezed group noun -> sort. */
  readonly groups: ReadonlyMap<string, GroupSort>
  readonly descriptions: ReadonlyMap<string, DescriptionSort>
  /** "country": with "his", the state of whom the pronoun stands for. */
  readonly homes: ReadonlySet<string>
  /** "Kurdish": a people that is not its state. */
  readonly peoples: ReadonlySet<string>
  /** Nouns for groups that are as likely from elsewhere as from the state that a report is about. */
  readonly strangers: ReadonlySet<string>
  /** "Koreas" -> the two states that the word names at once. */
  readonly pairs: ReadonlyMap<string, readonly string[]>
  /** "South", "Latin": before a state or its adjective, something else is named. */
  readonly quarters: ReadonlySet<string>
  readonly counterparts: ReadonlySet<string>
  readonly particles: ReadonlySet<string>
  readonly notNames: ReadonlySet<string>
  readonly adjectives: ReadonlySet<string>
  readonly placeHeads: ReadonlySet<string>
  readonly placeFirsts: ReadonlySet<string>
  readonly otherFirsts: ReadonlySet<string>
  readonly placeNouns: ReadonlySet<string>
  readonly otherHeads: ReadonlySet<string>
  /** "dollar": a state's adjective before it names money. */
  readonly currencies: ReadonlySet<string>
  /** "agreement": a capital before it says where it was made. */
  readonly accords: ReadonlySet<string>
  readonly locative: ReadonlySet<string>
  readonly namelike: ReadonlySet<string>
  readonly humanVerbs: ReadonlySet<string>
  readonly humanAdjectives: ReadonlySet<string>
  readonly masculine: ReadonlySet<string>
  readonly feminine: ReadonlySet<string>
  /** Who has held a public office where, for names that the text gives no state. */
  readonly holders: Holders
}

/** Letters that begin a phrase: enough to tell most words apart from names. */
export const START = 2

/** Letters that tell nearly all words apart from names, of a word and those after it. */
export const BEGINNING = 6

/** A phrase as the lexicon keys it: no spaces, no accents, straight apostrophes. "Côte d’Ivoire" -> "Coted'Ivoire". */
export function squeeze(phrase: string): string {
  return phrase
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’‘`]/g, "'")
    .replace(/[‐‑–]/g, '-')
    .replace(/ł/g, 'l')
    .replace(/\s+/g, '')
}

function statesByCode(states: readonly State[]): Map<string, State> {
  const byCode = new Map<string, State>()
  for (const state of states) {
    const known = byCode.get(state.code)
    byCode.set(state.code, known ? joinStates(known, state) : state)
  }
  return byCode
}

const other = (kind: Entry['kind'], phrase: string, name: string): Entry => ({
  kind,
  country: null,
  name,
  phrase,
  short: false,
  sort: null,
  bloc: false,
})

function allEntries(parts: Parts, states: ReadonlyMap<string, State>): Entry[] {
  const organisations = parts.organisations.flatMap((o) =>
    o.names.map((phrase) => ({
      ...other('organisation', phrase, o.names[0]!),
      country: o.country,
      sort: o.kind,
      bloc: o.bloc,
    })),
  )
  const places = parts.places.map((phrase) => other('place', phrase, phrase))
  return [...[...states.values()].flatMap(entriesOf), ...organisations, ...places]
}

function keysOf(phrase: string): string[] {
  const key = squeeze(phrase)
  const capital = key[0]!.toUpperCase() + key.slice(1)
  return [...new Set([key, capital, key.toUpperCase()])]
}

function indexOf(entries: readonly Entry[]): Map<string, Entry[]> {
  const index = new Map<string, Entry[]>()
  for (const entry of entries)
    for (const key of keysOf(entry.phrase)) index.set(key, [...(index.get(key) ?? []), entry])
  return index
}

const startsOf = (keys: Iterable<string>) =>
  new Set([...keys].flatMap((key) => [key.slice(0, START), key.slice(0, BEGINNING)]))
const lower = (list: readonly string[]) => new Set(list.map((word) => word.toLowerCase()))

function honorificsOf(files: readonly Offices[]): Lexicon['honorifics'] {
  const all = files.map((f) => f.honorifics)
  return new Map([
    ...all.flatMap((h) => h.any.map((word) => [word, null] as const)),
    ...all.flatMap((h) => h.masculine.map((word) => [word, 'masculine'] as const)),
    ...all.flatMap((h) => h.feminine.map((word) => [word, 'feminine'] as const)),
  ])
}

/** A noun under its singular and its plain plural; the codebook gives either. */
function nouns<T extends string>(files: readonly Record<T, readonly string[]>[]): Map<string, T> {
  const map = new Map<string, T>()
  for (const file of files)
    for (const sort of Object.keys(file) as T[])
      for (const word of file[sort]) map.set(squeeze(word.toLowerCase()), sort)
  return map
}

function joinOffices(files: readonly Offices[]): Offices {
  const all = <
    K extends
      | 'portfolios'
      | 'holders'
      | 'ranks'
      | 'keeping'
      | 'former'
      | 'holding'
      | 'passing'
      | 'by_surname',
  >(
    key: K,
  ) => files.flatMap((f) => f[key])
  return {
    offices: files.flatMap((f) => f.offices),
    portfolios: all('portfolios'),
    holders: all('holders'),
    ranks: all('ranks'),
    keeping: all('keeping'),
    former: all('former'),
    holding: all('holding'),
    passing: all('passing'),
    by_surname: all('by_surname'),
    honorifics: { masculine: [], feminine: [], any: [] },
  }
}

/**
 * Reads the codebook's lists of states, organisations, offices, groups and name words.
 * @param files names and texts of states.yaml, organisations.yaml, offices.yaml, groups.yaml and names.yaml;
 *   a name that comes twice adds to the first (overlays)
 * @param holders lines of the codebook's tables of office-holders
 * @throws CodebookError naming file, line and the nearest known field
 * @example parseLexicon([{ name: 'states.yaml', text: 'states: [{ code: XAR, name: Arvenia }]' }])
 */
export function parseLexicon(files: readonly SourceFile[], holders: readonly Holder[] = []): Lexicon {
  const parts = readParts(files)
  const states = statesByCode(parts.states)
  const offices = joinOffices(parts.offices)
  return {
    states,
    ...phraseIndexes(parts, states, offices),
    ...wordSets(parts, offices),
    holders: indexHolders(holders, {
      familyFirst: new Set(parts.familyFirst),
      surnameOffices: new Set(offices.by_surname),
    }),
  }
}

function phraseIndexes(parts: Parts, states: ReadonlyMap<string, State>, offices: Offices) {
  const entries = indexOf(allEntries(parts, states))
  const titles = new Map([...officeTitles(offices)].map(([title, office]) => [squeeze(title), office]))
  return { entries, starts: startsOf(entries.keys()), titles, titleStarts: startsOf(titles.keys()) }
}

function wordSets(parts: Parts, offices: Offices) {
  const name = <K extends keyof NameWords>(key: K) => parts.names.flatMap((n) => n[key])
  return {
    keeping: lower(offices.keeping),
    former: lower(offices.former),
    holding: new Set(offices.holding),
    passing: new Set(offices.passing),
    honorifics: honorificsOf(parts.offices),
    stateHeads: new Set(parts.heads.state),
    companyHeads: new Set(parts.heads.company),
    organisationHeads: new Set([...parts.heads.state, ...parts.heads.company, ...parts.heads.other]),
    organisationFirsts: new Set(parts.heads.first),
    groups: nouns(parts.groups.map((g) => g.groups)),
    descriptions: nouns(parts.groups.map((g) => g.descriptions)),
    homes: lower(parts.groups.flatMap((g) => g.homes)),
    peoples: new Set(parts.groups.flatMap((g) => g.peoples)),
    strangers: new Set(parts.groups.flatMap((g) => g.strangers)),
    pairs: new Map(parts.pairs.flatMap((p) => p.words.map((word) => [word, p.states] as const))),
    quarters: new Set(name('quarters')),
    counterparts: lower(parts.groups.flatMap((g) => g.counterparts)),
    particles: lower(name('particles')),
    notNames: new Set(name('not_names')),
    adjectives: new Set(name('adjectives')),
    placeHeads: new Set(name('places')),
    placeFirsts: new Set(name('place_firsts')),
    otherFirsts: new Set(name('other_firsts')),
    placeNouns: new Set(name('place_nouns')),
    otherHeads: new Set(name('others')),
    currencies: new Set(name('currencies')),
    accords: new Set(name('accords')),
    locative: lower(name('locative')),
    namelike: new Set(name('namelike')),
    humanVerbs: new Set(name('human_verbs')),
    humanAdjectives: new Set(name('human_adjectives')),
    masculine: new Set(name('masculine')),
    feminine: new Set(name('feminine')),
  }
}
