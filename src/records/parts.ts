/** What mentions and events are made of. */
import { z } from 'zod'
import { end, signed, slice, start } from './marks.js'
import { Control, Country, EntityKind } from './values.js'

export const Entity = z.object({
  id: z.string().describe('id, the same wherever the same reports are read'),
  name: z.string().describe('the name it is listed by'),
  names: z.array(z.string()).describe('every name and spelling that reports use for it'),
  kind: EntityKind.describe('what it is'),
  country: Country.nullable().describe('the state that it is or belongs to'),
  office: z.string().nullable().describe('the office held, in lower case'),
  pinned: z
    .object({
      machine: z.string().describe('the name that the machine had given it'),
      entry: z.string().describe('the entry of the log'),
      ...signed,
    })
    .optional()
    .describe('where a person pinned the name'),
})

/** A slice of one report's kept text; offsets in UTF-16 code units. */
export const QuotedSpan = z.object({
  report: z.string().describe('id of the report'),
  start,
  end,
  text: slice(z.string(), 'the words between the two'),
})

/** A rule that fired, and the words it fired on. */
export const Reason = z.object({
  rule: z.string().describe('the rule that fired'),
  words: slice(z.string(), 'the words that it fired on'),
  note: z.string().optional().describe('what else decided'),
})

/** One value of one field: said at spans, or inferred for a reason. */
export const Evidence = z.object({
  field: z.string().describe('the field that it is evidence for'),
  value: slice(z.string(), 'the value: an id, a date, or the words themselves'),
  said: z.boolean().describe('whether the report says it; otherwise it was inferred'),
  spans: z.array(z.object({ start, end })).describe('where in the text'),
  reason: Reason.describe('why'),
})

export const Place = z.object({
  name: z.string().describe('the place’s name'),
  country: Country.nullable().describe('the state that it lies in'),
  lat: z.number().nullable().describe('latitude in degrees, north is positive'),
  lon: z.number().nullable().describe('longitude in degrees, east is positive'),
  geonames: z.number().int().nullable().describe('its id in GeoNames'),
  precision: z
    .enum(['building', 'city', 'region', 'country', 'unknown'])
    .describe('what kind of place it is'),
})

export const NumberSaid = z.object({
  what: z.string().describe('what is counted'),
  value: z.number().describe('how many'),
  bound: z.enum(['at-least', 'at-most', 'about']).nullable().describe('null where the number is exact'),
  text: slice(z.string(), 'the words that say it'),
})

export const Attribution = z.object({
  kind: z.enum(['named', 'unnamed', 'document', 'image', 'agency']).describe('what kind of source'),
  name: z.string().describe('who or what, as the report calls it'),
})

export const Coder = z.object({
  reader: z.string().describe('version of the reader: a hash of its weights'),
  codebook: z.string().describe('version of the codebook: a hash of its files'),
})

/** What a person recorded by hand rests on. */
export const SaidByPerson = z.object({
  entry: z.string().describe('id of what was recorded'),
  by: z.string().describe('who recorded it'),
  source: z
    .object({
      url: z.string().nullable().describe('address'),
      outlet: z.string().nullable().describe('who published it'),
      title: z.string().nullable().describe('title'),
    })
    .nullable()
    .describe('where the person has it from, as they say'),
  note: z.string().nullable().describe('what happened, in the person’s words'),
})

/** An outlet as the codebook has it; `source` says where country and control can be checked. */
export const Outlet = z.object({
  name: z.string(),
  country: Country,
  control: Control,
  source: z.string(),
})
