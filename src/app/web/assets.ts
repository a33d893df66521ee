import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../paths.js'

export interface Asset {
  readonly type: string
  readonly body: string
}

/** Styles are served as they stand in the source, client modules as the build leaves them. */
const FOLDERS = [
  { folder: join(packageRoot, 'src/app/web/styles'), end: '.css', type: 'text/css; charset=utf-8' },
  { folder: join(packageRoot, 'dist/app/web/client'), end: '.js', type: 'text/javascript; charset=utf-8' },
]

/** Everything that pages load, by name, read once: no request can name another file. */
export interface Assets {
  readonly files: ReadonlyMap<string, Asset>
  /** Changes with their content, so that browsers may keep them. */
  readonly version: string
}

/** @throws when the client modules have not been built */
export function loadAssets(): Assets {
  const files = new Map<string, Asset>()
  for (const { folder, end, type } of FOLDERS) {
    if (!existsSync(folder)) throw new Error(`${folder} is missing; build it with npm run build`)
    for (const name of readdirSync(folder).filter((file) => file.endsWith(end)))
      files.set(name, { type, body: readFileSync(join(folder, name), 'utf8') })
  }
  const hash = createHash('sha256')
  for (const [name, { body }] of files) hash.update(name).update(body)
  return { files, version: hash.digest('hex').slice(0, 10) }
}
