import { z } from 'zod'
import type { TimeMeaning } from './types.js'

/** The records that leave Rapport, one zod schema each. Types and JSON Schema files come from these. */

/** A state of 3 letters: ISO 3166-1 alpha-3, a former state (SUN) or a user-assigned code (XAA to XZZ). */
export const Country = z.string().regex(/^[A-Z]{3}$/)

export const EventType = z.enum([
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
  'STATEMENT',
])

/** Who owns and runs an outlet: a government, the public, or a private owner. */
export const Control = z.enum(['state', 'public', 'private'])

/** How a report stands: withdrawn ones do not count, embargoed ones are not shown before their time. */
export const Standing = z.enum(['live', 'corrected', 'withdrawn', 'embargoed'])

/** The field of dealings between states that an event belongs to. */
export const Kind = z.enum(['diplomatic', 'military', 'economic', 'transport', 'culture', 'sanctions'])

export const Aux = z.enum(['historical', 'future', 'hypothetical', 'negation'])

/** How a date is known: said in the sentence, or counted from something else. */
export const DateFrom = z.enum(['said', 'publication', 'other-event', 'other-report', 'named-period'])

export const EntityKind = z.enum(['person', 'state', 'organisation', 'group'])

/** A field that holds words of a report: a release whose texts may not be passed on leaves it out. */
const slice = <T extends z.ZodType>(schema: T, description: string): T =>
  schema.meta({ description, slice: true }) as T

const start = z
  .number()
  .int()
  .describe('offset of its first character in the report’s text, in UTF-16 code units')
const end = z.number().int().describe('offset after its last character, in UTF-16 code units')

/** Who corrected something, when (ISO 8601) and why. */
const signed = {
  by: z.string().describe('who corrected it'),
  at: z.string().describe('when, ISO 8601'),
  reason: z.string().describe('why, in their words'),
}

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

/** What a mention and an event have in common. */
const told = {
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

/** One clue that joined two mentions, and what it added. */
export const Clue = z.object({
  clue: z.string().describe('what the two were compared by'),
  weight: z.number().describe('what it added; below 0 it spoke against'),
  words: slice(z.string(), 'what was compared'),
})

/** The values of an event that a person may correct. */
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

/** An outlet as the codebook has it; `source` says where country and control can be checked. */
export const Outlet = z.object({
  name: z.string(),
  country: Country,
  control: Control,
  source: z.string(),
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
