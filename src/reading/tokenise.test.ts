import { describe, expect, it } from 'vitest'
import { loadModel } from '../app/assets.js'
import { WordTable } from './features-word.js'
import { splitSentences } from './sentences.js'
import { tokeniser } from './tokenise.js'

const model = loadModel()
const { words } = model

const split = (text: string) =>
  splitSentences(text, { start: 0, end: text.length }, model, new WordTable(model)).map(({ start, end }) =>
    text.slice(start, end),
  )

describe('tokeniser', () => {
  const cut = tokeniser(words)
  it.each([
    ["They don't know.", "They do n't know ."],
    ['They don’t know.', 'They do n’t know .'],
    ["Arvenia's and the states' envoys", "Arvenia 's and the states ' envoys"],
    ['We cannot, we can’t.', 'We can not , we ca n’t .'],
    ['the U.S.-led force', 'the U.S. - led force'],
    ['Gen. J. K. Tesker of the U.N.', 'Gen. J. K. Tesker of the U.N.'],
    ['a $5bn loan, 3.5% or 1,000', 'a $ 5 bn loan , 3.5 % or 1,000'],
    ['a 20-kilometer pipe', 'a 20 - kilometer pipe'],
    [
      'a Moscow-based, non-aligned, pro-Arvenian group',
      'a Moscow - based , non-aligned , pro-Arvenian group',
    ],
    ['Omar al-Tesk met Kim Min-woo', 'Omar al-Tesk met Kim Min-woo'],
    ['a UN-backed built-in plan', 'a UN - backed built - in plan'],
    ['See https://example.com/a?b=c.', 'See https://example.com/a?b=c .'],
    ['talks—again—failed -- twice', 'talks — again — failed -- twice'],
    ['“Well…” he said', '“ Well … ” he said'],
    ['the 1990s and the 5th', 'the 1990s and the 5th'],
    ['No. 5 said no.', 'No. 5 said no .'],
    ['at 10am on 9/11', 'at 10 am on 9/11'],
    ['Really?!', 'Really ?!'],
  ])('%s', (text, expected) => {
    const tokens = cut(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))
    expect(tokens.join(' ')).toBe(expected)
  })
})

describe('splitSentences', () => {
  it.each([
    ['They met. They left.', 2],
    ['U.S. President Tesker met Gen. Maro of Arvenia.', 1],
    ['He was in the U.S. The talks failed.', 2],
    ['“We will stay,” he said. “We must.”', 2],
    ['"Really?" he asked. "Yes."', 2],
    ['“Is it war?” Tesker asked.', 1],
    ['They cut all links.The envoy left.', 2],
    ['“They lied.” The envoy left.', 2],
    ['"They lied."The envoy left.', 2],
    ['It cost $3.5 million on Oct. 5 in Maros.', 1],
    ['Tesker Inc. said it left. It did.', 2],
    ['The J. K. Maro treaty holds.', 1],
    ['They left at 5 p.m. on Monday.', 1],
    ['Wait... they left.', 1],
    ['No. 5 stays. Will they? No! They left.', 4],
  ])('%s', (text, count) => {
    expect(split(text)).toHaveLength(count)
  })

  it('gives closing marks to the sentence before them', () => {
    expect(split('“We met.” They left.')).toEqual(['“We met.”', 'They left.'])
  })

  it.each([
    [['Mr. O’Tesker of Corvia met Gen. Maro.', 'He left.']],
    [['https://tesk.example/talks', 'Read more about the talks there.']],
    [['Best regards,', 'Tor Lund Foreign Minister']],
    [['Arvenian President Ana Bel hosted Bolandian Foreign Minister Tor Lund in Tesk on Monday.']],
  ])('where no mark stands: %j', (sentences) => {
    expect(split(sentences.join(' '))).toEqual(sentences)
  })
})
