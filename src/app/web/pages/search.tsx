import { Hono } from 'hono'
import { EventType } from '../../../records.js'
import type { EntitySum, ReportHit } from '../../../store/view.js'
import type { Event } from '../../../types.js'
import { safe } from '../../render/index.js'
import { counted, type StateNames, typeWords } from '../../render/words.js'
import type { Parts } from '../app.js'
import { href, withQuery } from '../links.js'
import { EventList } from '../parts/event-list.js'
import { Empty, page } from '../parts/layout.js'
import { When } from '../parts/words.js'
import { namesIn } from '../state-names.js'
import { frameOf } from '../theme.js'

/** How many of each are shown beside others, and alone. */
const FEW = 8
const MANY = 50
/** Events and statements are searched at once, and then told apart. */
const SPARE = 2

const SCOPES = [
  ['', 'Everything'],
  ['names', 'Names'],
  ['reports', 'Reports'],
  ['events', 'Events'],
  ['statements', 'Statements'],
] as const

interface Found {
  readonly words: string
  readonly scope: string
  readonly type: string
  readonly names: readonly EntitySum[]
  readonly reports: readonly ReportHit[]
  readonly events: readonly Event[]
  readonly statements: readonly Event[]
  readonly states: StateNames
}

export function searchRoutes({ view, assets }: Parts): Hono {
  const app = new Hono()
  app.get('/search', async (context) => {
    const found = await find(
      context.req.query('q') ?? '',
      context.req.query('in') ?? '',
      context.req.query('type') ?? '',
    )
    // The client asks for the results alone while words are typed.
    if (context.req.query('part') === 'results') return context.html(<Results found={found} />)
    const title = found.words === '' ? 'Search' : `Search: ${found.words}`
    return context.html(
      page(
        { title, ...frameOf(context, assets), modules: ['search'], words: found.words },
        <SearchPage found={found} />,
      ),
    )
  })
  return app

  async function find(words: string, scope: string, type: string): Promise<Found> {
    const most = scope === '' ? FEW : MANY
    const wants = (one: string) => scope === '' || scope === one
    const only = EventType.safeParse(scope === 'statements' ? 'STATEMENT' : type)
    const wanted = wants('events') || wants('statements')
    const [names, reports, told] = await Promise.all([
      wants('names') ? view.searchNames(words, most) : [],
      wants('reports') ? view.searchReports(words, most) : [],
      wanted ? view.searchEvents(words, SPARE * most, only.success ? only.data : undefined) : [],
    ])
    const acts = told.filter(({ event }) => event !== 'STATEMENT').slice(0, most)
    const statements = told.filter(({ event }) => event === 'STATEMENT').slice(0, most)
    const states = await namesIn(view, told)
    return { words, scope, type, names, reports, events: wants('events') ? acts : [], statements, states }
  }
}

function SearchPage({ found }: { found: Found }) {
  return (
    <>
      <header class="head">
        <h1>Search</h1>
      </header>
      <form class="filters search-form" action="/search" data-search>
        <label class="grow">
          <span class="hidden">Words</span>
          <input
            name="q"
            type="search"
            value={found.words}
            autocomplete="off"
            placeholder="Words, names, an id"
          />
        </label>
        <fieldset>
          <legend>In</legend>
          {SCOPES.map(([value, label]) => (
            <label class="choice">
              <input type="radio" name="in" value={value} checked={found.scope === value} />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        <label>
          Kind{' '}
          <select name="type">
            <option value="">any</option>
            {EventType.options
              .filter((type) => type !== 'STATEMENT')
              .map((type) => (
                <option value={type} selected={found.type === type}>
                  {typeWords({ event: type, mode: null, aux: null })}
                </option>
              ))}
          </select>
        </label>
        <button type="submit">Search</button>
      </form>
      <div id="results" aria-live="polite">
        <Results found={found} />
      </div>
    </>
  )
}

function Results({ found }: { found: Found }) {
  if (found.words.trim() === '')
    return (
      <Empty title="What are you looking for?">
        Words of a report, a name in any spelling, a state, or an id.
      </Empty>
    )
  const total = found.names.length + found.reports.length + found.events.length + found.statements.length
  if (total === 0)
    return (
      <Empty title={`Nothing has all the words “${safe(found.words)}”.`}>
        Try fewer words, or another spelling; the last word may be a beginning.
      </Empty>
    )
  return (
    <>
      {found.names.length > 0 && (
        <section>
          <h2>Names</h2>
          <ul class="names" data-list>
            {found.names.map(({ entity, events }) => (
              <li>
                <a href={href.entity(entity)}>
                  <bdi>{safe(entity.name)}</bdi>
                </a>{' '}
                <span class="quiet">
                  {entity.kind}
                  {entity.country && entity.kind !== 'state' && `, ${found.states(entity.country)}`} ·{' '}
                  {counted(events, 'event')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {found.reports.length > 0 && (
        <section>
          <h2>Reports</h2>
          <ol class="stories" data-list>
            {found.reports.map((hit) => (
              <Hit hit={hit} />
            ))}
          </ol>
          <p>
            <a href={withQuery('/reports', { words: found.words })}>
              Narrow them by outlet, state told of, standing and date
            </a>
          </p>
        </section>
      )}
      {found.events.length > 0 && (
        <section>
          <h2>Events</h2>
          <EventList events={found.events} names={found.states} />
        </section>
      )}
      {found.statements.length > 0 && (
        <section>
          <h2>Statements</h2>
          <EventList events={found.statements} names={found.states} />
        </section>
      )}
    </>
  )
}

function Hit({ hit }: { hit: ReportHit }) {
  return (
    <li>
      <a class="story-title" href={href.report(hit.report)} dir="auto">
        {safe(hit.title ?? 'Untitled report')}
      </a>
      <p class="facts">
        {hit.outlet && <bdi>{safe(hit.outlet)}</bdi>}
        <When date={hit.published} />
      </p>
      <p class="snippet" dir="auto">
        {hit.snippet.split(/[⟦⟧]/).map((part, i) => (i % 2 === 1 ? <mark>{safe(part)}</mark> : safe(part)))}
      </p>
    </li>
  )
}
