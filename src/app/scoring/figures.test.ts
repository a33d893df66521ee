import { describe, expect, it } from 'vitest'
import { interval } from './bootstrap.js'
import { confusions, hashOf, macroF1, rowsOf, worthOf } from './figures.js'
import { earlierHalf, half } from './halves.js'
import type { Formula, Half, Item } from './score.js'
import { answer, overlap, sum } from './tallies.js'

const item = (key: string, right: boolean, of: Half = 'all'): Item => ({
  key,
  half: of,
  tallies: { a: answer(right) },
  miss: null,
})

describe('figures', () => {
  const items: Item[] = [
    { key: '1', half: 'all', tallies: { a: { found: 4, correct: 2, gold: 2, covered: 1 } }, miss: null },
    { key: '2', half: 'all', tallies: { a: { found: 0, correct: 0, gold: 2, covered: 0 } }, miss: null },
  ]
  it.each<[Formula, number]>([
    ['precision', 0.5],
    ['recall', 0.25],
    ['f1', 1 / 3],
    ['rate', 1],
  ])('%s is pooled over items', (formula, value) => {
    expect(worthOf({ formula, of: 'a' }, items)).toBeCloseTo(value)
  })

  it('nothing found and nothing asked is 0, not NaN', () => {
    expect(worthOf({ formula: 'f1', of: 'a' }, [])).toBe(0)
    expect(macroF1([])).toBe(0)
  })

  it('macro-F1 gives each class of the gold the same weight, and others none of their own', () => {
    const pairings = [
      { gold: 'A', found: 'A' },
      { gold: 'A', found: 'A' },
      { gold: 'B', found: 'A' },
      { gold: 'B', found: 'none' },
    ]
    expect(macroF1(pairings)).toBeCloseTo((0.8 + 0) / 2)
  })

  it('the halves are apart', () => {
    const sample = {
      set: 's',
      figures: [{ name: 'right', formula: 'recall', of: 'a', goal: 0.5, beside: null } as const],
      items: [item('1', true, 'tune'), item('2', false, 'test'), item('3', true, 'test')],
    }
    const rows = rowsOf('score', sample)
    expect(rows.map(({ half, n, value }) => [half, n, value])).toEqual([
      ['tune', 1, 1],
      ['test', 2, 0.5],
    ])
  })

  it('the most frequent confusions come first', () => {
    const classes = ['AB', 'AB', 'AA', 'BA'].map((s) => ({ gold: s[0]!, found: s[1]! }))
    expect(confusions([{ ...item('1', true), classes }])).toEqual([
      { gold: 'A', found: 'B', times: 2 },
      { gold: 'B', found: 'A', times: 1 },
    ])
  })

  it('the hash of a set is of its items in any order', () => {
    const [a, b] = [item('1', true), item('2', true)]
    expect(hashOf([a, b])).toBe(hashOf([b, a]))
    expect(hashOf([a])).not.toBe(hashOf([a, b]))
  })

  it('tallies add up', () => {
    expect(sum([answer(true), answer(false), overlap(new Set('ab'), new Set('bcd'))])).toEqual({
      found: 4,
      correct: 2,
      gold: 5,
      covered: 2,
    })
  })
})

describe('the interval', () => {
  const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length
  const list = Array.from({ length: 400 }, (_, i) => i % 2)

  it('is the same for the same items, and about as wide as theory has it', () => {
    const [low, high] = interval(list, mean)
    expect(interval(list, mean)).toEqual([low, high])
    // 1.96 standard errors of a share of a half: 0.049.
    expect(0.5 - low).toBeCloseTo(0.049, 1)
    expect(high - 0.5).toBeCloseTo(0.049, 1)
    expect(low).toBeLessThan(0.48)
  })

  it('is a point where all items are alike', () => {
    expect(interval([1, 1, 1], mean)).toEqual([1, 1])
  })
})

it('halves stay as they are, or what was tuned on would be reported', () => {
  expect(['Arvenia', 'Bolandia', 'Corvia', 'Dremland'].map(half)).toMatchInlineSnapshot(`
    [
      "tune",
      "test",
      "tune",
      "test",
    ]
  `)
  expect(['Arvenia', 'Bolandia', 'Corvia', 'Dremland'].map(earlierHalf)).toMatchInlineSnapshot(`
    [
      "test",
      "test",
      "tune",
      "test",
    ]
  `)
})
