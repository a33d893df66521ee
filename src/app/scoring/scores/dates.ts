import { join } from 'node:path'
import { tenseAt } from '../../../coding/auxiliary.js'
import type { Engine } from '../../../rapport.js'
import { parseBlocks } from '../../../reading/parse.js'
import { findTimes } from '../../../reading/times.js'
import { treeOf } from '../../../reading/tree.js'
import { toTimex3 } from '../../../resolving/dates-timex3.js'
import { toldAnchors } from '../../../resolving/told.js'
import type { Block, TimeExpression } from '../../../types.js'
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

/** Blank lines part paragraphs. */
function paragraphs(text: string): Block[] {
  return [...text.matchAll(/\S(?:[^\n]|\n(?!\s*\n))*/g)].map((m) => ({
    kind: 'paragraph',
    start: m.index,
    end: m.index + m[0].trimEnd().length,
  }))
}

function marksIn({ text, published }: MarkedText, { reading, coding }: Engine): Mark[] {
  const sentences = parseBlocks(text, paragraphs(text), reading)
  const times = sentences.flatMap((sentence) => findTimes(sentence, text, reading.times))
  const tense = ({ sentence, head }: TimeExpression) =>
    tenseAt(treeOf(sentences[sentence]!), head, coding.auxiliary)
  const anchorOf = toldAnchors({ times, sentences }, { published, from: 'publication' }, tense)
  return times.flatMap((time) => {
    const timex = toTimex3(time.meaning, anchorOf(time))
    return timex ? [{ start: time.start, end: time.end, value: timex.value }] : []
  })
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

function itemOf(marked: MarkedText, engine: Engine): Item {
  const found = marksIn(marked, engine)
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
    const engine = lab.engine()
    const texts = readTimeml(join(lab.data!, TIMEBANK))
    return [{ set: 'TimeBank', figures: FIGURES, items: texts.map((text) => itemOf(text, engine)) }]
  },
}
