import { codeReport, type Engine, type Mention } from '../../../rapport.js'
import { arrived, missOf, statesOf } from '../examples.js'
import { fits, type GoldRecord, hasFreeSides, RECORDS, readRecords } from '../gold/plover.js'
import { half } from '../halves.js'
import type { Figure, Item, Score } from '../score.js'

const FIGURE: Figure = { name: 'F1', formula: 'f1', of: 'record', goal: 0.5, beside: 'none published' }
const FIGURES: readonly Figure[] = [
  FIGURE,
  { ...FIGURE, name: 'precision', formula: 'precision', goal: null, beside: null },
  { ...FIGURE, name: 'recall', formula: 'recall', goal: null, beside: null },
]

const joined = (a: string, b: string): string =>
  [...new Set([...a.split('+'), ...b.split('+')])].filter(Boolean).sort().join('+')

function sameSides({ source, target }: GoldRecord, m: Mention): boolean {
  const [actor, recipient] = [statesOf(m.actor), statesOf(m.recipient)]
  const ordered = actor === source && recipient === target
  return ordered || (hasFreeSides(m.event) && joined(actor, recipient) === joined(source, target))
}

const isRight = (gold: GoldRecord, m: Mention): boolean => fits(gold.event, m.event) && sameSides(gold, m)

function itemOf(engine: Engine, text: string, gold: readonly GoldRecord[]): Item {
  const all = codeReport(engine, arrived(engine, text)).mentions
  const found = all.filter((m) => m.event !== 'STATEMENT')
  const missed = gold.filter((g) => !found.some((m) => isRight(g, m)))
  const correct = found.filter((m) => gold.some((g) => isRight(g, m))).length
  const wanted = missed.map((g) => `${g.event} ${g.source} > ${g.target}`).join('; ')
  return {
    key: JSON.stringify(gold),
    half: half(text),
    tallies: {
      record: { found: found.length, correct, gold: gold.length, covered: gold.length - missed.length },
    },
    classes: gold.map((g) => ({ gold: g.event, found: missed.includes(g) ? 'not found' : g.event })),
    miss: missed.length + found.length - correct === 0 ? null : missOf(wanted || 'no more', text, found),
  }
}

/** PLOVER's own gold records, whole. */
export const records: Score = {
  name: 'records',
  about:
    "PLOVER's gold records that have a state, from the bare sentence: a record is right when its type and the states on both sides are all right. Older names of types count as the present ones. Statements are left out, as PLOVER has none.",
  needs: [RECORDS],
  measure: async (lab) => {
    const gold = readRecords(lab.data!, (code) => lab.engine().reading.lexicon.states.has(code))
    const texts = [...new Set(gold.map(({ text }) => text))]
    const items = texts.map((text) =>
      itemOf(
        lab.engine(),
        text,
        gold.filter((g) => g.text === text),
      ),
    )
    return [{ set: 'PLOVER gold records', figures: FIGURES, items }]
  },
}
