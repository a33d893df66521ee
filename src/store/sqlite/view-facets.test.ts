import { beforeEach, describe, expect, it } from 'vitest'
import { ARVENIA, BOLANDIA, CORVIA, mention, report, story } from '../../../test/store/samples.js'
import { store, view } from '../../../test/store/view-record.js'
import type { Entity, Mention, Report } from '../../types.js'
import type { FacetFilter } from '../view.js'

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
