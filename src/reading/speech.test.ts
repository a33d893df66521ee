import { beforeAll, describe, expect, it } from 'vitest'
import { inventedEngine, reportOf } from '../../test/support.js'
import { LOADING, loadEngine } from '../../test/told.js'
import type { Reference, Span } from '../types.js'
import { read } from './index.js'

beforeAll(loadEngine, LOADING)

/** Every speech of a text by its words: who, how, to whom, what. */
function speechesIn(text: string) {
  const { speeches, quotations } = read(reportOf(text), inventedEngine().reading)
  const words = (r: Reference | null) => r && text.slice(r.start, r.end)
  return speeches.map((s) => ({
    source: words(s.source),
    stance: s.stance,
    kind: s.attribution?.kind,
    addressee: words(s.addressee),
    content: s.content.map((c) => text.slice(c.start, c.end)),
    quoted: s.quotations.map((q) => text.slice(quotations[q]!.inner.start, quotations[q]!.inner.end)),
  }))
}

/** The words that name the speaker, that tell it, and that are told. */
function phrasesIn(text: string) {
  const { speeches } = read(reportOf(text), inventedEngine().reading)
  const words = (p: Span | null | undefined) => (p ? text.slice(p.start, p.end) : null)
  return speeches.map((s) => [words(s.speaker), words(s.words), words(s.content[0])])
}

function viewsIn(text: string) {
  const { speeches } = read(reportOf(text), inventedEngine().reading)
  const words = (p: Span | null) => p && text.slice(p.start, p.end)
  return speeches
    .filter((s) => s.kind === 'view')
    .map((s) => ({ stance: s.stance, source: words(s.source), content: s.content.map(words) }))
}

const BRANDT = 'Arvenian President Ola Brandt'

describe('who says what', () => {
  it.each([
    ['a clause', `${BRANDT} said that the river was calm.`, 'said', ['that the river was calm']],
    ['a clause without "that"', `${BRANDT} said the river was calm.`, 'said', ['the river was calm']],
    [
      'a denial',
      `${BRANDT} denied that Arvenia had attacked Bolandia.`,
      'denied',
      ['that Arvenia had attacked Bolandia'],
    ],
    ['a claim', `${BRANDT} claimed that the river was calm.`, 'claimed', ['that the river was calm']],
    ['a warning', `${BRANDT} warned that the river was rising.`, 'warned', ['that the river was rising']],
  ])('%s: %s', (_, text, stance, content) =>
    expect(speechesIn(text)).toMatchObject([{ source: BRANDT, kind: 'named', stance, content }]),
  )

  it.each([
    ['quoted before', `"The river is calm," ${BRANDT} said.`, ['The river is calm']],
    ['quoted after', `${BRANDT} said: "The river is calm."`, ['The river is calm']],
    ['quoted in part', `${BRANDT} said that the river was "calm and wide".`, ['calm and wide']],
    [
      'twice',
      `"The river is calm," ${BRANDT} said, "and it is wide."`,
      ['The river is calm', 'and it is wide'],
    ],
  ])('%s: %s', (_, text, quoted) => expect(speechesIn(text)).toMatchObject([{ source: BRANDT, quoted }]))

  it('a quotation goes on with the speaker before it', () =>
    expect(speechesIn(`"The river is calm," ${BRANDT} said. "It will stay so."`)).toMatchObject([
      { source: BRANDT },
      { source: BRANDT, quoted: ['It will stay so'] },
    ]))

  it('has an addressee', () =>
    expect(
      speechesIn(`${BRANDT} told Bolandian Foreign Minister Pia Lund that the river was calm.`),
    ).toMatchObject([{ addressee: 'Bolandian Foreign Minister Pia Lund' }]))
})

describe('what kind of source', () => {
  it.each([
    ['unnamed', 'Officials said that the river was calm.'],
    ['document', 'The statement said that the river was calm.'],
    ['agency', 'Reuters said that the river was calm.'],
  ])('%s: %s', (kind, text) => expect(speechesIn(text)).toMatchObject([{ kind }]))

  it('an outlet only reports: nobody acts', () =>
    expect(speechesIn('Reuters said that the river was calm.')).toMatchObject([{ source: null }]))
})

describe('nobody says', () => {
  it.each([
    ['what is told in the report’s own voice', 'The river was calm.'],
    ['what is only begun', `${BRANDT} began building a bridge.`],
    ['a word in the middle of a quotation', 'The sign "they said it was calm" hung there.'],
  ])('%s: %s', (_, text) => expect(speechesIn(text)).toEqual([]))
})

describe('a source without a verb', () => {
  it.each([
    ['The river was calm, according to Corvia.', 'Corvia'],
    ['According to Corvia, the river was calm.', 'Corvia'],
  ])('%s', (text, source) => expect(speechesIn(text)).toMatchObject([{ source }]))
})

describe('a speaker set into the words', () => {
  it.each([
    ['between commas', `The river, ${BRANDT} said, is calm.`, ['The river', 'is calm']],
    ['between quotations', `"The river," ${BRANDT} said, "is calm."`, ['The river', 'is calm']],
    ['with "as"', `As ${BRANDT} said, the river is calm.`, ['the river is calm']],
    ['at the end', `The river is calm, ${BRANDT} told reporters.`, ['The river is calm']],
  ])('%s: %s', (_, text, content) => expect(speechesIn(text)).toMatchObject([{ source: BRANDT, content }]))

  it('of whom a clause follows', () => {
    const text = '"The river is calm," said Pia Lund, the Bolandian foreign minister who led the talks.'
    expect(phrasesIn(text)).toEqual([
      ['Pia Lund, the Bolandian foreign minister who led the talks', 'said', 'The river is calm'],
    ])
  })
})

describe('who goes on', () => {
  it('adding more', () => {
    const text = `${BRANDT} said on Monday that the river was calm, adding that it was wide.`
    expect(speechesIn(text)).toMatchObject([
      { source: BRANDT, content: ['that the river was calm'] },
      { source: BRANDT, content: ['that it was wide'] },
    ])
  })

  it('a quotation over two sentences is its own speaker’s, not the one’s before it', () => {
    const text = `Bolandia said that the road was closed. "The river is calm. It will stay so," ${BRANDT} said.`
    expect(speechesIn(text)).toMatchObject([
      { source: 'Bolandia' },
      { source: BRANDT, content: ['The river is calm'] },
      { source: BRANDT, content: ['It will stay so'] },
    ])
  })
})

it('speech within speech has both speakers', () =>
  expect(speechesIn(`Bolandia said that ${BRANDT} had warned that the river was rising.`)).toMatchObject([
    { source: 'Bolandia', stance: 'said' },
    { source: BRANDT, stance: 'warned', content: ['that the river was rising'] },
  ]))

it('an agency relays what somebody says', () =>
  expect(speechesIn(`Reuters reported that ${BRANDT} said the river was calm.`)).toMatchObject([
    { source: null, kind: 'agency' },
    { source: BRANDT, content: ['the river was calm'] },
  ]))

describe('the words of speaker and cue', () => {
  it.each([
    [
      `${BRANDT} has long called for talks with Bolandia.`,
      [BRANDT, 'has long called for', 'for talks with Bolandia'],
    ],
    [
      `Pia Lund, the Bolandian foreign minister, said the river was calm.`,
      ['Pia Lund, the Bolandian foreign minister', 'said', 'the river was calm'],
    ],
    [`${BRANDT}, who said the river was calm, left.`, ['who', 'said', 'the river was calm']],
  ])('%s', (text, phrases) => expect(phrasesIn(text)).toEqual([phrases]))
})

describe('views', () => {
  it.each([
    [`${BRANDT} believes that the river is calm.`, 'thought', BRANDT, ['that the river is calm']],
    ['Arvenia wants Bolandia to withdraw.', 'hoped', 'Arvenia', ['Bolandia to withdraw']],
    [`${BRANDT} praised Bolandia for its patience.`, 'praised', BRANDT, ['Bolandia for its patience']],
    [`${BRANDT} is confident that the river is calm.`, 'thought', BRANDT, ['that the river is calm']],
    ['Arvenia made a call for talks on the river.', 'said', 'Arvenia', ['talks on the river']],
    ['Bolandia is expected to withdraw.', 'expected', null, ['to withdraw']],
  ])('%s', (text, stance, source, content) => expect(viewsIn(text)).toEqual([{ stance, source, content }]))

  it.each([
    ['a fight', 'Arvenia attacked Bolandia.'],
    ['a word that describes', 'The expected visit was short.'],
    ['what stands in a quotation', 'The sign "Arvenia wants peace" hung there.'],
  ])('none in %s: %s', (_, text) => expect(viewsIn(text)).toEqual([]))
})
