import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { report } from '../../../../test/store/samples.js'
import { changesBetween } from './changes.js'
import { sharedParagraphs } from './shared.js'

describe('changesBetween', () => {
  it.each([
    ['a number', 'at least 20 soldiers died', 'at least 12 soldiers died', '[-20 ][+12 ]'],
    ['an addition', 'They met.', 'They met. They spoke.', '[-met.][+met. They spoke.]'],
    ['nothing', 'They met.', 'They met.', ''],
    ['all', 'one two', 'three four', '[-one two][+three four]'],
    ['a removal', 'They met late on Monday', 'They met on Monday', '[-late ]'],
  ])('%s', (_, before, after, expected) => {
    const told = changesBetween(before, after).filter(({ kind }) => kind !== 'kept')
    expect(told.map(({ kind, text }) => `[${kind === 'added' ? '+' : '-'}${text}]`).join('')).toBe(expected)
  })

  it('what is kept and added is the new text, what is kept and removed the old', () => {
    const text = fc
      .array(fc.constantFrom('met ', 'spoke ', 'in ', 'Tesk ', '\n'), { maxLength: 30 })
      .map((words) => words.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = changesBetween(before, after)
        const without = (kind: string) =>
          changes
            .filter((one) => one.kind !== kind)
            .map((one) => one.text)
            .join('')
        return without('removed') === after && without('added') === before
      }),
    )
  })
})

describe('sharedParagraphs', () => {
  const WIRE =
    'Bolandian forces shelled the Arvenian village of Orlin on Monday, killing twelve soldiers, officials said.'
  const OWN = 'Residents told this newspaper that the shells fell for an hour before dawn and again at noon.'
  const of = (id: string, ...paragraphs: string[]) => {
    const text = paragraphs.join('\n')
    const blocks = paragraphs.map((paragraph) => {
      const start = text.indexOf(paragraph)
      return { kind: 'paragraph' as const, start, end: start + paragraph.length }
    })
    return report(id, text, { blocks })
  }

  it('finds a paragraph that another report has, and not the one of its own', () => {
    const shared = sharedParagraphs(of('a', WIRE, OWN), [
      of('b', `TESK — ${WIRE}`),
      of('c', 'Something else.'),
    ])
    expect(shared).toEqual([{ start: 0, end: WIRE.length, reports: ['b'] }])
  })

  it('a quotation within another sentence is not enough', () => {
    const quoting = `The minister, speaking of ${WIRE.slice(0, 40)}, called for calm and asked all sides to come to the table in Maros.`
    expect(sharedParagraphs(of('a', quoting), [of('b', WIRE)])).toEqual([])
  })
})
