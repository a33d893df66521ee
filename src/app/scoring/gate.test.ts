import { describe, expect, it } from 'vitest'
import { check, type Gate, lowered, type Measured, raised } from './gate.js'

const gate: Gate = {
  shipped: [{ score: 'talks', set: 'own', hash: 'aa', noise: 0.02, floors: { right: 0.8 } }],
  desk: [],
  lowered: [],
}
const measured = (value: number, hash = 'aa'): Measured => ({
  part: 'shipped',
  score: 'talks',
  set: 'own',
  hash,
  n: 50,
  figures: new Map([['right', value]]),
})

describe('the gate', () => {
  it.each([
    ['above the floor', measured(0.9), []],
    ['at the floor less the noise', measured(0.78), []],
    ['below', measured(0.779), ['talks/own/right fell to 0.779, below its floor 0.8 less 0.02']],
    [
      'another set',
      measured(0.9, 'bb'),
      ['talks, own: the set has changed (bb); look at its score, then --raise'],
    ],
  ])('%s', (_, now, problems) => {
    expect(check(gate, [now])).toEqual(problems)
  })

  it('asks for floors of a new set, and for a figure that is no longer measured', () => {
    expect(check({ ...gate, shipped: [] }, [measured(1)])).toEqual([
      'talks, own has no floors yet; --raise writes them',
    ])
    expect(check(gate, [{ ...measured(1), figures: new Map() }])).toEqual([
      'talks/own/right is pinned and is no longer measured',
    ])
  })

  it('raises floors and never lowers them', () => {
    expect(raised(gate, [measured(0.9)]).shipped[0]?.floors).toEqual({ right: 0.9 })
    expect(raised(gate, [measured(0.7, 'bb')]).shipped[0]).toMatchObject({
      hash: 'bb',
      floors: { right: 0.8 },
    })
    expect(raised(gate, [])).toEqual(gate)
  })

  it('pins a new set with a stated noise', () => {
    expect(raised({ ...gate, shipped: [] }, [measured(0.9)]).shipped).toEqual([
      { score: 'talks', set: 'own', hash: 'aa', noise: 0.02, floors: { right: 0.9 } },
    ])
  })

  it('the noise of a small set is one item', () => {
    const after = raised({ ...gate, shipped: [] }, [{ ...measured(0.9), n: 11 }])
    expect(after.shipped[0]?.noise).toBe(0.091)
  })

  it('lowers one floor and keeps the reason', () => {
    const after = lowered(gate, [measured(0.7)], 'talks/own/right', 'two sentences were wrong')
    expect(after.shipped[0]?.floors).toEqual({ right: 0.7 })
    expect(after.lowered).toEqual([
      { floor: 'talks/own/right', from: 0.8, to: 0.7, why: 'two sentences were wrong' },
    ])
    expect(() => lowered(gate, [measured(0.7)], 'talks/own/wrong', 'x')).toThrow('talks/own/wrong')
  })
})
