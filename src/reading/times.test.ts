import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Sentence, TimeMeaning } from '../types.js'
import { findTimes, parseTimeRules } from './times.js'

const rules = parseTimeRules(readFileSync(new URL('../../codebook/times.yaml', import.meta.url), 'utf8'))

/** Words and signs as tokens; hyphens apart where `apart` is set, as treebanks cut them. */
function sentence(text: string, apart = false): Sentence {
  const word = apart
    ? /[\p{L}\d]+(?:[.:,][\p{L}\d]+)*|'s|\S/gu
    : /[\p{L}\d](?:[\p{L}\d.,:'-]*[\p{L}\d])?|\S/gu
  const tokens = [...text.matchAll(word)].map((m) => ({
    form: m[0],
    lemma: m[0].toLowerCase(),
    upos: 'X',
    xpos: 'X',
    head: -1,
    deprel: 'dep',
    start: m.index,
    end: m.index + m[0].length,
  }))
  return { index: 0, block: 0, start: 0, end: text.length, tokens }
}

const times = (text: string, apart = false) => findTimes(sentence(text, apart), text, rules)
const said = (text: string) => times(text).map((time) => time.text)

const month = (number: number, day: number | null = null): TimeMeaning => ({
  kind: 'month',
  month: number,
  day,
  turn: null,
  years: null,
})
const full = (edtf: string): TimeMeaning => ({ kind: 'full', edtf })
const offset = (unit: 'day' | 'week' | 'month' | 'year', amount: number, calendar = true): TimeMeaning => ({
  kind: 'offset',
  unit,
  amount,
  about: false,
  calendar,
})

describe('one expression', () => {
  test.each<[text: string, words: string, meaning: TimeMeaning]>([
    ['They met on 5 May 2024.', '5 May 2024', full('2024-05-05')],
    ['They met on May 5, 2024.', 'May 5, 2024', full('2024-05-05')],
    ['They met on the 5th of May, 2024.', 'the 5th of May, 2024', full('2024-05-05')],
    ['They met on Monday, 6 May 2024.', 'Monday, 6 May 2024', full('2024-05-06')],
    ['Posted 2024-05-06 in Tesk.', '2024-05-06', full('2024-05-06')],
    ['It was signed in July 2023.', 'July 2023', full('2023-07')],
    ['It was signed in 2023.', '2023', full('2023')],
    ['It is a 2023 defence pact.', '2023', full('2023')],
    ['He ruled in the 1990s.', 'the 1990s', full('[1990..1999]')],
    ["He ruled in the '80s.", "the '80s", full('[1980..1989]')],
    ['He ruled in the 20th century.', 'the 20th century', full('[1901..2000]')],
    ['It was nineteen ninety-four.', 'nineteen ninety-four', full('1994')],
    ['It opened in May.', 'May', month(5)],
    ['It opened on Sept. 3 in Tesk.', 'Sept. 3', month(9, 3)],
    ['It opened on 3 Sept in Tesk.', '3 Sept', month(9, 3)],
    ['It opened last July.', 'last July', { kind: 'month', month: 7, day: null, turn: -1, years: null }],
    [
      'It opened in July last year.',
      'July last year',
      { kind: 'month', month: 7, day: null, turn: null, years: -1 },
    ],
    ['He spoke on Monday.', 'Monday', { kind: 'weekday', day: 1, turn: null }],
    ['He spoke earlier on Monday.', 'earlier on Monday', { kind: 'weekday', day: 1, turn: null }],
    ['He spoke last Friday.', 'last Friday', { kind: 'weekday', day: 5, turn: -1 }],
    ['He speaks next Friday.', 'next Friday', { kind: 'weekday', day: 5, turn: 1 }],
    ['It fell at the weekend.', 'the weekend', { kind: 'weekend', turn: null }],
    ['He spoke yesterday.', 'yesterday', offset('day', -1)],
    ['He spoke last year.', 'last year', offset('year', -1)],
    ['He spoke this week.', 'this week', offset('week', 0)],
    ['He spoke two weeks ago.', 'two weeks ago', offset('week', -2, false)],
    ['He spoke twenty-five years ago.', 'twenty-five years ago', offset('year', -25, false)],
    ['He spoke in early September.', 'early September', { kind: 'part', part: 'early', of: month(9) }],
    ['He spoke in mid-September.', 'mid-September', { kind: 'part', part: 'mid', of: month(9) }],
    ['He spoke at the end of 2024.', 'the end of 2024', { kind: 'part', part: 'late', of: full('2024') }],
    ['He spoke late last year.', 'late last year', { kind: 'part', part: 'late', of: offset('year', -1) }],
    [
      'It opened earlier this year.',
      'earlier this year',
      { kind: 'within', unit: 'year', amount: 0, side: -1 },
    ],
    ['It opens later this year.', 'later this year', { kind: 'within', unit: 'year', amount: 0, side: 1 }],
    [
      'It grew in the past three weeks.',
      'the past three weeks',
      { kind: 'within', unit: 'week', amount: 3, side: -1 },
    ],
    ['It grew in recent days.', 'recent days', { kind: 'within', unit: 'day', amount: null, side: -1 }],
    [
      'It opened a few years ago.',
      'a few years ago',
      { kind: 'within', unit: 'year', amount: null, side: -1 },
    ],
    [
      'They fought for the past three years.',
      'for the past three years',
      { kind: 'range', from: offset('year', -3, false), to: null, some: false },
    ],
    ['It lasted since 2022.', 'since 2022', { kind: 'range', from: full('2022'), to: null, some: false }],
    ['It lasted until May.', 'until May', { kind: 'range', from: null, to: month(5), some: false }],
    ['It began before 2016.', 'before 2016', { kind: 'range', from: null, to: full('2016'), some: true }],
    [
      'He ruled between 1975 and 1979.',
      'between 1975 and 1979',
      { kind: 'range', from: full('1975'), to: full('1979'), some: false },
    ],
    [
      'He ruled from 1975 to 1979.',
      'from 1975 to 1979',
      { kind: 'range', from: full('1975'), to: full('1979'), some: false },
    ],
    ['He ruled 1975-79.', '1975-79', full('1975/1979')],
    [
      'He went from March to May 2020.',
      'from March to May 2020',
      { kind: 'range', from: full('2020-03'), to: full('2020-05'), some: false },
    ],
    [
      'He went from 3 to 5 June.',
      'from 3 to 5 June',
      { kind: 'range', from: month(6, 3), to: month(6, 5), some: false },
    ],
    ['It opened last summer.', 'last summer', { kind: 'season', from: 6, to: 8, year: null, turn: -1 }],
    [
      'It rose in the third quarter of 2019.',
      'the third quarter of 2019',
      { kind: 'season', from: 7, to: 9, year: 2019, turn: null },
    ],
    [
      'He spoke on Tuesday morning.',
      'Tuesday morning',
      { kind: 'time', value: 'MO', day: { kind: 'weekday', day: 2, turn: null } },
    ],
    [
      'It struck at 10:41 GMT on Monday.',
      '10:41 GMT on Monday',
      { kind: 'time', value: '10:41', day: { kind: 'weekday', day: 1, turn: null } },
    ],
    [
      'It struck at 5:03 p.m. local time.',
      '5:03 p.m. local time',
      { kind: 'time', value: '17:03', day: null },
    ],
    ['It struck overnight.', 'overnight', { kind: 'time', value: 'NI', day: offset('day', -1) }],
    [
      'It comes just days after he spoke.',
      'just days after',
      { kind: 'from-event', of: 'event', direction: 1, unit: 'day', amount: null },
    ],
    [
      'Two days earlier he spoke.',
      'Two days earlier',
      { kind: 'from-event', of: 'date', direction: -1, unit: 'day', amount: 2 },
    ],
    [
      'He spoke the same day.',
      'the same day',
      { kind: 'from-event', of: 'date', direction: 0, unit: 'day', amount: 1 },
    ],
    [
      'He left two days later.',
      'two days later',
      { kind: 'from-event', of: 'date', direction: 1, unit: 'day', amount: 2 },
    ],
    [
      'He left two days after.',
      'two days after',
      { kind: 'from-event', of: 'date', direction: 1, unit: 'day', amount: 2 },
    ],
    [
      'It rose from a year earlier.',
      'a year earlier',
      { kind: 'from-event', of: 'date', direction: -1, unit: 'year', amount: 1 },
    ],
    [
      'It rose in the quarter.',
      'the quarter',
      { kind: 'from-event', of: 'date', direction: 0, unit: 'quarter', amount: 1 },
    ],
    ['It rose a year ago.', 'a year ago', offset('year', -1, false)],
    [
      'It fell earlier in the week.',
      'earlier in the week',
      { kind: 'within', unit: 'week', amount: 0, side: -1 },
    ],
    ['It closes by year-end.', 'year-end', month(12, 31)],
    [
      'It was the winter of nineteen ninety-four.',
      'the winter of nineteen ninety-four',
      { kind: 'season', from: 12, to: 2, year: 1994, turn: null },
    ],
    ['They talked for an hour and a half.', 'an hour and a half', { kind: 'duration', iso: 'PT1H30M' }],
    ['They talked for half an hour.', 'half an hour', { kind: 'duration', iso: 'PT30M' }],
    ['It was calm until recently.', 'until recently', { kind: 'vague', when: 'past' }],
    ['It is calm now.', 'now', { kind: 'vague', when: 'now' }],
    ['It will be calm within days.', 'days', { kind: 'duration', iso: 'PXD' }],
    ['They talked for three days.', 'three days', { kind: 'duration', iso: 'P3D' }],
    ['They talked for two and a half years.', 'two and a half years', { kind: 'duration', iso: 'P2Y6M' }],
    ['They met every Monday.', 'every Monday', { kind: 'set', iso: 'XXXX-WXX-1' }],
    [
      'It helped during the Korean War.',
      'the Korean War',
      { kind: 'named', name: 'the Korean War', edtf: '1950-06-25/1953-07-27' },
    ],
  ])('%s', (text, words, meaning) => {
    expect(times(text).map((t) => [t.text, t.meaning])).toEqual([[words, meaning]])
  })
})

test.each([
  'May said the talks may march on.',
  'The UN passed Resolution 1701 and spent $2024.',
  'Flight 1999 carried 2000 people.',
  'It marked the 80th anniversary of the party.',
  'A 27-year-old soldier, aged 45, won 3-1.',
  'He was 27 years old.',
  'The Sun shone on Sat Nam Singh.',
  'The Good Friday Agreement held.',
  'He bought a fifth of the second batch.',
  'Four flights a week leave Tesk.',
  'Protesters joined the march.',
  'A quarter of the troops left.',
  'The fall of the government came.',
  'He left shortly before the vote.',
])('no time in: %s', (text) => {
  expect(said(text)).toEqual([])
})

test.each([
  ['He came on Monday and left on Tuesday night.', ['Monday', 'Tuesday night']],
  ['In October, a year after the 2024 pact, they met.', ['October', 'a year after', '2024']],
  ['The March 2023 vote and the May vote', ['March 2023']],
])('several in order: %s', (text, words) => {
  expect(said(text)).toEqual(words)
})

test('hyphens may be tokens of their own', () => {
  const found = times('It fell in mid-September after a 20-day siege.', true)
  expect(found.map((t) => t.text)).toEqual(['mid-September', '20-day'])
})

test('a span is the slice of the text, and the tokens are those of the sentence', () => {
  const text = 'They met again in early September in Kettin.'
  const [time] = times(text)
  expect(text.slice(time!.start, time!.end)).toBe('early September')
  expect([time!.from, time!.to]).toEqual([4, 6])
})

test('a wrong codebook is refused by name', () => {
  expect(() => parseTimeRules('words: 3')).toThrow(/times\.yaml is not valid/)
})
