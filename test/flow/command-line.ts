import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { packageRoot } from '../../src/app/paths.js'
import { INVENTED } from '../support.js'

/** What a run of the command line left. */
export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A folder of its own with invented reports in it, and a record beside them. */
export class Workplace {
  readonly folder = mkdtempSync(join(tmpdir(), 'rapport-flow-'))

  constructor(files: Readonly<Record<string, string>>) {
    for (const [name, text] of Object.entries(files)) this.write(name, text)
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text)
  }

  /** Runs rapport here to its end. */
  async run(args: readonly string[], stdin = ''): Promise<Ran> {
    const child = this.start(args)
    const out = gather(child.stdout!)
    const err = gather(child.stderr!)
    child.stdin!.end(stdin)
    return { code: await ended(child), out: await out, err: await err }
  }

  /** Starts rapport here; its codebook knows the invented states. */
  start(args: readonly string[]): ChildProcess {
    const codebook = NO_CODEBOOK.has(args[0]!) ? [] : ['--codebook', INVENTED]
    return spawn(process.execPath, [...program, ...args, ...codebook], {
      cwd: this.folder,
      // Sources run from another folder would not find how their JSX is compiled.
      env: {
        ...process.env,
        RAPPORT_STORE: join(this.folder, 'rapport.db'),
        TSX_TSCONFIG_PATH: join(packageRoot, 'tsconfig.json'),
      },
    })
  }

  remove(): void {
    rmSync(this.folder, { recursive: true })
  }
}

/** The built command line where it is newer than its source, which starts four times as fast; else the source. */
const program = isBuilt()
  ? [join(packageRoot, 'dist/app/cli/main.js')]
  : ['--import', import.meta.resolve('tsx'), join(packageRoot, 'src/app/cli/main.ts')]

function isBuilt(): boolean {
  const built = statSync(join(packageRoot, 'dist/app/cli/main.js'), { throwIfNoEntry: false })
  const sources = readdirSync(join(packageRoot, 'src'), { recursive: true, encoding: 'utf8' })
  const changed = sources.map((file) => statSync(join(packageRoot, 'src', file)).mtimeMs)
  return built !== undefined && changed.every((time) => time <= built.mtimeMs)
}

const NO_CODEBOOK = new Set(['--help', '--version', 'evnts'])

/** The exit code, or null when a signal ended it. */
export function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', resolve))
}

/** Calls back with each line of a stream. */
export function onLine(stream: NodeJS.ReadableStream, told: (line: string) => void): void {
  createInterface({ input: stream }).on('line', told)
}

export function jsonLines<T>(text: string): T[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T)
}

async function gather(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
