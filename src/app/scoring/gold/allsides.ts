import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Report } from '../../../types.js'
import { madeReport } from '../made-report.js'

/** A report whose story is known. */
export interface Filed {
  readonly report: Report
  readonly story: string
  /** A report of its story bears a topic of foreign affairs. */
  readonly foreign: boolean
}

/** Below the data folder. */
export const STORIES = 'stories/allsides_train.jsonl.gz'

const FOREIGN = new Set(
  'china defense europe foreign_policy great_britain isis israel mexico middle_east national_defense north_korea nuclear_weapons palestine russia state_department terrorism trade us_military world'.split(
    ' ',
  ),
)

interface Row {
  readonly story: string
  readonly articles: readonly {
    readonly ID: string
    readonly date: string
    readonly topic: string
    readonly title: string
    readonly source: string
    readonly text: string
  }[]
}

/** "2018-05-07", "5/7/18"; null where the set has none. */
function dayOf(date: string): string | null {
  const [, month, day, year] = /^(\d+)\/(\d+)\/(\d+)/.exec(date) ?? []
  if (year) return `20${year.slice(-2)}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  return /^\d{4}-\d\d-\d\d/.test(date) ? date.slice(0, 10) : null
}

/** The reports of all stories, two or three to each. */
export function readFiled(folder: string): Filed[] {
  const lines = gunzipSync(readFileSync(join(folder, STORIES)))
    .toString()
    .trim()
    .split('\n')
  return lines.flatMap((line) => {
    const { story, articles }: Row = JSON.parse(line)
    const foreign = articles.some((a) => FOREIGN.has(a.topic))
    return articles.map((a) => ({ report: madeReport(a.ID, { ...a, day: dayOf(a.date) }), story, foreign }))
  })
}
