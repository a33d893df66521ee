import { describe, expect, it } from 'vitest'
import { arcsOf, sentenceOf } from '../../test/trees.js'
import { attributed } from './attributions.js'

const isSpeech = (lemma: string): boolean => lemma === 'say'

describe('an attribution that ends a sentence', () => {
  it('stands above what is said', () => {
    const parse =
      'Rockets:rocket NNS 1 nsubj; hit VBD -1 root; a DT 3 det; base NN 1 obj; , , 6 punct; the DT 6 det; army NN 1 obl; said:say VBD 1 conj; . . 1 punct'
    expect(arcsOf(attributed(sentenceOf(parse), isSpeech))).toEqual(
      expect.arrayContaining(['said root -', 'hit ccomp said', 'army nsubj said']),
    )
  })

  it('is left alone where the parse has it right', () => {
    const parse =
      'Rockets:rocket NNS 1 nsubj; hit VBD 5 ccomp; , , 5 punct; the DT 4 det; army NN 5 nsubj; said:say VBD -1 root; . . 5 punct'
    const sentence = sentenceOf(parse)
    expect(attributed(sentence, isSpeech)).toBe(sentence)
  })

  it('is none where a clause follows the verb', () => {
    const parse =
      'He PRP 1 nsubj; left:leave VBD -1 root; , , 4 punct; the DT 4 det; army NN 5 nsubj; said:say VBD 1 conj; it PRP 7 nsubj; won:win VBD 5 ccomp; . . 1 punct'
    const sentence = sentenceOf(parse)
    expect(attributed(sentence, isSpeech)).toBe(sentence)
  })
})
