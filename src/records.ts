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

export const Entity = z.object({
  id: z.string(),
  name: z.string(),
  names: z.array(z.string()),
  kind: EntityKind,
  country: Country.nullable(),
  office: z.string().nullable(),
})

/** A slice of one report's kept text; offsets in UTF-16 code units. */
export const QuotedSpan = z.object({
  report: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
})

/** A rule that fired, and the words it fired on. */
export const Reason = z.object({ rule: z.string(), words: z.string(), note: z.string().optional() })

/** One value of one field: said at spans, or inferred for a reason. */
export const Evidence = z.object({
  field: z.string(),
  value: z.string(),
  said: z.boolean(),
  spans: z.array(z.object({ start: z.number().int(), end: z.number().int() })),
  reason: Reason,
})

export const Place = z.object({
  name: z.string(),
  country: Country.nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  geonames: z.number().int().nullable(),
  precision: z.enum(['building', 'city', 'region', 'country', 'unknown']),
})

export const NumberSaid = z.object({
  what: z.string(),
  value: z.number(),
  bound: z.enum(['at-least', 'at-most', 'about']).nullable(),
  text: z.string(),
})

export const Attribution = z.object({
  kind: z.enum(['named', 'unnamed', 'document', 'image', 'agency']),
  name: z.string(),
})

export const Coder = z.object({ reader: z.string(), codebook: z.string() })

/** What a mention and an event have in common. */
const told = {
  id: z.string(),
  event: EventType,
  mode: z.string().nullable(),
  context: z.array(z.string()),
  aux: Aux.nullable(),
  background: z.boolean(),
  /** EDTF, as precise as the text; null where none is known. */
  date: z.string().nullable(),
  date_from: DateFrom.nullable(),
  date_text: z.string().nullable(),
  actor: z.array(Entity),
  recipient: z.array(Entity),
  recipient_from: z.enum(['said', 'addressed', 'about']).nullable(),
  event_loc: Place.nullable(),
  quote: z.array(z.string()),
  stance: z.string().nullable(),
  numbers: z.array(NumberSaid),
  attribution: Attribution.nullable(),
  coder: Coder,
}

/** One report's telling of one event or statement. */
export const Mention = z.object({
  ...told,
  report: z.string(),
  file: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
  /** The words of the trigger: what says that the event took place. */
  trigger: z.object({ start: z.number().int(), end: z.number().int(), text: z.string(), lemma: z.string() }),
  /** What was done, in the text's words (the object that the trigger governs, "mutual defense agreement"), for comparing. */
  topic: z.array(z.object({ start: z.number().int(), end: z.number().int(), text: z.string() })),
  /** Who says that it happened, where the report has it from someone; who denies it. */
  claimed_by: z.array(Entity),
  denied_by: z.array(Entity),
  /** What the text says of the time, kept so that an undated report can be dated from another of its story. */
  dating: z
    .object({ meaning: z.custom<TimeMeaning>(), tense: z.enum(['past', 'present', 'future']).nullable() })
    .nullable(),
  /** How likely a record that is told and coded in this way is right, learned from annotated reports. */
  confidence: z.number().min(0).max(1),
  evidence: z.array(Evidence),
})

/** One clue that joined two mentions, and what it added. */
export const Clue = z.object({ clue: z.string(), weight: z.number(), words: z.string() })

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

/** Who corrected it, when (ISO 8601) and why. */
const signed = { by: z.string(), at: z.string(), reason: z.string() }

/** What a person said of an event, beside what the machine had made of it. */
export const Correction = z.object({
  /** The entry of the log. */
  entry: z.string(),
  action: CorrectionAction,
  /** The value that is corrected; null where it is about the event as a whole. */
  field: CorrectedField.nullable(),
  /** What the machine makes of it now. */
  machine: CorrectedValue,
  /** What stands in its place; null where the person says that there is none. */
  value: CorrectedValue,
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
  /** person: somebody corrected it, see `corrections`. */
  date_from: z.enum([...DateFrom.options, 'person']).nullable(),
  /** The fullest of the quotations that tell it. */
  quote: z.string().nullable(),
  summary: z.string(),
  /** Null where no rule of codebook/kinds.yaml holds. */
  kind: Kind.nullable(),
  quad_code: z.number().int().min(1).max(4).nullable(),
  score: z.number().nullable(),
  reports: z.number().int(),
  origins: z.number().int(),
  speaker: Entity.nullable(),
  claimed_by: z.array(Entity),
  denied_by: z.array(Entity),
  contested: z.array(z.string()),
  story: z.string().nullable(),
  text_info: z.array(
    z.object({ report: z.string(), start: z.number().int(), end: z.number().int(), text: z.string() }),
  ),
  cite_info: z.array(
    z.object({
      url: z.string().nullable(),
      title: z.string().nullable(),
      publication: z.string().nullable(),
      /** Of the outlet, as far as it is known. */
      country: Country.nullable(),
      control: Control.nullable(),
      language: z.string().nullable(),
    }),
  ),
  mentions: z.array(Mention),
  /** For each mention after the first: which it joined, and every clue with its weight. */
  joins: z.array(z.object({ mention: z.string(), to: z.string(), clues: z.array(Clue), total: z.number() })),
  /** What persons corrected, the machine's value beside theirs; the values above are the corrected ones. */
  corrections: z.array(Correction),
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
})

export const ComparedField = z.object({
  field: FieldName,
  status: Status,
  kind: DifferenceKind.nullable(),
  values: z.array(FieldValue),
})

export const Point = z.object({
  event: Event,
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
