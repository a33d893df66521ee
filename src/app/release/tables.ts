import { z } from 'zod'
import { Control, Country, Entity, Event, Mention, Standing } from '../../records.js'
import type { StoredReport } from '../../store/index.js'
import type * as types from '../../types.js'
import { EVENT_COLUMNS } from '../cli/columns.js'
import type { Cell } from '../csv.js'
import { toldStanding } from '../stored-story.js'

/** A column of a CSV file: what it holds, and the cell made from a record. */
export interface Column<T> {
  readonly schema: z.ZodType
  readonly cell: (record: T) => Cell
}

/** One kind of record in a release: NAME.jsonl has it whole, NAME.csv in columns. */
export interface Table<T> {
  readonly name: string
  readonly about: string
  readonly record: z.ZodObject
  /** What stands in the JSON Lines; the record itself where it says nothing. */
  readonly line?: (record: T) => unknown
  readonly columns: Readonly<Record<string, Column<T>>>
}

const text = (description: string) => z.string().describe(description)
const maybe = (description: string) => z.string().nullable().describe(description)
const list = (description: string) => z.string().describe(`${description}, joined by "; "`)
const count = (description: string) => z.number().int().describe(description)

/** Columns that hold fields of the record as they are. */
const fields = <K extends string>(
  shape: Readonly<Record<K, z.ZodType>>,
  ...names: readonly NoInfer<K>[]
): Record<string, Column<Record<K, Cell>>> =>
  Object.fromEntries(names.map((name) => [name, { schema: shape[name], cell: (record) => record[name] }]))

/** Columns that hold lists, their items joined. */
const lists = <K extends string>(
  shape: Readonly<Record<K, z.ZodType>>,
  ...names: readonly NoInfer<K>[]
): Record<string, Column<Record<K, Cell>>> =>
  Object.fromEntries(
    names.map((name) => [name, { schema: list(shape[name].description!), cell: (record) => record[name] }]),
  )

export const ReleasedEvent = Event.omit({ mentions: true }).extend({
  mentions: z.array(z.string()).describe('ids of its tellings, in mentions.jsonl'),
})
export type ReleasedEvent = z.infer<typeof ReleasedEvent>

export const ReleasedMention = Mention.omit({ file: true }).extend({
  event_id: text('id of the event that it tells'),
})
export type ReleasedMention = z.infer<typeof ReleasedMention>

export const ReleasedReport = z.object({
  id: text('id of the report'),
  sha256: text('SHA-256 of its text as it was kept, in UTF-8'),
  url: maybe('its address'),
  outlet: maybe('who published it'),
  outlet_country: Country.nullable().describe('the state that the outlet belongs to, as far as it is known'),
  outlet_control: Control.nullable().describe('who owns and runs the outlet, as far as it is known'),
  outlet_source: maybe('where country and control can be checked'),
  agency: maybe('the agency that it credits with its words'),
  author: maybe('its by-line'),
  title: maybe('its title'),
  published: maybe('when it was published, EDTF'),
  language: maybe('ISO 639-1; null where it could not be told'),
  standing: Standing.describe(
    'how it stands: what a withdrawn one told counts in nothing; an embargoed one is in no release',
  ),
  standing_from: z
    .enum(['text', 'mark'])
    .nullable()
    .describe('who says so: its text or a person; null where nobody does'),
  standing_reason: z.string().nullable().meta({ description: 'in which words', slice: true }),
  story: maybe('id of its story'),
  origin: maybe('reports whose words come from one text have the same'),
  mentions: count(
    'how many mentions of this release it has; 0 where it is only counted among the reports read',
  ),
  text: z.string().nullable().meta({
    description: 'its text, into which all offsets point; null where it has no mention here',
    slice: true,
  }),
})
export type ReleasedReport = z.infer<typeof ReleasedReport>

export const ReleasedStory = z.object({
  id: text('id of the story'),
  title: maybe('title of its first report'),
  since: maybe('day of its first report, EDTF'),
  origins: count('from how many texts those of its reports that were not withdrawn have their words'),
  reports: z.array(z.string()).describe('ids of the reports that carry it'),
  withdrawn: z.array(z.string()).describe('ids of those of them that were withdrawn'),
  events: z.array(z.string()).describe('ids of the events of this release that they tell'),
  follows: z.array(z.string()).describe('ids of earlier stories that it carries further'),
}) satisfies z.ZodType<types.Story>

/** What is known of the columns that `rapport events --format csv` has. */
const EVENT_CELLS: Readonly<Record<keyof typeof EVENT_COLUMNS, z.ZodType>> = {
  id: Event.shape.id,
  date: Event.shape.date,
  date_from: Event.shape.date_from,
  event: Event.shape.event,
  mode: Event.shape.mode,
  context: list('PLOVER contexts'),
  kind: Event.shape.kind,
  aux: Event.shape.aux,
  background: Event.shape.background,
  actor: list('names of those who did it'),
  actor_country: list('their states'),
  recipient: list('names of those to whom it was done'),
  recipient_country: list('their states'),
  place: maybe('name of the place'),
  place_country: maybe('state of the place'),
  summary: Event.shape.summary,
  quote: Event.shape.quote,
  quad_code: Event.shape.quad_code,
  score: Event.shape.score,
  reports: Event.shape.reports,
  origins: Event.shape.origins,
  contested: list('the fields on which its tellings exclude each other'),
  claimed_by: list('names of those who say that it happened'),
  denied_by: list('names of those who deny it'),
  said_by_person: list('names of people who recorded it by hand'),
  story: Event.shape.story,
  outlets: list('state and control of the outlets that tell it, as far as they are known'),
  corrected: list('what persons corrected'),
  sources: list('addresses of the reports that tell it, else their titles'),
}

const eventColumns = Object.fromEntries(
  Object.entries(EVENT_CELLS).map(([name, schema]) => [
    name,
    { schema, cell: EVENT_COLUMNS[name as keyof typeof EVENT_COLUMNS] as Column<types.Event>['cell'] },
  ]),
)

export const EVENTS: Table<types.Event> = {
  name: 'events',
  about: 'what happened: each event once, however many reports tell it',
  record: ReleasedEvent,
  line: releasedEvent,
  columns: eventColumns,
}

const names = (entities: readonly types.Entity[]): string[] => entities.map(({ name }) => name)
const ids = (entities: readonly types.Entity[]): string[] => entities.map(({ id }) => id)

export const MENTIONS: Table<ReleasedMention> = {
  name: 'mentions',
  about: 'each report’s telling of an event, with the offsets of the words that it rests on',
  record: ReleasedMention,
  columns: {
    ...fields(ReleasedMention.shape, 'id', 'event_id'),
    report: { schema: text('id of the report, or of what a person recorded'), cell: (m) => m.report },
    ...fields(Mention.shape, 'start', 'end', 'text', 'event', 'mode', 'aux', 'background'),
    ...fields(Mention.shape, 'date', 'date_from', 'date_text'),
    actor: { schema: list('names of those who did it'), cell: (m) => names(m.actor) },
    actor_id: { schema: list('their ids, in entities.csv'), cell: (m) => ids(m.actor) },
    recipient: { schema: list('names of those to whom it was done'), cell: (m) => names(m.recipient) },
    recipient_id: { schema: list('their ids, in entities.csv'), cell: (m) => ids(m.recipient) },
    place: { schema: maybe('name of the place'), cell: (m) => m.event_loc?.name ?? null },
    attribution: { schema: maybe('whose word it is'), cell: (m) => m.attribution?.name ?? null },
    said_by_person: {
      schema: maybe('who recorded it by hand; empty where a report tells it'),
      cell: (m) => m.said_by_person?.by ?? null,
    },
    ...fields(Mention.shape, 'confidence'),
    reader: { schema: text('version of the reader that coded it'), cell: (m) => m.coder.reader },
    codebook: { schema: text('version of the codebook that coded it'), cell: (m) => m.coder.codebook },
  },
}

export const ENTITIES: Table<types.Entity> = {
  name: 'entities',
  about: 'the states, persons, organisations and groups in these events',
  record: Entity,
  columns: {
    ...fields(Entity.shape, 'id', 'name', 'kind', 'country', 'office'),
    names: { schema: list('every name and spelling that reports use'), cell: (e) => e.names },
  },
}

/** The text is in the JSON Lines only: a table of whole reports is no use in a spreadsheet. */
const { text: _, ...reportCells } = ReleasedReport.shape

export const REPORTS: Table<ReleasedReport> = {
  name: 'reports',
  about: 'every report that was read, whether it tells any of these events or not',
  record: ReleasedReport,
  columns: fields(reportCells, ...(Object.keys(reportCells) as (keyof typeof reportCells)[])),
}

export const STORIES: Table<types.Story> = {
  name: 'stories',
  about: 'the reports that carry the same news',
  record: ReleasedStory,
  columns: {
    ...fields(ReleasedStory.shape, 'id', 'title', 'since', 'origins'),
    ...lists(ReleasedStory.shape, 'reports', 'withdrawn', 'events', 'follows'),
  },
}

/** All tables, in the order in which they are told of. */
export const TABLES = [EVENTS, MENTIONS, ENTITIES, REPORTS, STORIES] as const

/** An event as a release has it: its tellings by their ids. */
function releasedEvent({ mentions, ...rest }: types.Event): ReleasedEvent {
  return { ...rest, mentions: mentions.map(({ id }) => id) }
}

/** @param mentions how many of the release's mentions the report has */
export function releasedReport(stored: StoredReport, mentions: number, sha256: string): ReleasedReport {
  const { report, story, origin } = stored
  const { standing, from, reason } = toldStanding(stored)
  const { id, url, outlet, press, agency, author, title, published, language } = report
  return {
    id,
    sha256,
    url,
    outlet: outlet?.value ?? press?.name ?? null,
    outlet_country: press?.country ?? null,
    outlet_control: press?.control ?? null,
    outlet_source: press?.source ?? null,
    agency: agency?.value ?? null,
    author: author?.value ?? null,
    title: title?.value ?? null,
    published: published?.value ?? null,
    language,
    standing,
    standing_from: from,
    standing_reason: reason,
    story,
    origin: origin?.id ?? null,
    mentions,
    text: mentions > 0 ? report.text : null,
  }
}
