import { beforeEach, describe, expect, it } from 'vitest'
import { ARVENIA, BOLANDIA, CORVIA, event, mention, report } from '../../../test/store/samples.js'
import { folder, merge, store, view } from '../../../test/store/view-record.js'
import type { Entity, Event } from '../../types.js'
import type { SearchFilter } from '../view.js'
import { Connection } from './connection.js'
import { MIGRATIONS, migrate } from './migrations.js'
import { build } from './schema.js'
import { SEARCH_TABLES } from './search-tables.js'
import { matchesOf } from './view-words.js'

describe('search', () => {
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
})

describe('search by filter', () => {
  const PERSON: Entity = { ...ARVENIA, id: 'bel', name: 'Ana Bel', names: ['Ana Bel'], kind: 'person' }
  const OTHER: Entity = { ...PERSON, id: 'lund', name: 'Ana Lund', names: ['Ana Lund'], country: 'XBO' }
  const told = (id: string, given: Partial<Event>) =>
    event(id, [], { summary: 'held talks', actor: [PERSON], recipient: [BOLANDIA], ...given })
  const located = (value: string) => ({ value, span: null })
  beforeEach(async () => {
    const save = (id: string, day: string | null, outlet: string, party: Entity) =>
      store.saveReport({
        report: report(id, 'Of talks.', { outlet: located(outlet), published: day ? located(day) : null }),
        mentions: [mention(`m-${id}`, { report: id, actor: [party], recipient: [BOLANDIA] })],
        readAt: '2031-01-01T00:00:00Z',
        source: null,
      })
    await save('r1', '2031-03-01', 'Tesk Times', ARVENIA)
    await save('r2', null, 'Echo', CORVIA)
    await merge(
      [
        told('e1', { date: '2031-03-01', event: 'CONSULT' }),
        told('e2', { date: '2031-04', event: 'STATEMENT', background: true }),
        told('e3', { date: null, event: 'AID', recipient: [CORVIA] }),
        told('e4', { date: '2031-05-02', summary: 'quarrelled', recipient: [OTHER] }),
      ],
      [ARVENIA, BOLANDIA, CORVIA, PERSON, OTHER],
    )
  })

  it.each<[SearchFilter, string[], string[], string[]]>([
    [{}, ['e1', 'e3', 'e2'], ['r2', 'r1'], ['bel', 'lund']],
    [{ states: ['XAR'] }, ['e1', 'e3', 'e2'], ['r1'], ['bel']],
    [{ states: ['XAR', 'XBO'] }, ['e1', 'e2'], ['r1'], ['bel', 'lund']],
    [{ states: ['XZZ'] }, [], [], []],
    [{ type: 'AID' }, ['e3'], ['r2', 'r1'], ['bel', 'lund']],
    [{ background: false }, ['e1', 'e3'], ['r2', 'r1'], ['bel', 'lund']],
    [{ since: '2031-03-02' }, ['e2'], [], ['bel', 'lund']],
    [{ until: '2031-03' }, ['e1'], ['r1'], ['bel', 'lund']],
    [{ outlet: 'Echo' }, ['e1', 'e3', 'e2'], ['r2'], ['bel', 'lund']],
    [{ states: ['XCV'], outlet: 'Tesk Times' }, ['e3'], [], []],
  ])('%j gives %j, %j and %j', async (filter, events, reports, names) => {
    const found = await Promise.all([
      view.searchEvents('talks', 9, filter),
      view.searchReports('talk', 9, filter),
      view.searchNames('ana', 9, filter),
    ])
    const { events: acts, statements } = found[0]
    expect([...acts, ...statements].map(({ id }) => id)).toEqual(events)
    expect(found[1].map((hit) => hit.report)).toEqual(reports)
    expect(found[2].map(({ entity }) => entity.id)).toEqual(names)
  })

  it('finds what only begins with the words behind many that have them', async () => {
    await merge([
      told('e1', { summary: 'talkative', event: 'AID' }),
      ...Array.from({ length: 12 }, (_, i) => told(`f${i}`, { summary: 'a talk' })),
    ])
    expect((await view.searchEvents('talk', 9, { type: 'AID' })).events.map(({ id }) => id)).toEqual(['e1'])
  })

  it('an older record has its events’ days once it is brought up to date', async () => {
    const old = new Connection(`${folder}/old.db`)
    await migrate(old, MIGRATIONS.slice(0, MIGRATIONS.indexOf(SEARCH_TABLES)))
    old.exec(`INSERT INTO events (id, type, background, digest, body, day) VALUES ('e1', 'AID', 1, '', '{}', '2031');
      INSERT INTO event_words (event, type, summary, names) VALUES ('e1', 'AID', 'x', ''), ('gone', 'AID', 'x', '')`)
    await migrate(old)
    const rows = old.rows(build.selectFrom('event_words').select(['day', 'background']).orderBy('seq'))
    expect(rows).toEqual([
      { day: '2031', background: 1 },
      { day: '', background: 0 },
    ])
    old.close()
  })
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
