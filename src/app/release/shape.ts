import { z } from 'zod'

/** A zod schema as JSON Schema has it, as far as releases need it. */
export interface Shape {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly items?: Shape
  readonly anyOf?: readonly Shape[]
  readonly enum?: readonly unknown[]
  readonly description?: string
  /** The field holds words of a report, see `slice` in records/marks.ts. */
  readonly slice?: boolean
}

/** The shape of what a schema describes, with nothing referred to elsewhere. */
export function shapeOf(schema: z.ZodType): Shape {
  return z.toJSONSchema(schema, {
    unrepresentable: 'any',
    metadata: z.globalRegistry,
    reused: 'inline',
  }) as Shape
}

/** The shape without the fields that hold words of reports. */
export function withoutSlices(shape: Shape): Shape {
  const { properties, items, anyOf } = shape
  return {
    ...shape,
    ...(properties && { properties: kept(properties) }),
    ...(items && { items: withoutSlices(items) }),
    ...(anyOf && { anyOf: anyOf.map(withoutSlices) }),
  }
}

function kept(properties: Readonly<Record<string, Shape>>): Record<string, Shape> {
  const fields = Object.entries(properties).filter(([, field]) => !field.slice)
  return Object.fromEntries(fields.map(([name, field]) => [name, withoutSlices(field)]))
}

/** Whether it may be one of several things made of parts: which one, its shape does not tell. */
function isOpen(shape: Shape): boolean {
  const branches = (one: Shape): number =>
    one.anyOf
      ? one.anyOf.reduce((sum, each) => sum + branches(each), 0)
      : Number(Boolean(one.properties ?? one.items))
  return branches(shape) > 1
}

/** The value with those fields only that its shape has, in the shape's order. */
export function fitted(value: unknown, shape: Shape): unknown {
  if (isOpen(shape)) return value
  if (Array.isArray(value)) return value.map((item) => fitted(item, itemsOf(shape)))
  const properties = propertiesOf(shape)
  if (!properties || typeof value !== 'object' || value === null) return value
  const fields = Object.entries(properties).filter(([name]) => name in value)
  return Object.fromEntries(
    fields.map(([name, field]) => [name, fitted((value as Record<string, unknown>)[name], field)]),
  )
}

/** What a list holds; null may stand in its place. */
export function itemsOf(shape: Shape): Shape {
  return shape.items ?? shape.anyOf?.find(({ items }) => items)?.items ?? {}
}

/** The fields of an object; null may stand in its place. */
export function propertiesOf(shape: Shape): Readonly<Record<string, Shape>> | undefined {
  return shape.properties ?? shape.anyOf?.find(({ properties }) => properties)?.properties
}
