import { beforeAll, describe, expect, it } from 'vitest'
import { inventedEngine } from '../../../test/support.js'
import { LOADING, loadEngine } from '../../../test/told.js'
import type { Event } from '../../types.js'
import { oneStory } from '../one-story.js'
import { fitted } from './fitting.js'
import type { GoldEvent } from './gold/stories.js'

const TEXT = `Bel hosts Bolandian minister

Outlet: Tesk Times
Wednesday 5 March 2031

Arvenian President Ana Bel met Bolandian Foreign Minister Tor Lund in Tesk on Monday.
`
const gold: GoldEvent = {
  id: 'meeting',
  event: ['CONSULT'],
  actor: ['XBO'],
  recipient: ['XAR'],
  free: false,
  date: '2031-03-03',
  aux: null,
  background: false,
  in: [1],
  optional: false,
}
let events: readonly Event[]

describe('a gold event and the record that tells it', () => {
  beforeAll(() => {
    loadEngine()
    events = oneStory(inventedEngine(), [{ file: '1-wire.txt', text: TEXT }]).merged.events
  }, LOADING)

  it.each<[string, Partial<GoldEvent>, readonly string[] | null]>([
    ['fit', {}, []],
    ['fit but for the date', { date: '2031-02' }, ['date']],
    ['fit but for what is told of it', { background: true, in: [1, 2] }, ['background', 'reports']],
    ['fit with sides that may change places', { actor: ['XAR'], recipient: ['XBO'] }, []],
    ['do not fit in type', { event: ['ASSAULT'] }, null],
    ['do not fit in states', { recipient: [] }, null],
    ['do not fit in report', { in: [2] }, null],
  ])('%s', (_, change, wrong) => {
    const { fits, extra } = fitted([{ ...gold, ...change }], events)
    expect(fits[0]!.event === null ? null : fits[0]!.wrong).toEqual(wrong)
    expect(extra).toHaveLength(wrong === null ? 1 : 0)
  })

  it('the better fit comes first, and what must be found before what may be', () => {
    const rows = [{ ...gold, id: 'late', date: '2032' }, { ...gold, optional: true }, gold]
    const { fits } = fitted(rows, events)
    expect(fits.map(({ event }) => event !== null)).toEqual([false, false, true])
  })
})
