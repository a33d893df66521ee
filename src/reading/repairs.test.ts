import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arcsOf, sentenceOf } from '../../test/trees.js'
import { codebookFiles } from '../app/engine.js'
import type { Sentence } from '../types.js'
import { parseGrammar } from './grammar.js'
import { repaired } from './repairs.js'

const lemma = (form: string): string => form.toLowerCase().replace(/ing$/, '')
const rules = { grammar: parseGrammar(codebookFiles('grammar.yaml', [])[0]!), lemma }
const repair = (parse: string): Sentence => repaired(sentenceOf(parse), rules)

describe('what grammar decides is put right', () => {
  it.each<[string, string, string[]]>([
    [
      'a phrase of time is no root',
      'In IN 1 case; July NNP -1 root; , , 1 punct; a DT 4 det; flight NN 1 appos; landed:land VBD 4 acl:relcl',
      ['July obl landed', 'flight nsubj landed', 'landed root -'],
    ],
    [
      'a noun between "after" and a finite verb is its subject',
      'came:come VBD -1 root; days:day NNS 0 obl:unmarked; after IN 3 case; Brandt NNP 0 obl; pledged:pledge VBD 0 ccomp; aid NN 4 obj',
      ['after mark pledged', 'Brandt nsubj pledged', 'pledged advcl came'],
    ],
    [
      'a noun between "said" and a finite verb is its subject',
      'Brandt NNP 1 nsubj; said:say VBD -1 root; ties:tie NNS 1 obj; were:be VBD 4 aux; growing:grow VBG 1 parataxis',
      ['ties nsubj growing', 'growing ccomp said'],
    ],
    [
      'a noun right after a verb without object is no subject of another after a comma',
      'Brandt NNP 1 nsubj; received:receive VBD -1 root; Lund NNP 4 nsubj; , , 4 punct; praised:praise VBD 1 conj',
      ['Lund obj received'],
    ],
    [
      'a phrase after a preposition is no subject',
      'talks:talk NNS 6 nsubj; between IN 6 case; the DT 6 det; Arvenia NNP 6 nsubj; and CC 5 cc; Bolandia NNP 3 conj; collapsed:collapse VBD -1 root',
      ['between case Arvenia', 'the det Arvenia', 'Arvenia nmod talks', 'talks nsubj collapsed'],
    ],
    [
      'a title right before a name describes it',
      'attorney:attorney NN 2 obl:unmarked; Ada NNP 2 nsubj; spoke:speak VBD -1 root',
      ['attorney nmod:desc Ada', 'Ada nsubj spoke'],
    ],
    [
      'a name after its title stands where the title stood',
      'talks:talk NNS 4 nsubj; with IN 2 case; attorney:attorney NN 0 nmod; Ada NNP 4 nsubj; failed:fail VBD -1 root',
      ['with case Ada', 'attorney nmod:desc Ada', 'Ada nmod talks'],
    ],
    [
      'a person with a title does not describe the title of another',
      'Minister NNP 1 nmod:desc; Ada NNP 4 amod; and CC 3 cc; Corvian JJ 1 conj; Minister NNP 5 nmod:desc; Bo NNP 6 nsubj; met:meet VBD -1 root',
      ['Ada nsubj met', 'and cc Bo', 'Corvian amod Minister', 'Bo conj Ada'],
    ],
    [
      'a past tense is joined to the one above, not to a participle',
      'Brandt NNP 1 nsubj; said:say VBD -1 root; ties:tie NNS 4 nsubj; were:be VBD 4 aux; growing:grow VBG 1 ccomp; and CC 6 cc; asked:ask VBD 4 conj',
      ['asked conj said', 'growing ccomp said'],
    ],
    [
      'both names of a pair describe the noun',
      'Arvenia NNP 2 compound; - HYPH 0 punct; Bolandia NNP 3 compound; talks:talk NNS -1 root',
      ['Arvenia compound talks', 'Bolandia compound talks'],
    ],
    [
      'a participle with an object is the verb of a whole sentence',
      'ministers:minister NNS -1 root; held:hold VBN 0 acl; talks:talk NNS 1 obj; . . 0 punct',
      ['ministers nsubj held', 'held root -', '. punct held'],
    ],
    [
      '"her" before a noun phrase is whose it is',
      'met:meet VBD -1 root; with IN 2 case; her PRP 0 obl; Russian JJ 4 amod; counterpart NN 2 appos',
      ['her nmod:poss counterpart', 'counterpart obl met', 'with case counterpart'],
    ],
    [
      'a subject on an auxiliary is its verb’s',
      'Arvenia NNP 1 nsubj; has:have VBZ 3 aux; long RB 3 advmod; threatened:threaten VBN -1 root',
      ['Arvenia nsubj threatened'],
    ],
    [
      'a plural subject without a subject of its own is a noun',
      'Talks:talk VBZ 3 nsubj; in IN 2 case; Tesk NNP 0 obl; ended:end VBD -1 root',
      ['Tesk nmod Talks'],
    ],
  ])('%s', (_, parse, arcs) => expect(arcsOf(repair(parse))).toEqual(expect.arrayContaining(arcs)))

  it('a noun in -ing between names after "with" is a verb', () => {
    const { tokens } = repair(
      'grew:grow VBD -1 root; with IN 3 case; Brandt NNP 3 compound; meeting NN 0 obl; Lund NNP 3 appos',
    )
    expect(tokens[3]).toMatchObject({ upos: 'VERB', xpos: 'VBG', lemma: 'meet', deprel: 'advcl' })
    expect([tokens[2], tokens[4]].map((t) => [t?.head, t?.deprel])).toEqual([
      [3, 'nsubj'],
      [3, 'obj'],
    ])
  })
})

describe('what is right stays', () => {
  it.each([
    [
      'a plain sentence',
      'Arvenia NNP 1 nsubj; met:meet VBD -1 root; Bolandia NNP 1 obj; after IN 4 case; noon NN 1 obl',
    ],
    ['"her" as object', 'Brandt NNP 1 nsubj; met:meet VBD -1 root; her PRP 1 obj; again RB 1 advmod'],
    ['a root without preposition', 'Talks:talk NNS -1 root; held:hold VBN 0 acl'],
    [
      'an object of "said"',
      'Brandt NNP 1 nsubj; said:say VBD -1 root; nothing NN 1 obj; and CC 4 cc; left:leave VBD 1 conj',
    ],
  ])('%s', (_, parse) => {
    const sentence = sentenceOf(parse)
    expect(repaired(sentence, rules)).toEqual(sentence)
  })
})

// A noun of time after "her" is taken for what is hers.
it('"met her yesterday" keeps its object', () => {
  const sentence = sentenceOf(
    'Brandt NNP 1 nsubj; met:meet VBD -1 root; her PRP 1 obj; yesterday NN 1 obl:unmarked',
  )
  expect(repaired(sentence, rules)).toEqual(sentence)
})

const TAGS = ['NNP', 'NN', 'NNS', 'VBD', 'VBZ', 'VBG', 'IN', 'DT', 'PRP', 'CC', ',']
const LABELS = [
  'nsubj',
  'obj',
  'obl',
  'nmod',
  'case',
  'mark',
  'conj',
  'ccomp',
  'acl:relcl',
  'appos',
  'xcomp',
  'aux',
]
const WORDS = ['said:say', 'after', 'her', 'with', 'meeting', 'Brandt', 'talks:talk', 'a', 'days:day']

/** Any tree over up to nine words: each token but the root hangs on one drawn before it, in a drawn order. */
const anyTree = fc.integer({ min: 1, max: 9 }).chain((size) =>
  fc
    .record({
      order: fc.shuffledSubarray([...Array(size).keys()], { minLength: size }),
      above: fc.array(fc.nat(), { minLength: size, maxLength: size }),
      words: fc.array(
        fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...TAGS), fc.constantFrom(...LABELS)),
        {
          minLength: size,
          maxLength: size,
        },
      ),
    })
    .map(({ order, above, words }) => {
      const lines = words.map(([word, tag, deprel], i) => {
        const place = order.indexOf(i)
        return place === 0 ? `${word} ${tag} -1 root` : `${word} ${tag} ${order[above[i]! % place]} ${deprel}`
      })
      return sentenceOf(lines.join('\n'))
    }),
)

// On failure fast-check prints the seed.
it('never breaks a tree: one root, no circle, the same words', () => {
  fc.assert(
    fc.property(anyTree, (sentence) => {
      const before = structuredClone(sentence)
      const { tokens } = repaired(sentence, rules)
      expect(sentence).toEqual(before)
      expect(tokens.map((t) => [t.form, t.start, t.end])).toEqual(
        sentence.tokens.map((t) => [t.form, t.start, t.end]),
      )
      expect(tokens.filter((t) => t.head < 0)).toHaveLength(1)
      for (let i = 0; i < tokens.length; i++) {
        let [at, steps] = [i, 0]
        while (at >= 0 && steps++ <= tokens.length) at = tokens[at]!.head
        expect(at).toBe(-1)
      }
    }),
    { numRuns: 500 },
  )
})
