import { matchTriggers } from '../../../coding/match.js'
import { codeReport, type Engine, type Reading } from '../../../rapport.js'
import { ancestors, treeOf } from '../../../reading/tree.js'
import type { Sentence, Span } from '../../../types.js'
import { arrived, missOf } from '../examples.js'
import { fits, type MarkedPair, PAIRS, readPairs, rootOf } from '../gold/plover.js'
import { half } from '../halves.js'
import { hasPair, hasParties } from '../parties.js'
import type { Figure, Item, Score } from '../score.js'
import { answer } from '../tallies.js'

const FIGURES: readonly Figure[] = [
  {
    name: 'macro-F1',
    formula: 'macro-f1',
    of: 'type',
    goal: 0.7,
    beside: 'roberta-large with a codebook, on its test half 0.82',
  },
  { name: 'accuracy', formula: 'recall', of: 'type', goal: null, beside: null },
]

/** The token that governs a phrase from within: the first whose own head lies outside. */
function headOf({ tokens }: Sentence, { start, end }: Span): number {
  const inside = (i: number) => i >= 0 && tokens[i]!.start < end && tokens[i]!.end > start
  return tokens.findIndex((token, i) => inside(i) && !inside(token.head))
}

/** The tokens from one to the other over the nearest token that governs both, nearest to the first first. */
function pathBetween(sentence: Sentence, from: number, to: number): number[] {
  const tree = treeOf(sentence)
  const [up, down] = [ancestors(tree, from), ancestors(tree, to)]
  const top = up.find((i) => down.includes(i))
  if (top === undefined) return []
  return [...up.slice(0, up.indexOf(top) + 1), ...down.slice(0, down.indexOf(top)).reverse()]
}

/** The type of the trigger on the path between the two parties: the first that is no mere statement. */
function onPath(
  engine: Engine,
  reading: Reading,
  { sentence: text, source, target }: MarkedPair,
): string | null {
  const span = (words: string): Span => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  })
  for (const sentence of reading.sentences) {
    const [from, to] = [headOf(sentence, span(source)), headOf(sentence, span(target))]
    if (from < 0 || to < 0) continue
    const path = pathBetween(sentence, from, to)
    const found = matchTriggers(treeOf(sentence), engine.coding.codebook)
    const types = path.flatMap((i) => found.find((m) => m.token === i)?.trigger.type ?? [])
    return types.find((type) => type !== 'STATEMENT') ?? null
  }
  return null
}

/** The type that the coder gives to what is between two given parties; null where it gives none. */
function typeOf(
  engine: Engine,
  pair: MarkedPair,
): { type: string | null; found: ReturnType<typeof codeReport>['mentions'] } {
  const { mentions, reading } = codeReport(engine, arrived(engine, pair.sentence))
  const acts = mentions.filter((m) => m.event !== 'STATEMENT')
  const record = acts.find((m) => hasPair(m, pair)) ?? acts.find((m) => hasParties(m, pair))
  return { type: record?.event ?? onPath(engine, reading, pair), found: mentions }
}

function itemOf(engine: Engine, pair: MarkedPair): Item {
  const { sentence, source, target, root } = pair
  const { type, found } = typeOf(engine, pair)
  const right = type !== null && fits(root, type)
  return {
    key: JSON.stringify(pair),
    half: half(sentence),
    tallies: { type: { ...answer(right), found: Number(type !== null) } },
    classes: [{ gold: root, found: right ? root : rootOf(type ?? 'none') }],
    miss: right
      ? null
      : `took ${type ?? 'none'}, ${missOf(`${root} [${source}] > [${target}]`, sentence, found)}`,
  }
}

/** Which type of event is between two parties that are given. */
export const types: Score = {
  name: 'types',
  about:
    'The same sentences with both parties given, over 15 types. The type is that of the record which has both parties; where there is none, that of the trigger on the path between them in the parse; else none, which counts as wrong. Names of types are matched as for pairs.',
  needs: [PAIRS],
  measure: async (lab) => [
    { set: 'PLV', figures: FIGURES, items: readPairs(lab.data!).map((pair) => itemOf(lab.engine(), pair)) },
  ],
}
