import { join } from 'node:path'
import { openEngine } from '../src/app/engine.js'
import { packageRoot } from '../src/app/paths.js'
import { reportOf } from '../src/app/scoring/examples.js'
import { codeReport, type Engine, type Mention } from '../src/rapport.js'

export { reportOf } from '../src/app/scoring/examples.js'

export const INVENTED = join(packageRoot, 'test/invented')

let engine: Engine | undefined

/** The engine with the invented states, loaded once. */
export const inventedEngine = (): Engine => {
  engine ??= openEngine({ codebookDirs: [INVENTED] })
  return engine
}

export const mentionsOf = (text: string, published?: string | null): Mention[] =>
  codeReport(inventedEngine(), reportOf(text, published)).mentions
