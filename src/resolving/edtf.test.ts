import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber, days, fromDayNumber, isoDay, overlaps, shift, within } from './edtf.js'
import { formatEdtf } from './edtf-format.js'

test.each([
  ['2024', '2024-01-01', '2024-12-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2025-10-27', '2025-10-27', '2025-10-27'],
  ['2025-10-27T10:41Z', '2025-10-27', '2025-10-27'],
  ['2025~', '2025-01-01', '2025-12-31'],
  ['199X', '1990-01-01', '1999-12-31'],
  ['2025-22', '2025-06-01', '2025-08-31'],
  ['2022/..', '2022-01-01', '9999-12-31'],
  ['../2024', '0000-01-01', '2024-12-31'],
  ['1950-06-25/1953-07-27', '1950-06-25', '1953-07-27'],
  ['[2025-09-01..2025-09-10]', '2025-09-01', '2025-09-10'],
  ['[..2024]', '0000-01-01', '2024-12-31'],
  ['[2022..]', '2022-01-01', '9999-12-31'],
  ['[2020,2024]', '2020-01-01', '2024-12-31'],
])('days of %s', (edtf, first, last) => {
  expect(days(edtf)).toEqual([first, last])
})

test.each(['', 'Monday', '2025-13', '2025-02-30', '2025/2024', '..', '[..]', '25-10-27'])(
  'no days in "%s"',
  (text) => {
    expect(days(text)).toBeNull()
  },
)

describe('comparing', () => {
  test.each([
    ['2025-10-27', '2025-10', true],
    ['2025-10', '2025-10-27', false],
    ['2024', '[..2024]', true],
    ['Monday', '2024', false],
  ])('%s within %s: %s', (a, b, expected) => expect(within(a, b)).toBe(expected))

  test.each([
    ['2025-10', '[2025-10-20..2025-11-05]', true],
    ['2022/..', '2021', false],
  ])('%s overlaps %s: %s', (a, b, expected) => expect(overlaps(a, b)).toBe(expected))
})

test.each([
  ['2025-10-27', -1, 'day', '2025-10-26'],
  ['2025-01-31', 1, 'month', '2025-02'],
  ['2025-10', -1, 'year', '2024'],
  ['2025', 3, 'month', null],
] as const)('shift %s by %i %s', (edtf, amount, unit, expected) => {
  expect(shift(edtf, amount, unit)).toBe(expected)
})

test.each([
  ['2025-10-27', '27 October 2025'],
  ['2025-07', 'July 2025'],
  ['2024', '2024'],
  ['[2025-09-01..2025-09-10]', 'early September 2025 (1 to 10)'],
  ['[2025-02-21..2025-02-28]', 'late February 2025 (21 to 28)'],
  ['[2025-10-20..2025-10-26]', 'between 20 October 2025 and 26 October 2025'],
  ['2022/..', 'since 2022'],
  ['../2024', 'until 2024'],
  ['1975/1979', '1975 to 1979'],
  ['[..2024]', 'no later than 2024'],
  ['[2022..]', 'no earlier than 2022'],
  ['199X', '1990s'],
  ['[1990..1999]', 'between 1990 and 1999'],
  ['[2018-05..2018-06]', 'between May 2018 and June 2018'],
  ['nonsense', 'nonsense'],
])('%s for people', (edtf, expected) => {
  expect(formatEdtf(edtf)).toBe(expected)
})

test('days and their numbers go both ways', () => {
  fc.assert(
    fc.property(fc.integer({ min: -300_000, max: 300_000 }), (n) => dayNumber(fromDayNumber(n)) === n),
  )
})

test('any day, month and year lies within its month and its year', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 2999 }), fc.integer({ min: 1, max: 366 }), (year, ordinal) => {
      const day = isoDay(year, 1, ordinal)
      return within(day, day.slice(0, 7)) && within(day.slice(0, 7), day.slice(0, 4))
    }),
  )
})

test('bad text never throws', () => {
  fc.assert(fc.property(fc.string(), (text) => days(text) === null || formatEdtf(text).length > 0))
})
