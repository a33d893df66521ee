import { Hono } from 'hono'
import { html, raw } from 'hono/html'
import type { Direction, RecordView } from '../../../store/view.js'
import { EVENT_COLUMNS } from '../../cli/columns.js'
import { csvRow } from '../../csv.js'
import type { Parts } from '../app.js'
import { monthsOf, scoreChart } from '../charts/scores.js'
import { download, streamed } from '../downloads.js'
import { href } from '../links.js'
import { page } from '../parts/layout.js'
import { Problem } from '../problem.js'
import { type DyadModel, type DyadQuery, dyadTitle, filterOf, silenceOf } from './model.js'
import { DyadPage, SCORE_SOURCE, SCORE_SUBTITLE } from './page.js'
import { dyadSvg, namesOf } from './svg.js'
import { Timeline } from './timeline.js'

const PAGE = 80
/** A file for embedding holds the latest events only. */
const EMBEDDED = 400

export function dyadRoutes({ view, assets }: Parts): Hono {
  const app = new Hono()
  app.get('/dyads/:file{.+\\.(?:csv|jsonl|svg|html)}', async ({ req }) => {
    const [, name, end] = req.param('file').match(/^(.+)\.(\w+)$/)!
    return dyadFile(view, pairOf(name!), queryOf(req.query()), end!, assets.files.get('page.css')!.body)
  })
  app.get('/dyads/:pair', async (context) => {
    const pair = pairOf(context.req.param('pair'))
    const own = href.dyad(...pair)
    if (own !== context.req.path) return context.redirect(own)
    const query = queryOf(context.req.query())
    const filter = filterOf(query)
    const { in: _, ...timeless } = query
    const [names, periods, allPeriods, events] = await Promise.all([
      namesOf(view, pair),
      view.dyadPeriods(pair, filter),
      view.dyadPeriods(pair, filterOf({ ...timeless, in: '' })),
      view.dyadEvents(pair, filter, { limit: PAGE, after: context.req.query('after') }),
    ])
    const model: DyadModel = { pair, names, query, periods, allPeriods, events }
    return context.html(
      page({ title: dyadTitle(pair, names), assets: assets.version, wide: true }, <DyadPage model={model} />),
    )
  })
  return app
}

/** "RUS-PRK" in either order. */
export function pairOf(written: string): readonly [string, string] {
  const [one, other, ...more] = written.toUpperCase().split('-').sort()
  if (one && other && more.length === 0 && one !== other && /^[A-Z]{3}-[A-Z]{3}$/.test(`${one}-${other}`))
    return [one, other]
  throw new Problem(
    404,
    `${written} is no pair of states`,
    'give two codes with a hyphen between, such as PRK-RUS',
  )
}

const DIRECTIONS: readonly string[] = ['there', 'back', 'both', 'joint']

function queryOf(query: Record<string, string>): DyadQuery {
  const { in: at = '', type = '', told = '', direction = '' } = query
  return {
    in: /^\d{4}(-\d\d(-\d\d)?)?$/.test(at) ? at : '',
    type,
    told: told === 'news' || told === 'background' ? told : '',
    direction: DIRECTIONS.includes(direction) ? (direction as Direction) : '',
  }
}

type Pair = readonly [string, string]

async function dyadFile(
  view: RecordView,
  pair: Pair,
  query: DyadQuery,
  end: string,
  css: string,
): Promise<Response> {
  const name = `${pair.join('-')}.${end}`
  const filter = filterOf(query)
  if (end === 'svg') {
    const svg = await dyadSvg(view, pair, query)
    return new Response(svg, {
      headers: { 'Content-Type': 'image/svg+xml', 'Content-Disposition': `inline; filename="${name}"` },
    })
  }
  if (end === 'html')
    return download(await embedded(view, pair, query, css), name, 'text/html; charset=utf-8')
  const type = end === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl'
  return download(streamed(lines()), name, type)

  async function* lines(): AsyncGenerator<string> {
    if (end === 'csv') yield csvRow(Object.keys(EVENT_COLUMNS))
    for (let after: string | null | undefined; after !== null; ) {
      const { items, next } = await view.dyadEvents(pair, filter, { limit: PAGE, after })
      yield items
        .map((event) =>
          end === 'csv'
            ? csvRow(Object.values(EVENT_COLUMNS).map((cell) => cell(event)))
            : `${JSON.stringify(event)}\n`,
        )
        .join('')
      after = next
    }
  }
}

/** The timeline in one file: its styles in it, its links without effect where no Rapport runs. */
async function embedded(view: RecordView, pair: Pair, query: DyadQuery, css: string): Promise<string> {
  const filter = filterOf(query)
  const [periods, events] = await Promise.all([
    view.dyadPeriods(pair, filter),
    view.dyadEvents(pair, filter, { limit: EMBEDDED }),
  ])
  const title = dyadTitle(pair, await namesOf(view, pair))
  const months = monthsOf(periods)
  const chart = months.length > 0 ? scoreChart(months, title).svg : ''
  const body = await html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<style>${raw(css)}</style></head><body class="embedded"><main><h1>${title}</h1>
<figure class="chart"><figcaption>${SCORE_SUBTITLE + silenceOf(query)}</figcaption><div class="scroll">${raw(chart)}</div></figure>
${<Timeline events={events.items} silence={silenceOf(query)} />}<p class="quiet">${SCORE_SOURCE}</p></main></body></html>`
  // Links lead nowhere without the server, so they become text.
  return String(body).replace(/<a\b[^>]*>|<\/a>/g, '')
}
