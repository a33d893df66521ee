/** What annotated reports and the codebook's examples teach the coder. */
import { isRight, reportOf } from '../src/app/scoring/examples.js'
import type { Example } from '../src/coding/codebook.js'
import { eventFeatures } from '../src/coding/features-event.js'
import { toldFeatures } from '../src/coding/features-told.js'
import { utteranceFeatures } from '../src/coding/features-utterance.js'
import { code, type Learned } from '../src/coding/index.js'
import type { Engine } from '../src/rapport.js'
import { read } from '../src/reading/index.js'
import { treeOf } from '../src/reading/tree.js'
import { resolve } from '../src/resolving/index.js'
import type { Reading, Speech } from '../src/types.js'
import { codedBy, type GoldText, judged } from './gold.js'
import { partyExamples, partySamples } from './parties.js'
import type { Sample } from './train-linear.js'

/** Types that may be told by words alone. */
export const SPOKEN = ['STATEMENT', 'ACCUSE', 'REQUEST', 'SUPPORT', 'REJECT', 'THREATEN', 'AGREE', 'CONCEDE']

/** What one text teaches about how to code, and, once that is learned from others, about what is coded right. */
export interface Lesson {
  readonly utterances: readonly Sample[]
  readonly tellings: readonly Sample[]
  readonly parties: readonly Sample[]
  readonly records: (learned: Learned) => Sample[]
}

/** An engine that codes by what has been learned so far. */
const taught = (engine: Engine, learned: Learned): Engine => ({
  ...engine,
  coding: { ...engine.coding, learned },
})

/** A speech with the types that its words were given, where they were annotated. */
function utterance(text: GoldText, speech: Speech, engine: Engine): Sample[] {
  if (speech.cue === null) return []
  const sentence = text.reading.sentences[speech.sentence]!
  const word = sentence.tokens[speech.cue]!.form.toLowerCase()
  const gold = text.gold.find(
    (g) => g.sentence === speech.sentence && [g.w, ...(g.w2 ?? [])].some((w) => w.toLowerCase() === word),
  )
  const labels = (gold?.types ?? []).filter((t) => SPOKEN.includes(t))
  return labels.length ? [{ features: featuresOf(speech, text.reading, engine), labels }] : []
}

const featuresOf = (speech: Speech, reading: Reading, { coding }: Engine): string[] =>
  utteranceFeatures(treeOf(reading.sentences[speech.sentence]!), speech, reading, coding.evaluations)

/** A word that tells an event, and whether that is the news. */
function told(text: GoldText): Sample[] {
  return text.gold.flatMap((g) => {
    if (g.bg === null) return []
    const { tokens } = text.reading.sentences[g.sentence]!
    const at = tokens.findIndex((t) => t.form.toLowerCase() === g.w.toLowerCase())
    if (at < 0) return []
    const features = toldFeatures(text.reading, g.sentence, at, g.types[0]!)
    return [{ features, labels: [g.bg ? 'earlier' : 'news'] }]
  })
}

/** An annotated report: each of its records is right or wrong. */
export const lessonOf = (text: GoldText, engine: Engine): Lesson => ({
  utterances: text.reading.speeches.flatMap((s) => utterance(text, s, engine)),
  tellings: told(text),
  parties: partySamples(text, engine),
  records: (learned) =>
    judged(codedBy(taught(engine, learned), text)).map(({ event, fault }) => ({
      features: eventFeatures(event, text.reading),
      labels: [fault ? 'wrong' : 'right'],
    })),
})

/** What comes of an example: its own type with the right states, or what a look-alike must not give. */
function exampleRecords(example: Example, reading: Reading, { coding, resolving, made }: Engine): Sample[] {
  return code(reading, coding).flatMap((event) => {
    const [mention] = resolve([event], reading, resolving, made)
    if (mention?.event !== example.type) return []
    const right = !example.none && isRight(example, [mention])
    return [{ features: eventFeatures(event, reading), labels: [right ? 'right' : 'wrong'] }]
  })
}

/** An example of the codebook; those of plain statements teach what a plain statement is. */
export function exampleLesson(example: Example, engine: Engine): Lesson {
  const reading = read(reportOf(example.text), engine.reading)
  const plain = example.type === 'STATEMENT' && !example.none ? reading.speeches : []
  return {
    utterances: plain.map((s) => ({ features: featuresOf(s, reading, engine), labels: ['STATEMENT'] })),
    tellings: [],
    parties: partyExamples(example, reading, engine),
    records: (learned) => exampleRecords(example, reading, taught(engine, learned)),
  }
}
