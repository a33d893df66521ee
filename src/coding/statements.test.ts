import { beforeAll, describe, expect, it } from 'vitest'
import { mentionsOf } from '../../test/support.js'
import { LOADING, loadEngine, onlyMention, told } from '../../test/told.js'

beforeAll(loadEngine, LOADING)

const BRANDT = 'Arvenian President Ola Brandt'
const LUND = 'Bolandian Foreign Minister Pia Lund'

describe('a statement', () => {
  it.each([
    ['addressed', `${BRANDT} told ${LUND} that the river was calm.`],
    ['about', `${BRANDT} said on Monday that Bolandia had "a long coast".`],
    ['about', `${BRANDT} said Bolandia had "a long coast".`],
  ])('%s: %s', (from, text) => {
    expect(told(text)).toEqual(['STATEMENT XAR > XBO'])
    expect(onlyMention(text)).toMatchObject({ recipient_from: from, actor: [{ name: 'Ola Brandt' }] })
  })

  it('goes to its addressee even where it is about another', () =>
    expect(onlyMention(`${BRANDT} told ${LUND} that Corvia was a land of rivers.`).recipient).toMatchObject([
      { name: 'Pia Lund' },
    ]))

  it('keeps its quoted words, and its own day', () =>
    expect(onlyMention(`${BRANDT} said on Monday that Bolandia had "a long coast".`)).toMatchObject({
      quote: ['a long coast'],
      date: '2031-03-03',
    }))

  it.each([
    ['an outlet', 'The newspaper said Bolandia was a land of rivers.'],
    ['nobody known', 'Officials said Bolandia was a land of rivers.'],
  ])('is none with %s: %s', (_, text) =>
    expect(told(text).filter((line) => line.startsWith('STATEMENT'))).toEqual([]),
  )
})

describe('a statement about nobody of another state', () => {
  it.each([`${BRANDT} said the weather was fine.`, `${BRANDT} said Arvenia must save water.`])(
    'has no recipient: %s',
    (text) => expect(told(text)).toEqual(['STATEMENT XAR']),
  )
})

describe('what another state must do', () => {
  it.each([
    `${BRANDT} said Bolandia must withdraw from the valley.`,
    `"Bolandia must withdraw," ${BRANDT} said.`,
  ])('is asked of it: %s', (text) => expect(told(text)).toEqual(['REQUEST XAR > XBO']))

  it('is not asked where it is one’s own duty', () =>
    expect(told(`${BRANDT} said Arvenia must withdraw.`)).toEqual(['STATEMENT XAR']))
})

describe('what somebody says that others did', () => {
  it('is told by its own type, and claimed by the speaker', () => {
    const mention = onlyMention('Bolandia said Arvenia had attacked Corvia.')
    expect(mention).toMatchObject({
      event: 'ASSAULT',
      claimed_by: [{ id: 'XBO' }],
      denied_by: [],
      attribution: { kind: 'named', name: 'Bolandia' },
    })
  })

  it('is nobody’s claim in the report’s own voice', () =>
    expect(onlyMention('Arvenia attacked Bolandia.')).toMatchObject({ claimed_by: [], attribution: null }))

  it.each([
    ['Ola Brandt', `${BRANDT} denied that Arvenia had attacked Bolandia.`],
    ['Arvenia', 'Arvenia denied attacking Bolandia.'],
  ])('stands where %s denies it: %s', (denier, text) =>
    expect(onlyMention(text)).toMatchObject({
      event: 'ASSAULT',
      aux: null,
      denied_by: [{ name: denier }],
      claimed_by: [],
    }),
  )

  it('has the day of the deed, not of the words', () =>
    expect(onlyMention(`${BRANDT} said on Monday that Bolandia attacked Corvia on Sunday.`).date).toBe(
      '2031-03-02',
    ))
})

describe('words of judgement', () => {
  it('make support of a statement', () =>
    expect(told(`${BRANDT} said that he was grateful to Bolandia for its "friendship".`)).toEqual([
      'SUPPORT XAR > XBO',
    ]))

  it('are none where nothing is judged', () =>
    expect(told(`${BRANDT} said that Bolandia was a land of rivers.`)).toEqual(['STATEMENT XAR > XBO']))
})

describe('a denial', () => {
  it('of reports is one record', () =>
    expect(told('Bolandia denied reports that its troops had attacked Arvenia.')).toEqual([
      'ASSAULT XBO > XAR',
    ]))

  // Prepositions are compared by lemma, and the lemma of "according" is "accord".
  it.each([
    'Arvenia shelled Bolandia, according to Corvia.',
    'According to Corvia, Arvenia shelled Bolandia.',
  ])('a source without a verb: %s', (text) =>
    expect(onlyMention(text).claimed_by.map((e) => e.id)).toEqual(['XCV']),
  )

  it('who says so with the day before "that"', () => {
    const mention = onlyMention(`${BRANDT} said on Monday that Bolandia attacked Corvia on Sunday.`)
    expect(mention.claimed_by.map((e) => e.name)).toEqual(['Ola Brandt'])
  })

  // Every recipient that a trigger found is called "said", whether or not it is spoken to.
  it.each([
    `${BRANDT} told ${LUND} that Corvia was a land of rivers.`,
    `${BRANDT} met ${LUND} in Tesk on Monday. Lund conveyed warm wishes.`,
  ])('whom a statement is made to is addressed: %s', (text) =>
    expect(mentionsOf(text).at(-1)?.recipient_from).toBe('addressed'),
  )
})
