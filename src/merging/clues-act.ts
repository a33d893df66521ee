import type { Clue } from '../types.js'
import type { Judging } from './clues.js'
import { kinship } from './kin.js'
import { daysBetween, excluded, shareOf, type Told, wordingClue, words } from './traits.js'

/** What the words of an act say of its kind. These weights are tuned on one half of MEANTIME. */
const KINSHIP = { word: 2.5, root: 2.5, class: 1.1 } as const
const LIGHT = -1.8
/** What sides have in common counts by its share; sides with nothing in common count against. */
const SIDES = { parties: { shared: 1, others: -0.8 }, object: { shared: 2.2, others: -1.6 } } as const
const SAME_REPORT = 1.5
const SAME_SENTENCE = -1
const OTHER_DAY = -1
/** Its words count for less than in acts of one type between the same states. */
const WORDING = 0.7

function kindClue(a: Told, b: Told, { kin }: Judging): Clue | null {
  const [one, other] = [a.trigger.lemma.toLowerCase(), b.trigger.lemma.toLowerCase()]
  const how = kinship(one, other, kin)
  if (!how) return null
  const light = kin.isLight(one) || kin.isLight(other)
  return { clue: 'act', weight: KINSHIP[how] + (light ? LIGHT : 0), words: `${one} and ${other}` }
}

/** How much two sides have in common, by the words of their names. */
function sideClue(clue: keyof typeof SIDES, one: readonly string[], other: readonly string[]): Clue {
  const [x, y] = [new Set(one.flatMap(words)), new Set(other.flatMap(words))]
  if (x.size === 0 || y.size === 0) return { clue, weight: 0, words: 'nothing named' }
  const share = shareOf(x, y)
  const { shared, others } = SIDES[clue]
  const weight = share > 0 ? share * shared : others
  return { clue, weight, words: `${one.join(', ')} and ${other.join(', ')}` }
}

const namesOf = ({ actor }: Told): string[] => actor.flatMap(({ name, names }) => [name, ...names])
const objectsOf = ({ topic }: Told): string[] => topic.map(({ text }) => text)

function settingClue(a: Told, b: Told): Clue {
  const [report, sentence] = [a.report === b.report, a.report === b.report && a.start === b.start]
  const weight = (report ? SAME_REPORT : 0) + (sentence ? SAME_SENTENCE : 0)
  return {
    clue: 'setting',
    weight,
    words: sentence ? 'one sentence' : report ? 'one report' : 'the same story',
  }
}

function dateClue(a: Told, b: Told): Clue {
  const apart = excluded(a, b) && daysBetween(a, b) > 0
  return {
    clue: 'date',
    weight: apart ? OTHER_DAY : 0,
    words: apart ? `${a.date} and ${b.date}` : 'no difference',
  }
}

/**
 * The clues for two mentions of acts that no type of the codebook names: the words for the act, who did it and to what,
 * when, and in which words. Empty where the acts are not of one kind or the reports not of one story.
 */
export function actClues(a: Told, b: Told, judging: Judging): Clue[] {
  const kind = kindClue(a, b, judging)
  const stories = [a, b].map(({ report }) => judging.storyOf.get(report) ?? report)
  if (!kind || stories[0] !== stories[1]) return []
  const wording = wordingClue(a, b)
  // Within one sentence its words are the same for all its acts.
  const told = a.report === b.report && a.start === b.start ? 0 : wording.weight * WORDING
  return [
    kind,
    settingClue(a, b),
    sideClue('parties', namesOf(a), namesOf(b)),
    sideClue('object', objectsOf(a), objectsOf(b)),
    dateClue(a, b),
    { ...wording, weight: told },
  ]
}
