import { describe, expect, it } from 'vitest'
import { mentionsOf } from '../../test/support.js'

const typesIn = (text: string): string[] => mentionsOf(text).map((m) => m.event)

describe('what must not stand around a trigger', () => {
  it.each([
    [
      'modifier_not',
      'Arvenia launched a war against Bolandia.',
      'Arvenia launched a trade war against Bolandia.',
      'ASSAULT',
    ],
    ['particle_not', 'Arvenia pushed Bolandia hard.', 'Arvenia pushed back against Bolandia.', 'REQUEST'],
    ['prep_not', 'Arvenia met with Bolandia.', 'Arvenia met with criticism from Bolandia.', 'CONSULT'],
    ['complement_not', 'Arvenia promised to help Bolandia.', 'Arvenia promised to attack Bolandia.', 'AGREE'],
  ])('%s', (_, holds, barred, type) => {
    expect(typesIn(holds)).toContain(type)
    expect(typesIn(barred)).not.toContain(type)
  })
})

describe('what a complement must be', () => {
  it.each([
    ['complement', 'Arvenia vowed to attack Bolandia.', 'Arvenia vowed to help Bolandia.', 'THREATEN'],
    [
      'clause: should',
      'Arvenia insisted that Bolandia should leave.',
      'Arvenia insisted that Bolandia had left.',
      'REQUEST',
    ],
    [
      'doer',
      'Arvenia hopes that Bolandia will stop.',
      'Arvenia hopes that the rain will stop in Bolandia.',
      'REQUEST',
    ],
  ])('%s', (_, holds, other, type) => {
    expect(typesIn(holds)).toContain(type)
    expect(typesIn(other)).not.toContain(type)
  })
})
