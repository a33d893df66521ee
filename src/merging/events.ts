import { createHash } from 'node:crypto'
import { days } from '../resolving/edtf.js'
import type { Entity, Event, Mention, Place, Report } from '../types.js'
import { cluesOf, type Judging, total } from './clues.js'
import { summaryOf } from './summary.js'

/** Score and quad category of a type and mode, from the codebook. */
export type Scores = (
  event: Event['event'],
  mode: string | null,
) => { score: number | null; quad: number | null }

export interface Building extends Judging {
  readonly reports: ReadonlyMap<string, Report>
  readonly originOf: ReadonlyMap<string, string>
  readonly scores: Scores
}

const byPlace = (a: Mention, b: Mention): number =>
  Number(a.background) - Number(b.background) ||
  (a.report < b.report ? -1 : a.report > b.report ? 1 : a.start - b.start)

function distinct(list: readonly Entity[]): Entity[] {
  const byId = new Map<string, Entity>()
  for (const e of list) {
    const known = byId.get(e.id)
    byId.set(
      e.id,
      known
        ? { ...known, names: [...new Set([...known.names, ...e.names])], office: known.office ?? e.office }
        : e,
    )
  }
  return [...byId.values()]
}

/** Where one telling knows who came to whom, all tellings are read that way: by the state of each side. */
function sides(mentions: readonly Mention[]): { actor: Entity[]; recipient: Entity[] } {
  const actor = distinct(mentions.flatMap((m) => m.actor))
  const recipient = distinct(mentions.flatMap((m) => m.recipient))
  const hosts = new Set(recipient.map((e) => e.country ?? e.id))
  const guests = new Set(
    mentions.filter((m) => m.recipient.length).flatMap((m) => m.actor.map((e) => e.country ?? e.id)),
  )
  const isHost = (e: Entity) => hosts.has(e.country ?? e.id) && !guests.has(e.country ?? e.id)
  return {
    actor: actor.filter((e) => !isHost(e)),
    recipient: distinct([...recipient, ...actor.filter(isHost)]).filter(
      (e) => isHost(e) || !actor.some((a) => a.id === e.id),
    ),
  }
}

const size = (edtf: string): number => {
  const d = days(edtf)
  return d ? Date.parse(d[1]) - Date.parse(d[0]) : Number.POSITIVE_INFINITY
}

/** The telling whose date says most: what was said goes before what was inferred. */
function bestDated(mentions: readonly Mention[]): Mention | undefined {
  const inferred = (m: Mention) => Number(m.date_from === 'other-event' || m.date_from === 'other-report')
  return mentions
    .filter((m) => m.date)
    .sort((a, b) => size(a.date!) - size(b.date!) || inferred(a) - inferred(b) || byPlace(a, b))[0]
}

const PRECISION: readonly Place['precision'][] = ['building', 'city', 'region', 'unknown', 'country']
const bestPlace = (mentions: readonly Mention[]): Place | null =>
  mentions
    .map((m) => m.event_loc)
    .filter((p) => p !== null)
    .sort((a, b) => PRECISION.indexOf(a.precision) - PRECISION.indexOf(b.precision))[0] ?? null

const unique = <T>(list: readonly T[], key: (x: T) => string): T[] => [
  ...new Map(list.map((x) => [key(x), x])).values(),
]

function contested(mentions: readonly Mention[]): string[] {
  const apart = mentions.some((a) =>
    mentions.some((b) => {
      const [x, y] = [a.date ? days(a.date) : null, b.date ? days(b.date) : null]
      return x && y && (x[1] < y[0] || y[1] < x[0])
    }),
  )
  const happened = mentions.some((m) => m.denied_by.length > 0)
  return [...(apart ? ['date'] : []), ...(happened ? ['event'] : [])]
}

function cite(reports: readonly Report[]): Event['cite_info'] {
  return reports.map((r) => ({
    url: r.url,
    title: r.title?.value ?? null,
    publication: r.outlet?.value ?? null,
    language: r.language,
  }))
}

function joinsOf(mentions: readonly Mention[], judging: Judging): Event['joins'] {
  return mentions.slice(1).map((mention, i) => {
    const before = mentions.slice(0, i + 1).map((to) => ({ to, clues: cluesOf(to, mention, judging) }))
    const best = before.sort((a, b) => total(b.clues) - total(a.clues))[0]!
    return { mention: mention.id, to: best.to.id, clues: best.clues, total: total(best.clues) }
  })
}

const eventId = (mentions: readonly Mention[]): string =>
  `e-${createHash('sha256')
    .update(mentions.map((m) => m.id).sort()[0]!)
    .digest('hex')
    .slice(0, 14)}`

/** One event from its tellings: the values that say most, and how each telling came to it. */
export function toEvent(list: readonly Mention[], building: Building): Event {
  const mentions = [...list].sort(byPlace)
  const first = mentions[0]!
  const { actor, recipient } = sides(mentions)
  const dated = bestDated(mentions)
  const mode = mentions.find((m) => m.mode)?.mode ?? null
  const reports = unique(
    mentions.map((m) => building.reports.get(m.report)!),
    (r) => r.id,
  )
  const { score, quad } = building.scores(first.event, mode)
  // A condition that others put on both has no doer of its own state, and counts for nobody's score.
  const scored = actor.some((e) => e.country) ? score : null
  const base = {
    id: eventId(mentions),
    event: first.event,
    mode,
    context: unique(
      mentions.flatMap((m) => m.context),
      (c) => c,
    ).slice(0, 4),
    aux: mentions.find((m) => m.aux === null) ? null : first.aux,
    background: mentions.every((m) => m.background),
    date: dated?.date ?? null,
    date_from: dated?.date_from ?? null,
    date_text: dated?.date_text ?? null,
    actor,
    recipient,
    recipient_from: mentions.find((m) => m.recipient_from)?.recipient_from ?? null,
    event_loc: bestPlace(mentions),
    quote: unique(
      mentions.flatMap((m) => m.quote),
      (q) => q,
    ).sort((a, b) => b.length - a.length),
    stance: mentions.find((m) => m.stance)?.stance ?? null,
    numbers: unique(
      mentions.flatMap((m) => m.numbers),
      (n) => `${n.what} ${n.value} ${n.bound}`,
    ),
    attribution: mentions.find((m) => m.attribution)?.attribution ?? null,
    coder: first.coder,
  }
  return {
    ...base,
    summary: summaryOf(mentions, actor, recipient),
    quad_code: quad,
    score: scored,
    reports: reports.length,
    origins: new Set(reports.map((r) => building.originOf.get(r.id) ?? r.id)).size,
    speaker: first.event === 'STATEMENT' ? (actor[0] ?? null) : null,
    claimed_by: distinct(mentions.flatMap((m) => m.claimed_by)),
    denied_by: distinct(mentions.flatMap((m) => m.denied_by)),
    contested: contested(mentions),
    story: newsStory(mentions, building),
    text_info: mentions.map((m) => ({ report: m.report, start: m.start, end: m.end, text: m.text })),
    cite_info: cite(reports),
    mentions,
    joins: joinsOf(mentions, building),
  }
}

/** The story that an event is news in; what is only background belongs to the first story that tells it. */
function newsStory(mentions: readonly Mention[], building: Building): string | null {
  const news = mentions.find((m) => !m.background) ?? mentions[0]!
  return building.storyOf.get(news.report) ?? null
}
