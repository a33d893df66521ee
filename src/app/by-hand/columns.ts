import { z } from 'zod'
import { readFile, type SourceFile } from '../../reading/codebook-yaml.js'
import { fold } from '../../resolving/fold.js'
import { Given } from './given.js'

/** What a column of a tracker may hold. */
export const Field = Given.keyof()
export type Field = z.infer<typeof Field>

const ColumnsFile = z.strictObject({
  source: z.string(),
  columns: z.partialRecord(Field, z.array(z.string())),
})

/** Fields by the folded names of columns that hold them. */
type ColumnNames = ReadonlyMap<string, Field>

/**
 * Reads codebook/columns.yaml and what overlays add to it.
 * @throws CodebookError when a file does not keep to its form
 */
export function parseColumns(files: readonly SourceFile[]): ColumnNames {
  const known = files.flatMap((file) => Object.entries(readFile(file, ColumnsFile).columns))
  const names = known.flatMap(([field, words]) =>
    [field, ...words].map((word) => [fold(word), field] as const),
  )
  return new Map(names as [string, Field][])
}

/** Which column holds which field, by the column's name. */
export type Mapping = ReadonlyMap<string, Field>

/** Why columns cannot be mapped, and what to try. */
export class MappingError extends Error {
  override readonly name = 'MappingError'
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message)
  }
}

/**
 * Which column holds what: as told, else by its name. Of two columns for one field none is guessed.
 * @param told pairs as "Datum=date"
 * @throws MappingError when a pair names no column or no field, or when a field is not clear or missing
 */
export function mapColumns(columns: readonly string[], told: readonly string[], names: ColumnNames): Mapping {
  const given = new Map(told.map((pair) => toldPair(pair, columns)))
  const taken = new Set(given.values())
  const matched = columns.flatMap((column): [string, Field][] => {
    const field = names.get(fold(column))
    return given.has(column) || !field || taken.has(field) ? [] : [[column, field]]
  })
  const mapping = new Map([...given, ...matched])
  for (const field of Field.options) checkField(field, mapping, columns)
  return mapping
}

function toldPair(pair: string, columns: readonly string[]): [string, Field] {
  const at = pair.lastIndexOf('=')
  const [column, name] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
  const field = Field.safeParse(name.toLowerCase()).data
  if (at < 1 || !field)
    throw new MappingError(
      `"${pair}" maps no column`,
      `write COLUMN=FIELD; the fields are ${Field.options.join(', ')}`,
    )
  const meant = columns.find((one) => one === column) ?? columns.find((one) => fold(one) === fold(column))
  if (!meant)
    throw new MappingError(`there is no column "${column}"`, `the columns are ${columns.join(', ')}`)
  return [meant, field]
}

const REQUIRED: readonly Field[] = ['type', 'actor']

function checkField(field: Field, mapping: Mapping, columns: readonly string[]): void {
  const holding = [...mapping].filter(([, one]) => one === field).map(([column]) => column)
  if (holding.length > 1)
    throw new MappingError(
      `the columns ${holding.join(' and ')} could both hold ${field}`,
      `say which with --map "${holding[0]}=${field}"`,
    )
  if (holding.length === 0 && REQUIRED.includes(field))
    throw new MappingError(
      `no column is known to hold ${field} (columns: ${columns.join(', ')})`,
      `say which with --map "COLUMN=${field}"`,
    )
}
