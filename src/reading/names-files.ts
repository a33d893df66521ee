import { z } from 'zod'
import { Country } from '../records.js'
import { CodebookError, readFile, type SourceFile } from './codebook-yaml.js'
import { type Offices, OfficesFile } from './offices.js'
import { type State, StateEntry } from './states.js'

const words = z.array(z.string()).default([])

const StatesFile = z.strictObject({
  states: z.array(StateEntry).default([]),
  family_first: z.array(Country).default([]),
  places: words,
  pairs: z.array(z.strictObject({ words, states: z.array(Country).min(2) })).default([]),
})

const OrganisationsFile = z.strictObject({
  organisations: z
    .array(
      z.strictObject({
        names: z.array(z.string()).min(1),
        kind: z.enum(['intergovernmental', 'state', 'armed', 'party', 'agency', 'company']),
        country: Country.nullable().default(null),
        bloc: z.boolean().default(false),
      }),
    )
    .default([]),
  heads: z
    .strictObject({ state: words, company: words, other: words, first: words })
    .default({ state: [], company: [], other: [], first: [] }),
})

const GroupsFile = z.strictObject({
  groups: z
    .strictObject({
      organ: words,
      force: words,
      arms: words,
      officials: words,
      people: words,
      bodies: words,
      sides: words,
    })
    .default({ organ: [], force: [], arms: [], officials: [], people: [], bodies: [], sides: [] }),
  descriptions: z
    .strictObject({ state: words, person: words, side: words, pair: words, capital: words, bloc: words })
    .default({ state: [], person: [], side: [], pair: [], capital: [], bloc: [] }),
  homes: words,
  counterparts: words,
  peoples: words,
  strangers: words,
})

const NamesFile = z.strictObject({
  particles: words,
  not_names: words,
  adjectives: words,
  places: words,
  place_firsts: words,
  other_firsts: words,
  place_nouns: words,
  others: words,
  currencies: words,
  accords: words,
  locative: words,
  namelike: words,
  human_verbs: words,
  human_adjectives: words,
  masculine: words,
  feminine: words,
  quarters: words,
})

export type NameWords = z.infer<typeof NamesFile>

/** What the files say together. */
export interface Parts {
  states: State[]
  familyFirst: string[]
  places: string[]
  pairs: z.infer<typeof StatesFile>['pairs']
  organisations: z.infer<typeof OrganisationsFile>['organisations']
  heads: z.infer<typeof OrganisationsFile>['heads']
  offices: Offices[]
  groups: z.infer<typeof GroupsFile>[]
  names: NameWords[]
}

function addStates(parts: Parts, file: SourceFile): void {
  const read = readFile(file, StatesFile)
  parts.states.push(...read.states)
  parts.familyFirst.push(...read.family_first)
  parts.places.push(...read.places)
  parts.pairs.push(...read.pairs)
}

function addOrganisations(parts: Parts, file: SourceFile): void {
  const read = readFile(file, OrganisationsFile)
  parts.organisations.push(...read.organisations)
  for (const sort of ['state', 'company', 'other', 'first'] as const)
    parts.heads[sort].push(...read.heads[sort])
}

/** What a file holds is known by its name, in whatever folder it stands. */
const READERS: Record<string, (parts: Parts, file: SourceFile) => void> = {
  'states.yaml': addStates,
  'organisations.yaml': addOrganisations,
  'offices.yaml': (parts, file) => void parts.offices.push(readFile(file, OfficesFile)),
  'groups.yaml': (parts, file) => void parts.groups.push(readFile(file, GroupsFile)),
  'names.yaml': (parts, file) => void parts.names.push(readFile(file, NamesFile)),
}

function addFile(parts: Parts, file: SourceFile): void {
  const read = READERS[file.name.split(/[\\/]/).at(-1)!]
  const known = Object.keys(READERS).join(', ')
  if (!read)
    throw new CodebookError([
      { file: file.name, line: 1, message: `no lexicon file has this name; known: ${known}` },
    ])
  read(parts, file)
}

/** Reads the lists of states, organisations, offices, groups and name words. @throws CodebookError */
export function readParts(files: readonly SourceFile[]): Parts {
  const parts: Parts = {
    states: [],
    familyFirst: [],
    places: [],
    pairs: [],
    organisations: [],
    heads: { state: [], company: [], other: [], first: [] },
    offices: [],
    groups: [],
    names: [],
  }
  for (const file of files) addFile(parts, file)
  return parts
}
