import { once } from 'node:events'
import { type Cell, csvRow } from '../csv.js'

/** How a table may look: as wide as the terminal, coloured only there and without NO_COLOR. */
export interface Look {
  readonly width: number
  readonly colour: boolean
}

/** Width of tables that go to a file or a pipe, in columns. */
const WIDTH = 100

export function look(stream: NodeJS.WriteStream = process.stdout, environment = process.env): Look {
  return { width: stream.columns ?? WIDTH, colour: Boolean(stream.isTTY) && !environment.NO_COLOR }
}

/** A reader that has seen enough (`| head`) closes the pipe: that ends the work and is no error. */
export function endWithPipe(stream: NodeJS.WritableStream = process.stdout): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
}

/** Writes a result to stdout and waits while the reader is behind. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** Ends a text with a line break, unless it is empty or has one. */
export async function writeLines(text: string): Promise<void> {
  await write(text === '' || text.endsWith('\n') ? text : `${text}\n`)
}

/** JSON Lines: one record a line. */
export async function writeJsonLines(records: Many<unknown>): Promise<void> {
  for await (const record of records) await write(`${JSON.stringify(record)}\n`)
}

/** CSV with a header, one record a row. */
export async function writeCsv<T>(columns: Columns<T>, records: Many<T>): Promise<void> {
  await write(csvRow(Object.keys(columns)))
  for await (const record of records) await write(csvRow(Object.values(columns).map((cell) => cell(record))))
}

/** Notices and progress go to stderr, so that results can be piped. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

type Many<T> = AsyncIterable<T> | Iterable<T>

/** The columns of a CSV file: header, and the cell made from a record. */
export type Columns<T> = Readonly<Record<string, (record: T) => Cell>>

/** A stream with each record made into another. */
export async function* mapped<T, U>(records: Many<T>, change: (record: T) => U): AsyncIterable<U> {
  for await (const record of records) yield change(record)
}

/** All of a stream at once, for a table that has to know its widths. */
export async function gathered<T>(records: Many<T>): Promise<T[]> {
  const list: T[] = []
  for await (const record of records) list.push(record)
  return list
}
