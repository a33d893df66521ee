import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ARVENIA, BOLANDIA, CORVIA, event, mention, report } from '../../../test/store/samples.js'
import { folder, merge, store, view } from '../../../test/store/view-record.js'
import type { Entity } from '../../types.js'
import { periodOf } from '../days.js'
import { openStore } from '../index.js'
import { Connection } from './connection.js'
import { MIGRATIONS, migrate } from './migrations.js'
import { dayOf } from './page-rows.js'

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
    expect((await view.searchEvents('quarrelled', 9)).events).toHaveLength(1)
    await merge([])
    expect(await view.dyads(9)).toEqual([])
    expect((await view.searchEvents('quarrelled', 9)).events).toEqual([])
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
