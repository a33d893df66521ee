import { describe, expect, it } from 'vitest'
import type { ComparedField } from '../../types.js'
import { isInferred, signOf } from './point-view.js'

/** A field whose values are said by a report each, or not. */
const field = (kind: ComparedField['kind'], ...said: boolean[]): ComparedField => ({
  field: 'date',
  status: kind === null ? 'agree' : 'single',
  kind,
  values: said.map((isSaid, i) => ({
    value: `2031-03-0${i + 1}`,
    said: isSaid,
    reports: [`r${i}`],
    spans: [],
    by: [],
  })),
})

describe('the sign of a field', () => {
  it.each([
    ['=', 'two say the same', field(null, true)],
    ['=', 'one says and one infers the same', field(null, true, false)],
    ['≈', 'one name in two spellings', field('spelling', true, true)],
    ['≈', 'one says more exactly what another says', field('precision', true, true)],
    ['≠', 'two values exclude each other', field('conflict', true, true)],
    ['≠', 'so they do where one is inferred', field('conflict', true, false)],
    ['↑', 'a later report has more', field('update', true, true)],
    ['+', 'only one says it', field('extra', true)],
    ['+', 'one says it where another value is inferred', field('extra', true, false)],
    ['~', 'no report says it', field('extra', false)],
    ['~', 'none says any of its values', field('extra', false, false)],
  ])('%s where %s', (sign, _, given) => {
    expect(signOf(given)).toBe(sign)
    expect(isInferred(given)).toBe(sign === '~')
  })
})
