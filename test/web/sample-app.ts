import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { CorrectionError } from '../../src/app/correcting/index.js'
import { makeApp } from '../../src/app/web/app.js'
import type { Desk, Job, Upload } from '../../src/app/web/desk.js'
import type { Door } from '../../src/app/web/guard.js'
import { openStore } from '../../src/store/index.js'
import { openView, type RecordView } from '../../src/store/view.js'
import type { Entity } from '../../src/types.js'
import { ARVENIA, BOLANDIA, event, mention, report, story } from '../store/samples.js'

/**
 * The pages over an invented record, for tests; importing it makes the record before the tests of a file and removes
 * it after.
 */
const folder = mkdtempSync(join(tmpdir(), 'rapport-app-'))
export const location = join(folder, 'rapport.db')
export const EVENTS = 120
/** One report tells of him, in a spelling of its own. */
export const LUND: Entity = {
  ...ARVENIA,
  id: 'p-lund',
  name: 'Tor Lund',
  names: ['Tor Lund'],
  kind: 'person',
}
let view: RecordView

beforeAll(async () => {
  const store = await openStore(location, { create: true })
  const told = mention('m1', { report: 'r1', actor: [ARVENIA], recipient: [BOLANDIA] })
  const source = { url: 'javascript:alert(1)', outlet: 'Kettin <b>Courier</b>', title: null }
  const by = { entry: 'h-1', by: 'Ana <i>Bel</i>', source, note: null }
  const hand = mention('hm-1', { report: 'h-1', text: 'own <u>words</u>', said_by_person: by })
  const seen = mention('m2', {
    report: 'r1',
    actor: [{ ...LUND, names: ['Thor Lund'] }],
    recipient: [BOLANDIA],
  })
  await store.saveReport({
    report: report('r1', 'Text of r1.', { published: { value: '2025-02-04', span: null } }),
    mentions: [told, seen],
    readAt: '2026-01-01T00:00:00Z',
    source: null,
  })
  const events = Array.from({ length: EVENTS - 1 }, (_, i) =>
    event(`e-${String(i).padStart(4, '0')}`, i === 0 ? [told, hand] : [], {
      said_by_person: i === 0 ? [by] : [],
      story: 's-1',
      date: `2025-${String((i % 12) + 1).padStart(2, '0')}-03`,
      summary: `Arvenia → Bolandia: met, ${i}`,
    }),
  )
  const undated = event('e-undated', [seen], {
    date: null,
    actor: [LUND],
    recipient: [BOLANDIA],
    summary: 'Lund left',
  })
  await store.withMergeLock((record) => record.saveEntry({ mention: hand, addedAt: '2026-01-01T00:00:00Z' }))
  await store.withMergeLock((record) =>
    record.replaceEvents('all', {
      events: [...events, undated],
      stories: [story('s-1', ['r1'], [])],
      origins: [{ id: 'r1', reports: ['r1'], reason: { rule: 'its own words', words: '' } }],
      entities: [ARVENIA, BOLANDIA, LUND],
    }),
  )
  await store.close()
  view = await openView(location)
})
afterAll(async () => {
  await view.close()
  rmSync(folder, { recursive: true })
})

/** A desk that keeps what is handed in and reads nothing. */
export function idleDesk() {
  const handedIn: Upload[] = []
  const job: Job = { id: 'j1', files: 1, news: [{ kind: 'stopped', reason: 'idle' }] }
  const desk: Desk = {
    submit: (uploads) => {
      handedIn.push(...uploads)
      return job
    },
    job: (id) => (id === job.id ? job : null),
    correct: async () => {
      throw new CorrectionError('there is no correction c9', 'rapport log lists them')
    },
    follow: () => () => {},
    close: async () => {},
  }
  return { desk, handedIn }
}

export const OPEN: Door = { host: '127.0.0.1', token: null }
export const CLOSED: Door = { host: '0.0.0.0', token: 'open sesame' }
export const HOST = { host: '127.0.0.1:4177' }

export function appWith(door: Door, desk = idleDesk().desk) {
  const files = new Map([['page.css', { type: 'text/css', body: '' }]])
  return makeApp({ view, desk, door, user: 'Ana', assets: { files, version: '1' } })
}

export const get = (path: string, headers: Record<string, string> = {}, door = OPEN) =>
  appWith(door).request(path, { headers: { ...HOST, ...headers } })
