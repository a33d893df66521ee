import { Hono } from 'hono'
import type { ReportLine } from '../../../store/view.js'
import type { CorrectedField, Entity, Event, LogEntry, Mention } from '../../../types.js'
import { safe } from '../../render/index.js'
import { voicesWords } from '../../render/voices.js'
import {
  contestedWords,
  dateWords,
  fileName,
  reportName,
  type StateNames,
  typeWords,
  whatWords,
} from '../../render/words.js'
import type { Parts } from '../app.js'
import { writerOf } from '../corrections/form.js'
import { Corrected, History, RejectedNote } from '../corrections/parts.js'
import { href } from '../links.js'
import { ByHand } from '../parts/by-hand.js'
import { EvidenceTable, Sentence } from '../parts/evidence.js'
import { page } from '../parts/layout.js'
import { signed } from '../parts/matrix.js'
import { Waterfall } from '../parts/waterfall.js'
import { Party, Sides, When } from '../parts/words.js'
import { present } from '../present.js'
import { namesIn } from '../state-names.js'
import { frameOf } from '../theme.js'

export function eventRoutes(parts: Parts): Hono {
  const { view, assets } = parts
  const app = new Hono()
  app.get('/events/:id', async (context) => {
    const id = context.req.param('id')
    const found = await view.find(id)
    if (found?.kind !== 'event' || found.event.id !== id) return present(context, view, 'event', id)
    const { event } = found
    const outlets = await view.reportLines([...new Set(event.mentions.map(({ report }) => report))])
    const log = await view.log(event.mentions.map((mention) => mention.id))
    const names = await namesIn(view, [event])
    const body = (
      <EventPage event={event} outlets={outlets} log={log} names={names} by={writerOf(context, parts)} />
    )
    return context.html(page({ title: event.summary, ...frameOf(context, assets) }, body))
  })
  return app
}

interface Props {
  readonly event: Event
  readonly outlets: ReadonlyMap<string, ReportLine>
}

interface PageProps extends Props {
  /** What was corrected of it, oldest first. */
  readonly log: readonly LogEntry[]
  readonly by: string
  readonly names: StateNames
}

function EventPage({ event, outlets, log, names, by }: PageProps) {
  return (
    <>
      <header class="head">
        <p class="over">
          Event · {typeWords(event)} · {voicesWords(event)}
        </p>
        <h1>
          <Sides event={event} names={names} />
        </h1>
        <p class="lead" dir="auto">
          {whatWords(event)}
        </p>
      </header>
      <RejectedNote event={event} />
      <Facts event={event} names={names} />
      <section>
        <h2>Its tellings, in order of publication</h2>
        {inOrder(event.mentions, outlets).map((mention) => (
          <Telling mention={mention} told={outlets.get(mention.report)} />
        ))}
      </section>
      <Joins event={event} outlets={outlets} />
      <Corrections event={event} log={log} by={by} />
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

/**
 * A line of what is known: its name, its value (null where there is none), and the field in which it can be corrected.
 */
type Fact = readonly [term: string, value: unknown, field?: CorrectedField]

function Facts({ event, names }: { event: Event; names: StateNames }) {
  const { event_loc: place, story, score, contested } = event
  const rows: Fact[] = [
    ['What', typeWords(event), 'event'],
    ['When', <When date={event.date} />, 'date'],
    ['Where', place ? placeWords(place, names) : null, 'event_loc'],
    ['Who', list(event.actor, names), 'actor'],
    ['To whom', list(event.recipient, names), 'recipient'],
    ['Words', event.quote ? <q dir="auto">{safe(event.quote)}</q> : null, 'quote'],
    ['How many', event.numbers.length > 0 ? numberWords(event.numbers) : null, 'numbers'],
    ['Claimed by', list(event.claimed_by, names)],
    ['Denied by', list(event.denied_by, names)],
    ['Score', score === null ? 'none (not scored)' : `${signed(score)} on PLOVER’s scale from −10 to +10`],
    ['Told as', event.reports === 0 ? null : event.background ? 'background' : 'news'],
    ['In dispute', contested.length > 0 ? contestedWords(contested) : null],
    ['Story', story ? <a href={href.story(story)}>Compare the reports that tell it</a> : null],
  ]
  const corrected = new Map(event.corrections.map((one) => [one.field, one]))
  return (
    <dl class="facts-table">
      {rows
        .filter(([, value, field]) => value !== null || (field && corrected.has(field)))
        .map(([term, value, field]) => (
          <div>
            <dt>{term}</dt>
            <dd>
              {value === null ? <span class="quiet">none</span> : value}{' '}
              {field && (
                <a class="mend" href={href.correctEvent(event.id, field)} aria-label={`Correct: ${term}`}>
                  correct
                </a>
              )}
              {field && corrected.has(field) && <Corrected correction={corrected.get(field)!} />}
            </dd>
          </div>
        ))}
    </dl>
  )
}

function numberWords(numbers: Event['numbers']): string {
  return numbers
    .map(({ what, text }) => (text.includes(what) ? safe(text) : `${safe(text)} ${safe(what)}`))
    .join('; ')
}

/** Corrections of an event with their history, and the way to one more. */
function Corrections({ event, log, by }: Pick<PageProps, 'event' | 'log' | 'by'>) {
  return (
    <section id="corrections">
      <h2>Corrections</h2>
      {log.length > 0 ? <History log={log} by={by} /> : <p class="quiet">Nobody has corrected this event.</p>}
      <p class="more">
        <a href={href.correctEvent(event.id)}>Correct this event</a>
      </p>
    </section>
  )
}

function list(entities: readonly Entity[], names: StateNames) {
  if (entities.length === 0) return null
  const parties = entities.map((entity, i) => (
    <>
      {i > 0 && ', '}
      <Party entity={entity} names={names} />
      {entity.office && <span class="quiet"> {safe(entity.office)}</span>}
    </>
  ))
  return parties
}

function placeWords({ name, country, precision }: NonNullable<Event['event_loc']>, names: StateNames) {
  return (
    <>
      <bdi>{safe(name)}</bdi>{' '}
      <span class="quiet">
        {country ? `${names(country)}, ` : ''}
        {precision === 'unknown' ? 'place not known to the gazetteer' : precision}
      </span>
    </>
  )
}

/** The report that tells it. */
function Teller({ mention, told }: { mention: Mention; told: ReportLine | undefined }) {
  return (
    <>
      <a href={`${href.report(mention.report)}#m-${encodeURIComponent(mention.id)}`}>
        <bdi>{told ? reportName(told) : safe(fileName(mention.file))}</bdi>
      </a>{' '}
      <span class="quiet">
        <When date={told?.published ?? null} />
      </span>
    </>
  )
}

function Telling({ mention, told }: { mention: Mention; told: ReportLine | undefined }) {
  return (
    <article class="telling" id={`m-${mention.id}`}>
      <h3>
        {mention.said_by_person ? (
          <ByHand said={mention.said_by_person} />
        ) : (
          <Teller mention={mention} told={told} />
        )}
      </h3>
      <p>
        <Sentence mention={mention} />
      </p>
      <p class="facts">
        <span>{mention.date ? `dates it ${dateWords(mention.date)}` : 'gives it no date'}</span>
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
  const isOneReport = (one: string, other: string) => byId.get(one)?.report === byId.get(other)?.report
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
            {isOneReport(mention, to) ? (
              <>
                <bdi>{nameOf(to)}</bdi>, which tells it twice
              </>
            ) : (
              <>
                <bdi>{nameOf(mention)}</bdi> joined <bdi>{nameOf(to)}</bdi>
              </>
            )}
            : {signed(total)} in sum
          </figcaption>
          <Waterfall clues={clues} total={total} />
        </figure>
      ))}
    </section>
  )
}
