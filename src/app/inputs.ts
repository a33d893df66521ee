import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import fastGlob from 'fast-glob'

/** The endings that are looked for in folders; a file that is named itself may have any. */
const ENDINGS = ['txt', 'md', 'html', 'htm', 'csv', 'jsonl']
/** 200 MB: beyond it a file no longer fits in one string after decoding. */
const MAX_BYTES = 200_000_000

/** Something that could not be read: which, why, and what to try. */
export interface Failure {
  readonly file: string
  readonly problem: string
  readonly hint: string
}

/** A file to read reports from. */
export interface Input {
  /** As given, or as found in the folder or glob that was given; "-" for stdin. */
  readonly file: string
  /** Absolute path; null for stdin and for what was handed in. */
  readonly source: string | null
  /** What was handed in, where it is no file. */
  readonly bytes?: Uint8Array
}

export interface Inputs {
  readonly inputs: readonly Input[]
  readonly failures: readonly Failure[]
}

/**
 * The files that paths stand for: files, folders with all below them, globs, and "-" for stdin.
 * Each file once, in the order given, sorted within a folder or glob. What is missing is a failure.
 * Example: `findInputs(['news', 'extra/*.html', '-'])`
 */
export async function findInputs(paths: readonly string[]): Promise<Inputs> {
  const inputs = new Map<string, Input>()
  const failures: Failure[] = []
  for (const path of paths) {
    const found = await filesAt(path)
    if (!Array.isArray(found)) failures.push(found)
    else for (const file of found) inputs.set(sourceOf(file) ?? file, { file, source: sourceOf(file) })
  }
  return { inputs: [...inputs.values()], failures }
}

/**
 * The bytes of an input, or why they cannot be had; the size is checked before reading.
 * @param stdin the stream behind "-".
 */
export async function readBytes(
  input: Input,
  stdin: AsyncIterable<Uint8Array> = process.stdin,
): Promise<Uint8Array | Failure> {
  if (input.bytes) return input.bytes
  try {
    if (input.source === null) return await drain(input.file, stdin)
    const { size } = await stat(input.source)
    return size > MAX_BYTES ? tooLarge(input.file) : await readFile(input.source)
  } catch (error) {
    return unreadable(input.file, error)
  }
}

async function filesAt(path: string): Promise<string[] | Failure> {
  if (path === '-') return [path]
  try {
    const found = await stat(path)
    if (found.isFile()) return [path]
    if (found.isDirectory()) return await filesBelow(path)
    return failure(path, 'is not a file', 'save it to a file, or pipe it in with "-"')
  } catch (error) {
    if (!isMissing(error)) return unreadable(path, error)
    return fastGlob.isDynamicPattern(path) ? await filesMatching(path) : missing(path)
  }
}

async function filesBelow(folder: string): Promise<string[] | Failure> {
  const pattern = `${fastGlob.convertPathToPattern(folder).replace(/\/$/, '')}/**/*.{${ENDINGS.join(',')}}`
  const files = await fastGlob(pattern, { caseSensitiveMatch: false, followSymbolicLinks: false })
  if (files.length > 0) return files.sort()
  return failure(folder, 'has no reports in it', `reports end in .${ENDINGS.join(', .')}`)
}

async function filesMatching(glob: string): Promise<string[] | Failure> {
  const files = await fastGlob(glob)
  return files.length > 0 ? files.sort() : missing(glob)
}

async function drain(file: string, stream: AsyncIterable<Uint8Array>): Promise<Uint8Array | Failure> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > MAX_BYTES) return tooLarge(file)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function sourceOf(file: string): string | null {
  return file === '-' ? null : resolve(file)
}

function tooLarge(file: string): Failure {
  return failure(file, `is larger than ${MAX_BYTES / 1e6} MB`, 'split it into several files')
}

function missing(path: string): Failure {
  return failure(path, 'does not exist', 'check the path; a relative one starts from the present folder')
}

function unreadable(file: string, error: unknown): Failure {
  return failure(
    file,
    `cannot be opened (${(error as NodeJS.ErrnoException).code ?? error})`,
    'check who may read it',
  )
}

function failure(file: string, problem: string, hint: string): Failure {
  return { file, problem, hint }
}

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')
}
