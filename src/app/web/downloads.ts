import type { Columns } from '../cli/output.js'
import { csvRow } from '../csv.js'

/** A file to keep, under a name that is safe on every system. */
export function download(body: string | ReadableStream, name: string, type: string): Response {
  const safeName = name.replace(/[^\w.-]+/g, '-')
  return new Response(body, {
    headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${safeName}"` },
  })
}

export function csvOf<T>(columns: Columns<T>, records: readonly T[]): string {
  const rows = records.map((record) => csvRow(Object.values(columns).map((cell) => cell(record))))
  return csvRow(Object.keys(columns)) + rows.join('')
}

/** Text that is made while it is sent; between its pieces others are served. */
export function streamed(pieces: AsyncIterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return?.()
    },
  })
}
