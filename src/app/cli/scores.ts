import { join } from 'node:path'
import { openEngine } from '../engine.js'
import { packageRoot } from '../paths.js'
import { exampleTable, scoreExamples } from '../scoring/examples.js'
import { scorePairs, scoreRecords } from '../scoring/plover.js'
import { UsageError } from './context.js'

/** What a score is asked for. */
export interface ScoreRequest {
  /** A folder with more sets, for the scores whose gold does not ship with the project. */
  readonly data: string | null
  /** List what was missed, with the sentence and what was found. */
  readonly errors: boolean
}

/** Scores one step against the gold that ships with the project. */
export type Score = (request: ScoreRequest) => string

/** The examples are about invented states; without them nobody would act in them. */
const INVENTED = join(packageRoot, 'test/invented')

function needed(name: string, data: string | null): string {
  if (data) return data
  throw new UsageError(
    `the gold for ${name} does not ship with Rapport`,
    'give the folder that holds it with --data',
  )
}

/** The scores by the name that `rapport score` takes. */
export const SCORES: ReadonlyMap<string, Score> = new Map<string, Score>([
  ['pairs', ({ data }) => scorePairs(openEngine({ codebookDirs: [] }), needed('pairs', data))],
  ['records', ({ data }) => scoreRecords(openEngine({ codebookDirs: [] }), needed('records', data))],
  ['examples', ({ errors }) => exampleTable(scoreExamples(openEngine({ codebookDirs: [INVENTED] })), errors)],
])
