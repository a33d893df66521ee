import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine } from '../../rapport.js'
import { openEngine } from '../engine.js'
import { packageRoot } from '../paths.js'
import { rowsOf } from './figures.js'
import type { Lab, Row, Sample, Score } from './score.js'

/** What a score gave. */
export interface Outcome {
  readonly score: Score
  readonly samples: readonly Sample[]
  readonly rows: readonly Row[]
}

/** The examples are about invented states; without them nobody would act in them. */
const INVENTED = join(packageRoot, 'test/invented')

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** @param data the folder with the sets that do not ship, or null */
export const openLab = (data: string | null): Lab => ({
  data,
  engine: once((): Engine => openEngine({ codebookDirs: [] })),
  invented: once((): Engine => openEngine({ codebookDirs: [INVENTED] })),
})

/** The gold that a score needs and the folder does not have. */
export const missing = ({ needs }: Score, data: string | null): string[] =>
  needs.filter((path) => data === null || !existsSync(join(data, path)))

/** Runs a score over all its sets. */
export async function run(score: Score, lab: Lab): Promise<Outcome> {
  const samples = await score.measure(lab)
  return { score, samples, rows: samples.flatMap((sample) => rowsOf(score.name, sample)) }
}
