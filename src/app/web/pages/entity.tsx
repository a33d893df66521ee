import { Hono } from 'hono'
import { daysOf } from '../../../store/index.js'
import type { ReportLine } from '../../../store/view.js'
import type { Entity, Event, LogEntry } from '../../../types.js'
import { safe } from '../../render/index.js'
import { counted, reportName, type StateNames } from '../../render/words.js'
import type { Parts } from '../app.js'
import { writerOf } from '../corrections/form.js'
import { History } from '../corrections/parts.js'
import { href } from '../links.js'
import { EventList } from '../parts/event-list.js'
import { page } from '../parts/layout.js'
import { When } from '../parts/words.js'
import { present } from '../present.js'
import { type Reported, reportedDays } from '../reported.js'
import { namesIn } from '../state-names.js'
import { frameOf } from '../theme.js'
import { More } from './lists.js'

const PAGE = 60

export function entityRoutes(parts: Parts): Hono {
  const { view, assets } = parts
  const app = new Hono()
  app.get('/entities/:id', async (context) => {
    const id = context.req.param('id')
    const found = await view.find(id)
    if (found?.kind !== 'entity' || found.entity.id !== id) return present(context, view, 'entity', id)
    const { entity } = found
    if (entity.kind === 'state' && entity.country) return context.redirect(href.state(entity.country))
    const { items, next } = await view.events(
      { entity: id },
      { limit: PAGE, after: context.req.query('after') },
    )
    const told = items.flatMap(({ mentions }) => mentions.map(({ report }) => report))
    const lines = await view.reportLines([...new Set(told)])
    const namings = await view.namings(id)
    const log = await view.log(namings.map((naming) => naming.id))
    const [names, reported] = await Promise.all([namesIn(view, items), reportedDays(view, items)])
    const body = (
      <>
        <EntityPage {...{ entity, events: items, names, lines, next, reported }} />
        <Corrections entity={entity} log={log} by={writerOf(context, parts)} />
      </>
    )
    return context.html(page({ title: entity.name, ...frameOf(context, assets) }, body))
  })
  return app
}

const KINDS: Readonly<Record<Entity['kind'], string>> = {
  person: 'Person',
  state: 'State',
  organisation: 'Organisation',
  group: 'Group',
}

interface EntityProps {
  readonly entity: Entity
  readonly events: readonly Event[]
  /** The reports that tell them. */
  readonly lines: ReadonlyMap<string, ReportLine>
  readonly next: string | null
  readonly names: StateNames
  readonly reported: Reported
}

function EntityPage({ entity, events, lines, next, names, reported }: EntityProps) {
  const statements = events.filter(({ event }) => event === 'STATEMENT')
  const acts = events.filter(({ event }) => event !== 'STATEMENT')
  return (
    <>
      <header class="head">
        <p class="over">
          {KINDS[entity.kind]}
          {entity.country && (
            <>
              {' '}
              · <a href={href.state(entity.country)}>{names(entity.country)}</a>
            </>
          )}
        </p>
        <h1>
          <bdi>{safe(entity.name)}</bdi>
        </h1>
        {entity.office && <p class="lead">{safe(entity.office)}</p>}
      </header>
      <Spellings entity={entity} events={events} lines={lines} />
      <Offices entity={entity} events={events} />
      <section>
        <h2>
          Events <span class="count">{acts.length}</span>
        </h2>
        <EventList events={acts} names={names} reported={reported} />
      </section>
      {statements.length > 0 && (
        <section>
          <h2>
            Statements <span class="count">{statements.length}</span>
          </h2>
          <EventList events={statements} names={names} reported={reported} />
        </section>
      )}
      <More path={href.entity(entity)} next={next} />
    </>
  )
}

/** What was corrected of who it is and how it is called, and the way to one more. */
function Corrections({ entity, log, by }: { entity: Entity; log: readonly LogEntry[]; by: string }) {
  return (
    <section id="corrections">
      <h2>Corrections</h2>
      {log.length > 0 ? (
        <History log={log} by={by} />
      ) : (
        <p class="quiet">Nobody has corrected who this is.</p>
      )}
      <p class="more">
        <a href={href.correctEntity(entity.id)}>Correct the name, or who it is</a>
      </p>
    </section>
  )
}

/** Where a spelling or an office was read: the events of this page are looked at. */
interface Seen {
  readonly value: string
  readonly tellings: readonly { readonly event: Event; readonly report: string; readonly file: string }[]
}

function seenIn(
  events: readonly Event[],
  entity: Entity,
  valuesOf: (as: Entity) => readonly string[],
): Seen[] {
  const seen = new Map<string, Seen['tellings'][number][]>()
  for (const event of events)
    for (const mention of event.mentions)
      for (const as of [...mention.actor, ...mention.recipient].filter(({ id }) => id === entity.id))
        for (const value of valuesOf(as))
          seen.set(value, [...(seen.get(value) ?? []), { event, report: mention.report, file: mention.file }])
  return [...seen].map(([value, tellings]) => ({ value, tellings }))
}

function Spellings({ entity, events, lines }: Pick<EntityProps, 'entity' | 'events' | 'lines'>) {
  // Not the name by which it goes in the record: this report may not have it.
  const seen = seenIn(events, entity, ({ names }) => [...new Set(names)])
  if (seen.length === 0) return null
  return (
    <section>
      <h2>Spellings</h2>
      <ul class="seen">
        {seen
          .toSorted((a, b) => b.tellings.length - a.tellings.length)
          .map(({ value, tellings }) => (
            <li>
              <bdi>
                <strong>{safe(value)}</strong>
              </bdi>{' '}
              <span class="quiet">
                in {counted(new Set(tellings.map(({ report }) => report)).size, 'report')}:
              </span>{' '}
              <Places tellings={tellings} lines={lines} />
            </li>
          ))}
      </ul>
    </section>
  )
}

const MOST = 6

function Places({ tellings, lines }: Pick<Seen, 'tellings'> & Pick<EntityProps, 'lines'>) {
  const reports = new Map(tellings.map((telling) => [telling.report, telling]))
  const listed = [...reports.values()].slice(0, MOST)
  return (
    <>
      {listed.map(({ report, file }, i) => (
        <>
          {i > 0 && ', '}
          <a href={href.report(report)}>{reportName(lines.get(report) ?? { outlet: null, file })}</a>
        </>
      ))}
      {reports.size > MOST && ` and ${reports.size - MOST} more`}
    </>
  )
}

function byFirstDay(one: string, other: string): number {
  return (daysOf(one).first ?? '').localeCompare(daysOf(other).first ?? '')
}

/** Offices by the days of the events at which they were named. */
function Offices({ entity, events }: { entity: Entity; events: readonly Event[] }) {
  const seen = seenIn(events, entity, ({ office }) => (office ? [office] : []))
  if (seen.length === 0) return null
  return (
    <section>
      <h2>Offices</h2>
      <ul class="seen">
        {seen.map(({ value, tellings }) => {
          const days = tellings.flatMap(({ event }) => event.date ?? []).sort(byFirstDay)
          return (
            <li>
              <strong>{safe(value)}</strong>{' '}
              <span class="quiet">
                named at events of <When date={days[0] ?? null} />
                {days.length > 1 && days[0] !== days.at(-1) && (
                  <>
                    {' '}
                    to <When date={days.at(-1)!} />
                  </>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
