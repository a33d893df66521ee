import { Hono } from 'hono'
import { EVENT_COLUMNS } from '../../cli/columns.js'
import { comparisonMarkdown } from '../../render/index.js'
import type { Parts } from '../app.js'
import { csvOf, download } from '../downloads.js'
import { page } from '../parts/layout.js'
import { missing, present } from '../present.js'
import { frameOf } from '../theme.js'
import { type StoryModel, storyModel } from './model.js'
import { StoryPage } from './page.js'

export function storyRoutes({ view, assets }: Parts): Hono {
  const app = new Hono()
  app.get('/stories/:file{.+\\.(?:md|json|csv)}', async ({ req }) => {
    const [, id, end] = req.param('file').match(/^(.+)\.(md|json|csv)$/)!
    const whole = await view.story(id!)
    if (!whole) throw missing('story', id!)
    return storyFile(storyModel(whole), end!)
  })
  app.get('/stories/:id', async (context) => {
    const id = context.req.param('id')
    const whole = await view.story(id)
    if (whole?.story.id !== id) return present(context, view, 'story', id)
    const model = storyModel(whole)
    const query = (name: string) => context.req.queries(name) ?? []
    const filter = { reports: query('report'), statuses: query('status'), types: query('type') }
    const title = model.title ?? 'Story'
    return context.html(
      page(
        { title, ...frameOf(context, assets), modules: ['story'], wide: true },
        <StoryPage model={model} filter={filter} />,
      ),
    )
  })
  return app
}

function storyFile({ id, comparison }: StoryModel, end: string): Response {
  const name = `${id}.${end}`
  if (end === 'md') return download(comparisonMarkdown(comparison), name, 'text/markdown; charset=utf-8')
  if (end === 'json') return download(JSON.stringify(comparison), name, 'application/json')
  const events = comparison.points.map(({ event }) => event)
  return download(csvOf(EVENT_COLUMNS, events), name, 'text/csv; charset=utf-8')
}
