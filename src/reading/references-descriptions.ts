import type { Phrase, Sentence } from '../types.js'
import { phraseOf } from './names.js'
import type { DescriptionSort } from './names-lexicon.js'
import { squeeze } from './names-lexicon.js'
import type { Heard, Scene } from './references-scene.js'

/** A noun phrase such as "the two countries", "both leaders", "his country", "the bloc". */
interface Description extends Phrase {
  readonly sort: DescriptionSort
  readonly plural: boolean
  /** How many it speaks of, where it says so. */
  readonly count: number | null
  /** Lower-case determiner: "the", "these", "his"; null without one. */
  readonly determiner: string | null
  readonly adjectives: readonly string[]
}

const NUMBERS: Record<string, number> = {
  both: 2,
  two: 2,
  either: 2,
  each: 2,
  neither: 2,
  three: 3,
  four: 4,
  '2': 2,
  '3': 3,
}
const DETERMINERS = new Set([
  'the',
  'these',
  'those',
  'this',
  'that',
  'his',
  'her',
  'its',
  'their',
  'our',
  'my',
])

/** The description that a noun heads, or null. */
export function descriptionAt(sentence: Sentence, at: number, scene: Scene): Description | null {
  const token = sentence.tokens[at]!
  const sort =
    token.upos === 'NOUN' ? scene.lexicon.descriptions.get(squeeze(token.lemma.toLowerCase())) : undefined
  if (!sort) return null
  const found = {
    count: null as number | null,
    determiner: null as string | null,
    adjectives: [] as string[],
    from: at,
  }
  for (let i = at - 1; i >= Math.max(0, at - 4) && found.determiner === null; i--) {
    const word = sentence.tokens[i]!.form.toLowerCase()
    if (NUMBERS[word] !== undefined) found.count = NUMBERS[word]!
    else if (DETERMINERS.has(word)) found.determiner = word
    else if (sentence.tokens[i]!.upos === 'ADJ') found.adjectives.push(word)
    else break
    found.from = i
  }
  const { from, ...words } = found
  return { ...phraseOf(sentence, from, at + 1), head: at, sort, plural: token.xpos.endsWith('S'), ...words }
}

/** States and persons behind something heard: a person stands for the state too. */
function statesOf(heard: Heard, scene: Scene): number[] {
  const codes = heard.actors.map((a) => scene.actors[a]!.country).filter((c) => c !== null)
  return codes.map((code) => scene.cast.byState.get(code)).filter((a) => a !== undefined)
}

const SENTENCES_BACK = 3

/** Persons at the head of a state; ministers and envoys are none. */
function leadersOf(heard: Heard, scene: Scene): number[] {
  return heard.actors.filter((a) => {
    const actor = scene.actors[a]!
    return actor.kind === 'person' && actor.offices.some((o) => !o.former && isTop(o.title, scene))
  })
}

const isTop = (title: string, scene: Scene): boolean =>
  scene.lexicon.titles.get(squeeze(title))?.head ?? false

/** Collects actors sentence by sentence backwards until there are as many as wanted; too many at once is no answer. */
function collect(
  wanted: number,
  before: Phrase,
  heard: readonly Heard[],
  actorsOf: (h: Heard) => number[],
  reachBack: number,
): number[] | null {
  const found = new Set<number>()
  for (let index = before.sentence; index >= Math.max(0, before.sentence - reachBack); index--) {
    const here = heard.filter((h) => h.sentence === index && h.start < before.start)
    for (const actor of here.flatMap(actorsOf)) found.add(actor)
    if (found.size > wanted) return null
    if (found.size === wanted) return [...found].sort((a, b) => a - b)
  }
  return null
}

const LEDE = 3

/** Those that the report is about: the first of its opening sentences that together speak of as many as wanted. */
function inLede(wanted: number, heard: readonly Heard[], actorsOf: (h: Heard) => number[]): number[] | null {
  for (let last = 0; last < LEDE; last++) {
    const found = new Set(heard.filter((h) => h.sentence <= last).flatMap(actorsOf))
    if (found.size >= wanted) return found.size === wanted ? [...found].sort((a, b) => a - b) : null
  }
  return null
}

const NEIGHBOURLY = /^neighbou?r(ing|ly)?$/

/** Whether a plural description speaks of actors named before: "European countries" and "other nations" do not. */
function isAnaphoric(d: Description): boolean {
  if (d.adjectives.includes('other') || d.adjectives.includes('many')) return false
  if (d.count !== null) return d.plural || d.count === 2
  return d.plural && d.determiner !== null && d.adjectives.every((a) => NEIGHBOURLY.test(a))
}

const ALL_OF_THEM = new Set(['both', 'each', 'either', 'neither'])

/** "the two countries", "both countries"; "two countries in the region" are any two. */
function isDefinite(d: Description, scene: Scene): boolean {
  const before = scene.sentences[d.sentence]!.tokens.slice(Math.max(0, d.head - 4), d.head)
  return d.determiner !== null || before.some((t) => ALL_OF_THEM.has(t.form.toLowerCase()))
}

function resolvePlural(d: Description, heard: readonly Heard[], scene: Scene): readonly number[] | null {
  if (!isAnaphoric(d) || !isDefinite(d, scene)) return null
  const wanted = d.count ?? 2
  const of = d.sort === 'person' || d.sort === 'pair' ? leadersOf : statesOf
  const actorsOf = (h: Heard) => of(h, scene)
  return collect(wanted, d, heard, actorsOf, SENTENCES_BACK) ?? inLede(wanted, heard, actorsOf)
}

const POSSESSIVE = new Set(['his', 'her', 'its', 'their'])

/** "Arvenia invaded the country": the subject of the verb that the words are the object of is another. */
function isDirectedAt(heard: Heard, d: Description, scene: Scene): boolean {
  const { tokens } = scene.sentences[d.sentence]!
  const at = tokens[d.head]!
  return (
    heard.sentence === d.sentence &&
    heard.subject &&
    at.deprel === 'obj' &&
    tokens[heard.head]!.head === at.head
  )
}

/** "The country": the one state that this sentence and the one before speak of. */
function theState(d: Description, heard: readonly Heard[], scene: Scene): readonly number[] | null {
  if (d.determiner !== 'the' || d.adjectives.length > 0) return null
  return collect(
    1,
    d,
    heard.filter((h) => !isDirectedAt(h, d, scene)),
    (h) => statesOf(h, scene),
    1,
  )
}

/** "His country": the state of whom the pronoun stands for. */
function owned(d: Description, owner: readonly number[] | null, scene: Scene): readonly number[] | null {
  if (owner?.length !== 1 || d.adjectives.length > 0) return null
  const code = scene.actors[owner[0]!]!.country
  const state = code ? scene.cast.byState.get(code) : undefined
  return state === undefined ? null : [state]
}

function theBloc(d: Description, heard: readonly Heard[], scene: Scene): readonly number[] | null {
  if (d.determiner !== 'the') return null
  const isBloc = (name: string) => scene.lexicon.entries.get(squeeze(name))?.some((e) => e.bloc) ?? false
  const blocs = heard.filter(
    (h) => h.start < d.start && h.actors.length === 1 && isBloc(scene.actors[h.actors[0]!]!.name),
  )
  return blocs.at(-1)?.actors ?? null
}

/**
 * The actors of a description, or null where the text before does not point to them clearly.
 * @param owner the actors of the pronoun that the description begins with, if it does
 */
export function resolveDescription(
  d: Description,
  owner: readonly number[] | null,
  heard: readonly Heard[],
  scene: Scene,
): readonly number[] | null {
  if (d.plural || d.count !== null || d.sort === 'side') return resolvePlural(d, heard, scene)
  if (d.sort === 'pair' && d.determiner === 'the') return resolvePlural({ ...d, count: 2 }, heard, scene)
  if (d.sort === 'bloc') return theBloc(d, heard, scene)
  if (d.sort !== 'state') return null
  const noun = scene.sentences[d.sentence]!.tokens[d.head]!.lemma
  if (POSSESSIVE.has(d.determiner ?? '')) return scene.lexicon.homes.has(noun) ? owned(d, owner, scene) : null
  return noun === 'country' || noun === 'nation' ? theState(d, heard, scene) : null
}
