import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { entryFrom, entryRules } from '../src/app/by-hand/entry.js'
import { type Given, readGiven } from '../src/app/by-hand/given.js'
import type { Event, Mention, Report } from '../src/rapport.js'
import { arrive, codedParts, merged, type Part, settle, texts, withStore, workedOut } from './affair.js'
import { inventedEngine } from './support.js'
import { LOADING, loadEngine } from './told.js'

/** What people recorded: of events that reports tell, of one told by nobody, and a name in another spelling. */
const recorded = [
  {
    type: 'met',
    actor: ['Pia Lund (foreign minister, Bolandia)'],
    recipient: ['XAR'],
    date: '3 March 2031',
    by: 'Ana',
  },
  {
    type: 'signed',
    actor: ['Arvenia', 'Bolandia'],
    date: '2031-03',
    note: 'a treaty on the Lanta river',
    by: 'Ana',
  },
  {
    type: 'met',
    actor: ['Piah Lund (XBO)', 'Ola Brandt (president, XAR)'],
    date: '2031-03',
    place: 'Tesk',
    by: 'Bo',
  },
  {
    type: 'phoned',
    actor: ['Corvia'],
    recipient: ['Dremland'],
    date: '2031-06-01',
    outlet: 'Maros Mail',
    by: 'Bo',
  },
]

let parts: Part[]
let entries: Part<null>[]
beforeAll(() => {
  loadEngine()
  parts = codedParts()
  const rules = entryRules(inventedEngine(), null)
  entries = recorded.map((given) => {
    const entry = entryFrom(readGiven(given) as Given, rules)
    return { report: null, mentions: [entry as Mention] }
  })
}, LOADING)

/** On failure fast-check prints the seed and the way to it. */
describe('what people record by hand', () => {
  it('grows with the reports, in any order, and can be taken out again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...texts.keys()], { minLength: 2 }),
        fc.shuffledSubarray([...recorded.keys()], { minLength: 1 }),
        fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
        (chosen, byHand, places, batches) =>
          withStore(async (store) => {
            const list: Part<Report | null>[] = chosen.map((i) => parts[i]!)
            byHand.forEach((i, at) => void list.splice(places[at]! % (list.length + 1), 0, entries[i]!))
            await arrive(store, list, batches)
            expect(await workedOut(store)).toEqual(merged(list))
            const [gone, ...left] = list
            await store.remove(gone!.report?.id ?? gone!.mentions[0]!.report)
            await settle(store)
            expect(await workedOut(store)).toEqual(merged(left))
          }),
      ),
      { numRuns: 20 },
    )
  }, 90_000)

  it('never changes which tellings of reports are one event', () => {
    const read = (events: readonly Event[]) =>
      events
        .map((event) => event.mentions.filter((m) => !m.said_by_person).map((m) => m.id))
        .filter((ids) => ids.length > 0)
        .sort()
    const [without, together] = [merged(parts).events, merged([...parts, ...entries]).events]
    expect(read(together)).toEqual(read(without))
    expect(together.some((event: Event) => event.reports > 0 && event.said_by_person.length > 0)).toBe(true)
  })
})
