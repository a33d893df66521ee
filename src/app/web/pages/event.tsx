import { Hono } from 'hono'
import type { ReportLine } from '../../../store/view.js'
import type { Entity, Event, Mention } from '../../../types.js'
import { safe } from '../../render/index.js'
import {
  counted,
  dateWords,
  fieldWords,
  fileName,
  reportName,
  type StateNames,
  stateNamesOf,
  typeWords,
  whatWords,
} from '../../render/words.js'
import type { Parts } from '../app.js'
import { href } from '../links.js'
import { EvidenceTable, Sentence } from '../parts/evidence.js'
import { page } from '../parts/layout.js'
import { signed } from '../parts/matrix.js'
import { Waterfall } from '../parts/waterfall.js'
import { Party, Sides, When } from '../parts/words.js'
import { present } from '../present.js'
import { frameOf } from '../theme.js'

export function eventRoutes({ view, assets }: Parts): Hono {
  const app = new Hono()
  app.get('/events/:id', async (context) => {
    const id = context.req.param('id')
    const found = await view.find(id)
    if (found?.kind !== 'event' || found.event.id !== id) return present(context, view, 'event', id)
    const { event } = found
    const outlets = await view.reportLines([...new Set(event.mentions.map(({ report }) => report))])
    const body = <EventPage event={event} outlets={outlets} />
    return context.html(page({ title: event.summary, ...frameOf(context, assets) }, body))
  })
  return app
}

interface Props {
  readonly event: Event
  readonly outlets: ReadonlyMap<string, ReportLine>
}

function EventPage({ event, outlets }: Props) {
  const names = stateNamesOf([event])
  return (
    <>
      <header class="head">
        <p class="over">
          Event · {typeWords(event)} · {counted(event.reports, 'report')} of{' '}
          {counted(event.origins, 'origin')}
        </p>
        <h1>
          <Sides event={event} names={names} />
        </h1>
        <p class="lead" dir="auto">
          {whatWords(event)}
        </p>
      </header>
      <Facts event={event} names={names} />
      <section>
        <h2>Its tellings, in order of publication</h2>
        {inOrder(event.mentions, outlets).map((mention) => (
          <Telling mention={mention} told={outlets.get(mention.report)} />
        ))}
      </section>
      <Joins event={event} outlets={outlets} />
      <p class="quiet">
        Id <code>{safe(event.id)}</code> · reader {safe(event.coder.reader)}, codebook{' '}
        {safe(event.coder.codebook)} · <a href={`/api/events/${encodeURIComponent(event.id)}`}>JSON</a>
      </p>
    </>
  )
}

/** Sorts behind all dates. */
const NEVER = '9999'

function inOrder(mentions: readonly Mention[], outlets: Props['outlets']): readonly Mention[] {
  const at = (mention: Mention) => outlets.get(mention.report)?.published ?? NEVER
  return mentions.toSorted((a, b) => at(a).localeCompare(at(b)))
}

function Facts({ event, names }: { event: Event; names: StateNames }) {
  const { event_loc: place, story, score, contested } = event
  const rows: [string, unknown][] = [
    ['When', <When date={event.date} />],
    ...(place ? [['Where', placeWords(place)] as [string, unknown]] : []),
    ...list('Who', event.actor, names),
    ...list('To whom', event.recipient, names),
    ...(event.quote ? [['Words', <q dir="auto">{safe(event.quote)}</q>] as [string, unknown]] : []),
    ...event.numbers.map(({ what, text }): [string, unknown] => ['How many', `${safe(text)} ${safe(what)}`]),
    ...list('Claimed by', event.claimed_by, names),
    ...list('Denied by', event.denied_by, names),
    ['Score', score === null ? 'none (not scored)' : `${signed(score)} on PLOVER’s scale from −10 to +10`],
    ['Told as', event.background ? 'background' : 'news'],
    ...(contested.length > 0
      ? [['In dispute', contested.map((field) => safe(wordsFor(field))).join(', ')] as [string, unknown]]
      : []),
    ...(story
      ? [['Story', <a href={href.story(story)}>Compare the reports that tell it</a>] as [string, unknown]]
      : []),
  ]
  return (
    <dl class="facts-table">
      {rows.map(([term, value]) => (
        <div>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function list(term: string, entities: readonly Entity[], names: StateNames): [string, unknown][] {
  if (entities.length === 0) return []
  const parties = entities.map((entity, i) => (
    <>
      {i > 0 && ', '}
      <Party entity={entity} names={names} />
      {entity.office && <span class="quiet"> {safe(entity.office)}</span>}
    </>
  ))
  return [[term, parties]]
}

function placeWords({ name, country, precision }: NonNullable<Event['event_loc']>) {
  return (
    <>
      <bdi>{safe(name)}</bdi>{' '}
      <span class="quiet">
        {country ? `${stateNamesOf([])(country)}, ` : ''}
        {precision === 'unknown' ? 'place not known to the gazetteer' : precision}
      </span>
    </>
  )
}

/** A field of a comparison in plain words; other names stay as they are. */
function wordsFor(field: string): string {
  return fieldWords(field as Parameters<typeof fieldWords>[0]) ?? field
}

function Telling({ mention, told }: { mention: Mention; told: ReportLine | undefined }) {
  return (
    <article class="telling" id={`m-${mention.id}`}>
      <h3>
        <a href={`${href.report(mention.report)}#m-${encodeURIComponent(mention.id)}`}>
          <bdi>{told ? reportName(told) : safe(fileName(mention.file))}</bdi>
        </a>{' '}
        <span class="quiet">
          <When date={told?.published ?? null} />
        </span>
      </h3>
      <p>
        <Sentence mention={mention} />
      </p>
      <p class="facts">
        <span>{mention.date ? dateWords(mention.date) : 'no date'}</span>
        {mention.background && <span>background</span>}
        {mention.attribution && <span>according to {safe(mention.attribution.name)}</span>}
        {mention.denied_by.length > 0 && (
          <span class="in-conflict">
            denied by {mention.denied_by.map(({ name }) => safe(name)).join(', ')}
          </span>
        )}
      </p>
      <details>
        <summary>Each value, and why</summary>
        <EvidenceTable mention={mention} />
      </details>
    </article>
  )
}

function Joins({ event, outlets }: Props) {
  if (event.joins.length === 0) return null
  const byId = new Map(event.mentions.map((mention) => [mention.id, mention]))
  const nameOf = (id: string) => {
    const mention = byId.get(id)
    const line = mention && outlets.get(mention.report)
    return line ? reportName(line) : safe(mention ? fileName(mention.file) : id)
  }
  return (
    <section>
      <h2>Why these are one event</h2>
      <p class="quiet about">
        Each telling joined another when its clues added up; a clue that speaks against it takes away.
      </p>
      {event.joins.map(({ mention, to, clues, total }) => (
        <figure class="join">
          <figcaption>
            <bdi>{nameOf(mention)}</bdi> joined <bdi>{nameOf(to)}</bdi>, in sum {signed(total)}
          </figcaption>
          <Waterfall clues={clues} total={total} />
        </figure>
      ))}
    </section>
  )
}
