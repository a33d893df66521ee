import { homeOf } from '../reading/actors-home.js'
import { casesOf, isNominal, joined, kids, type Tree, treeOf } from '../reading/tree.js'
import type { Argument, Reading, Reference, Token } from '../types.js'
import type { Unweighed } from './features-event.js'
import {
  type CountryOfPlace,
  type PlacedThings,
  type PlacedWords,
  placedThings,
  placedWords,
} from './placed.js'

const toArguments = (reference: Reference, how: Argument['how'] = reference.kind): Argument[] =>
  reference.actors.map((actor) => ({
    actor,
    span: { start: reference.start, end: reference.end },
    how,
    rule: reference.reason.rule,
  }))

/** All references of a reading by sentence and head token. */
export type ReferenceIndex = ReadonlyMap<string, readonly Reference[]>

/** What is known of a reading's references and actors. */
export interface Known {
  readonly index: ReferenceIndex
  readonly countryOf: (actor: number) => string | null
  readonly isPerson: (actor: number) => boolean
  readonly isState: (actor: number) => boolean
  /** A state, whoever belongs to one, or a body of several states. */
  readonly isSide: (actor: number) => boolean
  /** Whom "I" and "we" stand for at a token: the speaker of the words around it. */
  readonly speakerAt: (head: number) => Argument[]
  /** The state that an actor belongs to, as an actor of its own. */
  readonly stateOf: (actor: number) => number | null
  /** The state that the report is about. */
  readonly home: number | null
  /** Places of states that the report names. */
  readonly places: PlacedWords
  readonly things: PlacedThings
  /** What the report has told so far, for "condemned the attack". */
  readonly earlier: readonly Unweighed[]
}

/** Bodies of states and armed bodies, which stand beside states as sides. */
const BODIES = new Set(['codebook-intergovernmental', 'codebook-armed'])

function stateIn({ actors }: Reading, country: string | null): number | null {
  const found = country === null ? -1 : actors.findIndex((a) => a.kind === 'state' && a.country === country)
  return found < 0 ? null : found
}

/** Who did what nobody is said to have done is a guess: the report must be about one state indeed. */
const SURELY = 0.8

function homeIn(reading: Reading): number | null {
  const { references, actors } = reading
  const named = references.filter((r) => r.kind === 'name').flatMap((r) => r.actors)
  const home = homeOf(
    named.flatMap((a) => actors[a]!.country ?? []),
    SURELY,
  )
  return stateIn(reading, home)
}

/** The state that a word names, or that a place lies in. */
function stateAt(reading: Reading, index: ReferenceIndex, places: PlacedWords) {
  return (sentence: number, head: number): number | null => {
    const key = `${sentence}:${head}`
    const named = (index.get(key) ?? [])
      .flatMap((r) => r.actors)
      .find((a) => reading.actors[a]!.kind === 'state')
    return named ?? places.get(key)?.actor ?? null
  }
}

export function knownOf(reading: Reading, countryOfPlace: CountryOfPlace = () => null): Known {
  const index = indexReferences(reading)
  const places = placedWords(reading, countryOfPlace)
  return {
    index,
    places,
    things: placedThings(reading.sentences, stateAt(reading, index, places)),
    countryOf: (actor) => reading.actors[actor]!.country,
    isPerson: (actor) => reading.actors[actor]!.kind === 'person',
    isState: (actor) => reading.actors[actor]!.kind === 'state',
    isSide: (actor) => {
      const { country, kind, reason } = reading.actors[actor]!
      return country !== null || (kind !== 'person' && BODIES.has(reason.rule))
    },
    speakerAt: () => [],
    stateOf: (actor) => stateIn(reading, reading.actors[actor]!.country),
    home: homeIn(reading),
    earlier: [],
  }
}

/** Tokens of a phrase that hang on something outside it: the parser may have split a name in two. */
function headsOf(reference: Reference, tree: Tree): number[] {
  const inside = (k: number) => k >= reference.from && k < reference.to
  const all = Array.from({ length: reference.to - reference.from }, (_, k) => reference.from + k)
  const heads = all.filter((k) => !inside(tree.tokens[k]!.head) && isNominal(tree.tokens[k]!))
  return [...new Set([reference.head, ...heads])]
}

const covers = (outer: Reference, inner: Reference): boolean =>
  outer !== inner &&
  outer.sentence === inner.sentence &&
  outer.start <= inner.start &&
  outer.end >= inner.end &&
  outer.end - outer.start > inner.end - inner.start

/** "Dremish Premier Eide" covers "Dremish"; what stands inside a name or title is no actor of its own. */
function isCovered(reference: Reference, all: readonly Reference[]): boolean {
  return reference.kind === 'name' && all.some((o) => o.actors.length > 0 && covers(o, reference))
}

function indexReferences(reading: Reading): ReferenceIndex {
  const index = new Map<string, Reference[]>()
  const bySentence = new Map<number, Reference[]>()
  for (const r of reading.references) bySentence.set(r.sentence, [...(bySentence.get(r.sentence) ?? []), r])
  for (const reference of reading.references) {
    if (isCovered(reference, bySentence.get(reference.sentence)!)) continue
    for (const head of headsOf(reference, treeOf(reading.sentences[reference.sentence]!))) {
      const key = `${reference.sentence}:${head}`
      index.set(key, [...(index.get(key) ?? []), reference])
    }
  }
  return index
}

/** Who rules where they sit: "the government in Tesk". */
const RULES = new Set(['government', 'authority', 'regime', 'administration', 'leadership', 'junta'])

/** Whose a noun phrase is, when it names nobody itself: "Arvenian oil plants", "the ambassador of Arvenia". */
function owners(tree: Tree, head: number, scene: Known, depth: number): Argument[] {
  const of = kids(tree, head, 'nmod').filter((k) =>
    casesOf(tree, k).some((c) => ['of', 'from', 'between'].includes(c)),
  )
  const seated = RULES.has(tree.tokens[head]!.lemma.toLowerCase())
    ? kids(tree, head, 'nmod').filter((k) => casesOf(tree, k).includes('in'))
    : []
  const near = [...kids(tree, head, 'nmod:poss', 'amod', 'compound'), ...of, ...seated]
  return near
    .flatMap((k) => joined(tree, k))
    .flatMap((k) => argumentsAt(tree, k, scene, depth + 1))
    .map((a) => ({ ...a, how: 'modifier' as const }))
}

/** "Arvenian and Bolandian ministers": the states whose adjectives stand beside each other before people of each. */
function besides(tree: Tree, head: number, scene: Known, depth: number): Argument[] {
  if (tree.tokens[head]!.xpos !== 'NNS') return []
  const adjectives = kids(tree, head, 'amod', 'compound').flatMap((k) => joined(tree, k))
  const several = adjectives.filter((k) => kids(tree, k, 'conj').length > 0)
  return unique(several.flatMap((k) => argumentsAt(tree, k, scene, depth + 1))).map((a) => ({
    ...a,
    how: 'modifier' as const,
  }))
}

/** Words that measure or count out what follows them: "$34 billion worth of Arvenian goods", "one of its drones". */
const MEASURES = new Set([
  'worth',
  'million',
  'billion',
  'trillion',
  'hundred',
  'thousand',
  'dozen',
  'score',
  'number',
  'series',
  'range',
  'part',
  'share',
  'half',
  'rest',
  'bulk',
  'most',
  'some',
  'any',
  'none',
  'all',
  'one',
  'many',
  'several',
  'lot',
  'amount',
  'majority',
  'couple',
  'pair',
])

export const measures = (tree: Tree, head: number): boolean =>
  ['NUM', 'SYM'].includes(tree.tokens[head]!.upos) || MEASURES.has(tree.tokens[head]!.lemma.toLowerCase())

/** What a measure is a measure of. */
function measured(tree: Tree, head: number, scene: Known, depth: number): Argument[] {
  const of = kids(tree, head, 'nmod', 'obl').filter((k) =>
    casesOf(tree, k).some((c) => c === 'of' || c === 'in'),
  )
  return unique(
    [...of, ...kids(tree, head, 'nmod:unmarked')].flatMap((k) => argumentsAt(tree, k, scene, depth + 1)),
  )
}

/** References with one head: "Dremish Premier Eide" covers "Dremish". */
const widest = (here: readonly Reference[]): Reference[] =>
  here.filter(
    (r) =>
      !here.some((o) => o !== r && o.start <= r.start && o.end >= r.end && o.end - o.start > r.end - r.start),
  )

const FIRST_PERSON = new Set(['i', 'we', 'us', 'me', 'my', 'our', 'ours'])

/** "we", "our"; "US" in capitals is a state. */
export const isFirstPerson = ({ form, lemma }: Token): boolean =>
  form !== 'US' && FIRST_PERSON.has(lemma.toLowerCase())
const PHRASELESS = ['PRON', 'VERB', 'ADV', 'NUM']

/** The actors that a noun phrase stands for; none where it stands for nobody known. */
export function argumentsAt(tree: Tree, head: number, scene: Known, depth = 0): Argument[] {
  if (isFirstPerson(tree.tokens[head]!)) return scene.speakerAt(head)
  const here = widest(scene.index.get(`${tree.sentence.index}:${head}`) ?? [])
  const actors = unique(here.flatMap((r) => toArguments(r)))
  if (!actors.length && depth <= 2 && measures(tree, head)) return measured(tree, head, scene, depth)
  const placed = actors.some((a) => scene.countryOf(a.actor) !== null)
  const { upos, deprel } = tree.tokens[head]!
  if (depth > 2 || PHRASELESS.includes(upos) || deprel === 'advcl') return actors
  if (placed) return unique([...besides(tree, head, scene, depth), ...actors])
  // "officials from Arvenia and Bolandia": a group that has no state of its own acts for those it is from.
  const from = unique(owners(tree, head, scene, depth))
  return from.length && !actors.some((a) => scene.isPerson(a.actor)) ? from : actors
}

export function unique(list: readonly Argument[]): Argument[] {
  return list.filter((a, i) => list.findIndex((b) => b.actor === a.actor) === i)
}
