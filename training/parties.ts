/** Who stands on which side of the acts that annotated reports tell, for what the coder learns. */
import type { Example } from '../src/coding/codebook.js'
import { partyFeatures, type Surroundings } from '../src/coding/features-party.js'
import { type Known, knownOf } from '../src/coding/known.js'
import { type Match, matchTriggers } from '../src/coding/match.js'
import { surroundingsOf } from '../src/coding/parties.js'
import type { Engine } from '../src/rapport.js'
import { treeOf } from '../src/reading/tree.js'
import type { Reading } from '../src/types.js'
import type { GoldEvent, GoldText } from './gold.js'
import type { Sample } from './train-linear.js'

export const SIDES = ['actor', 'recipient', 'none']

/** The states of an act: those on a side, and those that may stand there or not. */
interface Wanted {
  readonly actor: readonly string[]
  readonly recipient: readonly string[]
  readonly may: readonly string[]
  readonly mutual: boolean
}

const codes = (parties: GoldEvent['actor'] = []): string[] => parties.flatMap(({ c }) => c ?? [])

const wantedOf = (g: GoldEvent): Wanted => ({
  actor: codes(g.actor),
  recipient: codes(g.recipient),
  may: codes(g.opt),
  mutual: g.mutual ?? false,
})

/** The side of a state; null where either may be right. */
function sideOf(state: string | null, { actor, recipient, may, mutual }: Wanted): string | null {
  if (state === null) return null
  const [acts, suffers] = [actor.includes(state), recipient.includes(state)]
  if (acts || suffers) return mutual ? 'actor' : acts && suffers ? null : acts ? 'actor' : 'recipient'
  return may.includes(state) ? null : 'none'
}

function samplesAt(around: Surroundings, given: Wanted): Sample[] {
  const wanted = { ...given, mutual: given.mutual || around.match.trigger.frame === 'mutual' }
  return around.candidates.flatMap((candidate) => {
    const side = sideOf(around.reading.actors[candidate.actor]!.country, wanted)
    return side ? [{ features: partyFeatures(around, candidate), labels: [side] }] : []
  })
}

const words = (match: Match, reading: Reading, sentence: number): string[] =>
  [match.token, ...match.used].map((k) => reading.sentences[sentence]!.tokens[k]!.form.toLowerCase())

/** The event that a word tells, of the type that a trigger gives it. */
function toldBy(match: Match, text: GoldText, sentence: number): GoldEvent | undefined {
  const found = words(match, text.reading, sentence)
  return text.gold.find(
    (g) =>
      g.sentence === sentence &&
      g.types.includes(match.trigger.type) &&
      [g.w, ...(g.w2 ?? [])].some((w) => found.includes(w.toLowerCase())),
  )
}

/** The triggers of a sentence, each word's most specific one that is wanted. */
function samplesIn(
  reading: Reading,
  sentence: number,
  engine: Engine,
  known: Known,
  wanted: (match: Match) => Wanted | null,
): Sample[] {
  const tree = treeOf(reading.sentences[sentence]!)
  return matchTriggers(tree, engine.coding.codebook).flatMap((held) => {
    const one = [held, ...held.others].find((m) => wanted(m) !== null)
    return one ? samplesAt(surroundingsOf(tree, one, known, reading), wanted(one)!) : []
  })
}

/** What an annotated report teaches. */
export function partySamples(text: GoldText, engine: Engine): Sample[] {
  const known = knownOf(text.reading, engine.coding.countryOfPlace)
  const sentences = [...new Set(text.gold.map((g) => g.sentence))].sort((a, b) => a - b)
  return sentences.flatMap((sentence) =>
    samplesIn(text.reading, sentence, engine, known, (match) => {
      const told = toldBy(match, text, sentence)
      return told ? wantedOf(told) : null
    }),
  )
}

/** What an example of the codebook teaches. */
export function partyExamples(example: Example, reading: Reading, engine: Engine): Sample[] {
  if (example.none) return []
  const { actor, recipient, type } = example
  const wanted = { actor, recipient, may: [], mutual: type === 'CONSULT' }
  const known = knownOf(reading, engine.coding.countryOfPlace)
  return reading.sentences.flatMap((_, i) =>
    samplesIn(reading, i, engine, known, (match) => (match.trigger.type === type ? wanted : null)),
  )
}
