import { describe, expect, it } from 'vitest'
import { sentenceOf } from '../../test/trees.js'
import {
  ancestors,
  casesOf,
  isNominal,
  isVerb,
  joined,
  kids,
  label,
  spanOf,
  subtree,
  treeOf,
} from './tree.js'

/** Arvenia , Bolandia and Corvia were attacked because of the canal */
const sentence = sentenceOf(`
  Arvenia NNP 6 nsubj:pass
  , , 2 punct
  Bolandia NNP 0 conj
  and CC 4 cc
  Corvia NNP 2 conj
  were:be VBD 6 aux:pass
  attacked:attack VBN -1 root
  because IN 10 case
  of IN 7 fixed
  the DT 10 det
  canal NN 6 obl`)
const tree = treeOf(sentence)

describe('a tree', () => {
  it('is made once for a sentence', () => expect(treeOf(sentence)).toBe(tree))

  it.each<[string, string[], number[]]>([
    ['a label with its subtype', ['nsubj:pass'], [0]],
    ['a label without it', ['nsubj', 'aux'], [0, 5]],
    ['a label that is not there', ['obj'], []],
  ])('finds children by %s', (_, labels, found) => expect(kids(tree, 6, ...labels)).toEqual(found))

  it('knows labels without subtype', () => expect(label(tree.tokens[0]!)).toBe('nsubj'))

  it('follows coordination', () => {
    expect(joined(tree, 0)).toEqual([0, 2, 4])
    expect(joined(tree, 10)).toEqual([10])
  })

  it('walks up', () => expect(ancestors(tree, 8)).toEqual([8, 7, 10, 6]))

  it('walks down, in the order of the text, leaving out what it is told', () => {
    expect(subtree(tree, 10)).toEqual([7, 8, 9, 10])
    expect(subtree(tree, 10, (t) => t.deprel === 'case')).toEqual([9, 10])
  })

  it('joins fixed prepositions', () => expect(casesOf(tree, 10)).toEqual(['because of']))

  it('covers the text from its first to its last token, whatever their order', () =>
    expect(spanOf(tree, [10, 9])).toEqual({ start: sentence.tokens[9]!.start, end: sentence.end }))

  it('knows verbs and nouns', () => {
    expect(tree.tokens.filter(isVerb).map((t) => t.form)).toEqual(['were', 'attacked'])
    expect(tree.tokens.filter(isNominal).map((t) => t.form)).toEqual([
      'Arvenia',
      'Bolandia',
      'Corvia',
      'canal',
    ])
  })

  it('does not run in circles where a parse does', () => {
    const circle = treeOf(sentenceOf('a NN 1 nmod; b NN 0 nmod'))
    expect(ancestors(circle, 0).length).toBeLessThanOrEqual(3)
  })
})
