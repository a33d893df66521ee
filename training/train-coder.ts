/**
 * Trains what the coder learns from annotated reports, and writes models/coder.json:
 *   npm run train:coder -- [--data DIR]
 * The project's own gold reports (test/gold/reports) always serve; with --data, where DIR/news/wikinews holds the
 * Wikinews reports, the annotations of training/gold serve as well. The same data give the same bytes.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openEngine } from '../src/app/engine.js'
import { isRight, reportOf } from '../src/app/scoring/examples.js'
import { eventFeatures } from '../src/coding/features-event.js'
import { toldFeatures } from '../src/coding/features-told.js'
import { utteranceFeatures } from '../src/coding/features-utterance.js'
import type { Learned } from '../src/coding/index.js'
import { code } from '../src/coding/index.js'
import type { LinearModel } from '../src/coding/linear.js'
import type { Engine } from '../src/rapport.js'
import { read } from '../src/reading/index.js'
import { treeOf } from '../src/reading/tree.js'
import { resolve } from '../src/resolving/index.js'
import type { Speech } from '../src/types.js'
import { type GoldText, judged, readAnnotated, readGold } from './gold.js'
import { type Sample, trainLinear } from './train-linear.js'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const { values: options } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string', default: at('../models/coder.json') } },
})

/** Types that may be told by words alone. */
export const SPOKEN = ['STATEMENT', 'ACCUSE', 'REQUEST', 'SUPPORT', 'REJECT', 'THREATEN', 'AGREE', 'CONCEDE']

/** A model that finds all classes alike. */
const NO_OPINION: LinearModel = { classes: ['right', 'wrong'], weights: new Map() }

function engineWith(folders: readonly string[], learned: Partial<Learned>): Engine {
  const engine = openEngine({ codebookDirs: folders })
  const { coding } = engine
  return { ...engine, coding: { ...coding, learned: { ...coding.learned, ...learned } } }
}

/** The annotated reports, read with what has been learned so far. */
function texts(learned: Partial<Learned>): GoldText[] {
  const own = readGold(at('../test/gold/reports'), engineWith([at('../test/invented')], learned))
  const folder = options.data && join(options.data, 'news/wikinews')
  if (!folder || !existsSync(folder)) return own
  const files = readdirSync(folder).filter((f) => f.endsWith('.csv'))
  const paths = files.map((f) => join(folder, f))
  return [...own, ...readAnnotated(at('gold/wikinews.jsonl'), paths, engineWith([], learned))]
}

/** A speech with the types that its words were given, where they were annotated. */
function utterance(text: GoldText, speech: Speech, engine: Engine): Sample[] {
  if (speech.cue === null) return []
  const sentence = text.reading.sentences[speech.sentence]!
  const word = sentence.tokens[speech.cue]!.form.toLowerCase()
  const gold = text.gold.find(
    (g) => g.sentence === speech.sentence && [g.w, ...(g.w2 ?? [])].some((w) => w.toLowerCase() === word),
  )
  const labels = (gold?.types ?? []).filter((t) => SPOKEN.includes(t))
  const features = () => utteranceFeatures(treeOf(sentence), speech, text.reading, engine.coding.evaluations)
  return labels.length ? [{ features: features(), labels }] : []
}

/** The codebook's own examples of plain statements. */
function plainStatements(engine: Engine): Sample[] {
  const examples = engine.coding.codebook.types.get('STATEMENT')!.examples.filter((e) => !e.none)
  return examples.flatMap(({ text }) => {
    const reading = read(reportOf(text), engine.reading)
    return reading.speeches.map((speech) => ({
      features: utteranceFeatures(
        treeOf(reading.sentences[speech.sentence]!),
        speech,
        reading,
        engine.coding.evaluations,
      ),
      labels: ['STATEMENT'],
    }))
  })
}

/** Sentences written for this, each with its types before a tab. */
function writtenUtterances(engine: Engine): Sample[] {
  const lines = readFileSync(at('gold/utterances.tsv'), 'utf8')
    .split('\n')
    .filter((l) => l && !l.startsWith('#'))
  return lines.flatMap((line) => {
    const [types, text] = line.split('\t')
    const reading = read(reportOf(text!), engine.reading)
    const speech = reading.speeches.find((s) => s.cue !== null && s.kind === 'words')
    if (!speech) return []
    const tree = treeOf(reading.sentences[speech.sentence]!)
    const features = utteranceFeatures(tree, speech, reading, engine.coding.evaluations)
    return [{ features, labels: types!.split('|') }]
  })
}

const LEAST_WEIGHT = 0.02

/** A model as it is stored: small weights left out, the others rounded. */
function stored({ classes, weights }: LinearModel) {
  const kept = [...weights].filter(([, row]) => row.some((w) => Math.abs(w) >= LEAST_WEIGHT))
  const rows = kept.map(([f, row]) => [f, row.map((w) => Math.round(w * 100) / 100)] as const)
  return { classes, weights: Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1))) }
}

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

/** A record, and whether it is right. */
const records = (text: GoldText): Sample[] =>
  judged(text).map(({ event, fault }) => ({
    features: eventFeatures(event, text.reading),
    labels: [fault ? 'wrong' : 'right'],
  }))

/** What comes of the codebook's examples: their own type with the right states, or what a look-alike must not give. */
function exampleRecords(engine: Engine): Sample[] {
  const examples = [...engine.coding.codebook.types.values()].flatMap((t) => t.examples)
  return examples.flatMap((example) => {
    const reading = read(reportOf(example.text), engine.reading)
    return code(reading, engine.coding).flatMap((event) => {
      const [mention] = resolve([event], reading, engine.resolving, engine.made)
      if (mention?.event !== example.type) return []
      const right = !example.none && isRight(example, [mention])
      return [{ features: eventFeatures(event, reading), labels: [right ? 'right' : 'wrong'] }]
    })
  })
}

/** First what the coder says; then, with a coder that says so, whether it is right. */
function main(): void {
  const engine = openEngine({ codebookDirs: [] })
  const all = texts({})
  const utterances = [
    ...all.flatMap((t) => t.reading.speeches.flatMap((s) => utterance(t, s, engine))),
    ...plainStatements(engineWith([at('../test/invented')], {})),
    ...writtenUtterances(engineWith([at('../test/invented')], {})),
  ]
  const tellings = all.flatMap(told)
  const common = { rate: 0.1, decay: 0.01, seed: 1 }
  const words = trainLinear(utterances, { ...common, classes: SPOKEN, epochs: 20, rate: 0.15, least: 2 })
  const news = trainLinear(tellings, { ...common, classes: ['news', 'earlier'], epochs: 15, least: 3 })
  const learned = { utterance: words, told: news, record: NO_OPINION }
  const coded = [
    ...texts(learned).flatMap(records),
    ...exampleRecords(engineWith([at('../test/invented')], learned)),
  ]
  process.stderr.write(
    `${utterances.length} utterances, ${tellings.length} tellings, ${coded.length} records\n`,
  )
  const classes = NO_OPINION.classes
  const record = trainLinear(coded, { ...common, classes, epochs: 15, rate: 0.05, decay: 0.05, least: 3 })
  const models = { utterance: words, told: news, record }
  const file = Object.fromEntries(Object.entries(models).map(([name, model]) => [name, stored(model)]))
  writeFileSync(options.out!, `${JSON.stringify(file)}\n`)
}

main()
