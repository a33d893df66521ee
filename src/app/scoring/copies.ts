import { findLinks } from '../../merging/links.js'
import { COPIED, findOrigins } from '../../merging/origins.js'
import { profileOf } from '../../merging/profiles.js'
import type { Rarity } from '../../merging/rarity.js'
import type { Report } from '../../types.js'
import { half } from './plover.js'
import { randomOf } from './random.js'
import { type Filed, madeReport, readStories } from './stories.js'

type Random = () => number

const SEED = 20261122

const paragraphsOf = (report: Report): string[] =>
  report.blocks.filter((b) => b.kind === 'paragraph').map((b) => report.text.slice(b.start, b.end))

/** Leaves out paragraphs: from 30 % to 90 % are kept, at least three. */
function cut(paragraphs: readonly string[], random: Random): string[] {
  const kept = Math.max(3, Math.round(paragraphs.length * (0.3 + 0.6 * random())))
  if (random() < 0.5) return paragraphs.slice(0, kept)
  const chosen = new Set<number>()
  while (chosen.size < Math.min(kept, paragraphs.length)) chosen.add(Math.floor(random() * paragraphs.length))
  return paragraphs.filter((_, i) => chosen.has(i))
}

/** Moves one paragraph in three to another place. */
function reorder(paragraphs: readonly string[], random: Random): string[] {
  const out = [...paragraphs]
  for (let moves = Math.ceil(out.length / 3); moves > 0; moves--) {
    const [moved] = out.splice(Math.floor(random() * out.length), 1)
    out.splice(Math.floor(random() * (out.length + 1)), 0, moved!)
  }
  return out
}

/** In one sentence of three, leaves out a word or changes places with its neighbour. */
function edit(paragraph: string, random: Random): string {
  const sentences = paragraph.split(/(?<=[.!?]) /)
  return sentences
    .map((sentence) => {
      const words = sentence.split(' ')
      if (words.length < 6 || random() > 1 / 3) return sentence
      const at = 1 + Math.floor(random() * (words.length - 3))
      const both = random() < 0.5 ? [words[at + 1]!, words[at]!] : [words[at + 1]!]
      return [...words.slice(0, at), ...both, ...words.slice(at + 2)].join(' ')
    })
    .join(' ')
}

/** What the copying outlets write themselves: taken from reports that are in no other way in the set, each word once. */
interface Desk {
  readonly titles: string[]
  readonly paragraphs: string[]
}

function withOwn(paragraphs: readonly string[], desk: Desk, random: Random): string[] {
  const own = desk.paragraphs.splice(0, Math.ceil((paragraphs.length * random()) / 2))
  return random() < 0.5 ? [...own, ...paragraphs] : [...paragraphs, ...own]
}

/** A copy as outlets make them: cut, re-ordered, edited or added to, each by chance, and always under another title. */
function copyOf(original: Report, desk: Desk, id: string, random: Random): Report {
  let paragraphs = paragraphsOf(original)
  if (random() < 0.7) paragraphs = cut(paragraphs, random)
  if (random() < 0.4) paragraphs = reorder(paragraphs, random)
  if (random() < 0.6) paragraphs = paragraphs.map((p) => edit(p, random))
  if (random() < 0.4) paragraphs = withOwn(paragraphs, desk, random)
  const title = desk.titles[Math.floor(random() * desk.titles.length)]!
  return madeReport(id, {
    title,
    text: paragraphs.join('\n'),
    day: original.published?.value ?? null,
    source: id,
  })
}

/** A report with the original that its words are from: its own id where it is none's copy. */
interface Voiced extends Filed {
  readonly from: string
}

/** One report of each story with two copies, and the story's other reports untouched. */
function madeSet(filed: readonly Filed[], random: Random): Voiced[] {
  const stories = groupBy(filed, (f) => f.story)
  const lists = [...stories.values()]
  const donors = lists.filter((_, i) => i % 5 === 0).flatMap((list) => list.map((f) => f.report))
  const desk = { titles: donors.map((d) => d.title!.value), paragraphs: donors.flatMap(paragraphsOf) }
  const rest = lists.filter((_, i) => i % 5 !== 0)
  return rest.flatMap((list, i) => {
    const original = list[0]!
    const copies = [1, 2].map((n) =>
      copyOf(original.report, desk, `${original.report.id}-${i}-copy${n}`, random),
    )
    const from = original.report.id
    return [
      ...list.map((f) => ({ ...f, from: f.report.id })),
      ...copies.map((report) => ({ ...original, report, from })),
    ]
  })
}

function groupBy<T>(list: readonly T[], keyOf: (item: T) => unknown): Map<unknown, T[]> {
  const out = new Map<unknown, T[]>()
  for (const item of list) {
    const group = out.get(keyOf(item))
    if (group) group.push(item)
    else out.set(keyOf(item), [item])
  }
  return out
}

const pairsIn = (groups: Iterable<readonly unknown[]>): number =>
  [...groups].reduce((n, g) => n + (g.length * (g.length - 1)) / 2, 0)

/** Pairs of reports said to be of one origin, against those that are. */
function measure(found: readonly (readonly string[])[], from: ReadonlyMap<string, string>): [number, number] {
  const counted = found.map((g) => g.filter((id) => from.has(id)))
  const right = pairsIn(counted.flatMap((g) => [...groupBy(g, (id) => from.get(id)).values()]))
  const gold = pairsIn(groupBy([...from.keys()], (id) => from.get(id)).values())
  return [right / pairsIn(counted), right / gold]
}

/**
 * Whether reports are known to be of one origin, by pairs: copies made of one report of each story (cut to 30 % to 90 %
 * of the paragraphs in 7 of 10, re-ordered in 4, one sentence in three edited in 6, with paragraphs of another report in
 * 4, all under another title, by a fixed seed), with the untouched reports of the same stories as negatives.
 * @param folder with stories/allsides_train.jsonl.gz
 */
export function scoreCopies(rarity: Rarity, folder: string, copied = COPIED): string[] {
  const set = madeSet(readStories(folder), randomOf(SEED))
  const reports = set.map((v) => v.report)
  const links = findLinks(reports.map((r) => profileOf(r, [], rarity)))
  const found = findOrigins(reports, links, copied).map((o) => o.reports)
  return (['tune', 'test'] as const).map((part) => {
    const from = new Map(set.filter((v) => half(v.story) === part).map((v) => [v.report.id, v.from]))
    const [p, r] = measure(found, from)
    return `copies ${part}: precision ${(100 * p).toFixed(1)}, recall ${(100 * r).toFixed(1)} of ${pairsIn(groupBy([...from.keys()], (id) => from.get(id)).values())} pairs`
  })
}
