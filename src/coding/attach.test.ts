import { beforeAll, describe, expect, it } from 'vitest'
import { inventedEngine, mentionsOf, reportOf } from '../../test/support.js'
import { LOADING, lineOf, loadEngine, onlyMention } from '../../test/told.js'
import { codeReport } from '../rapport.js'
import { findGaps } from './gaps.js'

beforeAll(loadEngine, LOADING)

const BRANDT = 'Arvenian President Ola Brandt'
const LUND = 'Bolandian Foreign Minister Pia Lund'
const datesOf = (text: string) => mentionsOf(text).map((m) => `${lineOf(m)} ${m.date}`)

describe('a time dates what it is nearest to', () => {
  it.each([
    [
      'two verbs, each its own day',
      'Arvenia attacked Bolandia on Sunday and signed a pact with Corvia on Monday.',
      ['ASSAULT XAR > XBO 2031-03-02', 'SUPPORT XAR+XCV 2031-03-03'],
    ],
    [
      'a clause after it, no later than it',
      `Arvenia signed a pact with Bolandia in 2024 after ${BRANDT} visited Kettin.`,
      ['SUPPORT XAR+XBO 2024', 'CONSULT XAR > XBO [..2024]'],
    ],
    [
      'another clause’s day is not borrowed',
      `${BRANDT} visited Kettin on Monday after Bolandia released the sailors on Sunday.`,
      ['CONSULT XAR > XBO 2031-03-03', 'RETREAT XBO > sailors 2031-03-02'],
    ],
    [
      'meanwhile, the day of what is told above',
      `${BRANDT} said on Monday as he hosted ${LUND} in Tesk that ties were good.`,
      ['STATEMENT XAR 2031-03-03', 'CONSULT XBO > XAR 2031-03-03'],
    ],
    [
      'a year before a noun dates only the noun',
      'Arvenia attacked Bolandia during the 2018 elections.',
      ['ASSAULT XAR > XBO null'],
    ],
    [
      'a day behind a place dates what was done there',
      `${BRANDT} met ${LUND} in the White Hall on Monday.`,
      ['CONSULT XAR+XBO 2031-03-03'],
    ],
    [
      'a year in what is spoken of dates no asking',
      `${BRANDT} urged Bolandia to cut its surplus, which reached a record in 2029.`,
      ['REQUEST XAR > XBO null'],
    ],
    ['a duration dates nothing', 'Arvenia met Bolandia for three days.', ['CONSULT XAR+XBO null']],
  ])('%s: %s', (_, text, dates) => expect(datesOf(text)).toEqual(dates))

  // The act before "and" has the words' only time behind the act after it.
  it.fails('two acts in one clause share its time', () =>
    expect(datesOf('Arvenia and Bolandia signed a pact and opened talks in 2024.')).toEqual([
      'SUPPORT XAR+XBO 2024',
      'CONSULT XAR+XBO 2024',
    ]))
})

describe('a place', () => {
  it.each([
    [`${BRANDT} met ${LUND} in Tesk on Monday.`, 'Tesk', 'city'],
    [`${BRANDT} met ${LUND} in the White Hall on Monday.`, 'White Hall', 'building'],
    [`${BRANDT} met ${LUND} in Geneva on Monday.`, 'Geneva', 'city'],
    ['Arvenia met Bolandia in Corvia.', 'Corvia', 'country'],
    ['Arvenia and Bolandia met in Osterby.', 'Osterby', 'city'],
  ])('%s', (text, name, precision) => expect(onlyMention(text).event_loc).toMatchObject({ name, precision }))

  it.each(['Arvenia met Bolandia.', 'Arvenia attacked Bolandia.', 'Tesk criticised Kettin.'])(
    'is not a side that acts: %s',
    (text) => expect(onlyMention(text).event_loc).toBeNull(),
  )

  it('belongs to the clause that it stands in', () => {
    const [met, attacked] = mentionsOf('Arvenia met Corvia in Osterby and attacked Bolandia.')
    expect([met?.event_loc?.name, attacked?.event_loc]).toEqual(['Osterby', null])
  })
})

describe('numbers', () => {
  it.each([
    ['Arvenia gave Bolandia two dozen tanks.', { what: 'tank', value: 24, bound: null, text: 'two dozen' }],
    ['Arvenia gave Bolandia 1,200 tanks.', { what: 'tank', value: 1200, bound: null, text: '1,200' }],
    [
      'Arvenia gave Bolandia no more than 40 tanks.',
      { what: 'tank', value: 40, bound: 'at-most', text: 'no more than 40' },
    ],
    [
      'Arvenia gave Bolandia at least 40 tanks.',
      { what: 'tank', value: 40, bound: 'at-least', text: 'at least 40' },
    ],
    ['Arvenia gave Bolandia about 40 tanks.', { what: 'tank', value: 40, bound: 'about', text: 'about 40' }],
    ['Arvenia expelled 12 Bolandian diplomats.', { what: 'diplomat', value: 12, bound: null, text: '12' }],
  ])('%s', (text, number) => expect(onlyMention(text).numbers).toEqual([number]))

  it.each([
    ['a year', 'Arvenia attacked Bolandia in 2018.'],
    ['a day', 'Arvenia attacked Bolandia on 3 March 2031.'],
    ['no number', 'Arvenia gave tanks to Bolandia.'],
  ])('are not counted in %s: %s', (_, text) => expect(onlyMention(text).numbers).toEqual([]))

  // The tokeniser parts "twenty-five", so that only "five" is read.
  it('of two words with a hyphen', () =>
    expect(onlyMention('Arvenia expelled twenty-five Bolandian diplomats.').numbers[0]?.value).toBe(25))
})

it.each([
  ['Arvenia and Bolandia signed a trade agreement.', ['economic']],
  ['Arvenia and Bolandia held joint military drills.', ['military']],
  ['Arvenia imposed sanctions on Bolandia over its nuclear programme.', ['cbrn', 'economic']],
  ['Arvenia and Bolandia discussed migration and trade.', ['economic', 'migration']],
  ['Arvenia met Bolandia.', []],
])('the contexts of: %s', (text, contexts) => expect(onlyMention(text).context.toSorted()).toEqual(contexts))

it.each([
  ['Arvenia and Bolandia signed a trade agreement.', ['trade agreement']],
  ['Arvenia gave Bolandia the old tanks that it had bought.', ['old tanks']],
  ['Arvenia attacked Bolandia.', []],
])('what it was about: %s', (text, topics) =>
  expect(onlyMention(text).topic.map((t) => t.text)).toEqual(topics),
)

describe('gaps', () => {
  const gaps = (...texts: string[]) =>
    findGaps(
      texts.map((text) => codeReport(inventedEngine(), reportOf(text)).reading),
      inventedEngine().coding.codebook,
    )

  it('are verbs that a state does and the codebook lacks, the most frequent first', () => {
    const found = gaps('Arvenia outfoxed Bolandia.', 'Corvia outfoxed Dremland.', 'Corvia outfoxed Arvenia.')
    expect(found[0]).toMatchObject({ kind: 'verb', count: 3, example: 'Arvenia outfoxed Bolandia.' })
  })

  it.each([
    ['seen once', ['Arvenia outfoxed Bolandia.']],
    ['known to the codebook', ['Arvenia met Bolandia.', 'Corvia met Dremland.']],
    ['done by no state', ['The team outfoxed Arvenia.', 'The club outfoxed Arvenia.']],
  ])('are none that is %s', (_, texts) => expect(gaps(...texts).filter((g) => g.kind === 'verb')).toEqual([]))
})
