import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { inventedEngine, mentionsOf as told } from '../../../test/support.js'
import { check } from '../../resolving/check.js'
import { fold } from '../../resolving/fold.js'
import type { Mention } from '../../types.js'
import { codebookFiles } from '../engine.js'
import { packageRoot } from '../paths.js'
import { Field, MappingError, mapColumns, parseColumns } from './columns.js'
import { type DateOrder, dateFrom } from './dates.js'
import { entryFrom, entryRules, isRefusal } from './entry.js'
import { type Refusal, readGiven } from './given.js'
import { knownNames, partyFrom, placeNamed, stateNamed } from './parties.js'
import { isRefusals, readTracker } from './tracker.js'
import { typeFrom } from './types.js'

const engine = inventedEngine()
const names = knownNames(engine.reading.lexicon)
const rules = entryRules(engine, null)

describe('dates', () => {
  test.each<[string, DateOrder | null, string]>([
    ['2031-03-03', null, '2031-03-03'],
    ['3 March 2031', null, '2031-03-03'],
    ['March 3, 2031', null, '2031-03-03'],
    ['2031/03/04', null, '2031-03-04'],
    ['2031-03', null, '2031-03'],
    ['2031', null, '2031'],
    ['March 2031', null, '2031-03'],
    ['2031-03-03/2031-03-05', null, '2031-03-03/2031-03-05'],
    ['[2031-03-01..2031-03-10]', null, '[2031-03-01..2031-03-10]'],
    ['2031/..', null, '2031/..'],
    ['2031-03-03T10:00:00Z', null, '2031-03-03'],
    ['28/03/2031', null, '2031-03-28'],
    ['03/28/2031', null, '2031-03-28'],
    ['04/04/2031', null, '2031-04-04'],
    ['03/04/2031', 'dmy', '2031-04-03'],
    ['03/04/2031', 'mdy', '2031-03-04'],
    ['3.4.2031', 'dmy', '2031-04-03'],
    ['3-4-2031', 'mdy', '2031-03-04'],
  ])('%s (%s) is %s', (text, order, date) => expect(dateFrom(text, order)).toBe(date))

  test.each<[string, DateOrder | null, string]>([
    ['03/04/2031', null, 'could be 2031-04-03 or 2031-03-04'],
    ['03.04.2031', null, 'could be'],
    ['28/03/2031', 'mdy', 'no day when read as mdy'],
    ['31/02/2031', 'dmy', 'no day'],
    ['31.02.2031', null, 'no day of the calendar'],
    ['03/04/31', 'dmy', 'no whole year'],
    ['2031-02-30', null, 'no date'],
    ['Monday', null, 'no date'],
    ['46084', null, 'no date'],
    ['soon', null, 'no date'],
  ])('%s (%s) is refused', (text, order, problem) =>
    expect((dateFrom(text, order) as Refusal).problem).toContain(problem),
  )
})

describe('types', () => {
  const type = (text: string) => typeFrom(text, engine.coding.codebook, engine.reading.model)
  test.each([
    ['CONSULT', 'CONSULT', null],
    ['consult visit', 'CONSULT', 'visit'],
    ['CONSULT/phone', 'CONSULT', 'phone'],
    ['met', 'CONSULT', null],
    ['Visited', 'CONSULT', 'visit'],
    ['meeting', 'CONSULT', null],
    ['attack', 'ASSAULT', null],
    ['sanctions', 'SANCTION', null],
    ['condemned', 'ACCUSE', 'disapprove'],
    ['STATEMENT', 'STATEMENT', null],
  ])('%s is %s, %s', (text, event, mode) => expect(type(text)).toMatchObject({ event, mode }))
  test.each([
    ['CONSULT waltz', 'has no mode "waltz"'],
    ['call', 'alone does not tell the type'],
    ['xyzzy', 'no word of the codebook'],
    ['-', 'no word of the codebook'],
  ])('%s is refused', (text, problem) => expect((type(text) as Refusal).problem).toContain(problem))
})

describe('parties', () => {
  test.each([
    ['Arvenia', 'XAR'],
    ['arvenian', 'XAR'],
    ['XAR', 'XAR'],
    ['xbo', 'XBO'],
    ['RU', 'RUS'],
    ['North Korea', 'PRK'],
    ['the Netherlands', 'NLD'],
    ['Tesk', null],
    ['Atlantis', null],
    ['XZZ', null],
    ['', null],
  ])('%s names %s', (text, code) => expect(stateNamed(text, names)).toBe(code))

  it('a person has a state and an office', () =>
    expect(partyFrom('Tor Lund (Foreign Minister, Bolandia)', 'actor', names)).toMatchObject({
      kind: 'person',
      name: 'Tor Lund',
      country: 'XBO',
      office: 'foreign minister',
    }))
  it('a person by hand is the person of the reports', () => {
    const [read] = told('Bolandian Foreign Minister Tor Lund visited Tesk on Monday.', '2031-03-05')
    expect(partyFrom('Tor Lund (XBO)', 'actor', names)).toMatchObject({ id: read!.actor[0]!.id })
  })
  it('others say what they are', () =>
    expect(partyFrom('group: Red Hand (Corvian)', 'actor', names)).toMatchObject({
      kind: 'group',
      name: 'Red Hand',
      country: 'XCV',
    }))
  it('organisations of the codebook are known', () =>
    expect(partyFrom('NATO', 'actor', names)).toMatchObject({ kind: 'organisation' }))
  test.each([
    ['Tor Lund', 'no state or organisation'],
    ['Tor Lund (Atlantis)', '"Atlantis" is no state'],
  ])('%s is refused', (text, problem) =>
    expect((partyFrom(text, 'actor', names) as Refusal).problem).toContain(problem),
  )
})

test.each([
  ['Tesk', { kind: 'capital', country: 'XAR' }],
  ['Arvenia', { kind: 'state', country: 'XAR' }],
  ['Vale, Bolandia', { text: 'Vale', kind: 'place', country: 'XBO' }],
  ['the quay', { kind: 'place', country: null }],
])('the place %s', (text, meant) => expect(placeNamed(text, names)).toMatchObject(meant))

const WHOLE = {
  type: 'met',
  actor: ['Tor Lund (foreign minister, Bolandia)'],
  recipient: ['Arvenian'],
  date: '3 March 2031',
  place: 'Tesk',
  quote: 'as planned',
  url: 'https://courier.example/1',
  outlet: 'Kettin Courier',
  note: 'Lund went to Tesk',
  by: 'Ana Bel',
}
const entry = (given: object): Mention | readonly Refusal[] => {
  const read = readGiven(given)
  return isRefusals(read) ? read : entryFrom(read, rules)
}
const problems = (given: object) => (entry(given) as readonly Refusal[]).map(({ field }) => field)

describe('an entry', () => {
  const made = entry(WHOLE) as Mention

  it('has its own words for its text, and each value stands in them', () => {
    expect(made.text).toBe(
      'Tor Lund (foreign minister, Bolandia) · met · Arvenian · 3 March 2031 · Tesk · as planned · Lund went to Tesk',
    )
    for (const { spans, said, reason } of made.evidence) {
      expect(said).toBe(true)
      expect(spans.map(({ start, end }) => made.text.slice(start, end))).toEqual([reason.words])
    }
  })
  it('has the values that the words mean', () =>
    expect(made).toMatchObject({
      event: 'CONSULT',
      date: '2031-03-03',
      date_from: 'said',
      actor: [{ country: 'XBO' }],
      recipient: [{ id: 'XAR' }],
      event_loc: { name: 'Tesk', country: 'XAR' },
      said_by_person: { by: 'Ana Bel', source: { outlet: 'Kettin Courier', title: null } },
    }))
  it('is the same entry however it is written', () => {
    const again = {
      ...WHOLE,
      type: 'CONSULT',
      recipient: [' XAR '],
      date: '2031-03-03',
      note: 'Lund  went to Tesk',
    }
    expect((entry(again) as Mention).id).toBe(made.id)
    expect((entry({ ...WHOLE, by: 'Ola Brandt' }) as Mention).id).not.toBe(made.id)
  })
  it('is stopped by the check when a value is not in its words', () => {
    const states = engine.resolving.stateWords
    const wrong = made.evidence.map((one) => ({ ...one, reason: { ...one.reason, words: 'shouted' } }))
    expect(() => check({ ...made, evidence: wrong }, made, states)).toThrow('own words')
    expect(() => check({ ...made, evidence: [] }, made, states)).toThrow('has no evidence')
    const inferred = made.evidence.map((one) => ({ ...one, said: false }))
    expect(() => check({ ...made, evidence: inferred }, made, states)).toThrow('own words')
  })
  it('loses what a terminal would run', () =>
    expect((entry({ ...WHOLE, note: 'a\u001B[31m\u0000b\r\nc' }) as Mention).text).toContain('a [31m b c'))

  test.each<[object, string[]]>([
    [{ ...WHOLE, actor: [] }, ['actor']],
    [{ ...WHOLE, actor: ['Atlantis'], date: 'soon', type: 'call' }, ['type', 'actor', 'date']],
    [{ ...WHOLE, recipient: ['Tor Lund (XBO)'] }, ['recipient']],
    [{ ...WHOLE, actor: ['NATO'], recipient: [] }, ['actor']],
    [{ ...WHOLE, url: 'javascript:alert(1)' }, ['url']],
    [{ ...WHOLE, by: ' ' }, ['by']],
    [{ ...WHOLE, note: 'x'.repeat(2001) }, ['note']],
    [{ ...WHOLE, colour: 'red' }, ['entry']],
  ])('%j is refused for %j', (given, fields) => expect(problems(given)).toEqual(fields))
})

describe('columns', () => {
  const known = parseColumns(codebookFiles('columns.yaml', []))
  const columns = ['Datum', 'Event type', 'Who', 'Whom', 'Extra']
  const mapped = (told: readonly string[], from: readonly string[] = columns) =>
    Object.fromEntries(mapColumns(from, told, known))

  it('are known by common names', () =>
    expect(mapped([])).toEqual({ Datum: 'date', 'Event type': 'type', Who: 'actor', Whom: 'recipient' }))
  it('what is told goes before what is known', () =>
    expect(mapped(['extra=actor'])).toEqual({
      Extra: 'actor',
      Datum: 'date',
      'Event type': 'type',
      Whom: 'recipient',
    }))
  test.each<[string[], string[], string]>([
    [['Datum'], columns, 'maps no column'],
    [['Datum=colour'], columns, 'maps no column'],
    [['When=date'], columns, 'there is no column "When"'],
    [[], ['Type', 'Who', 'Note', 'Notes'], 'could both hold note'],
    [[], ['Date', 'Who'], 'no column is known to hold type'],
    [['Datum=date', 'Extra=date'], columns, 'could both hold date'],
  ])('%j of %j are refused', (told, from, message) => {
    expect(() => mapped(told, from)).toThrow(MappingError)
    expect(() => mapped(told, from)).toThrow(message)
  })
  it('no name in the codebook stands for two fields', () => {
    const words = [
      ...readFileSync(join(packageRoot, 'codebook/columns.yaml'), 'utf8').matchAll(/^ {2}\w+: \[(.*)\]$/gm),
    ].flatMap(([, list]) => list!.split(',').map(fold))
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([])
    expect(words.length).toBeGreaterThan(Field.options.length * 5)
  })
})

it('a row of a tracker may name several on a side, and who recorded it', () => {
  const mapping = new Map([
    ['Who', 'actor'],
    ['What', 'type'],
    ['Coder', 'by'],
  ] as const)
  const record = { Who: 'Arvenia; Bolandia ;', What: 'met', Coder: '' }
  const [row, broken] = readTracker(
    [
      { number: 1, record },
      { number: 2, problem: 'the row has 9 cells', hint: 'quote them' },
    ],
    mapping,
    'Ana Bel',
    rules,
  )
  expect(row).toMatchObject({
    row: 1,
    words: 'Arvenia; Bolandia ; · met',
    entry: { said_by_person: { by: 'Ana Bel' } },
  })
  expect((row!.entry as Mention).actor.map(({ id }) => id)).toEqual(['XAR', 'XBO'])
  expect(broken).toMatchObject({ row: 2, entry: [{ problem: 'the row has 9 cells' }] })
  expect(isRefusal((broken!.entry as readonly Refusal[])[0])).toBe(true)
})
