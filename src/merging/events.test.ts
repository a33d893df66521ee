import { describe, expect, it } from 'vitest'
import { makeMention, makeReport, person, state } from '../comparing/testing.js'
import { NO_CORRECTIONS } from '../correcting/index.js'
import type { Mention } from '../types.js'
import { type Building, toEvent } from './events.js'
import { summaryOf } from './summary.js'

const ARVENIA = state('XAR', 'Arvenia')
const BOLANDIA = state('XBO', 'Bolandia')
const BRANDT = person('person:xar:brandt', 'XAR', 'president', 'Ola Brandt')
const LUND = person('person:xbo:lund', 'XBO', null, 'Pia Lund')

const TEXT = 'Arvenia met Bolandia about a bridge.'
const reports = new Map(['a', 'b', 'c'].map((id) => [id, makeReport(id, [TEXT])]))
const building: Building = {
  reports,
  originOf: new Map([
    ['a', 'a'],
    ['b', 'a'],
    ['c', 'c'],
  ]),
  storyOf: new Map([
    ['a', 's1'],
    ['b', 's1'],
    ['c', 's2'],
  ]),
  alike: () => false,
  kin: { kinds: () => [], isLight: () => false },
  rarity: () => 1,
  scores: () => ({ score: 2.5, quad: 1 }),
  kinds: [],
  corrections: NO_CORRECTIONS,
}
type Given = Partial<Omit<Mention, 'topic' | 'trigger'>> & { readonly topic?: readonly string[] }
const telling = (report: string, given: Given = {}): Mention =>
  makeMention(reports.get(report)!, TEXT, {
    trigger: 'met',
    topic: ['bridge'],
    actor: [ARVENIA, BOLANDIA],
    ...given,
  })
const merged = (one: Given, other: Given) => toEvent([telling('a', one), telling('b', other)], building)
const ids = (list: readonly { id: string }[]) => list.map((e) => e.id)

describe('the sides of an event', () => {
  it('are actors where neither is host', () =>
    expect(merged({}, {})).toMatchObject({ actor: [{ id: 'XAR' }, { id: 'XBO' }], recipient: [] }))

  it('are visitor and host where one telling knows', () => {
    const event = merged({}, { actor: [BOLANDIA], recipient: [ARVENIA] })
    expect([ids(event.actor), ids(event.recipient)]).toEqual([['XBO'], ['XAR']])
  })

  it('bear each person once, with every spelling and the office that one telling has', () => {
    const again = { ...LUND, names: ['Pia Lundh'], office: 'foreign minister' }
    const { actor } = merged({ actor: [BRANDT, LUND] }, { actor: [BRANDT, again] })
    expect(actor[1]).toMatchObject({ names: ['Pia Lund', 'Pia Lundh'], office: 'foreign minister' })
  })
})

describe('the date of an event', () => {
  it.each<[string, Given, Given, string | null]>([
    ['the finest', { date: '2031' }, { date: '2031-03-03' }, '2031-03-03'],
    [
      'said before inferred',
      { date: '2031-03-03', date_from: 'other-report' },
      { date: '2031-03-04', date_from: 'said' },
      '2031-03-04',
    ],
    ['the only one', {}, { date: '2031-03' }, '2031-03'],
    ['none', {}, {}, null],
  ])('is %s', (_, one, other, date) => expect(merged(one, other).date).toBe(date))

  it.each<[string, Given, Given, string[]]>([
    ['days apart', { date: '2031-03-03' }, { date: '2031-03-04' }, ['date']],
    ['a denial', {}, { denied_by: [BOLANDIA] }, ['event']],
    ['a month and a day in it', { date: '2031-03' }, { date: '2031-03-04' }, []],
    ['a date and none', { date: '2031-03' }, {}, []],
  ])('contested by %s', (_, one, other, contested) => expect(merged(one, other).contested).toEqual(contested))
})

describe('the values that say most', () => {
  it.each<[string, Given, Given, object]>([
    ['news before background', { background: true }, {}, { background: false }],
    ['background in both', { background: true }, { background: true }, { background: true }],
    ['done before planned', { aux: 'future' }, {}, { aux: null }],
    ['planned in both', { aux: 'future' }, { aux: 'future' }, { aux: 'future' }],
    ['the longest quotation', { quote: ['warm'] }, { quote: ['warm wishes'] }, { quote: 'warm wishes' }],
    ['the mode that one has', {}, { mode: 'visit' }, { mode: 'visit' }],
    ['each number once', { numbers: [twelve()] }, { numbers: [twelve()] }, { numbers: [twelve()] }],
  ])('%s', (_, one, other, values) => expect(merged(one, other)).toMatchObject(values))

  it('never depend on the order of the tellings', () => {
    const all = [
      telling('a', { mode: 'visit' }),
      telling('b', { date: '2031-03' }),
      telling('c', { quote: ['so'] }),
    ]
    expect(toEvent([...all].reverse(), building)).toEqual(toEvent(all, building))
  })
})

describe('where an event comes from', () => {
  const event = toEvent([telling('a'), telling('b'), telling('c')], building)

  it('counts copies as one origin', () =>
    expect(event).toMatchObject({ reports: 3, origins: 2, story: 's1' }))

  it('says which telling joined which, with clues', () => {
    expect(event.joins.map((j) => [j.mention, j.to])).toEqual([
      [telling('b').id, telling('a').id],
      [telling('c').id, expect.any(String)],
    ])
    expect(event.joins[0]?.total).toBe(event.joins[0]?.clues.reduce((sum, c) => sum + c.weight, 0))
  })

  it('is named after its first telling by id, so that a further one leaves the name', () => {
    expect(toEvent([telling('a')], building).id).toBe(event.id)
    expect(toEvent([telling('b')], building).id).not.toBe(event.id)
  })

  it('has a score only where a state acts', () => {
    expect(event.score).toBe(2.5)
    expect(toEvent([telling('a', { actor: [], recipient: [ARVENIA, BOLANDIA] })], building).score).toBeNull()
  })

  it('has a speaker only where something is said', () => {
    expect(event.speaker).toBeNull()
    expect(toEvent([telling('a', { event: 'STATEMENT', actor: [BRANDT] })], building).speaker?.id).toBe(
      BRANDT.id,
    )
  })
})

describe('the summary', () => {
  const plain = makeReport('plain', ['Arvenia attacked Bolandia at dawn, Corvia said.'])

  const others = ['Corvia', 'Dremland', 'Elland'].map((name) => state(`X${name.slice(0, 2)}`, name))
  it.each<[Given, string]>([
    [{}, 'Arvenia and Bolandia: met Bolandia about a bridge'],
    [{ actor: [ARVENIA], recipient: [BOLANDIA] }, 'Arvenia → Bolandia: met Bolandia about a bridge'],
    [{ actor: [ARVENIA, BRANDT, LUND] }, 'Ola Brandt and Pia Lund: met Bolandia about a bridge'],
    [
      { actor: [ARVENIA, BOLANDIA, ...others] },
      'Arvenia, Bolandia, Corvia and 2 more: met Bolandia about a bridge',
    ],
    [{ actor: [], recipient: [ARVENIA] }, 'Unnamed → Arvenia: met Bolandia about a bridge'],
    [{ topic: [] }, 'Arvenia and Bolandia: met'],
    [{ event: 'STATEMENT', actor: [BRANDT], quote: ['warm wishes'] }, 'Ola Brandt: “warm wishes”'],
  ])('%j', (given, summary) => {
    const mention = telling('a', given)
    expect(summaryOf([mention], mention.actor, mention.recipient)).toBe(summary)
  })

  it('is in the words that most reports use, a verb before a noun', () => {
    const said = (report: string, trigger: string, ...topic: readonly string[]) =>
      makeMention(
        makeReport(report, [`They ${trigger} ${topic} in Tesk.`]),
        `They ${trigger} ${topic} in Tesk.`,
        {
          trigger,
          topic,
          event: 'CONSULT',
        },
      )
    const told = [
      said('a', 'attended', 'the gathering'),
      said('b', 'talks', 'talks'),
      said('c', 'met'),
      said('d', 'met'),
    ]
    expect(summaryOf(told, [ARVENIA, BOLANDIA], [])).toBe('Arvenia and Bolandia: met')
  })

  it('goes on beyond a title and a quotation mark', () => {
    const text = 'Arvenia blamed Mr. Lund for “grave losses” in Tesk, Corvia said.'
    const blamed = makeMention(makeReport('plain', [text]), text, { event: 'ACCUSE', trigger: 'blamed' })
    expect(summaryOf([blamed], [ARVENIA], [])).toBe('Arvenia: blamed Mr. Lund for grave losses in Tesk')
  })

  it('of an act without an object goes on to the next stop', () => {
    const attack = makeMention(plain, plain.text, { event: 'ASSAULT', trigger: 'attacked' })
    expect(summaryOf([attack], [ARVENIA], [BOLANDIA])).toBe('Arvenia → Bolandia: attacked Bolandia at dawn')
  })
})

function twelve() {
  return { what: 'killed', value: 12, bound: null, text: '12' }
}

describe('the voices of an event', () => {
  const named = (name: string) => ({ kind: 'agency' as const, name })
  const voices = (one: Given, other: Given) =>
    toEvent([telling('a', one), telling('c', other)], building).origins

  it.each<[string, Given, Given, number]>([
    ['two texts', {}, {}, 2],
    [
      'one source that both relay',
      { attribution: named('Corvian Wire') },
      { attribution: named('Corvian wire') },
      1,
    ],
    ['two sources', { attribution: named('Corvian Wire') }, { attribution: named('Osterby News') }, 2],
    ['a source and a text of its own', { attribution: named('Corvian Wire') }, {}, 2],
    [
      'what two heard someone say',
      { event: 'STATEMENT', attribution: named('Corvian Wire') },
      { event: 'STATEMENT', attribution: named('Corvian Wire') },
      2,
    ],
  ])('%s', (_, one, other, count) => expect(voices(one, other)).toBe(count))

  it('are one where one report copies another', () => expect(merged({}, {}).origins).toBe(1))
})
