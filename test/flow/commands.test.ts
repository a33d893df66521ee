import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Comparison, Event, LogLine, Mention } from '../../src/records.js'
import type * as rapport from '../../src/types.js'
import { ended, jsonLines, Workplace } from './command-line.js'

/** Each run starts a process of its own. */
const SLOW = 60_000

const MEETING = `Arvenia and Bolandia sign trade agreement

5 March 2031

Arvenian President Ana Bel met Bolandian Foreign Minister Tor Lund in Tesk on Monday.

Arvenia and Bolandia signed a trade agreement on Monday.
`
const AGAIN = `Bel receives Lund

5 March 2031

Bolandian Foreign Minister Tor Lund met Arvenian President Ana Bel in Tesk on Monday, and Bolandia signed a trade agreement with Arvenia.

Corvia condemned the agreement on Tuesday.
`

const place = new Workplace({
  'a.txt': MEETING,
  'b.txt': AGAIN,
  'garden.txt': 'How to grow roses\n\nRoses like sun and a heavy soil.\n',
  'empty.txt': '',
  'photo.txt': '\u0000\u0001\u0002\uFFFD\u0000PNG\u0000\u0000\u0000',
})
afterAll(() => place.remove())

describe('keeping a record', () => {
  beforeAll(async () => {
    const first = await place.run(['read', 'a.txt', 'b.txt', 'garden.txt'])
    expect(first).toMatchObject({
      code: 0,
      out: expect.stringContaining('3 read, 3 new, 0 unchanged, 0 revised, 0 failed'),
    })
    expect(first.out).toContain('No event between states in 1 of them')
  }, SLOW)

  test(
    'what cannot be read is named, the rest is done, and reading again changes nothing',
    async () => {
      const before = await place.run(['events', '--format', 'jsonl'])
      const ran = await place.run(['read', 'a.txt', 'empty.txt', 'photo.txt', 'missing.txt', 'b.txt'])
      expect(ran.code).toBe(1)
      expect(ran.out).toContain('2 read, 0 new, 2 unchanged, 0 revised, 3 failed')
      for (const file of ['empty.txt', 'photo.txt', 'missing.txt']) expect(ran.err).toContain(`${file}: `)
      expect((await place.run(['events', '--format', 'jsonl'])).out).toBe(before.out)
    },
    SLOW,
  )

  test(
    'events keep to their schema and their filters',
    async () => {
      const all = jsonLines<unknown>((await place.run(['events', '--format', 'jsonl'])).out).map((one) =>
        Event.parse(one),
      )
      expect(all.length).toBeGreaterThan(1)
      const some = await place.run(['events', '--format', 'jsonl', '--dyad', 'XAR,XBO', '--type', 'consult'])
      const meetings = jsonLines<{ id: string }>(some.out).map(({ id }) => id)
      const expected = all.filter(({ event }) => event === 'CONSULT').map(({ id }) => id)
      expect(expected.length).toBeGreaterThan(0)
      expect(meetings).toEqual(expected)
      expect((await place.run(['events', '--format', 'jsonl', '--until', '2030'])).out).toBe('')
    },
    SLOW,
  )

  test(
    'CSV has a header and a row for each event',
    async () => {
      const { out } = await place.run(['events', '--format', 'csv', '--news'])
      expect(out).toMatch(/^id,date,date_from,event,.*\r\n/)
      expect(out.split('\r\n').length).toBeGreaterThan(2)
    },
    SLOW,
  )

  test(
    'tables have no colour when they go to a file',
    async () => {
      for (const args of [['events'], ['reports'], ['stories'], ['dyad', 'XAR', 'XBO']]) {
        const { code, out } = await place.run(args)
        expect(code).toBe(0)
        expect(out.length).toBeGreaterThan(0)
        expect(out).not.toContain('\u001B')
      }
    },
    SLOW,
  )

  test(
    'a story of the record can be compared',
    async () => {
      const [story] = jsonLines<{ id: string; reports: string[] }>(
        (await place.run(['stories', '--format', 'jsonl'])).out,
      )
      const { out, code } = await place.run(['compare', '--story', story!.id, '--format', 'json'])
      expect(code).toBe(0)
      const comparison = Comparison.parse(JSON.parse(out))
      expect(comparison.reports.map(({ id }) => id).sort()).toEqual([...story!.reports].sort())
    },
    SLOW,
  )

  test(
    'an event can be explained, whole, by one value, and by the beginning of its id',
    async () => {
      const [event] = jsonLines<rapport.Event>((await place.run(['events', '--format', 'jsonl'])).out)
      const whole = await place.run(['explain', event!.id])
      expect(whole.out).toContain(event!.mentions[0]!.id)
      const value = await place.run(['explain', event!.mentions[0]!.id.slice(0, 10), 'actor'])
      expect(value.code).toBe(0)
      expect(value.out.length).toBeLessThan(whole.out.length)
      expect((await place.run(['explain', event!.actor[0]!.id])).out).toContain(event!.actor[0]!.name)
    },
    SLOW,
  )
})

describe('correcting by hand', () => {
  const desk = new Workplace({ 'a.txt': MEETING, 'b.txt': AGAIN })
  afterAll(() => desk.remove())
  const events = async () => jsonLines<rapport.Event>((await desk.run(['events', '--format', 'jsonl'])).out)
  const correct = (...args: string[]) =>
    desk.run(['correct', ...args, '--reason', 'asked the ministry', '--by', 'Ana'])
  const entries = async () =>
    jsonLines<rapport.LogLine>((await desk.run(['log', '--format', 'jsonl'])).out).map((one) =>
      LogLine.parse(one),
    )
  beforeAll(async () => {
    await desk.run(['read', 'a.txt', 'b.txt'])
  }, SLOW)

  test(
    'a value is changed, shown beside the machine’s, kept by recode, and undone',
    async () => {
      const before = await events()
      const meeting = before.find(({ event, reports }) => event === 'CONSULT' && reports === 2)!
      const ran = await correct('value', meeting.id, 'date', '2 March 2031')
      expect(ran).toMatchObject({ code: 0, out: 'c1: date: 2 March 2031 instead of 3 March 2031\n' })
      await desk.run(['recode'])
      const now = (await events()).find(({ id }) => id === meeting.id)!
      expect(Event.parse(now)).toMatchObject({
        date: '2031-03-02',
        date_from: 'person',
        corrections: [{ field: 'date', machine: '2031-03-03', value: '2031-03-02', by: 'Ana' }],
      })
      expect((await desk.run(['explain', meeting.id])).out).toContain('asked the ministry')
      expect((await desk.run(['compare', '--story', meeting.story!])).out).toContain('✎ c1')
      expect(await correct('undo', 'c1')).toMatchObject({ code: 0, out: 'c2: undoes c1\n' })
      expect(await events()).toEqual(before)
      expect((await entries()).map(({ action }) => action)).toEqual(['value', 'undo'])
      expect((await desk.run(['log', meeting.id])).out).toContain('(undone)')
    },
    2 * SLOW,
  )

  test(
    'a rejected event is left out, and listed apart',
    async () => {
      const [first, ...others] = await events()
      await correct('reject', first!.id)
      expect((await events()).map(({ id }) => id)).toEqual(others.map(({ id }) => id))
      const rejected = await desk.run(['events', '--rejected', '--format', 'jsonl'])
      expect(jsonLines<rapport.Event>(rejected.out).map(({ id }) => id)).toEqual([first!.id])
    },
    SLOW,
  )

  test.each<[string, string[], string]>([
    ['without a reason', ['correct', 'undo', 'c1'], 'required option'],
    [
      'with an id that is not there',
      ['correct', 'undo', 'c99', '--reason', 'x'],
      'there is no correction c99',
    ],
    ['with a field that is none', ['correct', 'value', 'e-1234', 'colour', 'red', '--reason', 'x'], 'field'],
  ])(
    'used wrongly, %s, it says what to try',
    async (_, args, words) => {
      const { code, err } = await desk.run(args)
      expect(code).toBe(2)
      expect(err).toContain(words)
    },
    SLOW,
  )
})

test(
  'taking a report out and coding again',
  async () => {
    const other = new Workplace({ 'a.txt': MEETING })
    await other.run(['read', 'a.txt'])
    const [event] = jsonLines<rapport.Event>((await other.run(['events', '--format', 'jsonl'])).out)
    const recoded = await other.run(['recode'])
    expect(recoded).toMatchObject({ code: 0, out: expect.stringContaining('1 coded again, 0 failed') })
    const [report] = jsonLines<{ id: string }>((await other.run(['reports', '--format', 'jsonl'])).out)
    expect(await other.run(['remove', report!.id])).toMatchObject({ code: 0 })
    expect((await other.run(['events', '--format', 'jsonl'])).out).toBe('')
    expect((await other.run(['explain', event!.id])).err).toContain('was withdrawn')
    other.remove()
  },
  SLOW,
)

test(
  'code writes one mention a line and stores nothing',
  async () => {
    const other = new Workplace({ 'a.txt': MEETING })
    const { out, code } = await other.run(['code', 'a.txt', '-'], AGAIN)
    expect(code).toBe(0)
    const mentions = jsonLines<unknown>(out).map((one) => Mention.parse(one))
    expect(new Set(mentions.map(({ file }) => file))).toEqual(new Set(['a.txt', '-']))
    expect((await other.run(['reports'])).err).toContain('there is no record at')
    other.remove()
  },
  SLOW,
)

test(
  'files are compared as one story, without a record',
  async () => {
    const { out, code } = await place.run(['compare', 'a.txt', 'b.txt', '--format', 'json'])
    expect(code).toBe(0)
    const { reports, points } = Comparison.parse(JSON.parse(out))
    expect(reports.map(({ file }) => file).sort()).toEqual(['a.txt', 'b.txt'])
    expect(points.length).toBeGreaterThan(0)
    expect((await place.run(['compare', 'a.txt', 'b.txt', '--format', 'md'])).out).toContain('a.txt')
  },
  SLOW,
)

test(
  'a reader that closes the pipe ends the work without an error',
  async () => {
    const rows = Array.from({ length: 300 }, (_, day) =>
      JSON.stringify({ text: MEETING, url: `https://example.org/${day}` }),
    )
    const other = new Workplace({ 'many.jsonl': rows.join('\n') })
    const child = other.start(['code', 'many.jsonl'])
    const errors: Buffer[] = []
    child.stderr!.on('data', (chunk: Buffer) => errors.push(chunk))
    child.stdout!.once('data', () => child.stdout!.destroy())
    expect(await ended(child)).toBe(0)
    expect(Buffer.concat(errors).toString()).toBe('')
    other.remove()
  },
  SLOW,
)

describe('wrong use ends with 2 and says what to try', () => {
  test.each<[string[], string]>([
    [['evnts'], 'Did you mean events?'],
    [['events', '--typ', 'CONSULT'], 'Did you mean --type?'],
    [['events', '--background', '--news'], 'cannot be used with'],
    [['events', '--since', '2025-02-30'], 'write dates as'],
    [['compare'], 'takes either paths or --story ID'],
    [['score', 'nonsense'], 'there is no score named nonsense'],
    [['explain', 'nothing'], 'nothing with the id nothing'],
    [['read', 'a.txt', '--codebook', 'nowhere'], 'nowhere'],
    [['events', '--store', 'a.txt'], 'is not a SQLite database'],
  ])(
    '%j',
    async (args, message) => {
      const { code, err, out } = await place.run(args)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toContain(message)
      expect(readFileSync(join(place.folder, 'a.txt'), 'utf8')).toBe(MEETING)
    },
    SLOW,
  )
})

test(
  'help comes with examples',
  async () => {
    const { code, out } = await place.run(['--help'])
    expect(code).toBe(0)
    expect(out).toContain('Example:')
  },
  SLOW,
)
