import { z } from 'zod'
import { csvRow } from '../csv.js'
import type { Described } from './dictionary.js'
import { SummedFile } from './files.js'
import { fitted, type Shape, shapeOf, withoutSlices } from './shape.js'
import type { Column, Table } from './tables.js'

/** The two files of one table. Writing keeps to the shapes that the dictionary describes. */
export class TableFiles<T> {
  #count = 0

  private constructor(
    private readonly table: Table<T>,
    private readonly shape: Shape,
    private readonly columns: Readonly<Record<string, Column<T>>>,
    private readonly files: { readonly jsonl: SummedFile; readonly csv: SummedFile },
  ) {}

  /** @param texts whether words of reports may be passed on */
  static async make<T>(folder: string, table: Table<T>, texts: boolean): Promise<TableFiles<T>> {
    const shape = shapeOf(table.record)
    const columns = Object.entries(table.columns).filter(([, { schema }]) => texts || !schema.meta()?.slice)
    const files = {
      jsonl: await SummedFile.make(folder, `${table.name}.jsonl`),
      csv: await SummedFile.make(folder, `${table.name}.csv`),
    }
    await files.csv.write(csvRow(columns.map(([name]) => name)))
    return new TableFiles(table, texts ? shape : withoutSlices(shape), Object.fromEntries(columns), files)
  }

  get name(): string {
    return this.table.name
  }

  get count(): number {
    return this.#count
  }

  get described(): Described[] {
    const schemas = Object.entries(this.columns).map(([name, { schema }]) => [name, schema] as const)
    return [
      { file: this.files.jsonl.name, shape: this.shape },
      { file: this.files.csv.name, shape: shapeOf(z.object(Object.fromEntries(schemas))) },
    ]
  }

  async write(record: T): Promise<void> {
    this.#count++
    const line = this.table.line?.(record) ?? record
    await this.files.jsonl.write(`${JSON.stringify(fitted(line, this.shape))}\n`)
    await this.files.csv.write(csvRow(Object.values(this.columns).map(({ cell }) => cell(record))))
  }

  /** @returns the sum of each file */
  async end(): Promise<[string, string][]> {
    const { jsonl, csv } = this.files
    return [
      [jsonl.name, await jsonl.end()],
      [csv.name, await csv.end()],
    ]
  }

  /** Lets go of the files without finishing them. */
  async drop(): Promise<void> {
    for (const file of Object.values(this.files)) await file.handle.close().catch(() => undefined)
  }
}
