import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { CorrectedField } from '../../../records.js'
import type { Entity, Event, LogEntry } from '../../../types.js'
import { CorrectionError, requestOf } from '../../correcting/index.js'
import { safe } from '../../render/index.js'
import type { Parts } from '../app.js'
import { href } from '../links.js'
import { Empty, page } from '../parts/layout.js'
import { missing } from '../present.js'
import { Problem } from '../problem.js'
import { namesIn } from '../state-names.js'
import { frameOf } from '../theme.js'
import { EntityForm } from './entity.js'
import { EventForm, writable } from './event.js'
import { type Filled, filledIn, send, wishOf, writerOf } from './form.js'
import { History } from './parts.js'

/** No correction is longer (bytes). */
const MOST = 100_000
/** How many corrections the page of the log shows; all are in its downloads. */
const SHOWN = 100
/** How many events of its story an event can be joined with by choosing. */
const OTHERS = 60

export const correctionLimit = bodyLimit({
  maxSize: MOST,
  onError: () => {
    throw new Problem(413, `that is more than ${MOST / 1000} kB`, 'give a shorter reason')
  },
})

/** The pages on which persons correct the record, and the log of what they corrected. */
export function correctionRoutes(parts: Parts): Hono {
  const { view, assets } = parts
  const app = new Hono()
  app.get('/events/:id/correct', async (context) => {
    const event = await eventOf(context)
    const field = CorrectedField.safeParse(context.req.query('field')).data
    const filled = field ? { action: 'value', field, value: writable(event, field) } : {}
    return eventPage(context, event, filled, null)
  })
  app.post('/events/:id/correct', correctionLimit, async (context) => {
    const event = await eventOf(context)
    return taken(context, event.id, href.event(event.id), (filled, problem) =>
      eventPage(context, event, filled, problem),
    )
  })
  app.get('/entities/:id/correct', async (context) => entityPage(context, await entityOf(context), {}, null))
  app.post('/entities/:id/correct', correctionLimit, async (context) => {
    const entity = await entityOf(context)
    return taken(context, entity.id, href.entity(entity), (filled, problem) =>
      entityPage(context, entity, filled, problem),
    )
  })
  app.get('/log', async (context) => {
    const log = await view.log()
    const body = <LogPage log={log} names={await namesOf(log.slice(-SHOWN))} by={writerOf(context, parts)} />
    return context.html(page({ title: 'Corrections', ...frameOf(context, assets) }, body))
  })
  app.post('/log/:id/undo', correctionLimit, async (context) => {
    const { by, reason, back } = await filledIn(context)
    const entry = await send(
      context,
      parts,
      requestOf({ action: 'undo', id: context.req.param('id'), by, reason }),
    )
    return context.redirect(back === 'log' ? '/log' : addressOf(entry), 303)
  })
  return app

  /** Makes the correction and leads back, or shows the form again with what is wrong. */
  async function taken(
    context: Context,
    id: string,
    back: string,
    again: (filled: Filled, problem: CorrectionError) => Promise<Response>,
  ): Promise<Response> {
    const filled = await filledIn(context)
    try {
      await send(context, parts, wishOf(id, filled))
      return context.redirect(`${back}#corrections`, 303)
    } catch (error) {
      if (error instanceof CorrectionError) return again(filled, error)
      throw error
    }
  }

  /** What the events and entities are called that these entries are about. */
  async function namesOf(log: readonly LogEntry[]): Promise<Names> {
    const ids = [...new Set(log.flatMap(({ targets }) => targets))]
    const found = await Promise.all(ids.map(async (id) => [id, await view.find(id)] as const))
    return new Map(
      found.flatMap(([id, one]) => {
        if (one?.kind === 'event') return [[id, one.event.summary] as const]
        return one?.kind === 'entity' ? [[id, one.entity.name] as const] : []
      }),
    )
  }

  async function eventOf(context: Context): Promise<Event> {
    const id = context.req.param('id')!
    const found = await view.find(id)
    if (found?.kind !== 'event') throw missing('event', id)
    return found.event
  }

  async function entityOf(context: Context): Promise<Entity> {
    const id = context.req.param('id')!
    const found = await view.find(id)
    if (found?.kind !== 'entity' || found.entity.kind === 'state') throw missing('person or organisation', id)
    return found.entity
  }

  async function eventPage(context: Context, event: Event, filled: Filled, problem: CorrectionError | null) {
    const outlets = await view.reportLines([...new Set(event.mentions.map(({ report }) => report))])
    const story = event.story === null ? null : await view.story(event.story)
    const others = (story?.events ?? []).filter(({ id }) => id !== event.id).slice(0, OTHERS)
    const names = await namesIn(view, [event])
    const props = { event, names, outlets, others, filled, by: byIn(context, filled), problem }
    return form(context, event.summary, <EventForm {...props} />, problem)
  }

  async function entityPage(
    context: Context,
    entity: Entity,
    filled: Filled,
    problem: CorrectionError | null,
  ) {
    const props = {
      entity,
      namings: await view.namings(entity.id),
      filled,
      by: byIn(context, filled),
      problem,
    }
    return form(context, entity.name, <EntityForm {...props} />, problem)
  }

  function byIn(context: Context, filled: Filled): string {
    return String(filled.by ?? writerOf(context, parts))
  }

  async function form(context: Context, title: string, body: unknown, problem: CorrectionError | null) {
    context.header('Cache-Control', 'no-store')
    return context.html(
      page({ title: `Correct: ${title}`, ...frameOf(context, assets) }, body),
      problem ? 422 : 200,
    )
  }
}

/** The page of what an entry is about. */
function addressOf({ of, targets: [first = ''] }: LogEntry): string {
  const path = of === 'event' ? href.event(first) : href.entity({ kind: 'person', id: first, country: null })
  return `${path}#corrections`
}

type Names = ReadonlyMap<string, string>

interface LogProps {
  readonly log: readonly LogEntry[]
  readonly names: Names
  readonly by: string
}

function LogPage({ log, names, by }: LogProps) {
  return (
    <>
      <header class="head">
        <h1>Corrections</h1>
        <p class="lead">What persons corrected, the latest first. Nothing is ever taken out of this log.</p>
      </header>
      {log.length === 0 ? (
        <Empty title="Nothing has been corrected.">
          The page of every event, person and organisation has a link to correct it.
        </Empty>
      ) : (
        <>
          <p class="facts">
            <span>
              The latest {Math.min(SHOWN, log.length)} of {log.length}
            </span>
            <a href="/api/log?format=csv">CSV</a>
            <a href="/api/log?format=jsonl">JSON Lines</a>
          </p>
          <History
            log={log}
            most={SHOWN}
            by={by}
            back="log"
            about={(entry) => <About entry={entry} names={names} />}
          />
        </>
      )}
    </>
  )
}

function About({ entry, names }: { entry: LogEntry; names: Names }) {
  return (
    <span class="quiet">
      –{' '}
      {entry.targets.map((id, i) => (
        <>
          {i > 0 && '; '}
          <a href={addressOf({ ...entry, targets: [id] })} dir="auto">
            {safe(names.get(id) ?? id)}
          </a>
        </>
      ))}
    </span>
  )
}
