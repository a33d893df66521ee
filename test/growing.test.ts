import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { mergePending } from '../src/app/record.js'
import {
  codeReport,
  growRecord,
  type Mention,
  mergeRecord,
  type Report,
  type Standing,
} from '../src/rapport.js'
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
  readonly report: Report
  readonly mentions: readonly Mention[]
}

let parts: Part[]
beforeAll(() => {
  loadEngine()
  parts = texts.map(([text, published], i) => {
    const report = { ...reportOf(text, published), file: `${i}.txt` }
    return { report, mentions: codeReport(inventedEngine(), report).mentions }
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
    stories: byId(await store.stories()),
    origins: byId([...new Map(origins.map((o) => [o.id, o])).values()]),
    entities: byId(entities),
  }
}

/** The same, merged at once. */
function merged(list: readonly Part[], withdrawn: ReadonlySet<string> = new Set()) {
  const { events, stories, origins, entities } = mergeRecord(inventedEngine(), {
    reports: list.map((p) => p.report),
    mentions: list.flatMap((p) => p.mentions),
    withdrawn,
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

const save = (store: Store, { report, mentions }: Part) =>
  store.saveReport({ report, mentions, readAt: '2031-05-01T00:00:00Z', source: null })
const NOW = '2031-05-01T00:00:00Z'
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

  it('when reports are withdrawn, before others come and after, and when some of that is undone', async () => {
    await fc.assert(
      fc.asyncProperty(order(), fc.nat(3), fc.nat(3), fc.nat(2), (chosen, early, late, undone) =>
        withStore(async (store) => {
          const list = chosen.map((i) => parts[i]!)
          const half = Math.ceil(list.length / 2)
          const stand = async (some: readonly Part[], standing: Standing) => {
            for (const { report } of some)
              await store.mark({ report: report.id, standing, until: null, reason: 'x', who: 'x', at: NOW })
            await settle(store)
          }
          const first = list.slice(0, Math.min(early, half))
          const last = list.slice(Math.max(half, list.length - late))
          await arrive(store, list.slice(0, half), [half])
          await stand(first, 'withdrawn')
          await arrive(store, list.slice(half), [2])
          await stand(last, 'withdrawn')
          await stand(first.slice(0, undone), 'live')
          const gone = [...first.slice(undone), ...last].map(({ report }) => report.id)
          expect(await workedOut(store)).toEqual(merged(list, new Set(gone)))
        }),
      ),
      { numRuns: 20 },
    )
  }, 60_000)

  it('and merging again changes nothing', () =>
    withStore(async (store) => {
      await arrive(store, parts, [parts.length])
      const before = await workedOut(store)
      for (const { report, mentions } of parts) await store.recodeReport(report, mentions)
      expect(await settle(store)).toEqual({ added: 0, joined: 0, gone: 0 })
      expect(await workedOut(store)).toEqual(before)
    }))
})
