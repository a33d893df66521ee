import { describe, expect, it } from 'vitest'
import { makeMention, makeReport, person, state } from '../comparing/testing.js'
import type { Mention, Place } from '../types.js'
import { barred, bothSides, cluesOf, supported, total } from './clues.js'
import type { Kin } from './kin.js'
import type { Told } from './traits.js'

const ARVENIA = state('XAR', 'Arvenia')
const BOLANDIA = state('XBO', 'Bolandia')
const BRANDT = person('person:xar:brandt', 'XAR', 'president', 'Ola Brandt')
const LUND = person('person:xbo:lund', 'XBO', 'foreign minister', 'Pia Lund')
const HOLM = person('person:xbo:holm', 'XBO', 'premier', 'Ada Holm')

const TEXT = 'Arvenia met Bolandia on the river.'
type Given = Partial<Omit<Mention, 'topic' | 'trigger'>> & { readonly topic?: readonly string[] }
const telling = (report: string, given: Given = {}): Mention =>
  makeMention(makeReport(report, [given.text ?? TEXT]), given.text ?? TEXT, {
    trigger: (given.text ?? TEXT).split(' ')[1]!,
    actor: [ARVENIA, BOLANDIA],
    ...given,
  })
const kin: Kin = {
  kinds: (lemma) => [`~${lemma}`, ...(['purchase', 'acquire'].includes(lemma) ? ['#buying'] : [])],
  isLight: (lemma) => lemma === 'say',
}
const judging = {
  kin,
  rarity: () => 1.5,
  storyOf: new Map([
    ['a', 's1'],
    ['b', 's1'],
    ['far', 's2'],
  ]),
  alike: (x: string, y: string) => [x, y].sort().join() === 'agreement,pact',
}
const [A, B] = [
  { actor: [ARVENIA], recipient: [BOLANDIA] },
  { actor: [BOLANDIA], recipient: [ARVENIA] },
]
const wishes = (quote: string): Given => ({
  event: 'STATEMENT',
  quote: [quote],
  text: `Arvenia sent ${quote} over.`,
})

describe('barred are', () => {
  it.each<[string, Given, Given]>([
    ['meetings with different persons of one state', { actor: [ARVENIA, LUND] }, { actor: [ARVENIA, HOLM] }],
    ['two types', { event: 'CONSULT' }, { event: 'AGREE' }],
    ['opposite directions', { event: 'ASSAULT', ...A }, { event: 'ASSAULT', ...B }],
    ['greetings there and back', { ...wishes('warm wishes'), ...A }, { ...wishes('warm wishes'), ...B }],
    ['a fact and a possibility', { aux: null }, { aux: 'hypothetical' }],
    [
      'what two persons of one state did',
      { event: 'SUPPORT', actor: [LUND], recipient: [HOLM] },
      { event: 'SUPPORT', actor: [HOLM], recipient: [BOLANDIA] },
    ],
    [
      'what was not done and what was, by other words',
      { event: 'SUPPORT', aux: 'negation', text: 'Arvenia never honoured the accord.' },
      { event: 'SUPPORT', text: 'Arvenia signed an accord.' },
    ],
    ['statements with other words', { ...wishes('warm wishes'), ...A }, { ...wishes('grave doubts'), ...A }],
    [
      'days apart in the background in other words',
      { date: '2031-03-03', background: true },
      { date: '2031-03-05', text: 'They conferred under heavy clouds.' },
    ],
  ])('%s', (_, one, other) => {
    expect(barred(telling('a', one), telling('b', other), judging)).toBe(true)
    expect(barred(telling('b', other), telling('a', one), judging)).toBe(true)
    expect(cluesOf(telling('a', one), telling('b', other), judging)).toEqual([])
  })

  it('days apart in different stories', () =>
    expect(
      barred(telling('a', { date: '2031-03-03' }), telling('far', { date: '2031-03-05' }), judging),
    ).toBe(true))

  it('done and not done in one report', () =>
    expect(barred(telling('a'), telling('a', { aux: 'negation' }), judging)).toBe(true))
})

describe('not barred are', () => {
  it.each<[string, Given, Given]>([
    ['the same words', {}, {}],
    ['a visit and the meeting at it', A, {}],
    ['a meeting told from both sides', A, B],
    [
      'one statement in other words',
      { ...wishes('warm wishes'), ...A },
      { ...wishes('warmest wishes'), ...A },
    ],
    ['days apart as news of one story', { date: '2031-03-03' }, { date: '2031-03-05' }],
    [
      'days apart in the background in the same words',
      { date: '2031-03-03', background: true },
      { date: '2031-03-05' },
    ],
    ['a month and a day in it', { date: '2031-03' }, { date: '2031-03-05' }],
    ['done and not done in two reports', {}, { aux: 'negation' }],
  ])('%s', (_, one, other) => expect(barred(telling('a', one), telling('b', other), judging)).toBe(false))
})

describe('what clues add', () => {
  const place = (name: string, country: string, geonames: number | null = null): Place => ({
    name,
    country,
    geonames,
    lat: null,
    lon: null,
    precision: 'city',
  })
  const weight = (clue: string, one: Given, other: Given, report = 'b') =>
    cluesOf(telling('a', one), telling(report, other), judging).find((c) => c.clue === clue)?.weight

  it.each<[string, Given, Given, number]>([
    ['date', { date: '2031-03-03' }, { date: '2031-03-03' }, 3],
    ['date', { date: '2031-03' }, { date: '2031-03-03' }, 2],
    ['date', { date: '2031' }, { date: '2031-03-03' }, 1],
    ['date', { date: '2031-03-03' }, { date: '2031-03-04' }, -2],
    ['date', { date: '2031-03-03' }, { date: '2031-03-06' }, -2.5],
    ['date', { date: '2031-03-03' }, {}, 0],
    ['date', { date_text: 'on Monday' }, { date_text: 'on Monday' }, 1],
    ['place', { event_loc: place('Tesk', 'XAR') }, { event_loc: place('TESK', 'XAR') }, 1.5],
    ['place', { event_loc: place('Geneva', 'CHE', 7) }, { event_loc: place('Genève', 'CHE', 7) }, 1.5],
    ['place', { event_loc: place('Tesk', 'XAR') }, { event_loc: place('Kettin', 'XBO') }, -3],
    ['place', { event_loc: place('Tesk', 'XAR') }, { event_loc: place('Ulm', 'XAR') }, -2],
    ['place', { event_loc: place('Tesk', 'XAR') }, {}, 0],
    ['persons', { actor: [BRANDT, LUND] }, { actor: [BRANDT, LUND] }, 2],
    ['persons', { actor: [BRANDT, LUND] }, { actor: [ARVENIA, LUND] }, 1],
    ['setting', { background: false }, { background: true }, 0],
    ['setting', { date: '2031-03-03' }, { background: true }, 0.5],
    ['setting', {}, {}, 1.5],
  ])('%s: %j and %j', (clue, one, other, sum) => {
    expect(weight(clue, one, other)).toBe(sum)
    expect(weight(clue, other, one)).toBe(sum)
  })

  it.each([
    ['a defence pact', 'the pact', 2],
    ['a defence pact', 'an agreement', 1.5],
    ['a defence pact', 'a defence school', 0.5],
    ['a bridge', 'a pact', -2],
  ])('topic: "%s" and "%s"', (one, other, sum) => {
    const about = (topic: string): Given => ({
      event: 'SUPPORT',
      text: `They signed ${topic}.`,
      topic: [topic],
    })
    expect(weight('topic', about(one), about(other))).toBe(sum)
  })

  it('a missing date speaks against one event in two stories', () =>
    expect(weight('date', {}, { date: '2031-03-03' }, 'far')).toBe(-2))
})

describe('persons alone support nothing', () => {
  it('they are constant within a story', () => {
    const clues = cluesOf(
      telling('a', { actor: [BRANDT, LUND], text: 'Brandt met Lund.' }),
      telling('b', { actor: [BRANDT, LUND], text: 'Lund welcomed Brandt.' }),
      judging,
    )
    expect(total(clues)).toBeGreaterThanOrEqual(3.5)
    expect(supported(clues)).toBe(false)
  })
})

it('both sides are the states of both, once, in one order', () => {
  expect(bothSides(telling('a', { actor: [BOLANDIA, LUND], recipient: [ARVENIA] }))).toBe('XAR+XBO')
})

describe('acts of no type', () => {
  const act = (report: string, text: string, lemma: string, given: Given = {}) => {
    const told = telling(report, { text, ...given })
    return { ...told, event: null, trigger: { ...told.trigger, lemma } }
  }
  const weight = (a: Told, b: Told): number => total(cluesOf(a, b, judging))
  const bought = act('a', 'Hollin bought the quarry.', 'purchase', { actor: [BRANDT], topic: ['quarry'] })

  it('are one by kin of their words, their sides and their report', () => {
    const again = act('a', 'The acquisition of the quarry was dear.', 'acquire', {
      actor: [BRANDT],
      topic: ['quarry'],
    })
    const shape = { noun: true, definite: true, ahead: false, sentence: 2, often: 1 }
    expect(weight(bought, { ...again, start: 30, shape })).toBeGreaterThan(3.5)
  })

  it.each([
    [
      'of other sides',
      act('a', 'Weber the banker bought a mill.', 'purchase', { actor: [LUND], topic: ['mill'] }),
    ],
    [
      'of another kind',
      act('a', 'Hollin closed the quarry.', 'close', { actor: [BRANDT], topic: ['quarry'] }),
    ],
    ['of another story', act('far', 'Hollin bought the quarry.', 'purchase', { actor: [BRANDT] })],
  ])('are not one with those %s', (_, other) =>
    expect(weight(bought, { ...other, start: 30 })).toBeLessThan(3.5),
  )

  it('are told by their form: nouns take up what is known, and what is used often tells nothing', () => {
    const shape = { noun: false, definite: false, ahead: false, sentence: 1, often: 1 }
    const noun = { ...shape, noun: true, definite: true, sentence: 2 }
    const adds = (one: object, other: object, clue: string): number => {
      const [a, b] = [
        { ...bought, shape: { ...shape, ...one } },
        { ...bought, start: 30, shape: { ...shape, ...other } },
      ]
      return cluesOf(a, b, judging).find((found) => found.clue === clue)!.weight
    }
    expect([adds({}, {}, 'form'), adds({}, noun, 'form'), adds(noun, noun, 'form')]).toEqual([0, 1.5, 2.25])
    expect([adds({}, {}, 'often'), adds({ often: 4 }, {}, 'often')]).toEqual([0, -0.9])
    expect([adds({ ahead: true }, {}, 'ahead'), adds({ sentence: 0 }, {}, 'setting')]).toEqual([0.45, 0.52])
  })

  it('are never one with a coded one', () => expect(cluesOf(bought, telling('a'), judging)).toEqual([]))
})
