import type { Clue } from '../types.js'
import type { Judging } from './clues.js'
import { kinship } from './kin.js'
import { daysBetween, excluded, type Shape, shareOf, stem, type Told, wordingClue, words } from './traits.js'

/**
 * What each clue adds for acts that no type names. Learned on one half of MEANTIME (Minard et al. 2016, CC BY 4.0):
 * logistic regression over pairs of words of one kind within a text, ridge penalty 1, moved so that SAME_EVENT is where
 * joining pays.
 */
const KINSHIP = { word: 3.45, root: 3.45, class: 2.2 } as const
const LIGHT = -0.5
/** Who and what takes part, by the share of words in common. */
const PARTIES = { shared: 0.7, others: -0.45 } as const
/** Two nouns for one act go on about it; two verbs often tell two. */
const NOUNS = [0, 0.85, 1.6] as const
const KNOWN = 0.65
const AHEAD = [0, 0.45, 1.2] as const
const SAME_SENTENCE = -0.55
const TITLE = 0.9
/** For each time that the distance in sentences, or the number of uses of the word, grows by the factor e. */
const FARTHER = -0.55
const OFTEN = -0.65
const OTHER_REPORT = -1.5
const OTHER_DAY = -1
/** Its words count for less than in acts of one type between the same states. */
const WORDING = 0.65

const UNKNOWN: Shape = { noun: false, definite: false, ahead: false, sentence: 1, often: 1 }
const shapeOf = ({ shape }: Told): Shape => shape ?? UNKNOWN
const rounded = (weight: number): number => Math.round(weight * 100) / 100 + 0

function kindClue(a: Told, b: Told, { kin }: Judging): Clue | null {
  const [one, other] = [a.trigger.lemma.toLowerCase(), b.trigger.lemma.toLowerCase()]
  const how = kinship(one, other, kin)
  if (!how) return null
  const light = kin.isLight(one) || kin.isLight(other)
  return { clue: 'act', weight: KINSHIP[how] + (light ? LIGHT : 0), words: `${one} and ${other}` }
}

/** A word that the report uses for many acts tells none of them apart. */
function oftenClue(a: Told, b: Told): Clue {
  const often = Math.max(shapeOf(a).often, shapeOf(b).often)
  return { clue: 'often', weight: rounded(OFTEN * Math.log(often)), words: `${often} times in one report` }
}

/** Nouns take up what is known; the later one does where it says "the". */
function formClue(a: Told, b: Told): Clue {
  const [x, y] = [shapeOf(a), shapeOf(b)]
  const later = a.report === b.report && a.trigger.start > b.trigger.start ? x : y
  const nouns = Number(x.noun) + Number(y.noun)
  const known = later.noun && later.definite
  const told = ['two verbs', 'a verb and a noun', 'two nouns'][nouns]!
  return {
    clue: 'form',
    weight: rounded(NOUNS[nouns]! + (known ? KNOWN : 0)),
    words: known ? `${told}, known` : told,
  }
}

function aheadClue(a: Told, b: Told): Clue {
  const count = Number(shapeOf(a).ahead) + Number(shapeOf(b).ahead)
  const told = ['neither', 'one of them', 'both'][count]!
  return { clue: 'ahead', weight: AHEAD[count]!, words: `${told} still to come` }
}

const partiesOf = ({ actor, topic }: Told): ReadonlySet<string> => {
  const texts = [...actor.flatMap(({ name, names }) => [name, ...names]), ...topic.map(({ text }) => text)]
  return new Set(texts.flatMap(words).map(stem))
}

/** How much the words for those who take part have in common. */
function partiesClue(a: Told, b: Told): Clue {
  const [x, y] = [partiesOf(a), partiesOf(b)]
  if (x.size === 0 || y.size === 0) return { clue: 'parties', weight: 0, words: 'nobody named' }
  const share = shareOf(x, y)
  const weight = rounded(share > 0 ? share * PARTIES.shared : PARTIES.others)
  return { clue: 'parties', weight, words: `${[...x].join(', ')} and ${[...y].join(', ')}` }
}

function settingClue(a: Told, b: Told): Clue {
  const [x, y] = [shapeOf(a).sentence, shapeOf(b).sentence]
  const title = x === 0 || y === 0 ? TITLE : 0
  if (a.report !== b.report) return { clue: 'setting', weight: OTHER_REPORT + title, words: 'the same story' }
  const far = a.start === b.start ? 0 : Math.max(1, Math.abs(x - y))
  const near = far === 0 ? SAME_SENTENCE : FARTHER * Math.log(1 + far)
  const told = far === 0 ? 'one sentence' : far === 1 ? 'the next sentence' : `${far} sentences apart`
  return { clue: 'setting', weight: rounded(near + title), words: title ? `${told}, one in the title` : told }
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
 * The clues for two mentions of acts that no type of the codebook names: the words for the act and their form, who and
 * what took part, when, where in the report, and in which words. Empty where the acts are not of one kind or the reports
 * not of one story.
 */
export function actClues(a: Told, b: Told, judging: Judging): Clue[] {
  const kind = kindClue(a, b, judging)
  const stories = [a, b].map(({ report }) => judging.storyOf.get(report) ?? report)
  if (!kind || stories[0] !== stories[1]) return []
  const wording = wordingClue(a, b)
  // Within one sentence its words are the same for all its acts.
  const told = a.report === b.report && a.start === b.start ? 0 : rounded(wording.weight * WORDING)
  return [
    kind,
    oftenClue(a, b),
    formClue(a, b),
    aheadClue(a, b),
    settingClue(a, b),
    partiesClue(a, b),
    dateClue(a, b),
    { ...wording, weight: told },
  ]
}
