import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../src/app/paths.js'
import { filled, namesIn, SHOWING } from '../tools/documents.js'
import { schemaFiles } from '../tools/schemas.js'

const text = (path: string): string => readFileSync(join(packageRoot, path), 'utf8')
const DOCUMENTS = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'DECISIONS.md',
  'docs/accuracy.md',
  'docs/judging.md',
  'examples/README.md',
  'models/README.md',
]
const commands = readdirSync(join(packageRoot, 'src/app/cli/commands'))
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => file.replace(/\.ts$/, ''))
const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> }

/** Loads the weights and runs the flow. */
const SLOW = 60_000

describe('what the documents show is what comes out (npm run docs writes it anew)', () => {
  it.each(Object.entries(SHOWING))(
    '%s',
    (file, blocks) => {
      const shown = blocks()
      expect(namesIn(text(file))).toEqual([...shown.keys()])
      expect(text(file)).toBe(filled(text(file), shown))
    },
    SLOW,
  )

  it('a block that nothing gives is an error', () => {
    const document = '<!-- shown: weather -->\n```text\nrain\n```\n'
    expect(filled(document, new Map([['weather', 'sun']]))).toContain('\nsun\n')
    expect(() => filled(document, new Map())).toThrow('weather')
  })
})

describe('README.md', () => {
  const table = text('README.md').match(/^\| command[\s\S]*?\n\n/m)![0]
  const documented = [...table.matchAll(/`rapport ([a-z]+)/g)].map((match) => match[1]!)

  it('lists every command of the command line, and no other', () => {
    expect(documented.toSorted()).toEqual(commands.toSorted())
  })

  it('names only options that the commands have', () => {
    const source = commands.map((name) => text(`src/app/cli/commands/${name}.ts`)).join('')
    const known = source + text('src/app/cli/context.ts') + text('src/app/cli/filters.ts')
    const options = [...text('README.md').matchAll(/`(--[a-z]+)/g)].map((match) => match[1]!)
    expect(options.filter((option) => option !== '--help' && !known.includes(`'${option}`))).toEqual([])
  })

  it('fits on a screen or two', () => {
    expect(text('README.md').split('\n').length).toBeLessThan(120)
  })
})

describe.each(DOCUMENTS)('%s', (file) => {
  it('names only scripts that package.json has', () => {
    const named = [...text(file).matchAll(/npm run (?:-s )?([a-z:]+)/g)].map((match) => match[1]!)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })

  it('links only to what is there', () => {
    const links = [...text(file).matchAll(/\]\(([^)#]+)/g)].map((match) => match[1]!)
    const local = links.filter((link) => !/^https?:/.test(link))
    expect(local.filter((link) => !existsSync(join(packageRoot, dirname(file), link)))).toEqual([])
  })

  it('asks nobody to run another package of the name', () => {
    expect(text(file)).not.toMatch(/npx (?!--no-install )rapport/)
  })
})

it('CONTRIBUTING.md lists the menu', () => {
  const missing = Object.keys(scripts).filter((name) => !/^(build|lint|types)$/.test(name))
  expect(
    missing.filter((name) => !new RegExp(`npm (run )?${name}\\b`).test(text('CONTRIBUTING.md'))),
  ).toEqual([])
})

it('docs/schemas is what records.ts says (npm run schemas writes it anew)', () => {
  const files = schemaFiles()
  expect(readdirSync(join(packageRoot, 'docs/schemas')).toSorted()).toEqual([...files.keys()].toSorted())
  for (const [file, schema] of files) expect(text(`docs/schemas/${file}`)).toBe(schema)
})
