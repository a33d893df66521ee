import { Hono } from 'hono'
import type { Report } from '../../../types.js'
import type { Parts } from '../app.js'
import { page } from '../parts/layout.js'
import { present } from '../present.js'
import { ReportPage, tellingsOf } from '../report/page.js'
import { sharedParagraphs } from '../report/shared.js'
import { namesIn } from '../state-names.js'
import { frameOf } from '../theme.js'

/** More reports of one story are not searched for shared paragraphs. */
const MOST_OTHERS = 30

export function reportRoutes({ view, assets }: Parts): Hono {
  const app = new Hono()
  app.get('/reports/:id', async (context) => {
    const id = context.req.param('id')
    const found = await view.find(id)
    if (found?.kind !== 'report' || found.report.report.id !== id) return present(context, view, 'report', id)
    const stored = found.report
    const [events, others, revisions] = await Promise.all([
      view.reportEvents(id),
      othersOf(stored.story, id),
      view.revisions(id),
    ])
    const shared = sharedParagraphs(stored.report, others)
    const names = await namesIn(view, events)
    const model = { stored, tellings: tellingsOf(id, events), others, shared, revisions, names }
    const title = stored.report.title?.value ?? stored.report.file
    return context.html(
      page(
        { title, ...frameOf(context, assets), modules: ['story'], wide: true },
        <ReportPage model={model} />,
      ),
    )
  })
  return app

  async function othersOf(story: string | null, id: string): Promise<Report[]> {
    const whole = story === null ? null : await view.story(story)
    const reports = (whole?.reports ?? []).map(({ report }) => report).filter((report) => report.id !== id)
    return reports.slice(0, MOST_OTHERS)
  }
}
