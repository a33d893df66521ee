import { describe, expect, it } from 'vitest'
import type { Mention, Point } from '../types.js'
import { compareStory } from './index.js'
import { plannedAct } from './plans.js'
import { makeEvent, makeMention, makeReport, masthead, person } from './testing.js'

const HAGE = person('hage', 'XAR', 'foreign minister', 'Tor Hage')
const LUND = person('lund', 'XBO', 'foreign minister', 'Pia Lund')
const BRANDT = person('brandt', 'XAR', 'president', 'Ola Brandt')

const PLAN = 'Hage will meet Lund in Tesk on that day.'
const MET = 'Hage met Lund in Tesk on that day.'

const plannedBy = (rule: string): Pick<Mention, 'evidence'> => ({
  evidence: [{ field: 'event', value: 'AGREE', said: true, spans: [], reason: { rule, words: 'meet' } }],
})

const placeIn = (name: string, country: string): Mention['event_loc'] => ({
  ...{ name, country, lat: null, lon: null, geonames: null, precision: 'city' },
})

interface Told {
  readonly published: string
  readonly date: string
  readonly who?: Mention['actor']
  readonly event_loc?: Mention['event_loc']
}

/** A story of one plan and of meetings, each told by a report of its own. */
function pointsOf(plan: Told, ...held: readonly Told[]): readonly Point[] {
  const tell = (
    id: string,
    { published, date, who = [HAGE, LUND], event_loc = null }: Told,
    text: string,
    more: object,
  ) => {
    const report = makeReport(id, [text], masthead(id, 'Title', published))
    const given = { trigger: 'meet', date, date_text: 'on that day', actor: who, event_loc, ...more }
    return { report, mention: makeMention(report, text, given) }
  }
  const planned = tell('plan', plan, PLAN, { event: 'AGREE', ...plannedBy('consult.yaml:3') })
  const met = held.map((one, i) => tell(`held${i}`, one, MET, { trigger: 'met' }))
  const all = [planned, ...met]
  return compareStory({
    id: 's',
    reports: all.map(({ report }) => report),
    events: all.map(({ report, mention }) => makeEvent(report.id, [mention])),
    origins: new Map(),
  }).points
}

const shown = (points: readonly Point[], id: string): string[] =>
  points
    .find(({ event }) => event.id === id)!
    .fields.filter(({ field }) => field === 'aux' || field === 'date')
    .map(({ field, kind }) => `${field} ${kind}`)

describe('an announced meeting and the meeting', () => {
  const PLANNED = { published: '2031-03-03', date: '2031-03-08' }

  it('is linked, with the day that was moved', () => {
    const points = pointsOf(PLANNED, { published: '2031-03-13', date: '2031-03-12' })
    const meeting = points.find(({ event }) => event.id === 'held0')!
    expect(meeting).toMatchObject({
      announced: ['plan'],
      in: ['held0', 'plan'],
      silent: [],
      status: 'single',
    })
    expect(shown(points, 'held0')).toEqual(['aux update', 'date extra', 'date update'])
  })

  it('is a contradiction where one still awaits what another says is past', () => {
    const points = pointsOf(
      { published: '2031-03-05', date: '2031-03-09' },
      { published: '2031-03-05', date: '2031-03-05' },
    )
    expect(shown(points, 'held0')).toContain('aux conflict')
  })

  it('is none where both mean the same day', () => {
    const day = { published: '2031-03-05', date: '2031-03-05' }
    expect(shown(pointsOf(day, day), 'held0')).toEqual(['date extra'])
  })

  it('goes with the nearest of two meetings', () => {
    const points = pointsOf(
      PLANNED,
      { published: '2031-03-20', date: '2031-03-09' },
      { published: '2031-03-20', date: '2031-03-16' },
    )
    expect(points.flatMap(({ event, announced }) => (announced.length ? [event.id] : []))).toEqual(['held0'])
  })

  it('goes with none in another country', () => {
    const [here, there] = [placeIn('Tesk', 'XAR'), placeIn('Kettin', 'XBO')]
    const held = { published: '2031-03-13', date: '2031-03-08' }
    const announced = (event_loc: Mention['event_loc']) =>
      pointsOf({ ...PLANNED, event_loc: here }, { ...held, event_loc }).flatMap((point) => point.announced)
    expect([announced(here), announced(there)]).toEqual([['plan'], []])
  })

  it.each([
    ['of other persons', { published: '2031-03-13', date: '2031-03-08', who: [BRANDT, LUND] }],
    ['before it was announced', { published: '2031-03-13', date: '2031-03-01' }],
    ['long after', { published: '2031-06-13', date: '2031-06-08' }],
  ])('goes with none %s', (_, held) => {
    expect(pointsOf(PLANNED, held).flatMap(({ announced }) => announced)).toEqual([])
  })
})

describe('plannedAct', () => {
  const report = makeReport('r', [MET])
  it.each([
    ['consult.yaml:3', 'AGREE', 'CONSULT'],
    ['agree.yaml:3', 'AGREE', null],
    ['own-words.yaml:3', 'AGREE', null],
    ['statement.yaml:3', 'THREATEN', null],
    ['consult.yaml:3', 'ACCUSE', null],
  ] as const)('%s told as %s: %s', (rule, event, act) => {
    expect(plannedAct(makeMention(report, MET, { trigger: 'met', event, ...plannedBy(rule) }))).toBe(act)
  })
})
