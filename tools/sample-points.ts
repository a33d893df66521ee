/**
 * Makes sheets for judges of comparisons: `tsx tools/sample-points.ts --seed N --singles 10 --out FOLDER STORY-FILES...`
 * Each file (.jsonl, a report a line) is a story. Its folder under --out holds the comparison as Markdown, each report
 * as a text file, and the points to be judged: all that several reports tell or contradict, and as many of those of one
 * report as --singles says, drawn with the seed. docs/judging-comparisons.md says how a judge marks them.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { openEngine } from '../src/app/engine.js'
import { oneStory } from '../src/app/one-story.js'
import { comparisonMarkdown } from '../src/app/render/index.js'
import { randomFrom, shuffled } from '../src/app/scoring/random.js'
import type { Comparison, Entity, Point, Report } from '../src/rapport.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    singles: { type: 'string', default: '10' },
    out: { type: 'string', default: 'sheets' },
  },
})

interface Numbered {
  readonly number: number
  readonly point: Point
}

const isShared = ({ point }: Numbered): boolean => point.in.length > 1 || point.status === 'conflict'

/** The points to be judged, by their numbers in the comparison. */
function drawn({ points }: Comparison, random: () => number): Numbered[] {
  const all = points.map((point, i) => ({ number: i + 1, point }))
  const singles = shuffled(
    all.filter((one) => !isShared(one)),
    random,
  ).slice(0, Number(values.singles))
  return [...all.filter(isShared), ...singles].sort((a, b) => a.number - b.number)
}

const letter = (i: number): string => String.fromCharCode(65 + i)

function reportText({ title, outlet, published, text }: Report): string {
  return [title?.value, outlet?.value, published?.value ?? 'no date', '', text].join('\n')
}

const partiesOf = (list: readonly Entity[]): string[] =>
  list.map(({ name, kind, country }) => (kind === 'state' ? name : `${name} (${country ?? 'no state'})`))

function itemOf({ number, point }: Numbered, story: string, reports: readonly Report[]): object {
  const letters = new Map(reports.map((report, i) => [report.id, letter(i)]))
  const named = (ids: readonly string[]) => ids.map((id) => letters.get(id)!).join('')
  return {
    story,
    point: number,
    heading: point.event.summary,
    type: point.event.event,
    mode: point.event.mode,
    aux: point.event.aux,
    who: partiesOf(point.event.actor),
    to_whom: partiesOf(point.event.recipient),
    date: point.event.date,
    place: point.event.event_loc?.name ?? null,
    background: point.event.background,
    status: point.status,
    told_by: named(point.in),
    fields: point.fields.map(({ field, status, kind, values }) => ({
      field,
      status,
      kind,
      values: values.map(({ value, said, reports: by }) => ({ value, said, reports: named(by) })),
    })),
    sentences: point.event.mentions.map((m) => `${letters.get(m.report)}: ${m.text}`),
  }
}

const engine = openEngine({ codebookDirs: [] })
const random = randomFrom(Number(values.seed))
let count = 0
for (const path of positionals) {
  const story = basename(dirname(path))
  const { reports, comparison } = oneStory(engine, [
    { file: basename(path), text: readFileSync(path, 'utf8') },
  ])
  const folder = join(values.out, story)
  mkdirSync(folder, { recursive: true })
  const items = drawn(comparison, random).map((one) => JSON.stringify(itemOf(one, story, reports)))
  count += items.length
  writeFileSync(join(folder, 'comparison.md'), comparisonMarkdown(comparison))
  writeFileSync(join(folder, 'points.jsonl'), `${items.join('\n')}\n`)
  for (const [i, report] of reports.entries())
    writeFileSync(join(folder, `${letter(i)}.txt`), reportText(report))
}
process.stdout.write(`${count} points of ${positionals.length} stories to be judged, seed ${values.seed}\n`)
