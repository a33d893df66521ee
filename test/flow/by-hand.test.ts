import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Event } from '../../src/records.js'
import type * as rapport from '../../src/types.js'
import { jsonLines, Workplace } from './command-line.js'

const SLOW = 120_000

const MEETING = `Bel hosts Bolandian minister

Outlet: Tesk Times
5 March 2031

Arvenian President Ana Bel hosted Bolandian Foreign Minister Tor Lund in Tesk on Monday.
`
const LATER = `Lund in Tesk

Outlet: Kettin Courier
6 March 2031

Bolandian Foreign Minister Tor Lund visited Arvenian President Ana Bel in Tesk on Monday.
`
const TRACKER = `Datum;Was;Wer;Wen;Ort;Quelle;Link;Notiz
3.3.2031;met;Tor Lund (foreign minister, Bolandia);Ana Bel (president, Arvenia);Tesk;Maros Mail;;They spoke of grain
03/04/2031;visited;Corvian;XDR;;;;
2031-05-01;condemned;Corvia;Dremland;;;https://mail.example/7;The raid of April
2031-05-02;signed;Corvia;Atlantis;;;;
2031-05-01;condemned;XCV;Dremish;;;https://mail.example/7;The raid of April
`
const MAP = ['--map', 'Was=type', '--map', 'Wer=actor', '--map', 'Wen=recipient']

const place = new Workplace({ 'a.txt': MEETING, 'b.txt': LATER, 'tracker.csv': TRACKER })
afterAll(() => place.remove())

const events = async (...filter: string[]): Promise<rapport.Event[]> => {
  const { out } = await place.run(['events', '--format', 'jsonl', ...filter])
  return jsonLines<unknown>(out).map((line) => Event.parse(line))
}
const ADD = ['add', '--type', 'met', '--actor', 'Tor Lund (Bolandia)', '--recipient', 'Arvenia']
const MINE = [...ADD, '--date', '3 March 2031', '--note', 'Lund in Tesk', '--by', 'Ola Brandt']

beforeAll(async () => {
  expect(await place.run(['read', 'a.txt'])).toMatchObject({ code: 0 })
}, SLOW)

describe('rapport add', () => {
  test(
    'joins what a report tells, and is no voice of its own',
    async () => {
      const [before] = await events()
      const ran = await place.run(MINE)
      expect(ran).toMatchObject({ code: 0, err: '' })
      expect(ran.out).toContain(`joined to event ${before!.id} (1 report)`)
      const [after] = await events()
      expect(after).toMatchObject({ id: before!.id, reports: 1, origins: 1, actor: before!.actor })
      expect(after!.said_by_person).toMatchObject([{ by: 'Ola Brandt', source: null, note: 'Lund in Tesk' }])
    },
    SLOW,
  )

  test(
    'the same again changes nothing',
    async () => {
      const before = await events()
      expect((await place.run(MINE)).out).toContain('is there already')
      expect(await events()).toEqual(before)
    },
    SLOW,
  )

  test(
    'shows as said by a person wherever the event is shown',
    async () => {
      const [event] = await events()
      const [mark, text] = [
        'recorded by hand by Ola Brandt',
        'Tor Lund (Bolandia) · met · Arvenia · 3 March 2031',
      ]
      const flat = async (...args: string[]) => (await place.run(args)).out.replace(/\s+/g, ' ')
      expect(await flat('events')).toContain('recorded by hand')
      expect(await flat('dyad', 'XAR', 'XBO')).toContain(mark)
      expect(await flat('compare', '--story', event!.story!)).toContain(mark)
      expect(await flat('compare', '--story', event!.story!, '--format', 'md')).toContain(text)
      expect(await flat('explain', event!.id)).toContain('by hand by Ola Brandt, who names no source')
      expect(await flat('explain', event!.said_by_person[0]!.entry)).toContain(`event ${event!.id}`)
      expect(await flat('events', '--format', 'csv')).toContain('said_by_person')
    },
    SLOW,
  )

  test(
    'survives coding again and reading on, and can be taken out',
    async () => {
      const [event] = await events()
      const [entry] = event!.said_by_person
      await place.run(['recode'])
      expect((await events())[0]!.said_by_person).toEqual([entry])
      await place.run(['read', 'b.txt'])
      const [grown] = await events()
      expect(grown).toMatchObject({ reports: 2, said_by_person: [entry] })
      expect(await place.run(['remove', entry!.entry])).toMatchObject({ code: 0 })
      const [left] = await events()
      expect(left).toMatchObject({ id: grown!.id, reports: 2, said_by_person: [] })
      expect((await place.run(['explain', entry!.entry])).err).toContain('was withdrawn')
    },
    SLOW,
  )

  test.each<[string[], string]>([
    [[...ADD, '--date', '03/04/2031'], 'could be 2031-04-03 or 2031-03-04'],
    [[...ADD, '--url', 'nowhere'], '--url: is no address'],
    [['add', '--type', 'waltz', '--actor', 'Atlantis'], '--actor: "Atlantis" is no state'],
    [['add', '--type', 'met'], "required option '--actor"],
  ])(
    '%j is wrong use',
    async (args, message) => {
      const { code, out, err } = await place.run(args)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toContain(message)
    },
    SLOW,
  )
})

describe('rapport import', () => {
  const fates = async (...options: string[]) => {
    const ran = await place.run([
      'import',
      'tracker.csv',
      ...MAP,
      '--by',
      'Ola Brandt',
      '--format',
      'jsonl',
      ...options,
    ])
    return {
      code: ran.code,
      rows: jsonLines<{ row: number; fate: string; event: string; why: string }>(ran.out),
    }
  }

  test(
    'a dry run tells the fate of each row and keeps nothing',
    async () => {
      const before = await events()
      const { code, rows } = await fates('--dry-run', '--dates', 'mdy')
      expect(rows.map(({ fate }) => fate)).toEqual(['joined', 'taken', 'taken', 'refused', 'unchanged'])
      expect(rows[0]!.event).toBe(before[0]!.id)
      expect(rows[3]!.why).toContain('"Atlantis" is no state')
      expect(code).toBe(1)
      expect(await events()).toEqual(before)
    },
    SLOW,
  )

  test(
    'what is not clear is refused and named, the rest is taken',
    async () => {
      const { code, rows } = await fates()
      expect(rows.map(({ fate }) => fate)).toEqual(['joined', 'refused', 'taken', 'refused', 'unchanged'])
      expect(rows[1]!.why).toContain('--dates dmy or --dates mdy')
      expect(code).toBe(1)
      const [accused] = await events('--dyad', 'XCV,XDR')
      expect(accused).toMatchObject({
        event: 'ACCUSE',
        date: '2031-05-01',
        reports: 0,
        origins: 1,
        story: null,
      })
      expect(accused!.cite_info).toMatchObject([{ url: 'https://mail.example/7' }])
    },
    SLOW,
  )

  test(
    'a source that was not read is a voice beside the reports',
    async () => {
      const [met] = await events('--type', 'CONSULT')
      expect(met).toMatchObject({ reports: 2, said_by_person: [{ source: { outlet: 'Maros Mail' } }] })
      expect(met!.origins).toBe(new Set(met!.mentions.map(({ report }) => report)).size)
    },
    SLOW,
  )

  test(
    'the same file again changes nothing',
    async () => {
      const before = await events()
      const { rows } = await fates()
      expect(rows.map(({ fate }) => fate)).toEqual([
        'unchanged',
        'refused',
        'unchanged',
        'refused',
        'unchanged',
      ])
      expect(await events()).toEqual(before)
    },
    SLOW,
  )

  test(
    'a table for people ends with the counts',
    async () => {
      const ran = await place.run(['import', 'tracker.csv', ...MAP, '--by', 'Ola Brandt', '--dry-run'])
      expect(ran.out).toContain(
        'A dry run: nothing was kept. 5 rows: 0 taken, 0 joined, 3 unchanged, 2 refused.',
      )
    },
    SLOW,
  )

  test(
    'a release holds what people recorded, marked as theirs',
    async () => {
      expect(await place.run(['release', 'out', '--dyad', 'XCV,XDR'])).toMatchObject({ code: 0 })
      const [mention] = jsonLines<rapport.Mention>(
        readFileSync(join(place.folder, 'out/mentions.jsonl'), 'utf8'),
      )
      expect(mention).toMatchObject({ said_by_person: { by: 'Ola Brandt' }, coder: { reader: 'by hand' } })
    },
    SLOW,
  )

  test.each<[string[], string]>([
    [['import', 'tracker.csv'], 'no column is known to hold type'],
    [['import', 'tracker.csv', '--map', 'When=date'], 'there is no column "When"'],
    [['import', 'tracker.csv', '--dates', 'ymd'], 'dmy, mdy'],
    [['import', 'nothing.csv'], 'does not exist'],
  ])(
    '%j is wrong use',
    async (args, message) => {
      const { code, out, err } = await place.run(args)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toContain(message)
    },
    SLOW,
  )

  test(
    'a dry run where there is no record makes none',
    async () => {
      const other = new Workplace({ 'tracker.csv': TRACKER })
      const ran = await other.run(['import', 'tracker.csv', ...MAP, '--dry-run'])
      expect(ran.out).toContain('5 rows: 2 taken, 0 joined, 1 unchanged, 2 refused.')
      expect((await other.run(['events'])).err).toContain('there is no record at')
      other.remove()
    },
    SLOW,
  )
})
