import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { openStore, type Store } from '../../src/store/index.js'
import { openView, type RecordView } from '../../src/store/view.js'
import type { Event } from '../../src/types.js'
import { ARVENIA, BOLANDIA, CORVIA, story } from './samples.js'

/** A new record for each test of a file that imports this, and a view of it. */
export let folder: string
export let store: Store
export let view: RecordView

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-view-'))
  store = await openStore(join(folder, 'r.db'), { create: true })
  view = await openView(join(folder, 'r.db'))
})
afterEach(async () => {
  await view.close()
  await store.close()
  rmSync(folder, { recursive: true })
})

/** Puts these events in the place of all that the record has. */
export async function merge(events: readonly Event[], entities = [ARVENIA, BOLANDIA, CORVIA]): Promise<void> {
  const derived = { events, entities, stories: [story('s1', ['r1'])], origins: [] }
  await store.withMergeLock((record) => record.replaceEvents('all', derived))
}
