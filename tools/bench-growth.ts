/** How long one new report takes to join a small and a large record: npm run bench:growth -- [SMALL LARGE] */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { openEngine } from '../src/app/engine.js'
import { packageRoot } from '../src/app/paths.js'
import { mergePending } from '../src/app/record.js'
import { growRecord } from '../src/rapport.js'
import { openStore, type Store } from '../src/store/index.js'
import { Connection } from '../src/store/sqlite/connection.js'
import { migrate } from '../src/store/sqlite/migrations.js'
import { saveReport } from '../src/store/sqlite/reports.js'
import { lockedRecord } from '../src/store/sqlite/store.js'
import { type MadeReport, madeReports } from './growth.js'

const [small = 20_000, large = 200_000] = process.argv.slice(2).map(Number)
const SEED = 20261122
const AFFAIRS_A_DAY = 13
/** Reports that are put in and merged in one transaction. */
const BLOCK = 1000
/** Nothing has to survive a crash, nobody else writes, and what scattered rows touch stays in memory (3 GB at most). */
const FILLING = 'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -3000000'
/** New reports timed at each size. */
const TIMED = 40
const READ_AT = '2026-11-22T00:00:00Z'

const engine = openEngine({ codebookDirs: [] })
const flow = { engine, growRecord } as Parameters<typeof mergePending>[1]
const folder = mkdtempSync(join(tmpdir(), 'rapport-growth-'))
const words = readFileSync(join(packageRoot, 'models/words.txt'), 'utf8')
  .trimEnd()
  .split('\n')
  .flatMap((line) => line.split(' ').slice(1))
const made = madeReports(words, { affairs: AFFAIRS_A_DAY, seed: SEED })

const writeOf = ({ report, mentions }: MadeReport) => ({ report, mentions, readAt: READ_AT, source: null })

/** Puts reports into a record directly, many in one transaction that is not written through. */
async function fill(path: string, count: number): Promise<void> {
  const connection = new Connection(path)
  await migrate(connection)
  connection.exec(FILLING)
  for (let done = 0; done < count; done += BLOCK) {
    await connection.begin()
    for (let n = Math.min(BLOCK, count - done); n > 0; n--) saveReport(connection, writeOf(made.next().value))
    await growRecord(engine, lockedRecord(connection))
    connection.exec('COMMIT')
    if (done % (BLOCK * 10) === 0)
      console.error(`${done + BLOCK} of ${count} put in, ${Math.round(performance.now() / 1000)} s`)
  }
  connection.exec('PRAGMA journal_mode = WAL')
  connection.close()
}

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1]!

async function timeOfOne(store: Store, report: MadeReport): Promise<number> {
  const start = performance.now()
  await store.saveReport(writeOf(report))
  await mergePending(store, flow)
  return performance.now() - start
}

/**
 * The same report goes into both records, one after the other, so that what else the machine does slows both alike; they
 * take turns in being first, as the second finds the words of the report known.
 */
async function timed(stores: readonly Store[]): Promise<number[][]> {
  const times: number[][] = stores.map(() => [])
  for (let n = 0; n < TIMED; n++) {
    const report = made.next().value
    const order = n % 2 ? [...stores.keys()] : [...stores.keys()].reverse()
    for (const i of order) times[i]!.push(await timeOfOne(stores[i]!, report))
  }
  return times
}

const paths = [small, large].map((size) => join(folder, `${size}.db`)) as [string, string]
try {
  await fill(paths[0], small)
  copyFileSync(...paths)
  await fill(paths[1], large - small)
  const stores = await Promise.all(paths.map((path) => openStore(path, { create: false })))
  const [before, after] = (await timed(stores)).map(median) as [number, number]
  for (const [i, size] of [small, large].entries())
    console.log(
      `a record of ${size} reports: ${[before, after][i]!.toFixed(1)} ms for one more (median of ${TIMED})`,
    )
  console.log(`ratio ${(after / before).toFixed(2)} (at most 1.5)`)
  for (const store of stores) await store.close()
} finally {
  rmSync(folder, { recursive: true })
}
