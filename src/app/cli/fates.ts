import type { Recorded } from '../by-hand/recording.js'
import { isRefusals, type TrackerRow } from '../by-hand/tracker.js'
import { type Column, type RenderOptions, table, usableWidth } from '../render/layout.js'
import { makePaint } from '../render/paint.js'
import { safe } from '../render/safe.js'
import { voicesWords } from '../render/voices.js'
import { count } from './numbers.js'
import type { Columns } from './output.js'

/** What became of one row of a tracker. */
export interface FateLine {
  readonly row: number
  readonly fate: Recorded['fate'] | 'refused'
  /** The entry that it was kept as, and the event that it tells. */
  readonly entry: string | null
  readonly event: string | null
  readonly words: string
  /** What is wrong with it and what to try, or what it joined. */
  readonly why: string
}

export const FATE_COLUMNS: Columns<FateLine> = {
  row: ({ row }) => row,
  fate: ({ fate }) => fate,
  event: ({ event }) => event,
  why: ({ why }) => why,
  words: ({ words }) => words,
  entry: ({ entry }) => entry,
}

/** @param recorded what became of the row's entry; absent where it was refused */
export function fateLine({ row, words, entry }: TrackerRow, recorded: Recorded | undefined): FateLine {
  if (isRefusals(entry) || !recorded) {
    const told = isRefusals(entry)
      ? entry.map(({ field, problem, hint }) => `${field}: ${problem}; ${hint}`)
      : []
    return { row, words, fate: 'refused', entry: null, event: null, why: told.join('. ') }
  }
  const { fate, event } = recorded
  return { row, words, fate, entry: entry.report, event: event.id, why: whyText(recorded) }
}

function whyText({ fate, event }: Recorded): string {
  if (fate === 'taken') return 'new event'
  return fate === 'joined' ? `${voicesWords(event)}: ${event.summary}` : 'was there already'
}

const TABLE: readonly Column<FateLine>[] = [
  { head: 'row', least: 3, cell: ({ row }) => String(row) },
  { head: 'fate', least: 9, cell: ({ fate }) => fate },
  { head: 'event', least: 16, cell: ({ event }) => event ?? '' },
  { head: 'what stands in it', least: 16, yields: true, cell: ({ words }) => safe(words) },
  { head: 'why', least: 24, yields: true, cell: ({ why }) => safe(why) },
]

/** Each row with its fate, as a table. */
export function renderFates(lines: readonly FateLine[], { width, colour }: RenderOptions): string {
  const [head = '', ...rows] = table(lines, TABLE, usableWidth(width))
  return [makePaint(colour).bold(head), ...rows].join('\n')
}

/** "12 rows: 8 taken, 2 joined, 1 unchanged, 1 refused." */
export function fatesText(lines: readonly FateLine[]): string {
  const fates = ['taken', 'joined', 'unchanged', 'refused'] as const
  const counts = fates.map((fate) => `${lines.filter((line) => line.fate === fate).length} ${fate}`)
  return `${count(lines.length, 'row')}: ${counts.join(', ')}.`
}
