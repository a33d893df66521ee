import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, describe, expect, test } from 'vitest'
import { report } from '../../../test/store/samples.js'
import { storeSpec } from '../../../test/store/spec.js'
import { openStore } from '../index.js'
import { Connection } from './connection.js'
import { MIGRATIONS, migrate } from './migrations.js'

const folder = mkdtempSync(join(tmpdir(), 'rapport-store-'))
afterAll(() => rmSync(folder, { recursive: true }))
let count = 0
const freshPath = () => join(folder, `${count++}.db`)

storeSpec('SQLite in memory', () => openStore(':memory:', { create: true }))

describe('a file that is no record is refused and left as it is', () => {
  const refused = async (path: string, message: RegExp, create = true) => {
    const before = readFileSync(path)
    await expect(openStore(path, { create })).rejects.toThrow(message)
    expect(readFileSync(path).equals(before)).toBe(true)
  }

  test('a text file', async () => {
    const path = freshPath()
    writeFileSync(path, 'Ministers met in Tesk. '.repeat(100))
    await refused(path, /is not a SQLite database/)
  })

  test('a database of another program', async () => {
    const path = freshPath()
    const other = new Database(path)
    other.exec('CREATE TABLE notes (text TEXT)')
    other.close()
    await refused(path, /database of another program/)
  })

  test('a record made by a newer Rapport', async () => {
    const path = freshPath()
    const connection = new Connection(path)
    await migrate(connection, [...MIGRATIONS, 'CREATE TABLE later (id TEXT)'])
    connection.close()
    await refused(path, /newer Rapport/)
  })

  test('no file, a folder, PostgreSQL', async () => {
    await expect(openStore(freshPath(), { create: false })).rejects.toThrow(/there is no record at/)
    await expect(openStore(folder, { create: true })).rejects.toThrow(/is a folder/)
    await expect(openStore('postgres://host/db', { create: true })).rejects.toThrow(/not supported yet/)
  })
})

test('a record of an older version is brought forward with what it holds', async () => {
  const path = freshPath()
  const store = await openStore(path, { create: true })
  await store.saveReport({ report: report('r1'), mentions: [], readAt: '2025-11-01', source: null })
  await store.close()
  const connection = new Connection(path)
  const newer = [
    ...MIGRATIONS,
    'ALTER TABLE reports ADD COLUMN note TEXT',
    "UPDATE reports SET note = 'kept'",
  ]
  await migrate(connection, newer)
  expect(connection.pragma('user_version')).toBe(newer.length)
  connection.exec("UPDATE reports SET note = 'again' WHERE note <> 'kept'")
  connection.close()
  const database = new Database(path)
  expect(database.prepare('SELECT id, note FROM reports').all()).toEqual([{ id: 'r1', note: 'kept' }])
  database.close()
})

test('two connections that open, write and merge at once both succeed', async () => {
  const path = freshPath()
  const stores = await Promise.all([1, 2].map(() => openStore(path, { create: true })))
  const saving = stores.map(async (store, which) => {
    for (let index = 0; index < 20; index++) {
      const given = report(`r${which}-${index}`, `Text ${which} ${index}.`)
      await store.saveReport({ report: given, mentions: [], readAt: '2025-11-01', source: null })
    }
    await store.withMergeLock(async (record) =>
      record.replaceEvents(
        { reports: await record.pendingReports(), mentions: [] },
        {
          events: [],
          stories: [],
          origins: [],
          entities: [],
        },
      ),
    )
  })
  await Promise.all(saving)
  expect(await stores[0]!.pendingReports()).toEqual([])
  expect(await stores[0]!.search('text', 100)).toHaveLength(40)
  for (const store of stores) await store.close()
})

test('a snapshot is the record as it was, whatever others write', async () => {
  const path = freshPath()
  const [reader, writer] = [await openStore(path, { create: true }), await openStore(path, { create: true })]
  const save = (id: string) =>
    writer.saveReport({ report: report(id, id), mentions: [], readAt: '2025-11-01', source: null })
  await save('r1')
  const counts = await reader.withSnapshot(async () => {
    const before = await reader.countReports()
    await save('r2')
    return [before, await reader.countReports()]
  })
  expect([...counts, await reader.countReports()]).toEqual([1, 1, 2])
  await reader.close()
  await writer.close()
})

test('events of a record from before people could add to it say that nobody did', async () => {
  const path = freshPath()
  const connection = new Connection(path)
  await migrate(connection, MIGRATIONS.slice(0, 3))
  connection.exec(
    `INSERT INTO events (id, type, background, digest, body) VALUES ('e1', 'CONSULT', 0, '', '{"id":"e1","summary":"met"}')`,
  )
  connection.close()
  const store = await openStore(path, { create: false })
  expect(await store.find('e1')).toMatchObject({ event: { summary: 'met', said_by_person: [] } })
  await store.close()
})
