import { describe, expect, it } from 'vitest'
import { means, read } from '../../test/reading/invented.js'

const LEDE = 'Arvenian President Ivo Sel hosted Corvian Foreign Minister Ana Rell in Tesk on Monday.'

describe('references', () => {
  it.each([
    [`${LEDE} The two countries signed a pact.`, 'The two countries', ['Arvenia', 'Corvia']],
    ['Talks between the two Corvias began.', 'Corvias', ['Lower Corvia', 'Upper Corvia']],
    ['A spokesman for the Corvian government said it would sign.', 'it', ['Corvia']],
    ['Corvian farmers marched. The government gave way.', 'government', ['Corvia']],
    ['Ivo Sel left Tesk. Someone said: "Jon Tamm is a liar." He is in Maros.', 'He', ['Ivo Sel']],
    ['Arvenia is poor. Corvia invaded the country in 1990.', 'the country', ['Arvenia']],
    [`${LEDE} Both nations agreed.`, 'Both nations', ['Arvenia', 'Corvia']],
    [`${LEDE} Either side may withdraw.`, 'Either side', ['Arvenia', 'Corvia']],
    [`${LEDE} She praised the talks. Sel left. He was tired.`, 'She', ['Ana Rell']],
    ['Ivo Sel met King Jon Tamm. He left.', 'He', ['Ivo Sel']],
    ['Arvenian President Ivo Sel said his country would help Corvia.', 'his country', ['Arvenia']],
    ['Ivo Sel, the Arvenian president, left. The president was tired.', 'president', ['Ivo Sel']],
    [`${LEDE} She later met her Arvenian counterpart Jon Tamm.`, 'her Arvenian counterpart', ['Jon Tamm']],
    ['Arvenia and Corvia met. They signed a treaty.', 'They', ['Arvenia', 'Corvia']],
    ['Arvenia defended its borders.', 'its', ['Arvenia']],
    [`${LEDE} Officials from both nations talked.`, 'Officials', ['Arvenia', 'Corvia']],
    ['North Korea fired a missile. Japan said the North had broken its word.', 'the North', ['North Korea']],
    ['The European Union met in Maros. The bloc agreed.', 'The bloc', ['European Union']],
    [
      'Arvenian President Ivo Sel met Corvian President Jon Tamm. Both leaders smiled.',
      'Both leaders',
      ['Ivo Sel', 'Jon Tamm'],
    ],
  ])('%s', (text, phrase, actors) => {
    const found = means(read(text), phrase)
    expect(found?.slice().sort()).toEqual(actors)
  })

  it.each([
    ['Arvenia, Bolandia and Corvia met. The two countries signed.', 'The two countries'],
    [`${LEDE} Other countries protested.`, 'Other countries'],
    [`${LEDE} European countries protested.`, 'European countries'],
    ['It rained in Arvenia.', 'It'],
  ])('leaves open: %s', (text, phrase) => {
    expect(means(read(text), phrase)).toBeUndefined()
  })

  it('heads a name by the form of address that it hangs on', () => {
    const [first] = read('Mr Sel met Corvian officials in Tesk.').references
    expect(first?.head).toBe(0)
  })

  it('has the state behind a name as a part of the person', () => {
    const r = read('President Ivo Sel of Arvenia met Ana Rell.')
    expect(means(r, 'Arvenia')).toBeUndefined()
  })

  it('takes a title and its name as one phrase, and keeps the place that a capital may be', () => {
    const r = read(LEDE)
    expect(means(r, 'Arvenian President Ivo Sel')).toEqual(['Ivo Sel'])
    expect(r.references.find((ref) => ref.place?.text === 'Tesk')?.actors).toHaveLength(1)
  })
})
