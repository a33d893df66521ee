import type { Gap } from '../../coding/gaps.js'
import type { StoredReport } from '../../store/index.js'
import type { Entity, Event, LogEntry, LogLine, Story } from '../../types.js'
import type { DyadLine } from '../dyad-lines.js'
import { valueWords } from '../render/index.js'
import { toldStanding } from '../stored-story.js'
import type { Columns } from './output.js'

/** The columns of the CSV files; lists are joined, the whole of a record is in the JSON Lines. */
export const EVENT_COLUMNS = {
  id: ({ id }) => id,
  date: ({ date }) => date,
  date_from: ({ date_from }) => date_from,
  event: ({ event }) => event,
  mode: ({ mode }) => mode,
  context: ({ context }) => context,
  kind: ({ kind }) => kind,
  aux: ({ aux }) => aux,
  background: ({ background }) => background,
  actor: ({ actor }) => names(actor),
  actor_country: ({ actor }) => countries(actor),
  recipient: ({ recipient }) => names(recipient),
  recipient_country: ({ recipient }) => countries(recipient),
  place: ({ event_loc }) => event_loc?.name ?? null,
  place_country: ({ event_loc }) => event_loc?.country ?? null,
  summary: ({ summary }) => summary,
  quote: ({ quote }) => quote,
  quad_code: ({ quad_code }) => quad_code,
  score: ({ score }) => score,
  reports: ({ reports }) => reports,
  origins: ({ origins }) => origins,
  contested: ({ contested }) => contested,
  claimed_by: ({ claimed_by }) => names(claimed_by),
  denied_by: ({ denied_by }) => names(denied_by),
  said_by_person: ({ said_by_person }) => [...new Set(said_by_person.map(({ by }) => by))],
  story: ({ story }) => story,
  outlets: ({ cite_info }) => [
    ...new Set(cite_info.flatMap(({ country, control }) => (country ? [`${country} ${control}`] : []))),
  ],
  corrected: ({ corrections }) => corrections.map(({ entry }) => entry),
  sources: ({ cite_info }) => cite_info.flatMap(({ url, title }) => url ?? title ?? []),
} satisfies Columns<Event>

export const DYAD_COLUMNS: Columns<DyadLine> = {
  ...EVENT_COLUMNS,
  side: ({ side }) => side,
  direction: ({ direction }) => direction,
  period: ({ period }) => period,
  counted: ({ counted }) => counted,
}

export const REPORT_COLUMNS: Columns<ReportLine> = {
  id: ({ id }) => id,
  revision: ({ revision }) => revision,
  file: ({ file }) => file,
  url: ({ url }) => url,
  outlet: ({ outlet }) => outlet,
  outlet_country: ({ outlet_country }) => outlet_country,
  outlet_control: ({ outlet_control }) => outlet_control,
  outlet_source: ({ outlet_source }) => outlet_source,
  title: ({ title }) => title,
  published: ({ published }) => published,
  language: ({ language }) => language,
  read_at: ({ read_at }) => read_at,
  standing: ({ standing }) => standing,
  standing_from: ({ standing_from }) => standing_from,
  standing_reason: ({ standing_reason }) => standing_reason,
  mentions: ({ mentions }) => mentions,
  story: ({ story }) => story,
}

export const STORY_COLUMNS: Columns<Story> = {
  id: ({ id }) => id,
  since: ({ since }) => since,
  title: ({ title }) => title,
  reports: ({ reports }) => reports,
  origins: ({ origins }) => origins,
  withdrawn: ({ withdrawn }) => withdrawn,
  events: ({ events }) => events,
  follows: ({ follows }) => follows,
}

export const LOG_COLUMNS: Columns<LogLine> = {
  id: ({ id }) => id,
  at: ({ at }) => at,
  by: ({ by }) => by,
  action: ({ action }) => action,
  of: ({ of }) => of,
  targets: ({ targets }) => targets,
  field: ({ field }) => field,
  machine: ({ field, machine }) => (machine === null ? null : plainValue(field, machine)),
  value: ({ field, value }) => (value === null ? null : plainValue(field, value)),
  reason: ({ reason }) => reason,
  undoes: ({ undoes }) => undoes,
  stands: ({ stands }) => stands,
}

/** Texts as they are; parties, places and numbers by their names. */
function plainValue(field: LogEntry['field'], value: NonNullable<LogEntry['value']>): string {
  return typeof value === 'string' ? value : valueWords(field, value)
}

export const GAP_COLUMNS: Columns<Gap> = {
  kind: ({ kind }) => kind,
  text: ({ text }) => text,
  count: ({ count }) => count,
  example: ({ example }) => example,
}

/** A report as `rapport reports` lists it: without its text. */
export type ReportLine = ReturnType<typeof reportLine>

export function reportLine(stored: StoredReport) {
  const { report, revision, readAt, mentions, story } = stored
  const { standing, until, from, reason } = toldStanding(stored)
  const { id, file, url, outlet, press, title, published, language } = report
  return {
    id,
    revision,
    file,
    url,
    outlet: outlet?.value ?? press?.name ?? null,
    outlet_country: press?.country ?? null,
    outlet_control: press?.control ?? null,
    outlet_source: press?.source ?? null,
    title: title?.value ?? null,
    published: published?.value ?? null,
    language,
    read_at: readAt,
    standing,
    standing_until: until,
    standing_from: from,
    standing_reason: reason,
    mentions,
    story,
  }
}

function names(entities: readonly Entity[]): string[] {
  return entities.map(({ name }) => name)
}

function countries(entities: readonly Entity[]): string[] {
  return [...new Set(entities.flatMap(({ country }) => country ?? []))]
}
