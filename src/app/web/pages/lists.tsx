import { type Context, Hono } from 'hono'
import type { StoredReport } from '../../../store/index.js'
import type { DyadSum, FacetFilter } from '../../../store/view.js'
import { controlWords } from '../../render/carriers.js'
import { safe } from '../../render/index.js'
import { counted, namesFrom, reportName, type StateNames } from '../../render/words.js'
import type { Parts } from '../app.js'
import { href, withQuery } from '../links.js'
import { Empty, page } from '../parts/layout.js'
import { facetFilter, type ListChoice, ListFilters, listAddress, listChoice } from '../parts/list-filters.js'
import { Matrix, meanOf, signed } from '../parts/matrix.js'
import { StoryList } from '../parts/story-list.js'
import { When } from '../parts/words.js'
import { frameOf } from '../theme.js'
import { statesIn } from './home.js'

const PAGE = 40
const DYADS = 300

const NOTHING = (
  <Empty title="Nothing has been read yet.">
    <a href="/">Drop a few reports</a> of one event, or run <code>rapport read</code> on a folder of them.
  </Empty>
)

/** The lists of stories, reports and dyads. */
export function listRoutes({ view, assets }: Parts): Hono {
  const app = new Hono()
  const frame = (context: Context, title: string) => ({ title, ...frameOf(context, assets) })
  app.get('/stories', async (context) => {
    const filter = facetFilter(context)
    const { items, next } = await view.stories({ limit: PAGE, after: context.req.query('after') }, filter)
    const choice = await listChoice(view, filter)
    const list = items.length === 0 ? nothing('/stories', choice) : <StoryList stories={items} />
    return context.html(
      page(
        frame(context, 'Stories'),
        <List title="Stories" list={list} path="/stories" next={next} choice={choice} />,
      ),
    )
  })
  app.get('/reports', async (context) => {
    const filter = facetFilter(context)
    const { items, next } = await view.reports({ limit: PAGE, after: context.req.query('after') }, filter)
    const choice = await listChoice(view, filter)
    const list =
      items.length === 0 ? nothing('/reports', choice) : <ReportList reports={items} names={choice.names} />
    return context.html(
      page(
        frame(context, 'Reports'),
        <List title="Reports" list={list} path="/reports" next={next} choice={choice} />,
      ),
    )
  })
  app.get('/dyads', async (context) => {
    const dyads = await view.dyads(DYADS)
    const list = dyads.length === 0 ? NOTHING : <Dyads dyads={dyads} names={await namesFor(dyads)} />
    return context.html(
      page(frame(context, 'Dyads'), <List title="Dyads" list={list} path="/dyads" next={null} />),
    )
  })
  return app

  async function namesFor(dyads: readonly DyadSum[]): Promise<StateNames> {
    return namesFrom(await view.stateNames(statesIn(dyads)))
  }
}

/** An empty list says whether there is nothing at all, or nothing that passes the filter. */
function nothing(path: string, { filter }: ListChoice) {
  if (listAddress(path, filter) === path) return NOTHING
  return (
    <Empty title="None passes this filter.">
      <a href={path}>Show all</a>, or leave one of the choices out.
    </Empty>
  )
}

interface ListProps {
  readonly choice?: ListChoice
  readonly title: string
  readonly list: unknown
  readonly path: string
  readonly next: string | null
}

function List({ title, list, path, next, choice }: ListProps) {
  return (
    <>
      <header class="head">
        <h1>{title}</h1>
      </header>
      {choice && choice.options.standing.length > 0 && <ListFilters path={path} choice={choice} />}
      {list}
      <More path={path} next={next} query={choice?.filter} />
    </>
  )
}

/** Leads to the rest of a list. */
export function More(props: { path: string; next: string | null; query?: FacetFilter | undefined }) {
  const { path, next, query = {} } = props
  if (!next) return null
  return (
    <p class="more">
      <a rel="next" href={withQuery(path, { ...query, after: next })}>
        More
      </a>
    </p>
  )
}

function ReportList({ reports, names }: { reports: readonly StoredReport[]; names: StateNames }) {
  return (
    <ol class="stories" data-list>
      {reports.map(({ report, mentions, revision, stand }) => (
        <li class={stand.standing === 'live' ? undefined : `stands-${stand.standing}`}>
          <a class="story-title" href={href.report(report.id)} dir="auto">
            {safe(report.title?.value ?? report.file)}
          </a>
          <p class="facts">
            <bdi>{reportName({ outlet: report.outlet?.value ?? null, file: report.file })}</bdi>
            {report.press && <span>{controlWords(report.press.country, report.press.control, names)}</span>}
            <When date={report.published?.value ?? null} />
            <span>{mentions > 0 ? `${counted(mentions, 'event')} told` : 'no event between states'}</span>
            {stand.standing !== 'live' && <span class={`stand ${stand.standing}`}>{stand.standing}</span>}
            {revision > 1 && <span>revision {revision}</span>}
          </p>
        </li>
      ))}
    </ol>
  )
}

interface DyadsProps {
  readonly dyads: readonly DyadSum[]
  readonly names: StateNames
  /** The state on whose page they stand: only the other needs naming. */
  readonly of?: string
}

function Dyads({ dyads, names }: DyadsProps) {
  return (
    <>
      <Matrix dyads={dyads} names={names} />
      <DyadTable dyads={dyads} names={names} />
    </>
  )
}

/** Dyads with their sums, most events first. */
export function DyadTable({ dyads, names, of }: DyadsProps) {
  return (
    <section class="scroll" tabindex={0} aria-label="Dyads">
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">{of ? 'With' : 'Dyad'}</th>
            <th scope="col" class="figure">
              Events
            </th>
            <th scope="col" class="figure spare">
              Mean score
            </th>
            <th scope="col" class="figure">
              Cooperation
            </th>
            <th scope="col" class="figure">
              Conflict
            </th>
          </tr>
        </thead>
        <tbody data-list>
          {dyads.map((sum) => {
            const mean = meanOf(sum)
            return (
              <tr>
                <th scope="row">
                  <a href={href.dyad(sum.one, sum.other)}>
                    {of
                      ? names(sum.one === of ? sum.other : sum.one)
                      : `${names(sum.one)} – ${names(sum.other)}`}
                  </a>
                </th>
                <td class="figure">{sum.events}</td>
                <td class="figure spare">{mean === null ? '–' : signed(mean)}</td>
                <td class="figure">{signed(sum.up)}</td>
                <td class="figure">{signed(sum.down)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
