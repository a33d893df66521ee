/** The thread in which dropped reports are read: see desk.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import { codeReport, growRecord, mergeRecord, readInput, renewReport } from '../../rapport.js'
import { openStore, type Store } from '../../store/index.js'
import { CorrectionError, correctRecord } from '../correcting/index.js'
import { openEngine } from '../engine.js'
import { type Flow, readIntoRecord, settle } from '../record.js'
import type { Corrected, CorrectionTask, Given, News, Upload } from './desk.js'

interface Task {
  readonly id: string
  readonly uploads: readonly Upload[]
  readonly given: Given
}

const { location, codebook } = workerData as { location: string; codebook: readonly string[] }
const flow: Flow = {
  engine: openEngine({ codebookDirs: codebook }),
  codeReport,
  growRecord,
  renewReport,
  mergeRecord,
  readInput,
}
const store = await openStore(location, { create: true })
// What an interrupted run left to be worked out.
let last: Promise<unknown> = settle(store, flow, new Date().toISOString())

/** How often (ms) it is looked whether an embargo has ended. */
const LOOK = 30_000
setInterval(() => {
  last = last.then(() => settle(store, flow, new Date().toISOString())).catch(() => {})
}, LOOK)

parentPort!.on('message', (task: Task | (CorrectionTask & { id: string })) => {
  // A correction does not wait for what is being read: it is made between two reports.
  if ('request' in task) void correct(store, task)
  else last = last.then(() => work(store, task))
})

async function correct(on: Store, { id, request, signed }: CorrectionTask & { id: string }): Promise<void> {
  const tell = (news: Corrected) => parentPort!.postMessage({ id, news })
  try {
    tell({ kind: 'corrected', entry: (await correctRecord(on, flow, request, signed)).entry })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const hint =
      error instanceof CorrectionError ? error.hint : 'this is a fault in Rapport: please report it'
    tell({ kind: 'refused', message, hint })
  }
}

async function work(on: Store, { id, uploads, given }: Task): Promise<void> {
  const tell = (news: News) => parentPort!.postMessage({ id, news })
  try {
    const inputs = uploads.map(({ file, bytes }) => ({ file, bytes, source: null }))
    const summary = await readIntoRecord(
      on,
      flow,
      { inputs, failures: [] },
      {
        given,
        now: new Date().toISOString(),
        signal: new AbortController().signal,
        progress: {
          stored: (report, saved) => {
            // What is under embargo is told nowhere.
            if (saved !== 'held') tell({ kind: 'stored', file: report.file, report: report.id, saved })
          },
          failed: (failure) => tell({ kind: 'failed', ...failure }),
          finished: ({ file }) => tell({ kind: 'finished', file }),
        },
      },
    )
    tell({ kind: 'done', summary })
  } catch (error) {
    tell({ kind: 'stopped', reason: error instanceof Error ? error.message : String(error) })
  }
}
