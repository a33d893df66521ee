import type { Tree } from '../reading/tree.js'
import type { EventType, Reading, Speech } from '../types.js'
import type { AuxiliaryRules } from './auxiliary.js'
import type { Codebook } from './codebook.js'
import type { EvaluationRules } from './evaluations.js'
import { toldFeatures } from './features-told.js'
import type { Known } from './known.js'
import { type LinearModel, probabilityOf } from './linear.js'
import type { NumberRules } from './numbers.js'
import type { CountryOfPlace } from './placed.js'

/** What the coder learned from annotated reports (training/). */
export interface Learned {
  /** Of what type words are that somebody is told to have said. */
  readonly utterance: LinearModel
  /** Whether a word tells a report's news or something earlier. */
  readonly told: LinearModel
  /** On which side of an act somebody stands who is spoken of in its sentence, if on any. */
  readonly party: LinearModel
  /** Whether a record told and coded in a way is right. */
  readonly record: LinearModel
}

/** How likely a word tells something earlier than the report's news, 0 to 1, by what was learned. */
export const earlierChance = ({ tree, reading, rules }: Scene, at: number, type: EventType): number =>
  probabilityOf(toldFeatures(reading, tree.sentence.index, at, type), 'earlier', rules.learned.told)

/** What the coder knows, as data. */
export interface CodingRules {
  readonly codebook: Codebook
  readonly auxiliary: AuxiliaryRules
  readonly numbers: NumberRules
  readonly evaluations: EvaluationRules
  readonly countryOfPlace: CountryOfPlace
  readonly learned: Learned
}

/** One sentence with all that is needed to code it. */
export interface Scene {
  readonly tree: Tree
  readonly reading: Reading
  readonly known: Known
  readonly rules: CodingRules
  readonly speeches: readonly Speech[]
}

export const inContent = (speech: Speech, token: number): boolean =>
  speech.content.some((c) => token >= c.from && token < c.to)

/** The innermost speech that a token stands in. */
export function speechAround(scene: Scene, token: number): Speech | null {
  const around = scene.speeches.filter((s) => inContent(s, token) && s.cue !== token)
  const size = (s: Speech) => Math.min(...s.content.map((c) => c.to - c.from))
  return around.sort((a, b) => size(a) - size(b))[0] ?? null
}
