import { findLinks } from '../../../merging/links.js'
import { findOrigins } from '../../../merging/origins.js'
import { profileOf } from '../../../merging/profiles.js'
import type { Report } from '../../../types.js'
import { type Filed, readFiled, STORIES } from '../gold/allsides.js'
import { half } from '../halves.js'
import { madeReport } from '../made-report.js'
import { randomFrom } from '../random.js'
import type { Item, Score } from '../score.js'
import { overlap } from '../tallies.js'

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

/**
 * What the copying outlets write themselves: taken from reports that are in no other way in the set, each word once.
 */
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

function byStory(filed: readonly Filed[]): Map<string, Filed[]> {
  const out = new Map<string, Filed[]>()
  for (const one of filed) {
    const list = out.get(one.story)
    if (list) list.push(one)
    else out.set(one.story, [one])
  }
  return out
}

const sentencesOf = (report: Report): Set<string> =>
  new Set(paragraphsOf(report).flatMap((p) => p.split(/(?<=[.!?]) /).filter((s) => s.length > 40)))

/**
 * The set holds a few relays of its own: reports of one story with half of the shorter one's sentences to the letter.
 */
function isRelay(a: Report, b: Report): boolean {
  const { gold, found, correct } = overlap(sentencesOf(a), sentencesOf(b))
  return correct >= Math.min(gold, found) / 2
}

/** One report of each story with two copies, and the story's other reports untouched. */
function madeSet(filed: readonly Filed[], random: Random): Voiced[] {
  const stories = byStory(filed)
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
      ...list.map((f) => ({
        ...f,
        from: list.find((g) => g === f || isRelay(g.report, f.report))!.report.id,
      })),
      ...copies.map((report) => ({ ...original, report, from })),
    ]
  })
}

/** A report is right where those found to be of its origin are those that are. */
function itemsOf(set: readonly Voiced[], found: readonly (readonly string[])[]): Item[] {
  const group = new Map(found.flatMap((g) => g.map((id) => [id, g] as const)))
  const from = new Map<string, string[]>()
  for (const { report, from: origin } of set) from.set(origin, [...(from.get(origin) ?? []), report.id])
  return set.map(({ report, story, from: origin }) => {
    const others = (ids: readonly string[]) => new Set(ids.filter((id) => id !== report.id))
    const [gold, here] = [others(from.get(origin)!), others(group.get(report.id)!)]
    const tally = overlap(here, gold)
    const right = tally.correct === tally.found && tally.covered === tally.gold
    return {
      key: JSON.stringify([report.id, [...gold].sort(), report.text]),
      half: half(story),
      tallies: { pairs: tally },
      miss: right
        ? null
        : `${report.id}: found ${[...here].join(', ') || 'none'}, not ${[...gold].join(', ') || 'none'}`,
    }
  })
}

/** Which reports have their words from one text. */
export const sameOrigin: Score = {
  name: 'same-origin',
  about:
    'Pairs of reports known to be of one origin: two copies are made of one report of each story (in 7 of 10 cut to 30 % to 90 % of the paragraphs, in 4 re-ordered, in 6 one sentence in three edited by leaving out or moving a word, in 4 with paragraphs of another report, all under another title, by a fixed seed), and mixed with the untouched reports of the same stories, of which those are relays, too, that share half of the shorter one’s sentences to the letter.',
  needs: [STORIES],
  measure: async (lab) => {
    const set = madeSet(readFiled(lab.data!), randomFrom(SEED))
    const rules = lab.engine().merging
    const reports = set.map((v) => v.report)
    const links = findLinks(reports.map((r) => profileOf(r, [], rules)))
    const found = findOrigins(reports, links).map((o) => o.reports)
    return [
      {
        set: 'copies made of AllSides',
        figures: [
          { name: 'precision', formula: 'precision', of: 'pairs', goal: 0.98, beside: null },
          { name: 'recall', formula: 'recall', of: 'pairs', goal: 0.95, beside: null },
        ],
        items: itemsOf(set, found),
      },
    ]
  },
}
