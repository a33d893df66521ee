import { randomUUID } from 'node:crypto'
import { lstat, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'

/** The folder of a release cannot be written; says why and what to try. */
export class FolderError extends Error {
  override readonly name = 'FolderError'
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message)
  }
}

interface FolderOptions {
  /** Whether an earlier release may give way. */
  readonly replace: boolean
  /** The names that the files of a release have: nothing else is ever taken away. */
  readonly names: readonly string[]
}

/**
 * Makes a folder whole or not at all: work writes into a new one beside it, which takes its place at the end. When work
 * fails or is stopped, what was there stays.
 * @throws FolderError when the folder holds anything but an earlier release that may be replaced
 */
export async function wholeFolder<T>(
  given: string,
  options: FolderOptions,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = resolve(given)
  await check(folder, options)
  await mkdir(dirname(folder), { recursive: true })
  const making = beside(folder, 'unfinished')
  await mkdir(making)
  try {
    const result = await work(making)
    await check(folder, options)
    await takePlace(making, folder)
    return result
  } finally {
    await rm(making, { recursive: true, force: true })
  }
}

/** A name that nobody else has, on the same disk. */
function beside(folder: string, what: string): string {
  return join(dirname(folder), `.${basename(folder)}.${what}-${randomUUID().slice(0, 8)}`)
}

async function check(folder: string, { replace, names }: FolderOptions): Promise<void> {
  if (!relative(folder, process.cwd()).startsWith('..'))
    throw new FolderError(`${folder} is the folder that this was started in`, 'give a folder of its own')
  const there = await lstat(folder).catch(() => null)
  if (!there) return
  if (there.isSymbolicLink())
    throw new FolderError(`${folder} is a link`, 'give the folder itself, or another')
  if (!there.isDirectory()) throw new FolderError(`${folder} is not a folder`, 'give another')
  const entries = await readdir(folder, { withFileTypes: true })
  if (entries.length > 0 && !replace)
    throw new FolderError(
      `${folder} is not empty`,
      'give another folder, or --replace for an earlier release',
    )
  const other = entries.find((entry) => !entry.isFile() || !names.includes(entry.name))
  if (other)
    throw new FolderError(
      `${folder} holds ${other.name}, which no release has`,
      'give a folder that holds an earlier release and nothing else',
    )
}

/** The new folder stands in for the old one, which goes only after that. */
async function takePlace(making: string, folder: string): Promise<void> {
  const there = await lstat(folder).catch(() => null)
  if (!there) return rename(making, folder)
  const old = beside(folder, 'replaced')
  await rename(folder, old)
  await rename(making, folder)
  for (const name of await readdir(old)) await rm(join(old, name))
  await rmdir(old)
}
