import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { openEngine } from '../src/app/engine.js'
import { packageRoot } from '../src/app/paths.js'
import { codeReport, type Engine, type Mention, type Report } from '../src/rapport.js'

export const INVENTED = join(packageRoot, 'test/invented')

/** The engine with the invented states, loaded once. */
let engine: Engine | undefined
export const inventedEngine = (): Engine => {
  engine ??= openEngine({ codebookDirs: [INVENTED] })
  return engine
}

/** A report of one paragraph, published on Wednesday 5 March 2031 unless said otherwise. */
export function reportOf(text: string, published: string | null = '2031-03-05'): Report {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
  return {
    id: hash,
    hash,
    file: `${hash}.txt`,
    url: null,
    outlet: null,
    agency: null,
    author: null,
    title: null,
    dateline: null,
    published: published === null ? null : { value: published, span: null },
    language: 'en',
    text,
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
  }
}

export const mentionsOf = (text: string, published?: string | null): Mention[] =>
  codeReport(inventedEngine(), reportOf(text, published)).mentions
