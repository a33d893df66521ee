import type { PropsWithChildren } from 'hono/jsx'
import type { Found as Item } from '../../../store/index.js'
import { type EntitySum, FILTERED, type ReportHit } from '../../../store/view.js'
import { safe } from '../../render/index.js'
import { counted, type StateNames } from '../../render/words.js'
import { href, withQuery } from '../links.js'
import { EventList } from '../parts/event-list.js'
import { Empty } from '../parts/layout.js'
import { When } from '../parts/words.js'
import { addressOf } from '../present.js'
import type { Reported } from '../reported.js'
import type { Found } from './find.js'
import { isFiltered, Scope, type SearchQuery, scopesOf, searchAddress } from './query.js'

/** How many of each kind of thing are shown beside others. */
export const FEW = 8

interface ResultsProps {
  readonly query: SearchQuery
  readonly found: Found
  readonly byId: Item | null
  readonly states: StateNames
  readonly reported: Reported
}

export function Results({ query, found, byId, states, reported }: ResultsProps) {
  const address = byId && addressOf(byId)
  if (query.q === '')
    return (
      <Empty title="What are you looking for?">
        Words of a report, a name in any spelling, a state, or an id.
      </Empty>
    )
  if (!address && Object.values(found).every(({ length }) => length === 0)) return <Nothing query={query} />
  return (
    <>
      {address && (
        <p>
          That is the id of <a href={address}>{ITEMS[byId.kind]}</a>.
        </p>
      )}
      <Narrowed query={query} />
      <Section scope="names" query={query} items={found.names}>
        <ul class="names" data-list>
          {found.names.map((sum) => (
            <Name sum={sum} states={states} />
          ))}
        </ul>
      </Section>
      <Section scope="reports" query={query} items={found.reports}>
        <ol class="stories" data-list>
          {found.reports.map((hit) => (
            <Hit hit={hit} />
          ))}
        </ol>
        <p>
          <a href={reportsAddress(query)}>
            All of them by date, to narrow by standing and by who owns the outlet
          </a>
        </p>
      </Section>
      <Section scope="events" query={query} items={found.events}>
        <EventList events={found.events} names={states} reported={reported} />
      </Section>
      <Section scope="statements" query={query} items={found.statements}>
        <EventList events={found.statements} names={states} reported={reported} />
      </Section>
    </>
  )
}

const ITEMS: Readonly<Record<Item['kind'], string>> = {
  report: 'a report',
  entry: 'an event recorded by hand',
  mention: 'a telling of an event',
  event: 'an event',
  story: 'a story',
  entity: 'a name',
  past: 'something that is gone',
}

const TITLES: Readonly<Record<Scope, string>> = {
  names: 'Names',
  reports: 'Reports',
  events: 'Events',
  statements: 'Statements',
}

interface SectionProps {
  readonly scope: Scope
  readonly query: SearchQuery
  readonly items: readonly unknown[]
}

/** What was found of one kind of thing, with the way to the rest of it. */
function Section({ scope, query, items, children }: PropsWithChildren<SectionProps>) {
  if (items.length === 0) return null
  return (
    <section>
      <h2>{TITLES[scope]}</h2>
      {children}
      {query.in === undefined && items.length === FEW && (
        <p class="more">
          <a href={searchAddress(query, { in: scope })}>More {scope}</a>
        </p>
      )}
    </section>
  )
}

function Nothing({ query }: { query: SearchQuery }) {
  if (!isFiltered(query))
    return (
      <Empty title={`Nothing has all the words “${safe(query.q)}”.`}>
        Try fewer words, or another spelling; the last word may be a beginning.
      </Empty>
    )
  return (
    <>
      <Narrowed query={query} />
      <Empty title={`Nothing that passes these filters has all the words “${safe(query.q)}”.`}>
        Leave one of them out. They are held against the latest {counted(FILTERED, 'match', 'matches')} of
        each kind.
      </Empty>
    </>
  )
}

/** What is narrowed, and the way back. Silence about a kind of thing that was not searched would read as if it had none. */
function Narrowed({ query }: { query: SearchQuery }) {
  if (!isFiltered(query)) return null
  const searched = scopesOf({ ...query, in: undefined })
  const out = Scope.options.filter((scope) => !searched.has(scope))
  return (
    <p class="quiet">
      {out.length > 0 && `The filters leave out ${new Intl.ListFormat('en-GB').format(out)}. `}
      <a href={withQuery('/search', { q: query.q, in: query.in })}>Clear the filters</a>
    </p>
  )
}

function reportsAddress({ q, state, outlet, since, until }: SearchQuery): string {
  return withQuery('/reports', { words: q, state, outlet, since, until })
}

function Name({ sum: { entity, events }, states }: { sum: EntitySum; states: StateNames }) {
  return (
    <li>
      <a href={href.entity(entity)}>
        <bdi>{safe(entity.name)}</bdi>
      </a>{' '}
      <span class="quiet">
        {entity.kind}
        {entity.country && entity.kind !== 'state' && `, ${states(entity.country)}`} ·{' '}
        {counted(events, 'event')}
      </span>
    </li>
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
