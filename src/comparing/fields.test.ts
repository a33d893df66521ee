import { describe, expect, it } from 'vitest'
import type { Mention } from '../types.js'
import { city, count, person, source, state } from './testing.js'
import { ARVENIA, BOLANDIA, CORVIA, compareTellings, fieldOf, type Given, on } from './testing-tellings.js'

describe('dates', () => {
  it.each<[string, Given, Given, string]>([
    ['one day', on('2025-10-27'), on('2025-10-27'), 'agree/null'],
    ['a day and its month', on('2025-10-27'), on('2025-10'), 'agree/precision'],
    [
      'early in the month and a day of it',
      on('[2025-09-01..2025-09-10]'),
      on('2025-09-03'),
      'agree/precision',
    ],
    ['two days', on('2025-10-27'), on('2025-10-28'), 'conflict/conflict'],
    ['a day and a later year', on('2025-10-27'), on('2026'), 'conflict/conflict'],
    [
      'a weekday, its day taken from the other',
      on('2025-10-27'),
      on('2025-10-27', 'on Monday', 'other-report'),
      'agree/precision',
    ],
    [
      'taken from the other with no word of its own',
      on('2025-10-27'),
      on('2025-10-27', null, 'other-report'),
      'single/extra',
    ],
    [
      'an inferred day that differs',
      on('2025-10-27'),
      on('2025-10-29', null, 'other-report'),
      'single/extra',
    ],
    ['only one', on('2025-10-27'), {}, 'single/extra'],
    ['none', {}, {}, ''],
  ])('%s', (_, one, other, expected) => {
    expect(fieldOf('date', one, other)).toBe(expected)
  })

  it('marks the inferred value as not said', () => {
    const { fields } = compareTellings(on('2025-10-27'), on('2025-10-27', 'on Monday', 'other-report'))
    expect(fields[0]!.values.map(({ said, reports }) => [said, reports])).toEqual([
      [true, ['r0']],
      [false, ['r1']],
    ])
  })
})

describe('places', () => {
  const at = (...given: Parameters<typeof city>) => ({ event_loc: city(...given) })
  const tesk = { lat: 10, lon: 10 }
  it.each<[string, Given, Given, string]>([
    ['one city', at('Tesk', 'XAR'), at('Tesk', 'XAR'), 'agree/null'],
    [
      'a city and its country',
      at('Tesk', 'XAR'),
      at('Arvenia', 'XAR', { precision: 'country' }),
      'agree/precision',
    ],
    [
      'a building in the city',
      at('Old Palace', 'XAR', { ...tesk, precision: 'building' }),
      at('Tesk', 'XAR', tesk),
      'agree/precision',
    ],
    [
      'a building elsewhere',
      at('Old Palace', 'XAR', { lat: 14, lon: 10, precision: 'building' }),
      at('Tesk', 'XAR', tesk),
      'single/extra single/extra',
    ],
    ['two cities', at('Tesk', 'XAR'), at('Kettin', 'XBO'), 'conflict/conflict'],
    [
      'one country by two names',
      at('Arvenia', 'XAR', { precision: 'country' }),
      at('AR', 'XAR', { precision: 'country' }),
      'agree/wording',
    ],
    [
      'a suburb',
      at('Tesk', 'XAR', tesk),
      at('Lower Mill', 'XAR', { lat: 10.05, lon: 10 }),
      'agree/precision',
    ],
    [
      'one city in two spellings',
      at('Kettin', 'XBO', { geonames: 7 }),
      at('Kettyn', 'XBO', { geonames: 7 }),
      'agree/spelling',
    ],
    [
      'two regions may overlap',
      at('The Marches', 'XAR', { precision: 'region' }),
      at('East Arvenia', 'XAR', { precision: 'region' }),
      'single/extra single/extra',
    ],
    ['only one', at('Tesk', 'XAR'), {}, 'single/extra'],
  ])('%s', (_, one, other, expected) => {
    expect(fieldOf('place', one, other)).toBe(expected)
  })
})

describe('actors', () => {
  const tolven = person('tolven', 'XAR', 'president', 'Mira Tolven', 'Tolven')
  const orr = person('orr', 'XAR', 'general', 'Ilan Orr')
  const group = (name: string) => ({ ...state('XAR', name), id: name, kind: 'group' as const, country: null })
  const struck = (actor: Mention['actor'], recipient: Mention['actor'] = []) =>
    ({ event: 'ASSAULT', actor, recipient }) as const
  it.each<[string, Given, Given, string]>([
    ['the same', struck([ARVENIA]), struck([ARVENIA]), 'agree/null'],
    [
      'other states in one role',
      struck([ARVENIA], [CORVIA]),
      struck([BOLANDIA], [CORVIA]),
      'conflict/conflict',
    ],
    ['one more person', struck([tolven]), struck([tolven, orr]), 'agree/null single/extra'],
    ['a state and its president', struck([ARVENIA]), struck([tolven]), 'agree/precision'],
    ['nobody named is silence', struck([ARVENIA]), struck([]), 'single/extra'],
    ['groups by other words', struck([group('international')]), struck([group('Western')]), 'agree/wording'],
    [
      'visitor and host in turn',
      { actor: [ARVENIA], recipient: [BOLANDIA] },
      { actor: [BOLANDIA], recipient: [ARVENIA] },
      'agree/null',
    ],
  ])('%s', (_, one, other, expected) => {
    expect(fieldOf('actor', one, other)).toBe(expected)
  })
})

describe('names', () => {
  const called = (...names: string[]) => ({ actor: [person('p', 'XBO', null, ...names)] })
  it.each<[string, Given, Given, string]>([
    ['two spellings', called('Daro Keshi'), called('Daro Keschi', 'Keschi'), 'agree/spelling'],
    ['a part of the name', called('Keshi'), called('Daro Keshi', 'Keshi'), ''],
    ['accents and hyphens', called('Daro Késhi-Ban'), called('Daro Keshi Ban'), ''],
    ['a short form of the other spelling', called('Keschi'), called('Daro Keshi'), 'agree/spelling'],
  ])('%s', (_, one, other, expected) => {
    expect(fieldOf('name', one, other)).toBe(expected)
  })
})

describe('numbers', () => {
  const dead = (value: number, bound: Parameters<typeof count>[3] = null, published?: string): Given => ({
    numbers: [count('killed', value, `${value}`, bound)],
    ...(published ? { published } : {}),
  })
  it.each<[string, Given, Given, string]>([
    ['equal', dead(12), dead(12), 'agree/null'],
    ['at least and exactly', dead(7, 'at-least'), dead(12), 'agree/precision'],
    ['about and exactly', dead(100, 'about'), dead(97), 'agree/precision'],
    ['excluded', dead(12), dead(9), 'conflict/conflict'],
    ['at least more than the other has', dead(12, 'at-least'), dead(9), 'conflict/conflict'],
    ['higher in a later report', dead(9, null, '2025-03-10'), dead(12, null, '2025-03-11'), 'single/update'],
    [
      'lower in a later report',
      dead(12, null, '2025-03-10'),
      dead(9, null, '2025-03-11'),
      'conflict/conflict',
    ],
    [
      'higher on the same day',
      dead(9, null, '2025-03-10'),
      dead(12, null, '2025-03-10'),
      'conflict/conflict',
    ],
    [
      'different things',
      dead(9),
      { numbers: [count('troops', 12, '12 troops')] },
      'single/extra single/extra',
    ],
  ])('%s', (_, one, other, expected) => {
    expect(fieldOf('number', one, other)).toBe(expected)
  })

  it('does not set one report’s second figure against the figure that both give', () => {
    const both = { numbers: [count('killed', 12, '12'), count('killed', 3, '3')] }
    expect(fieldOf('number', dead(12), both)).toBe('agree/null')
  })
})

describe('words', () => {
  const PACT =
    'Arvenia met Bolandia and signed a mutual defence pact after the long talks led by Corvia, and left.'
  const ROAD = 'Arvenia met Bolandia and signed a partnership deal.'
  const topic = (text: string, words: string): Given => ({ text, topic: [words], event: 'SUPPORT' })
  it('sets other words for one thing beside each other', () => {
    expect(fieldOf('wording', topic(PACT, 'mutual defence pact'), topic(ROAD, 'partnership deal'))).toBe(
      'agree/wording',
    )
  })
  it('takes case, plural and spelling for no difference', () => {
    const defense = 'Arvenia met Bolandia and signed Mutual Defense Pacts.'
    expect(
      fieldOf('wording', topic(PACT, 'mutual defence pact'), topic(defense, 'Mutual Defense Pacts')),
    ).toBe('')
  })
  it('shows what only one report adds, up to the comma', () => {
    const { fields } = compareTellings(topic(PACT, 'mutual defence pact'), topic(ROAD, 'partnership deal'))
    const detail = fields.find((field) => field.field === 'detail')
    expect(detail).toMatchObject({ status: 'single', kind: 'extra' })
    expect(detail!.values.map((value) => value.value)).toEqual(['after the long talks led by Corvia'])
  })
  it('goes on beyond a title, and begins behind a dash', () => {
    const pact = 'Arvenia met Bolandia and signed a pact -- after long talks led by Mr. Weber in Maros.'
    const { fields } = compareTellings(topic(pact, 'pact'), topic(ROAD, 'partnership deal'))
    const detail = fields.find((field) => field.field === 'detail')
    expect(detail!.values.map((value) => value.value)).toEqual(['after long talks led by Mr. Weber in Maros'])
  })
  it.each([
    [
      'from its first link on',
      'to join Bolandia’s new alliance of northern harbours',
      'to join Bolandia’s new alliance of northern harbours',
    ],
    ['up to another deed', 'after long talks and calling for swift votes', 'after long talks'],
  ])('shows a detail %s', (_, rest, shown) => {
    const pact = `Arvenia met Bolandia and signed a pact ${rest}.`
    const { fields } = compareTellings(topic(pact, 'pact'), topic(ROAD, 'partnership deal'))
    const detail = fields.find((field) => field.field === 'detail')
    expect(detail!.values.map((value) => value.value)).toEqual([shown])
  })
  it('shows no rest of a sentence that has no beginning', () => {
    const pact = 'Arvenia met Bolandia and signed a pact Bolandia expects would bring swift profits.'
    const { fields } = compareTellings(topic(pact, 'pact'), topic(ROAD, 'partnership deal'))
    expect(fields.find((field) => field.field === 'detail')).toBeUndefined()
  })
  it.each<[string, string[], string[], string]>([
    ['the same', ['as planned'], ['As planned'], 'agree/null'],
    ['other words of one root', ['according to plan'], ['as planned'], 'agree/wording'],
    ['a longer piece', ['as planned'], ['going as planned'], 'agree/precision'],
    ['nothing in common', ['as planned'], ['a dark day'], 'single/extra single/extra'],
    [
      'two quotations of one subject',
      ['Tesk gives no pleasure to anyone here'],
      ['Tesk does not warrant trade'],
      'single/extra single/extra',
    ],
    ['only one', ['as planned'], [], 'single/extra'],
  ])('quotations: %s', (_, one, other, expected) => {
    expect(fieldOf('quote', { quote: one }, { quote: other })).toBe(expected)
  })
})

describe('whether it took place, and who says so', () => {
  it.each<[string, Given, Given, string]>([
    ['both say done', {}, { aux: 'historical' }, ''],
    ['planned and done, told on one day', { aux: 'future' }, {}, ''],
    [
      'still awaited a day after it was told as done',
      { aux: 'future', published: '2025-03-11' },
      { published: '2025-03-10' },
      'conflict/conflict',
    ],
    [
      'planned, and done by the next day',
      { aux: 'future', published: '2025-03-10' },
      { published: '2025-03-11' },
      'single/update',
    ],
    ['done and denied', {}, { aux: 'negation' }, 'conflict/conflict'],
    [
      'denied a day later',
      { published: '2025-03-10' },
      { aux: 'negation', published: '2025-03-11' },
      'conflict/conflict',
    ],
  ])('%s', (_, one, other, expected) => {
    expect(fieldOf('aux', one, other)).toBe(expected)
  })
  it('is in conflict where one report has only the denial', () => {
    expect(fieldOf('aux', { denied_by: [BOLANDIA] }, {})).toBe('conflict/conflict')
    expect(fieldOf('aux', { denied_by: [BOLANDIA] }, { aux: 'negation' })).toBe('agree/null')
  })

  it('two sources are no conflict', () => {
    const [one, other] = [{ attribution: source('state media') }, { attribution: source('a diplomat') }]
    expect(fieldOf('attribution', one, other)).toBe('single/extra single/extra')
    expect(fieldOf('attribution', one, one)).toBe('agree/null')
    expect(fieldOf('attribution', { attribution: source('state media, in a report') }, one)).toBe(
      'agree/null',
    )
    expect(fieldOf('attribution', { attribution: source('a step that state media') }, one)).toBe('agree/null')
    expect(fieldOf('attribution', { attribution: source('Sen.') }, one)).toBe('single/extra')
  })
  it.each<[string, string, string, string]>([
    ['a short name', 'Mira Tolven', 'Tolven', 'agree/null'],
    ['a vaguer source', 'Bolandian officials', 'officials', 'agree/precision'],
  ])('%s', (_, one, other, expected) => {
    expect(fieldOf('attribution', { attribution: source(one) }, { attribution: source(other) })).toBe(
      expected,
    )
  })
})
