import { Hono } from 'hono'
import { html, raw } from 'hono/html'
import type { Direction, RecordView } from '../../../store/view.js'
import { DYAD_COLUMNS } from '../../cli/columns.js'
import { csvRow } from '../../csv.js'
import { dyadLine } from '../../dyad-lines.js'
import { type Fold, type FormerStates, foldFormer, unfolded } from '../../former.js'
import type { Parts } from '../app.js'
import { monthsOf, scoreChart } from '../charts/scores.js'
import { download, streamed } from '../downloads.js'
import { href } from '../links.js'
import { page } from '../parts/layout.js'
import { Problem } from '../problem.js'
import { reportedDays } from '../reported.js'
import { statesTold } from '../state-names.js'
import { frameOf } from '../theme.js'
import { type DyadModel, type DyadQuery, dyadTitle, filterOf, silenceOf } from './model.js'
import { DyadPage, SCORE_SOURCE, SCORE_SUBTITLE } from './page.js'
import { dyadSvg, namesOf, pastOf } from './svg.js'
import { Timeline } from './timeline.js'

const PAGE = 80
/** Of what is listed apart, the latest. */
const APART = 20
/** A file for embedding holds the latest events only. */
const EMBEDDED = 400

export function dyadRoutes({ view, assets, former = new Map() }: Parts): Hono {
  const app = new Hono()
  app.get('/dyads/:file{.+\\.(?:csv|jsonl|svg|html)}', async ({ req }) => {
    const [, name, end] = req.param('file').match(/^(.+)\.(\w+)$/)!
    const query = queryOf(req.query())
    const fold = foldFor(pairOf(name!), query, former)
    return dyadFile(view, fold, query, end!, assets.files.get('page.css')!.body)
  })
  app.get('/dyads/:pair', async (context) => {
    const pair = pairOf(context.req.param('pair'))
    const own = href.dyad(...pair)
    if (own !== context.req.path) return context.redirect(own)
    const query = queryOf(context.req.query())
    const after = context.req.query('after')
    const model = await dyadModel(
      view,
      query,
      foldFor(pair, query, former),
      pastOf(foldFormer(pair, former)),
      after,
    )
    const { names } = model
    return context.html(
      page(
        { title: dyadTitle(pair, names), ...frameOf(context, assets), wide: true },
        <DyadPage model={model} />,
      ),
    )
  })
  return app
}

/** All that the page shows. */
async function dyadModel(
  view: RecordView,
  query: DyadQuery,
  fold: Fold,
  past: readonly string[],
  after: string | undefined,
): Promise<DyadModel> {
  const { pair } = fold
  const filter = { ...filterOf(query), former: fold.former }
  const listed = query.direction === '' ? { ...filter, side: 'between' as const } : filter
  const [periods, allPeriods, events, apart] = await Promise.all([
    view.dyadPeriods(pair, filter),
    view.dyadPeriods(pair, { ...filterOf({ ...query, in: '' }), former: fold.former }),
    view.dyadEvents(pair, listed, { limit: PAGE, after }),
    query.direction === '' && !after
      ? view.dyadEvents(pair, { ...filter, side: 'apart' }, { limit: APART })
      : { items: [], next: null },
  ])
  const listedEvents = [...events.items, ...apart.items]
  const [names, reported] = await Promise.all([
    namesOf(view, [...pair, ...past, ...statesTold(listedEvents)]),
    reportedDays(view, listedEvents),
  ])
  return { fold, pair, past, names, query, periods, allPeriods, events, apart, reported }
}

function foldFor(pair: Pair, query: DyadQuery, former: FormerStates): Fold {
  return query.former ? foldFormer(pair, former) : unfolded(pair)
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

const DIRECTIONS: readonly string[] = ['there', 'back', 'both', 'joint', 'onto']

function queryOf(query: Record<string, string>): DyadQuery {
  const { in: at = '', type = '', kind = '', former = '', told = '', direction = '' } = query
  return {
    in: /^\d{4}(-\d\d(-\d\d)?)?$/.test(at) ? at : '',
    type,
    kind,
    former: former ? '1' : '',
    told: told === 'news' || told === 'background' ? told : '',
    direction: DIRECTIONS.includes(direction) ? (direction as Direction) : '',
  }
}

type Pair = readonly [string, string]

async function dyadFile(
  view: RecordView,
  fold: Fold,
  query: DyadQuery,
  end: string,
  css: string,
): Promise<Response> {
  const { pair } = fold
  const name = `${pair.join('-')}.${end}`
  const filter = { ...filterOf(query), former: fold.former }
  if (end === 'svg') {
    const svg = await dyadSvg(view, fold, query)
    return new Response(svg, {
      headers: { 'Content-Type': 'image/svg+xml', 'Content-Disposition': `inline; filename="${name}"` },
    })
  }
  if (end === 'html')
    return download(await embedded(view, fold, query, css), name, 'text/html; charset=utf-8')
  const type = end === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl'
  return download(streamed(lines()), name, type)

  async function* lines(): AsyncGenerator<string> {
    if (end === 'csv') yield csvRow(Object.keys(DYAD_COLUMNS))
    for (let after: string | null | undefined; after !== null; ) {
      const { items, next } = await view.dyadEvents(pair, filter, { limit: PAGE, after })
      yield items
        .flatMap((event) => dyadLine(event, fold) ?? [])
        .map((line) =>
          end === 'csv'
            ? csvRow(Object.values(DYAD_COLUMNS).map((cell) => cell(line)))
            : `${JSON.stringify(line)}\n`,
        )
        .join('')
      after = next
    }
  }
}

/** The timeline in one file: its styles in it, its links without effect where no Rapport runs. */
async function embedded(view: RecordView, fold: Fold, query: DyadQuery, css: string): Promise<string> {
  const { pair } = fold
  const filter = { ...filterOf(query), former: fold.former, side: 'between' as const }
  const [periods, events] = await Promise.all([
    view.dyadPeriods(pair, filter),
    view.dyadEvents(pair, filter, { limit: EMBEDDED }),
  ])
  const past = pastOf(fold)
  const names = await namesOf(view, [...pair, ...past, ...statesTold(events.items)])
  const reported = await reportedDays(view, events.items)
  const title = dyadTitle(pair, names, past)
  const months = monthsOf(periods)
  const chart = months.length > 0 ? scoreChart(months, title).svg : ''
  const body = await html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<style>${raw(css)}</style></head><body class="embedded"><main><h1>${title}</h1>
<figure class="chart"><figcaption>${SCORE_SUBTITLE + silenceOf(query)}</figcaption><div class="scroll">${raw(chart)}</div></figure>
${<Timeline events={events.items} silence={silenceOf(query)} names={names} reported={reported} />}<p class="quiet">${SCORE_SOURCE}</p></main></body></html>`
  // Links lead nowhere without the server: those that only lead on go, the others become text.
  return String(body)
    .replace(/<a class="onward"[^>]*>[^<]*<\/a>/g, '')
    .replace(/<a\b[^>]*>|<\/a>/g, '')
}
