import { afterEach, beforeEach, expect, test } from 'vitest'
import { ended, jsonLines, onLine, Workplace } from './command-line.js'

const SLOW = 120_000
const STATES = [
  ['Arvenia', 'Arvenian', 'Tesk'],
  ['Bolandia', 'Bolandian', 'Kettin'],
  ['Corvia', 'Corvian', 'Maros'],
  ['Dremland', 'Dremish', 'Osterby'],
] as const

/** Sixty reports, each of two states, some of the same meeting. */
const reports = Object.fromEntries(
  Array.from({ length: 60 }, (_, index) => {
    const [host, , capital] = STATES[index % 4]!
    const [, guest] = STATES[(index + 1 + (index % 3)) % 4]!
    const day = (index % 10) + 1
    const text = `${day} March 2031\n\nThe ${guest} foreign minister visited ${host} on ${day} March 2031, and signed agreement number ${index} in ${capital}.\n`
    return [`r${String(index).padStart(2, '0')}.txt`, text]
  }),
)
const names = Object.keys(reports)

let place: Workplace
let expected: { events: string; ids: string[] }

beforeEach(async () => {
  place = new Workplace(reports)
  expected ??= await readAll()
}, SLOW)
afterEach(() => place.remove())

/** What an undisturbed run leaves. */
async function readAll() {
  const calm = new Workplace(reports)
  await calm.run(['read', '.'])
  const left = await contents(calm)
  calm.remove()
  return left
}

async function contents(where: Workplace) {
  const events = (await where.run(['events', '--format', 'jsonl'])).out.replaceAll('"./', '"')
  const listed = jsonLines<{ id: string }>((await where.run(['reports', '--format', 'jsonl'])).out)
  return { events, ids: listed.map(({ id }) => id).sort() }
}

/** Starts reading, and sends the signal once so many reports were told as stored. */
async function readUntil(stored: number, signal: NodeJS.Signals) {
  const told: string[] = []
  const child = place.start(['read', '.'])
  onLine(child.stderr!, (line) => {
    const [saved, id] = line.split(' ')
    if (saved !== 'new') return
    told.push(id!)
    if (told.length === stored) child.kill(signal)
  })
  child.stdout!.resume()
  return { code: await ended(child), told }
}

test.each([1, 17, 60])(
  'killed after %i reports: none told as stored is lost, the next run does the rest',
  async (stored) => {
    const { told } = await readUntil(stored, 'SIGKILL')
    expect(told.length).toBeGreaterThanOrEqual(stored)
    expect((await contents(place)).ids).toEqual(expect.arrayContaining(told))
    expect((await place.run(['read', '.'])).code).toBe(0)
    expect(await contents(place)).toEqual(expected)
  },
  SLOW,
)

test(
  'Ctrl-C stops after the report in hand',
  async () => {
    const { code, told } = await readUntil(5, 'SIGINT')
    expect(code).toBe(1)
    expect(told.length).toBeLessThan(names.length)
    expect((await contents(place)).ids).toEqual([...told].sort())
  },
  SLOW,
)

test(
  'two runs on one record at once leave what one would',
  async () => {
    const halves = [names.slice(0, 40), names.slice(20)]
    const runs = await Promise.all(halves.map((files) => place.run(['read', ...files])))
    expect(runs.map(({ code, err }) => [code, err.includes('locked')])).toEqual([
      [0, false],
      [0, false],
    ])
    expect(await contents(place)).toEqual(expected)
  },
  SLOW,
)
