import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { event, mention, report } from '../../test/store/samples.js'
import { type LockedRecord, openStore, type Store } from '../store/index.js'
import type { Report } from '../types.js'
import { findInputs } from './inputs.js'
import { type Flow, mergePending, NOTHING, readIntoRecord, recodeRecord, removeFromRecord } from './record.js'

/** A flow without rules: each line of a file is a report, each "!" a mention of the one event of its text. */
const flow = {
  engine: {},
  readInput: (_: unknown, { file, bytes }: { file: string; bytes: Uint8Array }) => {
    const lines = String(bytes).split('\n').filter(Boolean)
    if (lines.length === 0)
      return { reports: [], failures: [{ file, problem: 'is empty', hint: 'leave it out' }] }
    const rows = lines.length > 1
    const reports = lines.map((text, row) => report(text, text, { file: rows ? `${file}#${row + 1}` : file }))
    for (const { id } of reports) seen.add(id)
    return { reports, failures: [] }
  },
  codeReport: (_: unknown, { id, text }: { id: string; text: string }) => {
    if (text.includes('fault')) throw new Error('a record says what the report does not')
    return { mentions: text.includes('!') ? [mention(`m-${id}`, { report: id })] : [] }
  },
  renewReport: (_: unknown, one: Report) => one,
  growRecord: async (_: unknown, record: LockedRecord) => {
    const mentions = await record.mentions([...seen])
    const events = mentions.length > 0 ? [event(`e${mentions.length}`, mentions)] : []
    return record.replaceEvents('all', { events, stories: [], origins: [], entities: [] })
  },
} as unknown as Flow

/** Every report ever read. */
const seen = new Set<string>()
let folder: string
let store: Store
let said: string[]
const controller = () => new AbortController()

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-record-'))
  store = await openStore(join(folder, 'rapport.db'), { create: true })
  said = []
  seen.clear()
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const write = (name: string, text: string) => writeFileSync(join(folder, name), text)

async function read(names: string[], stop = controller(), stopAfter = Number.POSITIVE_INFINITY) {
  const found = await findInputs(names.map((name) => join(folder, name)))
  return readIntoRecord(store, flow, found, {
    given: {},
    now: '2025-11-01T00:00:00Z',
    signal: stop.signal,
    progress: {
      stored: ({ id }, saved) => {
        said.push(`${saved} ${id}`)
        if (said.length === stopAfter) stop.abort()
      },
      failed: ({ problem }) => said.push(problem),
      finished: () => {},
    },
  })
}

const NONE = { ...NOTHING, interrupted: false }

describe('reading into the record', () => {
  test('counts what came of each report, and names what could not be read', async () => {
    for (const [name, text] of Object.entries({ a: 'one!', b: 'two!', c: '', d: 'nothing', e: 'fault!' }))
      write(name, text)
    expect(await read(['a', 'b', 'c', 'd', 'e', 'missing'])).toEqual({
      ...NONE,
      new: 3,
      empty: 1,
      failed: 3,
      events: { added: 1, joined: 1, gone: 0 },
    })
    expect(said).toEqual([
      'does not exist',
      'new one!',
      'new two!',
      'is empty',
      'new nothing',
      'could not be coded (a record says what the report does not)',
    ])
  })

  test('the same again changes nothing and says nothing', async () => {
    write('a', 'one!')
    await read(['a'])
    said = []
    expect(await read(['a'])).toEqual({ ...NONE, unchanged: 1, events: null })
    expect(said).toEqual([])
  })

  test('another text in the same file is a revision; in a file of many it is another report', async () => {
    write('a', 'one!')
    write('rows', 'two!\nthree!')
    await read(['a', 'rows'])
    write('a', 'one, edited!')
    write('rows', 'four!\nthree!')
    expect(await read(['a', 'rows'])).toMatchObject({ new: 1, unchanged: 1, revised: 1 })
    expect(await store.countReports()).toBe(4)
  })

  test('an interruption stops after the report in hand, and the next run goes on', async () => {
    for (const name of ['a', 'b', 'c']) write(name, `${name}!`)
    const summary = await read(['a', 'b', 'c'], controller(), 2)
    expect(summary).toEqual({ ...NONE, new: 2, left: 1, interrupted: true, events: null })
    expect(await store.pendingReports()).toEqual(['a!', 'b!'])
    expect(await read(['a', 'b', 'c'])).toMatchObject({
      new: 1,
      unchanged: 2,
      events: { added: 1, joined: 1 },
    })
    expect(await store.pendingReports()).toEqual([])
  })
})

test('an interruption is heard within a file of many reports', async () => {
  write('rows', Array.from({ length: 50 }, (_, row) => `row ${row}!`).join('\n'))
  const stop = controller()
  setImmediate(() => stop.abort())
  const summary = await read(['rows'], stop)
  expect(summary).toMatchObject({ interrupted: true, left: 1 })
  expect(summary.new).toBeLessThan(50)
})

test('an interrupted merge is completed once', async () => {
  write('a', 'one!')
  await read(['a'], controller(), 1)
  expect(await mergePending(store, flow)).toMatchObject({ added: 1 })
  expect(await mergePending(store, flow)).toBeNull()
})

test('taking a report out withdraws what only it told', async () => {
  write('a', 'one!')
  await read(['a'])
  expect(await removeFromRecord(store, flow, 'one!')).toEqual({ added: 0, joined: 0, gone: 1 })
  expect(await store.find('e1')).toMatchObject({ kind: 'past', past: { fate: 'withdrawn' } })
  expect(await removeFromRecord(store, flow, 'one!')).toBeNull()
})

test('recoding codes all again and names what cannot be', async () => {
  write('rows', 'one!\ntwo!')
  await read(['rows'])
  const faulty = {
    ...flow,
    codeReport: (...[engine, given]: Parameters<Flow['codeReport']>) =>
      flow.codeReport(engine, given.id === 'two!' ? { ...given, text: 'fault' } : given),
  }
  const failures: string[] = []
  const progress = {
    stored: () => {},
    failed: ({ file }: { file: string }) => failures.push(file),
    finished: () => {},
  }
  const summary = await recodeRecord(store, faulty, { progress, signal: controller().signal })
  expect(summary).toMatchObject({ coded: 1, failed: 1, left: 0, interrupted: false })
  expect(failures).toEqual([expect.stringMatching(/rows#2$/)])
})
