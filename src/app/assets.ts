import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Learned } from '../coding/index.js'
import { parseRarity, type Rarity } from '../merging/rarity.js'
import { decodeModel, type ReaderModel } from '../reading/model.js'

/** The package's folder of weights, seen from src/app and from dist/app alike. */
const MODELS = new URL('../../models/', import.meta.url)

/**
 * Reads the reader's weights from the package.
 *
 * @throws when models/reader.bin is missing or is no model
 */
export function loadModel(): ReaderModel {
  return decodeModel(readFileSync(new URL('reader.bin', MODELS)))
}

const Linear = z.object({
  classes: z.array(z.string()),
  weights: z.record(z.string(), z.array(z.number())).transform((rows) => new Map(Object.entries(rows))),
})
const LearnedFile = z.object({ utterance: Linear, told: Linear, party: Linear, record: Linear })

/**
 * Reads what the coder learned from annotated reports.
 *
 * @throws when models/coder.json is missing or is not what the coder expects
 */
export function loadLearned(): Learned {
  return LearnedFile.parse(JSON.parse(readFileSync(new URL('coder.json', MODELS), 'utf8')))
}

/** Reads how frequent words are from the package. @throws when models/words.txt is missing or is no such table */
export function loadRarity(): Rarity {
  return parseRarity(readFileSync(new URL('words.txt', MODELS), 'utf8'))
}
