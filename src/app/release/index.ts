import { createHash } from 'node:crypto'
import type { Store } from '../../store/index.js'
import { version } from '../paths.js'
import { type Credits, citationText } from './citation.js'
import { Coverage } from './coverage.js'
import { dictionaryOf } from './dictionary.js'
import { SummedFile, sumsText } from './files.js'
import { wholeFolder } from './folder.js'
import { type Contents, readmeText, titleOf } from './readme.js'
import { shapeOf } from './shape.js'
import type { TableFiles } from './table-files.js'
import { TABLES } from './tables.js'
import { makeFiles, type WritingOptions, type Written, writeTables } from './writing.js'

export { FolderError } from './folder.js'

export interface ReleaseOptions extends WritingOptions {
  readonly credits: Credits
  /** Whether an earlier release in the folder may give way. */
  readonly replace: boolean
}

/** What was written. */
export interface Released {
  readonly version: string
  /** How many records each table has. */
  readonly counts: ReadonlyMap<string, number>
}

const COVERAGE = 'coverage.csv'
const SUMS = 'SHA256SUMS'
const OTHERS = [COVERAGE, 'dictionary.csv', 'README.md', 'CITATION.cff', SUMS]
const NAMES = [...TABLES.flatMap(({ name }) => [`${name}.jsonl`, `${name}.csv`]), ...OTHERS]

/**
 * Writes the record, or the events of it that pass a filter with what belongs to them, as a data set that can be cited.
 * The same record gives the same bytes. The folder is whole or not there.
 * @param folder is made; one that is there must be empty, or hold an earlier release that may be replaced
 * @throws FolderError when the folder cannot be written; the signal's reason when it is aborted
 * @example await release(store, 'data-set', { filter: {}, texts: true, replace: false, credits, wrote, signal })
 */
export function release(store: Store, folder: string, options: ReleaseOptions): Promise<Released> {
  return wholeFolder(folder, { replace: options.replace, names: NAMES }, (made) =>
    store.withSnapshot(() => writeAll(store, made, options)),
  )
}

async function writeAll(store: Store, folder: string, options: ReleaseOptions): Promise<Released> {
  const files = await makeFiles(folder, options.texts)
  const tables: readonly TableFiles<never>[] = Object.values(files)
  try {
    const written = await writeTables(store, files, options)
    const sums = new Map((await Promise.all(tables.map((table) => table.end()))).flat())
    return await writeOthers(folder, tables, sums, written, options)
  } finally {
    await Promise.all(tables.map((table) => table.drop()))
  }
}

async function writeOthers(
  folder: string,
  tables: readonly TableFiles<never>[],
  sums: Map<string, string>,
  { tally, coders }: Written,
  { filter, texts, credits }: ReleaseOptions,
): Promise<Released> {
  const write = async (name: string, text: string) => sums.set(name, await whole(folder, name, text))
  await write(COVERAGE, tally.csv())
  const described = [
    ...tables.flatMap((table) => table.described),
    { file: COVERAGE, shape: shapeOf(Coverage) },
  ]
  await write('dictionary.csv', dictionaryOf(described))
  const counts = new Map(tables.map(({ name, count }) => [name, count]))
  const data = createHash('sha256').update(sumsText(sums)).digest('hex').slice(0, 12)
  const about = { filter, texts, counts, coders, span: tally.span, rapport: version(), version: data }
  await writeAbout(about, credits, write)
  await whole(folder, SUMS, sumsText(sums))
  return { version: data, counts }
}

async function writeAbout(
  about: Contents,
  credits: Credits,
  write: (name: string, text: string) => Promise<unknown>,
): Promise<void> {
  const title = credits.title ?? titleOf(about)
  await write('README.md', readmeText(title, about))
  await write('CITATION.cff', citationText(title, about.version, credits))
}

async function whole(folder: string, name: string, text: string): Promise<string> {
  const file = await SummedFile.make(folder, name)
  await file.write(text)
  return file.end()
}
