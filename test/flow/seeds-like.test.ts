import { beforeAll, describe, expect, it } from 'vitest'
import { oneStory, type Steps } from '../../src/app/one-story.js'
import type { Event } from '../../src/rapport.js'
import { inventedEngine } from '../support.js'
import { LOADING, lineOf } from '../told.js'

/** Two reports of one meeting: two spellings, one date, background told twice, wishes in both directions. */
const UNDATED = `Brandt Praises Growing Ties
Arvenian President Ola Brandt met Bolandian Foreign Minister Choi Mun Ha in Tesk on Monday. Choi sent "warm greetings" to Arvenia.
Arvenia and Bolandia signed a mutual defense agreement in 2024 after Brandt visited Kettin.
Both countries are under international sanctions.
`
const DATED = `Brandt Hosts Bolandia's Top Diplomat

5 March 2031

Bolandian Foreign Minister Choe Mun Ha held talks with Arvenian President Ola Brandt in Tesk on Monday. Brandt sent "warm wishes" to Bolandia.

Arvenia and Bolandia signed a defence pact in 2024.

The Soviet Union recognised Bolandia in 1948.
`

let steps: Steps
beforeAll(() => {
  steps = oneStory(inventedEngine(), [
    { file: 'undated.txt', text: UNDATED },
    { file: 'dated.txt', text: DATED },
  ])
}, LOADING)

const only = (type: Event['event']): Event[] => steps.merged.events.filter((e) => e.event === type)

describe('two reports of one meeting', () => {
  it('tell one meeting, dated by the report that has a date', () => {
    const [meeting, ...others] = only('CONSULT').filter((e) => !e.background)
    expect(others).toEqual([])
    expect(meeting).toMatchObject({ reports: 2, origins: 2, date: '2031-03-03' })
    expect(new Set(meeting!.mentions.map((m) => m.date_from))).toEqual(
      new Set(['publication', 'other-report']),
    )
  })

  it('have one minister in two spellings', () => {
    const ministers = steps.merged.entities.filter((e) => e.kind === 'person' && e.country === 'XBO')
    expect(ministers).toHaveLength(1)
    expect(ministers[0]?.names).toEqual(expect.arrayContaining(['Choi Mun Ha', 'Choe Mun Ha']))
  })

  it('have greetings in opposite directions, which are no agreement', () => {
    const greetings = only('STATEMENT')
    expect(greetings.map((e) => lineOf(e.mentions[0]!)).sort()).toEqual([
      'STATEMENT XAR > XBO',
      'STATEMENT XBO > XAR',
    ])
    expect(greetings.map((e) => e.reports)).toEqual([1, 1])
  })

  it('have one pact of 2024 in the background, in two wordings', () => {
    const [pact, ...others] = only('SUPPORT').filter((e) => e.date === '2024')
    expect(others).toEqual([])
    expect(pact).toMatchObject({ reports: 2, background: true })
    const point = steps.comparison.points.find((p) => p.event.id === pact!.id)
    expect(point?.status).toBe('agree')
    expect(point?.fields.filter((f) => f.kind === 'conflict')).toEqual([])
  })

  it('put a visit before the signing no later than it', () => {
    expect(only('CONSULT').find((e) => e.background)).toMatchObject({ date: '[..2024]', reports: 1 })
  })

  it('have sanctions on both as no event between them', () =>
    expect(only('SANCTION')).toMatchObject([
      { actor: [], recipient: [{ id: 'XAR' }, { id: 'XBO' }], background: true, score: null },
    ]))

  it('have what a former state did as historical', () => {
    const former = steps.merged.events.find((e) => e.actor.some((a) => a.id === 'SUN'))
    expect(former).toMatchObject({ event: 'SUPPORT', aux: 'historical', date: '1948', background: true })
  })

  it('differ nowhere: nobody’s silence is a conflict', () =>
    expect(steps.comparison.points.filter((p) => p.status === 'conflict')).toEqual([]))
})
