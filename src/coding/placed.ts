import { casesOf, kids, type Tree, treeOf } from '../reading/tree.js'
import type { Argument, EventType, Name, Reading, Sentence } from '../types.js'
import { unique } from './known.js'
import type { Filling } from './roles-slots.js'

/** The state in which a place lies, of those that a report names; null where none or several of them have it. */
export type CountryOfPlace = (name: Name, named: readonly string[]) => string | null

/** Acts done to places and at them: shelling a town is shelling its state. */
export const DONE_TO_PLACES: ReadonlySet<EventType> = new Set([
  'ASSAULT',
  'COERCE',
  'AID',
  'RETREAT',
  'MOBILIZE',
])

/** What stands for a state without naming it: a place, or a thing that was told to be there. */
interface Placed {
  readonly actor: number
  readonly start: number
  readonly end: number
  /** Why it stands for the state. */
  readonly rule: string
}

/** What stands for the states that a report names, by sentence and head token. */
export type PlacedWords = ReadonlyMap<string, Placed>

/** "Harn in eastern Velmara", "Harn, Velmara". */
const BEFORE_STATE = /^,?( in| of)?( the)?( \p{Ll}+)?,? $/u
/** "the Velmaran town of Harn". */
const AFTER_STATE = /^( \p{Ll}+){1,3} $/u

/** The state that the text itself says a place is in. */
function countryTold({ references, actors, report }: Reading, name: Name): string | null {
  const near = references.filter((r) => r.sentence === name.sentence && r.kind === 'name')
  const found = near.find((r) => {
    const behind = r.start >= name.end && BEFORE_STATE.test(report.text.slice(name.end, r.start))
    const ahead = r.end <= name.start && AFTER_STATE.test(report.text.slice(r.end, name.start))
    return (behind && !isAdjective(r.start, name, report.text)) || (ahead && name.kind === 'place')
  })
  const actor = found?.actors.map((a) => actors[a]!).find((a) => a.kind === 'state')
  return actor?.country ?? null
}

/** "in Harn, Velmaran officials said": what goes on in lower case after the name is no state by itself. */
const isAdjective = (start: number, { end }: Name, text: string): boolean =>
  /^\p{Lu}[\p{L}-]* \p{Ll}/u.test(text.slice(start)) && text.slice(end, start).startsWith(',')

function stateOf(reading: Reading, name: Name, countryOf: CountryOfPlace): number {
  const states = reading.actors.flatMap((a) => (a.kind === 'state' && a.country ? [a.country] : []))
  const told = reading.names.filter((n) => n.text === name.text).map((n) => countryTold(reading, n))
  const country = name.country ?? told.find((c) => c !== null) ?? countryOf(name, states)
  return reading.actors.findIndex((a) => a.kind === 'state' && a.country === country && country !== null)
}

/**
 * Where the places of a report lie, as far as it names the state itself: a town of no state named here is not guessed at.
 */
export function placedWords(reading: Reading, countryOf: CountryOfPlace): PlacedWords {
  return new Map(
    reading.names.flatMap((name) => {
      if (name.kind !== 'place' && name.kind !== 'other') return []
      const actor = stateOf(reading, name, countryOf)
      const placed = { actor, start: name.start, end: name.end, rule: `${name.text} lies in it` }
      return actor < 0 ? [] : [[`${name.sentence}:${name.head}`, placed] as const]
    }),
  )
}

/** The words by which a thing may be told of again, "gas pumping station", "pumping station", "station"; none for names. */
function thingsAt(tree: Tree, head: number): string[] {
  if (tree.tokens[head]!.upos !== 'NOUN') return []
  const before = kids(tree, head, 'compound').filter((k) => tree.tokens[k]!.upos === 'NOUN')
  const words = [...before, head].map((k) => tree.tokens[k]!.lemma.toLowerCase())
  return words.map((_, i) => words.slice(i).join(' '))
}

const WHERE = new Set(['at', 'in', 'near', 'of'])

/** What stands with a noun and may place it: "the Harn station", "a station at Harn", whatever the parser hangs it on. */
function around(tree: Tree, head: number): number[] {
  const preposition = tree.tokens[head + 1]
  const behind = preposition?.deprel === 'case' && WHERE.has(preposition.lemma.toLowerCase())
  return [
    ...kids(tree, head, 'amod', 'compound', 'nmod:poss', 'flat'),
    ...kids(tree, head, 'nmod').filter((k) => casesOf(tree, k).some((word) => WHERE.has(word))),
    ...(behind ? [preposition.head] : []),
  ]
}

/** Things that a report placed, by their words: in which sentence, and the state. */
export type PlacedThings = ReadonlyMap<
  string,
  readonly { readonly sentence: number; readonly actor: number }[]
>

/**
 * Things whose state a report tells, "a Velmaran tanker", "a pumping station at Harn": it is meant again by "the tanker".
 * @param stateAt the state that a word names or lies in, as an actor
 */
export function placedThings(
  sentences: readonly Sentence[],
  stateAt: (sentence: number, head: number) => number | null,
): PlacedThings {
  const things = new Map<string, { sentence: number; actor: number }[]>()
  for (const tree of sentences.map(treeOf)) {
    const { index } = tree.sentence
    tree.tokens.forEach((_, head) => {
      const words = thingsAt(tree, head)
      const states = words.length ? around(tree, head).map((k) => stateAt(index, k)) : []
      const actor = states.find((a) => a !== null)
      if (actor === undefined) return
      for (const thing of words) things.set(thing, [...(things.get(thing) ?? []), { sentence: index, actor }])
    })
  }
  return things
}

/** Where "the pumping station" was told to be, by the sentences before; null where it was not, or in several states. */
function toldBefore({ tree, known }: Filling, head: number): Placed | null {
  const { index } = tree.sentence
  const isDefinite = kids(tree, head, 'det').some((k) => tree.tokens[k]!.lemma.toLowerCase() === 'the')
  const [thing = ''] = isDefinite && !known.index.has(`${index}:${head}`) ? thingsAt(tree, head) : []
  const found = (known.things.get(thing) ?? []).filter((t) => t.sentence < index)
  if (new Set(found.map((t) => t.actor)).size !== 1) return null
  const { start, end } = tree.tokens[head]!
  return { actor: found[0]!.actor, start, end, rule: `the ${thing} was told to be there, or of there` }
}

/** "shelled Kherson", "struck the Kharkiv plant", "struck the plant" that was told of: the states of what stands there. */
export function placesAt(filling: Filling, heads: readonly number[]): Argument[] {
  const { tree, known, match } = filling
  if (match.trigger.frame !== 'visit' && !DONE_TO_PLACES.has(match.trigger.type)) return []
  const found = heads.flatMap((head) => {
    const words = [head, ...around(tree, head)]
    const here = words.flatMap((k) => known.places.get(`${tree.sentence.index}:${k}`) ?? [])
    return here.length ? here : (toldBefore(filling, head) ?? [])
  })
  return unique(
    found.map(({ actor, start, end, rule }) => ({ actor, span: { start, end }, how: 'implied', rule })),
  )
}
