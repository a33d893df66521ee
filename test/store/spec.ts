import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type {
  Derived,
  EventFilter,
  ItemIndex,
  Mark,
  NewEntry,
  Scope,
  Search,
  Store,
} from '../../src/store/index.js'
import type { Correction, Entity, Mention, Notice, Report, Standing } from '../../src/types.js'
import { ARVENIA, BOLANDIA, CORVIA, event, mention, report, story } from './samples.js'

const READ_AT = '2025-11-01T00:00:00Z'
const NOTHING: Derived = { events: [], stories: [], origins: [], entities: [] }

/** What every store has to do, whatever engine is behind it. */
export function storeSpec(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    const save = (given: Report, mentions: readonly Mention[] = [], source: string | null = null) =>
      store.saveReport({ report: given, mentions, readAt: READ_AT, source })
    const merge = (derived: Partial<Derived>, scope: Scope = 'all') =>
      store.withMergeLock((record) => record.replaceEvents(scope, { ...NOTHING, ...derived }))
    const eventIds = async (filter: EventFilter = {}) => (await all(store.events(filter))).map(({ id }) => id)
    const fate = async (id: string) => {
      const found = await store.find(id)
      return found?.kind === 'past' ? [found.past.fate, ...found.past.targets] : found?.kind
    }

    describe('saving reports', () => {
      test('a report comes back as it was', async () => {
        const given = report('r1', 'Arvenia 😀 talks.', { outlet: { value: 'Tesk Times', span: null } })
        expect(await save(given, [mention('m1')])).toBe('new')
        const [stored] = await all(store.reports())
        expect(stored).toEqual({
          report: given,
          revision: 1,
          readAt: READ_AT,
          mentions: 1,
          story: null,
          origin: null,
          stand: { standing: 'live', until: null, from: null, mark: null },
        })
      })

      test('the same report twice changes nothing', async () => {
        await save(report('r1'), [mention('m1')])
        expect(await store.compareReport(report('r1'), null)).toBe('unchanged')
        expect(await save(report('r1'), [mention('m2')])).toBe('unchanged')
        expect((await store.find('m1'))?.kind).toBe('mention')
        expect(await store.find('m2')).toBeNull()
      })

      test.each<[string, Report, Report, string | null]>([
        ['the same id', report('r1', 'Old.'), report('r1', 'New.'), null],
        ['the same address', report('r1', 'Old.', { url: 'u' }), report('r2', 'New.', { url: 'u' }), null],
        ['the same file', report('r1', 'Old.'), report('r2', 'New.'), '/news/a.txt'],
        [
          'the same file, now with an address',
          report('r1', 'Old.'),
          report('r2', 'New.', { url: 'u' }),
          '/a',
        ],
      ])('another text with %s is a new revision', async (_, before, after, source) => {
        await save(before, [mention('m1', { report: before.id })], source)
        expect(await store.compareReport(after, source)).toBe('revised')
        expect(await save(after, [mention('m2', { report: after.id })], source)).toBe('revised')
        const reports = await all(store.reports())
        expect(reports.map((stored) => [stored.report.text, stored.revision])).toEqual([['New.', 2]])
        expect((await store.revisions(after.id)).map((past) => past.report.text)).toEqual(['Old.'])
      })

      test.each<[string, Report, Report, string | null]>([
        ['no file', report('r1'), report('r2', 'New.'), null],
        [
          'the same file with another address',
          report('r1', 'A', { url: 'u' }),
          report('r2', 'B', { url: 'v' }),
          '/a',
        ],
      ])('another text with %s is another report', async (_, before, after, source) => {
        await save(before, [], source)
        expect(await save(after, [], source)).toBe('new')
      })

      test('a report that goes back to an earlier text keeps the others as revisions', async () => {
        for (const text of ['One.', 'Two.', 'One.']) await save(report('r1', text))
        const [stored] = await all(store.reports())
        expect(stored).toMatchObject({ revision: 2, report: { text: 'One.' } })
        expect((await store.revisions('r1')).map((past) => past.report.text)).toEqual(['Two.'])
      })

      test('NUL and lone surrogates become U+FFFD, offsets stay', async () => {
        await save(report('r1', 'a\0b\uD800c😀'))
        const [stored] = await all(store.reports())
        expect(stored?.report.text).toBe('a\uFFFDb\uFFFDc😀')
      })

      test('a write that fails leaves nothing behind', async () => {
        await expect(save(report('r1'), [mention('m1'), mention('m1')])).rejects.toThrow()
        expect(await all(store.reports())).toEqual([])
        expect(await save(report('r1'), [mention('m1')])).toBe('new')
      })
    })

    describe('ids that are given up', () => {
      test('a revised report passes its mentions on to the ones like them', async () => {
        await save(report('r1', 'Old.'), [mention('m1'), mention('m2', { event: 'AID' })], '/a')
        await save(report('r2', 'New.'), [mention('m3', { report: 'r2' })], '/a')
        expect(await fate('r1')).toEqual(['merged_into', 'r2'])
        expect(await fate('m1')).toEqual(['merged_into', 'm3'])
        expect(await fate('m2')).toEqual(['withdrawn'])
      })

      test('an id stands for its report again when the report comes back', async () => {
        await save(report('r1'), [mention('m1')])
        await store.remove('r1')
        expect(await fate('r1')).toEqual(['withdrawn'])
        await save(report('r1'), [mention('m1')])
        expect(await fate('r1')).toBe('report')
        expect(await fate('m1')).toBe('mention')
      })

      test('events merged, split and withdrawn answer so, followed to the end', async () => {
        const [m1, m2, m3] = [mention('m1'), mention('m2'), mention('m3')]
        await save(report('r1'), [m1, m2, m3])
        await merge({ events: [event('e1', [m1]), event('e2', [m2]), event('e3', [m3])] })
        expect(await merge({ events: [event('e12', [m1, m2])] })).toMatchObject({ gone: 3 })
        expect(await fate('e1')).toEqual(['merged_into', 'e12'])
        expect(await fate('e3')).toEqual(['withdrawn'])
        await merge({ events: [event('e4', [m1]), event('e5', [m2])] })
        expect(await fate('e12')).toEqual(['split_into', 'e4', 'e5'])
        expect(await fate('e1')).toEqual(['split_into', 'e4', 'e5'])
      })

      test('an event whose report was revised is merged into the one that stands there now', async () => {
        await save(report('r1', 'Old.'), [mention('m1')])
        await merge({ events: [event('e1', [mention('m1')])] })
        await save(report('r1', 'New.'), [mention('m2')])
        expect(await merge({ events: [event('e2', [mention('m2')])] })).toEqual({
          added: 0,
          joined: 0,
          gone: 1,
        })
        expect(await fate('e1')).toEqual(['merged_into', 'e2'])
      })

      test('stories and entities too', async () => {
        const choe: Entity = { ...ARVENIA, id: 'p1', kind: 'person', name: 'Ana Bel', names: ['Ana Bel'] }
        await merge({ stories: [story('s1', ['r1', 'r2'])], entities: [choe] })
        await merge({ stories: [story('s2', ['r1', 'r2', 'r3'])], entities: [{ ...choe, id: 'p2' }] })
        expect(await fate('s1')).toEqual(['merged_into', 's2'])
        expect(await fate('p1')).toEqual(['merged_into', 'p2'])
      })
    })

    describe('how reports stand', () => {
      const EARLY = '2031-03-11T00:00:00Z'
      const TIME = '2031-03-12T10:00:00.000Z'
      const LATE = '2031-03-12T10:00:01Z'
      const notice = (standing: Notice['standing'], until: string | null = null): Partial<Report> => ({
        notice: { standing, until, span: { start: 0, end: 4 } },
      })
      const mark = (standing: Standing, given: Partial<Mark> = {}): Mark => ({
        report: 'r1',
        standing,
        until: null,
        reason: 'as the agency asked',
        who: 'desk',
        at: EARLY,
        ...given,
      })
      const read = (given: Report, at: string, mentions: readonly Mention[] = []) =>
        store.saveReport({ report: given, mentions, readAt: at, source: null })
      /** All that can be asked of the record, in one text. */
      const everything = async () =>
        JSON.stringify([
          await all(store.reports()),
          await all(store.events()),
          await store.stories(),
          await store.find('r1'),
          await store.find('m1'),
          await store.search('secret'),
          await store.revisions('r1'),
          await store.countReports(),
        ])
      const secret = report('r1', 'A secret meeting.', notice('embargoed', TIME))

      test('what is under embargo is nowhere before its time, and there afterwards', async () => {
        const before = await everything()
        expect(await read(secret, EARLY, [mention('m1')])).toBe('held')
        expect(await read(secret, EARLY, [mention('m1')])).toBe('unchanged')
        expect(await everything()).toBe(before)
        expect(await store.held()).toEqual([{ report: 'r1', file: 'r1.txt', until: TIME }])
        expect(await store.lift(EARLY)).toBe(0)
        expect(await store.lift(LATE)).toBe(1)
        expect(await store.held()).toEqual([])
        expect(await store.find('r1')).toMatchObject({
          kind: 'report',
          report: { stand: { standing: 'live' } },
        })
        expect(await store.pendingReports()).toEqual(['r1'])
        expect((await store.search('secret')).map((hit) => hit.report)).toEqual(['r1'])
      })

      test('an embargo that is over when the report is read holds nothing', async () => {
        expect(await read(secret, LATE)).toBe('new')
        expect(await store.held()).toEqual([])
      })

      test('an embargo without a time ends with a mark', async () => {
        expect(await read(report('r1', 'Text.', notice('embargoed')), LATE)).toBe('held')
        expect(await store.lift('2099-01-01T00:00:00Z')).toBe(0)
        expect(await store.mark(mark('live'))).toBe(true)
        expect(await store.find('r1')).toMatchObject({
          report: { stand: { standing: 'live', from: 'mark' } },
        })
      })

      test('a report that comes under embargo leaves the record with its texts, and comes back with them', async () => {
        await read(report('r1', 'A first secret.'), EARLY)
        await read(report('r1', 'A second secret.'), EARLY, [mention('m1')])
        expect(await store.mark(mark('embargoed', { until: TIME }))).toBe(true)
        expect(await everything()).not.toContain('secret')
        expect(await store.pendingReports()).toEqual(['r1'])
        await store.lift(LATE)
        expect(await store.find('r1')).toMatchObject({ report: { revision: 2, mentions: 1 } })
        expect((await store.revisions('r1')).map((one) => one.report.text)).toEqual(['A first secret.'])
        expect((await store.find('m1'))?.kind).toBe('mention')
      })

      test('another text in place of one that is held is held or stored by what it says', async () => {
        await read(secret, EARLY)
        expect(await read(report('r1', 'An open text.'), EARLY)).toBe('new')
        expect(await store.held()).toEqual([])
        expect(await everything()).not.toContain('secret meeting')
      })

      test('marks are added and never taken away; the last one counts', async () => {
        await read(report('r1', 'Text.', notice('corrected')), EARLY)
        const made = [mark('withdrawn'), mark('live', { who: 'chief' })]
        const stands: unknown[] = [(await all(store.reports()))[0]!.stand.standing]
        for (const one of made) {
          await store.mark(one)
          stands.push((await all(store.reports()))[0]!.stand.standing)
        }
        expect(stands).toEqual(['corrected', 'withdrawn', 'live'])
        expect(await store.marks('r1')).toEqual(made)
        await store.remove('r1')
        expect(await store.marks()).toEqual(made)
        expect(await store.mark(mark('withdrawn'))).toBe(false)
      })

      test('a mark stays with a report that is read in another text', async () => {
        await read(report('r1', 'Text.'), EARLY)
        await store.mark(mark('withdrawn'))
        await read(report('r1', 'Other.'), LATE)
        expect(await store.withMergeLock((record) => record.withdrawn(['r1', 'r2']))).toEqual(['r1'])
      })
    })

    describe('working out events', () => {
      test('reports stay pending until their events are written', async () => {
        await save(report('r1'))
        await save(report('r2', 'Other.'))
        expect(await store.pendingReports()).toEqual(['r1', 'r2'])
        await merge({}, { reports: ['r1'], mentions: [] })
        expect(await store.pendingReports()).toEqual(['r2'])
        await store.remove('r1')
        await store.recodeReport(report('r2', 'Other.'), [])
        expect(await store.pendingReports()).toEqual(['r1', 'r2'])
        await merge({})
        expect(await store.pendingReports()).toEqual([])
      })

      test('the merge reads mentions as coded and events keep what merging added', async () => {
        const coded = mention('m1', { date: null, date_from: null })
        const dated = mention('m1', { date: '2025-10-27', date_from: 'other-report' })
        await save(report('r1'), [coded])
        await merge({ events: [event('e1', [dated])] })
        expect(await store.withMergeLock((record) => record.mentions(['r1']))).toEqual([coded])
        expect((await all(store.events()))[0]?.mentions).toEqual([dated])
        expect(await store.find('m1')).toEqual({ kind: 'mention', mention: dated, event: 'e1' })
      })

      test('a scope leaves the events of other reports alone', async () => {
        const [m1, m2] = [mention('m1'), mention('m2', { report: 'r2' })]
        await save(report('r1'), [m1])
        await save(report('r2', 'Other.'), [m2])
        await merge({ events: [event('e1', [m1]), event('e2', [m2])] })
        await merge({ events: [event('e3', [m1])] }, { reports: ['r1'], mentions: ['m1'] })
        expect(await eventIds()).toEqual(['e2', 'e3'])
      })

      test('counts events that are new and events of several reports that grew', async () => {
        const [m1, m2, m3] = [mention('m1'), mention('m2', { report: 'r2' }), mention('m3')]
        await save(report('r1'), [m1, m3])
        expect(await merge({ events: [event('e1', [m1]), event('e3', [m3])] })).toEqual({
          added: 2,
          joined: 0,
          gone: 0,
        })
        await save(report('r2', 'Other.'), [m2])
        const again = { events: [event('e1', [m1, m2]), event('e3', [m3])] }
        expect(await merge(again)).toEqual({ added: 0, joined: 1, gone: 0 })
        expect(await merge(again)).toEqual({ added: 0, joined: 0, gone: 0 })
      })

      test('work that fails writes nothing, and others can go on', async () => {
        await save(report('r1'))
        const failing = store.withMergeLock(async (record) => {
          await record.replaceEvents('all', { ...NOTHING, events: [event('e1', [])] })
          throw new Error('merging failed')
        })
        const waiting = save(report('r2', 'Other.'))
        await expect(failing).rejects.toThrow('merging failed')
        expect(await waiting).toBe('new')
        expect(await eventIds()).toEqual([])
        expect(await store.pendingReports()).toEqual(['r1', 'r2'])
      })

      test('what is asked for meanwhile waits for the merge', async () => {
        const merging = store.withMergeLock(async (record) => {
          await record.replaceEvents('all', { ...NOTHING, events: [event('e1', [])] })
          await new Promise((done) => setTimeout(done, 20))
          await record.replaceEvents('all', { ...NOTHING, events: [event('e2', [])] })
        })
        expect(await eventIds()).toEqual(['e2'])
        await merging
      })
    })

    describe('the log of corrections', () => {
      const SIGNED = { by: 'Ana', at: '2031-05-01T10:00:00Z', reason: 'asked' }
      const written = (sides: string[][], given: Partial<NewEntry> = {}) =>
        store.writeLog({
          action: 'value',
          of: 'event',
          targets: ['e1'],
          sides,
          field: 'date',
          machine: null,
          value: '2031',
          undoes: null,
          ...SIGNED,
          ...given,
        })

      test('is numbered, kept in order, and found by what it is about', async () => {
        const entries = [await written([['m1', 'm2']]), await written([['m3']])]
        expect(entries.map(({ id }) => id)).toEqual(['c1', 'c2'])
        expect(await store.log()).toEqual(entries)
        expect(await store.log(['m2', 'm9'])).toEqual([entries[0]])
      })

      test('makes the report pending of the first mention that it is about and that an event is made of', async () => {
        const mentions = ['r0', 'r1', 'r2'].map((id) => mention(id.replace('r', 'm'), { report: id }))
        for (const [i, one] of mentions.entries()) await save(report(`r${i}`, `Text ${i}.`), [one])
        await merge({ events: [event('e1', mentions.slice(1))], entities: [ARVENIA, BOLANDIA] })
        await written([['m0', 'm1', 'm2']])
        expect(await store.pendingReports()).toEqual(['r1'])
      })

      test('is passed on to what takes a mention’s place, also with another type', async () => {
        await save(report('r1'), [mention('m1')])
        const entry = await written([['m1']])
        await store.recodeReport(report('r1'), [mention('m2', { event: 'AID' })])
        expect(await store.log(['m2'])).toEqual([entry])
        const heirs = await store.withMergeLock((record) => record.heirs(['m1', 'm9']))
        expect([...heirs]).toEqual([
          ['m1', ['m2']],
          ['m9', []],
        ])
      })

      test('a rejected event is in no list; its id answers, and it comes back when that is undone', async () => {
        const m1 = mention('m1')
        const correction = {
          entry: 'c1',
          action: 'reject',
          field: null,
          machine: null,
          value: null,
          ...SIGNED,
        }
        await save(report('r1'), [m1])
        await merge({ events: [event('e1', [m1])], entities: [ARVENIA, BOLANDIA] })
        await merge({ events: [event('e1', [m1], { corrections: [correction as Correction] })] })
        expect([await eventIds(), await eventIds({ rejected: true })]).toEqual([[], ['e1']])
        expect(await store.find('e1')).toMatchObject({ kind: 'event', event: { mentions: [m1] } })
        await merge({ events: [event('e1', [m1])], entities: [ARVENIA, BOLANDIA] })
        expect([await eventIds(), await eventIds({ rejected: true })]).toEqual([['e1'], []])
      })
    })

    describe('the index that merging finds by', () => {
      const item = (id: string, keys: string[], day: number | null = null) => ({
        id,
        keys,
        day,
        body: { id },
      })
      const inIndex = <T>(work: (index: ItemIndex) => Promise<T>) =>
        store.withMergeLock((record) => work(record.index('report')))

      test.each<[string, Search, string[]]>([
        ['a key', { keys: ['river'], least: 1, days: null }, ['a', 'b', 'c']],
        ['two keys', { keys: ['river', 'bridge'], least: 2, days: null }, ['a', 'c']],
        ['a key and the days around', { keys: ['river'], least: 1, days: [8, 12] }, ['a', 'c']],
        ['a key that none has', { keys: ['raid'], least: 1, days: null }, []],
      ])('finds by %s', async (_, search, expected) => {
        const found = await inIndex(async (index) => {
          await index.put([
            item('a', ['river', 'bridge'], 10),
            item('b', ['river'], 20),
            item('c', ['bridge', 'river']),
          ])
          return index.find(search)
        })
        expect(found).toEqual(expected)
      })

      test('what is put again or dropped is found by its old keys no more', async () => {
        await inIndex(async (index) => {
          await index.put([item('a', ['river'], 10), item('b', ['river'], 10)])
          await index.put([item('a', ['raid'], 11)])
          await index.drop(['b'])
          expect(await index.find({ keys: ['river'], least: 1, days: null })).toEqual([])
          expect(await index.get(['a', 'b'])).toEqual([item('a', ['raid'], 11)])
        })
      })

      test('chains are given whole, and kinds are kept apart', async () => {
        await store.withMergeLock(async (record) => {
          const [reports, mentions] = [record.index('report'), record.index('mention')]
          for (const index of [reports, mentions]) await index.put(['a', 'b', 'c'].map((id) => item(id, [])))
          await reports.chain([['a', 'b'], ['c']])
          await reports.note([{ id: 'a', body: 'noted' }])
          expect(await reports.chained(['b', 'x'])).toEqual(['a', 'b'])
          expect(await mentions.chained(['b'])).toEqual([])
          expect((await reports.get(['a']))[0]?.body).toBe('noted')
        })
      })

      test('an entity whose forms change is told, however many reports have the form', async () => {
        const other = { ...ARVENIA, names: ['Arvenia', 'the Arvenian side'] }
        await store.withMergeLock(async (record) => {
          const forms = (report: string, entities: Entity[]) => record.replaceForms([{ report, entities }])
          expect(await forms('r1', [ARVENIA, BOLANDIA])).toEqual([ARVENIA.id, BOLANDIA.id])
          expect(await forms('r2', [ARVENIA])).toEqual([])
          expect(await forms('r1', [ARVENIA])).toEqual([BOLANDIA.id])
          expect(await forms('r3', [other])).toEqual([ARVENIA.id])
          expect(await record.forms([ARVENIA.id, BOLANDIA.id])).toHaveLength(2)
          expect(await record.naming([ARVENIA.id])).toEqual(['r1', 'r2', 'r3'])
        })
      })
    })

    describe('asking', () => {
      const ana: Entity = { ...CORVIA, id: 'p1', kind: 'person', name: 'Ana Bel', names: ['Ana Bel', 'Bel'] }
      const both = [BOLANDIA, CORVIA]
      beforeEach(() =>
        merge({
          events: [
            event('e1', [], { date: '2025-10-27', event: 'CONSULT', story: 's1' }),
            event('e2', [], { date: '2024', background: true, event: 'AGREE', actor: both, recipient: [] }),
            event('e3', [], { date: '2022/..', background: true, event: 'SANCTION', recipient: both }),
            event('e4', [], { date: null, actor: [ana] }),
          ],
          entities: [ana, ARVENIA, BOLANDIA, CORVIA],
        }),
      )

      test.each<[EventFilter, string[]]>([
        [{}, ['e3', 'e2', 'e1', 'e4']],
        [{ dyad: ['XAR', 'XBO'] }, ['e3', 'e1']],
        [{ dyad: ['XBO', 'XCV'] }, ['e2', 'e4']],
        [{ involving: ['XBO', 'XCV'] }, ['e3', 'e2', 'e4']],
        [{ actor: 'XCV' }, ['e3', 'e2', 'e4']],
        [{ actor: 'ana bel' }, ['e4']],
        [{ actor: 'Bel' }, ['e4']],
        [{ actor: 'p1' }, ['e4']],
        [{ type: 'AGREE' }, ['e2']],
        [{ since: '2025-01-01' }, ['e3', 'e1']],
        [{ until: '2024-06-30' }, ['e3', 'e2']],
        [{ since: '2024-12-31', until: '2025-10-27' }, ['e3', 'e2', 'e1']],
        [{ story: 's1' }, ['e1']],
        [{ background: true }, ['e3', 'e2']],
        [{ background: false, actor: 'XBO' }, ['e1', 'e4']],
      ])('events by %o', async (filter, ids) => {
        expect(await eventIds(filter)).toEqual(ids)
      })

      test('an event no later than a day stands at that day', async () => {
        await merge({
          events: [
            event('late', [], { date: '2025' }),
            event('open', [], { date: '[..2024]' }),
            event('early', [], { date: '2023' }),
          ],
        })
        expect(await eventIds()).toEqual(['early', 'open', 'late'])
      })

      test('more events than are loaded at once', async () => {
        const many = Array.from({ length: 501 }, (_, index) => event(`x${1000 + index}`, []))
        await merge({ events: many })
        expect(await eventIds()).toEqual(many.map(({ id }) => id))
      })

      test('an id by its beginning, where only one begins so', async () => {
        await save(report('abcd-1'))
        await save(report('abcd-2', 'Other.'))
        expect(await store.find('abcd')).toBeNull()
        expect(await store.find('abcd-2')).toMatchObject({ kind: 'report' })
        expect(await store.find('abcd-')).toBeNull()
        expect(await store.find('zzzz')).toBeNull()
      })

      test('stories, with the story and the origin of a report', async () => {
        await save(report('r1'))
        await save(report('r2', 'Other.'))
        const origin = { id: 'o1', reports: ['r1'], reason: { rule: 'alone', words: '' } }
        const told = event('e1', [mention('m1')])
        await merge({ events: [told], stories: [story('s1', ['r1'])], origins: [origin] })
        expect(await all(store.stories())).toEqual([story('s1', ['r1'], ['e1'])])
        expect(await all(store.reports({ story: 's1' }))).toMatchObject([{ story: 's1', origin }])
        expect(await store.countReports()).toBe(2)
      })

      test('an entity with the events it takes part in', async () => {
        expect(await store.find('p1')).toEqual({ kind: 'entity', entity: ana })
      })

      test('which versions coded the mentions', async () => {
        const older = mention('m2', { coder: { reader: '0', codebook: '1' } })
        await save(report('r1'), [mention('m1'), older, mention('m3')])
        expect(await store.coders()).toEqual([
          { reader: '1', codebook: '1', mentions: 2 },
          { reader: '0', codebook: '1', mentions: 1 },
        ])
      })
    })

    describe('what people record by hand', () => {
      const hand = mention('hm-1', {
        report: 'h-1',
        said_by_person: { entry: 'h-1', by: 'Ana Bel', source: null, note: null },
      })
      const add = (told = hand) =>
        store.withMergeLock((record) => record.saveEntry({ mention: told, addedAt: READ_AT }))

      test('comes back as it was, and the same twice changes nothing', async () => {
        expect(await add()).toBe('new')
        expect(await add({ ...hand, date: null })).toBe('unchanged')
        const entry = { id: 'h-1', mention: hand, addedAt: READ_AT, event: null }
        expect(await store.find('h-1')).toEqual({ kind: 'entry', entry })
        expect(await store.pendingReports()).toEqual(['h-1'])
      })

      test('is no report', async () => {
        await add()
        expect(await store.countReports()).toBe(0)
        expect(await all(store.reports())).toEqual([])
        expect(await store.recodeReport(report('h-1'), [])).toBe(false)
      })

      test('leads to its event, and its event to it', async () => {
        await add()
        await merge({ events: [event('e1', [hand])] })
        expect(await store.find('h-1')).toMatchObject({ entry: { event: 'e1' } })
        const events = await store.withMergeLock((record) => record.eventsTelling(['hm-1', 'm9']))
        expect([...events].map(([id, { id: told }]) => [id, told])).toEqual([['hm-1', 'e1']])
      })

      test('can be taken out, and put in again', async () => {
        await add()
        expect(await store.remove('h-1')).toBe(true)
        expect(await store.remove('h-1')).toBe(false)
        expect([await fate('h-1'), await fate('hm-1')]).toEqual([['withdrawn'], ['withdrawn']])
        expect(await store.pendingReports()).toEqual(['h-1'])
        expect(await add()).toBe('new')
        expect([await fate('h-1'), await fate('hm-1')]).toEqual(['entry', 'mention'])
      })

      test('a trial sees what it wrote, and leaves nothing', async () => {
        const seen = await store.withTrial(async (record) => {
          await record.saveEntry({ mention: hand, addedAt: READ_AT })
          return (await record.mentions(['h-1'])).map(({ id }) => id)
        })
        expect(seen).toEqual(['hm-1'])
        expect(await store.find('h-1')).toBeNull()
        const failing = store.withTrial(() => Promise.reject(new Error('stopped')))
        await expect(failing).rejects.toThrow('stopped')
        expect(await add()).toBe('new')
      })
    })

    test('after work on a snapshot, also on one that failed, others may write', async () => {
      expect(await store.withSnapshot(() => store.countReports())).toBe(0)
      await expect(store.withSnapshot(() => Promise.reject(new Error('stopped')))).rejects.toThrow('stopped')
      expect(await save(report('r1'))).toBe('new')
    })

    describe('searching', () => {
      test.each<[string, string[]]>([
        ['bridge', ['r1']],
        ['BRÍDGE tesk', ['r1']],
        ['title', ['r1', 'r2']],
        ['bridge kettin', []],
        ['" OR title:* NEAR(', []],
        ['--', []],
      ])('%s', async (words, reports) => {
        await save(report('r1', 'A bridge near Tesk.'))
        await save(report('r2', 'Ministers met in Kettin.'))
        expect((await store.search(words)).map((hit) => hit.report).sort()).toEqual(reports)
      })

      test('finds the present text only, and nothing of a report taken out', async () => {
        await save(report('r1', 'A bridge.'))
        await save(report('r1', 'A tunnel.'))
        expect(await store.search('bridge')).toEqual([])
        expect((await store.search('tunnel'))[0]?.snippet).toBe('A ⟦tunnel⟧.')
        await store.remove('r1')
        expect(await store.search('tunnel')).toEqual([])
        expect(await store.remove('r1')).toBe(false)
      })
    })
  })
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}
