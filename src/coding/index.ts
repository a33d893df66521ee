import { treeOf } from '../reading/tree.js'
import type { CodedEvent, Reading, Sentence, Speech, TimeExpression } from '../types.js'
import { timesOf } from './attach.js'
import type { Trigger } from './codebook.js'
import { eventAt, governing, yields } from './events.js'
import { eventFeatures, type Unweighed } from './features-event.js'
import { knownOf } from './known.js'
import { probabilityOf } from './linear.js'
import { type Match, matchTriggers } from './match.js'
import { type CodingRules, inContent, type Scene, speechAround } from './scene.js'
import { speakerOf, statementAt } from './statements.js'

/** "X told Y so, Z said": Z only relays what X said. */
const relays = (speech: Speech, all: readonly Speech[]): boolean =>
  all.some((s) => s !== speech && s.cue !== null && inContent(speech, s.cue) && speakerOf(s).length > 0)

/** The trigger of another type than STATEMENT that holds at a verb of speech: "accused", "called for". */
const ownTrigger = (speech: Speech, found: readonly Match[]): Trigger | null =>
  found.find((m) => m.token === speech.cue && m.trigger.type !== 'STATEMENT')?.trigger ?? null

/** "said it would start in June": a time in what is said does not date the saying. */
const isInWords = (speeches: readonly Speech[], cue: number, time: TimeExpression): boolean =>
  speeches.some((s) => s.cue === cue && inContent(s, time.head))

function codeSentence(scene: Scene): Unweighed[] {
  const { tree, reading, rules, speeches } = scene
  const cues = new Set(speeches.map((s) => s.cue))
  const found = matchTriggers(tree, rules.codebook)
  // A verb of speech with its words is a statement, unless a type of its own or its object ("sent greetings") tells it.
  const matches = found.filter(
    (m) => m.trigger.type !== 'STATEMENT' || m.trigger.object || !cues.has(m.token),
  )
  const acts = matches.filter((m) => !yields(scene, m, matches))
  const free = speeches.filter((s) => s.cue === null || !governing(tree, { token: s.cue }, acts))
  const cuesOnly = free.flatMap((s) =>
    s.cue === null || acts.some((m) => m.token === s.cue) ? [] : [{ token: s.cue, used: [] }],
  )
  const times = timesOf(
    tree,
    acts,
    cuesOnly,
    reading.times.filter((t) => t.sentence === tree.sentence.index),
  )
  const dated = new Map([...times].filter(([token, time]) => !isInWords(free, token, time)))
  const events = acts
    .filter((m) => !governing(tree, m, acts))
    .flatMap((m) => eventAt(scene, m, acts, dated) ?? [])
  const statements = free
    .filter((s) => !relays(s, free))
    .flatMap((s) => statementAt(scene, s, { taken: events, times: dated, own: ownTrigger(s, found) }) ?? [])
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
  const known = knownOf(reading, rules.countryOfPlace)
  const events: Unweighed[] = []
  for (const sentence of reading.sentences) {
    if (reading.report.blocks[sentence.block]?.kind !== 'paragraph' || asks(sentence)) continue
    const speeches = reading.speeches.filter((s) => s.sentence === sentence.index && s.kind !== 'view')
    const scene = { tree: treeOf(sentence), reading, rules, speeches, known: { ...known, earlier: events } }
    events.push(...codeSentence(withSpeaker(scene)))
  }
  return events.map((e) => weighed(e, reading, rules))
}

const weighed = (event: Unweighed, reading: Reading, { learned }: CodingRules): CodedEvent => ({
  ...event,
  confidence: probabilityOf(eventFeatures(event, reading), 'right', learned.record),
})

/** A question tells of nothing; one that somebody is said to ask ends with the asking. */
const asks = (sentence: Sentence): boolean => sentence.tokens.slice(-2).some((t) => t.form === '?')

/** "I" and "we" are whoever speaks the words around them. */
function withSpeaker(scene: Scene): Scene {
  const speakerAt = (head: number) => {
    const speech = speechAround(scene, head)
    return speech
      ? speakerOf(speech).map((a) => ({
          ...a,
          how: 'pronoun' as const,
          rule: 'first person in the words of a speaker',
        }))
      : []
  }
  return { ...scene, known: { ...scene.known, speakerAt } }
}

export type { CodingRules, Learned } from './scene.js'
