import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { inventedEngine, reportOf } from '../../test/support.js'
import { LOADING, lineOf, loadEngine } from '../../test/told.js'
import { codeReport, type Event, type Mention, type Merged, mergeRecord, type Report } from '../rapport.js'
import { barred } from './clues.js'

const MEETING = 'Arvenian President Ola Brandt met Bolandian Foreign Minister Pia Lund in Tesk on Monday.'
const WIRE = `${MEETING} Arvenia and Bolandia signed a trade agreement on Monday. Brandt said that Bolandia was a "land of rivers".`
const OTHER =
  'Bolandian Foreign Minister Pia Lund visited Tesk on Monday and held talks with Arvenian President Ola Brandt. Bolandia signed a trade agreement with Arvenia. Corvia condemned the agreement on Tuesday.'
const GREETINGS =
  'Arvenian President Ola Brandt sent "warm greetings" to Bolandia. Bolandian Foreign Minister Pia Lund sent "warm greetings" to Arvenia.'
const RAID = 'Corvian forces attacked Dremland on Sunday. Dremland condemned the attack on Monday.'

interface Part {
  readonly reports: readonly Report[]
  readonly mentions: readonly Mention[]
}
const partOf = (reports: readonly Report[]): Part => ({
  reports,
  mentions: reports.flatMap((r) => codeReport(inventedEngine(), r).mentions),
})
const merged = (reports: readonly Report[], oneStory = false): Merged =>
  mergeRecord(inventedEngine(), partOf(reports), oneStory)
const linesOf = (events: readonly Event[]) => events.map((e) => lineOf(e.mentions[0]!))
const only = (events: readonly Event[], type: Event['event']) => events.filter((e) => e.event === type)

/** The record of a few days: copies, a report without a day, other stories. */
const record = (): Report[] => [
  reportOf(WIRE, '2031-03-03'),
  reportOf(`${WIRE} So much for Monday.`, '2031-03-04'),
  reportOf(OTHER, '2031-03-05'),
  reportOf(`${MEETING} They smiled.`, null),
  reportOf(GREETINGS, '2031-03-05'),
  reportOf(RAID, '2031-03-04'),
  reportOf(`${RAID} It was the second raid.`, '2031-03-04'),
]

let part: Part
beforeAll(() => {
  loadEngine()
  part = partOf(record())
}, LOADING)

describe('the order in which things come makes no difference', () => {
  const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length })
  const mergePart = (p: Part) => mergeRecord(inventedEngine(), p)

  // On failure fast-check prints the seed.
  it('to events, stories and origins', () => {
    const expected = mergePart(part)
    const { reports, mentions } = part
    fc.assert(
      fc.property(shuffled(reports), shuffled(mentions), (r, m) => {
        const found = mergePart({ reports: r, mentions: m })
        expect(found.events).toEqual(expected.events)
        expect(found.stories).toEqual(expected.stories)
        expect(found.origins).toEqual(expected.origins)
        expect(found.entities).toEqual(expected.entities)
      }),
      { numRuns: 15 },
    )
  })

  it('and every mention is in one event, of whatever reports there are', () => {
    fc.assert(
      fc.property(fc.subarray([...part.reports]), (reports) => {
        const ids = new Set(reports.map((r) => r.id))
        const mentions = part.mentions.filter((m) => ids.has(m.report))
        const found = mergePart({ reports, mentions }).events.flatMap((e) => e.mentions.map((m) => m.id))
        expect(found.sort()).toEqual(mentions.map((m) => m.id).sort())
      }),
      { numRuns: 15 },
    )
  })

  it('and no two barred mentions are one event', () => {
    const { events, stories } = mergePart(part)
    const storyOf = new Map(stories.flatMap((s) => s.reports.map((r) => [r, s.id] as const)))
    const judging = { ...inventedEngine().merging, storyOf }
    for (const { mentions } of events)
      for (const a of mentions)
        for (const b of mentions) if (a !== b) expect(barred(a, b, judging), lineOf(a)).toBe(false)
  })
})

describe('what is one event', () => {
  it('a meeting told as a visit', () => {
    const [meeting, ...others] = only(merged([reportOf(WIRE), reportOf(OTHER)], true).events, 'CONSULT')
    expect(others.map((e) => lineOf(e.mentions[0]!))).toEqual([])
    expect(meeting).toMatchObject({ reports: 2, actor: [{ name: 'Pia Lund' }] })
    expect(meeting?.recipient.map((e) => e.country)).toEqual(['XAR', 'XAR'])
  })

  it('an agreement signed by both, whoever is named first', () =>
    expect(only(merged([reportOf(WIRE), reportOf(OTHER)], true).events, 'SUPPORT')).toMatchObject([
      { reports: 2 },
    ]))

  it('a copied report, which is one voice', () => {
    const { events, origins } = merged([reportOf(WIRE), reportOf(`${WIRE} So much for Monday.`)])
    expect(origins).toHaveLength(1)
    expect(events.map((e) => [e.reports, e.origins])).toEqual(events.map(() => [2, 1]))
  })
})

describe('what stays apart', () => {
  it('greetings in opposite directions', () => {
    const { events } = merged([reportOf(GREETINGS), reportOf(`At the summit, ${GREETINGS}`)], true)
    expect(new Set(linesOf(events))).toEqual(new Set(['STATEMENT XAR > XBO', 'STATEMENT XBO > XAR']))
    expect(events).toHaveLength(2)
  })

  it('two meetings in a week', () => {
    const monday = reportOf('Arvenia met Bolandia in Tesk on Monday.', '2031-03-03')
    const friday = reportOf('Arvenia met Bolandia in Tesk on Friday.', '2031-03-07')
    const { events } = merged([monday, friday])
    expect(events.map((e) => [e.date, e.reports])).toEqual([
      ['2031-03-03', 1],
      ['2031-03-07', 1],
    ])
  })

  it('two meetings in one report', () => {
    const text = 'Arvenia met Bolandia in Tesk on Monday. Arvenia met Bolandia in Kettin on Tuesday.'
    expect(merged([reportOf(text)]).events.map((e) => e.date)).toEqual(['2031-03-03', '2031-03-04'])
  })

  it('what was done and what was threatened', () => {
    const done = reportOf('Arvenia attacked Bolandia on Monday.')
    const possible = reportOf('Arvenia could attack Bolandia on Monday.')
    expect(merged([done, possible], true).events).toHaveLength(2)
  })
})

describe('a report without a day', () => {
  const undated = reportOf(`${MEETING} They smiled.`, null)

  it('takes it from another of its story, and says so', () => {
    const { events } = merged([reportOf(WIRE, '2031-03-03'), undated], true)
    const meeting = only(events, 'CONSULT')[0]!
    const own = meeting.mentions.find((m) => m.report === undated.id)!
    expect(own).toMatchObject({ date: '2031-03-03', date_from: 'other-report' })
    expect(own.evidence.find((e) => e.field === 'date')).toMatchObject({ said: false, value: '2031-03-03' })
    expect(meeting).toMatchObject({ date: '2031-03-03', date_from: 'publication' })
  })

  it('takes none where no other has one, nor from another story', () => {
    expect(merged([undated]).events[0]).toMatchObject({ date: null, date_from: null })
    const { events } = merged([reportOf(RAID, '2031-03-04'), undated])
    expect(only(events, 'CONSULT')[0]?.date).toBeNull()
  })

  it('keeps the dates that it says itself', () => {
    const said = reportOf(`Arvenia met Bolandia in Tesk on 3 March 2030. ${MEETING}`, null)
    const { events } = merged([reportOf(WIRE, '2031-03-03'), said], true)
    expect(events.flatMap((e) => e.mentions).find((m) => m.date_from === 'said')?.date).toBe('2030-03-03')
  })
})

describe('ids', () => {
  it('of events that a further report does not touch stay, with all that they hold', () => {
    const before = merged([reportOf(WIRE, '2031-03-03'), reportOf(RAID, '2031-03-04')])
    const added = reportOf('Corvia expelled two Dremish diplomats on Tuesday.', '2031-03-05')
    const after = merged([reportOf(WIRE, '2031-03-03'), reportOf(RAID, '2031-03-04'), added])
    for (const event of before.events) expect(after.events).toContainEqual(event)
    expect(after.events).toHaveLength(before.events.length + 1)
  })

  it('are the same on a second run', () =>
    expect(merged(record()).events.map((e) => e.id)).toEqual(merged(record()).events.map((e) => e.id)))

  it('are given once', () => {
    const ids = merged(record()).events.map((e) => e.id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

it('a story lists its events, the first first', () => {
  const { stories, events } = merged([reportOf(WIRE, '2031-03-03')])
  expect(stories[0]?.events).toEqual(events.map((e) => e.id))
})

it('nothing gives nothing', () =>
  expect(merged([])).toEqual({ events: [], stories: [], origins: [], entities: [] }))

describe('a person whose own report does not tell the state', () => {
  const BARE = 'Ola Brandt met Pia Lund in Osterby on Monday.'

  it('has it from another report, and that is noted', () => {
    const { events } = merged([reportOf(MEETING, '2031-03-05'), reportOf(BARE, '2031-03-05')])
    const told = events.flatMap((e) => e.mentions).find((m) => m.text === BARE)
    expect(told?.actor.map((e) => e.country)).toEqual(['XAR', 'XBO'])
    expect(told?.evidence.filter((e) => e.field === 'actor').map((e) => e.reason.note)).toEqual([
      'the state, XAR, is known from other reports',
      'the state, XBO, is known from other reports',
    ])
  })

  it('stands for nobody where no report tells it', () => {
    expect(merged([reportOf(BARE, '2031-03-05')]).events).toEqual([])
  })
})
