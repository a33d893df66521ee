import type { StoredReport } from '../../store/index.js'
import type { Event, LogEntry, LogLine, Report, Story } from '../../types.js'
import { correctionWords } from './corrections.js'
import { type Column, type RenderOptions, table, usableWidth } from './layout.js'
import { makePaint } from './paint.js'
import { safe } from './safe.js'
import { handMark } from './voices.js'
import { counted, dateWords, listWords, sidesWords, stateNamesOf, typeWords, whatWords } from './words.js'

/** A beginning of an id is enough to ask for it; programs take whole ids from JSON. */
const ID_LENGTH = 10

/**
 * Events as a table: when, what, who to whom, in how many reports of how many origins.
 * @example renderEvents(events, { width: 120, colour: false })
 */
export function renderEvents(events: readonly Event[], options: RenderOptions): string {
  const names = stateNamesOf(events)
  const columns: readonly Column<Event>[] = [
    { head: 'id', least: ID_LENGTH, cell: (event) => shortId(event.id) },
    { head: 'when', least: 10, cell: (event) => dateWords(event.date) },
    { head: 'what', least: 10, cell: (event) => typeWords(event) },
    {
      head: 'who → whom',
      least: 14,
      yields: true,
      cell: (event) => `${sidesWords(event, names)} · ${whatWords(event)}${inBrackets(marksOf(event))}`,
    },
    { head: 'reports', least: 7, cell: voicesCell },
  ]
  return finish(events, columns, options, counted(events.length, 'event'))
}

function inBrackets(words: string): string {
  return words === '' ? '' : ` (${words})`
}

/** "5 (2)": five reports of two origins. */
function voicesCell(event: Event): string {
  if (event.reports === 0) return '0'
  return event.origins === event.reports ? `${event.reports}` : `${event.reports} (${event.origins})`
}

/** What a reader must know of an event before relying on it. */
export function marksOf(event: Event): string {
  return [
    event.corrections.length > 0 ? 'corrected' : '',
    event.background ? 'background' : '',
    event.contested.length > 0 ? `contested: ${event.contested.map(safe).join(', ')}` : '',
    event.denied_by.length > 0 ? 'denied' : '',
    handMark(event),
  ]
    .filter((mark) => mark !== '')
    .join('; ')
}

/** A report of the record with how it stands. */
type Listed = Pick<StoredReport, 'report' | 'stand'>

/** Reports as a table: outlet, title, day, language and size. */
export function renderReports(stored: readonly Listed[], options: RenderOptions): string {
  const standing = new Map(stored.map(({ report, stand }) => [report.id, stand.standing]))
  const marked = ({ id }: Report) => (standing.get(id) === 'live' ? '' : `[${standing.get(id)}] `)
  const reports = stored.map(({ report }) => report)
  const columns: readonly Column<Report>[] = [
    { head: 'id', least: ID_LENGTH, cell: (report) => shortId(report.id) },
    { head: 'published', least: 10, cell: (report) => dateWords(report.published?.value ?? null) },
    { head: 'outlet', least: 6, cell: (report) => safe(report.outlet?.value ?? report.press?.name ?? '–') },
    {
      head: 'control',
      least: 7,
      cell: ({ press }) => (press ? `${press.country} ${press.control}` : '–'),
    },
    {
      head: 'title',
      least: 14,
      yields: true,
      cell: (report) => marked(report) + safe(report.title?.value ?? report.file),
    },
    { head: 'lang', least: 4, cell: (report) => safe(report.language ?? '?') },
    { head: 'words', least: 5, cell: (report) => String(report.text.split(/\s+/).filter(Boolean).length) },
  ]
  return finish(reports, columns, options, counted(reports.length, 'report'))
}

/** Stories as a table: since when, title, how many reports and events. */
export function renderStories(stories: readonly Story[], options: RenderOptions): string {
  const columns: readonly Column<Story>[] = [
    { head: 'id', least: ID_LENGTH, cell: (story) => shortId(story.id) },
    { head: 'since', least: 10, cell: (story) => dateWords(story.since) },
    { head: 'title', least: 14, yields: true, cell: (story) => safe(story.title ?? 'untitled') },
    { head: 'reports', least: 7, cell: (story) => reportsWords(story) },
    { head: 'events', least: 6, cell: (story) => String(story.events.length) },
  ]
  return finish(stories, columns, options, counted(stories.length, 'story', 'stories'))
}

/** "5 (2)": five reports of two origins; "5 (2), −1": and one more that was withdrawn. */
function reportsWords({ reports, origins, withdrawn }: Story): string {
  const counted = reports.length - withdrawn.length
  const gone = withdrawn.length > 0 ? `, −${withdrawn.length}` : ''
  return `${origins === counted ? counted : `${counted} (${origins})`}${gone}`
}

/** The log of corrections as a table; what is undone says so. */
export function renderLog(entries: readonly LogLine[], options: RenderOptions): string {
  const columns: readonly Column<LogLine>[] = [
    { head: 'id', least: 4, cell: ({ id }) => safe(id) },
    { head: 'when', least: 10, cell: ({ at }) => dateWords(at.slice(0, 10)) },
    { head: 'by', least: 4, cell: ({ by }) => safe(by) },
    {
      head: 'what',
      least: 14,
      yields: true,
      cell: (entry) => `${correctionWords(entry)}${entry.stands ? '' : ' (undone)'} · ${onWords(entry)}`,
    },
    { head: 'why', least: 14, yields: true, cell: ({ reason }) => safe(reason) },
  ]
  return finish(entries, columns, options, counted(entries.length, 'correction'))
}

/** What an entry is about, where its words do not name it. */
function onWords({ targets }: LogEntry): string {
  return listWords(targets.map(shortId))
}

function shortId(id: string): string {
  return safe(id).slice(0, ID_LENGTH)
}

function finish<T>(
  rows: readonly T[],
  columns: readonly Column<T>[],
  { width, colour }: RenderOptions,
  total: string,
): string {
  const { bold, dim } = makePaint(colour)
  const [head = '', ...lines] = table(rows, columns, usableWidth(width))
  return rows.length === 0 ? `${total}\n` : `${[bold(head), ...lines, '', dim(total)].join('\n')}\n`
}
