/** What leaves Rapport, typed by its schema in records.ts, and what merging makes of many reports. */
import type { z } from 'zod'
import type * as records from '../records.js'

export type EventType = z.infer<typeof records.EventType>
export type Aux = z.infer<typeof records.Aux>
export type DateFrom = z.infer<typeof records.DateFrom>
export type EntityKind = z.infer<typeof records.EntityKind>
export type Entity = z.infer<typeof records.Entity>
export type Reason = z.infer<typeof records.Reason>
export type Evidence = z.infer<typeof records.Evidence>
export type Place = z.infer<typeof records.Place>
export type NumberSaid = z.infer<typeof records.NumberSaid>
export type Attribution = z.infer<typeof records.Attribution>
export type Mention = z.infer<typeof records.Mention>
export type SaidByPerson = z.infer<typeof records.SaidByPerson>
export type Clue = z.infer<typeof records.Clue>
export type Event = z.infer<typeof records.Event>
export type CorrectedField = z.infer<typeof records.CorrectedField>
export type CorrectedValue = z.infer<typeof records.CorrectedValue>
export type Correction = z.infer<typeof records.Correction>
export type LogEntry = z.infer<typeof records.LogEntry>
export type LogLine = z.infer<typeof records.LogLine>
export type FieldName = z.infer<typeof records.FieldName>
export type FieldValue = z.infer<typeof records.FieldValue>
export type ComparedField = z.infer<typeof records.ComparedField>
export type Point = z.infer<typeof records.Point>
export type Comparison = z.infer<typeof records.Comparison>
export type Kind = z.infer<typeof records.Kind>
export type Standing = z.infer<typeof records.Standing>

/** What the codebook knows of an outlet: it says who owns and runs it, not whether it is right. */
export type Outlet = z.infer<typeof records.Outlet>

/** The reports that carry the same news. */
export interface Story {
  readonly id: string
  readonly title: string | null
  readonly reports: readonly string[]
  readonly events: readonly string[]
  /** EDTF day of its first report, or null. */
  readonly since: string | null
  /** Those of its reports that were withdrawn: they stay to be seen and do not count. */
  readonly withdrawn: readonly string[]
  /** From how many texts those of its reports that count have their words. */
  readonly origins: number
  /** Earlier stories that it carries further: some of its reports are as alike to theirs as those of one story. */
  readonly follows: readonly string[]
}

/** The reports whose words come from one text. */
export interface Origin {
  readonly id: string
  readonly reports: readonly string[]
  readonly reason: Reason
}
