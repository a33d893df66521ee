import fc from 'fast-check'
import { expect, it } from 'vitest'
import { loadModel } from '../app/assets.js'
import { WordTable } from './features-word.js'
import { splitSentences } from './sentences.js'
import { tokeniser } from './tokenise.js'

const model = loadModel()
const cut = tokeniser(model.words)
const table = new WordTable(model)

const piece = fc.oneof(
  fc.constantFrom(
    '. ',
    '"',
    '”',
    '“',
    ' ',
    '? ',
    '...',
    "'s",
    '-',
    'U.S.',
    '5',
    '$',
    '👍',
    '\n',
    'The ',
    '(',
  ),
  fc.string(),
)

it('a credit ends the caption before it', () => {
  const text = 'Bridge over the Lanta near Tesk Image: Ana Bel.'
  const found = splitSentences(text, { start: 0, end: text.length }, model, table)
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
    'Bridge over the Lanta near Tesk',
    'Image: Ana Bel.',
  ])
})

it('sentences and tokens hold every letter once, in order', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('')
      const sentences = splitSentences(text, { start: 0, end: text.length }, model, table)
      const tokens = sentences.flatMap((sentence) => cut(text, sentence))
      const held = tokens.map(({ start, end }) => text.slice(start, end)).join('')
      expect(held).toBe(text.replace(/\s/g, ''))
      tokens.forEach((token, i) => {
        expect(token.start).toBeGreaterThanOrEqual(tokens[i - 1]?.end ?? 0)
      })
    }),
  )
})
