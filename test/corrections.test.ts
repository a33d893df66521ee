import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type CorrectionRequest, correctRecord } from '../src/app/correcting/index.js'
import type { Entity, LogEntry, Mention } from '../src/rapport.js'
import type { NewEntry, Store } from '../src/store/index.js'
import {
  all,
  arrive,
  codedParts,
  flow,
  merged,
  type Part,
  save,
  settle,
  withStore,
  workedOut,
} from './affair.js'
import { LOADING, loadEngine } from './told.js'

let parts: Part[]
let mentions: string[]
let entities: Entity[]
beforeAll(() => {
  loadEngine()
  parts = codedParts()
  mentions = parts.flatMap((part) => part.mentions.map(({ id }) => id)).sort()
  const named = parts.flatMap((part) => part.mentions.flatMap((m) => [...m.actor, ...m.recipient]))
  entities = [...new Map(named.map((e) => [e.id, e])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}, LOADING)

const SIGNED = { by: 'Ana', at: '2031-05-01T10:00:00Z', reason: 'checked by hand' }

/** Positions stand for mentions and entities, which are not known before the engine is loaded. */
const side = fc.uniqueArray(fc.nat(60), { minLength: 1, maxLength: 4 })
const twoSides = fc.tuple(side, side).map(([a, b]) => [a, b.filter((i) => !a.includes(i))])
const wish = fc.oneof(
  fc.record({
    kind: fc.constantFrom('merge', 'split', 'not-same'),
    sides: twoSides,
    of: fc.constantFrom('event', 'entity'),
  }),
  fc.record({ kind: fc.constantFrom('date', 'event', 'actor', 'no-date', 'reject'), sides: fc.tuple(side) }),
  fc.record({ kind: fc.constant('name'), sides: fc.tuple(side) }),
  fc.record({ kind: fc.constant('undo'), at: fc.nat(9) }),
)
type Wish = { kind: string; sides?: readonly (readonly number[])[]; of?: string; at?: number }

const VALUES: Readonly<Record<string, () => Partial<NewEntry>>> = {
  date: () => ({ action: 'value', field: 'date', value: '2031-02-28' }),
  event: () => ({ action: 'value', field: 'event', value: 'COOPERATE' }),
  actor: () => ({ action: 'value', field: 'actor', value: entities.slice(0, 2) }),
  'no-date': () => ({ action: 'reject', field: 'date' }),
  reject: () => ({ action: 'reject' }),
  name: () => ({ action: 'name', of: 'entity', value: 'Somebody Else' }),
}

/** An entry that may hold on to anything: also to what the machine never thought of as one. */
function entryOf(wish: Wish, log: readonly LogEntry[]): NewEntry {
  const blank = { field: null, machine: null, value: null, undoes: null, targets: [], sides: [], ...SIGNED }
  const undone = wish.kind === 'undo' ? log[wish.at! % Math.max(1, log.length)] : undefined
  if (undone) return { ...blank, action: 'undo', of: undone.of, sides: undone.sides, undoes: undone.id }
  const of = wish.kind === 'name' || wish.of === 'entity' ? 'entity' : 'event'
  const ids = of === 'event' ? mentions : entities.filter(({ kind }) => kind === 'person').map(({ id }) => id)
  const sides = (wish.sides ?? []).map((list) => [...new Set(list.map((i) => ids[i % ids.length]!))].sort())
  const action = wish.kind as NewEntry['action']
  return { ...blank, of, sides: disjoint(sides), action, ...VALUES[wish.kind]?.() }
}

const disjoint = (sides: readonly string[][]): string[][] =>
  sides
    .map((list, i) => list.filter((id) => !sides.slice(0, i).flat().includes(id)))
    .filter((list) => list.length > 0)

/** Writes wishes into the log; a first undoing has nothing to undo and is left out. */
async function write(store: Store, wishes: readonly Wish[]): Promise<void> {
  for (const wish of wishes) {
    const log = await store.log()
    if (wish.kind !== 'undo' || log.length > 0) await store.writeLog(entryOf(wish, log))
  }
}

const order = () => fc.shuffledSubarray([...Array(12).keys()], { minLength: 3 })
const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 })
const wishes = fc.array(wish, { minLength: 1, maxLength: 5 })

/** On failure fast-check prints the seed and the way to it. */
describe('corrections in a record that grows', () => {
  it('give the same in whatever order reports and corrections come', async () => {
    await fc.assert(
      fc.asyncProperty(order(), sizes, wishes, fc.nat(11), (chosen, batches, said, when) =>
        withStore(async (store) => {
          const list = chosen.map((i) => parts[i]!)
          await arrive(store, list.slice(0, when), batches)
          await write(store, said)
          await arrive(store, list.slice(when), batches)
          await settle(store)
          expect(await workedOut(store)).toEqual(merged(list, await store.log()))
        }),
      ),
      { numRuns: 60 },
    )
  }, 120_000)

  it('survive that every report is taken out and read again, and working out again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(wishes, order(), (said, removed) =>
        withStore(async (store) => {
          await arrive(store, parts, [parts.length])
          await write(store, said)
          await settle(store)
          const before = await workedOut(store)
          for (const i of removed) await store.remove(parts[i]!.report.id)
          await settle(store)
          for (const i of removed) await save(store, parts[i]!)
          await settle(store)
          for (const { report, mentions } of parts) await store.recodeReport(report, mentions)
          expect(await settle(store)).toEqual({ added: 0, joined: 0, gone: 0 })
          expect(await workedOut(store)).toEqual(before)
        }),
      ),
      { numRuns: 25 },
    )
  }, 120_000)

  it('undone in any order, leave everything as it was', async () => {
    await fc.assert(
      fc.asyncProperty(wishes, fc.infiniteStream(fc.nat()), (said, random) =>
        withStore(async (store) => {
          await arrive(store, parts, [parts.length])
          const before = await workedOut(store)
          await write(store, said.filter(({ kind }) => kind !== 'undo') as Wish[])
          await settle(store)
          const left = (await store.log()).map(({ id }) => id)
          while (left.length > 0) {
            const [id] = left.splice(random.next().value! % left.length, 1)
            await correct(store, { action: 'undo', id: id! })
          }
          expect(await workedOut(store)).toEqual(before)
        }),
      ),
      { numRuns: 25 },
    )
  }, 120_000)
})

const correct = (store: Store, request: CorrectionRequest) => correctRecord(store, flow, request, SIGNED)

describe('a correction', () => {
  const told = (store: Store, words: string) =>
    all(store.events()).then((events) => events.find(({ mentions: [m] }) => m!.text.includes(words))!)

  it('stands beside what the machine makes of it, and what follows from it changes too', () =>
    withStore(async (store) => {
      await arrive(store, parts, [parts.length])
      const meeting = await told(store, 'met Bolandian Foreign Minister Pia Lund in Tesk')
      await correct(store, { action: 'value', id: meeting.id, field: 'event', value: 'assault' })
      const now = await told(store, 'met Bolandian Foreign Minister Pia Lund in Tesk')
      expect(now).toMatchObject({ id: meeting.id, event: 'ASSAULT', mode: null, quad_code: 4 })
      expect(now.score).toBeLessThan(0)
      expect(now.mentions).toEqual(meeting.mentions)
      expect(now.corrections).toEqual([
        { entry: 'c1', action: 'value', field: 'event', machine: meeting.event, value: 'ASSAULT', ...SIGNED },
      ])
    }))

  it('follows its mentions when another reader gives them other ids', () =>
    withStore(async (store) => {
      await arrive(store, parts, [parts.length])
      const raid = await told(store, 'Corvian forces attacked Dremland')
      await correct(store, { action: 'value', id: raid.id, field: 'date', value: '1 March 2031' })
      const reread = (m: Mention): Mention => ({ ...m, id: `again-${m.id}`, mode: null })
      for (const { report, mentions } of parts) await store.recodeReport(report, mentions.map(reread))
      await settle(store)
      const now = await told(store, 'Corvian forces attacked Dremland')
      expect(now.id).not.toBe(raid.id)
      expect(now).toMatchObject({ date: '2031-03-01', date_from: 'person' })
      expect(await store.find(raid.id)).toMatchObject({ past: { fate: 'merged_into', targets: [now.id] } })
    }))

  it.each(['before', 'after'])(
    'holds on to what tells an event, with a mention of nobody known that came %s',
    (order) =>
      withStore(async (store) => {
        const [nobody, raid] = [parts[6]!, parts[5]!]
        await arrive(store, order === 'before' ? [nobody, raid] : [raid, nobody], [1])
        const lund = nobody.mentions.find(({ text }) => text.startsWith('Lund condemned'))!
        const blame = raid.mentions.find(({ text }) => text.startsWith('Dremland condemned'))!
        const blank = { action: 'value', of: 'event', machine: null, undoes: null } as const
        const sides = [[lund.id, blame.id].sort()]
        await store.writeLog({ ...blank, targets: [], sides, field: 'date', value: '2031-02-28', ...SIGNED })
        await settle(store)
        expect((await told(store, 'Dremland condemned')).date).toBe('2031-02-28')
        await correct(store, { action: 'undo', id: 'c1' })
        expect((await told(store, 'Dremland condemned')).date).toBe('2031-03-03')
      }),
  )

  it('that rejects an event takes it out of every list; its id still answers', () =>
    withStore(async (store) => {
      await arrive(store, parts, [parts.length])
      const raid = await told(store, 'Corvian forces attacked Dremland')
      await correct(store, { action: 'reject', id: raid.id, field: null })
      expect((await all(store.events())).map(({ id }) => id)).not.toContain(raid.id)
      expect((await all(store.stories())).flatMap(({ events }) => events)).not.toContain(raid.id)
      expect((await all(store.events({ rejected: true }))).map(({ id }) => id)).toEqual([raid.id])
      expect(await store.find(raid.id)).toMatchObject({ kind: 'event' })
    }))

  it('that rejects all that names a state does not keep the state from later events', () =>
    withStore(async (store) => {
      const [first, second] = [parts[8]!, parts[9]!]
      await arrive(store, [first], [1])
      for (const { id } of await all(store.events()))
        await correct(store, { action: 'reject', id, field: null })
      await arrive(store, [second], [1])
      const worked = await workedOut(store)
      expect(worked.entities.map(({ id }) => id)).toEqual(expect.arrayContaining(['XAR', 'XBO']))
      expect(worked).toEqual(merged([first, second], await store.log()))
    }))

  it('may give a party that no report names: it is in the record, grown or merged at once', () =>
    withStore(async (store) => {
      const raid = parts[4]!
      await arrive(store, [raid], [1])
      const {
        mentions: [held],
      } = await told(store, 'Corvian forces attacked Dremland')
      await store.writeLog({ ...entryOf({ kind: 'actor', sides: [] }, []), sides: [[held!.id]] })
      await settle(store)
      const worked = await workedOut(store)
      expect(worked.entities.map((e) => e.id)).toEqual(expect.arrayContaining(['XAR', 'XBO']))
      expect(worked).toEqual(merged([raid], await store.log()))
    }))

  it('splits and merges events: ids that are given up say what became of them', () =>
    withStore(async (store) => {
      await arrive(store, parts, [parts.length])
      const treaty = (await all(store.events())).toSorted((a, b) => b.mentions.length - a.mentions.length)[0]!
      const taken = treaty.mentions
        .map(({ id }) => id)
        .sort()
        .at(-1)!
      await correct(store, { action: 'split', id: treaty.id, parts: [taken] })
      const rest = await store.find(treaty.id)
      expect(rest).toMatchObject({ kind: 'event', event: { corrections: [{ action: 'split' }] } })
      const other = await store.find(taken)
      const otherId = other?.kind === 'mention' ? other.event! : ''
      expect(otherId).not.toBe(treaty.id)
      await correct(store, { action: 'merge', ids: [treaty.id, otherId] })
      expect(await store.find(otherId)).toMatchObject({ past: { fate: 'merged_into', targets: [treaty.id] } })
    }))

  it('pins a name, and parts or joins persons', () =>
    withStore(async (store) => {
      await arrive(store, parts, [parts.length])
      const [brandt] = await store.named('Ola Brandt')
      await correct(store, { action: 'name', id: brandt!.id, name: 'O. Brandt' })
      expect(await store.find(brandt!.id)).toMatchObject({
        entity: { name: 'O. Brandt', names: brandt!.names, pinned: { machine: brandt!.name, by: 'Ana' } },
      })
      const namings = await store.namings(brandt!.id)
      const other = namings.find(({ id }) => id !== brandt!.id)!
      await correct(store, { action: 'split', id: brandt!.id, parts: [other.id] })
      expect(await store.namings(brandt!.id)).toHaveLength(namings.length - 1)
      await correct(store, { action: 'merge', ids: [brandt!.id, other.id] })
      expect(await store.namings(brandt!.id)).toEqual(namings)
    }))

  it.each<[string, (event: string) => CorrectionRequest, RegExp]>([
    [
      'a date that is none',
      (id) => ({ action: 'value', id, field: 'date', value: 'soonish' }),
      /soonish.*no date/,
    ],
    [
      'a type that is none',
      (id) => ({ action: 'value', id, field: 'event', value: 'DANCE' }),
      /DANCE.*no type/,
    ],
    [
      'a mode of another type',
      (id) => ({ action: 'value', id, field: 'mode', value: 'drone' }),
      /no mode of/,
    ],
    [
      'nobody known',
      (id) => ({ action: 'value', id, field: 'actor', value: 'Nobody Known' }),
      /nobody in the record/,
    ],
    ['an unknown id', () => ({ action: 'reject', id: 'e-none', field: null }), /nothing with the id e-none/],
    ['one event merged with itself', (id) => ({ action: 'merge', ids: [id, id] }), /are one already/],
    ['a part that is none', (id) => ({ action: 'split', id, parts: ['nothing'] }), /nothing is no part/],
    ['an entry that is not there', () => ({ action: 'undo', id: 'c9' }), /no correction c9/],
  ])('refuses %s', (_, request, words) =>
    withStore(async (store) => {
      await arrive(store, parts.slice(0, 2), [2])
      const [first] = await all(store.events())
      await expect(correct(store, request(first!.id))).rejects.toThrow(words)
      expect(await store.log()).toEqual([])
    }),
  )
})
