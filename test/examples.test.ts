import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openEngine } from '../src/app/engine.js'
import { oneStory, type Steps, type Written, written } from '../src/app/one-story.js'
import { packageRoot } from '../src/app/paths.js'

const EXAMPLES = join(packageRoot, 'examples')
/** Loads the weights and runs the flow. */
const SLOW = 60_000

const filesOf = (folder: string): Written[] =>
  readdirSync(join(EXAMPLES, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => written(join(EXAMPLES, folder, name)))
    .toSorted((a, b) => (a.file < b.file ? -1 : 1))

const moscow = filesOf('moscow-october-2025')
const lanta = filesOf('lanta-river-2031')

it.each([...moscow, ...lanta])('$file says that it was written for Rapport', ({ text }) => {
  expect(text).toMatch(
    /This report was written for Rapport; the outlets? (and the states )?(is|are) invented\./,
  )
})

describe('the meeting of 27 October 2025', () => {
  let steps: Steps
  beforeAll(() => {
    steps = oneStory(openEngine({ codebookDirs: [] }), moscow)
  }, SLOW)

  it('is told by at least four reports, one of them a page, one without a date', () => {
    expect(steps.reports.length).toBeGreaterThanOrEqual(5)
    expect(moscow.some(({ file }) => file.endsWith('.html'))).toBe(true)
    expect(steps.reports.filter(({ published }) => published === null)).toHaveLength(1)
  })

  it('is told twice in the words of one wire story', () => {
    const copies = steps.merged.origins.filter(({ reports }) => reports.length > 1)
    const files = copies.map(({ reports }) =>
      steps.reports.filter(({ id }) => reports.includes(id)).map(({ file }) => file),
    )
    expect(files).toEqual([['1-meridian-wire.txt', '2-coastal-post.txt']])
  })

  it('has one minister in two spellings', () => {
    const minister = steps.merged.events
      .flatMap(({ actor, recipient }) => [...actor, ...recipient])
      .find(({ names }) => names.includes('Choe Son Hui') && names.includes('Choi Son Hui'))
    expect(minister).toMatchObject({ country: 'PRK', office: 'foreign minister' })
  })
})

describe('the affair of the Lanta river', () => {
  it(
    'has days, numbers and a denial in conflict',
    () => {
      const engine = openEngine({ codebookDirs: [join(EXAMPLES, 'lanta-river-2031/codebook')] })
      const { comparison } = oneStory(engine, lanta)
      const fields = comparison.points.flatMap((point) => point.fields)
      const conflicting = fields.filter(({ kind }) => kind === 'conflict').map(({ field }) => field)
      expect(new Set(conflicting)).toEqual(new Set(['aux', 'date', 'number']))
    },
    SLOW,
  )
})
