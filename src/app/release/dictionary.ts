import { type Cell, csvRow } from '../csv.js'
import { itemsOf, propertiesOf, type Shape } from './shape.js'

/** A file of a release, and the shape of its rows or lines. */
export interface Described {
  readonly file: string
  readonly shape: Shape
}

const HEADER = ['file', 'field', 'type', 'may_be_empty', 'values', 'meaning']

/**
 * A data dictionary as CSV: a row for each field of each file, taken from the schemas. Fields within fields are
 * written with a dot, those of a list with [] before it.
 * @example dictionaryOf([{ file: 'events.jsonl', shape: shapeOf(ReleasedEvent) }])
 */
export function dictionaryOf(files: readonly Described[]): string {
  const rows = files.flatMap(({ file, shape }) => fieldsOf(shape).map((row) => [file, ...row]))
  return [HEADER, ...rows].map(csvRow).join('')
}

function fieldsOf(shape: Shape, before = ''): Cell[][] {
  return Object.entries(propertiesOf(shape) ?? {}).flatMap(([name, field]) => {
    const path = `${before}${name}`
    const inner = typesOf(field).includes('array')
      ? fieldsOf(itemsOf(field), `${path}[].`)
      : fieldsOf(field, `${path}.`)
    return [rowOf(path, field), ...inner]
  })
}

function rowOf(path: string, field: Shape): Cell[] {
  const types = typesOf(field)
  const named = types.filter((type) => type !== 'null')
  return [path, typeName(named, field), types.includes('null'), valuesOf(field), field.description ?? null]
}

function typeName(named: readonly string[], field: Shape): string {
  const within = named.includes('array') ? typesOf(itemsOf(field)).filter((type) => type !== 'null') : []
  return within.length > 0 ? `list of ${within.join(' or ')}` : named.join(' or ') || 'any'
}

function typesOf({ type, anyOf }: Shape): readonly string[] {
  return [...new Set([...[type ?? []].flat(), ...(anyOf ?? []).flatMap(typesOf)])]
}

function valuesOf(field: Shape): string[] {
  const own = field.enum ?? field.anyOf?.find((one) => one.enum)?.enum ?? field.items?.enum ?? []
  return own.map(String)
}
