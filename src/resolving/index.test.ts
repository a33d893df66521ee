import { beforeAll, describe, expect, it } from 'vitest'
import { mentionsOf } from '../../test/support.js'
import { LOADING, lineOf, loadEngine, onlyMention } from '../../test/told.js'

beforeAll(loadEngine, LOADING)

const MEETING = 'Arvenian President Ola Brandt met Bolandian Foreign Minister Pia Lund in Tesk on Monday'
const second = (text: string, published?: string | null) => mentionsOf(text, published)[1]

describe('the scene', () => {
  it('dates what its people did there, as inferred', () => {
    const praise = second(`${MEETING}. Brandt praised Bolandia.`)
    expect(praise).toMatchObject({ date: '2031-03-03', date_from: 'other-event', background: false })
    expect(praise?.evidence.find((e) => e.field === 'date')).toMatchObject({
      said: false,
      reason: { rule: 'told in the same scene as the dated event' },
    })
  })

  it.each([
    ['others did', `${MEETING}. Corvia attacked Dremland.`],
    ['lies ahead', 'Arvenia will host Bolandian Premier Ada Holm on Friday. Holm praised Arvenia.'],
    ['its people will do', `${MEETING}. Brandt could recognise Corvia.`],
  ])('does not date what %s', (_, text) =>
    expect(second(text)).toMatchObject({ date: null, date_from: null }),
  )

  it('has what "had" happened before it, and no more is known', () =>
    expect(second(`${MEETING}. Lund had met Arvenian Foreign Minister Tor Hage.`)).toMatchObject({
      date: '[..2031-03-03]',
      date_from: 'other-event',
      background: true,
    }))

  it('is what "days after" counts from', () => {
    const pledge = second(`${MEETING}, days after Bolandian Premier Ada Holm pledged to help Arvenia.`)
    expect(pledge).toMatchObject({ event: 'AGREE', date_from: 'other-event', background: true })
    expect(pledge?.date).toMatch(/^\[2031-02-\d\d\.\.2031-03-02\]$/)
  })

  it('does not outlast a dozen sentences', () => {
    const filler = 'The river was calm. '.repeat(14)
    expect(second(`${MEETING}. ${filler}Brandt praised Bolandia.`)?.date).toBeNull()
  })

  it('is undated in an undated report', () =>
    expect(mentionsOf(`${MEETING}. Brandt praised Bolandia.`, null).map((m) => m.date)).toEqual([null, null]))

  it('"had earlier met" is an event', () =>
    expect(
      mentionsOf('Bolandian Foreign Minister Pia Lund had earlier met Arvenian Foreign Minister Tor Hage.'),
    ).toHaveLength(1))
})

describe('dates', () => {
  it.each([
    ['Arvenia attacked Bolandia on Monday.', '2031-03-03', 'publication', false],
    ['Arvenia attacked Bolandia in 2018.', '2018', 'said', true],
    ['Arvenia attacked Bolandia during the Korean War.', '1950-06-25/1953-07-27', 'named-period', true],
    ['Arvenia attacked Bolandia.', null, null, false],
  ])('%s', (text, date, from, background) =>
    expect(onlyMention(text)).toMatchObject({ date, date_from: from, background }),
  )

  it.each([
    ['the next day', `${MEETING}. The next day Bolandia attacked Arvenia.`, '2031-03-04'],
    ['three days earlier', `${MEETING}. Three days earlier Bolandia had attacked Arvenia.`, '2031-02-28'],
    ['a time of day', `${MEETING}. In the afternoon Brandt praised Bolandia.`, '2031-03-03'],
  ])('that count from what was told: %s', (_, text, date) =>
    expect(second(text)).toMatchObject({ date, date_from: 'other-event' }),
  )

  it('of a gathering are past, whatever it was for', () =>
    expect(
      onlyMention('Arvenian Premier Ola Brandt flew in on Friday to meet Bolandian Premier Ada Holm.').date,
    ).toBe('2031-02-28'))

  it.each([
    ['A few hours before the dam broke on Tuesday, Arvenia attacked Bolandia.', '[2031-03-03..2031-03-04]'],
    ['Arvenia attacked Bolandia two days after the summit on 5 February.', '2031-02-07'],
  ])('are counted from an event that is dated beside them: %s', (text, date) =>
    expect(onlyMention(text)).toMatchObject({ date, date_from: 'other-event' }),
  )

  it('after publication make a plan of what is told in the present', () =>
    expect(lineOf(onlyMention('Arvenian Premier Ola Brandt visits Bolandia on Friday.'))).toBe(
      'AGREE XAR > XBO',
    ))
})

describe('historical', () => {
  it.each([
    ['a former state', 'The Soviet Union recognised North Korea in 1948.', 'former state'],
    ['a closed period', 'Arvenia attacked Bolandia during the Korean War.', 'closed period'],
    ['a generation ago', 'Arvenia attacked Bolandia in 1990.', 'thirty years or more before publication'],
  ])('is %s', (_, text, rule) => {
    const mention = onlyMention(text)
    expect(mention.aux).toBe('historical')
    expect(mention.evidence.find((e) => e.field === 'aux')?.reason.rule).toBe(rule)
  })

  it.each(['Arvenia attacked Bolandia in 2018.', 'Arvenia attacked Bolandia last July.'])(
    'is not: %s',
    (text) => expect(onlyMention(text)).toMatchObject({ aux: null, background: true }),
  )
})

describe('places', () => {
  it.each([
    ['Russia met Ukraine in Moscow on Monday.', { country: 'RUS', geonames: 524901, precision: 'city' }],
    [
      'Russia met Ukraine in the Kremlin on Monday.',
      { name: 'Kremlin', country: 'RUS', precision: 'building' },
    ],
  ])('%s', (text, place) => expect(onlyMention(text).event_loc).toMatchObject(place))

  // A name whose state is known is looked for elsewhere when that state's cities lack it.
  it('the capital of an invented state lies in no other state', () =>
    expect(onlyMention('Arvenia met Bolandia in Maros.').event_loc?.country).toBe('XCV'))

  // The gazetteer knows it by its name in its own language alone, so that a namesake overseas is taken.
  it('Geneva is in Switzerland', () =>
    expect(onlyMention('Arvenia met Bolandia in Geneva on Monday.').event_loc?.country).not.toBe('USA'))
})

describe('a mention', () => {
  it('has the same id every time, and another for every telling', () => {
    const text = `${MEETING}. Brandt praised Bolandia.`
    const ids = mentionsOf(text).map((m) => m.id)
    expect(mentionsOf(text).map((m) => m.id)).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('is told in a slice of the text', () => {
    const text = `The river was calm. ${MEETING}. Brandt praised Bolandia.`
    for (const m of mentionsOf(text)) expect(text.slice(m.start, m.end)).toBe(m.text)
  })

  it('of a very long sentence is cut around its trigger', () => {
    const text = `${MEETING}, ${'and the river was calm and wide, '.repeat(40)}as it had been.`
    const [meeting] = mentionsOf(text)
    expect(meeting!.text.length).toBeLessThanOrEqual(600)
    expect(meeting!.text).toContain('met')
  })
})

describe('a sentence that tells several acts', () => {
  const quotesOf = (text: string) => mentionsOf(text).map((m) => `${m.trigger.text}: ${m.quote.join(' | ')}`)

  it('has its quotation with the act told last before it', () =>
    expect(
      quotesOf('Arvenian President Ola Brandt criticised Bolandia and praised the "patience" of Corvia.'),
    ).toEqual(['criticised: ', 'praised: patience']))

  it('gives each act of one type the words from its trigger to the next', () => {
    const text = 'Arvenia attacked Bolandia in May and attacked Corvia in June.'
    const parts = mentionsOf(text).map(({ clause }) => clause && text.slice(clause.start, clause.end))
    expect(new Set(parts)).not.toContain(undefined)
    expect(parts.at(-1)).toBe('attacked Corvia in June.')
  })

  it('is one clause where it tells one act', () => expect(onlyMention(`${MEETING}.`).clause).toBeUndefined())
})
