/** How long each page takes on a large record and on one a tenth its size: `npm run bench:pages`. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import Database from 'libsql'
import { packageRoot } from '../src/app/paths.js'
import { makeApp } from '../src/app/web/app.js'
import { loadAssets } from '../src/app/web/assets.js'
import type { Desk } from '../src/app/web/desk.js'
import { startServer } from '../src/app/web/serve.js'
import { openView } from '../src/store/view.js'
import { makeRecord, synthetic } from './synthetic-record.js'

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '200000' },
    rounds: { type: 'string', default: '40' },
    fresh: { type: 'boolean', default: false },
    page: { type: 'string' },
    folder: { type: 'string', default: join(packageRoot, '.cache') },
  },
})
const REPORTS = Number(values.reports)
const ROUNDS = Number(values.rounds)
/** Of the server time, from a record a tenth the size. */
const MOST_GROWTH = 1.5
/** How often an address is asked again. */
const AGAIN = 3
/** Milliseconds: less is no growth that anybody waits for. */
const LEAST_GROWTH = 1
/** Kilobytes of a first page, compressed, with what it loads. */
const MOST_WEIGHT = 150
const AT_ONCE = 200
const FOLDER = values.folder
const noDesk = { job: () => null } as unknown as Desk

/** Each page's address in a round; other rounds ask for other things. */
const PAGES: Readonly<Record<string, (i: number, reports: number) => string>> = {
  home: () => '/',
  stories: () => '/stories',
  'stories of a state': (i) => `/stories?state=${synthetic.state(i % 60)}&standing=live&since=2010`,
  'reports withdrawn': (i) => `/reports?standing=withdrawn&state=${synthetic.state(i % 60)}`,
  'reports of an outlet': (i) => `/reports?outlet=${synthetic.outlet(i).replace(' ', '+')}&since=201${i % 9}`,
  // Known to grow: filters that few reports share go through all that have the rarer one.
  'reports of an outlet and a state': (i) =>
    `/reports?outlet=${synthetic.outlet(i).replace(' ', '+')}&state=${synthetic.state(i % 60)}`,
  'reports by words': (i) => `/reports?words=talks&until=201${i % 9}`,
  story: (i, reports) => `/stories/${synthetic.story((i * 37) % (reports / 5))}`,
  report: (i, reports) => `/reports/${synthetic.report((i * 97) % reports)}`,
  event: (i, reports) => `/events/${synthetic.event((i * 991) % (reports * 10))}`,
  dyad: (i) => `/dyads/${[synthetic.state(i % 60), synthetic.state((i + 1) % 60)].sort().join('-')}`,
  // A record a tenth the size has in a year about as much to show as the other in a month.
  'dyad of a month': (i, reports) =>
    `/dyads/${synthetic.state(1)}-${synthetic.state(2)}?told=news&in=${reports < REPORTS ? 2006 + (i % 9) : `2015-0${(i % 9) + 1}`}`,
  entity: (i, reports) => `/entities/${synthetic.person((i * 13) % (reports / 10))}`,
  state: (i) => `/states/${synthetic.state(i % 60)}`,
  'a state’s id': (i) => `/api/entities/${synthetic.state(i % 60)}`,
  search: () => '/search?q=round',
  'search as typed': () => '/search?q=roun',
  'search as typed on': () => '/search?q=officia',
  'search for a name': (i) => `/search?q=${1000 + i}+person`,
  'search by outlet and date': (i) =>
    `/search?q=talks&outlet=${synthetic.outlet(i).replace(' ', '+')}&since=201${i % 9}`,
  'search in a dyad, as news': (i) =>
    `/search?q=officials&state=${synthetic.state(i % 60)}&with=${synthetic.state((i + 1) % 60)}&told=news`,
  'search that all is left out of': (i) => `/search?q=officials+round&type=ASSAULT&until=201${i % 9}`,
  'search for names of a state': (i) => `/search?q=person&in=names&state=${synthetic.state(i % 60)}`,
  'search by API': (i) =>
    `/api/search?q=talks&in=reports&state=${synthetic.state(i % 60)}&until=201${i % 9}-06`,
  'acts of one kind by API': (i) => `/api/events?type=ASSAULT&limit=100&country=${synthetic.state(i % 60)}`,
  'events by API': (i) => `/api/events?type=STATEMENT&limit=100&country=${synthetic.state(i % 60)}`,
}

/** What is asked of the database, to look at its plans. */
const asked = new Set<string>()
const prepare = Database.prototype.prepare
Database.prototype.prepare = function (this: Database.Database, sql: string) {
  asked.add(sql)
  return prepare.call(this, sql)
} as typeof prepare

interface Site {
  readonly reports: number
  readonly location: string
  readonly ask: (path: string) => Promise<Response>
}

async function openSite(reports: number): Promise<Site> {
  mkdirSync(FOLDER, { recursive: true })
  const location = join(FOLDER, `bench-${reports}.db`)
  process.stderr.write(`record of ${reports} reports and ${reports * 10} events\n`)
  await makeRecord(location, { reports }, values.fresh)
  const view = await openView(location)
  const app = makeApp({
    view,
    desk: noDesk,
    assets: loadAssets(),
    user: null,
    door: { host: '127.0.0.1', token: null },
  })
  return { reports, location, ask: async (path) => app.request(path, { headers: { host: 'localhost' } }) }
}

/** Milliseconds until the page is whole. */
async function timed(site: Site, path: string): Promise<number> {
  const start = performance.now()
  const answer = await site.ask(path)
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`${path} is ${answer.status}: ${text.slice(0, 300)}`)
  return performance.now() - start
}

function at(share: number, times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
}

/**
 * Both records are asked in turn, so that what else the machine does falls on both alike. The first asking of an
 * address waits for the disk, which says more of the machine than of the queries, and counts among the slowest; of
 * those after it the quickest counts, since what another program takes is no time of the server.
 */
async function compare(path: (i: number, reports: number) => string, small: Site, large: Site) {
  const times: [number[], number[]] = [[], []]
  const all: number[] = []
  for (let i = -3; i < ROUNDS; i++)
    for (const [k, site] of [small, large].entries()) {
      const address = path(i + 3, site.reports)
      const cold = await timed(site, address)
      if (i < 0) continue
      if (site === large) all.push(cold)
      const warm: number[] = []
      for (let again = 0; again < AGAIN; again++) warm.push(await timed(site, address))
      times[k]!.push(Math.min(...warm))
      if (site === large) all.push(...warm)
    }
  return { small: at(0.5, times[0]), large: at(0.5, times[1]), slowest: at(0.99, all) }
}

/** Steps of a plan that go through a whole table; lists that are handed in, and tables of a few rows, may be. */
function fullScans(location: string): string[] {
  const database = new Database(location)
  const plans = [...asked]
    .filter((sql) => /^\s*(select|with)/i.test(sql))
    .flatMap((sql) => {
      const parameters = Array.from({ length: (sql.match(/\?/g) ?? []).length }, () => '1')
      const steps = prepare.call(database, `EXPLAIN QUERY PLAN ${sql}`).all(parameters) as {
        detail: string
      }[]
      return steps.filter(({ detail }) => isFullScan(detail)).map(({ detail }) => `${detail}   in   ${sql}`)
    })
  database.close()
  return plans
}

function isFullScan(detail: string): boolean {
  return detail.startsWith('SCAN ') && !/USING (COVERING )?INDEX|VIRTUAL TABLE|json_each|tallies/.test(detail)
}

const line = (cells: readonly (string | number)[]) =>
  process.stdout.write(
    `${cells.map((cell, i) => (i === 0 ? String(cell).padEnd(32) : String(cell).padStart(12))).join('')}\n`,
  )
/** Every requirement that does not hold makes the bench fail, with a mark in its line. */
let failed = false
function held(words: string, holds: boolean): string {
  failed ||= !holds
  return holds ? words : `${words} !`
}

/** Server times on both records, how much they grow, and what the page weighs compressed. */
async function timePages(small: Site, large: Site): Promise<void> {
  line(['page', 'a tenth, ms', 'all, ms', '99 %, ms', 'growth', 'kB'])
  for (const [name, path] of Object.entries(PAGES)) {
    if (values.page && values.page !== name) continue
    const { small: before, large: after, slowest } = await compare(path, small, large)
    const growth = after / before
    const weight = await weigh(large, path(1, large.reports))
    line([
      name,
      ...[before, after, slowest].map((time) => time.toFixed(1)),
      held(growth.toFixed(2), growth <= MOST_GROWTH || after - before < LEAST_GROWTH),
      held(weight.toFixed(0), weight <= MOST_WEIGHT || name.endsWith('by API')),
    ])
  }
}

/** Kilobytes compressed, with the sheet and the modules that the page loads. */
async function weigh(site: Site, path: string): Promise<number> {
  const html = await (await site.ask(path)).text()
  const parts = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1]!)
  const loaded = await Promise.all(parts.map(async (part) => (await site.ask(part)).text()))
  return [html, ...loaded].reduce((sum, text) => sum + gzipSync(text).length, 0) / 1000
}

/** The home page while a long export is sent, and while another connection is in the middle of writing. */
async function timeBeside(site: Site): Promise<void> {
  const body = (await site.ask('/api/events?format=jsonl')).body!.getReader()
  await timeHome('home, beside an export', site, () => void body.read())
  await body.cancel()
  const writer = new Database(site.location)
  writer.exec("BEGIN IMMEDIATE; UPDATE tallies SET count = count WHERE what = 'reports'")
  await timeHome('home, beside a writer', site, () => {})
  writer.exec('ROLLBACK')
  writer.close()
}

async function timeHome(name: string, site: Site, beside: () => void): Promise<void> {
  const during: number[] = []
  for (let i = 0; i < 20; i++) {
    beside()
    during.push(await timed(site, '/'))
  }
  line([name, '', at(0.5, during).toFixed(1), at(0.99, during).toFixed(1)])
}

/** Asks a running server for many pages at the same time. */
async function askAtOnce({ reports, location }: Site): Promise<void> {
  const door = { host: '127.0.0.1', token: null }
  const served = await startServer({ location, codebook: [], door, user: null, port: 0 })
  const paths = Object.values(PAGES)
  const start = performance.now()
  const answers = await Promise.all(
    Array.from({ length: AT_ONCE }, async (_, i) => {
      const answer = await fetch(new URL(paths[i % paths.length]!(i, reports), served.address))
      await answer.text()
      return answer.status
    }),
  )
  const wrong = answers.filter((status) => status !== 200).length
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  process.stdout.write(
    `${AT_ONCE} requests at once in ${seconds} s: ${held(`${wrong} failed`, wrong === 0)}\n`,
  )
  await served.close()
}

function tellPlans(site: Site): void {
  const scans = fullScans(site.location)
  for (const scan of scans)
    process.stdout.write(held(`goes through a whole table: ${scan}`, false).concat('\n'))
  if (scans.length === 0) process.stdout.write(`All ${asked.size} queries use an index.\n`)
}

const small = await openSite(REPORTS / 10)
const large = await openSite(REPORTS)
await timePages(small, large)
await timeBeside(large)
tellPlans(large)
await askAtOnce(large)
process.exitCode = failed ? 1 : 0
