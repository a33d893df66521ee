import { beforeAll, describe, expect, it } from 'vitest'
import { mentionsOf } from '../../test/support.js'
import { LOADING, lineOf, loadEngine, onlyMention, told } from '../../test/told.js'

beforeAll(loadEngine, LOADING)

/** The aux of each mention of a type. */
const auxOf = (text: string, event: string) =>
  mentionsOf(text)
    .filter((m) => m.event === event)
    .map((m) => m.aux)

describe('what has happened', () => {
  it.each([
    ['ASSAULT', 'Arvenia attacked Bolandia.'],
    ['ASSAULT', 'Arvenia has attacked Bolandia.'],
    ['ASSAULT', 'Arvenia had attacked Bolandia.'],
    ['CONSULT', 'Arvenia met Bolandia.'],
    ['CONSULT', 'Arvenia and Bolandia are holding talks.'],
    ['SUPPORT', 'Arvenia was the first country to recognise Bolandia.'],
    ['CONSULT', 'Talks between Arvenia and Bolandia ended on Monday.'],
  ])('%s: %s', (event, text) => expect(auxOf(text, event)).toEqual([null]))
})

describe('what is planned', () => {
  it.each([
    'Arvenia will meet Bolandia in May.',
    'Arvenia plans to meet Bolandia next month.',
    'Arvenian Premier Ola Brandt will visit Bolandia on Friday.',
    'Arvenian Premier Ola Brandt is to visit Bolandia on Friday.',
    'Arvenian Premier Ola Brandt is set to visit Bolandia on Friday.',
    'Arvenian Premier Ola Brandt visits Bolandia on Friday.',
    'Arvenia said it would meet Bolandia.',
    '"I will visit Bolandia," Arvenian President Ola Brandt said.',
  ])('is an agreement where it is friendly: %s', (text) => {
    const mention = onlyMention(text)
    expect(mention).toMatchObject({ event: 'AGREE', aux: null })
  })

  it.each([
    'Arvenia will impose sanctions on Bolandia.',
    'Arvenia said it would impose sanctions on Bolandia.',
    'Unless Bolandia withdraws, Arvenia will impose sanctions on Bolandia.',
  ])('is a threat where it is hostile: %s', (text) => expect(told(text)).toEqual(['THREATEN XAR > XBO']))

  it.each([['AGREE XAR+XBO', 'Arvenia sent an envoy to Tesk in order to meet Bolandia.']])(
    'is a meeting that something is done for, %s: %s',
    (line, text) => expect(told(text)).toContain(line),
  )

  it.each([
    ['THREATEN XAR > XBO', 'Arvenia used the summit to attack Bolandia.'],
    ['SUPPORT XAR+XBO', 'Arvenia went to Kettin to sign a pact with Bolandia.'],
  ])('is no other act that something is done for: %s, %s', (line, text) =>
    expect(told(text)).not.toContain(line),
  )

  it('names what it was before it was planned', () =>
    expect(
      onlyMention('Arvenia will impose sanctions on Bolandia.').evidence.find((e) => e.field === 'event')
        ?.reason.note,
    ).toBe('SANCTION told as future'))
})

describe('what is only possible', () => {
  it.each([
    ['ASSAULT', 'Arvenia could attack Bolandia.'],
    ['CONSULT', 'Arvenia might visit Bolandia.'],
    ['SANCTION', 'Arvenia may impose sanctions on Bolandia.'],
    ['ASSAULT', 'If Arvenia attacks Bolandia, prices will rise.'],
  ])('%s: %s', (event, text) => expect(auxOf(text, event)).toEqual(['hypothetical']))
})

describe('what did not happen', () => {
  it.each([
    'Arvenia did not meet Bolandia.',
    'Arvenia has yet to meet Bolandia.',
    'Arvenia never met Bolandia.',
    'Arvenia has not met Bolandia.',
    'Arvenia failed to meet Bolandia.',
  ])('keeps its type: %s', (text) => expect(told(text)).toEqual(['CONSULT (negation) XAR+XBO']))

  it.each([
    'Arvenia has not recognised Bolandia.',
    'Arvenia has yet to recognise Bolandia.',
    'Arvenia failed to recognise Bolandia.',
  ])('keeps its roles: %s', (text) => expect(told(text)).toEqual(['SUPPORT (negation) XAR > XBO']))

  it('without doing it', () =>
    expect(told('Arvenia left without attacking Bolandia.')).toEqual(['ASSAULT (negation) XAR > XBO']))

  it('yet to confirm', () =>
    expect(auxOf('Arvenia has yet to confirm a meeting with Bolandia.', 'STATEMENT')).toEqual(['negation']))

  it.each([
    'Arvenia refused to meet Bolandia.',
    'Arvenia declined to hold talks with Bolandia.',
    'Arvenia cancelled a meeting with Bolandia.',
    '"We will never recognise Bolandia," Arvenian President Ola Brandt said.',
  ])('is a refusal where it was refused: %s', (text) => expect(told(text)).toEqual(['REJECT XAR > XBO']))

  it('is told of its words', () => {
    const { evidence } = onlyMention('Arvenia has yet to meet Bolandia.')
    expect(evidence.find((e) => e.field === 'aux')).toMatchObject({
      value: 'negation',
      said: false,
      reason: { rule: 'told as negation', words: 'yet to' },
    })
  })
})

it.each([
  ['Arvenia attacked Bolandia.', false],
  ['Arvenia had attacked Bolandia.', true],
  ['Arvenia attacked Bolandia in 2018.', true],
])('background: %s is %s', (text, background) => expect(onlyMention(text).background).toBe(background))

it.each([
  ['Arvenia attacked Bolandia in 1948.', 'historical'],
  ['Arvenia attacked Bolandia in 2018.', null],
])('a closed past: %s is %s', (text, aux) => expect(onlyMention(text).aux).toBe(aux))

describe('what is not done', () => {
  const negated = (text: string) =>
    expect(
      mentionsOf(text)
        .map(lineOf)
        .filter((l) => !/negation/.test(l)),
    ).toEqual([])

  it('"neither", as subject', () => negated('Neither Arvenia nor Corvia attacked Bolandia.'))

  it('"no longer"', () => negated('Arvenia no longer recognises Bolandia.'))

  it('"are to" with an outer subject', () =>
    expect(told('The ministers of Arvenia and Bolandia are to meet in Tesk next week.')).toEqual([
      'AGREE XAR+XBO',
    ]))

  // "is expected to" finds no one for its roles, and the visit below it is taken as told by it.
  it('"is expected to visit"', () =>
    expect(told('Arvenia is expected to visit Bolandia.')).toEqual(['AGREE XAR > XBO']))

  // The codebook's line for "want" takes any clause with "to", one's own acts too.
  it('who wants to do something asks nobody for it', () =>
    expect(auxOf('Arvenia wants to attack Bolandia.', 'REQUEST')).toEqual([]))
})
