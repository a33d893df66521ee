import { EventType } from '../../../records.js'
import type { Direction, DyadFilter, Page, PeriodSum } from '../../../store/view.js'
import type { Entity, Event } from '../../../types.js'
import { safe } from '../../render/index.js'
import { gapBetween, timelineOf } from '../../render/months.js'
import { counted, dateWords, type StateNames, stateNamesOf, typeWords } from '../../render/words.js'
import { Figure } from '../charts/figure.js'
import { monthsOf, scoreChart } from '../charts/scores.js'
import { href, withQuery } from '../links.js'
import { EventLine } from '../parts/event-list.js'
import { Empty } from '../parts/layout.js'
import { signed } from '../parts/matrix.js'

/** What the page of two states shows. */
export interface DyadModel {
  /** Sorted codes. */
  readonly pair: readonly [string, string]
  readonly names: StateNames
  readonly query: DyadQuery
  readonly periods: readonly PeriodSum[]
  /** The periods without a choice of time, for going from one to another. */
  readonly allPeriods: readonly PeriodSum[]
  readonly events: Page<Event>
}

/** What a reader chose, as it stands in the address. */
export interface DyadQuery {
  /** "2025", "2025-07", "2025-07-27": a year, month or day. */
  readonly in: string
  readonly type: string
  readonly told: '' | 'news' | 'background'
  readonly direction: '' | Direction
}

/** All of a dyad. */
export const NO_CHOICE: DyadQuery = { in: '', type: '', told: '', direction: '' }

export function filterOf({ in: at, type, told, direction }: DyadQuery): DyadFilter {
  const only = EventType.safeParse(type)
  return {
    ...(only.success && { type: only.data }),
    ...(told && { background: told === 'background' }),
    ...(direction && { direction }),
    ...(at && { since: at, until: at }),
  }
}

export function dyadTitle([one, other]: readonly [string, string], names: StateNames): string {
  return `${names(one)} – ${names(other)}`
}

export function DyadPage({ model }: { model: DyadModel }) {
  const { pair, names, query, events, allPeriods } = model
  const total = allPeriods.reduce((sum, one) => sum + one.events, 0)
  return (
    <>
      <header class="head">
        <p class="over">Dyad · {counted(total, 'event')}</p>
        <h1>
          <a href={href.state(pair[0])}>{names(pair[0])}</a> –{' '}
          <a href={href.state(pair[1])}>{names(pair[1])}</a>
        </h1>
      </header>
      <Scores model={model} />
      <Zoom model={model} />
      <Filters model={model} />
      <div class="beside dyad">
        <section aria-label="Timeline">
          <Timeline events={events.items} silence={silenceOf(query)} />
          {events.next && (
            <p class="more">
              <a rel="next" href={address(model, { after: events.next })}>
                Earlier
              </a>
            </p>
          )}
        </section>
        <aside class="side">
          <Active events={events.items} />
          <Disputed events={events.items} />
          <Gaps model={model} />
          <Export pair={pair} query={query} />
        </aside>
      </div>
    </>
  )
}

/** The page's address with something of it changed. */
function address({ pair, query }: Pick<DyadModel, 'pair' | 'query'>, change: Record<string, string>): string {
  return withQuery(href.dyad(...pair), { ...query, ...change })
}

/** What a stretch without events means: less where only some of them are looked at. */
export function silenceOf({ type, told, direction }: DyadQuery): string {
  return type || told || direction ? 'none of these in the reports read' : 'no report read'
}

export const SCORE_SUBTITLE =
  'Sum of PLOVER scores a month: cooperation above zero, conflict below; the dot is their sum. Shaded: '
export const SCORE_SOURCE =
  'Source: reports in this Rapport record. What was planned, possible or did not happen, and statements, count nothing.'

function Scores({ model }: { model: DyadModel }) {
  const months = monthsOf(model.periods)
  const rest = model.periods.filter(({ period, direction }) => period.length !== 7 || direction === 'joint')
  if (months.length === 0) return null
  const title = `${dyadTitle(model.pair, model.names)}, month by month`
  return (
    <Figure
      drawing={scoreChart(months, title, (month) => address(model, { in: month }))}
      title={title}
      subtitle={SCORE_SUBTITLE + silenceOf(model.query)}
      source={SCORE_SOURCE}
      head={['Month', 'Cooperation', 'Conflict', 'Sum', 'Events']}
      rows={months.map(({ month, up, down, events }) => [
        dateWords(month),
        signed(up),
        signed(down),
        signed(up + down),
        String(events),
      ])}
    >
      {rest.length > 0 &&
        `Not drawn: ${counted(
          rest.reduce((sum, { events }) => sum + events, 0),
          'event',
        )} whose month is not known, or by both toward others.`}
    </Figure>
  )
}

/** Years, then the months of a year, then back. */
function Zoom({ model }: { model: DyadModel }) {
  const { query, allPeriods } = model
  const years = [...new Set(allPeriods.flatMap(({ period }) => period.match(/^\d{4}/) ?? []))].sort()
  const year = query.in.slice(0, 4)
  const months = [...new Set(allPeriods.map(({ period }) => period))].filter(
    (p) => year && p.startsWith(`${year}-`),
  )
  const month = query.in.slice(0, 7)
  const days = [
    ...new Set(model.events.items.flatMap(({ date }) => date?.match(/^\d{4}-\d\d-\d\d$/)?.[0] ?? [])),
  ]
  return (
    <nav class="zoom" aria-label="Time">
      <Steps
        model={model}
        label="Year"
        steps={['', ...years]}
        chosen={year}
        words={(step) => step || 'all'}
      />
      {year && (
        <Steps
          model={model}
          label="Month"
          steps={months}
          chosen={month}
          words={(step) => dateWords(step).split(' ')[0]!}
        />
      )}
      {month.length === 7 && days.length > 1 && (
        <Steps
          model={model}
          label="Day"
          steps={days.filter((day) => day.startsWith(month)).sort()}
          chosen={query.in}
          words={(step) => String(Number(step.slice(8)))}
        />
      )}
    </nav>
  )
}

interface StepsProps {
  readonly model: DyadModel
  readonly label: string
  readonly steps: readonly string[]
  readonly chosen: string
  readonly words: (step: string) => string
}

function Steps({ model, label, steps, chosen, words }: StepsProps) {
  return (
    <p>
      <span class="quiet">{label}</span>{' '}
      {steps.map((step) => (
        <a
          class="step"
          href={address(model, { in: step })}
          aria-current={step === chosen ? 'true' : undefined}
          title={step ? dateWords(step) : 'all years'}
        >
          {words(step)}
        </a>
      ))}
    </p>
  )
}

function Filters({ model }: { model: DyadModel }) {
  const { pair, names, query } = model
  const [one, other] = pair
  return (
    <form class="filters" action={href.dyad(...pair)} data-auto>
      {query.in && <input type="hidden" name="in" value={query.in} />}
      <Select
        name="type"
        label="Kind"
        chosen={query.type}
        options={EventType.options.map(
          (type) => [type, typeWords({ event: type, mode: null, aux: null })] as const,
        )}
        all="any"
      />
      <Select
        name="told"
        label="Told as"
        chosen={query.told}
        options={[
          ['news', 'news'],
          ['background', 'background'],
        ]}
        all="news or background"
      />
      <Select
        name="direction"
        label="Direction"
        chosen={query.direction}
        options={[
          ['there', `${names(one)} → ${names(other)}`],
          ['back', `${names(other)} → ${names(one)}`],
          ['both', 'mutual'],
          ['joint', 'by both toward others'],
        ]}
        all="both"
      />
      <button type="submit">Show</button>
    </form>
  )
}

interface SelectProps {
  readonly name: string
  readonly label: string
  readonly chosen: string
  readonly options: readonly (readonly [string, string])[]
  readonly all: string
}

function Select({ name, label, chosen, options, all }: SelectProps) {
  return (
    <label>
      {label}{' '}
      <select name={name}>
        <option value="">{all}</option>
        {options.map(([value, words]) => (
          <option value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Events by month, the latest first, with the stretches in between of which no report was read. */
export function Timeline({ events, silence }: { events: readonly Event[]; silence: string }) {
  if (events.length === 0)
    return (
      <Empty title="No event between the two in the reports read.">
        That no report tells of one does not mean that there was none; try another time or kind.
      </Empty>
    )
  const state = stateNamesOf(events)
  const { stretches, long, undated } = timelineOf(events)
  const latest = stretches.toReversed()
  const group = (title: string, list: readonly Event[]) =>
    list.length > 0 && (
      <>
        <h2>{title}</h2>
        <ol class="events" data-list>
          {list.toReversed().map((event) => (
            <EventLine event={event} names={state} />
          ))}
        </ol>
      </>
    )
  return (
    <div class="timeline">
      {latest.map((stretch, i) => {
        const gap = i > 0 && gapBetween(stretch, latest[i - 1]!)
        return (
          <>
            {gap && (
              <p class="gap">
                {gap}: {silence}
              </p>
            )}
            {group(
              stretch.when.length === 4 ? `${stretch.when}, month not known` : dateWords(stretch.when),
              stretch.events,
            )}
          </>
        )
      })}
      {group('Over years, or dated no more exactly', long)}
      {group('No date given', undated)}
    </div>
  )
}

const MOST_ACTIVE = 8

function Active({ events }: { events: readonly Event[] }) {
  const counts = new Map<string, { entity: Entity; events: number }>()
  for (const event of events)
    for (const entity of new Map([...event.actor, ...event.recipient].map((one) => [one.id, one])).values())
      if (entity.kind !== 'state')
        counts.set(entity.id, { entity, events: (counts.get(entity.id)?.events ?? 0) + 1 })
  const top = [...counts.values()].sort((a, b) => b.events - a.events).slice(0, MOST_ACTIVE)
  if (top.length === 0) return null
  return (
    <section>
      <h2>Most active here</h2>
      <ul class="names">
        {top.map(({ entity, events }) => (
          <li>
            <a href={href.entity(entity)}>
              <bdi>{safe(entity.name)}</bdi>
            </a>{' '}
            <span class="quiet">{counted(events, 'event')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Disputed({ events }: { events: readonly Event[] }) {
  const disputed = events.filter(({ contested, denied_by }) => contested.length > 0 || denied_by.length > 0)
  if (disputed.length === 0) return null
  return (
    <section>
      <h2>Disputed here</h2>
      <ul class="names">
        {disputed.map((event) => (
          <li>
            <a href={href.event(event.id)} dir="auto">
              {safe(event.summary)}
            </a>{' '}
            <span class="quiet">
              {event.denied_by.length > 0 ? 'denied' : event.contested.map(safe).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Stretches of at least this many months without an event are told. */
const LEAST_GAP = 2
const MOST_GAPS = 8

function Gaps({ model }: { model: DyadModel }) {
  if (silenceOf(model.query) !== silenceOf(NO_CHOICE)) return null
  const months = monthsOf(model.allPeriods).map(({ month }) => ({ when: month, events: [] }))
  const gaps = months.slice(1).flatMap((after, i) => {
    const before = months[i]!
    const length = monthNumber(after.when) - monthNumber(before.when) - 1
    const words = gapBetween(before, after)
    return words && length >= LEAST_GAP ? [{ words, length }] : []
  })
  if (gaps.length === 0) return null
  return (
    <section>
      <h2>No report read</h2>
      <ul class="names quiet">
        {gaps
          .toSorted((a, b) => b.length - a.length)
          .slice(0, MOST_GAPS)
          .map(({ words, length }) => (
            <li>
              {words} ({counted(length, 'month')})
            </li>
          ))}
      </ul>
    </section>
  )
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5))
}

function Export({ pair, query }: { pair: readonly [string, string]; query: DyadQuery }) {
  const file = (end: string) => withQuery(`${href.dyad(...pair)}.${end}`, { ...query })
  return (
    <section>
      <h2>Take it with you</h2>
      <ul class="names">
        <li>
          <a href={file('csv')}>CSV</a>, <a href={file('jsonl')}>JSON Lines</a>
        </li>
        <li>
          <a href={file('svg')}>The chart as SVG</a>
        </li>
        <li>
          <a href={file('html')}>The timeline as a page</a>{' '}
          <span class="quiet">for embedding; works offline</span>
        </li>
      </ul>
    </section>
  )
}
