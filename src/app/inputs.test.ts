import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findInputs, readBytes } from './inputs.js'

const folder = mkdtempSync(join(tmpdir(), 'rapport-inputs-'))
const at = (...names: string[]) => join(folder, ...names)

beforeAll(() => {
  for (const name of ['news', 'news/deep', 'news [old]', 'empty']) mkdirSync(at(name))
  for (const name of ['b.txt', 'a.HTML', 'photo.jpg', 'deep/c.md', '.hidden.txt'])
    writeFileSync(at('news', name), name)
  writeFileSync(at('news [old]', 'd.txt'), 'd')
  writeFileSync(at('odd[1].dat'), 'odd')
  symlinkSync(folder, at('news', 'deep', 'loop'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function found(...paths: string[]): Promise<string[]> {
  const { inputs, failures } = await findInputs(paths)
  const problems = failures.map(({ file, problem }) => `${file.replace(`${folder}/`, '')} ${problem}`)
  return [...inputs.map(({ source }) => (source ? relative(folder, source) : '-')), ...problems]
}

test.each<[string, string[], string[]]>([
  ['a folder with all below it', ['news'], ['news/a.HTML', 'news/b.txt', 'news/deep/c.md']],
  ['a folder whose name looks like a glob', ['news [old]'], ['news [old]/d.txt']],
  ['a file of any ending', ['odd[1].dat'], ['odd[1].dat']],
  ['a glob', ['news/*.{txt,jpg}'], ['news/b.txt', 'news/photo.jpg']],
  ['each file once', ['news/b.txt', 'news/*.txt', 'news/../news/b.txt'], ['news/b.txt']],
  ['what is missing', ['nowhere.txt', 'news/b.txt'], ['news/b.txt', 'nowhere.txt does not exist']],
  ['a path below a file', ['news/b.txt/c.txt'], ['news/b.txt/c.txt does not exist']],
  ['a glob without a match', ['news/*.xyz'], ['news/*.xyz does not exist']],
  ['an empty folder', ['empty'], ['empty has no reports in it']],
])('%s', async (_, paths, expected) => {
  expect(await found(...paths.map((path) => at(path)))).toEqual(expected)
})

test('stdin', async () => {
  expect(await found('-')).toEqual(['-'])
  async function* stream() {
    yield Buffer.from('Ministers ')
    yield Buffer.from('met.')
  }
  const bytes = await readBytes({ file: '-', source: null }, stream())
  expect(String(bytes)).toBe('Ministers met.')
})

test('bytes of a file; one too large is not read', async () => {
  expect(String(await readBytes({ file: 'b', source: at('news', 'b.txt') }))).toBe('b.txt')
  writeFileSync(at('large.txt'), '')
  truncateSync(at('large.txt'), 200_000_001)
  expect(await readBytes({ file: 'large.txt', source: at('large.txt') })).toMatchObject({
    file: 'large.txt',
    problem: 'is larger than 200 MB',
  })
  expect(await readBytes({ file: 'gone.txt', source: at('gone.txt') })).toMatchObject({ file: 'gone.txt' })
})
