import { parse } from 'yaml'
import { z } from 'zod'
import { fold } from '../resolving/fold.js'

const HousesFile = z.strictObject({
  source: z.string(),
  houses: z.array(
    z.strictObject({ house: z.string(), outlets: z.array(z.string()), source: z.string().optional() }),
  ),
})

/** The house that an outlet belongs to, or null where none is known. */
export type HouseOf = (outlet: string) => string | null

const keyOf = (outlet: string): string => fold(outlet).replace(/^the /, '')

/**
 * codebook/houses.yaml: which outlets belong to one publisher.
 * @throws Error naming the file and the field
 * @example parseHouses(file)('The Daily Mirror') // 'Reach'
 */
export function parseHouses(file: { name: string; text: string }): HouseOf {
  const read = HousesFile.safeParse(parse(file.text))
  if (!read.success) {
    const issue = read.error.issues[0]!
    throw new Error(
      `${file.name}: ${issue.path.join('.')}: ${issue.message}; compare it with Rapport's own houses.yaml`,
    )
  }
  const houses = new Map(
    read.data.houses.flatMap(({ house, outlets }) =>
      outlets.map((outlet) => [keyOf(outlet), house] as const),
    ),
  )
  return (outlet) => houses.get(keyOf(outlet)) ?? null
}
