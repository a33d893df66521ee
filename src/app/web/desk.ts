import { Worker } from 'node:worker_threads'
import type { LogEntry } from '../../types.js'
import { CorrectionError, type CorrectionRequest, type Signed } from '../correcting/index.js'
import type { Failure } from '../inputs.js'
import type { ReadSummary } from '../record.js'

/** A file or text handed in by a reader of the pages; its name is a label and never a path. */
export interface Upload {
  readonly file: string
  readonly bytes: Uint8Array
}

export interface Given {
  readonly published?: string
  readonly outlet?: string
}

/** What the reading worker tells of a job. */
export type News =
  | { readonly kind: 'stored'; readonly file: string; readonly report: string; readonly saved: string }
  | ({ readonly kind: 'failed' } & Failure)
  | { readonly kind: 'finished'; readonly file: string }
  | { readonly kind: 'done'; readonly summary: ReadSummary }
  | { readonly kind: 'stopped'; readonly reason: string }

/** Reports being read: how far it has come, and how it ended. */
export interface Job {
  readonly id: string
  readonly files: number
  /** In the order in which it was told; the last is `done` or `stopped` when it has ended. */
  readonly news: readonly News[]
}

/** What a person asks to have corrected. */
export interface CorrectionTask {
  readonly request: CorrectionRequest
  readonly signed: Signed
}

/** What the worker tells of a correction. */
export type Corrected =
  | { readonly kind: 'corrected'; readonly entry: LogEntry }
  | { readonly kind: 'refused'; readonly message: string; readonly hint: string }

/**
 * Where reports are handed in, read one job after the other, and corrections made between them; apart from the pages.
 */
export interface Desk {
  submit(uploads: readonly Upload[], given: Given): Job
  job(id: string): Job | null
  /** Calls back with each further news of a job; returns how to stop that. */
  /** Writes a correction and works out what it changes. @throws CorrectionError when it cannot be made so */
  correct(task: CorrectionTask): Promise<LogEntry>
  follow(id: string, told: (news: News) => void): () => void
  close(): Promise<void>
}

/** Jobs that are remembered after they ended. */
const REMEMBERED = 100

interface Kept extends Job {
  readonly news: News[]
  readonly followers: Set<(news: News) => void>
}

export function hasEnded({ news }: Job): boolean {
  const last = news.at(-1)?.kind
  return last === 'done' || last === 'stopped'
}

/**
 * A desk whose reading is done in a worker thread with a connection of its own, so that no page waits for it.
 * @param location the record, which must be there
 */
export function openDesk(location: string, codebook: readonly string[]): Desk {
  const jobs = new Map<string, Kept>()
  const worker = startWorker({ location, codebook })
  const tell = (id: string, news: News) => {
    const job = jobs.get(id)
    job?.news.push(news)
    for (const told of job?.followers ?? []) told(news)
  }
  const corrections = new Map<string, (outcome: Corrected) => void>()
  let broken: string | null = null
  worker.on('message', ({ id, news }: { id: string; news: News | Corrected }) => {
    if (news.kind === 'corrected' || news.kind === 'refused') corrections.get(id)?.(news)
    else tell(id, news)
  })
  worker.on('error', (error) => {
    broken = error instanceof Error ? error.message : String(error)
    for (const told of corrections.values()) told(stopped(broken))
    for (const job of jobs.values()) if (!hasEnded(job)) tell(job.id, { kind: 'stopped', reason: broken })
  })
  return {
    submit(uploads, given) {
      const job: Kept = { id: crypto.randomUUID(), files: uploads.length, news: [], followers: new Set() }
      jobs.set(job.id, job)
      for (const old of [...jobs.values()].slice(0, -REMEMBERED)) if (hasEnded(old)) jobs.delete(old.id)
      if (broken !== null) tell(job.id, { kind: 'stopped', reason: broken })
      else worker.postMessage({ id: job.id, uploads, given })
      return job
    },
    job: (id) => jobs.get(id) ?? null,
    async correct({ request, signed }) {
      const id = crypto.randomUUID()
      const outcome = await new Promise<Corrected>((resolve) => {
        if (broken !== null) return resolve(stopped(broken))
        corrections.set(id, resolve)
        worker.postMessage({ id, request, signed })
      })
      corrections.delete(id)
      if (outcome.kind === 'refused') throw new CorrectionError(outcome.message, outcome.hint)
      return outcome.entry
    },
    follow(id, told) {
      jobs.get(id)?.followers.add(told)
      return () => jobs.get(id)?.followers.delete(told)
    },
    close: async () => {
      await worker.terminate()
    },
  }
}

function stopped(reason: string): Corrected {
  const message = `what reads and corrects has stopped (${reason})`
  return { kind: 'refused', message, hint: 'start rapport serve again' }
}

/** From its source, in tests and development, the worker has to be taught TypeScript first. */
function startWorker(workerData: { location: string; codebook: readonly string[] }): Worker {
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./desk-worker.js', import.meta.url), { workerData })
  const source = new URL('./desk-worker.ts', import.meta.url).href
  const taught = `import('tsx/esm/api').then(({ register }) => { register(); return import('${source}') })`
  return new Worker(taught, { workerData, eval: true })
}
