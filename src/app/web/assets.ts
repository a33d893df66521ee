import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../paths.js'

interface Asset {
  readonly type: string
  readonly body: string
}

const STYLES = join(packageRoot, 'src/app/web/styles')
const CLIENT = join(packageRoot, 'dist/app/web/client')

/** Everything that pages load, by name, read once: no request can name another file. */
export interface Assets {
  readonly files: ReadonlyMap<string, Asset>
  /** Changes with their content, so that browsers may keep them. */
  readonly version: string
}

/**
 * Styles as they stand in the source, joined to one sheet; client modules as the build leaves them.
 * @throws when the client modules have not been built
 */
export function loadAssets(): Assets {
  if (!existsSync(CLIENT)) throw new Error(`${CLIENT} is missing; build it with npm run build`)
  const files = new Map<string, Asset>()
  const sheets = namesIn(STYLES, '.css').map((name) => readFileSync(join(STYLES, name), 'utf8'))
  files.set('page.css', { type: 'text/css; charset=utf-8', body: sheets.join('') })
  for (const name of namesIn(CLIENT, '.js'))
    files.set(name, {
      type: 'text/javascript; charset=utf-8',
      body: readFileSync(join(CLIENT, name), 'utf8'),
    })
  const hash = createHash('sha256')
  for (const [name, { body }] of files) hash.update(name).update(body)
  return { files, version: hash.digest('hex').slice(0, 10) }
}

function namesIn(folder: string, end: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(end))
    .sort()
}
