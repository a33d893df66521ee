import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { openEngine } from '../../src/app/engine.js'
import { findInputs } from '../../src/app/inputs.js'
import { packageRoot } from '../../src/app/paths.js'
import { type Flow, readIntoRecord } from '../../src/app/record.js'
import { startServer } from '../../src/app/web/serve.js'
import { codeReport, growRecord, mergeRecord, readInput, renewReport } from '../../src/rapport.js'
import { openStore } from '../../src/store/index.js'
import { openView, type RecordView } from '../../src/store/view.js'

export const LANTA = join(packageRoot, 'examples/lanta-river-2031')
export const MOSCOW = join(packageRoot, 'examples/moscow-october-2025')
const OVERLAY = join(LANTA, 'codebook')

/** Where Debian and its kin, and others, put Chromium; $CHROMIUM names another. */
const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
export const chromiumPath = PLACES.find((place) => place && existsSync(place))

/** @throws when no Chromium is installed, saying how to get one */
export async function openBrowser(): Promise<Browser> {
  if (!chromiumPath)
    throw new Error('Chromium is not installed: apt-get install chromium, or name it in $CHROMIUM')
  return chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
}

/** A server over a record of the examples, and what to look at in it. */
export interface Examples {
  readonly address: string
  readonly story: string
  readonly conflicts: string
  readonly report: string
  readonly event: string
  readonly entity: string
  /** An event with corrections, of which one is undone, and one that is rejected; see correctSome. */
  readonly corrected: string
  readonly rejected: string
  close(): Promise<void>
}

/** Reads paths into a new record and serves it on a free port. */
export async function openServer(paths: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-web-'))
  const location = join(folder, 'rapport.db')
  await fill(location, paths)
  const served = await startServer({
    location,
    codebook: [OVERLAY],
    door: { host: '127.0.0.1', token: null },
    user: 'Ana',
    port: 0,
  })
  return {
    address: served.address,
    location,
    close: async () => {
      await served.close()
      rmSync(folder, { recursive: true })
    },
  }
}

async function fill(location: string, paths: readonly string[]): Promise<void> {
  const store = await openStore(location, { create: true })
  if (paths.length > 0) {
    const flow: Flow = {
      engine: openEngine({ codebookDirs: [OVERLAY] }),
      codeReport,
      growRecord,
      renewReport,
      mergeRecord,
      readInput,
    }
    await readIntoRecord(store, flow, await findInputs(paths), {
      given: {},
      now: '2026-01-01T12:00:00Z',
      signal: new AbortController().signal,
      progress: { stored: () => {}, failed: () => {}, finished: () => {} },
    })
  }
  await store.close()
}

export async function openExamples(): Promise<Examples> {
  const server = await openServer([MOSCOW, LANTA])
  const view = await openView(server.location)
  const found = await lookAround(view)
  await view.close()
  return { address: server.address, close: server.close, ...found }
}

async function lookAround(view: RecordView) {
  const { items } = await view.stories({ limit: 10 })
  const story = items.find(({ title }) => title?.includes('Putin'))!
  const conflicts = items.find(({ id }) => id !== story.id)!
  const { events } = (await view.story(story.id))!
  const told = events.toSorted((a, b) => b.reports - a.reports)[0]!
  const disputed = (await view.story(conflicts.id))!.events.toSorted((a, b) => b.reports - a.reports)
  const person = events.flatMap(({ actor }) => actor).find(({ kind }) => kind === 'person')!
  return {
    story: story.id,
    conflicts: conflicts.id,
    report: story.reports[0]!,
    event: told.id,
    entity: person.id,
    corrected: disputed[0]!.id,
    rejected: disputed.at(-1)!.id,
  }
}

/** Corrects events of the examples by the API, with words that try to be more than words. */
export async function correctSome({ address, corrected, rejected }: Examples): Promise<void> {
  const reason = 'The ministry’s notice of 4 March gives the day <script>hacked=1</script>.'
  const wishes = [
    { action: 'value', id: corrected, field: 'date', value: '2031-03-02', by: 'Mira Tolven', reason },
    { action: 'value', id: corrected, field: 'actor', value: 'Corvia', by: 'Tor Lund', reason: 'Wrong side' },
    { action: 'undo', id: 'c2', by: 'Mira Tolven', reason: 'The Corvians had left by then' },
    { action: 'reject', id: rejected, by: 'Mira Tolven', reason: 'A drill, not an event' },
  ]
  for (const body of wishes) {
    const answer = await fetch(`${address}api/corrections`, { method: 'POST', body: JSON.stringify(body) })
    if (answer.status !== 201) throw new Error(await answer.text())
  }
}
