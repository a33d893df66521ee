import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { gateProblems, pageFromFiles, readGate } from '../src/app/cli/score-files.js'
import { packageRoot } from '../src/app/paths.js'
import { measuredIn } from '../src/app/scoring/gate.js'
import { SCORES } from '../src/app/scoring/list.js'
import { openLab, run } from '../src/app/scoring/run.js'

/** Every sentence runs the flow. */
const RUNNING = 120_000

const shipped = SCORES.filter(({ needs }) => needs.length === 0)
const lab = openLab(null)

describe('what ships is scored at its floors or above (npm run score -- NAME --errors shows what is wrong)', () => {
  it.each(shipped)(
    '$name',
    async (score) => {
      expect(gateProblems(measuredIn([await run(score, lab)]))).toEqual([])
    },
    RUNNING,
  )

  it('every shipped set is pinned, with a stated noise', () => {
    const { shipped: pinned } = readGate()
    expect([...new Set(pinned.map(({ score }) => score))].sort()).toEqual(
      shipped.map(({ name }) => name).sort(),
    )
    for (const { noise, floors } of pinned) {
      expect(noise).toBeGreaterThan(0)
      expect(Object.keys(floors).length).toBeGreaterThan(0)
    }
  })
})

it('docs/accuracy.md is what the stored figures make (npm run score -- --write writes it anew)', () => {
  expect(readFileSync(join(packageRoot, 'docs/accuracy.md'), 'utf8')).toBe(pageFromFiles())
})

it('scores have names of their own', () => {
  const names = SCORES.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names).not.toContain('all')
})
