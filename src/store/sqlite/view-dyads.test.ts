import { beforeEach, describe, expect, it } from 'vitest'
import { ARVENIA, BOLANDIA, CORVIA, event, state } from '../../../test/store/samples.js'
import { merge, view } from '../../../test/store/view-record.js'
import type { Event } from '../../types.js'
import { directionOf } from '../directions.js'
import type { DyadFilter } from '../view.js'

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
