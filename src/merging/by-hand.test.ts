import { describe, expect, it, test } from 'vitest'
import { NO_CORRECTIONS } from '../correcting/index.js'
import type { Mention, Report } from '../types.js'
import { otherVoice } from './by-hand.js'
import { type Building, toEvent } from './events.js'
import { joinTellings } from './joining.js'
import type { Telling } from './tellings.js'

const state = (country: string) => ({
  id: country,
  name: country,
  names: [country],
  kind: 'state' as const,
  country,
  office: null,
})

function mention(id: string, given: Partial<Mention> = {}): Mention {
  return {
    id,
    report: `r-${id}`,
    file: `${id}.txt`,
    start: 0,
    end: 4,
    text: given.text ?? 'they met',
    event: 'CONSULT',
    mode: null,
    context: [],
    aux: null,
    background: false,
    date: '2031-03-03',
    date_from: 'said',
    date_text: null,
    actor: [state('XAR')],
    recipient: [state('XBO')],
    recipient_from: 'said',
    event_loc: null,
    quote: [],
    stance: null,
    numbers: [],
    attribution: null,
    coder: { reader: '1', codebook: '1' },
    trigger: { start: 0, end: 4, text: 'met', lemma: 'meet' },
    topic: [],
    claimed_by: [],
    denied_by: [],
    dating: null,
    confidence: 1,
    evidence: [],
    ...given,
  }
}

type Source = NonNullable<NonNullable<Mention['said_by_person']>['source']>

const byHand = (id: string, source: Partial<Source> | null = null, given: Partial<Mention> = {}): Mention =>
  mention(id, {
    ...given,
    said_by_person: {
      entry: `r-${id}`,
      by: 'Ana Bel',
      source: source && { url: null, outlet: null, title: null, ...source },
      note: null,
    },
  })

const report = (id: string, given: Partial<Report> = {}): Report => ({
  id,
  hash: id,
  file: id,
  url: null,
  outlet: null,
  agency: null,
  author: null,
  title: null,
  dateline: null,
  published: null,
  language: 'en',
  text: '',
  blocks: [],
  ...given,
})

const named = (value: string) => ({ value, span: null })

describe('what a source adds to the voices of an event', () => {
  const reports = [
    report('a', {
      outlet: named('Tesk Times'),
      agency: named('Corvia Wire'),
      url: 'https://www.tesk.example/1',
    }),
  ]
  test.each<[string, Partial<Source> | null, string | null]>([
    ['a person’s word alone is none', null, null],
    ['a title alone names nobody', { title: 'Talks in Tesk' }, null],
    ['another outlet is one', { outlet: 'Kettin Courier' }, 'by hand kettin courier'],
    ['another address is one', { url: 'https://courier.example/x' }, 'by hand courier.example'],
    ['the outlet of a report is none', { outlet: 'TESK TIMES' }, null],
    ['its agency is none', { outlet: 'Corvia Wire' }, null],
    ['its host is none', { url: 'https://tesk.example/2' }, null],
    ['a known host under another name is none', { outlet: 'Tesk T.', url: 'http://tesk.example/3' }, null],
  ])('%s', (_, source, voice) => expect(otherVoice(byHand('h', source), reports)).toBe(voice))
})

const building = (reports: readonly Report[]): Building => ({
  storyOf: new Map(reports.map(({ id }) => [id, 's1'])),
  originOf: new Map(reports.map(({ id }) => [id, id])),
  reports: new Map(reports.map((one) => [one.id, one])),
  alike: () => false,
  kin: { kinds: () => [], isLight: () => false },
  rarity: () => 1,
  scores: () => ({ score: 1, quad: 1 }),
  kinds: [],
  corrections: NO_CORRECTIONS,
})

describe('an event that a report tells and a person recorded', () => {
  const read = mention('b', { date: '2031-03', quote: [] })
  const hand = byHand('a', null, { quote: ['as planned'], mode: 'visit', event_loc: null })
  const event = toEvent([hand, read], building([report('r-b')]))

  it('has the values of the report, and the person’s beside them', () =>
    expect(event).toMatchObject({ date: '2031-03', mode: null, quote: null, story: 's1' }))
  it('counts the report and its origin alone', () => expect(event).toMatchObject({ reports: 1, origins: 1 }))
  it('has the id that it had without the person', () =>
    expect(event.id).toBe(toEvent([read], building([report('r-b')])).id))
  it('tells who recorded it, and why the two are one', () => {
    expect(event.said_by_person).toEqual([hand.said_by_person])
    expect(event.joins).toMatchObject([{ mention: 'a', to: 'b' }])
    expect(event.cite_info).toHaveLength(1)
  })
})

it('an event that only a person recorded has its values from them, no report and no story', () => {
  const event = toEvent([byHand('a', { outlet: 'Kettin Courier' }, { quote: ['as planned'] })], building([]))
  expect(event).toMatchObject({ reports: 0, origins: 1, story: null, quote: 'as planned' })
  const unknown = { url: null, title: null, country: null, control: null, language: null }
  expect(event.cite_info).toEqual([{ ...unknown, publication: 'Kettin Courier' }])
  expect(toEvent([byHand('a')], building([]))).toMatchObject({ reports: 0, origins: 0 })
})

const telling = (m: Mention): Telling => ({ mention: m, story: m.report, origin: m.report, keys: ['one'] })
const judging = {
  storyOf: new Map<string, string>(),
  alike: () => false,
  kin: { kinds: () => [], isLight: () => false },
  rarity: () => 1,
}
const joined = (list: readonly Mention[]) =>
  joinTellings(list.map(telling), judging)
    .flatMap(({ events }) => events)
    .map((event) => event.map(({ mention: m }) => m.id).sort())
    .sort()

describe('joining', () => {
  const [monday, tuesday] = [
    mention('a', { text: 'talks on grain' }),
    mention('b', { text: 'a walk in the park', date: '2031-03-04' }),
  ]
  const either = byHand('h', null, { date: '2031-03', text: 'talks on grain, and a walk in the park' })

  it('a person’s record joins the event of its day', () =>
    expect(joined([monday, tuesday, byHand('h')])).toEqual([['a', 'h'], ['b']]))
  it('it fits two and joins one, and never makes them one', () => {
    const events = joined([monday, tuesday, either])
    expect(events.filter((event) => event.includes('h'))).toHaveLength(1)
    expect(events.some((event) => event.includes('a') && event.includes('b'))).toBe(false)
  })
  it('those of two people that no report tells are one event', () =>
    expect(joined([byHand('h'), byHand('i')])).toEqual([['h', 'i']]))
  it('one of another day stays by itself', () =>
    expect(joined([monday, byHand('h', null, { date: '2031-04-01' })])).toEqual([['a'], ['h']]))
})
