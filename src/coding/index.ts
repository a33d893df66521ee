import { treeOf } from '../reading/tree.js'
import type { CodedEvent, Reading, Sentence } from '../types.js'
import { timesOf } from './attach.js'
import { eventAt, governing, yields } from './events.js'
import { matchTriggers } from './match.js'
import { knownOf } from './roles.js'
import type { CodingRules, Scene } from './scene.js'
import { statementAt } from './statements.js'

function codeSentence(scene: Scene): CodedEvent[] {
  const { tree, reading, rules, speeches } = scene
  const cues = new Set(speeches.map((s) => s.cue))
  const found = matchTriggers(tree, rules.codebook)
  // A verb of speech with its words is a statement, unless a type of its own or its object ("sent greetings") tells it.
  const matches = found.filter(
    (m) => m.trigger.type !== 'STATEMENT' || m.trigger.object || !cues.has(m.token),
  )
  const acts = matches.filter((m) => !yields(scene, m, matches))
  const free = speeches.filter((s) => s.cue === null || !governing(tree, { token: s.cue }, acts))
  const times = timesOf(
    tree,
    acts,
    reading.times.filter((t) => t.sentence === tree.sentence.index),
  )
  const events = acts
    .filter((m) => !governing(tree, m, acts))
    .flatMap((m) => eventAt(scene, m, acts, times) ?? [])
  const statements = free.flatMap((s) => statementAt(scene, s, events) ?? [])
  return [...events, ...statements].sort((a, b) => a.trigger.start - b.trigger.start)
}

/**
 * Codes a reading: every event and statement that its paragraphs tell, in the order of the text.
 * @param reading a report after reading
 * @param rules the codebook
 * @returns one record per telling, with roles as positions in `reading.actors`; nothing is resolved yet
 * @example code(reading, rules).map((e) => e.event) // ['CONSULT', 'STATEMENT']
 */
export function code(reading: Reading, rules: CodingRules): CodedEvent[] {
  const known = knownOf(reading)
  const told = (sentence: Sentence) => reading.report.blocks[sentence.block]?.kind === 'paragraph'
  const scene = (sentence: Sentence): Scene => {
    const speeches = reading.speeches.filter((s) => s.sentence === sentence.index)
    return { tree: treeOf(sentence), reading, known, rules, speeches }
  }
  return reading.sentences.filter(told).flatMap((sentence) => codeSentence(scene(sentence)))
}

export type { CodingRules } from './scene.js'
