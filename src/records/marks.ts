/** Fields that several records share, and the mark of those that hold words of a report. */
import { z } from 'zod'

/** A field that holds words of a report: a release whose texts may not be passed on leaves it out. */
export const slice = <T extends z.ZodType>(schema: T, description: string): T =>
  schema.meta({ description, slice: true }) as T

export const start = z
  .number()
  .int()
  .describe('offset of its first character in the report’s text, in UTF-16 code units')
export const end = z.number().int().describe('offset after its last character, in UTF-16 code units')

/** Who corrected something, when (ISO 8601) and why. */
export const signed = {
  by: z.string().describe('who corrected it'),
  at: z.string().describe('when, ISO 8601'),
  reason: z.string().describe('why, in their words'),
}
