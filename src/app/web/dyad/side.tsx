import type { Entity, Event } from '../../../types.js'
import { safe } from '../../render/index.js'
import { gapBetween } from '../../render/months.js'
import { contestedWords, counted, typeWords } from '../../render/words.js'
import { monthsOf } from '../charts/scores.js'
import { href, withQuery } from '../links.js'
import { address, type DyadModel, type DyadQuery, NO_CHOICE, silenceOf } from './model.js'

/** What stands beside a timeline: who, what is disputed, where nothing was read, and how to take it along. */
export function Side({ model }: { model: DyadModel }) {
  const { items } = model.events
  return (
    <aside class="side">
      <Active events={items} />
      <Kinds model={model} />
      <Disputed events={items} />
      <Gaps model={model} />
      <Export pair={model.pair} query={model.query} />
    </aside>
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

/** Agreements, visits, statements and what else: how many of each, and where they are listed alone. */
function Kinds({ model }: { model: DyadModel }) {
  const counts = new Map<string, { type: Event['event']; events: number }>()
  for (const event of model.events.items) {
    const words = typeWords({ ...event, aux: null })
    counts.set(words, { type: event.event, events: (counts.get(words)?.events ?? 0) + 1 })
  }
  const sorted = [...counts].sort(([, a], [, b]) => b.events - a.events)
  if (sorted.length < 2) return null
  return (
    <section>
      <h2>What it was</h2>
      <ul class="names">
        {sorted.map(([words, { type, events }]) => (
          <li>
            <a href={address(model, { type })}>{words}</a> <span class="quiet">{events}</span>
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
              {event.denied_by.length > 0 ? 'denied' : contestedWords(event.contested)}
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
