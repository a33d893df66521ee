import { beforeAll, describe, expect, it } from 'vitest'
import { inventedEngine, reportOf } from '../../test/support.js'
import { LOADING, loadEngine, onlyMention } from '../../test/told.js'
import type { Evidence, Mention } from '../types.js'
import { CheckError, check, problemsOf } from './check.js'

const TEXT =
  'Arvenian President Ola Brandt gave "warm greetings" and at least 40 tanks to Bolandia in Tesk on Monday.'
const report = reportOf(TEXT)

let sound: Mention
beforeAll(() => {
  loadEngine()
  const made = onlyMention(TEXT)
  // Everything that the check looks at is there, a quotation included.
  const start = TEXT.indexOf('warm')
  const quoted = { start, end: start + 'warm greetings'.length }
  const quote: Evidence = {
    field: 'quote',
    value: 'warm greetings',
    said: true,
    spans: [quoted],
    reason: { rule: 'between quotation marks', words: 'warm greetings' },
  }
  sound = {
    ...made,
    quote: ['warm greetings'],
    evidence: [...made.evidence.filter((e) => e.field !== 'quote'), quote],
  }
}, LOADING)

const problems = (mention: Mention): string[] =>
  problemsOf(mention, report, inventedEngine().resolving.stateWords)
const withEvidence = (field: string, change: (e: Evidence) => Evidence): Mention => ({
  ...sound,
  evidence: sound.evidence.map((e) => (e.field === field ? change(e) : e)),
})
const without = (field: string): Mention => ({
  ...sound,
  evidence: sound.evidence.filter((e) => e.field !== field),
})

it('a true record passes, and is the same afterwards', () => {
  expect(sound.evidence.map((e) => e.field)).toEqual(
    expect.arrayContaining(['event', 'actor', 'recipient', 'date', 'number', 'quote']),
  )
  expect(problems(sound)).toEqual([])
  expect(check(sound, report, inventedEngine().resolving.stateWords)).toBe(sound)
})

describe('a false record is stopped', () => {
  it.each<[string, () => Mention, RegExp]>([
    ['a changed text', () => ({ ...sound, text: sound.text.replace('Monday', 'Sunday') }), /not the slice/],
    ['moved offsets', () => ({ ...sound, start: sound.start + 1 }), /not the slice/],
    [
      'a changed quotation',
      () => withEvidence('quote', (e) => ({ ...e, value: 'cold greetings' })),
      /quote "cold greetings" is not found at its span/,
    ],
    [
      'a changed number',
      () => withEvidence('number', (e) => ({ ...e, value: 'at least 50' })),
      /number "at least 50" is not found/,
    ],
    [
      'an actor who is not at its span',
      () => withEvidence('actor', (e) => ({ ...e, spans: [{ start: 72, end: 80 }] })),
      /actor "Ola Brandt" is not named at its span/,
    ],
    [
      'evidence for someone else',
      () => withEvidence('recipient', (e) => ({ ...e, value: 'XCV' })),
      /names "XCV", which the record does not/,
    ],
    [
      'an actor put in',
      () => ({ ...sound, actor: [...sound.actor, { ...sound.recipient[0]!, id: 'XDR' }] }),
      /actor XDR has no evidence/,
    ],
    ['actors without evidence', () => without('actor'), /actor .* has no evidence/],
    ['recipients without evidence', () => without('recipient'), /recipient XBO has no evidence/],
    ['a date without evidence', () => without('date'), /date 2031-03-03 has no evidence/],
    ['another date', () => ({ ...sound, date: '2031-03-04' }), /date 2031-03-04 has no evidence/],
    [
      'a place without evidence',
      () => ({
        ...without('place'),
        event_loc: { name: 'Maros', country: 'XCV', lat: null, lon: null, geonames: null, precision: 'city' },
      }),
      /place has no evidence/,
    ],
    [
      'said, but nowhere',
      () => withEvidence('event', (e) => ({ ...e, spans: [] })),
      /told as said but has no span/,
    ],
    [
      'a span outside the text',
      () => withEvidence('event', (e) => ({ ...e, spans: [{ start: 0, end: TEXT.length + 1 }] })),
      /points outside the text/,
    ],
    [
      'a span the wrong way round',
      () => withEvidence('event', (e) => ({ ...e, spans: [{ start: 9, end: 3 }] })),
      /points outside the text/,
    ],
    [
      'inferred for no reason',
      () => withEvidence('date', (e) => ({ ...e, said: false, reason: { rule: '', words: '' } })),
      /inferred without a reason/,
    ],
  ])('%s', (_, falsified, message) => {
    const mention = falsified()
    expect(problems(mention).join('; ')).toMatch(message)
    expect(() => check(mention, report, inventedEngine().resolving.stateWords)).toThrow(CheckError)
  })

  // The check holds evidence against the text, but not these fields of the record against their evidence.
  it.fails.each<[string, (m: Mention) => Mention]>([
    ['quotation', (m) => ({ ...m, quote: ['cold greetings'] })],
    ['number', (m) => ({ ...m, numbers: [{ what: 'tank', value: 400, bound: null, text: '400' }] })],
    ['topic', (m) => ({ ...m, topic: [{ start: 0, end: 8, text: 'missiles' }] })],
    ['trigger', (m) => ({ ...m, trigger: { ...m.trigger, text: 'sold' } })],
    ['type', (m) => ({ ...m, event: 'ASSAULT' })],
  ])('a %s that no evidence bears', (_, falsified) => expect(problems(falsified(sound))).not.toEqual([]))
})

it('the error names the mention, every problem and what to do', () => {
  const mention = { ...without('date'), text: '' }
  expect(() => check(mention, report, new Map())).toThrow(
    new RegExp(`mention ${sound.id} was stopped.*not the slice.*date.*has no evidence.*please report it`),
  )
})
