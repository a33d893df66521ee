import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CompiledQuery } from 'kysely'
import Database from 'libsql'
import { StoreError } from '../errors.js'

/**
 * SQLite waits this long (ms) for another writer within one call; longer waits are made here, so that signals get
 * through.
 */
const BUSY_TIMEOUT = 200
const PATIENCE = 600_000
/** Memory for pages of the file: what joining a report touches lies scattered over a large one. */
const CACHE_KIB = 65_536
const HEADER = 'SQLite format 3\0'

/** What kysely builds: a query, not yet compiled, whose rows are of type R. */
export interface Query<R> {
  compile(): CompiledQuery<R>
}

/** One connection to a SQLite file: compiled queries in, rows out, all synchronous. */
export class Connection {
  readonly #database: Database.Database
  readonly #statements = new Map<string, Database.Statement>()

  constructor(readonly location: string) {
    this.#database = new Database(location)
    this.#database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}; PRAGMA cache_size = -${CACHE_KIB}`)
  }

  rows<R>(query: Query<R>): R[] {
    const { sql, parameters } = query.compile()
    return this.#statement(sql).all(parameters.map(bindable)) as R[]
  }

  first<R>(query: Query<R>): R | undefined {
    return this.rows(query)[0]
  }

  run(query: Query<unknown>): void {
    const { sql, parameters } = query.compile()
    this.#statement(sql).run(parameters.map(bindable))
  }

  exec(sql: string): void {
    this.#database.exec(sql)
  }

  pragma(name: string): unknown {
    return (this.#database.prepare(`PRAGMA ${name}`).all()[0] as Record<string, unknown> | undefined)?.[name]
  }

  /** Waits until this connection alone may write. */
  async begin(): Promise<void> {
    await patiently(() => this.exec('BEGIN IMMEDIATE'))
  }

  close(): void {
    this.#statements.clear()
    this.#database.close()
  }

  #statement(sql: string): Database.Statement {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}

/** Tries again while another process holds the file, for up to ten minutes. */
export async function patiently(step: () => void): Promise<void> {
  for (const until = Date.now() + PATIENCE; ; await sleep(20)) {
    try {
      return step()
    } catch (error) {
      if (!isBusy(error)) throw error
      if (Date.now() > until)
        throw new StoreError('another program is writing to the record', 'end it, or wait and try again')
    }
  }
}

/** Refuses a path that cannot be a record, before SQLite touches it. */
export function checkFile(location: string, create: boolean): void {
  if (!existsSync(location)) {
    if (create) return
    throw new StoreError(
      `there is no record at ${location}`,
      'read reports first (rapport read PATH), or give another --store',
    )
  }
  if (statSync(location).isDirectory())
    throw new StoreError(`${location} is a folder`, 'give --store a file, such as rapport.db')
  const header = beginningOf(location)
  if (header !== '' && header !== HEADER)
    throw new StoreError(
      `${location} is not a SQLite database`,
      'give --store another file; this one is left as it is',
    )
}

function beginningOf(location: string): string {
  const file = openSync(location, 'r')
  try {
    const bytes = Buffer.alloc(HEADER.length)
    return bytes.toString('latin1', 0, readSync(file, bytes))
  } finally {
    closeSync(file)
  }
}

function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(String((error as { code?: unknown }).code))
}

/** The one place where values become what libsql can bind: binding a boolean or undefined aborts the process. */
function bindable(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string') return storable(value)
  return value ?? null
}

/** NUL ends a text in SQLite and a lone surrogate has no UTF-8; both become U+FFFD, which keeps offsets. */
function storable(text: string): string {
  return text.replace(/[\0\p{Surrogate}]/gu, '\uFFFD')
}
