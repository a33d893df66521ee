import { describe, expect, test } from 'vitest'
import { readCsv, readJson, readJsonLines } from './rows.js'

describe('readCsv', () => {
  test.each([
    [
      'quotes, commas and line breaks in cells',
      'id,text\n1,"He said ""no"",\nthen left"\n',
      [{ id: '1', text: 'He said "no",\nthen left' }],
    ],
    ['semicolons', 'Title;Body\nA;B, c\n', [{ Title: 'A', Body: 'B, c' }]],
    ['tabs', 'title\ttext\nA\tB', [{ title: 'A', text: 'B' }]],
    [
      'short and empty rows',
      'text,title\nA\n\nB,C',
      [
        { text: 'A', title: '' },
        { text: 'B', title: 'C' },
      ],
    ],
  ])('%s', (_, csv, records) => {
    const table = readCsv(csv)
    expect(table).toEqual({ rows: records.map((record, at) => ({ number: at + 1, record })) })
  })

  test('a table without a text column names its columns', () => {
    expect(readCsv('id,name\n1,2')).toMatchObject({ problem: expect.stringContaining('id, name') })
  })

  test('a row with too many cells fails alone', () => {
    expect(readCsv('text,title\na,b,c\nd,e')).toMatchObject({
      rows: [
        { number: 1, problem: expect.stringContaining('3 cells') },
        { number: 2, record: { text: 'd' } },
      ],
    })
  })
})

test('a line that is no JSON fails alone, under its line number', () => {
  expect(readJsonLines('{"text":"a"}\n\n{oops\n[1]\n')).toMatchObject({
    rows: [
      { number: 1, record: { text: 'a' } },
      { number: 3, problem: expect.stringContaining('JSON') },
      { number: 4, problem: expect.stringContaining('object') },
    ],
  })
})

test.each([
  ['an array', '[{"text":"a"},{"text":"b"}]', 2],
  ['one object', '{"text":"a"}', 1],
  ['a list in an object', '{"status":"ok","articles":[{"content":"a"},{"content":"b"}]}', 2],
])('readJson: %s', (_, json, count) => {
  expect((readJson(json) as { rows: unknown[] }).rows).toHaveLength(count)
})
