import edtf from 'edtf'
import { describe, expect, test } from 'vitest'
import type { TimeMeaning, TimeUnit } from '../types.js'
import { type Anchor, resolveTime } from './dates.js'
import { toTimex3 } from './dates-timex3.js'

/** A Monday. */
const MONDAY = '2025-10-27'
const anchor = (tense: Anchor['tense'], published: string | null = MONDAY): Anchor => ({
  published,
  from: 'publication',
  tense,
})
const full = (value: string): TimeMeaning => ({ kind: 'full', edtf: value })
const weekday = (day: number, turn: -1 | 0 | 1 | null = null): TimeMeaning => ({ kind: 'weekday', day, turn })
const month = (number: number, day: number | null = null, turn: -1 | 0 | 1 | null = null): TimeMeaning => ({
  kind: 'month',
  month: number,
  day,
  turn,
  years: null,
})
const offset = (unit: TimeUnit, amount: number, calendar = true, about = false): TimeMeaning => ({
  kind: 'offset',
  unit,
  amount,
  about,
  calendar,
})
const within = (unit: TimeUnit, amount: number | null, side: -1 | 1 = -1): TimeMeaning => ({
  kind: 'within',
  unit,
  amount,
  side,
})
const part = (which: 'early' | 'mid' | 'late', of: TimeMeaning): TimeMeaning => ({
  kind: 'part',
  part: which,
  of,
})
const range = (from: TimeMeaning | null, to: TimeMeaning | null, some = false): TimeMeaning => ({
  kind: 'range',
  from,
  to,
  some,
})
const summer = (turn: -1 | 0 | 1 | null): TimeMeaning => ({
  kind: 'season',
  from: 6,
  to: 8,
  year: null,
  turn,
})

type Row = [
  what: string,
  meaning: TimeMeaning,
  tense: Anchor['tense'],
  edtf: string | null,
  background: boolean,
]

describe('counted from Monday 27 October 2025', () => {
  test.each<Row>([
    ['Monday', weekday(1), 'past', '2025-10-27', false],
    ['Tuesday', weekday(2), 'past', null, false],
    ['last Tuesday', weekday(2, -1), 'past', '2025-10-21', false],
    ['Wednesday', weekday(3), 'past', '2025-10-22', false],
    ['on Friday, to come', weekday(5), 'future', '2025-10-31', false],
    ['last Monday', weekday(1, -1), 'past', '2025-10-20', false],
    ['next Monday', weekday(1, 1), 'past', '2025-11-03', false],
    ['the weekend', { kind: 'weekend', turn: null }, 'past', '[2025-10-25..2025-10-26]', false],
    ['this weekend, to come', { kind: 'weekend', turn: 0 }, 'future', '[2025-11-01..2025-11-02]', false],
    ['in July', month(7), 'past', '2025-07', true],
    ['in October', month(10), 'past', '2025-10', true],
    ['in December', month(12), 'past', '2024-12', true],
    ['in December, to come', month(12), 'future', '2025-12', false],
    ['last July', month(7, null, -1), 'past', '2025-07', true],
    ['on 25 October', month(10, 25), 'past', '2025-10-25', false],
    ['on 3 March', month(3, 3), 'past', '2025-03-03', true],
    ['on 5 November', month(11, 5), 'past', '2024-11-05', true],
    ['on 5 November, tense unknown', month(11, 5), null, '2025-11-05', false],
    [
      'July last year',
      { kind: 'month', month: 7, day: null, turn: null, years: -1 },
      'past',
      '2024-07',
      true,
    ],
    ['yesterday', offset('day', -1), 'past', '2025-10-26', false],
    ['this week', offset('week', 0), 'past', '[2025-10-27..2025-11-02]', false],
    ['last week', offset('week', -1), 'past', '[2025-10-20..2025-10-26]', false],
    ['two weeks ago', offset('week', -2, false), 'past', '[2025-10-10..2025-10-16]', true],
    ['last month', offset('month', -1), 'past', '2025-09', true],
    ['last quarter', offset('quarter', -1), 'past', '[2025-07..2025-09]', true],
    ['last year', offset('year', -1), 'past', '2024', true],
    ['about 20 years ago', offset('year', -20, false, true), 'past', '[2003..2007]', true],
    ['last decade', offset('decade', -1), 'past', '[2010..2019]', true],
    ['earlier this year', within('year', 0), 'past', '[2025-01-01..2025-10-27]', true],
    ['later this year', within('year', 0, 1), 'future', '[2025-10-27..2025-12-31]', false],
    ['in the past three days', within('day', 3), 'past', '[2025-10-24..2025-10-27]', false],
    ['in recent days', within('day', null), 'past', '[2025-10-17..2025-10-27]', false],
    ['in recent years', within('year', null), 'past', null, true],
    ['early September', part('early', month(9)), 'past', '[2025-09-01..2025-09-10]', true],
    ['mid-September', part('mid', month(9)), 'past', '[2025-09-11..2025-09-20]', true],
    ['late February', part('late', month(2)), 'past', '[2025-02-21..2025-02-28]', true],
    ['early 2024', part('early', full('2024')), 'past', '[2024-01..2024-04]', true],
    ['the late 1980s', part('late', full('[1980..1989]')), 'past', '[1986..1989]', true],
    ['last summer', summer(-1), 'past', '[2025-06..2025-08]', true],
    ['next summer', summer(1), 'future', '[2026-06..2026-08]', false],
    ['since 2022', range(full('2022'), null), 'past', '2022/..', true],
    ['since Friday', range(weekday(5), null), 'past', '2025-10-24/..', true],
    ['until 2024', range(null, full('2024')), 'past', '../2024', true],
    ['before 2016', range(null, full('2016'), true), 'past', '[..2016]', true],
    ['between 1975 and 1979', range(full('1975'), full('1979')), 'past', '1975/1979', true],
    ['for the past three years', range(offset('year', -3, false), null), 'past', '2022/..', true],
    [
      'last night',
      { kind: 'time', value: 'NI', day: offset('day', -1) },
      'past',
      '[2025-10-26..2025-10-27]',
      false,
    ],
    ['Tuesday morning', { kind: 'time', value: 'MO', day: weekday(2) }, 'past', null, false],
    ['10:41 GMT', { kind: 'time', value: '10:41', day: null }, 'past', null, false],
    ['recently', { kind: 'vague', when: 'past' }, 'past', null, true],
    ['for three days', { kind: 'duration', iso: 'P3D' }, 'past', null, false],
    ['2024', full('2024'), 'past', '2024', true],
    ['today, said in full', full('2025-10-27'), 'past', '2025-10-27', false],
  ])('%s', (_, meaning, tense, value, background) => {
    const resolved = resolveTime(meaning, anchor(tense))
    expect([resolved.edtf, resolved.background]).toEqual([value, background])
    if (value !== null) expect(() => edtf(value)).not.toThrow()
  })
})

describe('what a date rests on', () => {
  test.each<[meaning: TimeMeaning, from: string | null]>([
    [full('2024'), 'said'],
    [weekday(1), 'publication'],
    [part('early', full('2024')), 'said'],
    [range(month(3), full('2025-05')), 'publication'],
    [{ kind: 'named', name: 'the Korean War', edtf: '1950-06-25/1953-07-27' }, 'named-period'],
    [{ kind: 'vague', when: 'past' }, null],
  ])('%j', (meaning, from) => {
    expect(resolveTime(meaning, anchor('past')).from).toBe(from)
  })

  test('a day counted from another report says so, and names its rule and words', () => {
    const other: Anchor = { ...anchor('past'), from: 'other-report' }
    const resolved = resolveTime(weekday(5), other, 'Friday')
    expect(resolved.from).toBe('other-report')
    expect(resolved.reason).toEqual({ rule: 'weekday before publication', words: 'Friday' })
  })

  test('without a day of publication nothing is counted', () => {
    for (const meaning of [weekday(1), month(7), offset('year', -1), summer(null)])
      expect(resolveTime(meaning, anchor('past', null)).edtf).toBeNull()
    expect(resolveTime(weekday(1), anchor('past', null)).background).toBe(false)
    expect(resolveTime(month(7), anchor('past', null)).background).toBe(true)
  })
})

describe('counted from another event', () => {
  const event = (direction: -1 | 0 | 1, unit: TimeUnit, amount: number | null): TimeMeaning => ({
    kind: 'from-event',
    of: 'event',
    direction,
    unit,
    amount,
  })
  test.each<[what: string, TimeMeaning, date: string, is: 'reference' | 'clause', string | null]>([
    ['two days later', event(1, 'day', 2), '2025-03-01', 'reference', '2025-03-03'],
    ['the same day', event(0, 'day', 1), '2025-03-01', 'reference', '2025-03-01'],
    ['that year', event(0, 'year', 1), '2025-03-01', 'reference', '2025'],
    ['five years after', event(1, 'year', 5), '1998', 'reference', '2003'],
    ['a month before', event(-1, 'month', 1), '2025-03-31', 'reference', '2025-02'],
    [
      'this comes just days after it',
      event(1, 'day', null),
      '2025-10-27',
      'clause',
      '[2025-10-17..2025-10-26]',
    ],
    ['hours before', event(-1, 'hour', null), '2025-03-01', 'reference', '[2025-02-28..2025-03-01]'],
    ['years later', event(1, 'year', null), '1998', 'reference', null],
    ['two days after something open', event(1, 'day', 2), '2022/..', 'reference', null],
  ])('%s', (_, meaning, date, is, value) => {
    const resolved = resolveTime(meaning, { ...anchor('past'), event: { date, is } })
    expect([resolved.edtf, resolved.from]).toEqual([value, value === null ? null : 'other-event'])
  })
})

describe('counted from the dates told', () => {
  const event = (direction: -1 | 0 | 1, unit: TimeUnit, amount: number | null): TimeMeaning => ({
    kind: 'from-event',
    of: 'date',
    direction,
    unit,
    amount,
  })
  const quarter = '[2025-07..2025-09]'
  test.each<[what: string, TimeMeaning, told: string[], edtf: string | null, timex: string | null]>([
    ['two days later', event(1, 'day', 2), ['2025-03-01', '2024'], '2025-03-03', '2025-03-03'],
    ['the same day', event(0, 'day', 1), ['2025-03-01'], '2025-03-01', '2025-03-01'],
    ['the following month', event(1, 'month', 1), ['2025-03-31'], '2025-04', '2025-04'],
    ['that year', event(0, 'year', 1), ['2024-05'], '2024', '2024'],
    [
      'a year earlier, of a quarter',
      event(-1, 'year', 1),
      [quarter, '2025-10-26'],
      '[2024-07..2024-09]',
      '2024-Q3',
    ],
    ['a year earlier, of a day', event(-1, 'year', 1), ['2023-05-06'], '2022', '2022'],
    ['the quarter', event(0, 'quarter', 1), [quarter], quarter, '2025-Q3'],
    ['the quarter, none told', event(0, 'quarter', 1), ['2025'], null, null],
    ['a year earlier, nothing told', event(-1, 'year', 1), [], null, '2024'],
    ['two days later, nothing told', event(1, 'day', 2), [], null, '2025-10-29'],
  ])('%s', (_, meaning, told, value, timex) => {
    const with_ = { ...anchor('past'), told, near: told }
    expect([resolveTime(meaning, with_).edtf, toTimex3(meaning, with_)?.value ?? null]).toEqual([
      value,
      timex,
    ])
  })

  test('"a year ago" is a year of the calendar unless a quarter was just told', () => {
    const ago = offset('year', -1, false)
    expect(resolveTime(ago, { ...anchor('past'), near: ['2025-10-26'] }).edtf).toBe('2024')
    expect(resolveTime(ago, { ...anchor('past'), near: [quarter] }).edtf).toBe('[2024-07..2024-09]')
  })
})

test.each<[TimeMeaning, type: string, value: string]>([
  [weekday(2), 'DATE', '2025-10-21'],
  [offset('week', -1), 'DATE', '2025-W43'],
  [offset('quarter', -1), 'DATE', '2025-Q3'],
  [summer(-1), 'DATE', '2025-SU'],
  [full('[1990..1999]'), 'DATE', '199'],
  [{ kind: 'weekend', turn: null }, 'DATE', '2025-W43-WE'],
  [{ kind: 'time', value: 'MO', day: weekday(2) }, 'TIME', '2025-10-21TMO'],
  [within('week', 3), 'DURATION', 'P3W'],
  [within('year', 0), 'DATE', '2025'],
  [within('year', 1), 'DATE', '2024'],
  [part('early', offset('year', 1)), 'DATE', '2026'],
  [offset('week', -2, false), 'DATE', '2025-10-13'],
  [offset('year', -20, false, true), 'DATE', '2005'],
  [{ kind: 'from-event', of: 'event', direction: 1, unit: 'month', amount: 1 }, 'DURATION', 'P1M'],
  [range(full('2022'), null), 'DATE', '2022'],
  [{ kind: 'vague', when: 'now' }, 'DATE', 'PRESENT_REF'],
  [{ kind: 'set', iso: 'XXXX-WXX-1' }, 'SET', 'XXXX-WXX-1'],
])('TIMEX3 of %j', (meaning, type, value) => {
  expect(toTimex3(meaning, anchor('past'))).toEqual({ type, value })
})
