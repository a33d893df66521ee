import { describe, expect, it } from 'vitest'
import { makeMention, makeReport, person, state } from '../comparing/testing.js'
import type { Mention } from '../types.js'
import { quotationsCommon, saysTheSame } from './said.js'

const ARVENIA = state('XAR', 'Arvenia')
const LUND = person('person:xar:lund', 'XAR', 'foreign minister', 'Pia Lund')
const HOLM = person('person:xar:holm', 'XAR', 'premier', 'Ada Holm')
const COMMON = new Set(['said', 'the', 'that', 'was', 'and', 'would', 'work', 'not', 'with', 'are', 'told'])
const rarity = (word: string): number => (COMMON.has(word) ? 0.2 : 1.5)

/** Quotations are those of the text. */
function statement(text: string, given: Partial<Omit<Mention, 'topic' | 'trigger'>> = {}): Mention {
  const quote = [...text.matchAll(/“(.+?)[,.]?”/g)].map((found) => found[1]!)
  const report = makeReport(text.slice(0, 9), [text])
  return makeMention(report, text, { event: 'STATEMENT', trigger: 'said', actor: [LUND], quote, ...given })
}
const by = (...actor: Mention['actor']) => ({ actor })

describe('one statement', () => {
  it.each([
    [
      'the same quotation',
      'Lund said “the treaty protects fishing villages”.',
      '“The treaty protects fishing villages,” Lund said.',
    ],
    [
      'a part of it',
      'Lund said the bridge was “a costly mistake”.',
      '“Building there was a costly mistake from the start,” Lund said.',
    ],
    [
      'two translations',
      'Lund said talks with Bolandia ran “according to plan”.',
      'Lund said her talks with Bolandia went “as planned”.',
    ],
    [
      'many words in a row, however common',
      'Lund said she saw “that there was a need for work”.',
      '“I see that there was a need for work,” Lund said.',
    ],
    [
      'quoted and told',
      'Lund said “no pilot crossed the northern border”.',
      'Lund said that no pilot crossed the northern border.',
    ],
    [
      'told in nearly the same words',
      'Lund said tariffs on timber start in June.',
      'In June tariffs on timber will start, Lund said.',
    ],
  ])('%s', (_, one, other) => {
    expect(saysTheSame(statement(one), statement(other), rarity)).toBe(true)
    expect(saysTheSame(statement(other), statement(one), rarity)).toBe(true)
  })

  it('of a person and of their state, in nearly the same words', () => {
    const [one, other] = [
      'Arvenia said tariffs on timber start in June.',
      'Lund said tariffs on timber start in June.',
    ]
    expect(saysTheSame(statement(one, by(ARVENIA)), statement(other), rarity)).toBe(true)
  })
})

describe('two statements', () => {
  it.each([
    [
      'with nothing but common words in both',
      'Lund said “that would not work with the court”.',
      '“The pilots are not told,” Lund said.',
    ],
    [
      'on one subject',
      'Lund said the treaty “protects fishing villages”.',
      'Lund said the treaty “was signed under pressure”.',
    ],
    [
      'one told of the other’s subject',
      'Lund said “no pilot crossed the northern border”.',
      'Lund said pilots are well trained.',
    ],
  ])('%s', (_, one, other) => expect(saysTheSame(statement(one), statement(other), rarity)).toBe(false))

  it('of two persons in the same words', () => {
    const text = 'Lund said tariffs on timber start in June.'
    expect(saysTheSame(statement(text), statement(text, by(HOLM)), rarity)).toBe(false)
  })

  it('that share only what their speaker is called', () => {
    const [one, other] = [
      'Arvenian Foreign Minister Pia Lund said timber costs rose.',
      'Arvenian Foreign Minister Pia Lund said wolves came back.',
    ]
    expect(saysTheSame(statement(one), statement(other), rarity)).toBe(false)
  })
})

it.each([
  ['grave doubts', 'grave doubts remain', 1],
  ['warm words', 'warm thoughts', 0.5],
  ['the work', 'that work', null],
])('quotations "%s" and "%s" have %s in common', (one, other, share) =>
  expect(quotationsCommon(one, other, rarity)?.share ?? null).toBe(share),
)
