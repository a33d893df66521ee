import { join } from 'node:path'
import { findTimes, type TimeRules } from '../../../reading/times.js'
import type { Anchor } from '../../../resolving/dates.js'
import { toTimex3 } from '../../../resolving/dates-timex3.js'
import type { Sentence, TimeExpression, Token } from '../../../types.js'
import { type Mark, type MarkedText, readTimeml } from '../gold/timeml.js'
import { earlierHalf } from '../halves.js'
import type { Figure, Item, Score, Tally } from '../score.js'

const TIMEBANK = 'dates/TimeBank'
const figure = (name: string, formula: Figure['formula'], of: string): Figure => ({
  name,
  formula,
  of,
  goal: null,
  beside: null,
})
const FIGURES: readonly Figure[] = [
  {
    ...figure('relaxed F1', 'f1', 'span'),
    goal: 0.88,
    beside: 'HeidelTime 0.90, SUTime 0.90, on another set',
  },
  {
    ...figure('value F1', 'f1', 'value'),
    goal: 0.76,
    beside: 'HeidelTime 0.776, SUTime 0.674, on another set',
  },
  figure('relaxed precision', 'precision', 'span'),
  figure('relaxed recall', 'recall', 'span'),
]

/** Cut at full stops and empty lines: the texts have no layout that could be read. */
function sentencesOf(text: string): Sentence[] {
  const ends = [...text.matchAll(/(?<=[a-z\d)][.!?]['"`]*)\s+(?=[A-Z`"'])|\n\s*\n/g)].map((m) => m.index)
  return [0, ...ends].map((start, index) => {
    const end = ends[index] ?? text.length
    return { index, block: 0, start, end, tokens: tokensOf(text, start, end) }
  })
}

/** Words, figures and signs; tags are not needed. */
function tokensOf(text: string, start: number, end: number): Token[] {
  const pieces = text.slice(start, end).matchAll(/[\p{L}\d](?:[\p{L}\d.,:'-]*[\p{L}\d])?\.?|[^\s]/gu)
  return [...pieces].map((m) => ({
    form: m[0],
    lemma: m[0].toLowerCase(),
    upos: 'X',
    xpos: 'X',
    head: -1,
    deprel: 'dep',
    start: start + m.index,
    end: start + m.index + m[0].length,
  }))
}

function marksIn({ text, published }: MarkedText, rules: TimeRules): Mark[] {
  return sentencesOf(text).flatMap((sentence) =>
    findTimes(sentence, text, rules).flatMap((time) => {
      const anchor: Anchor = { published, from: 'publication', tense: tenseNear(sentence, text, time) }
      const timex = toTimex3(time.meaning, anchor)
      return timex ? [{ start: time.start, end: time.end, value: timex.value }] : []
    }),
  )
}

const FUTURE =
  /\b(will|'ll|shall|expects?|expected|scheduled|due|payable|effective|expires?|agreed to|(?:is|are) to|by|through|until|set to)\b/gi
const PAST = /\b(was|were|had|did|said|\w+ed|rose|fell|met|began|came|went|made|took|told|held|has|have)\b/gi

/** Future where the nearest verb before the time, else after it, looks ahead; null otherwise. There is no parse to ask. */
function tenseNear(sentence: Sentence, text: string, time: TimeExpression): Anchor['tense'] {
  const last = (part: string, verb: RegExp) => [...part.matchAll(verb)].at(-1)?.index ?? -1
  const before = text.slice(Math.max(sentence.start, time.start - 60), time.start)
  const [future, past] = [last(before, FUTURE), last(before, PAST)]
  if (future >= 0 || past >= 0) return future + 12 > past && future >= 0 ? 'future' : null
  return text.slice(time.end, Math.min(sentence.end, time.end + 40)).search(FUTURE) >= 0 ? 'future' : null
}

interface Matched {
  readonly gold: Mark | null
  readonly found: Mark | null
}

/** Each gold mark with the first found one that touches it; then the found ones that touch none. */
function matched(gold: readonly Mark[], found: readonly Mark[]): Matched[] {
  const open = new Set(found)
  const pairs = gold.map((mark): Matched => {
    const match = [...open].find((f) => f.start < mark.end && mark.start < f.end) ?? null
    if (match) open.delete(match)
    return { gold: mark, found: match }
  })
  return [...pairs, ...[...open].map((mark): Matched => ({ gold: null, found: mark }))]
}

const isWrong = ({ gold, found }: Matched): boolean => gold?.value !== found?.value

function missOf(text: string, { gold, found }: Matched): string {
  const { start, end } = (gold ?? found)!
  const around = `${text.slice(Math.max(0, start - 60), start)}[${text.slice(start, end)}]${text.slice(end, end + 40)}`
  return `wanted ${gold?.value ?? 'no time'}, found ${found?.value ?? 'none'}: ${around.replace(/\s+/g, ' ')}`
}

function itemOf(marked: MarkedText, rules: TimeRules): Item {
  const found = marksIn(marked, rules)
  const all = matched(marked.marks, found)
  const touching = all.filter((m) => m.gold && m.found)
  const tally = (right: number): Tally => ({
    found: found.length,
    correct: right,
    gold: marked.marks.length,
    covered: right,
  })
  const wrong = all.filter(isWrong)
  return {
    key: JSON.stringify([marked.text, marked.marks]),
    half: earlierHalf(marked.name),
    tallies: { span: tally(touching.length), value: tally(touching.filter((m) => !isWrong(m)).length) },
    miss: wrong.length ? wrong.map((m) => missOf(marked.text, m)).join('\n') : null,
  }
}

/** Time expressions and what they mean. */
export const dates: Score = {
  name: 'dates',
  about:
    'Time expressions of TimeBank as in TempEval-3: relaxed when a found one touches the marked one, value when its TIMEX3 value is the same as well. The day of publication is given; what the text says of it is not counted.',
  needs: [TIMEBANK],
  measure: async (lab) => {
    const rules = lab.engine().reading.times
    const texts = readTimeml(join(lab.data!, TIMEBANK))
    return [{ set: 'TimeBank', figures: FIGURES, items: texts.map((text) => itemOf(text, rules)) }]
  },
}
