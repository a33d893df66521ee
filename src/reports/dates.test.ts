import { describe, expect, test } from 'vitest'
import { readDate, readYearless } from './dates.js'

describe('readDate', () => {
  test.each([
    [
      '2025-05-03',
      [
        'Sat May 3 2025',
        '3 May 2025',
        'May 3, 2025',
        'Saturday, May 3rd, 2025',
        '3rd of May 2025',
        '2025-05-03',
        '20250503',
        '2025/05/03',
        '3.5.2025',
        '3-May-2025',
        '10:41, 3 May 2025',
        'May 3, 2025, 9:05 a.m. ET',
        '2025-05-03 14:03',
      ],
    ],
    ['2025-10-28', ['28/10/2025', '10/28/2025', '28 Oct. 2025', 'Oct 28 2025']],
    [
      '2025-05-03T14:03:00+03:00',
      ['2025-05-03T14:03:00+03:00', 'Sat, 03 May 2025 14:03:00 +0300', '2025-05-03T14:03:00.250+0300'],
    ],
    [
      '2025-05-03T22:41:00Z',
      [
        '3 May 2025 at 10:41 pm GMT',
        '20250503T224100Z',
        '10:41 PM GMT, 3 May 2025',
        'May 3, 2025 | 22:41 UTC',
      ],
    ],
    ['2025-05', ['May 2025', '2025-05']],
    ['2025', ['2025']],
  ])('%s', (edtf, forms) => {
    expect(forms.map(readDate)).toEqual(forms.map(() => edtf))
  })

  test.each([
    '',
    'Monday',
    '03/04/2025',
    '2025-02-30',
    '31 April 2025',
    'May 3',
    '12',
    '14:05',
    'In May 2025 the talks failed',
    '99 May 2025',
  ])('%j is no date', (text) => {
    expect(readDate(text)).toBeNull()
  })
})

test.each([
  ['Oct. 27', '10-27'],
  ['27 October', '10-27'],
  ['Monday, May 3', '05-03'],
  ['Feb 29', '02-29'],
  ['Feb 30', null],
  ['Reuters 3', null],
])('readYearless %s', (text, day) => {
  expect(readYearless(text)).toBe(day)
})
