import type { ComparedField, Mention, Point } from '../../../types.js'
import { openEngine } from '../../engine.js'
import { oneStory, type Steps } from '../../one-story.js'
import {
  AFFAIR_STATES,
  type Affair,
  numberOf,
  type PlantedEvent,
  type PlantedField,
  readAffairs,
} from '../gold/affair.js'
import type { Figure, Item, Score } from '../score.js'
import { answer, NOTHING, overlap } from '../tallies.js'

const figure = (name: string, formula: Figure['formula'], of: string, goal: number | null): Figure => ({
  name,
  formula,
  of,
  goal,
  beside: null,
})
const FIGURES: readonly Figure[] = [
  figure('planted conflicts found', 'recall', 'conflict', 1),
  figure('conflicts shown that are planted', 'precision', 'conflict', 1),
  figure('other planted fields found', 'recall', 'field', null),
  figure('merges, precision', 'precision', 'merge', 1),
  figure('merges, recall', 'recall', 'merge', null),
  figure('copies, precision', 'precision', 'copy', 1),
  figure('copies, recall', 'recall', 'copy', 1),
]

/** A planted telling, and the events in which its words were coded, with what came of those that announce. */
interface Planting {
  readonly row: PlantedEvent
  readonly report: number
  readonly events: ReadonlySet<string>
}

/** @throws when the words do not stand in the report, which is a slip in planted.yaml */
function spanOf(words: string, text: string, where: string): readonly [start: number, end: number] {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`${where}: the report does not say "${words}"`)
  return [start, start + words.length]
}

function eventsTelling(words: readonly string[], report: number, steps: Steps): ReadonlySet<string> {
  const { id, text, file } = steps.reports.find((one) => numberOf(one.file) === report)!
  const spans = words.map((each) => spanOf(each, text, file))
  const tells = (m: Mention) =>
    m.report === id && spans.some(([start, end]) => m.trigger.start >= start && m.trigger.end <= end)
  const told = steps.merged.events.filter((e) => e.mentions.some(tells)).map((e) => e.id)
  const came = steps.comparison.points.filter(({ announced }) => announced.some((id) => told.includes(id)))
  return new Set([...told, ...came.map((point) => point.event.id)])
}

const plantingsOf = (affair: Affair, steps: Steps): Planting[] =>
  affair.events.flatMap((row) =>
    Object.entries(row.told).map(([report, words]) => ({
      row,
      report: Number(report),
      events: eventsTelling(words, Number(report), steps),
    })),
  )

const isJoined = (a: Planting, b: Planting): boolean => [...a.events].some((id) => b.events.has(id))
const nameOf = ({ row, report }: Planting): string => `${row.id} in ${report}`

/** Every pair of tellings of the row, and every pair with a telling of a later row that it was merged with. */
function mergeItem(row: PlantedEvent, all: readonly Planting[], half: Item['half']): Item {
  const own = all.filter((one) => one.row === row)
  const pairs = own.flatMap((a, i) => own.slice(i + 1).map((b) => [a, b] as const))
  const missed = pairs.filter(([a, b]) => !isJoined(a, b))
  const later = all.slice(all.indexOf(own.at(-1)!) + 1)
  const wrong = own.flatMap((a) => later.filter((b) => isJoined(a, b)).map((b) => [a, b] as const))
  const covered = pairs.length - missed.length
  const uncoded = own.filter((one) => one.events.size === 0).map((one) => one.report)
  const told = (list: readonly (readonly [Planting, Planting])[]) =>
    list.map(([a, b]) => `${nameOf(a)} and ${nameOf(b)}`).join(', ')
  return {
    key: JSON.stringify(row),
    half,
    tallies: { merge: { found: covered + wrong.length, correct: covered, gold: pairs.length, covered } },
    miss:
      missed.length + wrong.length === 0
        ? null
        : `merge ${row.id}: apart ${missed.length} (not coded in ${uncoded.join(' ') || 'none'}); ` +
          `wrongly joined: ${told(wrong) || 'none'}; apart: ${told(missed.filter(([a, b]) => a.events.size * b.events.size))}`,
  }
}

const shows = (shown: ComparedField, { field, kind }: PlantedField): boolean =>
  shown.field === field && (kind.includes('any') || kind.includes(shown.kind ?? 'same'))

const reportsOf = (shown: ComparedField): Set<string> => new Set(shown.values.flatMap((v) => v.reports))

function fieldItem(
  row: PlantedEvent,
  planted: PlantedField,
  points: readonly Point[],
  affair: Affair,
  fileOf: ReadonlyMap<string, string>,
): Item {
  const fields = points.flatMap((point) => point.fields).filter((one) => one.field === planted.field)
  const told = (one: ComparedField) => [...reportsOf(one)].map((id) => numberOf(fileOf.get(id)!))
  const found = fields.some(
    (one) => shows(one, planted) && planted.reports.every((report) => told(one).includes(report)),
  )
  const name = planted.kind.join() === 'conflict' ? 'conflict' : 'field'
  const shown = fields.map((one) => `${one.kind ?? 'same'} of ${told(one).join(' ')}`).join('; ')
  const tally = name === 'conflict' ? { ...NOTHING, gold: 1, covered: Number(found) } : answer(found)
  return {
    key: JSON.stringify([row.id, planted]),
    half: affair.half,
    tallies: { [name]: tally },
    miss: found
      ? null
      : `${row.id}: ${planted.kind.join(' or ')} in ${planted.field} of ${planted.reports.join(' ')}; shown ${shown || 'nothing'}`,
  }
}

/** What is shown as a conflict, right where it is planted. */
function shownItem(
  point: Point,
  shown: ComparedField,
  rows: readonly PlantedEvent[],
  half: Item['half'],
): Item {
  const right = rows.some((row) =>
    row.fields.some(({ field, kind }) => field === shown.field && kind.includes('conflict')),
  )
  const values = shown.values.map(({ value }) => value).join(' / ')
  return {
    key: null,
    half,
    tallies: { conflict: { ...NOTHING, found: 1, correct: Number(right) } },
    miss: right ? null : `no conflict: ${shown.field} of ${point.event.summary}: ${values}`,
  }
}

const pairsOf = (groups: readonly (readonly number[])[]): Set<string> =>
  new Set(
    groups.flatMap((group) => {
      const sorted = [...group].sort((a, b) => a - b)
      return sorted.flatMap((a, i) => sorted.slice(i + 1).map((b) => `${a} ${b}`))
    }),
  )

function copyItem(affair: Affair, { merged }: Steps, fileOf: ReadonlyMap<string, string>): Item {
  const found = pairsOf(merged.origins.map((o) => o.reports.map((id) => numberOf(fileOf.get(id)!))))
  const gold = pairsOf(affair.copies)
  const right = [...found].sort().join() === [...gold].sort().join()
  return {
    key: JSON.stringify(affair.copies),
    half: affair.half,
    tallies: { copy: overlap(found, gold) },
    miss: right ? null : `copies: found ${[...found].join(', ')}; planted ${[...gold].join(', ')}`,
  }
}

function itemsOf(affair: Affair): Item[] {
  const steps = oneStory(openEngine({ codebookDirs: [AFFAIR_STATES] }), affair.files)
  const fileOf = new Map(steps.reports.map((r) => [r.id, r.file]))
  const plantings = plantingsOf(affair, steps)
  const { points } = steps.comparison
  const telling = (row: PlantedEvent, point: Point) =>
    plantings.some((one) => one.row === row && one.events.has(point.event.id))
  const pointsOf = (row: PlantedEvent) => points.filter((point) => telling(row, point))
  const rowsOf = (point: Point) => affair.events.filter((row) => telling(row, point))
  const asked = (row: PlantedEvent) => row.fields.filter(({ optional }) => !optional)
  return [
    copyItem(affair, steps, fileOf),
    ...affair.events.map((row) => mergeItem(row, plantings, affair.half)),
    ...affair.events.flatMap((row) =>
      asked(row).map((planted) => fieldItem(row, planted, pointsOf(row), affair, fileOf)),
    ),
    ...points.flatMap((point) =>
      point.fields
        .filter(({ kind }) => kind === 'conflict')
        .map((shown) => shownItem(point, shown, rowsOf(point), affair.half)),
    ),
  ]
}

/** Two made affairs of fifteen reports each, compared as one story each. */
export const affair: Score = {
  name: 'affair',
  about:
    'Two made affairs of three weeks, fifteen reports each, compared as one story each, against what was planted in them before any was read: conflicts, other differences and agreements field by field, copies, and which tellings are one event. The first affair is tuned on, the second only reported. What is not coded cannot be found either: that counts as missed.',
  needs: [],
  measure: async () => [{ set: 'two made affairs', figures: FIGURES, items: readAffairs().flatMap(itemsOf) }],
}
