import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ARVENIA, BOLANDIA, event } from '../../../../test/store/samples.js'
import { stateNamesOf } from '../../render/words.js'
import { phraseOf } from './phrases.js'
import { segmentsOf } from './segments.js'

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
