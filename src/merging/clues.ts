import { fold } from '../resolving/fold.js'
import type { Clue, Entity } from '../types.js'
import { actClues } from './clues-act.js'
import { isDescribed } from './described.js'
import { type Kin, kinship } from './kin.js'
import type { Rarity } from './rarity.js'
import { quotationsCommon, saysTheSame } from './said.js'
import { daysBetween, excluded, ownText, type Told, traitsOf, wordingClue, words } from './traits.js'

/** What a pair of mentions is judged with, besides the mentions. */
export interface Judging {
  /** Story of each report. */
  readonly storyOf: ReadonlyMap<string, string>
  /** Whether two lemmas name the same kind of thing ("pact", "agreement"), by the codebook's classes. */
  readonly alike: (a: string, b: string) => boolean
  /** Which words name one kind of act. */
  readonly kin: Kin
  /** How telling a word is. */
  readonly rarity: Rarity
}

/** Acts in which nobody is the doer to the other: the sides may change places. */
const MUTUAL: ReadonlySet<Told['event']> = new Set(['CONSULT', 'COOPERATE', 'SUPPORT'])

const countries = (list: readonly Entity[]): string[] =>
  [...new Set(list.map((e) => e.country).filter((c) => c !== null))].sort()
const persons = (m: Told): Entity[] => [...m.actor, ...m.recipient].filter((e) => e.kind === 'person')
const equal = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((x, i) => x === b[i])
export const bothSides = (m: Told): string => countries([...m.actor, ...m.recipient]).join('+')
export const doers = (m: Told): string => countries(m.actor).join('+')

/** Whom a statement is about is told in one report and left out in the other; whom it was said to is not. */
function sameAddressee(a: Told, b: Told): boolean {
  const isAbout = ({ recipient, recipient_from }: Told) =>
    recipient.length === 0 || recipient_from === 'about'
  return isAbout(a) || isAbout(b)
}

function sameDirection(a: Told, b: Told): boolean {
  if (a.event === 'STATEMENT' && !equal(countries(a.actor), countries(b.actor))) return false
  if (a.event === 'STATEMENT' && sameAddressee(a, b)) return true
  if (equal(countries(a.actor), countries(b.actor)) && equal(countries(a.recipient), countries(b.recipient)))
    return true
  const oneSided = a.recipient.length === 0 || b.recipient.length === 0
  return MUTUAL.has(a.event) && (oneSided || a.event === 'CONSULT')
}

const sameStory = (a: Told, b: Told, judging: Judging): boolean => {
  const story = judging.storyOf.get(a.report)
  return a.report === b.report || (story !== undefined && story === judging.storyOf.get(b.report))
}

/** "has not honoured the accord" denies no signing: what one says was not done is what another says was, by its word. */
const otherDenied = (a: Told, b: Told, { kin }: Judging): boolean =>
  (a.aux === 'negation') !== (b.aux === 'negation') && !kinship(a.trigger.lemma, b.trigger.lemma, kin)

/** What two persons of one state did is not one act, unless they did it together. */
const otherDoers = (a: Told, b: Told): boolean =>
  a.event !== 'CONSULT' && a.event !== 'COOPERATE' && clashes(doing(a), doing(b)).length > 0
const doing = (told: Told): Told => ({ ...told, recipient: [] })

const SAME_WORDING = 1

/** Reasons for which two mentions are never one event. */
export function barred(a: Told, b: Told, judging: Judging): boolean {
  if (a.event !== b.event || !sameDirection(a, b)) return true
  const told = [a.aux, b.aux]
  if (told.includes('hypothetical') && told[0] !== told[1]) return true
  if (a.report === b.report && a.aux !== b.aux) return true
  if (a.event === 'STATEMENT' && !saysTheSame(a, b, judging.rarity)) return true
  // "met Lavrov" and "met Putin" are two meetings, though a third telling names both.
  if (a.event === 'CONSULT' && clashes(a, b).length > 0) return true
  if (otherDoers(a, b) || otherDenied(a, b, judging)) return true
  const apart = excluded(a, b)
  // Within a story, one thing told of two years is a difference to be shown, if the words are the same.
  const loose = (a.background || b.background) && wordingClue(a, b).weight < SAME_WORDING
  return apart && (a.report === b.report || !sameStory(a, b, judging) || loose)
}

function dateClue(a: Told, b: Told, story: boolean): Clue {
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
function clashes(a: Told, b: Told): string[] {
  const [x, y] = [persons(a), persons(b)]
  return countries(x).filter((c) => {
    const [here, there] = [x.filter((p) => p.country === c), y.filter((p) => p.country === c)]
    return there.length > 0 && !here.some((p) => there.some((q) => isOne(p, q)))
  })
}

function personsClue(a: Told, b: Told): Clue {
  const shared = persons(a).filter((p) => persons(b).some((q) => isOne(p, q)))
  const clash = clashes(a, b)
  const words = shared.map((p) => p.name).join(', ') || (clash.length ? 'different persons' : 'none shared')
  return { clue: 'persons', weight: Math.min(2, shared.length) - 4 * clash.length, words }
}

function placeClue(a: Told, b: Told): Clue {
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

/** "its tariffs": news whose object is the word for the act itself, in the plural, names no one act. */
const isAnyAct = ({ topic, background, trigger: { text, lemma } }: Told): boolean =>
  !background && text.toLowerCase() !== lemma && topic.every((object) => headOf(object.text) === headOf(text))

function topicClue(a: Told, b: Told, judging: Judging): Clue {
  const [x, y] = [a.topic.map((t) => t.text), b.topic.map((t) => t.text)]
  if (!x.length || !y.length) return { clue: 'topic', weight: 0, words: 'nothing named' }
  const pairs = x.flatMap((p) => y.map((q) => [p, q] as const))
  const told = `"${x.join(', ')}" and "${y.join(', ')}"`
  if (pairs.some(([p, q]) => headOf(p) === headOf(q)))
    return { clue: 'topic', weight: isAnyAct(a) || isAnyAct(b) ? 0.5 : 2, words: told }
  // Meetings of any kind are alike in name; only the same word for one says something.
  if (a.event !== 'CONSULT' && pairs.some(([p, q]) => judging.alike(headOf(p), headOf(q))))
    return { clue: 'topic', weight: 1.5, words: told }
  const common = pairs.some(([p, q]) => words(p).some((w) => words(q).includes(w)))
  return { clue: 'topic', weight: common ? 0.5 : a.event === 'CONSULT' ? 0 : -2, words: told }
}

/** What one report quotes the other may say without marks. */
function unquotedClue(a: Told, b: Told): Clue {
  const held = [...a.quote.map((q) => [q, ownText(b)]), ...b.quote.map((q) => [q, ownText(a)])].find(
    ([quote, text]) => words(quote!).length > 1 && ` ${fold(text!)} `.includes(` ${fold(quote!)} `),
  )
  const told = held ? `"${held[0]}" without marks` : 'a quotation is missing'
  return { clue: 'quotation', weight: held ? 2 : 0, words: told }
}

function quoteClue(a: Told, b: Told, { rarity }: Judging): Clue {
  if (!a.quote.length || !b.quote.length) return unquotedClue(a, b)
  const best = Math.max(
    ...a.quote.flatMap((p) => b.quote.map((q) => quotationsCommon(p, q, rarity)?.share ?? 0)),
  )
  const told = `"${a.quote[0]}" and "${b.quote[0]}"`
  return { clue: 'quotation', weight: best >= 0.5 ? 3 : best > 0.2 ? 1 : -2, words: told }
}

/** The same count of the same thing is hardly chance; another count may be a difference between reports. */
function numberClue(a: Told, b: Told): Clue {
  const same = a.numbers.find((n) =>
    b.numbers.some((m) => m.value === n.value && m.what === n.what && n.value > 1),
  )
  return { clue: 'number', weight: same ? 1 : 0, words: same ? `${same.value} ${same.what}` : 'none shared' }
}

function tellingClue(a: Told, b: Told, { kin }: Judging): Clue {
  const how = kinship(a.trigger.lemma, b.trigger.lemma, kin)
  const weight = how === 'word' ? 0.5 : how ? 0.3 : 0
  return { clue: 'trigger', weight, words: `${a.trigger.lemma} and ${b.trigger.lemma}` }
}

function settingClue(a: Told, b: Told, story: boolean): Clue {
  // What one report of a story dates may be earlier context in another.
  const isRecalled = story && (a.date !== null || b.date !== null)
  const weight = (story ? 1 : 0) + (a.background === b.background ? 0.5 : isRecalled ? -0.5 : -1)
  return { clue: 'setting', weight, words: story ? 'the same story' : 'different stories' }
}

/**
 * Every clue for or against two mentions being one event, with what it adds. Empty when they are barred.
 * @param a of a type of the codebook, or an act that is not coded (`event` null), which is judged with its like only
 */
export function cluesOf(a: Told, b: Told, judging: Judging): Clue[] {
  if (a.event === null && b.event === null) return actClues(a, b, judging)
  if (barred(a, b, judging)) return []
  const story = sameStory(a, b, judging)
  return [
    settingClue(a, b, story),
    dateClue(a, b, story),
    personsClue(a, b),
    placeClue(a, b),
    topicClue(a, b, judging),
    quoteClue(a, b, judging),
    wordingClue(a, b),
    numberClue(a, b),
    tellingClue(a, b, judging),
  ]
}

/** Who took part is constant within a story: something else must speak for it as well. */
export function supported(clues: readonly Clue[]): boolean {
  const weight = (name: string) => clues.find((c) => c.clue === name)?.weight ?? 0
  return (
    weight('act') > 0 ||
    weight('date') > 0 ||
    weight('place') > 0 ||
    weight('topic') > 0 ||
    weight('quotation') > 0 ||
    weight('wording') >= SAME_WORDING
  )
}

export const total = (clues: readonly Clue[]): number =>
  Math.round(clues.reduce((sum, c) => sum + c.weight, 0) * 10) / 10
