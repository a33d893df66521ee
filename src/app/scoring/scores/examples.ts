import type { Example, TypeRules } from '../../../coding/codebook.js'
import { codeReport, type Engine } from '../../../rapport.js'
import { isRight, missOf, reportOf } from '../examples.js'
import type { Figure, Item, Sample, Score } from '../score.js'
import { answer } from '../tallies.js'

const RIGHT: Figure = { name: 'right', formula: 'recall', of: 'all', goal: null, beside: null }
const LOOK_ALIKES: Figure = { ...RIGHT, name: 'look-alikes left out', of: 'lookAlikes' }

const wantedOf = ({ type, none, actor, recipient }: Example): string =>
  none ? `no ${type}` : `${type} ${actor.join('+')} > ${recipient.join('+') || '-'}`

function itemOf(engine: Engine, example: Example): Item {
  const { type, text, none, actor, recipient, aux, file, line } = example
  const found = codeReport(engine, reportOf(text)).mentions
  const right = isRight(example, found)
  const other = found.find((m) => m.event !== 'STATEMENT' || type === 'STATEMENT')?.event ?? 'none'
  return {
    key: JSON.stringify([type, text, none, actor, recipient, aux]),
    half: 'all',
    tallies: { all: answer(right), ...(none ? { lookAlikes: answer(right) } : {}) },
    classes: none
      ? []
      : [{ gold: type, found: right ? type : other === type ? `${type}, wrong sides` : other }],
    miss: right ? null : `${file}:${line} ${missOf(wantedOf(example), text, found)}`,
  }
}

const sampleOf = (engine: Engine, { type, examples }: TypeRules): Sample => ({
  set: type,
  figures: [RIGHT],
  items: examples.map((example) => itemOf(engine, example)),
  detail: true,
})

/** The codebook's own sentences, written before the rules that they test. */
export const examples: Score = {
  name: 'examples',
  about:
    'The sentences of the codebook, written with its rules and about invented states: a sentence is right when a record has its type and exactly its states on each side, a look-alike when no record has its type.',
  needs: [],
  measure: async (lab) => {
    const types = [...lab.invented().coding.codebook.types.values()]
    const samples = types.map((rules) => sampleOf(lab.invented(), rules))
    const all = samples.flatMap(({ items }) => items)
    return [{ set: "the codebook's examples", figures: [RIGHT, LOOK_ALIKES], items: all }, ...samples]
  },
}
