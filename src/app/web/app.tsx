import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { StoreError } from '../../store/index.js'
import type { RecordView } from '../../store/view.js'
import { CorrectionError } from '../correcting/index.js'
import type { FormerStates } from '../former.js'
import { apiRoutes } from './api/routes.js'
import type { Assets } from './assets.js'
import { correctionRoutes } from './corrections/routes.js'
import type { Desk } from './desk.js'
import { dyadRoutes } from './dyad/routes.js'
import { type Door, guard, headers } from './guard.js'
import { entityRoutes } from './pages/entity.js'
import { eventRoutes } from './pages/event.js'
import { homeRoutes } from './pages/home.js'
import { jobRoutes } from './pages/jobs.js'
import { listRoutes } from './pages/lists.js'
import { problemPage } from './pages/problem.js'
import { reportRoutes } from './pages/report.js'
import { stateRoutes } from './pages/state.js'
import { Problem, problemJson } from './problem.js'
import { searchRoutes } from './search/routes.js'
import { storyRoutes } from './story/routes.js'
import { frameOf, themeOf, themeRoutes } from './theme.js'

/** All that the pages need of the world. */
export interface Parts {
  readonly view: RecordView
  readonly desk: Desk
  readonly assets: Assets
  readonly door: Door
  /** Former states by their successors, for folding them into a dyad; none by default. */
  readonly former?: FormerStates
  /** The name that a correction bears unless its writer gives another; null where anybody may come. */
  readonly user: string | null
}

/** The pages and the API over one record; `app.request('/')` answers without a port. */
export function makeApp(parts: Parts): Hono {
  const app = new Hono()
  app.use(compress())
  app.use(headers())
  app.use(guard(parts.door))
  app.use(unchanged(parts.view, parts.assets.version))
  app.get('/assets/:name', ({ req }) => asset(parts.assets, req.param('name')))
  app.route('/api', apiRoutes(parts))
  for (const routes of PAGES) app.route('/', routes(parts))
  app.notFound((context) =>
    answer(new Problem(404, `there is no page ${context.req.path}`, 'start from the home page'), context),
  )
  app.onError((error, context) => answer(problemOf(error), context))
  return app

  function answer(problem: Problem, context: Context): Response | Promise<Response> {
    if (context.req.path.startsWith('/api')) return problemJson(problem)
    return problemPage(problem, frameOf(context, parts.assets))
  }
}

const PAGES = [
  homeRoutes,
  listRoutes,
  storyRoutes,
  reportRoutes,
  eventRoutes,
  dyadRoutes,
  entityRoutes,
  stateRoutes,
  searchRoutes,
  correctionRoutes,
  jobRoutes,
  themeRoutes,
]

/** Whatever else goes wrong is a fault of ours, and says no more than that. */
function problemOf(error: Error): Problem {
  if (error instanceof Problem) return error
  if (error instanceof StoreError || error instanceof CorrectionError)
    return new Problem(400, error.message, error.hint)
  process.stderr.write(`${error.stack}\n`)
  return new Problem(500, 'this page could not be made', 'this is a fault in Rapport: please report it')
}

/** As long as nothing is written, every page is as it was: the answer is 304 without making it anew. */
function unchanged(view: RecordView, version: string): MiddlewareHandler {
  const opened = crypto.randomUUID().slice(0, 8)
  return async (context, next) => {
    if (context.req.method !== 'GET' || NEWER.test(context.req.path)) return next()
    const tag = `W/"${opened}-${version}-${themeOf(context)}-${await view.version()}"`
    if (context.req.header('if-none-match') === tag) return context.body(null, 304, { ETag: tag })
    await next()
    if (context.res.status !== 200 || context.res.headers.has('Cache-Control')) return
    context.res.headers.set('ETag', tag)
    context.res.headers.set('Cache-Control', 'private, no-cache')
  }
}

/** What tells of reading as it goes, and does not stand in the record. */
const NEWER = /^\/(api\/)?jobs\//

function asset({ files }: Assets, name: string): Response {
  const found = files.get(name)
  if (!found) throw new Problem(404, `there is no file ${name}`, 'reload the page')
  return new Response(found.body, {
    headers: { 'Content-Type': found.type, 'Cache-Control': 'public, max-age=31536000, immutable' },
  })
}
