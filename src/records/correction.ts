import { z } from 'zod'
import { signed, slice } from './marks.js'
import { Entity, NumberSaid, Place } from './parts.js'

/** The values of an event that a person may correct, in the order in which they are set. */
export const CorrectedField = z.enum([
  'event',
  'mode',
  'aux',
  'date',
  'actor',
  'recipient',
  'event_loc',
  'quote',
  'numbers',
])

/** A value of such a field, as the event has it: a text, parties, a place or numbers; null where there is none. */
export const CorrectedValue = z.union([z.string(), z.array(Entity), z.array(NumberSaid), Place]).nullable()

export const CorrectionAction = z.enum(['value', 'reject', 'merge', 'split', 'not-same', 'name', 'undo'])

/** What a person said of an event, beside what the machine had made of it. */
export const Correction = z.object({
  entry: z.string().describe('the entry of the log'),
  action: CorrectionAction.describe('what was done'),
  field: CorrectedField.nullable().describe(
    'the value corrected; null where it is about the event as a whole',
  ),
  machine: slice(CorrectedValue, 'what the machine makes of it now'),
  value: slice(CorrectedValue, 'what stands in its place; null where the person says that there is none'),
  ...signed,
})

/** One line of the log of corrections, which is only ever added to. */
export const LogEntry = z.object({
  /** "c1", "c2" … in the order in which they were written. */
  id: z.string(),
  action: CorrectionAction,
  /** What it is about: events are held by their mentions, entities by the ids under which reports name them. */
  of: z.enum(['event', 'entity']),
  /** The ids that the person named. */
  targets: z.array(z.string()),
  /** What it holds on to, one list for each side: what is to be one, or what is to be apart. */
  sides: z.array(z.array(z.string())),
  field: CorrectedField.nullable(),
  /** What stood there when it was written. */
  machine: CorrectedValue,
  value: CorrectedValue,
  /** The entry that it undoes. */
  undoes: z.string().nullable(),
  ...signed,
})

/** The same as it leaves the record. */
export const LogLine = LogEntry.extend({
  /** Whether it holds: nobody has undone it, or the undoing was undone. */
  stands: z.boolean(),
})
