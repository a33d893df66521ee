import { describe, expect, it } from 'vitest'
import { loadModel } from '../app/assets.js'
import { codebookFiles } from '../app/engine.js'
import type { Block, Sentence } from '../types.js'
import { parseGrammar } from './grammar.js'
import { parseBlocks } from './parse.js'

const rules = { model: loadModel(), grammar: parseGrammar(codebookFiles('grammar.yaml', [])[0]!) }

function read(text: string): Sentence[] {
  const block: Block = { kind: 'paragraph', start: 0, end: text.length }
  return parseBlocks(text, [block], rules)
}

function arc(sentence: Sentence, form: string): string {
  const token = sentence.tokens.find((t) => t.form === form)!
  return `${token.deprel} ${sentence.tokens[token.head]?.form ?? 'root'}`
}

function rootsAndLoops(sentence: Sentence): { roots: number; lost: number } {
  const heads = sentence.tokens.map((t) => t.head)
  const reaches = (i: number) => {
    let at = i
    for (let n = 0; n <= heads.length && at !== -1; n++) at = heads[at]!
    return at === -1
  }
  return { roots: heads.filter((h) => h === -1).length, lost: heads.filter((_, i) => !reaches(i)).length }
}

describe('parseBlocks', () => {
  it.each([
    ['Bolandian troops attacked Arvenia on Monday.', 'troops', 'nsubj attacked'],
    ['Bolandian troops attacked Arvenia on Monday.', 'Arvenia', 'obj attacked'],
    ['The envoy was expelled by the government.', 'envoy', 'nsubj:pass expelled'],
    ['The envoy was expelled by the government.', 'was', 'aux:pass expelled'],
    ["Arvenia's president arrived in Maros.", 'Arvenia', 'nmod:poss president'],
    ['He called off the talks.', 'off', 'compound:prt called'],
    ['The president did not meet the delegation.', 'not', 'advmod meet'],
    ['The minister said that the ceasefire had failed.', 'failed', 'ccomp said'],
  ])('%s: %s is %s', (text, form, expected) => {
    expect(arc(read(text)[0]!, form)).toBe(expected)
  })

  it.each([
    ['Bolandia withdrew its ambassador.', 'withdrew', 'VERB VBD withdraw'],
    ['The rebels were overthrown in Maros.', 'overthrown', 'VERB VBN overthrow'],
    ['Arvenian forces shelled the town.', 'shelled', 'VERB VBD shell'],
    ['ENVOYS LEAVE MAROS', 'LEAVE', 'VERB VBP leave'],
    ['They left amid protests in Maros.', 'amid', 'ADP IN amid'],
    ['They have met twice.', 'met', 'VERB VBN meet'],
  ])('%s: %s is %s', (text, form, expected) => {
    const token = read(text)[0]!.tokens.find((t) => t.form === form)!
    expect(`${token.upos} ${token.xpos} ${token.lemma}`).toBe(expected)
  })

  it('reads titles and paragraphs and passes over the rest', () => {
    const text = 'Talks fail\nBy A. Writer\nThey met. They left.'
    const blocks: Block[] = [
      { kind: 'title', start: 0, end: 10 },
      { kind: 'byline', start: 11, end: 23 },
      { kind: 'paragraph', start: 24, end: text.length },
    ]
    const sentences = parseBlocks(text, blocks, rules)
    expect(sentences.map((s) => [s.index, s.block, text.slice(s.start, s.end)])).toEqual([
      [0, 0, 'Talks fail'],
      [1, 2, 'They met.'],
      [2, 2, 'They left.'],
    ])
  })

  it.each([
    ['nothing', ''],
    ['spaces', ' \n\t '],
    ['one mark', '.'],
    ['marks', '"?!)—…'],
    ['emoji', '🇰🇵🤝🇷🇺 👨‍👩‍👧 ok 👍🏽'],
    ['a lone surrogate', 'a \ud83d b'],
    ['capitals', 'TALKS FAIL IN MAROS'],
    ['a very long sentence', `The envoy ${'and the minister of Arvenia, '.repeat(600)}left.`],
    ['words without end', 'war '.repeat(3000)],
  ])('makes one tree with exact offsets of %s', (_, text) => {
    for (const sentence of read(text)) {
      expect(rootsAndLoops(sentence)).toEqual({ roots: 1, lost: 0 })
      for (const token of sentence.tokens) {
        expect(text.slice(token.start, token.end)).toBe(token.form)
        expect(token.form).toMatch(/^\S+$/)
      }
    }
  })

  it('gives the same result for the same text', () => {
    const text = 'Corvia and Dremland signed an agreement in Osterby.'
    expect(read(text)).toEqual(read(text))
  })
})
