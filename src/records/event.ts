import { z } from 'zod'
import { Correction } from './correction.js'
import { slice } from './marks.js'
import { Mention, told } from './mention.js'
import { Entity, QuotedSpan, SaidByPerson } from './parts.js'
import { Control, Country, DateFrom, Kind } from './values.js'

/** One clue that joined two mentions, and what it added. */
export const Clue = z.object({
  clue: z.string().describe('what the two were compared by'),
  weight: z.number().describe('what it added; below 0 it spoke against'),
  words: slice(z.string(), 'what was compared'),
})

/** The thing itself: one or more mentions, in one or many reports, merged. */
export const Event = z.object({
  ...told,
  date_from: z
    .enum([...DateFrom.options, 'person'])
    .nullable()
    .describe('how the date is known; person: somebody corrected it'),
  quote: slice(z.string().nullable(), 'the fullest of the quotations that tell it'),
  summary: slice(z.string(), 'a few words for people, made from the record or taken from the text'),
  kind: Kind.nullable().describe(
    'the field of dealings that it belongs to; null where no rule of the codebook says',
  ),
  quad_code: z
    .number()
    .int()
    .min(1)
    .max(4)
    .nullable()
    .describe('1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict'),
  score: z.number().nullable().describe('PLOVER’s score, from conflict below 0 to cooperation above'),
  reports: z.number().int().describe('how many reports tell it'),
  origins: z
    .number()
    .int()
    .describe('how many voices that is: copies of one text, or relays of one source, are one'),
  speaker: Entity.nullable().describe('of a statement: who said it'),
  claimed_by: z.array(Entity).describe('who says that it happened'),
  denied_by: z.array(Entity).describe('who denies it'),
  said_by_person: z
    .array(SaidByPerson)
    .describe('what people recorded of it by hand; its values are theirs only where no report tells it'),
  contested: z.array(z.string()).describe('the fields on which its tellings exclude each other'),
  story: z.string().nullable().describe('id of the story in which it is news'),
  text_info: z.array(QuotedSpan).describe('the words that tell it, a report each'),
  cite_info: z
    .array(
      z.object({
        url: z.string().nullable().describe('address'),
        title: z.string().nullable().describe('title'),
        publication: z.string().nullable().describe('outlet'),
        country: Country.nullable().describe('the state that the outlet belongs to, as far as it is known'),
        control: Control.nullable().describe('who owns and runs the outlet, as far as it is known'),
        language: z.string().nullable().describe('ISO 639-1'),
      }),
    )
    .describe('the reports that tell it'),
  mentions: z.array(Mention).describe('its tellings'),
  joins: z
    .array(
      z.object({
        mention: z.string().describe('id of the mention'),
        to: z.string().describe('id of the mention that it joined'),
        clues: z.array(Clue).describe('every clue'),
        total: z.number().describe('what they add up to'),
      }),
    )
    .describe('for each mention after the first: which it joined, and why'),
  corrections: z
    .array(Correction)
    .describe(
      'what persons corrected, the machine’s value beside theirs; the values above are the corrected ones',
    ),
})

/** Whether a person said that there is no such event: it then answers by its id alone. */
export const isRejected = ({
  corrections,
}: {
  corrections: readonly z.infer<typeof Correction>[]
}): boolean => corrections.some(({ action, field }) => action === 'reject' && field === null)
