import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { entryFrom, entryRules } from '../src/app/by-hand/entry.js'
import { type Given, readGiven } from '../src/app/by-hand/given.js'
import { mergePending } from '../src/app/record.js'
import { codeReport, type Event, growRecord, type Mention, mergeRecord, type Report } from '../src/rapport.js'
import { openStore, type Store } from '../src/store/index.js'
import { inventedEngine, reportOf } from './support.js'
import { LOADING, loadEngine } from './told.js'

const MEETING = 'Arvenian President Ola Brandt met Bolandian Foreign Minister Pia Lund in Tesk on Monday.'
const TREATY =
  'Arvenia and Bolandia signed a treaty on the water of the Lanta river on Monday. The treaty gives Bolandia a third of the water.'
const RAID = 'Corvian forces attacked Dremland on Sunday. Dremland condemned the attack on Monday.'
const BACKGROUND = 'Arvenia and Bolandia signed a treaty on the water of the Lanta river in 2029.'

/** A few weeks of reports: copies, reports without a day, spellings of one name, a treaty told again and again. */
const texts: readonly (readonly [text: string, published: string | null])[] = [
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

interface Part {
  /** Null for what a person recorded by hand. */
  readonly report: Report | null
  readonly mentions: readonly Mention[]
}

/** What people recorded: of events that reports tell, of one told by nobody, and a name in another spelling. */
const recorded = [
  {
    type: 'met',
    actor: ['Pia Lund (foreign minister, Bolandia)'],
    recipient: ['XAR'],
    date: '3 March 2031',
    by: 'Ana',
  },
  {
    type: 'signed',
    actor: ['Arvenia', 'Bolandia'],
    date: '2031-03',
    note: 'a treaty on the water of the Lanta river',
    by: 'Ana',
  },
  {
    type: 'met',
    actor: ['Piah Lund (XBO)', 'Ola Brandt (president, XAR)'],
    date: '2031-03',
    place: 'Tesk',
    by: 'Bo',
  },
  {
    type: 'phoned',
    actor: ['Corvia'],
    recipient: ['Dremland'],
    date: '2031-06-01',
    outlet: 'Maros Mail',
    by: 'Bo',
  },
]

let parts: (Part & { readonly report: Report })[]
let entries: Part[]
beforeAll(() => {
  loadEngine()
  parts = texts.map(([text, published], i) => {
    const report = { ...reportOf(text, published), file: `${i}.txt` }
    return { report, mentions: codeReport(inventedEngine(), report).mentions }
  })
  const rules = entryRules(inventedEngine(), null)
  entries = recorded.map((given) => {
    const entry = entryFrom(readGiven(given) as Given, rules)
    return { report: null, mentions: [entry as Mention] }
  })
}, LOADING)

const byId = <T extends { id: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (a.id < b.id ? -1 : 1))

async function all<T>(list: AsyncIterable<T>): Promise<T[]> {
  const out: T[] = []
  for await (const item of list) out.push(item)
  return out
}

/** Everything that a record worked out. */
async function workedOut(store: Store) {
  const events = await all(store.events())
  const origins = (await all(store.reports())).map((r) => r.origin!)
  const ids = new Set(
    events.flatMap((e) => [...e.actor, ...e.recipient, ...e.claimed_by, ...e.denied_by].map((x) => x.id)),
  )
  const entities = await Promise.all(
    [...ids].map(async (id) => {
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
function merged(list: readonly Part[]) {
  const { events, stories, origins, entities } = mergeRecord(inventedEngine(), {
    reports: list.flatMap((p) => p.report ?? []),
    mentions: list.flatMap((p) => p.mentions),
  })
  return JSON.parse(
    JSON.stringify({
      events: byId(events),
      stories: byId(stories),
      origins: byId(origins),
      entities: byId(entities),
    }),
  )
}

const flow = { engine: {}, growRecord: (_: unknown, record: never) => growRecord(inventedEngine(), record) }

const NOW = '2031-05-01T00:00:00Z'
const save = (store: Store, { report, mentions }: Part) =>
  report
    ? store.saveReport({ report, mentions, readAt: NOW, source: null })
    : store.withMergeLock((record) => record.saveEntry({ mention: mentions[0]!, addedAt: NOW }))
const settle = (store: Store) => mergePending(store, flow as never)

/** Saves parts in batches of these sizes, merging after each. */
async function arrive(store: Store, list: readonly Part[], sizes: readonly number[]): Promise<void> {
  let at = 0
  for (let turn = 0; at < list.length; turn++) {
    const size = sizes[turn % sizes.length]!
    for (const part of list.slice(at, at + size)) await save(store, part)
    await settle(store)
    at += size
  }
}

async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(':memory:', { create: true })
  try {
    await work(store)
  } finally {
    await store.close()
  }
}

const order = () => fc.shuffledSubarray([...texts.keys()], { minLength: 2 })
const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 })

/** On failure fast-check prints the seed and the way to it. */
describe('a record that grows is the record merged at once', () => {
  it('in any order, one by one or several together', async () => {
    await fc.assert(
      fc.asyncProperty(order(), sizes, (chosen, batches) =>
        withStore(async (store) => {
          const list = chosen.map((i) => parts[i]!)
          await arrive(store, list, batches)
          expect(await workedOut(store)).toEqual(merged(list))
        }),
      ),
      { numRuns: 25 },
    )
  }, 60_000)

  it('when reports are taken out again', async () => {
    await fc.assert(
      fc.asyncProperty(order(), fc.integer({ min: 1, max: 4 }), (chosen, removed) =>
        withStore(async (store) => {
          const list = chosen.map((i) => parts[i]!)
          await arrive(store, list, [list.length])
          for (const { report } of list.slice(0, removed)) {
            await store.remove(report.id)
            await settle(store)
          }
          expect(await workedOut(store)).toEqual(merged(list.slice(removed)))
        }),
      ),
      { numRuns: 15 },
    )
  }, 60_000)

  it('with what people recorded among the reports, and when some of it is taken out again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...texts.keys()], { minLength: 2 }),
        fc.shuffledSubarray([...recorded.keys()], { minLength: 1 }),
        fc.infiniteStream(fc.nat()),
        sizes,
        (chosen, byHand, places, batches) =>
          withStore(async (store) => {
            const list: Part[] = chosen.map((i) => parts[i]!)
            for (const i of byHand) list.splice(places.next().value! % (list.length + 1), 0, entries[i]!)
            await arrive(store, list, batches)
            expect(await workedOut(store)).toEqual(merged(list))
            const [gone, ...left] = list
            await store.remove(gone!.report?.id ?? gone!.mentions[0]!.report)
            await settle(store)
            expect(await workedOut(store)).toEqual(merged(left))
          }),
      ),
      { numRuns: 25 },
    )
  }, 60_000)

  it('what people recorded never changes which tellings of reports are one event', () => {
    const read = (events: ReturnType<typeof merged>['events']) =>
      (events as Event[])
        .map((event) => event.mentions.filter((m) => !m.said_by_person).map((m) => m.id))
        .filter((ids) => ids.length > 0)
        .sort()
    const [without, together] = [merged(parts).events, merged([...parts, ...entries]).events]
    expect(read(together)).toEqual(read(without))
    expect(
      (together as Event[]).filter((event) => event.reports > 0 && event.said_by_person.length > 0),
    ).not.toEqual([])
  })

  it('and merging again changes nothing', () =>
    withStore(async (store) => {
      await arrive(store, parts, [parts.length])
      const before = await workedOut(store)
      for (const { report, mentions } of parts) await store.recodeReport(report.id, mentions)
      expect(await settle(store)).toEqual({ added: 0, joined: 0, gone: 0 })
      expect(await workedOut(store)).toEqual(before)
    }))
})
