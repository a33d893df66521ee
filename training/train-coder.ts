/**
 * Trains what the coder learns from annotated reports, and writes models/coder.json:
 *   npm run train:coder -- [--data DIR]
 * The project's own gold reports (test/gold/reports) and the codebook's examples always serve; with --data, where
 * DIR/news/wikinews holds the Wikinews reports, the annotations of training/gold serve as well. The same data give the
 * same bytes.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openEngine } from '../src/app/engine.js'
import type { Learned } from '../src/coding/index.js'
import type { LinearModel } from '../src/coding/linear.js'
import { readAnnotated, readGold } from './gold.js'
import { exampleLesson, type Lesson, lessonOf, SPOKEN } from './lessons.js'
import { SIDES } from './parties.js'
import { type Sample, trainLinear } from './train-linear.js'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const { values: options } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string', default: at('../models/coder.json') } },
})

/** A model that finds all classes alike. */
const NO_OPINION: LinearModel = { classes: ['right', 'wrong'], weights: new Map() }

const COMMON = { rate: 0.1, decay: 0.01, seed: 1 }

/** Parts that the texts are dealt into, so that what is said of a text was learned from others. */
const PARTS = 8

/** All texts that teach; of the second lot of reports, acts were annotated with more care than what words amount to. */
function lessons(): Lesson[] {
  const invented = openEngine({ codebookDirs: [at('../test/invented')] })
  const own = readGold(at('../test/gold/reports'), invented).map((text) => lessonOf(text, invented))
  const more = readGold(at('gold/reports'), invented).map((text) => ofActs(lessonOf(text, invented)))
  const examples = [...invented.coding.codebook.types.values()].flatMap((type) => type.examples)
  const found = [...annotated('wikinews.jsonl'), ...annotated('wikinews-acts.jsonl').map(ofActs)]
  return [...own, ...more, ...found, ...examples.map((example) => exampleLesson(example, invented))]
}

const ofActs = (lesson: Lesson): Lesson => ({ ...lesson, utterances: [] })

/** Annotated reports that do not ship with the project. */
function annotated(file: string): Lesson[] {
  const folder = options.data && join(options.data, 'news/wikinews')
  if (!folder || !existsSync(folder)) return []
  const engine = openEngine({ codebookDirs: [] })
  const files = readdirSync(folder).filter((f) => f.endsWith('.csv'))
  const paths = files.map((f) => join(folder, f))
  return readAnnotated(at(`gold/${file}`), paths, engine).map((text) => lessonOf(text, engine))
}

/** How to code, as these texts teach it. */
function learn(texts: readonly Lesson[]): Learned {
  const [utterances, tellings, parties] = [
    texts.flatMap((t) => t.utterances),
    texts.flatMap((t) => t.tellings),
    texts.flatMap((t) => t.parties),
  ]
  return {
    utterance: trainLinear(utterances, { ...COMMON, classes: SPOKEN, epochs: 20, rate: 0.15, least: 2 }),
    told: trainLinear(tellings, {
      ...COMMON,
      classes: ['news', 'earlier'],
      epochs: 15,
      decay: 0.2,
      least: 3,
    }),
    party: trainLinear(parties, { ...COMMON, classes: SIDES, epochs: 12, least: 2 }),
    record: NO_OPINION,
  }
}

/** Records of every text, coded as the others teach: a coder is surer of what it has learned from than it may be. */
function records(texts: readonly Lesson[]): Sample[] {
  const others = (part: number) => texts.filter((_, i) => i % PARTS !== part)
  const learned = Array.from({ length: PARTS }, (_, part) => learn(others(part)))
  return texts.flatMap((text, i) => text.records(learned[i % PARTS]!))
}

const LEAST_WEIGHT = 0.02

/** A model as it is stored: small weights left out, the others rounded. */
function stored({ classes, weights }: LinearModel) {
  const kept = [...weights].filter(([, row]) => row.some((w) => Math.abs(w) >= LEAST_WEIGHT))
  const rows = kept.map(([f, row]) => [f, row.map((w) => Math.round(w * 100) / 100)] as const)
  return { classes, weights: Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1))) }
}

function main(): void {
  const texts = lessons()
  const coded = records(texts)
  process.stderr.write(`${texts.length} texts, ${coded.length} records\n`)
  const { classes } = NO_OPINION
  const record = trainLinear(coded, { ...COMMON, classes, epochs: 15, rate: 0.05, decay: 0.15, least: 3 })
  const models = { ...learn(texts), record }
  const file = Object.fromEntries(Object.entries(models).map(([name, model]) => [name, stored(model)]))
  writeFileSync(options.out!, `${JSON.stringify(file)}\n`)
}

main()
