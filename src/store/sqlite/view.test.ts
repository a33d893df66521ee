import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  ARVENIA,
  BOLANDIA,
  CORVIA,
  event,
  mention,
  report,
  state,
  story,
} from '../../../test/store/samples.js'
import type { Entity, Event, Mention, Report } from '../../types.js'
import { periodOf } from '../days.js'
import { directionOf } from '../directions.js'
import { openStore, type Store } from '../index.js'
import { type DyadFilter, type FacetFilter, openView, type RecordView } from '../view.js'
import { Connection } from './connection.js'
import { MIGRATIONS, migrate } from './migrations.js'
import { dayOf } from './page-rows.js'
import { matchesOf } from './view-words.js'

let folder: string
let store: Store
let view: RecordView

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-view-'))
  store = await openStore(join(folder, 'r.db'), { create: true })
  view = await openView(join(folder, 'r.db'))
})
afterEach(async () => {
  await view.close()
  await store.close()
  rmSync(folder, { recursive: true })
})

async function merge(events: readonly Event[], entities = [ARVENIA, BOLANDIA, CORVIA]) {
  const derived = { events, entities, stories: [story('s1', ['r1'])], origins: [] }
  await store.withMergeLock((record) => record.replaceEvents('all', derived))
}

const PLACE = { name: 'Tesk', country: 'XAR', lat: 10, lon: 20, geonames: 1, precision: 'city' as const }
const AT = { limit: 100 }

describe('what pages look up follows the record', () => {
  it('sums of a dyad, by month and direction; statements and plans are not scored', async () => {
    await merge([
      event('e1', [], { date: '2025-07-01', score: 4 }),
      event('e2', [], { date: '2025-07', score: -10, actor: [BOLANDIA], recipient: [ARVENIA] }),
      event('e3', [], { date: '2025-08-01', score: 5, aux: 'future' }),
      event('e4', [], { date: '2024', score: null }),
      event('e5', [], { date: '2025-09-01', score: 7, actor: [ARVENIA, BOLANDIA], recipient: [CORVIA] }),
    ])
    const [sum] = await view.dyads(10)
    expect(sum).toEqual({ one: 'XAR', other: 'XBO', events: 5, scored: 2, up: 4, down: -10 })
    expect(await view.dyadPeriods(['XBO', 'XAR'], {})).toEqual([
      { period: '2024', direction: 'there', events: 1, up: 0, down: 0 },
      { period: '2025-07', direction: 'back', events: 1, up: 0, down: -10 },
      { period: '2025-07', direction: 'there', events: 1, up: 4, down: 0 },
      { period: '2025-08', direction: 'there', events: 1, up: 0, down: 0 },
      { period: '2025-09', direction: 'joint', events: 1, up: 0, down: 0 },
    ])
  })

  it('events that change or go leave nothing behind', async () => {
    await merge([event('e1', [], { score: 4, event_loc: PLACE }), event('e2', [], { score: 2 })])
    expect(await view.places('XAR', 9)).toEqual([{ place: 'Tesk', lat: 10, lon: 20, events: 1 }])
    await merge([event('e2', [], { score: -3, summary: 'quarrelled' })])
    expect(await view.dyads(9)).toEqual([{ one: 'XAR', other: 'XBO', events: 1, scored: 1, up: 0, down: -3 }])
    expect(await view.places('XAR', 9)).toEqual([])
    expect(await view.totals()).toEqual({ reports: 0, events: 1, stories: 1 })
    expect(await view.searchEvents('quarrelled', 9)).toHaveLength(1)
    await merge([])
    expect(await view.dyads(9)).toEqual([])
    expect(await view.searchEvents('quarrelled', 9)).toEqual([])
    expect(await view.dyadPeriods(['XAR', 'XBO'], {})).toEqual([])
  })

  it('lists are newest first, the undated last, and go on where a page ended', async () => {
    const dates = ['2025-01-02', null, '2025-03-01', '[..2024]', '2025-01-02']
    await merge(dates.map((date, i) => event(`e${i}`, [], { date })))
    const ids: string[] = []
    for (let after: string | null | undefined; after !== null; ) {
      const page = await view.events({ country: 'XAR' }, { limit: 2, after })
      ids.push(...page.items.map(({ id }) => id))
      after = page.next
    }
    expect(ids).toEqual(['e2', 'e4', 'e0', 'e3', 'e1'])
    expect((await view.dyadEvents(['XAR', 'XBO'], { since: '2025', until: '2025' }, AT)).items).toHaveLength(
      3,
    )
  })

  it('the people of a state are the most active first, however its record grew', async () => {
    const [ana, bo] = ['Ana', 'Bo'].map((name) => ({ ...ARVENIA, id: name, name, kind: 'person' as const }))
    const told = (id: string, ...actor: Entity[]) => event(id, [], { actor, recipient: [BOLANDIA] })
    const people = async (country: string) =>
      (await view.people(country, 9)).map(({ entity, events }) => [entity.name, events])
    await merge([told('e1', ana!), told('e2', ana!, bo!)], [ARVENIA, BOLANDIA, ana!, bo!])
    expect(await people('XAR')).toEqual([
      ['Ana', 2],
      ['Bo', 1],
    ])
    await merge(
      [told('e2', ana!, bo!), told('e3', bo!)],
      [ARVENIA, BOLANDIA, { ...ana!, country: 'XCV' }, bo!],
    )
    expect(await people('XAR')).toEqual([['Bo', 2]])
    expect(await people('XCV')).toEqual([['Ana', 1]])
  })

  it('what a state or a person did of one type is found', async () => {
    await merge([
      event('e1', [], { date: '2025-07-01', event: 'AID' }),
      event('e2', [], { date: '2025-07-02', event: 'STATEMENT' }),
    ])
    const ids = async (filter: object) => (await view.events(filter, AT)).items.map(({ id }) => id)
    expect(await ids({ country: 'XAR', type: 'AID' })).toEqual(['e1'])
    expect(await ids({ entity: ARVENIA.id, type: 'STATEMENT' })).toEqual(['e2'])
    expect(await ids({ country: 'XAR', type: 'ASSAULT' })).toEqual([])
  })

  it('names are found by a beginning of any of their words', async () => {
    await merge([event('e1', [])], [{ ...ARVENIA, names: ['Arvenia', 'the Republic of Árvenia'] }, BOLANDIA])
    for (const words of ['arven', 'ARVENIA', 'republic of', 'republi', 'the arveni'])
      expect(
        (await view.searchNames(words, 9)).map(({ entity }) => entity.id),
        words,
      ).toEqual([ARVENIA.id])
    expect(await view.searchNames('zz', 9)).toEqual([])
    expect(await view.searchNames('republx', 9)).toEqual([])
  })

  it('sees what another connection writes, and cannot write itself', async () => {
    const before = await view.version()
    await store.saveReport({
      report: report('r1'),
      mentions: [mention('m1')],
      readAt: '2026-01-01',
      source: null,
    })
    expect(await view.version()).not.toBe(before)
    expect((await view.reports(AT)).items.map(({ report }) => report.id)).toEqual(['r1'])
  })
})

it.each([
  ['2025-07-03', '2025-07-03', '2025-07'],
  ['2025-07', '2025-07-01', '2025-07'],
  ['[2025-07-30..2025-08-02]', '2025-07-30', '2025'],
  ['2024', '2024-01-01', '2024'],
  ['2022/..', '2022-01-01', 'long'],
  ['[..2024]', '2024-12-31', 'long'],
  [null, '', ''],
])('%s stands at %s and counts in %s', (date, day, period) => {
  expect(dayOf(date)).toBe(day)
  expect(periodOf(date)).toBe(period)
})

describe('lists by filter', () => {
  const SITE = { name: 'Tesk Times', country: 'XAR', control: 'state', source: 'x' } as const
  const located = (value: string) => ({ value, span: null })
  const told = (id: string, party: Entity) =>
    mention(`m-${id}`, { report: id, actor: [party], recipient: [BOLANDIA] })
  beforeEach(async () => {
    const save = (
      id: string,
      day: string | null,
      given: Partial<Report>,
      mentions: readonly Mention[] = [],
    ) =>
      store.saveReport({
        report: report(id, `A text of ${id}.`, { published: day ? located(day) : null, ...given }),
        mentions,
        readAt: '2031-01-01T00:00:00Z',
        source: null,
      })
    await save('r1', '2031-03-01', { outlet: located('Tesk Times'), press: SITE }, [told('r1', ARVENIA)])
    await save('r2', '2031-03-02', { outlet: located('Echo') }, [told('r2', CORVIA)])
    await save('r3', null, { press: SITE })
    await store.mark({
      report: 'r2',
      standing: 'withdrawn',
      until: null,
      reason: 'x',
      who: 'x',
      at: '2031-04-01',
    })
    const stories = [story('s1', ['r1', 'r2']), { ...story('s2', ['r3']), since: '2031-03-05' }]
    await store.withMergeLock((record) =>
      record.replaceEvents('all', { events: [], entities: [], stories, origins: [] }),
    )
  })

  it.each<[FacetFilter, string[], string[]]>([
    [{ outlet: 'Tesk Times' }, ['r1', 'r3'], ['s2', 's1']],
    [{ country: 'XAR', control: 'state' }, ['r1', 'r3'], ['s2', 's1']],
    [{ control: 'private' }, [], []],
    [{ standing: 'withdrawn' }, ['r2'], ['s1']],
    [{ state: 'XBO' }, ['r2', 'r1'], ['s1']],
    [{ state: 'XCV', standing: 'live' }, [], ['s1']],
    [{ since: '2031-03' }, ['r2', 'r1'], ['s2']],
    [{ until: '2031-03-01' }, ['r1'], []],
    [{ words: 'r2' }, ['r2'], ['s1']],
    [{ words: 'text', outlet: 'Echo' }, ['r2'], ['s1']],
    [{ words: '!?' }, [], []],
  ])('%j gives %j and %j', async (filter, reports, stories) => {
    const slice = { limit: 9 }
    expect((await view.reports(slice, filter)).items.map((one) => one.report.id)).toEqual(reports)
    expect((await view.stories(slice, filter)).items.map(({ id }) => id)).toEqual(stories)
  })

  it('goes on where a page ended', async () => {
    const first = await view.reports({ limit: 1 }, { state: 'XBO' })
    const second = await view.reports({ limit: 1, after: first.next! }, { state: 'XBO' })
    expect([...first.items, ...second.items].map((one) => one.report.id)).toEqual(['r2', 'r1'])
    expect(second.next).toBeNull()
  })

  it('counts what can be chosen, and nothing of what is gone', async () => {
    expect(await view.facets('outlet', 9)).toEqual([
      { value: 'Tesk Times', reports: 2 },
      { value: 'Echo', reports: 1 },
    ])
    await store.remove('r2')
    expect(await view.facets('outlet', 9)).toEqual([{ value: 'Tesk Times', reports: 2 }])
    expect(await view.facets('standing', 9)).toEqual([{ value: 'live', reports: 2 }])
  })
})

const OLD = state('XAO', 'Old Arvenia')

describe('a dyad', () => {
  const told = (id: string, given: Partial<Event>) => event(id, [], { date: '2025-07-01', ...given })
  beforeEach(() =>
    merge(
      [
        told('e1', { actor: [ARVENIA], recipient: [BOLANDIA], score: 4, kind: 'economic' }),
        told('e2', { actor: [BOLANDIA], recipient: [ARVENIA], score: -2, kind: null }),
        told('e3', { actor: [ARVENIA, BOLANDIA], recipient: [CORVIA], score: 5 }),
        told('e4', { actor: [CORVIA], recipient: [ARVENIA, BOLANDIA], score: -5, kind: 'sanctions' }),
        told('e5', { actor: [BOLANDIA], recipient: [OLD], score: 3, date: '1985-02' }),
        told('e6', { actor: [ARVENIA, OLD], recipient: [BOLANDIA], score: 1, date: '1985-03' }),
      ],
      [ARVENIA, BOLANDIA, CORVIA, OLD],
    ),
  )
  const PAIR = ['XAR', 'XBO'] as const
  const former = [['XAO', 'XBO']] as const
  const ids = async (filter: DyadFilter) =>
    (await view.dyadEvents(PAIR, filter, { limit: 9 })).items.map(({ id }) => id).sort()

  it.each<[DyadFilter, string[]]>([
    [{}, ['e1', 'e2', 'e3', 'e4', 'e6']],
    [{ side: 'between' }, ['e1', 'e2', 'e6']],
    [{ side: 'apart' }, ['e3', 'e4']],
    [{ direction: 'onto' }, ['e4']],
    [{ kind: 'economic' }, ['e1']],
    [{ kind: 'none' }, ['e2']],
    [{ former }, ['e1', 'e2', 'e3', 'e4', 'e5', 'e6']],
    [{ former, direction: 'back', side: 'between' }, ['e2', 'e5']],
  ])('%j gives %j', async (filter, expected) => {
    expect(await ids(filter)).toEqual(expected)
  })

  it('sums what is between the two, each event once, and scores nothing that is listed apart', async () => {
    const sums = await view.dyadPeriods(PAIR, { former })
    expect(sums).toEqual([
      { period: '1985-02', direction: 'back', events: 1, up: 3, down: 0 },
      { period: '1985-03', direction: 'there', events: 1, up: 1, down: 0 },
      { period: '2025-07', direction: 'back', events: 1, up: 0, down: -2 },
      { period: '2025-07', direction: 'joint', events: 1, up: 0, down: 0 },
      { period: '2025-07', direction: 'onto', events: 1, up: 0, down: 0 },
      { period: '2025-07', direction: 'there', events: 1, up: 4, down: 0 },
    ])
    const [dyad] = (await view.dyads(9)).filter(({ one, other }) => one === 'XAR' && other === 'XBO')
    expect(dyad).toMatchObject({ events: 4, scored: 3 })
    expect((await view.events({ dyad: PAIR }, { limit: 9 })).items.map(({ id }) => id)).not.toContain('e4')
  })

  it('turns round where a former state sorts behind the other of the pair', async () => {
    await merge([told('e7', { actor: [state('XZZ', 'Old')], recipient: [BOLANDIA] })])
    const { items } = await view.dyadEvents(
      PAIR,
      { former: [['XZZ', 'XBO']], direction: 'there' },
      { limit: 9 },
    )
    expect(items.map(({ id }) => id)).toEqual(['e7'])
  })
})

it.each([
  [[ARVENIA], [BOLANDIA], 'there'],
  [[BOLANDIA], [ARVENIA], 'back'],
  [[ARVENIA, BOLANDIA], [], 'both'],
  [[ARVENIA, BOLANDIA], [CORVIA], 'joint'],
  [[CORVIA], [ARVENIA, BOLANDIA], 'onto'],
  [[ARVENIA], [CORVIA], null],
])('%j to %j', (actor, recipient, direction) => {
  expect(directionOf({ actor: [...actor], recipient: [...recipient] }, 'XAR', 'XBO')).toBe(direction)
})

it.each([
  ['two words', ['"two" "words"', '"two" "words"*']],
  ['of ministe', ['"of" "ministe"', '"of" "minis"*']],
  ['a" OR b*', ['"a" "OR" "b"']],
  ['--- ', []],
  ['Köln', ['"Köln"', '"Köln"*']],
])('%j looks for %j', (words, matches) => {
  expect(matchesOf(words)).toEqual(matches)
})

it('a record of before is brought up to date, and its events are worked out anew', async () => {
  const old = new Connection(join(folder, 'old.db'))
  await migrate(old, MIGRATIONS.slice(0, 1))
  old.exec(
    `INSERT INTO reports (id, revision, hash, read_at, mention_count, text, body) VALUES ('r1', 1, 'h', '', 0, '', '{}')`,
  )
  old.close()
  const opened = await openStore(join(folder, 'old.db'), { create: false })
  expect(await opened.pendingReports()).toEqual(['r1'])
  await opened.close()
})
