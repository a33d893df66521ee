import { parse } from 'yaml'
import { z } from 'zod'
import { Country } from '../records.js'
import type { Exonym } from './places.js'

const PlacesFile = z.strictObject({
  source: z.string(),
  exonyms: z.array(z.strictObject({ name: z.string(), city: z.string(), country: Country })),
})

/** codebook/places.yaml: English names that the gazetteer lacks. @throws Error naming the file and the field */
export function parsePlaces(file: { name: string; text: string }): readonly Exonym[] {
  const read = PlacesFile.safeParse(parse(file.text))
  if (read.success) return read.data.exonyms
  const issue = read.error.issues[0]!
  throw new Error(
    `${file.name}: ${issue.path.join('.')}: ${issue.message}; compare it with Rapport's own places.yaml`,
  )
}
