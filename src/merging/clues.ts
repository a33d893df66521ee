import { days } from '../resolving/edtf.js'
import { fold } from '../resolving/fold.js'
import type { Clue, Entity, Mention } from '../types.js'
import { isDescribed } from './persons.js'

/** What a pair of mentions is judged with, besides the mentions. */
export interface Judging {
  /** Story of each report. */
  readonly storyOf: ReadonlyMap<string, string>
  /** Whether two lemmas name the same kind of thing ("pact", "agreement"), by the codebook's classes. */
  readonly alike: (a: string, b: string) => boolean
}

/** Acts in which nobody is the doer to the other: the sides may change places. */
const MUTUAL = new Set(['CONSULT', 'COOPERATE', 'SUPPORT'])

const countries = (list: readonly Entity[]): string[] =>
  [...new Set(list.map((e) => e.country).filter((c) => c !== null))].sort()
const persons = (m: Mention): Entity[] => [...m.actor, ...m.recipient].filter((e) => e.kind === 'person')
const equal = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((x, i) => x === b[i])
const words = (text: string): string[] =>
  fold(text)
    .split(' ')
    .filter((w) => w.length > 2)

export const bothSides = (m: Mention): string => countries([...m.actor, ...m.recipient]).join('+')

function sameDirection(a: Mention, b: Mention): boolean {
  if (equal(countries(a.actor), countries(b.actor)) && equal(countries(a.recipient), countries(b.recipient)))
    return true
  const oneSided = a.recipient.length === 0 || b.recipient.length === 0
  return MUTUAL.has(a.event) && (oneSided || a.event === 'CONSULT')
}

const sameStory = (a: Mention, b: Mention, judging: Judging): boolean => {
  const story = judging.storyOf.get(a.report)
  return a.report === b.report || (story !== undefined && story === judging.storyOf.get(b.report))
}

/** Two statements are one only if they share what was said: a quotation, or a good part of the words. */
function otherWords(a: Mention, b: Mention): boolean {
  const quoted = a.quote.length > 0 && b.quote.length > 0
  return quoted ? quoteClue(a, b).weight <= 0 : wordingClue(a, b).weight < SAME_WORDING
}
const SAME_WORDING = 1

/** Reasons for which two mentions are never one event. */
export function barred(a: Mention, b: Mention, judging: Judging): boolean {
  if (a.event !== b.event || !sameDirection(a, b)) return true
  const told = [a.aux, b.aux]
  if (told.includes('hypothetical') && told[0] !== told[1]) return true
  if (a.report === b.report && a.aux !== b.aux) return true
  if (a.event === 'STATEMENT' && otherWords(a, b)) return true
  // "met Lavrov" and "met Putin" are two meetings, though a third telling names both.
  if (a.event === 'CONSULT' && clashes(a, b).length > 0) return true
  const apart = excluded(a, b)
  // Within a story, one thing told of two years is a difference to be shown, if the words are the same.
  const loose = (a.background || b.background) && wordingClue(a, b).weight < SAME_WORDING
  return apart && (a.report === b.report || !sameStory(a, b, judging) || loose)
}

/** What a mention is judged by, taken from it once: an event of hundreds of tellings is judged pair by pair. */
interface Traits {
  /** First and last day. */
  readonly span: ReturnType<typeof days>
  /** How many days those are. */
  readonly width: number
  /** The longer words of its sentence, each with its stem. */
  readonly words: readonly (readonly [word: string, stem: string])[]
  /** The words of its parties' names. */
  readonly names: ReadonlySet<string>
}

const known = new WeakMap<Mention, Traits>()

/** What the mention says, without the other acts that its sentence tells. */
const ownText = ({ text, start, clause }: Mention): string =>
  clause ? text.slice(clause.start - start, clause.end - start) : text

function traitsOf(m: Mention): Traits {
  const before = known.get(m)
  if (before) return before
  const span = m.date ? days(m.date) : null
  const traits = {
    span,
    width: span ? (Date.parse(span[1]) - Date.parse(span[0])) / 86_400_000 : Number.POSITIVE_INFINITY,
    words: [...new Set(words(ownText(m)))].filter((w) => w.length > 3).map((w) => [w, stem(w)] as const),
    names: new Set([...m.actor, ...m.recipient].flatMap((e) => e.names.flatMap(words))),
  }
  known.set(m, traits)
  return traits
}

function excluded(a: Mention, b: Mention): boolean {
  const [x, y] = [traitsOf(a).span, traitsOf(b).span]
  return !!x && !!y && (x[1] < y[0] || y[1] < x[0])
}

/** Between the last possible day of the one and the first of the other. */
function daysBetween(a: Mention, b: Mention): number {
  const [x, y] = [traitsOf(a).span!, traitsOf(b).span!]
  return Math.max(Date.parse(y[0]) - Date.parse(x[1]), Date.parse(x[0]) - Date.parse(y[1])) / 86_400_000
}

function dateClue(a: Mention, b: Mention, story: boolean): Clue {
  if (!a.date || !b.date) {
    const said = a.date_text !== null && a.date_text === b.date_text
    return {
      clue: 'date',
      weight: said ? 1 : story ? 0 : -2,
      words: said ? `both "${a.date_text}"` : 'a date is missing',
    }
  }
  if (excluded(a, b))
    return { clue: 'date', weight: daysBetween(a, b) > 1 ? -2.5 : -2, words: `${a.date} and ${b.date}` }
  const coarse = Math.max(traitsOf(a).width, traitsOf(b).width)
  const weight = coarse <= 1 ? 3 : coarse <= 31 ? 2 : coarse <= 366 ? 1 : 0
  return { clue: 'date', weight, words: a.date === b.date ? a.date : `${a.date} and ${b.date}` }
}

const isOne = (a: Entity, b: Entity): boolean => a.id === b.id || isDescribed(a, b)

/** States for which two tellings name persons, and none of them the same. */
function clashes(a: Mention, b: Mention): string[] {
  const [x, y] = [persons(a), persons(b)]
  return countries(x).filter((c) => {
    const [here, there] = [x.filter((p) => p.country === c), y.filter((p) => p.country === c)]
    return there.length > 0 && !here.some((p) => there.some((q) => isOne(p, q)))
  })
}

function personsClue(a: Mention, b: Mention): Clue {
  const shared = persons(a).filter((p) => persons(b).some((q) => isOne(p, q)))
  const clash = clashes(a, b)
  const words = shared.map((p) => p.name).join(', ') || (clash.length ? 'different persons' : 'none shared')
  return { clue: 'persons', weight: Math.min(2, shared.length) - 4 * clash.length, words }
}

function placeClue(a: Mention, b: Mention): Clue {
  const [x, y] = [a.event_loc, b.event_loc]
  if (!x || !y) return { clue: 'place', weight: 0, words: 'a place is missing' }
  const told = `${x.name} and ${y.name}`
  if (fold(x.name) === fold(y.name) || (x.geonames !== null && x.geonames === y.geonames))
    return { clue: 'place', weight: 1.5, words: told }
  if (x.country && y.country && x.country !== y.country) return { clue: 'place', weight: -3, words: told }
  return { clue: 'place', weight: x.precision === 'city' && y.precision === 'city' ? -2 : 0, words: told }
}

const headOf = (text: string): string =>
  words(text)
    .at(-1)
    ?.replace(/(?<!s)s$/, '') ?? ''

function topicClue(a: Mention, b: Mention, judging: Judging): Clue {
  const [x, y] = [a.topic.map((t) => t.text), b.topic.map((t) => t.text)]
  if (!x.length || !y.length) return { clue: 'topic', weight: 0, words: 'nothing named' }
  const pairs = x.flatMap((p) => y.map((q) => [p, q] as const))
  const told = `"${x.join(', ')}" and "${y.join(', ')}"`
  if (pairs.some(([p, q]) => headOf(p) === headOf(q))) return { clue: 'topic', weight: 2, words: told }
  // Meetings of any kind are alike in name; only the same word for one says something.
  if (a.event !== 'CONSULT' && pairs.some(([p, q]) => judging.alike(headOf(p), headOf(q))))
    return { clue: 'topic', weight: 1.5, words: told }
  const common = pairs.some(([p, q]) => words(p).some((w) => words(q).includes(w)))
  return { clue: 'topic', weight: common ? 0.5 : a.event === 'CONSULT' ? 0 : -2, words: told }
}

/** A word without its ending, so that "planned" meets "plan". */
const stem = (word: string): string => word.replace(/(ing|ed|es|s|ly)$/, '').replace(/([a-z])\1$/, '$1')

function shareOf(x: ReadonlySet<string>, y: ReadonlySet<string>): number {
  let shared = 0
  for (const w of x) if (y.has(w)) shared++
  return shared / Math.max(1, Math.min(x.size, y.size))
}

/** How much of the shorter text's words the longer one has, 0 to 1. */
export const overlap = (a: string, b: string): number =>
  shareOf(new Set(words(a).map(stem)), new Set(words(b).map(stem)))

/** What one report quotes the other may say without marks. */
function unquotedClue(a: Mention, b: Mention): Clue {
  const held = [...a.quote.map((q) => [q, ownText(b)]), ...b.quote.map((q) => [q, ownText(a)])].find(
    ([quote, text]) => words(quote!).length > 1 && ` ${fold(text!)} `.includes(` ${fold(quote!)} `),
  )
  const told = held ? `"${held[0]}" without marks` : 'a quotation is missing'
  return { clue: 'quotation', weight: held ? 2 : 0, words: told }
}

function quoteClue(a: Mention, b: Mention): Clue {
  if (!a.quote.length || !b.quote.length) return unquotedClue(a, b)
  const best = Math.max(...a.quote.flatMap((p) => b.quote.map((q) => overlap(p, q))))
  const told = `"${a.quote[0]}" and "${b.quote[0]}"`
  return { clue: 'quotation', weight: best >= 0.5 ? 3 : best > 0 ? 1 : -2, words: told }
}

/** Words that carry what a sentence says: the names of its actors left out, since the block already shares them. */
function wordingClue(a: Mention, b: Mention): Clue {
  const [x, y] = [traitsOf(a), traitsOf(b)]
  const content = ({ words }: Traits) =>
    new Set(words.flatMap(([w, root]) => (x.names.has(w) || y.names.has(w) ? [] : root)))
  const share = shareOf(content(x), content(y))
  return {
    clue: 'wording',
    weight: Math.round(share * 30) / 10,
    words: `${Math.round(share * 100)} % of the shorter sentence's words`,
  }
}

/** The same count of the same thing is hardly chance; another count may be a difference between reports. */
function numberClue(a: Mention, b: Mention): Clue {
  const same = a.numbers.find((n) =>
    b.numbers.some((m) => m.value === n.value && m.what === n.what && n.value > 1),
  )
  return { clue: 'number', weight: same ? 1 : 0, words: same ? `${same.value} ${same.what}` : 'none shared' }
}

function tellingClue(a: Mention, b: Mention): Clue {
  const same = a.trigger.lemma === b.trigger.lemma
  return { clue: 'trigger', weight: same ? 0.5 : 0, words: `${a.trigger.lemma} and ${b.trigger.lemma}` }
}

function settingClue(a: Mention, b: Mention, story: boolean): Clue {
  const weight = (story ? 1 : 0) + (a.background === b.background ? 0.5 : -1)
  return { clue: 'setting', weight, words: story ? 'the same story' : 'different stories' }
}

/** Every clue for or against two mentions being one event, with what it adds. Empty when they are barred. */
export function cluesOf(a: Mention, b: Mention, judging: Judging): Clue[] {
  if (barred(a, b, judging)) return []
  const story = sameStory(a, b, judging)
  return [
    settingClue(a, b, story),
    dateClue(a, b, story),
    personsClue(a, b),
    placeClue(a, b),
    topicClue(a, b, judging),
    quoteClue(a, b),
    wordingClue(a, b),
    numberClue(a, b),
    tellingClue(a, b),
  ]
}

/** Who took part is constant within a story: something else must speak for it as well. */
export function supported(clues: readonly Clue[]): boolean {
  const weight = (name: string) => clues.find((c) => c.clue === name)?.weight ?? 0
  return (
    weight('date') > 0 ||
    weight('place') > 0 ||
    weight('topic') > 0 ||
    weight('quotation') > 0 ||
    weight('wording') >= SAME_WORDING
  )
}

export const total = (clues: readonly Clue[]): number =>
  Math.round(clues.reduce((sum, c) => sum + c.weight, 0) * 10) / 10
