import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../src/app/paths.js'

interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const read = <T>(file: string): T => JSON.parse(readFileSync(join(packageRoot, file), 'utf8')) as T
const { packages } = read<{ packages: Record<string, Locked> }>('package-lock.json')

/** Where npm would look for a package that another one asks for: in its own folder, then in every one above. */
function places(of: string, name: string): string[] {
  const folders = of.split(/(?:^|\/)node_modules\//).slice(1)
  return folders
    .map((_, i) =>
      folders
        .slice(0, folders.length - i)
        .map((folder) => `node_modules/${folder}`)
        .join('/'),
    )
    .map((folder) => `${folder}/node_modules/${name}`)
    .concat(`node_modules/${name}`)
}

it('package-lock.json has every package, those for other platforms too, or npm ci refuses it', () => {
  const missing = Object.entries(packages).flatMap(([of, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies }).filter(
      (name) => !places(of, name).some((place) => packages[place]?.version),
    ),
  )
  expect(missing).toEqual([])
})

it('package-lock.json names no registry', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved)).toEqual([])
})
