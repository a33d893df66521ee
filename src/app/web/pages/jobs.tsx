import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { streamSSE } from 'hono/streaming'
import type { StoryLine } from '../../../store/view.js'
import type { ReadSummary } from '../../record.js'
import { safe } from '../../render/index.js'
import { counted } from '../../render/words.js'
import type { Parts } from '../app.js'
import { type Desk, hasEnded, type Job, type News, type Upload } from '../desk.js'
import { href } from '../links.js'
import { page } from '../parts/layout.js'
import { StoryList } from '../parts/story-list.js'
import { missing } from '../present.js'
import { formOf, Problem } from '../problem.js'
import { frameOf } from '../theme.js'

const MAX_FILES = 1000
export const MAX_BYTES = 50_000_000

/** Refuses more than is sensible at once, before it is read. */
export const uploadLimit = bodyLimit({
  maxSize: MAX_BYTES,
  onError: () => {
    throw new Problem(
      413,
      `that is more than ${MAX_BYTES / 1e6} MB at once`,
      'hand in fewer files, or use rapport read in a terminal',
    )
  },
})

/** Reports that a form hands in: files under "files", a text or several under "text". */
export async function uploadsIn(form: FormData): Promise<Upload[]> {
  const files = form.getAll('files').filter((one) => typeof one !== 'string' && one.size > 0) as File[]
  if (files.length > MAX_FILES)
    throw new Problem(
      413,
      `${files.length} files are more than ${MAX_FILES} at once`,
      'hand in fewer, or a folder in parts',
    )
  const uploads = await Promise.all(
    files.map(async (file) => ({ file: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  )
  const texts = form.getAll('text').filter((one) => typeof one === 'string' && one.trim() !== '') as string[]
  const pasted = texts
    .flatMap((text) => text.split(/^-{3,}\s*$|^={3,}\s*$/m))
    .filter((text) => text.trim() !== '')
  return [
    ...uploads,
    ...pasted.map((text, i) => ({
      file: `pasted-${i + 1}.txt`,
      bytes: new TextEncoder().encode(text.trim()),
    })),
  ]
}

/** Reports come as multipart/form-data, with files or text, outlet, published. */
export const UPLOAD_HINT = 'send multipart/form-data with files or text, outlet, published'

export function submit(desk: Desk, uploads: readonly Upload[], form: FormData): Job {
  if (uploads.length === 0) throw new Problem(400, 'no report was handed in', 'choose files, or paste a text')
  const outlet = String(form.get('outlet') ?? '').trim()
  const published = String(form.get('published') ?? '').trim()
  return desk.submit(uploads, { ...(outlet && { outlet }), ...(published && { published }) })
}

export function jobRoutes({ view, desk, assets }: Parts): Hono {
  const app = new Hono()
  app.post('/jobs', uploadLimit, async (context) => {
    const form = await formOf(context, UPLOAD_HINT)
    return context.redirect(href.job(submit(desk, await uploadsIn(form), form).id), 303)
  })
  app.get('/jobs/:id', async (context) => {
    const job = jobOf(desk, context.req.param('id'))
    const reports = job.news.flatMap((one) => (one.kind === 'stored' ? one.report : []))
    const stories = hasEnded(job) ? await view.storiesOf(reports) : []
    context.header('Cache-Control', 'no-store')
    const title = hasEnded(job) ? 'Read' : 'Reading'
    return context.html(
      page({ title, ...frameOf(context, assets), modules: ['job'] }, <JobPage job={job} stories={stories} />),
    )
  })
  app.get('/jobs/:id/news', (context) => {
    const job = jobOf(desk, context.req.param('id'))
    return streamSSE(context, async (stream) => {
      for await (const news of newsOf(desk, job)) await stream.writeSSE({ data: JSON.stringify(news) })
    })
  })
  return app
}

export function jobOf(desk: Desk, id: string): Job {
  const job = desk.job(id)
  if (!job) throw missing('reading job', id)
  return job
}

/** All that is told of a job, from its beginning to its end. */
export async function* newsOf(desk: Desk, job: Job): AsyncIterable<News> {
  let wake = () => {}
  const stop = desk.follow(job.id, () => wake())
  try {
    for (let at = 0; ; at++) {
      if (at === job.news.length && !hasEnded(job)) await new Promise<void>((resolve) => (wake = resolve))
      const news = job.news[at]
      if (!news) return
      yield news
    }
  } finally {
    stop()
  }
}

function JobPage({ job, stories }: { job: Job; stories: readonly StoryLine[] }) {
  const finished = job.news.filter(({ kind }) => kind === 'finished').length
  const failures = job.news.filter((one) => one.kind === 'failed')
  const last = job.news.at(-1)
  return (
    <>
      <header class="head">
        <h1>{hasEnded(job) ? 'Read' : 'Reading …'}</h1>
        {last?.kind === 'done' && <p>{summaryWords(last.summary)}</p>}
        {last?.kind === 'stopped' && <p class="in-conflict">Reading stopped: {safe(last.reason)}</p>}
      </header>
      {!hasEnded(job) && (
        <div data-news={`${href.job(job.id)}/news`} data-files={job.files}>
          <progress max={job.files} value={finished} aria-label="Files read" />
          <p role="status" data-said>
            {finished} of {counted(job.files, 'file')}
          </p>
          <noscript>
            <a href={href.job(job.id)}>Look again</a>
          </noscript>
        </div>
      )}
      {failures.length > 0 && (
        <section>
          <h2>Could not be read</h2>
          <ul>
            {failures.map(({ file, problem, hint }) => (
              <li>
                <strong>{safe(file)}</strong>: {safe(problem)}; {safe(hint)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {stories.length > 0 && (
        <section>
          <h2>
            {stories.length === 1 ? 'Read them side by side' : 'Read them side by side, story by story'}
          </h2>
          <StoryList stories={stories} />
        </section>
      )}
    </>
  )
}

/** "4 reports read: 4 new. 9 events new." */
export function summaryWords(summary: ReadSummary): string {
  const { new: added, unchanged, revised, held, failed, empty, events } = summary
  const parts = [
    `${added} new`,
    ...(revised > 0 ? [`${revised} revised`] : []),
    ...(unchanged > 0 ? [`${unchanged} unchanged, already in the record`] : []),
    ...(held > 0 ? [`${held} under embargo, kept apart until then`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ]
  const found = events
    ? ` ${counted(events.added, 'new event')}, ${events.joined} joined across reports.`
    : ''
  const none = empty > 0 ? ` No event between states in ${empty} of them.` : ''
  return `${counted(added + unchanged + revised + held, 'report')} read: ${parts.join(', ')}.${found}${none}`
}
