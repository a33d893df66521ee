import { parse } from 'yaml'
import { z } from 'zod'
import type { SpeechWords, Telling } from '../reading/speech.js'
import type { AuxiliaryRules } from './auxiliary.js'
import type { EvaluationRules } from './evaluations.js'
import type { NumberRules } from './numbers.js'

const Words = z.array(z.string())

const AuxiliaryFile = z.strictObject({
  source: z.string(),
  future: Words,
  futureModifiers: Words,
  hypothetical: Words,
  hypotheticalModifiers: Words,
  negation: Words,
  conditions: Words,
  demanding: Words,
  implicative: Words,
})
const SpeechFile = z.strictObject({
  source: z.string(),
  documents: Words,
  images: Words,
  agencies: Words,
  unnamed: Words,
  showing: Words,
  according: Words,
  claims: Words,
  light: Words,
  views: z.array(
    z.strictObject({
      stance: z.string(),
      by: z.string(),
      verb: Words.optional(),
      noun: Words.optional(),
      adjective: Words.optional(),
    }),
  ),
})
const EvaluationsFile = z.strictObject({ source: z.string(), blame: Words, praise: Words, reversal: Words })

const NumbersFile = z.strictObject({
  source: z.string(),
  outcomes: z.record(z.string(), Words),
  bounds: z.strictObject({ 'at-least': Words, 'at-most': Words, about: Words }),
  words: z.record(z.string(), z.number()),
  scales: Words,
  uncounted: Words,
})

/** Reads a list file of the codebook against its schema. @throws Error naming the file and the field */
function readList<T>(file: { name: string; text: string }, schema: z.ZodType<T>): T {
  const read = schema.safeParse(parse(file.text))
  if (read.success) return read.data
  const issue = read.error.issues[0]!
  throw new Error(
    `${file.name}: ${issue.path.join('.')}: ${issue.message}; compare it with the file of that name in Rapport's codebook`,
  )
}

/** codebook/auxiliary.yaml: words that tell of plans, possibilities and what did not happen. */
export function parseAuxiliary(file: { name: string; text: string }): AuxiliaryRules {
  const data = readList(file, AuxiliaryFile)
  return {
    future: new Set(data.future),
    futureModifiers: new Set(data.futureModifiers),
    hypothetical: new Set(data.hypothetical),
    hypotheticalModifiers: new Set(data.hypotheticalModifiers),
    negation: new Set(data.negation),
    conditions: new Set(data.conditions),
    demanding: new Set(data.demanding),
    implicative: new Set(data.implicative),
  }
}

/** codebook/speech.yaml: kinds of sources; the verbs of speech come from the event types. */
export function parseSpeech(file: { name: string; text: string }): SpeechWords {
  const data = readList(file, SpeechFile)
  return {
    documents: new Set(data.documents),
    images: new Set(data.images),
    agencies: new Set(data.agencies),
    unnamed: new Set(data.unnamed),
    showing: new Set(data.showing),
    according: new Set(data.according),
    claims: new Set(data.claims),
    light: new Set(data.light),
    views: {
      verb: viewsOf(data.views, 'verb'),
      noun: viewsOf(data.views, 'noun'),
      adjective: viewsOf(data.views, 'adjective'),
    },
  }
}

type ViewLine = z.infer<typeof SpeechFile>['views'][number]

/** The lines of the file by their words of one kind. An object holds what is told only where nothing else does. */
function viewsOf(lines: readonly ViewLine[], kind: 'verb' | 'noun' | 'adjective'): Map<string, Telling[]> {
  const out = new Map<string, Telling[]>()
  const isObject = ({ by }: ViewLine) => by === 'object'
  for (const line of [...lines.filter((l) => !isObject(l)), ...lines.filter(isObject)])
    for (const word of line[kind] ?? [])
      out.set(word, [...(out.get(word) ?? []), { stance: line.stance, by: line.by }])
  return out
}

/** codebook/numbers.yaml: what numbers count, and how sure they are. */
export function parseNumbers(file: { name: string; text: string }): NumberRules {
  const data = readList(file, NumbersFile)
  return {
    outcomes: new Map(Object.entries(data.outcomes).map(([what, lemmas]) => [what, new Set(lemmas)])),
    bounds: new Map(Object.entries(data.bounds) as [keyof typeof data.bounds, string[]][]),
    words: new Map(Object.entries(data.words)),
    scales: new Set(data.scales),
    uncounted: new Set(data.uncounted),
  }
}

/** codebook/evaluations.yaml: words that blame and praise. */
export function parseEvaluations(file: { name: string; text: string }): EvaluationRules {
  const data = readList(file, EvaluationsFile)
  return { blame: new Set(data.blame), praise: new Set(data.praise), reversal: new Set(data.reversal) }
}
