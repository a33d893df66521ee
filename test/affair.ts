import { type Flow, mergePending } from '../src/app/record.js'
import {
  codeReport,
  type Event,
  growRecord,
  type LogEntry,
  type Mention,
  mergeRecord,
  type Report,
  type Story,
} from '../src/rapport.js'
import { isRejected } from '../src/records.js'
import { openStore, type Store } from '../src/store/index.js'
import { inventedEngine, reportOf } from './support.js'

/** A few weeks of invented reports, and a record that they arrive in. */

const MEETING = 'Arvenian President Ola Brandt met Bolandian Foreign Minister Pia Lund in Tesk on Monday.'
const TREATY =
  'Arvenia and Bolandia signed a treaty on the water of the Lanta river on Monday. The treaty gives Bolandia a third of the water.'
const RAID = 'Corvian forces attacked Dremland on Sunday. Dremland condemned the attack on Monday.'
const BACKGROUND = 'Arvenia and Bolandia signed a treaty on the water of the Lanta river in 2029.'

/** A few weeks of reports: copies, reports without a day, spellings of one name, a treaty told again and again. */
export const texts: readonly (readonly [text: string, published: string | null])[] = [
  [`${MEETING} ${TREATY}`, '2031-03-03'],
  [`${MEETING} ${TREATY} So much for Monday.`, '2031-03-04'],
  [`Bolandian Foreign Minister Pia Lund visited Tesk on Monday. ${TREATY}`, '2031-03-05'],
  [`${MEETING} They smiled for a while, and nobody said a word of the treaty.`, null],
  [RAID, '2031-03-04'],
  [`${RAID} It was the second raid of Corvian forces on Dremland.`, '2031-03-05'],
  ['Corvian forces attacked Dremland again. Lund condemned the attack.', null],
  [
    `Arvenian President Ola Brant met Bolandian Minister P. Lund in Kettin on Friday. ${BACKGROUND}`,
    '2031-03-14',
  ],
  [`Arvenia expelled two Bolandian diplomats on Thursday. ${BACKGROUND}`, '2031-04-10'],
  [`Bolandia accused Arvenia of breaking the treaty. ${BACKGROUND}`, '2031-04-11'],
  ['Lund said that Bolandia would sue Arvenia. Lund met Brandt on Monday.', '2031-04-15'],
  ['Arvenian President Olga Brandt visited Bolandia on Tuesday.', '2031-04-16'],
]

export interface Part<R = Report> {
  readonly report: R
  readonly mentions: readonly Mention[]
}

/** The reports, coded. */
export const codedParts = (): Part[] =>
  texts.map(([text, published], i) => {
    const report = { ...reportOf(text, published), file: `${i}.txt` }
    return { report, mentions: codeReport(inventedEngine(), report).mentions }
  })

const byId = <T extends { id: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (a.id < b.id ? -1 : 1))

export async function all<T>(list: AsyncIterable<T>): Promise<T[]> {
  const out: T[] = []
  for await (const item of list) out.push(item)
  return out
}

const namesIn = (events: readonly Event[]): Set<string> =>
  new Set(
    events.flatMap((e) => [...e.actor, ...e.recipient, ...e.claimed_by, ...e.denied_by].map((x) => x.id)),
  )

/** Stories without the events that were rejected. */
const withEvents = (stories: readonly Story[], standing: readonly Event[]): Story[] => {
  const ids = new Set(standing.map(({ id }) => id))
  return stories.map((story) => ({ ...story, events: story.events.filter((id) => ids.has(id)) }))
}

/** Everything that a record worked out. */
export async function workedOut(store: Store) {
  const events = await all(store.events())
  const origins = (await all(store.reports())).map((r) => r.origin!)
  const entities = await Promise.all(
    [...namesIn(events)].map(async (id) => {
      const found = await store.find(id)
      return found?.kind === 'entity' ? found.entity : { id, missing: true }
    }),
  )
  return {
    events: byId(events),
    stories: byId(await all(store.stories())),
    origins: byId([...new Map(origins.map((o) => [o.id, o])).values()]),
    entities: byId(entities),
  }
}

/** The same, merged at once. */
export function merged(
  list: readonly Part<Report | null>[],
  log: readonly LogEntry[] = [],
  withdrawn: ReadonlySet<string> = new Set(),
) {
  const { events, stories, origins, entities } = mergeRecord(inventedEngine(), {
    reports: list.flatMap((p) => p.report ?? []),
    mentions: list.flatMap((p) => p.mentions),
    log,
    withdrawn,
  })
  const standing = events.filter((event) => !isRejected(event))
  const named = namesIn(standing)
  return JSON.parse(
    JSON.stringify({
      events: byId(standing),
      stories: byId(withEvents(stories, standing)),
      origins: byId(origins),
      entities: byId(entities.filter(({ id }) => named.has(id))),
    }),
  )
}

/** The part of the flow that keeping a record needs. */
export const flow = {
  get engine() {
    return inventedEngine()
  },
  growRecord,
} as Pick<Flow, 'growRecord' | 'engine'>

/** When all of it is read. */
export const NOW = '2031-05-01T00:00:00Z'
/** What has no report is what a person recorded by hand. */
export const save = (store: Store, { report, mentions }: Part<Report | null>) =>
  report
    ? store.saveReport({ report, mentions, readAt: NOW, source: null })
    : store.withMergeLock((record) => record.saveEntry({ mention: mentions[0]!, addedAt: NOW }))
export const settle = (store: Store) => mergePending(store, flow)

/** Saves parts in batches of these sizes, merging after each. */
export async function arrive(
  store: Store,
  list: readonly Part<Report | null>[],
  sizes: readonly number[],
): Promise<void> {
  let at = 0
  for (let turn = 0; at < list.length; turn++) {
    const size = sizes[turn % sizes.length]!
    for (const part of list.slice(at, at + size)) await save(store, part)
    await settle(store)
    at += size
  }
}

export async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(':memory:', { create: true })
  try {
    await work(store)
  } finally {
    await store.close()
  }
}
