import { describe, expect, it } from 'vitest'
import { sentenceOf } from '../../test/trees.js'
import { nounSlots, objectsOf, subjectsOf, verbSlots } from './slots.js'
import { treeOf } from './tree.js'

/** Subjects, objects and phrases of the first token with a form, by their words. */
function around(parse: string, form: string) {
  const tree = treeOf(sentenceOf(parse))
  const i = tree.tokens.findIndex((t) => t.form === form)
  const words = (list: readonly number[]) => list.map((k) => tree.tokens[k]!.form)
  const slots = tree.tokens[i]!.xpos.startsWith('V') ? verbSlots(tree, i) : nounSlots(tree, i)
  return {
    subject: words(slots.subject),
    object: words(slots.object),
    prep: Object.fromEntries([...slots.prep].map(([word, heads]) => [word, words(heads)])),
    deep: { subjects: words(subjectsOf(tree, i)), objects: words(objectsOf(tree, i)) },
  }
}

describe('who does it to whom', () => {
  it.each<[string, string, string, string[], string[]]>([
    [
      'active',
      'Arvenia NNP 1 nsubj; attacked:attack VBD -1 root; Bolandia NNP 1 obj',
      'attacked',
      ['Arvenia'],
      ['Bolandia'],
    ],
    [
      'passive',
      'Bolandia NNP 2 nsubj:pass; was:be VBD 2 aux:pass; attacked:attack VBN -1 root; by IN 4 case; Arvenia NNP 2 obl:agent',
      'attacked',
      ['Arvenia'],
      ['Bolandia'],
    ],
    [
      'passive, doer unsaid',
      'Bolandia NNP 2 nsubj:pass; was:be VBD 2 aux:pass; attacked:attack VBN -1 root',
      'attacked',
      [],
      ['Bolandia'],
    ],
    [
      'coordination on both sides',
      'Arvenia NNP 3 nsubj; and CC 2 cc; Corvia NNP 0 conj; attacked:attack VBD -1 root; Bolandia NNP 3 obj; and CC 6 cc; Dremland NNP 4 conj',
      'attacked',
      ['Arvenia', 'Corvia'],
      ['Bolandia', 'Dremland'],
    ],
    [
      'second verb of one subject',
      'Arvenia NNP 1 nsubj; came:come VBD -1 root; and CC 3 cc; attacked:attack VBD 1 conj; Bolandia NNP 3 obj',
      'attacked',
      ['Arvenia'],
      ['Bolandia'],
    ],
    [
      'relative clause',
      'Arvenia NNP 5 nsubj; , , 0 punct; which WDT 3 nsubj; attacked:attack VBD 0 acl:relcl; Bolandia NNP 3 obj; fell:fall VBD -1 root',
      'attacked',
      ['Arvenia'],
      ['Bolandia'],
    ],
    [
      'relative clause without its object',
      'town NN -1 root; Arvenia NNP 2 nsubj; attacked:attack VBD 0 acl:relcl',
      'attacked',
      ['Arvenia'],
      ['town'],
    ],
    [
      'participle after its sufferer',
      'town NN -1 root; attacked:attack VBN 0 acl; by IN 3 case; Arvenia NNP 1 obl',
      'attacked',
      ['Arvenia'],
      ['town'],
    ],
    [
      'control by the subject',
      'Arvenia NNP 1 nsubj; threatened:threaten VBD -1 root; to TO 3 mark; attack VB 1 xcomp; Bolandia NNP 3 obj',
      'attack',
      ['Arvenia'],
      ['Bolandia'],
    ],
    [
      'control by the object',
      'Arvenia NNP 1 nsubj; asked:ask VBD -1 root; Bolandia NNP 1 obj; to TO 4 mark; leave VB 1 xcomp; Corvia NNP 4 obj',
      'leave',
      ['Bolandia'],
      ['Corvia'],
    ],
    [
      'what is said of the subject',
      'Arvenia NNP 4 nsubj; was:be VBD 4 cop; the DT 4 det; first JJ 4 amod; country NN -1 root; to TO 6 mark; recognise VB 4 acl; Bolandia NNP 6 obj',
      'recognise',
      ['Arvenia'],
      ['Bolandia'],
    ],
  ])('%s', (_, parse, form, subjects, objects) =>
    expect(around(parse, form).deep).toEqual({ subjects, objects }),
  )
})

describe('phrases', () => {
  it('are found where they hang on other phrases, "of" only at the verb', () => {
    const parse =
      'Arvenia NNP 1 nsubj; held:hold VBD -1 root; talks:talk NNS 1 obj; with IN 4 case; envoys:envoy NNS 2 nmod; of IN 6 case; Bolandia NNP 4 nmod; in IN 8 case; Tesk NNP 4 nmod'
    expect(around(parse, 'held').prep).toEqual({ with: ['envoys'], in: ['Tesk'] })
  })

  it('nearer go before further ones', () => {
    const parse =
      'Arvenia NNP 1 nsubj; spoke:speak VBD -1 root; to IN 3 case; envoys:envoy NNS 1 obl; to IN 5 case; Bolandia NNP 3 nmod'
    expect(around(parse, 'spoke').prep).toEqual({ to: ['envoys'] })
  })

  it('joined are all there', () => {
    const parse =
      'Arvenia NNP 1 nsubj; met:meet VBD -1 root; with IN 3 case; Bolandia NNP 1 obl; and CC 5 cc; Corvia NNP 3 conj'
    expect(around(parse, 'met').prep).toEqual({ with: ['Bolandia', 'Corvia'] })
  })
})

describe('a noun of action', () => {
  it.each<[string, string, string, string[], string[]]>([
    [
      'whose it is',
      'Arvenian JJ 1 amod; attack NN -1 root; on IN 3 case; Bolandia NNP 1 nmod',
      'attack',
      ['Arvenian'],
      [],
    ],
    ['by whom', 'attack NN -1 root; by IN 2 case; Arvenia NNP 0 nmod', 'attack', ['Arvenia'], []],
    ['of what', 'seizure NN -1 root; of IN 2 case; ships:ship NNS 0 nmod', 'seizure', [], ['ships']],
    ['in -ing with an object beside it', 'meeting NN -1 root; Brandt NNP 0 appos', 'meeting', [], ['Brandt']],
  ])('%s', (_, parse, form, subject, object) =>
    expect(around(parse, form)).toMatchObject({ subject, object }),
  )

  it('under which somebody is', () => {
    const parse = 'Bolandia NNP 3 nsubj; is:be VBZ 3 cop; under IN 3 case; sanctions:sanction NNS -1 root'
    expect(around(parse, 'sanctions').prep).toEqual({ 'said of': ['Bolandia'] })
  })
})
