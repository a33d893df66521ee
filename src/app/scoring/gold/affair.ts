import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { DifferenceKind, FieldName } from '../../../records.js'
import { type Written, written } from '../../one-story.js'
import { packageRoot } from '../../paths.js'

const AFFAIRS = join(packageRoot, 'test/gold/affair')
/** An overlay on the codebook with the states of the made affairs. */
export const AFFAIR_STATES = join(AFFAIRS, 'codebook')

/** What a comparison must show of an event. test/gold/affair/README.md tells what the keys mean. */
const PlantedField = z.strictObject({
  field: FieldName,
  kind: z.array(z.union([DifferenceKind, z.literal('same'), z.literal('any')])),
  reports: z.array(z.number().int()),
  optional: z.boolean().default(false),
})
export type PlantedField = z.infer<typeof PlantedField>

const PlantedEvent = z.strictObject({
  id: z.string(),
  /** By the number of the report, the words that tell it: any of them will do. */
  told: z.record(z.coerce.number().int(), z.array(z.string())),
  fields: z.array(PlantedField).default([]),
})
export type PlantedEvent = z.infer<typeof PlantedEvent>

const Planted = z.strictObject({
  half: z.enum(['tune', 'test']),
  copies: z.array(z.array(z.number().int())),
  events: z.array(PlantedEvent),
})

/** A made affair, with what was planted in its reports. */
export interface Affair extends z.infer<typeof Planted> {
  readonly name: string
  readonly files: readonly Written[]
}

/** The number that the file of a report begins with. */
export const numberOf = (file: string): number => Number.parseInt(file, 10)

function affairOf(name: string): Affair {
  const folder = join(AFFAIRS, name)
  const planted = Planted.parse(parse(readFileSync(join(folder, 'planted.yaml'), 'utf8')))
  const texts = readdirSync(folder).filter((file) => file.endsWith('.txt'))
  return { ...planted, name, files: texts.sort().map((file) => written(join(folder, file))) }
}

/** The two made affairs of test/gold/affair. */
export const readAffairs = (): Affair[] => ['gas', 'fish'].map(affairOf)
