import { type Context, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import { Control, Country, EventType, Standing } from '../../../records.js'
import type { ListFilter, Page } from '../../../store/view.js'
import { EVENT_COLUMNS, LOG_COLUMNS, REPORT_COLUMNS, reportLine, STORY_COLUMNS } from '../../cli/columns.js'
import type { Columns } from '../../cli/output.js'
import { logLines, partsOf, requestOf } from '../../correcting/index.js'
import { csvRow } from '../../csv.js'
import { SCORE_FORMULA } from '../../dyad-lines.js'
import type { Parts } from '../app.js'
import { correctionLimit } from '../corrections/routes.js'
import { Day } from '../days.js'
import { hasEnded, type Job } from '../desk.js'
import { download, streamed } from '../downloads.js'
import { pairOf } from '../dyad/routes.js'
import { jobOf, newsOf, submit, UPLOAD_HINT, uploadLimit, uploadsIn } from '../pages/jobs.js'
import { missing } from '../present.js'
import { formOf, Problem, parsed } from '../problem.js'
import { find } from '../search/find.js'
import { SearchQuery } from '../search/query.js'
import { storyModel } from '../story/model.js'
import { openApi } from './openapi.js'

const DEFAULT = 50
const MOST = 500

const Slice = z.object({
  limit: z.coerce.number().int().min(1).max(MOST).default(DEFAULT),
  after: z.string().optional(),
})
const EventQuery = Slice.extend({
  type: EventType.optional(),
  country: Country.optional(),
  entity: z.string().optional(),
  dyad: z.string().optional(),
  since: Day.optional(),
  until: Day.optional(),
})
const FacetQuery = Slice.extend({
  outlet: z.string().optional(),
  country: Country.optional(),
  control: Control.optional(),
  standing: Standing.optional(),
  state: Country.optional(),
  since: Day.optional(),
  until: Day.optional(),
  words: z.string().optional(),
})
const LogQuery = Slice.extend({ of: z.string().optional() })
const SearchSlice = z.object({
  q: z.string('write words to search for').min(1, 'write words to search for'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

/** The record as JSON, CSV and JSON Lines; see openapi.ts for what each address gives. */
export function apiRoutes({ view, desk }: Parts): Hono {
  const app = new Hono()
  app.get('/', (context) => context.redirect('/api/openapi.json'))
  app.get('/openapi.json', (context) => context.json(openApi()))

  app.get('/reports', async (context) =>
    list(context, FacetQuery, REPORT_COLUMNS, async ({ limit, after, ...filter }) => {
      const { items, next } = await view.reports({ limit, after }, filter)
      return { items: items.map(reportLine), next }
    }),
  )
  app.get('/stories', async (context) =>
    list(context, FacetQuery, STORY_COLUMNS, ({ limit, after, ...filter }) =>
      view.stories({ limit, after }, filter),
    ),
  )
  app.get('/events', async (context) =>
    list(context, EventQuery, EVENT_COLUMNS, ({ dyad, limit, after, ...rest }) => {
      const filter: ListFilter = { ...rest, ...(dyad && { dyad: pairOf(dyad.replace(',', '-')) }) }
      return view.events(filter, { limit, after })
    }),
  )

  app.get('/reports/:id', async (context) => {
    const found = await view.find(context.req.param('id'))
    if (found?.kind !== 'report') throw missing('report', context.req.param('id'))
    return context.json({
      ...reportLine(found.report),
      text: found.report.report.text,
      origin: found.report.origin,
    })
  })
  app.get('/events/:id', async (context) => {
    const found = await view.find(context.req.param('id'))
    if (found?.kind === 'past') return context.json(found.past, 410)
    if (found?.kind !== 'event') throw missing('event', context.req.param('id'))
    return context.json(found.event)
  })
  app.get('/entities/:id', async (context) => {
    const found = await view.find(context.req.param('id'))
    if (found?.kind !== 'entity') throw missing('entity', context.req.param('id'))
    return context.json(found.entity)
  })
  app.get('/stories/:id', async (context) => {
    const whole = await view.story(context.req.param('id'))
    if (!whole) throw missing('story', context.req.param('id'))
    return context.json(storyModel(whole).comparison)
  })
  app.get('/dyads', async (context) => context.json({ items: await view.dyads(MOST), next: null }))
  app.get('/dyads/:pair', async (context) => {
    const pair = pairOf(context.req.param('pair'))
    const sums = await view.dyadPeriods(pair, {})
    const events = (period: string) =>
      /^\d/.test(period) ? `/api/events?dyad=${pair.join('-')}&since=${period}&until=${period}` : null
    const periods = sums.map((sum) => ({ ...sum, events_at: events(sum.period) }))
    return context.json({ pair, formula: SCORE_FORMULA, periods })
  })
  app.get('/search', async (context) => {
    const { limit } = parsed(SearchSlice, context.req.query())
    return context.json(await find(view, parsed(SearchQuery, context.req.query()), limit))
  })

  app.get('/log', async (context) =>
    list(context, LogQuery, LOG_COLUMNS, async ({ of }) => ({
      items: await logLines(view, of === undefined ? undefined : await heldBy(of)),
      next: null,
    })),
  )
  app.post('/corrections', correctionLimit, async (context) => {
    const given = await context.req.json().catch(() => {
      throw new Problem(400, 'this is no JSON', 'send a correction as /api/openapi.json has it')
    })
    const { by, reason, ...request } = requestOf(given)
    const entry = await desk.correct({ request, signed: { by, reason, at: new Date().toISOString() } })
    return context.json(entry, 201)
  })

  app.post('/reports', uploadLimit, async (context) => {
    const form = await formOf(context, UPLOAD_HINT)
    const job = submit(desk, await uploadsIn(form), form)
    return context.json(jobState(job), 202, { Location: `/api/jobs/${job.id}` })
  })
  app.get('/jobs/:id', (context) => context.json(jobState(jobOf(desk, context.req.param('id')))))
  app.get('/jobs/:id/news', (context) => {
    const job = jobOf(desk, context.req.param('id'))
    return streamSSE(context, async (stream) => {
      for await (const news of newsOf(desk, job))
        await stream.writeSSE({ event: news.kind, data: JSON.stringify(news) })
    })
  })
  return app

  async function heldBy(id: string): Promise<string[]> {
    const parts = await partsOf(view, id)
    if (parts) return parts
    throw missing('event, person or organisation', id)
  }
}

function jobState(job: Job) {
  return { id: job.id, files: job.files, ended: hasEnded(job), news: job.news }
}

type Sliced = { readonly limit: number; readonly after?: string | undefined }

/** One page as JSON, or all from there on as CSV or JSON Lines, sent page by page so that others are served between. */
async function list<S extends z.ZodType<Sliced>, T>(
  context: Context,
  schema: S,
  columns: Columns<T>,
  load: (query: z.output<S>) => Promise<Page<T>>,
): Promise<Response> {
  const query = parsed(schema, context.req.query())
  const format = context.req.query('format') ?? 'json'
  const name = `${context.req.path.split('/').at(-1)}.${format}`
  if (format === 'csv') return download(streamed(rows()), name, 'text/csv; charset=utf-8')
  if (format === 'jsonl') return download(streamed(lines()), name, 'application/jsonl')
  if (format !== 'json')
    throw new Problem(400, `there is no format ${format}`, 'the formats are json, csv and jsonl')
  const { items, next } = await load(query)
  if (next) context.header('Link', `<${nextAddress(context, next)}>; rel="next"`)
  return context.json({ items, next })

  async function* pages(): AsyncGenerator<readonly T[]> {
    for (let after: string | null | undefined = query.after; after !== null; ) {
      const page: Page<T> = await load({ ...query, limit: MOST, after })
      yield page.items
      after = page.next
    }
  }
  async function* rows(): AsyncGenerator<string> {
    yield csvRow(Object.keys(columns))
    for await (const items of pages())
      yield items.map((item) => csvRow(Object.values(columns).map((cell) => cell(item)))).join('')
  }
  async function* lines(): AsyncGenerator<string> {
    for await (const items of pages()) yield items.map((item) => `${JSON.stringify(item)}\n`).join('')
  }
}

function nextAddress(context: Context, after: string): string {
  const url = new URL(context.req.url)
  url.searchParams.set('after', after)
  return url.pathname + url.search
}
