import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { clusterLinked, type Edge } from '../../merging/linked.js'
import { findLinks, type Link } from '../../merging/links.js'
import { type Profile, profileOf } from '../../merging/profiles.js'
import type { Rarity } from '../../merging/rarity.js'
import { findStories } from '../../merging/stories.js'
import { fold } from '../../resolving/fold.js'
import type { Block, Report } from '../../types.js'
import { half } from './plover.js'
import { shuffled } from './random.js'

/** A report whose story is known. */
export interface Filed {
  readonly report: Report
  readonly story: string
  readonly foreign: boolean
}

/** Topics of the set that are foreign affairs. */
const FOREIGN = new Set(
  'china defense europe foreign_policy great_britain isis israel mexico middle_east national_defense north_korea nuclear_weapons palestine russia state_department terrorism trade us_military world'.split(
    ' ',
  ),
)

interface Row {
  readonly story: string
  readonly articles: readonly {
    ID: string
    date: string
    topic: string
    title: string
    source: string
    text: string
  }[]
}

/** "2018-05-07", "5/7/18"; null where the set has none. */
function dayOf(date: string): string | null {
  const [, month, day, year] = /^(\d+)\/(\d+)\/(\d+)/.exec(date) ?? []
  if (year) return `20${year.slice(-2)}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  return /^\d{4}-\d\d-\d\d/.test(date) ? date.slice(0, 10) : null
}

/** A title and paragraphs as a report. */
export function madeReport(
  id: string,
  { title, text, day, source }: { title: string; text: string; day: string | null; source: string },
): Report {
  const whole = `${title}\n\n${text}`
  const blocks: Block[] = [{ kind: 'title', start: 0, end: title.length }]
  for (const found of whole.slice(title.length).matchAll(/[^\n]+/g)) {
    const start = title.length + found.index
    blocks.push({ kind: 'paragraph', start, end: start + found[0].length })
  }
  const said = (value: string) => ({ value, span: null })
  return {
    ...{
      id,
      hash: id,
      file: id,
      url: null,
      outlet: said(source),
      agency: null,
      author: null,
      dateline: null,
    },
    ...{ title: said(title), published: day ? said(day) : null, language: 'en', text: whole, blocks },
  }
}

/** The reports of the set, each with its story. */
export function readStories(folder: string): Filed[] {
  const lines = gunzipSync(readFileSync(join(folder, 'stories/allsides_train.jsonl.gz')))
    .toString()
    .trim()
  return lines.split('\n').flatMap((line) => {
    const { story, articles }: Row = JSON.parse(line)
    const foreign = articles.some((a) => FOREIGN.has(a.topic))
    return articles.map((a) => ({
      report: madeReport(a.ID, { ...a, day: dayOf(a.date) }),
      story,
      foreign,
    }))
  })
}

type Clusters = readonly (readonly string[])[]

export interface Measure {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** B-cubed precision and recall, averaged over the items counted (Bagga and Baldwin 1998). */
export function bCubed(
  clusters: Clusters,
  storyOf: ReadonlyMap<string, string>,
  counted: (id: string) => boolean,
): Measure {
  const sizes = new Map<string, number>()
  for (const story of storyOf.values()) sizes.set(story, (sizes.get(story) ?? 0) + 1)
  let [p, r, n] = [0, 0, 0]
  for (const cluster of clusters) {
    for (const id of cluster.filter(counted)) {
      const same = cluster.filter((other) => storyOf.get(other) === storyOf.get(id)).length
      p += same / cluster.length
      r += same / sizes.get(storyOf.get(id)!)!
      n++
    }
  }
  const [precision, recall] = [p / n, r / n]
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

/** Groups reports at a threshold. */
type Grouping = (threshold: number) => Clusters

const ours = (filed: readonly Filed[], links: readonly Link[]): Grouping => {
  const reports = filed.map((f) => f.report)
  return (threshold) => findStories(reports, links, threshold).map((s) => s.reports)
}

/** Counts of words times the logarithm of how few reports have them, as a vector of length 1. */
function tfIdf(filed: readonly Filed[]): Map<string, number>[] {
  const all = filed.map(({ report }) => fold(report.text).split(' '))
  const frequency = new Map<string, number>()
  for (const words of all) for (const w of new Set(words)) frequency.set(w, (frequency.get(w) ?? 0) + 1)
  return all.map((words) => {
    const counts = new Map<string, number>()
    for (const w of words) counts.set(w, (counts.get(w) ?? 0) + 1)
    for (const [w, n] of counts) counts.set(w, n * (1 + Math.log((1 + all.length) / (1 + frequency.get(w)!))))
    const length = Math.hypot(...counts.values())
    return new Map(
      [...counts].filter(([w]) => frequency.get(w)! < all.length / 2).map(([w, x]) => [w, x / length]),
    )
  })
}

const BASELINE_WINDOW = 3
/** Cosines below this are taken for none. */
const FLOOR = 0.12

const near = (window: number) => (a: number | null, b: number | null) =>
  a === null || b === null || Math.abs(a - b) <= window

function cosines(vectors: readonly Map<string, number>[], days: readonly (number | null)[]): Edge[] {
  const postings = new Map<string, [number, number][]>()
  return vectors.flatMap((vector, b) => {
    const sums = new Map<number, number>()
    for (const [word, x] of vector) {
      const list = postings.get(word) ?? []
      for (const [a, y] of list) sums.set(a, (sums.get(a) ?? 0) + x * y)
      list.push([b, x])
      postings.set(word, list)
    }
    return [...sums]
      .filter(([a, cosine]) => cosine >= FLOOR && near(BASELINE_WINDOW)(days[a]!, days[b]!))
      .map(([a, cosine]): Edge => [a, b, cosine])
  })
}

function baseline(filed: readonly Filed[], profiles: readonly Profile[]): Grouping {
  const days = profiles.map((p) => p.day)
  const edges = cosines(tfIdf(filed), days)
  return (threshold) =>
    clusterLinked(days, edges, threshold, () => true).map((group) => group.map((i) => filed[i]!.report.id))
}

const THRESHOLDS = Array.from({ length: 24 }, (_, i) => 0.12 + i * 0.02)

const percent = (x: number): string => (100 * x).toFixed(1)

/** The threshold that is best on one half, and what it comes to on each. */
function line(name: string, filed: readonly Filed[], grouping: Grouping): string {
  const storyOf = new Map(filed.map((f) => [f.report.id, f.story]))
  const on = (part: 'tune' | 'test', threshold: number) =>
    bCubed(grouping(threshold), storyOf, (id) => half(storyOf.get(id)!) === part)
  const best = THRESHOLDS.reduce((t, u) => (on('tune', u).f1 > on('tune', t).f1 ? u : t))
  const [tune, test] = [on('tune', best), on('test', best)]
  return `${name}: threshold ${best.toFixed(2)}, tune ${percent(tune.f1)}, test ${percent(test.f1)} (precision ${percent(test.precision)}, recall ${percent(test.recall)})`
}

/** Whether five random orders of arrival give the same stories. */
function inAnyOrder(filed: readonly Filed[], profiles: readonly Profile[]): boolean {
  const result = (order: readonly number[]) => {
    const reports = order.map((i) => filed[i]!.report)
    return JSON.stringify(findStories(reports, findLinks(order.map((i) => profiles[i]!))))
  }
  const arrival = [...filed.keys()]
  const first = result(arrival)
  return [1, 2, 3, 4, 5].every((seed) => result(shuffled(arrival, seed)) === first)
}

function part(name: string, filed: readonly Filed[], rarity: Rarity): string[] {
  const profiles = filed.map((f) => profileOf(f.report, [], rarity))
  return [
    line(`stories, ${name}, B-cubed F1`, filed, ours(filed, findLinks(profiles))),
    line(`  TF-IDF, ${BASELINE_WINDOW} days, average link`, filed, baseline(filed, profiles)),
    `  five random orders: ${inAnyOrder(filed, profiles) ? 'the same stories' : 'DIFFERENT stories'}`,
  ]
}

/**
 * Stories found among the reports of all stories mixed, and among those on foreign affairs, by words alone: the
 * threshold from one half of the stories, the figure from the other.
 * @param folder with stories/allsides_train.jsonl.gz
 */
export function scoreStories(rarity: Rarity, folder: string): string[] {
  const filed = readStories(folder)
  return [
    ...part('all', filed, rarity),
    ...part(
      'foreign affairs',
      filed.filter((f) => f.foreign),
      rarity,
    ),
  ]
}
