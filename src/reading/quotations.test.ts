import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../types.js'
import { findQuotations } from './quotations.js'

const sentence = (end: number) => ({ index: 0, block: 0, start: 0, end, tokens: [] })
const inBlocks = (text: string, blocks: readonly Block[]) =>
  findQuotations(text, blocks, [sentence(text.length)])
const quotationsIn = (text: string) => inBlocks(text, [{ kind: 'paragraph', start: 0, end: text.length }])
const innerOf = (text: string) => quotationsIn(text).map((q) => text.slice(q.inner.start, q.inner.end))

describe('words between marks', () => {
  it.each<[string, string, string[]]>([
    ['curly', 'He said “yes, now”.', ['yes, now']],
    ['straight', 'He said "yes, now".', ['yes, now']],
    ['single', "He said 'yes, now'.", ['yes, now']],
    ['single curly', 'He said ‘yes, now’.', ['yes, now']],
    ['angle', 'He said «yes, now».', ['yes, now']],
    ['low', 'He said „yes, now“.', ['yes, now']],
    ['two of them', 'He said "yes" and "no".', ['yes', 'no']],
    ['at the start, without the comma', '"Yes," he said.', ['Yes']],
    ['without the full stop', 'He said "yes, now."', ['yes, now']],
    ['with the point of an initial', 'He came from the "U.S." and left.', ['U.S.']],
    ['with other points', 'He said "now?" and "now!"', ['now?', 'now!']],
    ['two single marks for a double one', "He said ''it isn't so'' again.", ["it isn't so"]],
    ['backticks', "He said ``yes'' again.", ['yes']],
    ['with an apostrophe in it', "He said 'it isn't far' again.", ["it isn't far"]],
    ['apostrophes alone', "The minister's aides didn't speak of Brandt's visit.", []],
    ['a plural owner', "The ministers' aides and the envoys' drivers left.", []],
    ['never closed', 'He said "yes and left.', []],
    ['empty', 'He said "" and left.', []],
    ['inches', 'A pipe of 12" ran along a pipe of 14" there.', []],
    ['none', 'He said yes.', []],
  ])('%s: %s', (_, text, inner) => expect(innerOf(text)).toEqual(inner))

  it('have marks around them, which the inner span leaves out', () => {
    const text = 'He said “yes”.'
    const [quotation] = quotationsIn(text)
    expect(quotation).toEqual({ start: 8, end: 13, inner: { start: 9, end: 12 }, sentence: 0 })
  })

  it('go on over paragraphs where each opens anew', () => {
    const text = '“We came.\n“We saw.”'
    const blocks: Block[] = [
      { kind: 'paragraph', start: 0, end: 9 },
      { kind: 'paragraph', start: 10, end: text.length },
    ]
    expect(inBlocks(text, blocks).map((q) => text.slice(q.inner.start, q.inner.end))).toEqual([
      'We came',
      'We saw',
    ])
  })

  it.each(['title', 'caption', 'furniture'] as const)('are not looked for in a %s', (kind) =>
    expect(inBlocks('He said "yes".', [{ kind, start: 0, end: 14 }])).toEqual([]),
  )
})

// On failure fast-check prints the seed.
it('lie in the text, in order, without overlap, whatever the text', () => {
  const anyText = fc.array(fc.constantFrom('“', '”', '"', "'", '‘', '’', '«', '»', 'a', 'b ', ' ', '. '), {
    maxLength: 30,
  })
  fc.assert(
    fc.property(anyText, (parts) => {
      const text = parts.join('')
      let at = 0
      for (const { start, end, inner } of quotationsIn(text)) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(inner.start).toBeGreaterThan(start)
        expect(inner.end).toBeGreaterThan(inner.start)
        expect(end).toBeGreaterThanOrEqual(inner.end)
        expect(end).toBeLessThanOrEqual(text.length)
        at = end
      }
    }),
    { numRuns: 500 },
  )
})
