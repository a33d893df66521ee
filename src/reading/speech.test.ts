import { beforeAll, describe, expect, it } from 'vitest'
import { inventedEngine, reportOf } from '../../test/support.js'
import { LOADING, loadEngine } from '../../test/told.js'
import type { Reference } from '../types.js'
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

// Prepositions are compared by lemma, and the lemma of "according" is "accord".
it('"according to" names a source', () =>
  expect(speechesIn('The river was calm, according to Corvia.')).toMatchObject([{ source: 'Corvia' }]))

// The parser makes the quoted words before the verb its subject.
it.fails('a quotation parted by its speaker within a clause', () =>
  expect(speechesIn(`"The river," ${BRANDT} said, "is calm."`)).toMatchObject([{ source: BRANDT }]))
