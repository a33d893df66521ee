import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { event, mention, report } from '../../../test/store/samples.js'
import { openStore, type Store } from '../../store/index.js'
import type { Event } from '../../types.js'
import { Coverage } from './coverage.js'
import { type ReleaseOptions, release } from './index.js'
import { fitted, type Shape, shapeOf, withoutSlices } from './shape.js'
import { ReleasedMention, TABLES } from './tables.js'

let folder: string
let store: Store
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-release-'))
  store = await openStore(':memory:', { create: true })
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const options: ReleaseOptions = {
  filter: {},
  texts: true,
  replace: false,
  credits: { title: null, authors: [] },
  wrote: () => {},
  signal: new AbortController().signal,
}

/** A record with as many events, each told by one report. */
async function fill(count: number): Promise<void> {
  const events: Event[] = []
  for (let i = 0; i < count; i++) {
    const told = mention(`m${i}`, { report: `r${i}` })
    const write = { report: report(`r${i}`), mentions: [told], readAt: '2031-01-01T00:00:00Z', source: null }
    await store.saveReport(write)
    events.push(event(`e${i}`, [told]))
  }
  const derived = { events, stories: [], origins: [], entities: [] }
  await store.withMergeLock((record) => record.replaceEvents('all', derived))
}

describe('the folder', () => {
  test('nothing stands where a release was stopped', async () => {
    await fill(3)
    const stop = new AbortController()
    const stopped = release(store, join(folder, 'out'), {
      ...options,
      wrote: () => stop.abort(),
      signal: stop.signal,
    })
    await expect(stopped).rejects.toThrow('abort')
    expect(readdirSync(folder)).toEqual([])
  })

  test('a stopped run leaves the earlier release as it was', async () => {
    await fill(3)
    const out = join(folder, 'out')
    await release(store, out, options)
    const before = readFileSync(join(out, 'SHA256SUMS'), 'utf8')
    const stop = new AbortController()
    const again = { ...options, replace: true, wrote: () => stop.abort(), signal: stop.signal }
    await expect(release(store, out, again)).rejects.toThrow('abort')
    expect(readFileSync(join(out, 'SHA256SUMS'), 'utf8')).toBe(before)
    expect(readdirSync(folder)).toEqual(['out'])
  })

  test('an empty one is taken, an earlier release gives way only when asked', async () => {
    const out = join(folder, 'out')
    mkdirSync(out)
    await release(store, out, options)
    await expect(release(store, out, options)).rejects.toThrow('is not empty')
    await release(store, out, { ...options, replace: true })
    expect(readdirSync(folder)).toEqual(['out'])
  })

  test.each<[string, (out: string) => void, string]>([
    [
      'holds anything else',
      (out) => writeFileSync(join(out, 'thesis.doc'), 'x'),
      'thesis.doc, which no release has',
    ],
    ['holds a link under the name of a file', (out) => symlinkSync('/', join(out, 'README.md')), 'README.md'],
    ['holds a folder under the name of a file', (out) => mkdirSync(join(out, 'README.md')), 'README.md'],
  ])('is refused when it %s', async (_, make, message) => {
    const out = join(folder, 'out')
    mkdirSync(out)
    make(out)
    const before = readdirSync(out)
    await expect(release(store, out, { ...options, replace: true })).rejects.toThrow(message)
    expect(readdirSync(out)).toEqual(before)
  })

  test('a link and a file are refused', async () => {
    mkdirSync(join(folder, 'elsewhere'))
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'link'))
    writeFileSync(join(folder, 'file'), 'x')
    for (const [name, message] of [
      ['link', 'is a link'],
      ['file', 'is not a folder'],
    ] as const)
      await expect(release(store, join(folder, name), { ...options, replace: true })).rejects.toThrow(message)
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual([])
  })

  test('the folder that it was started in is refused', async () => {
    await expect(release(store, '.', { ...options, replace: true })).rejects.toThrow('was started in')
    await expect(release(store, '..', { ...options, replace: true })).rejects.toThrow('was started in')
  })
})

test('more events than are loaded at once', async () => {
  await fill(450)
  const { counts } = await release(store, join(folder, 'out'), options)
  expect(counts.get('mentions')).toBe(450)
  const lines = readFileSync(join(folder, 'out/events.jsonl'), 'utf8').trimEnd().split('\n')
  expect(new Set(lines.map((line) => JSON.parse(line).id)).size).toBe(450)
})

test('a report under embargo is left out, a withdrawn one is marked', async () => {
  await fill(3)
  const said = { until: null, reason: 'as agreed', who: 'Ana Bel', at: '2031-01-02T00:00:00Z' }
  await store.mark({ ...said, report: 'r0', standing: 'embargoed' })
  await store.mark({ ...said, report: 'r1', standing: 'withdrawn' })
  await release(store, join(folder, 'out'), options)
  const lines = readFileSync(join(folder, 'out/reports.jsonl'), 'utf8').trimEnd().split('\n')
  const stands = lines.map((line) => JSON.parse(line)).map(({ id, standing }) => [id, standing])
  expect(stands).toEqual([
    ['r1', 'withdrawn'],
    ['r2', 'live'],
  ])
  expect(readFileSync(join(folder, 'out/coverage.csv'), 'utf8')).toContain(',,2,')
})

test('a record without events is a release without rows', async () => {
  const { counts } = await release(store, join(folder, 'out'), options)
  expect([...counts.values()]).toEqual([0, 0, 0, 0, 0])
  expect(existsSync(join(folder, 'out/CITATION.cff'))).toBe(true)
})

/** Every field with its path. */
function fields(shape: Shape, before = ''): [string, Shape][] {
  const inner = Object.entries(shape.properties ?? {}).flatMap(([name, field]): [string, Shape][] => [
    [`${before}${name}`, field],
    ...fields(field, `${before}${name}.`),
  ])
  const others = [...(shape.items ? [shape.items] : []), ...(shape.anyOf ?? [])]
  return [...inner, ...others.flatMap((other) => fields(other, before))]
}

test('every field of every table has its meaning in the schema', () => {
  const shapes = [...TABLES.map(({ record }) => shapeOf(record)), shapeOf(Coverage)]
  const silent = shapes.flatMap((shape) => fields(shape)).filter(([, { description }]) => !description)
  expect(silent.map(([path]) => path)).toEqual([])
})

test('without texts, a value keeps its offsets and loses its words', () => {
  const evidence = [
    {
      field: 'quote',
      value: 'as planned',
      said: true,
      spans: [{ start: 1, end: 2 }],
      reason: { rule: 'r', words: 'w' },
    },
  ]
  const told = { ...mention('m1'), event_id: 'e1', evidence, file: 'a.txt' }
  const left = fitted(told, withoutSlices(shapeOf(ReleasedMention))) as Record<string, unknown>
  expect(left.evidence).toEqual([
    { field: 'quote', said: true, spans: [{ start: 1, end: 2 }], reason: { rule: 'r' } },
  ])
  for (const gone of ['text', 'quote', 'date_text', 'file']) expect(left).not.toHaveProperty(gone)
  expect(left.trigger).toEqual({ start: 0, end: 4, lemma: 'text' })
})
