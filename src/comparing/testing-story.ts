import type { Event } from '../types.js'
import type { StoryToCompare } from './index.js'
import {
  city,
  count,
  makeEvent,
  makeMention,
  makeReport,
  masthead,
  person,
  source,
  state,
} from './testing.js'

/** An invented story for tests: a border clash and the talks after it, told by four reports, one of them a copy. */

const A_SAYS = {
  clash: 'Bolandian guns shelled the Arvenian border village of Osk on Sunday, killing 12 people.',
  talks: 'Arvenian President Mira Tolven met Bolandian Foreign Minister Daro Keshi in Maros on Tuesday.',
  calm: 'Tolven said the border would stay open "as agreed".',
  pact: 'The two countries signed a border treaty in 2019 after a year of talks led by Corvia.',
  greets: 'Tolven sent "warm regards" to the Bolandian people.',
  blames: 'Arvenia accused Bolandia of firing on farmers.',
}
const B_SAYS = {
  clash: 'At least 7 people died when shells hit Osk late on Monday, Bolandian state media reported.',
  talks:
    'Daro Keschi sat down with Arvenian President Mira Tolven and General Ilan Orr in Maros on 11 March.',
  calm: 'Tolven said the crossings would remain open "according to the agreement".',
  pact: 'They concluded a frontier accord in 2019 obliging both armies to stay ten kilometres apart.',
  greets: 'Keschi brought "warm greetings" from Kettin.',
}
const D_SAYS = {
  clash: 'Officials in Dremland put the dead at Osk at 9.',
  talks: 'The talks between President Tolven and Minister Keshi in Corvia ended without a statement.',
}

const ARVENIAN = { name: 'Tesk Daily', country: 'XAR', control: 'state', source: 'decree 4' } as const
const a = makeReport(
  'A',
  Object.values(A_SAYS),
  masthead('Tesk Daily', 'Guns of Bolandia kill 12 at Osk', '2025-03-11', ARVENIAN),
)
const BOLANDIAN = { name: 'Kettin Courier', country: 'XBO', control: 'private', source: 'imprint' } as const
const b = makeReport(
  'B',
  Object.values(B_SAYS),
  masthead('Kettin Courier', 'Keschi meets Tolven as border calms', '2025-03-12', BOLANDIAN),
)
const c = makeReport('C', Object.values(A_SAYS), masthead('Maros Herald', 'Twelve die at Osk', '2025-03-11'))
const d = makeReport('D', Object.values(D_SAYS), masthead('Osterby Review', 'What next for Osk?', null))

const ARVENIA = state('XAR', 'Arvenia')
const BOLANDIA = state('XBO', 'Bolandia')
const TOLVEN = person('tolven', 'XAR', 'president', 'Mira Tolven', 'Tolven')
const KESHI = person('keshi', 'XBO', 'foreign minister', 'Daro Keshi', 'Keshi')
const KESCHI = person('keshi', 'XBO', 'foreign minister', 'Daro Keschi', 'Keschi')
const ORR = person('orr', 'XAR', 'general', 'Ilan Orr')
const OSK = city('Osk', 'XAR')
const MAROS = city('Maros', 'XCV')
const CORVIA = city('Corvia', 'XCV', { precision: 'country' })

const sunday = { date: '2025-03-09', date_from: 'publication', date_text: 'on Sunday' } as const
const monday = { date: '2025-03-10', date_from: 'publication', date_text: 'on Monday' } as const
const tuesday = { date: '2025-03-11', date_from: 'publication', date_text: 'on Tuesday' } as const

function clash(): Event {
  const told = { event: 'ASSAULT', actor: [BOLANDIA], recipient: [ARVENIA], event_loc: OSK } as const
  const fromA = { ...told, ...sunday, trigger: 'shelled', numbers: [count('killed', 12, '12')] }
  const shared = { actor: [BOLANDIA], recipient: [ARVENIA] }
  return makeEvent(
    'clash',
    [
      makeMention(a, A_SAYS.clash, { ...fromA, ...shared }),
      makeMention(b, B_SAYS.clash, {
        ...told,
        ...monday,
        ...shared,
        trigger: 'hit',
        numbers: [count('killed', 7, 'At least 7', 'at-least')],
        attribution: source('Bolandian state media'),
      }),
      makeMention(c, A_SAYS.clash, { ...fromA, ...shared }),
      makeMention(d, D_SAYS.clash, {
        ...told,
        ...shared,
        actor: [],
        trigger: 'dead',
        numbers: [count('killed', 9, '9')],
      }),
    ],
    {
      summary: 'shelling of the border village of Osk',
      quad_code: 4,
      score: -9.5,
      origins: 3,
      contested: ['date', 'numbers'],
    },
  )
}

function talks(): Event {
  const told = { event: 'CONSULT', event_loc: MAROS } as const
  const fromA = { ...told, ...tuesday, trigger: 'met', actor: [TOLVEN, KESHI] }
  return makeEvent(
    'talks',
    [
      makeMention(a, A_SAYS.talks, fromA),
      makeMention(b, B_SAYS.talks, {
        ...told,
        date: '2025-03-11',
        date_from: 'said',
        date_text: 'on 11 March',
        trigger: 'sat down',
        actor: [KESCHI],
        recipient: [TOLVEN, ORR],
      }),
      makeMention(c, A_SAYS.talks, fromA),
      makeMention(d, D_SAYS.talks, {
        ...told,
        date: '2025-03-11',
        date_from: 'other-report',
        trigger: 'talks',
        actor: [TOLVEN, KESHI],
        event_loc: CORVIA,
      }),
    ],
    { summary: 'talks in Maros', quad_code: 1, score: 2.5, origins: 3 },
  )
}

function calm(): Event {
  const told = { event: 'STATEMENT', stance: 'said', actor: [TOLVEN], recipient: [BOLANDIA] } as const
  const both = { actor: [TOLVEN], recipient: [BOLANDIA], trigger: 'said' }
  return makeEvent(
    'calm',
    [
      makeMention(a, A_SAYS.calm, { ...told, ...both, quote: ['as agreed'] }),
      makeMention(b, B_SAYS.calm, { ...told, ...both, quote: ['according to the agreement'] }),
      makeMention(c, A_SAYS.calm, { ...told, ...both, quote: ['as agreed'] }),
    ],
    { summary: 'the border stays open', origins: 2, speaker: TOLVEN },
  )
}

function pact(): Event {
  const told = {
    event: 'SUPPORT',
    background: true,
    date: '2019',
    date_from: 'said',
    date_text: 'in 2019',
  } as const
  const both = { ...told, actor: [ARVENIA, BOLANDIA] }
  const fromA = { ...both, trigger: 'signed', topic: ['border treaty'] }
  return makeEvent(
    'pact',
    [
      makeMention(a, A_SAYS.pact, fromA),
      makeMention(b, B_SAYS.pact, { ...both, trigger: 'concluded', topic: ['frontier accord'] }),
      makeMention(c, A_SAYS.pact, fromA),
    ],
    { summary: 'border treaty', quad_code: 1, score: 5, origins: 2 },
  )
}

function greetings(): readonly Event[] {
  const told = { event: 'STATEMENT' } as const
  const out = { ...told, actor: [TOLVEN], recipient: [BOLANDIA], trigger: 'sent', quote: ['warm regards'] }
  const back = {
    ...told,
    actor: [KESCHI],
    recipient: [ARVENIA],
    trigger: 'brought',
    quote: ['warm greetings'],
  }
  return [
    makeEvent('regards', [makeMention(a, A_SAYS.greets, out), makeMention(c, A_SAYS.greets, out)], {
      summary: 'regards to the Bolandian people',
      origins: 1,
    }),
    makeEvent('greetings', [makeMention(b, B_SAYS.greets, back)], { summary: 'greetings from Kettin' }),
  ]
}

function blame(): Event {
  const told = { event: 'ACCUSE', actor: [ARVENIA], recipient: [BOLANDIA], trigger: 'accused' } as const
  const both = { ...told, actor: [ARVENIA], recipient: [BOLANDIA] }
  return makeEvent('blame', [makeMention(a, A_SAYS.blames, both), makeMention(c, A_SAYS.blames, both)], {
    summary: 'firing on farmers',
    quad_code: 3,
    score: -3.5,
    origins: 1,
  })
}

/** Four reports, A to D; C prints A's text; the day and the dead of the clash are in conflict. */
export function borderStory(): StoryToCompare {
  return {
    id: 'border',
    reports: [a, b, c, d],
    events: [talks(), clash(), calm(), pact(), ...greetings(), blame()],
    origins: new Map([
      ['A', 'wire-1'],
      ['B', 'own-b'],
      ['C', 'wire-1'],
      ['D', 'own-d'],
    ]),
  }
}
