import { expect, test } from 'vitest'
import { ARVENIA, BOLANDIA, CORVIA, event, state } from '../../test/store/samples.js'
import { dyadLine } from './dyad-lines.js'
import { unfolded } from './former.js'

const FOLD = unfolded(['XBO', 'XAR'])

test.each([
  [[ARVENIA], [BOLANDIA], {}, ['between', 'XAR>XBO', '2025-10', 4]],
  [[BOLANDIA], [ARVENIA], { date: '2024' }, ['between', 'XBO>XAR', '2024', 4]],
  [[ARVENIA, BOLANDIA], [], { date: null }, ['between', 'XBO=XAR', null, 4]],
  [[ARVENIA], [BOLANDIA], { aux: 'future' as const }, ['between', 'XAR>XBO', '2025-10', null]],
  [[ARVENIA, BOLANDIA], [CORVIA], {}, ['by_both', null, '2025-10', null]],
  [[CORVIA], [ARVENIA, BOLANDIA], {}, ['on_both', null, '2025-10', null]],
] as const)(
  '%#: a line says how the two stand in it and what it counts',
  (actor, recipient, given, expected) => {
    const told = event('e', [], { actor: [...actor], recipient: [...recipient], score: 4, ...given })
    const line = dyadLine(told, FOLD)!
    expect([line.side, line.direction, line.period, line.counted]).toEqual(expected)
  },
)

test('an event of only one of the two is no line, unless its former self is folded in', () => {
  const told = event('e', [], { actor: [state('XAO', 'Old Arvenia')], recipient: [BOLANDIA] })
  expect(dyadLine(told, FOLD)).toBeNull()
  const of = (code: string) => (code === 'XAO' ? 'XAR' : code)
  expect(dyadLine(told, { ...FOLD, of })?.direction).toBe('XAR>XBO')
})
