import { z } from 'zod'
import { Event } from './event.js'
import { QuotedSpan } from './parts.js'
import { Control, Country, Standing } from './values.js'

export const FieldName = z.enum([
  'date',
  'place',
  'actor',
  'recipient',
  'name',
  'number',
  'wording',
  'quote',
  'detail',
  'aux',
  'attribution',
])
export const Status = z.enum(['agree', 'conflict', 'single'])
export const DifferenceKind = z.enum(['spelling', 'wording', 'precision', 'extra', 'update', 'conflict'])

export const FieldValue = z.object({
  value: z.string(),
  said: z.boolean(),
  reports: z.array(z.string()),
  spans: z.array(QuotedSpan),
  /** Whose word a number rests on, as the reports name it. */
  by: z.array(z.string()),
})

export const ComparedField = z.object({
  field: FieldName,
  status: Status,
  kind: DifferenceKind.nullable(),
  values: z.array(FieldValue),
})

export const Point = z.object({
  event: Event,
  /** The events that announced it ("will meet"), in their own points as well. */
  announced: z.array(z.string()),
  status: Status,
  in: z.array(z.string()),
  silent: z.array(z.string()),
  fields: z.array(ComparedField),
})

/** Country, control and the source of both are those of the outlet; null where it is not known. */
export const ComparedReport = z.object({
  id: z.string(),
  file: z.string(),
  outlet: z.string().nullable(),
  outlet_country: Country.nullable(),
  outlet_control: Control.nullable(),
  outlet_source: z.string().nullable(),
  title: z.string().nullable(),
  published: z.string().nullable(),
  origin: z.string(),
  standing: Standing,
  /** When an embargo ends; who says how the report stands, and in which words. */
  standing_until: z.string().nullable(),
  standing_from: z.enum(['text', 'mark']).nullable(),
  standing_reason: z.string().nullable(),
  /** Withdrawn reports of whose words these are, wholly or in part. */
  withdrawn_copies: z.array(z.string()),
})

/** A story laid out point by point. */
export const Comparison = z.object({
  story: z.string(),
  reports: z.array(ComparedReport),
  points: z.array(Point),
})
