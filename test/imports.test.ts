import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The flow, first to last: a step may use what stands before it and never what comes after. */
const ORDER = ['reports', 'reading', 'coding', 'resolving', 'correcting', 'merging', 'comparing']
const SRC = resolve(import.meta.dirname, '../src')
/** What a step needs of the world is passed in. */
const WORLD = [
  'node:fs',
  'node:fs/promises',
  'node:http',
  'node:https',
  'node:net',
  'node:child_process',
  'node:process',
  'node:os',
]

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (f) => /\.tsx?$/.test(f) && !/\.test\.ts$/.test(f),
)
const imports = (file: string): string[] =>
  [
    ...readFileSync(join(SRC, file), 'utf8').matchAll(
      /^(?:import|export)[^'"]*?from '([^']+)'|^import '([^']+)'/gms,
    ),
  ].map((m) => m[1] ?? m[2]!)
const folderOf = (file: string): string => file.split('/')[0]!
const target = (file: string, to: string): string =>
  relative(SRC, resolve(SRC, file, '..', to)).split('/')[0]!

describe('imports follow the flow', () => {
  it.each(files.filter((f) => ORDER.includes(folderOf(f))))('%s', (file) => {
    for (const to of imports(file)) {
      if (!to.startsWith('.')) continue
      const other = target(file, to)
      if (ORDER.includes(other))
        expect(ORDER.indexOf(other), `${file} imports ${to}`).toBeLessThanOrEqual(
          ORDER.indexOf(folderOf(file)),
        )
      else expect(['types.js', 'records.js'], `${file} imports ${to}`).toContain(other)
    }
  })

  it.each(files.filter((f) => ORDER.includes(folderOf(f))))('%s touches nothing outside', (file) => {
    expect(imports(file).filter((to) => WORLD.includes(to))).toEqual([])
    expect(readFileSync(join(SRC, file), 'utf8')).not.toMatch(
      /Date\.now\(|new Date\(\)|Math\.random\(|console\./,
    )
  })
})
