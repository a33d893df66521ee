/** Writes the JSON Schema of each record that leaves Rapport into docs/schemas: `npm run schemas`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { packageRoot } from '../src/app/paths.js'
import * as records from '../src/records.js'

/** The records that commands write, by the file that describes them. */
const WRITTEN = {
  'mention.json': {
    schema: records.Mention,
    title: 'One line of `rapport code`: one report’s telling of an event',
  },
  'event.json': { schema: records.Event, title: 'One line of `rapport events --format jsonl`' },
  'log-entry.json': { schema: records.LogLine, title: 'One line of `rapport log --format jsonl`' },
  'comparison.json': { schema: records.Comparison, title: 'The result of `rapport compare --format json`' },
}

/** Schemas are named in `$defs` as records.ts names them; fields have their descriptions. */
function nameSchemas(): void {
  for (const [id, schema] of Object.entries(records))
    if (typeof schema !== 'function') z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), id })
}

/** Every schema file by its name, as text. */
export function schemaFiles(): ReadonlyMap<string, string> {
  nameSchemas()
  const texts = Object.entries(WRITTEN).map(([file, { schema, title }]) => {
    // What a time expression means is a structure of the reader's own, described in src/types/times.ts.
    const { $schema, ...rest } = z.toJSONSchema(schema, { unrepresentable: 'any' })
    return [file, `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`] as const
  })
  return new Map(texts)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(packageRoot, 'docs/schemas')
  mkdirSync(folder, { recursive: true })
  for (const [file, text] of schemaFiles()) writeFileSync(join(folder, file), text)
}
