import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { Aux, Country, EventType } from '../../../records.js'
import { type Written, written } from '../../one-story.js'
import { packageRoot } from '../../paths.js'

/**
 * One event that a careful reader takes from a story. test/gold/moscow-october-2025.yaml tells what the fields mean.
 */
const GoldEvent = z.strictObject({
  id: z.string(),
  event: z.array(EventType),
  actor: z.array(Country),
  recipient: z.array(Country),
  free: z.boolean().default(false),
  date: z.coerce.string().optional(),
  aux: z
    .union([Aux, z.literal('any')])
    .nullable()
    .default(null),
  background: z.boolean().optional(),
  in: z.array(z.number().int()),
  optional: z.boolean().default(false),
})
export type GoldEvent = z.infer<typeof GoldEvent>

const GoldFile = z.strictObject({
  /** Below examples/. */
  folder: z.string(),
  /** An overlay within the folder. */
  codebook: z.string().optional(),
  rows: z.array(GoldEvent),
})

/** A story of our own, with what there is to find in it. */
export interface GoldStory {
  readonly name: string
  readonly files: readonly Written[]
  readonly codebookDirs: readonly string[]
  readonly rows: readonly GoldEvent[]
}

const GOLD = join(packageRoot, 'test/gold')
const EXAMPLES = join(packageRoot, 'examples')

function storyOf(file: string): GoldStory {
  const { folder, codebook, rows } = GoldFile.parse(parse(readFileSync(join(GOLD, file), 'utf8')))
  const path = join(EXAMPLES, folder)
  const names = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile())
  return {
    name: folder,
    files: names.map(({ name }) => written(join(path, name))),
    codebookDirs: codebook ? [join(path, codebook)] : [],
    rows,
  }
}

/** The stories of examples/ with the gold of test/gold. */
export const readStories = (): GoldStory[] =>
  readdirSync(GOLD)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map(storyOf)
