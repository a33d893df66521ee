import { beforeAll, describe, expect, it } from 'vitest'
import { mentionsOf } from '../../test/support.js'
import { LOADING, loadEngine, onlyMention, told } from '../../test/told.js'

beforeAll(loadEngine, LOADING)

const ASSAULT = 'ASSAULT XAR > XBO'
const BRANDT = 'Arvenian President Ola Brandt'
const LUND = 'Bolandian Foreign Minister Pia Lund'

describe('who did it to whom, however it is put', () => {
  it.each([
    ['active', 'Arvenia attacked Bolandia.'],
    ['passive', 'Bolandia was attacked by Arvenia.'],
    ['troops of a state', 'Arvenian soldiers shelled a Bolandian village.'],
    ['things of a state', 'Arvenian planes bombed Bolandian villages.'],
    ['capitals for governments', 'Tesk attacked Kettin.'],
    ['only one to do it', 'Arvenia was the only country to attack Bolandia.'],
  ])('%s: %s', (_, text) => expect(told(text)).toEqual([ASSAULT]))

  it.each([
    ['relative clause', 'Arvenia, which attacked Bolandia, blamed Corvia.', [ASSAULT, 'ACCUSE XAR > XCV']],
    ['participle', 'Bolandia, attacked by Arvenia, blamed Corvia.', [ASSAULT, 'ACCUSE XBO > XCV']],
    ['two doers', 'Arvenia and Corvia attacked Bolandia.', ['ASSAULT XAR+XCV > XBO']],
    ['two sufferers', 'Arvenia attacked Bolandia and Corvia.', ['ASSAULT XAR > XBO+XCV']],
    ['two agents', 'Bolandia was criticised by Corvia and Dremland.', ['ACCUSE XCV+XDR > XBO']],
    [
      'one subject, two verbs',
      'Arvenia signed a pact with Bolandia and recognised Corvia.',
      ['SUPPORT XAR+XBO', 'SUPPORT XAR > XCV'],
    ],
    ['first to do it', 'Arvenia was the first country to recognise Bolandia.', ['SUPPORT XAR > XBO']],
    ['dative', 'Arvenia gave Bolandia two dozen tanks.', ['AID XAR > XBO']],
    ['thing first', 'Gas was supplied to Bolandia by Arvenia.', ['COOPERATE XAR > XBO']],
    ['owner of the envoy', 'Arvenia recalled its ambassador to Bolandia.', ['SANCTION XAR > XBO']],
    ['whose attack', 'Sanctions were imposed on Bolandia by Arvenia.', ['SANCTION XAR > XBO']],
  ])('%s: %s', (_, text, lines) => expect(told(text)).toEqual(lines))

  it.each([
    ['asked', 'Arvenia asked Bolandia to recognise Corvia.', 'REQUEST XAR > XBO'],
    ['urged', 'Arvenia urged Bolandia to release the sailors.', 'REQUEST XAR > XBO'],
    ['promised', 'Arvenia promised to help Bolandia.', 'AGREE XAR > XBO'],
    ['threatened', 'Arvenia threatened to attack Bolandia.', 'THREATEN XAR > XBO'],
    ['accused', 'Bolandia accused Arvenia of shelling a village.', 'ACCUSE XBO > XAR'],
  ])('what is only %s is no act of its own: %s', (_, text, line) => expect(told(text)).toEqual([line]))
})

describe('the US', () => {
  it.each([
    ['suffers', 'Arvenia attacked the US.', ['ASSAULT XAR > USA']],
    ['acts', 'The US attacked Arvenia.', ['ASSAULT USA > XAR']],
  ])('%s: it is no "us"', (_, text, lines) => expect(told(text)).toEqual(lines))
})

describe('meetings and visits', () => {
  it.each([
    'Arvenia met Bolandia.',
    'Arvenia and Bolandia met in Osterby.',
    'Arvenia held talks with Bolandia.',
    'Talks between Arvenia and Bolandia ended on Monday.',
    'Arvenia met with officials from Bolandia.',
    `${BRANDT} and Bolandian Premier Pia Lund met in Osterby on Monday.`,
  ])('have actors and no recipient where neither is host: %s', (text) =>
    expect(told(text)).toEqual(['CONSULT XAR+XBO']),
  )

  it.each([
    `${LUND} visited Arvenia on Monday.`,
    `${LUND} visited Tesk on Monday.`,
    `${BRANDT} hosted ${LUND} in Tesk.`,
    'Arvenia welcomed Bolandian Premier Pia Lund.',
  ])('have the visitor as actor and the host as recipient: %s', (text) =>
    expect(told(text)).toEqual(['CONSULT XBO > XAR']),
  )

  it('are joined by whoever "also attended" what was told before', () => {
    const [, joined] = mentionsOf(
      `${BRANDT} met ${LUND} in Tesk on Monday. Corvian Premier Ivo Sand also attended the meeting.`,
    )
    expect(joined?.actor.map((e) => e.name)).toEqual(['Ivo Sand', 'Ola Brandt', 'Pia Lund'])
  })

  it('are not joined where "a meeting" is another one', () => {
    const text = `${BRANDT} met Corvian Premier Ivo Sand on Monday. ${LUND} attended a meeting.`
    expect(told(text)).toEqual(['CONSULT XAR+XCV'])
  })
})

describe('what was told before', () => {
  it.each([
    [
      'Bolandia attacked Arvenia on Monday. Corvia condemned the attack.',
      ['ASSAULT XBO > XAR', 'ACCUSE XCV > XBO'],
    ],
    ['Bolandia attacked Arvenia. Arvenia condemned the attack.', ['ASSAULT XBO > XAR', 'ACCUSE XAR > XBO']],
    ['Corvia condemned the attack.', []],
    ['Bolandia met Arvenia on Monday. Corvia condemned the attack.', ['CONSULT XAR+XBO']],
  ])('says whom "the attack" condemns: %s', (text, lines) => expect(told(text)).toEqual(lines))

  it('says who wishes at a meeting are for, as inferred', () => {
    const [, wishes] = mentionsOf(`${BRANDT} met ${LUND} in Tesk on Monday. Lund conveyed warm wishes.`)
    expect(wishes).toMatchObject({ event: 'STATEMENT', recipient: [{ name: 'Ola Brandt' }] })
    expect(wishes?.evidence.find((e) => e.field === 'recipient')).toMatchObject({
      said: false,
      reason: { note: 'the other side of the meeting told before' },
    })
  })
})

describe('first person in quotations', () => {
  it.each([
    [`"We condemn the attack by Bolandia," ${BRANDT} said.`, ['ACCUSE XAR > XBO']],
    [`"We thank Bolandia," ${BRANDT} said.`, ['SUPPORT XAR > XBO']],
    [`"I will visit Bolandia," ${BRANDT} said.`, ['AGREE XAR > XBO']],
    [`"Our ministers met Bolandian officials," ${BRANDT} said.`, ['CONSULT XAR+XBO']],
    ['"We condemn the attack by Bolandia," a reader said.', []],
    ['We thank Bolandia.', []],
  ])('is the speaker: %s', (text, lines) => expect(told(text)).toEqual(lines))
})

describe('two sides are needed', () => {
  it.each([
    'Arvenia attacked.',
    'Arvenian ministers met in Tesk.',
    'Arvenian police attacked a bank.',
    'Arvenian Premier Ola Brandt visited Tesk.',
  ])('%s', (text) => expect(told(text)).toEqual([]))

  it.each([
    ['Bolandia was attacked.', 'ASSAULT  > XBO'],
    ['Two Bolandian sailors were killed on Monday.', 'ASSAULT  > XBO'],
    ['The murder of a Bolandian banker shocked Kettin.', 'ASSAULT  > XBO'],
  ])('but not for force that nobody is said to have used: %s', (text, line) =>
    expect(told(text)).toEqual([line]),
  )

  it('a body or people without a state are a side', () =>
    expect(told('Arvenia met critics.')).toEqual(['CONSULT XAR+critics']))

  it('but not for one’s own forces', () =>
    expect(told('Arvenia tested a missile.')).toEqual(['MOBILIZE XAR']))

  it('nor for what others put on two states, who are no event between them', () => {
    const mention = onlyMention('Bolandia and Corvia are under Western sanctions.')
    expect(mention).toMatchObject({ event: 'SANCTION', actor: [], background: true })
    expect(mention.recipient.map((e) => e.country)).toEqual(['XBO', 'XCV'])
  })

  it('a state’s sanctions have their doer', () =>
    expect(told('Bolandia is under Arvenian sanctions.')).toEqual(['SANCTION XAR > XBO']))
})

describe('a group of several states', () => {
  it.each([
    ['Officials from Arvenia and Bolandia met in Osterby.', 'CONSULT XAR+XBO'],
    ['The ministers of Arvenia and Bolandia met in Tesk.', 'CONSULT XAR+XBO'],
    ['The delegations of Arvenia, Bolandia and Corvia met in Osterby.', 'CONSULT XAR+XBO+XCV'],
  ])('is all of them: %s', (text, line) => expect(told(text)).toEqual([line]))
})

describe('the other state of a report', () => {
  it('is whom an act is for that names nobody', () =>
    expect(
      told('Bolandia and Arvenia share a river. Bolandia has two dams. Arvenia offered to help.'),
    ).toEqual(['AGREE XAR > XBO']))

  it('is left open where three are spoken of', () =>
    expect(
      told('Bolandia, Corvia and Arvenia share a river. Bolandia has two dams. Arvenia offered to help.'),
    ).toEqual([]))

  it('is not meant where somebody else is named', () =>
    expect(
      told('Bolandia and Arvenia share a river. Bolandia has two dams. Arvenia urged its citizens to stay.'),
    ).toEqual([]))
})

describe('a participle that is the verb', () => {
  it('has the noun before it as its doer', () =>
    expect(told('Arvenian troops killed at least 12 Bolandian soldiers on Monday.')).toEqual([ASSAULT]))
})

describe('states side by side', () => {
  it.each([
    [
      'two adjectives on one noun',
      'Arvenian and Bolandian ministers held talks in Osterby.',
      'CONSULT XAR+XBO',
    ],
    ['who will not meet refuses the other', 'Arvenia will not meet Bolandia.', 'REJECT XAR > XBO'],
  ])('%s', (_, text, line) => expect(told(text)).toEqual([line]))
})

describe('what two do to each other', () => {
  it.each([
    ['in words', 'Arvenia and Bolandia accused each other of spying.', ['ACCUSE XAR+XBO']],
    ['behind a preposition', 'Arvenia and Bolandia imposed sanctions on one another.', ['SANCTION XAR+XBO']],
    ['to what is theirs', "Arvenia and Bolandia expelled each other's diplomats.", ['SANCTION XAR+XBO']],
    ['is nothing where it is not known who they are', 'The neighbours accused each other of spying.', []],
  ])('%s', (_, text, lines) => expect(told(text)).toEqual(lines))
})

describe('what is done to a place', () => {
  it.each([
    ['a town', 'Arvenia and Ukraine met. Arvenia shelled Kherson.', 'ASSAULT XAR > UKR'],
    ['a thing in a town', 'Arvenia and Ukraine met. Arvenian jets hit the Odesa port.', 'ASSAULT XAR > UKR'],
    ['leaving it', 'Arvenia and Ukraine met. Arvenian troops withdrew from Kherson.', 'RETREAT XAR > UKR'],
    [
      'a visit',
      'Arvenia and Turkey met. President Ola Brandt of Arvenia visited Izmir.',
      'CONSULT XAR > TUR',
    ],
  ])('is done to the state that the report names: %s', (_, text, line) => expect(told(text)).toContain(line))

  it('is done to nobody known where a larger namesake elsewhere may be meant', () =>
    expect(told('Arvenia and the United States met. Arvenia shelled Manchester.')).toEqual([
      'CONSULT USA+XAR',
    ]))

  it('is done to nobody known where the report does not name the state', () =>
    expect(told('Arvenia and Bolandia met. Arvenia shelled Kherson.')).toEqual(['CONSULT XAR+XBO']))
})

describe('who is asked', () => {
  it('is not whoever the request is about', () =>
    expect(told('Arvenia asked the envoys to convey its greetings to Bolandia.')).toEqual([
      'REQUEST XAR > envoys',
    ]))
})

describe('what is learned from annotated reports', () => {
  it.each([
    [
      'whom it is done to',
      'The Corvian prime minister launched a scathing attack on Dremland.',
      'ACCUSE XCV > XDR',
    ],
  ])('%s', (_, text, line) => expect(told(text)).toEqual([line]))
})

describe('known to fail', () => {
  // The parser hangs "from Bolandia and Corvia" on the verb, so that the officials have no state.
  it.fails('a group of two states behind a verb', () =>
    expect(told('Arvenia met officials from Bolandia and Corvia.')).toEqual(['CONSULT XAR+XBO+XCV']))

  // A place is no party by its preposition, and the model is not sure enough of it.
  it.fails('what is bombed in a state', () =>
    expect(told('Arvenian forces bombed oil plants in Bolandia.')).toEqual([ASSAULT]))

  it('a plural noun before a past tense', () =>
    expect(told('Corvian drones struck Arvenian oil plants.')).toEqual(['ASSAULT XCV > XAR']))
})

describe('who is not named', () => {
  it.each([
    ['is the state where it was done', 'Three Bolandian students were arrested in Tesk.', 'COERCE XAR > XBO'],
    [
      'did the act by which it was done',
      'Two Bolandian guards were killed in a Corvian raid.',
      'ASSAULT XCV > XBO',
    ],
    [
      'is no owner of what was suffered',
      'Bolandian General Ivo Sel’s murder shocked Kettin.',
      'ASSAULT  > XBO',
    ],
    [
      'is one’s own state for a resignation',
      'Bolandian Foreign Minister Pia Lund resigned.',
      'RETREAT XBO > XBO',
    ],
    [
      'is the state that the report is about',
      'Arvenia votes on Sunday. Arvenia has one Arvenian party. The police arrested two students.',
      'COERCE XAR > students',
    ],
  ])('%s: %s', (_, text, line) => expect(told(text)).toContain(line))
})
