import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeApp } from '../../src/app/web/app.js'
import type { Desk } from '../../src/app/web/desk.js'
import { openView } from '../../src/store/view.js'
import { jsonLines, type Ran, Workplace } from './command-line.js'

/** Each run starts a process of its own. */
const SLOW = 120_000

const WIRE = `Twelve killed in shelling of Orlin

Outlet: Corvian Wire
Published: 6 March 2031

Bolandian forces shelled the Arvenian village of Orlin on Monday, killing 12 soldiers, officials in Tesk said on Thursday.

Arvenian Foreign Minister Pavo Lind met Bolandian Foreign Minister Jora Hask in Maros on Thursday.

Arvenia recalled its ambassador from Kettin on Wednesday after the shelling of the village on the river.
`
const COPY = WIRE.replace('Outlet: Corvian Wire', 'Outlet: Tesk Telegraph').replace(
  'Twelve killed',
  'Twelve dead',
)
const OTHER = `Kettin rejects claims of shelling

Outlet: Kettin Gazette
Published: 6 March 2031

Bolandia denied on Thursday that its forces had shelled the Arvenian village of Orlin on Monday.

Bolandian Foreign Minister Jora Hask met Arvenian Foreign Minister Pavo Lind in Maros on Thursday and called the talks useful.
`
const SECRET = `EMBARGOED UNTIL 10:00 GMT, 12 March 2099

Corvia to host Ostrava summit

Outlet: Corvian Wire
Published: 7 March 2031

Corvian President Mira Quell met Dremish President Olo Trent in Ostervik on Friday.
`

const place = new Workplace({ 'wire.txt': WIRE, 'copy.txt': COPY, 'other.txt': OTHER })
afterAll(() => place.remove())

const records = async (args: readonly string[]) =>
  jsonLines((await place.run([...args, '--format', 'jsonl'])).out) as Record<string, unknown>[]
const idOf = async (file: string) => String((await records(['reports'])).find((one) => one.file === file)?.id)

/** Every list and page that can be asked for over HTTP. */
async function everyPage(): Promise<string> {
  const view = await openView(join(place.folder, 'rapport.db'))
  try {
    const desk: Desk = {
      submit: () => ({ id: 'j', files: 0, news: [] }),
      job: () => null,
      follow: () => () => {},
      correct: async () => {
        throw new Error('nothing is corrected here')
      },
      close: async () => {},
    }
    const files = new Map([['page.css', { type: 'text/css', body: '' }]])
    const app = makeApp({
      view,
      desk,
      assets: { files, version: '1' },
      door: { host: '127.0.0.1', token: null },
      user: null,
    })
    const paths = [
      ...['/', '/reports', '/stories', '/dyads', '/search?q=Ostervik', '/states/XCV', '/dyads/XCV-XDR'],
      ...['/dyads/XCV-XDR.csv', '/api/reports?format=csv', '/api/stories', '/api/events?format=jsonl'],
      ...['/api/search?q=Ostervik', '/api/dyads'],
    ]
    const texts = paths.map(async (path) =>
      (await app.request(path, { headers: { host: '127.0.0.1' } })).text(),
    )
    return (await Promise.all(texts)).join('\n')
  } finally {
    await view.close()
  }
}

describe('a report that was withdrawn', () => {
  let wire: string
  let before: Ran
  const story = async () => (await records(['stories']))[0] as { id: string; withdrawn: string[] }
  const compared = async () =>
    JSON.parse((await place.run(['compare', '--story', (await story()).id, '--format', 'json'])).out)
  beforeAll(async () => {
    await place.run(['read', 'wire.txt', 'copy.txt', 'other.txt'])
    wire = await idOf('wire.txt')
    before = await place.run(['events', '--format', 'jsonl'])
    const marked = await place.run([
      'mark',
      wire,
      'withdrawn',
      '--reason',
      'retracted on 9 March',
      '--by',
      'desk',
    ])
    expect(marked).toMatchObject({ code: 0, out: expect.stringContaining(`Marked ${wire} as withdrawn`) })
  }, SLOW)

  test(
    'counts in no event, and stays to be seen',
    async () => {
      const events = await records(['events'])
      const told = events.flatMap(({ mentions }) => mentions as { report: string }[])
      expect(told.length).toBeGreaterThan(0)
      expect(told.some(({ report }) => report === wire)).toBe(false)
      expect(JSON.stringify(events)).not.toContain('Corvian Wire')
      const listed = (await records(['reports'])).find(({ id }) => id === wire)
      expect(listed).toMatchObject({ standing: 'withdrawn', standing_reason: 'retracted on 9 March' })
    },
    SLOW,
  )

  test(
    'its copies are flagged, and it neither tells nor is silent',
    async () => {
      const { reports, points } = await compared()
      const copy = reports.find((one: { file: string }) => one.file === 'copy.txt')
      expect(copy).toMatchObject({ standing: 'live', withdrawn_copies: [wire] })
      for (const point of points) expect([...point.in, ...point.silent]).not.toContain(wire)
      expect((await story()).withdrawn).toEqual([wire])
      const shown = (await place.run(['compare', '--story', (await story()).id])).out
      expect(shown).toContain('withdrawn, does not count: retracted on 9 March')
      expect(shown).toMatch(/same words as \w, withdrawn/)
    },
    SLOW,
  )

  test(
    'is as before when it is marked live again, and both marks stay',
    async () => {
      await place.run(['mark', wire, 'live', '--reason', 'it was another report', '--by', 'chief'])
      expect((await place.run(['events', '--format', 'jsonl'])).out).toBe(before.out)
      const { out } = await place.run(['mark', '--list'])
      expect(out).toMatch(/withdrawn, by desk: retracted on 9 March\n.*live, by chief: it was another report/)
    },
    SLOW,
  )
})

describe('a report under embargo', () => {
  const SAID = /Ostrava|Ostervik|Quell|Trent/

  test(
    'is in no list, export, page or answer of the API before its time',
    async () => {
      place.write('secret.txt', SECRET)
      const ran = await place.run(['read', 'secret.txt'])
      expect(ran.out).toContain('Under embargo: 1 of them')
      const commands = [
        ['reports'],
        ['stories'],
        ['events'],
        ['dyad', 'XCV', 'XDR'],
        ['events', '--actor', 'XDR'],
      ]
      for (const command of commands)
        expect((await place.run([...command, '--format', 'jsonl'])).out).not.toMatch(SAID)
      expect(await everyPage()).not.toMatch(/Ostrava|Quell|Trent/)
    },
    SLOW,
  )

  test(
    'is there when its time has come',
    async () => {
      const [, id] = /^(\w+) {2}under embargo until/m.exec((await place.run(['mark', '--list'])).out)!
      await place.run(['mark', id!, 'embargoed', '--until', '2020-01-01', '--reason', 'it has been lifted'])
      expect(JSON.stringify(await records(['dyad', 'XCV', 'XDR']))).toContain('Quell')
      expect(await everyPage()).toContain('Ostrava')
    },
    SLOW,
  )

  test.each([
    [['mark', 'nowhere1', 'withdrawn', '--reason', 'x'], /no report nowhere1/],
    [['mark', 'nowhere1', 'gone', '--reason', 'x'], /live, corrected, withdrawn, embargoed/],
    [['mark', 'nowhere1', 'withdrawn'], /--reason/],
    [['mark', 'nowhere1', 'withdrawn', '--reason', 'x', '--until', '2031-03-12'], /--until is for embargoed/],
    [['mark', 'nowhere1', 'embargoed', '--reason', 'x', '--until', 'soon'], /no time/],
  ])(
    '%j is wrong use',
    async (args, message) => {
      expect(await place.run(args as string[])).toMatchObject({
        code: 2,
        err: expect.stringMatching(message),
      })
    },
    SLOW,
  )
})
