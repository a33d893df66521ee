import { z } from 'zod'
import type { TimeMeaning } from '../types/times.js'
import { end, slice, start } from './marks.js'
import { Attribution, Coder, Entity, Evidence, NumberSaid, Place, SaidByPerson } from './parts.js'
import { Aux, DateFrom, EventType } from './values.js'

/** What a mention and an event have in common. */
export const told = {
  id: z.string().describe('id, the same wherever the same reports are read'),
  event: EventType.describe('PLOVER event type, or STATEMENT'),
  mode: z.string().nullable().describe('PLOVER mode of the type'),
  context: z.array(z.string()).describe('PLOVER contexts'),
  aux: Aux.nullable().describe('null where it is told as having happened'),
  background: z.boolean().describe('told as background to the news'),
  date: z.string().nullable().describe('EDTF, as precise as the text; null where none is known'),
  date_from: DateFrom.nullable().describe('how the date is known'),
  date_text: slice(z.string().nullable(), 'the words that say when'),
  actor: z.array(Entity).describe('who did it; a visitor is the actor, and where neither is host all are'),
  recipient: z.array(Entity).describe('to whom'),
  recipient_from: z
    .enum(['said', 'addressed', 'about'])
    .nullable()
    .describe('how the recipient is known: told as such, addressed, or what a statement is about'),
  event_loc: Place.nullable().describe('where'),
  quote: slice(z.array(z.string()), 'words in quotation marks'),
  stance: z.string().nullable().describe('how it was said: said, claimed, denied, warned …'),
  numbers: z.array(NumberSaid).describe('what is counted'),
  attribution: Attribution.nullable().describe('whose word it is, where the report has it from a source'),
  coder: Coder.describe('what coded it'),
}

/** One report's telling of one event or statement. */
export const Mention = z.object({
  ...told,
  report: z.string().describe('id of the report, or of the entry where a person recorded it'),
  file: z.string().describe('the file that the report was read from'),
  start,
  end,
  text: slice(z.string(), 'the sentence or two that tell it'),
  trigger: z
    .object({
      start,
      end,
      text: slice(z.string(), 'the words'),
      lemma: z.string().describe('their dictionary form'),
    })
    .describe('the words that say that the event took place'),
  clause: z
    .object({ start, end })
    .optional()
    .describe(
      'the part of `text` that tells this and no other act of its type; left out where all of it does',
    ),
  topic: z
    .array(z.object({ start, end, text: slice(z.string(), 'the words') }))
    .describe('what was done, in the report’s words: the object that the trigger governs'),
  claimed_by: z.array(Entity).describe('who says that it happened, where the report has it from someone'),
  denied_by: z.array(Entity).describe('who denies that it happened'),
  dating: z
    .object({
      meaning: z.custom<TimeMeaning>().describe('what the words mean before they are counted from a day'),
      tense: z.enum(['past', 'present', 'future']).nullable().describe('tense of the sentence'),
    })
    .nullable()
    .describe(
      'what the text says of the time, so that an undated report can be dated from another of its story',
    ),
  confidence: z
    .number()
    .min(0)
    .max(1)
    .describe('how likely a record told and coded in this way is right, learned from annotated reports'),
  evidence: z
    .array(Evidence)
    .describe('for each value, where the report says it or from what it was inferred'),
  said_by_person: SaidByPerson.optional().describe(
    'only where a person recorded it by hand: its text is what they said, and it has no report',
  ),
})
