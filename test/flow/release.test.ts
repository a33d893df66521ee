import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  ReleasedEvent,
  ReleasedMention,
  ReleasedReport,
  ReleasedStory,
} from '../../src/app/release/tables.js'
import { Entity } from '../../src/records.js'
import { jsonLines, Workplace } from './command-line.js'

const SLOW = 120_000

const REPORTS = {
  'a.txt': `Arvenia and Bolandia sign trade agreement

5 March 2031

Arvenian President Ana Bel met Bolandian Foreign Minister Tor Lund in Tesk on Monday.

Arvenia and Bolandia signed a trade agreement on Monday. "The river will carry our grain again," Bel said.
`,
  'b.txt': `Bel receives Lund

6 March 2031

Bolandian Foreign Minister Thor Lund met Arvenian President Ana Bel in Tesk on Monday, and Bolandia signed a trade agreement with Arvenia.

Corvia condemned the agreement on Tuesday.
`,
  'c.txt': `Corvian raid

9 April 2031

Corvian forces attacked Dremland on Sunday.
`,
  'roses.txt': 'How to grow roses\n\nRoses like sun and a heavy soil.\n',
}

const place = new Workplace(REPORTS)
const other = new Workplace(REPORTS)
afterAll(() => {
  place.remove()
  other.remove()
})

const file = (folder: string, name: string, at = place): string =>
  readFileSync(join(at.folder, folder, name), 'utf8')
const bytes = (folder: string, at = place): Record<string, string> =>
  Object.fromEntries(readdirSync(join(at.folder, folder)).map((name) => [name, file(folder, name, at)]))

beforeAll(async () => {
  expect(await place.run(['read', ...Object.keys(REPORTS)])).toMatchObject({ code: 0 })
  expect(await place.run(['release', 'out', '--author', 'Ana Bel'])).toMatchObject({ code: 0, err: '' })
}, SLOW)

describe('a release', () => {
  test('its lines keep to their schemas and point to one another', () => {
    const lines = <T>(name: string, schema: { parse(line: unknown): T }) =>
      jsonLines(file('out', `${name}.jsonl`)).map((line) => schema.parse(line))
    const events = lines('events', ReleasedEvent)
    const mentions = lines('mentions', ReleasedMention)
    const reports = new Map(lines('reports', ReleasedReport).map((report) => [report.id, report]))
    const entities = new Set(lines('entities', Entity).map(({ id }) => id))
    const stories = new Set(lines('stories', ReleasedStory).map(({ id }) => id))
    expect(events.length).toBeGreaterThan(3)
    expect(new Set(mentions.map(({ event_id }) => event_id))).toEqual(new Set(events.map(({ id }) => id)))
    expect(mentions.map(({ id }) => id).sort()).toEqual(events.flatMap((event) => event.mentions).sort())
    for (const event of events) {
      expect(stories).toContain(event.story)
      for (const { id } of [...event.actor, ...event.recipient]) expect(entities).toContain(id)
    }
    for (const { report, start, end, text } of mentions)
      expect(reports.get(report)!.text!.slice(start, end)).toBe(text)
    for (const { text, sha256 } of reports.values())
      if (text !== null) expect(createHash('sha256').update(text).digest('hex')).toBe(sha256)
  })

  test('reports that tell nothing are there too, and counted by month and outlet', () => {
    const reports = jsonLines<ReleasedReport>(file('out', 'reports.jsonl'))
    expect(reports).toHaveLength(4)
    expect(reports.filter(({ mentions }) => mentions === 0)).toMatchObject([{ text: null }])
    expect(file('out', 'coverage.csv')).toBe(
      'month,outlet,reports,telling\r\n,,1,0\r\n2031-03,,2,2\r\n2031-04,,1,1\r\n',
    )
  })

  test('its sums hold for every file', () => {
    const sums = file('out', 'SHA256SUMS').trimEnd().split('\n')
    const names = readdirSync(join(place.folder, 'out')).filter((name) => name !== 'SHA256SUMS')
    expect(sums).toEqual(
      names.sort().map((name) => `${createHash('sha256').update(file('out', name)).digest('hex')}  ${name}`),
    )
  })

  test('the dictionary has every field of every line', () => {
    const rows = file('out', 'dictionary.csv').split('\r\n')
    for (const name of ['events', 'mentions', 'entities', 'reports', 'stories']) {
      const [header] = file('out', `${name}.csv`).split('\r\n')
      const [line] = jsonLines<Record<string, unknown>>(file('out', `${name}.jsonl`))
      for (const field of header!.split(','))
        expect(rows.some((row) => row.startsWith(`${name}.csv,${field},`))).toBe(true)
      for (const field of Object.keys(line!))
        expect(rows.some((row) => row.startsWith(`${name}.jsonl,${field},`))).toBe(true)
    }
  })

  test('it names its authors and what made it', () => {
    const [mention] = jsonLines<ReleasedMention>(file('out', 'mentions.jsonl'))
    expect(file('out', 'CITATION.cff')).toContain('  - name: Ana Bel')
    expect(file('out', 'README.md')).toContain(`| ${mention!.coder.reader} | ${mention!.coder.codebook} |`)
  })
})

test(
  'the same record gives the same bytes: written twice, and read in another order in two runs',
  async () => {
    await place.run(['release', 'again', '--author', 'Ana Bel'])
    expect(bytes('again')).toEqual(bytes('out'))
    for (const files of [
      ['c.txt', 'b.txt'],
      ['roses.txt', 'a.txt'],
    ])
      await other.run(['read', ...files])
    await other.run(['release', 'out', '--author', 'Ana Bel'])
    expect(bytes('out', other)).toEqual(bytes('out'))
  },
  SLOW,
)

test(
  'without texts, no words of the reports are in it; offsets and sums stay',
  async () => {
    expect(await place.run(['release', 'bare', '--no-text'])).toMatchObject({ code: 0 })
    const all = Object.values(bytes('bare')).join('\n')
    const bodies = Object.values(REPORTS).map((text) => text.split('\n').slice(3).join(' '))
    const words = bodies.flatMap((body) => body.split(/\s+/).filter(Boolean))
    const runs = words.map((_, at) => words.slice(at, at + 4).join(' '))
    expect(runs.filter((run) => all.includes(run))).toEqual([])
    expect(all).toContain(createHash('sha256').update(REPORTS['c.txt']).digest('hex'))
    expect(all).toMatch(/"start":\d+,"end":\d+/)
  },
  SLOW,
)

test(
  'a part of the record has what belongs to its events, and all reports that were read',
  async () => {
    await place.run(['release', 'part', '--dyad', 'XCV,XDR'])
    const events = jsonLines<ReleasedEvent>(file('part', 'events.jsonl'))
    expect(events.map(({ event }) => event)).toEqual(['ASSAULT'])
    expect(jsonLines<unknown>(file('part', 'stories.jsonl'))).toHaveLength(1)
    expect(jsonLines<{ id: string }>(file('part', 'entities.jsonl')).map(({ id }) => id)).not.toContain('XAR')
    const reports = jsonLines<ReleasedReport>(file('part', 'reports.jsonl'))
    expect(reports.filter(({ text }) => text !== null)).toHaveLength(1)
    expect(reports).toHaveLength(4)
    expect(file('part', 'README.md')).toContain('- dyad: `XCV,XDR`')
  },
  SLOW,
)

test(
  'a folder with other things in it is refused and left as it is',
  async () => {
    mkdirSync(join(place.folder, 'mine'))
    writeFileSync(join(place.folder, 'mine/thesis.txt'), 'x')
    for (const args of [
      ['release', 'mine'],
      ['release', 'mine', '--replace'],
      ['release', '.'],
    ]) {
      const ran = await place.run(args)
      expect({ code: ran.code, out: ran.out }).toEqual({ code: 2, out: '' })
    }
    expect(readdirSync(join(place.folder, 'mine'))).toEqual(['thesis.txt'])
    expect(readdirSync(place.folder).filter((name) => name.includes('unfinished'))).toEqual([])
  },
  SLOW,
)
