import { describe, expect, it } from 'vitest'
import { homeOf } from './actors-home.js'

describe('the state that a report is about', () => {
  it.each([
    ['most of its words', ['XAR', 'XAR', 'XBO', 'XAR'], 'XAR'],
    ['too few words', ['XAR', 'XAR'], null],
    ['two states alike', ['XAR', 'XBO', 'XAR', 'XBO', 'XAR', 'XBO'], null],
    ['none', [], null],
  ])('with %s', (_, codes, home) => expect(homeOf(codes)).toBe(home))

  it('needs more words where more is asked', () =>
    expect(homeOf(['XAR', 'XAR', 'XAR', 'XBO'], 0.8)).toBeNull())
})
