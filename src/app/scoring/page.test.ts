import { describe, expect, it } from 'vitest'
import { parseCauses } from './causes.js'
import { figuresText, parseFigures, updated } from './figures-file.js'
import { accuracyPage } from './page.js'
import type { Row, Score } from './score.js'

const row: Row = {
  score: 'examples',
  set: 'own',
  half: 'test',
  figure: 'right',
  formula: 'recall',
  n: 10,
  value: 0.51234,
  interval: [0.4, 0.6],
  tally: { found: 10, correct: 5, gold: 10, covered: 5 },
  goal: 0.5,
  beside: null,
  detail: false,
}
const score: Score = { name: 'examples', about: 'Own sentences.', needs: [], measure: async () => [] }
const shown = (change: Partial<Row>) => accuracyPage([score], [{ ...row, ...change }], [])

describe('the page', () => {
  it.each<[string, Partial<Row>, string]>([
    ['a goal that is reached', {}, '| own | test | 10 | right | 0.512 | 0.400 – 0.600 | 0.500 ✓ |  |'],
    ['one that is not', { goal: 0.6 }, '| 0.600 |  |'],
    ['one that is better lower', { formula: 'rate', goal: 1.5 }, '| ≤ 1.500 ✓ |  |'],
    ['none', { goal: null, half: 'all' }, '| own |  | 10 | right | 0.512 | 0.400 – 0.600 |  |  |'],
  ])('%s', (_, change, line) => {
    expect(shown(change)).toContain(line)
  })

  it('names what was not measured, and tells not counted from none', () => {
    const causes = parseCauses(
      'samples: [{ sample: ten records, date: 2026-11-22, causes: { date: { wrong: 0 } } }]',
    )
    const page = accuracyPage([score], [], causes)
    expect(page).toContain('Not measured yet: examples.')
    expect(page).toContain('| date | 0 | not counted |')
  })

  it('an unknown field of the causes is an error', () => {
    expect(() =>
      parseCauses('samples: [{ sample: x, date: 2026-11-22, causes: { date: { wrnog: 1 } } }]'),
    ).toThrow('wrnog')
  })
})

describe('stored figures', () => {
  it('are read as they were written', () => {
    const stored = updated([], [row])
    expect(parseFigures(figuresText(stored))).toEqual(stored)
    expect(stored[0]?.value).toBe(0.5123)
  })

  it('of a score are all replaced by those of its next run, and others are kept', () => {
    const other = { ...row, score: 'pairs' }
    const now = { ...row, set: 'another' }
    expect(updated([row, other], [now]).map((r) => [r.score, r.set])).toEqual([
      ['examples', 'another'],
      ['pairs', 'own'],
    ])
  })

  it('leave out parts of sets, and scores that are no more', () => {
    expect(updated([{ ...row, score: 'weather' }], [{ ...row, detail: true }])).toEqual([])
  })
})
