import type { LockedRecord, OpenOptions, Store } from '../index.js'
import { Connection, checkFile } from './connection.js'
import { replaceEvents } from './derived.js'
import { named } from './entities.js'
import { removeEntry, saveEntry } from './entries.js'
import { find } from './finding.js'
import { formsOf, replaceForms, reportsNaming } from './forms.js'
import { itemIndex } from './item-index.js'
import { livingHeirs, logOf, namings, writeLog } from './log.js'
import { lift, markReport } from './marking.js'
import { migrate } from './migrations.js'
import * as queries from './queries.js'
import { compareReport, mentionsOf, recodeReport, removeReport, saveReport } from './reports.js'
import * as standing from './standing.js'

/** How many reports or events are held in memory at once when streaming. */
const PAGE = 200

/** Opens the SQLite file, checks that it is a record and brings its tables up to date. See openStore. */
export async function openSqlite(location: string, options: OpenOptions): Promise<Store> {
  if (location !== ':memory:') checkFile(location, options.create)
  const connection = new Connection(location)
  try {
    await migrate(connection)
  } catch (error) {
    connection.close()
    throw error
  }
  return storeOn(connection)
}

function storeOn(connection: Connection): Store {
  const inTurn = turns()
  const read = <T>(work: (connection: Connection) => T) => inTurn(async () => work(connection))
  const write = <T>(work: (connection: Connection) => T) =>
    inTurn(() => transaction(connection, async () => work(connection)))
  return {
    location: connection.location,
    compareReport: (report, source) => read((on) => compareReport(on, report, source)),
    saveReport: (report) => write((on) => saveReport(on, report)),
    recodeReport: (report, mentions) => write((on) => recodeReport(on, report, mentions)),
    mark: (mark) => write((on) => markReport(on, mark)),
    marks: (report) => read((on) => standing.marks(on, report)),
    held: () => read(standing.held),
    lift: (now) => write((on) => lift(on, now)),
    remove: (id) => write((on) => removeReport(on, id) || removeEntry(on, id)),
    pendingReports: () => read(queries.pendingReports),
    withMergeLock: (work) => inTurn(() => transaction(connection, () => work(lockedRecord(connection)))),
    withTrial: (work) => inTurn(() => trial(connection, () => work(lockedRecord(connection)))),
    reports: (filter = {}) =>
      pages(
        () => read((on) => queries.reportIds(on, filter)),
        (ids) => read((on) => queries.reportsOf(on, ids)),
      ),
    countReports: () => read(queries.countReports),
    revisions: (report) => read((on) => queries.revisions(on, report)),
    stories: () =>
      pages(
        () => read(queries.storyIds),
        (ids) => read((on) => queries.storiesOf(on, ids)),
      ),
    events: (filter = {}) =>
      pages(
        () => read((on) => queries.eventIds(on, filter)),
        (ids) => read((on) => queries.eventsOf(on, ids)),
      ),
    countEvents: (filter = {}) => read((on) => queries.eventIds(on, filter).length),
    entities: () =>
      pages(
        () => read(queries.entityIds),
        (ids) => read((on) => queries.entitiesOf(on, ids)),
      ),
    find: (id) => read((on) => find(on, id)),
    search: (words, limit = 50) => read((on) => queries.search(on, words, limit)),
    writeLog: (entry) => write((on) => writeLog(on, entry)),
    log: (parts) => read((on) => logOf(on, parts)),
    named: (name) => read((on) => named(on, name)),
    namings: (entity) => read((on) => namings(on, entity)),
    coders: () => read(queries.coders),
    withSnapshot: async (work) => {
      await read((on) => on.exec('BEGIN'))
      try {
        return await work()
      } finally {
        await read((on) => on.exec('COMMIT'))
      }
    },
    close: () => read((on) => on.close()),
  }
}

/** The record within a transaction that the caller has begun. */
export function lockedRecord(connection: Connection): LockedRecord {
  return {
    reports: async (ids) => {
      const stored = queries.reportsOf(connection, ids)
      return stored.map(({ report }) => report).sort((one, other) => (one.id < other.id ? -1 : 1))
    },
    mentions: async (reports) => mentionsOf(connection, reports),
    merged: async (mentions) => queries.mergedMentions(connection, mentions),
    toldBy: async (reports) => queries.toldBy(connection, reports),
    withdrawn: async (reports) => queries.withdrawnOf(connection, reports),
    homes: async (reports) => queries.homesOf(connection, reports),
    log: async () => logOf(connection),
    heirs: async (mentions) => livingHeirs(connection, mentions),
    index: (kind) => itemIndex(connection, kind),
    replaceForms: async (reports) => replaceForms(connection, reports),
    forms: async (entities) => formsOf(connection, entities),
    naming: async (entities) => reportsNaming(connection, entities),
    pendingReports: async () => queries.pendingReports(connection),
    saveEntry: async (write) => saveEntry(connection, write),
    eventsTelling: async (mentions) => queries.eventsTelling(connection, mentions),
    replaceEvents: async (scope, derived) => replaceEvents(connection, scope, derived),
  }
}

async function transaction<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  await connection.begin()
  try {
    const result = await work()
    connection.exec('COMMIT')
    return result
  } catch (error) {
    connection.exec('ROLLBACK')
    throw error
  }
}

/** What is written is taken back, whatever becomes of it. */
async function trial<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  await connection.begin()
  try {
    return await work()
  } finally {
    connection.exec('ROLLBACK')
  }
}

/** One after the other: what else this process asks of the connection waits until a transaction has ended. */
function turns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
}

async function* pages<T>(
  listIds: () => Promise<readonly string[]>,
  load: (ids: readonly string[]) => Promise<readonly T[]>,
): AsyncIterable<T> {
  const ids = await listIds()
  for (let start = 0; start < ids.length; start += PAGE) yield* await load(ids.slice(start, start + PAGE))
}
