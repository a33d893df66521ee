import type { Block, Origin, Report } from '../types.js'
import type { Link } from './links.js'
import { paragraphPrints, reportPrints } from './prints.js'

/** Share of the shorter report's own words that the longer one must hold to be of one origin. */
const COPIED = 0.4
/** Where both credit one agency, or are of one house, less is enough. */
const CREDITED = 0.5
/** Share of a paragraph's words that must stand in the other report for the paragraph to be shared. */
const SHARED = 0.5

/** What of a report its origin shows. */
export type Voice = Pick<Report, 'id' | 'outlet' | 'file'>

type Near = ReadonlyMap<string, readonly Link[]>

function byReport(links: readonly Link[]): Near {
  const out = new Map<string, Link[]>()
  for (const link of links) {
    for (const id of [link.a, link.b]) {
      const list = out.get(id)
      if (list) list.push(link)
      else out.set(id, [link])
    }
  }
  return out
}

/** Whether two reports are of one origin. */
export const isCopy = (link: Link, copied = COPIED): boolean =>
  link.copied >= (link.credit || link.house ? copied * CREDITED : copied)

/** All that a chain of copies reaches: a copy of a copy is of one origin with the first. */
function chain(start: string, near: Near): string[] {
  const found = new Set([start])
  for (const id of found) for (const { a, b } of near.get(id) ?? []) found.add(a).add(b)
  return [...found].sort()
}

const percent = (share: number): number => Math.round(100 * share)

/** The least that a member shares with the member it shares most with. */
function commonShare(group: readonly string[], near: Near): number {
  return Math.min(...group.map((id) => Math.max(...near.get(id)!.map((l) => l.copied))))
}

function toOrigin(group: readonly string[], near: Near, voices: ReadonlyMap<string, Voice>): Origin {
  const names = group.map((id) => voices.get(id)!.outlet?.value ?? voices.get(id)!.file)
  const links = group.flatMap((id) => near.get(id) ?? [])
  const [credit, house] = [links.find((l) => l.credit)?.credit, links.find((l) => l.house)?.house]
  const via = credit ? `, with credit to ${credit}` : house ? `, both of ${house}` : ''
  const common = group.length > 1 && `${percent(commonShare(group, near))} % of the text in common`
  const rule = common ? `${common}${via}` : 'its own words'
  return { id: group[0]!, reports: [...group], reason: { rule, words: names.join(', ') } }
}

/**
 * Which reports have their words from one text: a good part of the shorter one stands in the other. Words in quotation
 * marks do not count, since quoting one statement is not copying.
 * @param links among these reports; others are passed over
 * @example findOrigins([wire, copy, other], links) // two origins: [wire, copy] and [other]
 */
export function findOrigins(reports: readonly Voice[], links: readonly Link[], copied = COPIED): Origin[] {
  const voices = new Map(reports.map((r) => [r.id, r]))
  const near = byReport(links.filter((l) => isCopy(l, copied) && voices.has(l.a) && voices.has(l.b)))
  const seen = new Set<string>()
  return [...voices.keys()].sort().flatMap((id) => {
    if (seen.has(id)) return []
    const group = chain(id, near)
    for (const member of group) seen.add(member)
    return [toOrigin(group, near, voices)]
  })
}

/** A paragraph of the original that stands in a copy. */
interface SharedPassage {
  readonly block: Block
  /** Share of its words, 0 to 1. */
  readonly share: number
}

/** What a copy took over from its original, paragraph by paragraph. */
interface Copying {
  readonly kept: readonly SharedPassage[]
  readonly leftOut: readonly Block[]
}

/**
 * Which paragraphs of a report stand in a copy of it, in whatever order, and which the copy left out. Paragraphs too
 * short to tell are in neither list.
 * @example copyingOf(wire, copy).leftOut.map((b) => wire.text.slice(b.start, b.end))
 */
export function copyingOf(original: Report, copy: Report): Copying {
  const there = new Set(reportPrints(copy))
  const passages = paragraphPrints(original)
    .filter(({ prints }) => prints.size > 0)
    .map(({ block, prints }) => ({
      block,
      share: [...prints].filter((p) => there.has(p)).length / prints.size,
    }))
  return {
    kept: passages.filter((p) => p.share >= SHARED),
    leftOut: passages.filter((p) => p.share < SHARED).map((p) => p.block),
  }
}
