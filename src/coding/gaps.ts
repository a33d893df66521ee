import { subjectsOf } from '../reading/slots.js'
import { treeOf } from '../reading/tree.js'
import type { Reading } from '../types.js'
import type { Codebook } from './codebook.js'
import { argumentsAt, knownOf } from './known.js'

/** Something that stands near coded actors and could not be coded itself. */
export type Gap = {
  readonly kind: 'name' | 'verb'
  readonly text: string
  readonly count: number
  /** One sentence in which it stands. */
  readonly example: string
}

type Found = Omit<Gap, 'count'>

/** Names that belong to no state as far as the reader knows. */
function names(reading: Reading): Found[] {
  const { sentences, report } = reading
  const withState = new Set(reading.names.filter((n) => n.country).map((n) => n.sentence))
  const unknown = reading.names.filter((n) => !n.country && n.kind !== 'place' && withState.has(n.sentence))
  const known = new Set(reading.actors.filter((a) => a.country).flatMap((a) => a.names))
  return unknown
    .filter((n) => !known.has(n.text))
    .map((n) => {
      const sentence = sentences[n.sentence]!
      return { kind: 'name', text: n.text, example: report.text.slice(sentence.start, sentence.end) }
    })
}

/** Verbs that a state or its people are the subject of, and that the codebook has no line for. */
function verbs(reading: Reading, codebook: Codebook): Found[] {
  const known = knownOf(reading)
  return reading.sentences.flatMap((sentence) => {
    const tree = treeOf(sentence)
    return tree.tokens.flatMap((token, i): Found[] => {
      if (token.upos !== 'VERB' || codebook.triggersByLemma.verb.has(token.lemma.toLowerCase())) return []
      const subject = subjectsOf(tree, i).flatMap((k) => argumentsAt(tree, k, known))
      const acts = subject.some((a) => reading.actors[a.actor]!.country)
      return acts
        ? [
            {
              kind: 'verb',
              text: token.lemma.toLowerCase(),
              example: reading.report.text.slice(sentence.start, sentence.end),
            },
          ]
        : []
    })
  })
}

/**
 * What the codebook and the lists of names lack: frequent names and verbs near coded actors that could not be coded.
 * @param least how often something must stand in the readings to be listed
 * @returns the most frequent first
 * @example findGaps(readings, codebook)[0] // { kind: 'verb', text: 'court', count: 7, example: '...' }
 */
export function findGaps(readings: readonly Reading[], codebook: Codebook, least = 2): Gap[] {
  const counted = new Map<string, Gap>()
  for (const found of readings.flatMap((r) => [...names(r), ...verbs(r, codebook)])) {
    const key = `${found.kind} ${found.text}`
    const known = counted.get(key)
    counted.set(key, known ? { ...known, count: known.count + 1 } : { ...found, count: 1 })
  }
  return [...counted.values()]
    .filter((g) => g.count >= least)
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
}
