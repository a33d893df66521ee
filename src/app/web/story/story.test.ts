import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ARVENIA, BOLANDIA, event, mention } from '../../../../test/store/samples.js'
import type { Comparison } from '../../../types.js'
import { stateNamesOf } from '../../render/words.js'
import { phraseOf } from './phrases.js'
import { segmentsOf } from './segments.js'
import { summaryOf } from './summary.js'

describe('segmentsOf', () => {
  it('cuts where markings begin and end, and says which end there', () => {
    const [told, differs] = [
      { start: 2, end: 8 },
      { start: 4, end: 6 },
    ]
    const pieces = segmentsOf({ start: 0, end: 10 }, [told, differs])
    expect(pieces.map(({ start, end, over }) => [start, end, over.length])).toEqual([
      [0, 2, 0],
      [2, 4, 1],
      [4, 6, 2],
      [6, 8, 1],
      [8, 10, 0],
    ])
    expect(pieces.map(({ ending }) => ending.length)).toEqual([0, 0, 1, 1, 0])
  })

  it('together they are the whole stretch, whatever is marked', () => {
    const span = fc
      .tuple(fc.nat(60), fc.nat(60))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        const pieces = segmentsOf({ start: 10, end: 40 }, spans)
        const fits = pieces.every(({ start }, i) => start === (i === 0 ? 10 : pieces[i - 1]!.end))
        return fits && pieces.at(-1)!.end === 40
      }),
    )
  })
})

describe('phraseOf', () => {
  const person = { ...ARVENIA, id: 'p', name: 'Ana Bel', kind: 'person' as const }
  it.each([
    [
      'a visit by Ana Bel (Arvenia) to Bolandia',
      { mode: 'visit', actor: [ARVENIA, person], recipient: [BOLANDIA] },
    ],
    ['a meeting between Arvenia and Bolandia', { actor: [ARVENIA, BOLANDIA], recipient: [] }],
    ['support by Arvenia for Bolandia', { event: 'SUPPORT', actor: [ARVENIA], recipient: [BOLANDIA] }],
    ['an attack by Arvenia on Bolandia (possible)', { event: 'ASSAULT', aux: 'hypothetical' }],
    ['a statement by Arvenia about Bolandia', { event: 'STATEMENT', recipient_from: 'about' }],
    ['an accusation against Bolandia', { event: 'ACCUSE', actor: [] }],
  ] as const)('%s', (phrase, given) => {
    const told = event('e', [], { actor: [ARVENIA], recipient: [BOLANDIA], ...(given as object) })
    expect(phraseOf(told, stateNamesOf([event('x', [], { actor: [ARVENIA] })]))).toBe(phrase)
  })
})

describe('summaryOf', () => {
  const [told, kin] = [mention('m1', { report: 'r1' }), mention('m2', { report: 'r2' })]
  const value = (text: string, report: string) => ({
    value: text,
    said: true,
    reports: [report],
    spans: [],
    by: [],
  })
  const sentences = (kind: string, one: string, other: string) => {
    const met = event('e1', [told, kin], {
      date: '2031-03-04',
      summary: 'Arvenia → Bolandia: met',
      origins: 2,
    })
    const field = { field: 'name', status: 'agree', kind, values: [value(one, 'r1'), value(other, 'r2')] }
    const point = {
      event: met,
      status: 'agree',
      in: ['r1', 'r2'],
      silent: [],
      announced: [],
      fields: [field],
    }
    const reports = ['r1', 'r2'].map((id) => ({ id, file: id, outlet: `Outlet ${id}`, origin: id }))
    return summaryOf({ story: 's', reports, points: [point] } as unknown as Comparison).map(
      ({ text }) => text,
    )
  }

  it('tells what is agreed, and what is told in other words', () => {
    expect(sentences('spelling', 'Tor Lund', 'Thor Lund')).toEqual([
      'Both reports tell of a meeting by Arvenia with Bolandia, 4 March 2031: met.',
      'In other words: name – Tor Lund (Outlet r1) or Thor Lund (Outlet r2).',
    ])
  })

  it.each([
    ['precision', 'Tesk', 'White Hall'],
    ['extra', 'Tor Lund', 'Thor Lund'],
    ['wording', 'meeting', 'Tesk meeting'],
  ])('says nothing more of %s: %s, %s', (kind, one, other) => {
    expect(sentences(kind, one, other)).toHaveLength(1)
  })
})
