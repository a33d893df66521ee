import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine } from '../../../rapport.js'
import { oneStory, written } from '../../one-story.js'
import type { Figure, Item, Sample, Score } from '../score.js'
import { answer, NOTHING } from '../tallies.js'

/** Beside the folder of data: two reports with their gold, a scorer, and a script that writes them with other names. */
const SEEDS = '../seed-reports'
const SCORER = 'score.mjs'

const figure = (name: string, of: string, goal: number | null): Figure => ({
  name,
  formula: 'recall',
  of,
  goal,
  beside: null,
})
const EXTRA: Figure = { name: 'extra records a row', formula: 'rate', of: 'extra', goal: 0.526, beside: null }

function runScript(args: readonly string[], input = ''): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args], { input, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${args[0]} ended with ${status}: ${stderr}`)
  return stdout
}

/** "ok  id: …" is whole, "~   id: …" found, "--  id: …" not found. */
function itemsOf(output: string): Item[] {
  const lines = [...output.matchAll(/^(ok|~|--) +(\S+?):(.*)$/gm)]
  const extra = Number(/ (\d+) extra$/m.exec(output)?.[1] ?? 0)
  const rows = lines.map(([, mark, id, rest]): Item => {
    const found = mark !== '--'
    return {
      key: id!,
      half: 'all',
      tallies: { found: answer(found), whole: answer(mark === 'ok'), extra: { ...NOTHING, gold: 1 } },
      miss: mark === 'ok' ? null : `${id}:${rest}`,
    }
  })
  const extras = Array.from(
    { length: extra },
    (): Item => ({
      key: null,
      half: 'all',
      tallies: { extra: { ...NOTHING, found: 1 } },
      miss: null,
    }),
  )
  return [...rows, ...extras]
}

function sampleOf(
  engine: Engine,
  set: string,
  folder: string,
  scorer: string,
  goals: readonly (number | null)[],
): Sample {
  const expected = join(folder, 'expected.json')
  const { reports } = JSON.parse(readFileSync(expected, 'utf8')) as { reports: Record<string, string> }
  const files = Object.values(reports).map((file) => written(join(folder, file)))
  const { merged } = oneStory(engine, files)
  const lines = merged.events.map((event) => JSON.stringify(event)).join('\n')
  const items = itemsOf(runScript([scorer, '--expected', expected], lines))
  const [found, whole] = goals
  return { set, figures: [figure('found', 'found', found!), figure('whole', 'whole', whole!), EXTRA], items }
}

/** Two real reports of one meeting, and the same with other states and persons. */
export const seeds: Score = {
  name: 'seeds',
  about:
    'Two real reports of one meeting with 19 events that a careful reader takes from them, and three rewrites with other states, persons and years, by the scorer that lies beside them. Found: type, states, speaker and quotation are right; whole: persons, date, place, aux, background and reports as well.',
  needs: [`${SEEDS}/${SCORER}`, `${SEEDS}/rewrite.mjs`],
  measure: async (lab) => {
    const folder = join(lab.data!, SEEDS)
    const scorer = join(folder, SCORER)
    const rewrites = mkdtempSync(join(tmpdir(), 'rapport-seeds-'))
    try {
      runScript([join(folder, 'rewrite.mjs'), rewrites])
      const sets = [
        ['seed reports', folder],
        ...readdirSync(rewrites).map((name) => [name, join(rewrites, name)]),
      ]
      // 16 of 19 found and 12 whole, and the rewrites within one row of the seeds.
      return sets.map(([set, path], i) =>
        sampleOf(lab.engine(), set!, path!, scorer, i === 0 ? [0.842, 0.631] : [null, null]),
      )
    } finally {
      rmSync(rewrites, { recursive: true })
    }
  },
}
