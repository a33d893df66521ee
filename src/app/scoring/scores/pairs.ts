import { codeReport, type Engine } from '../../../rapport.js'
import { arrived, missOf } from '../examples.js'
import { fits, type MarkedPair, PAIRS, readPairs, rootOf } from '../gold/plover.js'
import { half } from '../halves.js'
import { hasPair } from '../parties.js'
import type { Figure, Item, Score } from '../score.js'

const FIGURES: readonly Figure[] = [
  { name: 'recall', formula: 'recall', of: 'pair', goal: 0.42, beside: 'none published' },
  { name: 'further records a sentence', formula: 'rate', of: 'further', goal: 1.5, beside: null },
]

function itemOf(engine: Engine, pair: MarkedPair): Item {
  const { sentence, source, target, root } = pair
  const found = codeReport(engine, arrived(engine, sentence)).mentions
  const both =
    found.find((m) => hasPair(m, pair) && fits(root, m.event)) ?? found.find((m) => hasPair(m, pair))
  const right = both !== undefined && fits(root, both.event)
  const further = found.length - Number(right)
  return {
    key: JSON.stringify(pair),
    half: half(sentence),
    tallies: {
      pair: { found: found.length, correct: Number(right), gold: 1, covered: Number(right) },
      further: { found: further, correct: 0, gold: 1, covered: 0 },
    },
    classes: [{ gold: root, found: right ? root : rootOf(both?.event ?? 'none') }],
    miss: right ? null : missOf(`${root} [${source}] > [${target}]`, sentence, found),
  }
}

/** Whether the pair that a sentence marks is coded from the bare sentence. */
export const pairs: Score = {
  name: 'pairs',
  about:
    'News sentences with two parties marked (PLV). Only the sentence is given: a pair is found when a record of the right type has words of the one party as actor and of the other as recipient, in either order for acts that are done together. YIELD is CONCEDE or RETREAT, and AGREE may stand for CONSULT, as older conventions code a planned meeting.',
  needs: [PAIRS],
  measure: async (lab) => [
    { set: 'PLV', figures: FIGURES, items: readPairs(lab.data!).map((pair) => itemOf(lab.engine(), pair)) },
  ],
}
