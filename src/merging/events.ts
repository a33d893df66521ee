import { createHash } from 'node:crypto'
import { type Corrections, correct } from '../correcting/index.js'
import { days } from '../resolving/edtf.js'
import type { Clue, Entity, Event, Mention, Place, Report } from '../types.js'
import { otherVoice } from './by-hand.js'
import { cluesOf, type Judging, total } from './clues.js'
import { withoutDescribed } from './described.js'
import { SAME_EVENT } from './joining.js'
import { type KindRules, kindOf } from './kinds.js'
import { summaryOf } from './summary.js'
import { voiceOf } from './voices.js'

/** Score and quad category of a type and mode, from the codebook. */
export type Scores = (
  event: Event['event'],
  mode: string | null,
) => { score: number | null; quad: number | null }

export interface Building extends Judging {
  readonly reports: ReadonlyMap<string, Report>
  readonly originOf: ReadonlyMap<string, string>
  readonly scores: Scores
  readonly kinds: KindRules
  readonly corrections: Corrections
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
  const actor = withoutDescribed(distinct(mentions.flatMap((m) => m.actor)))
  const recipient = withoutDescribed(distinct(mentions.flatMap((m) => m.recipient)))
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
    publication: r.outlet?.value ?? r.press?.name ?? null,
    country: r.press?.country ?? null,
    control: r.press?.control ?? null,
    language: r.language,
  }))
}

/** Somebody's word that the two are one event; it suffices, whatever the clues add up to. */
function personClue(a: Mention, b: Mention, { corrections }: Building): Clue[] {
  const entry = corrections.events.together(a.id, b.id)
  return entry ? [{ clue: 'person', weight: SAME_EVENT, words: `${entry.by}: ${entry.reason}` }] : []
}

function joinsOf(mentions: readonly Mention[], building: Building): Event['joins'] {
  return mentions.slice(1).map((mention, i) => {
    const before = mentions.slice(0, i + 1).map((to) => {
      const clues = [...cluesOf(to, mention, building), ...personClue(to, mention, building)]
      return { mention: mention.id, to: to.id, clues, total: total(clues) }
    })
    return before.reduce((best, join) => (join.total > best.total ? join : best))
  })
}

const fullest = (mentions: readonly Mention[]): string | null =>
  mentions.flatMap((m) => m.quote).sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ?? null

const eventId = (mentions: readonly Mention[]): string =>
  `e-${createHash('sha256')
    .update(mentions.map((m) => m.id).sort()[0]!)
    .digest('hex')
    .slice(0, 14)}`

type Shared = Pick<
  Event,
  | 'mode'
  | 'context'
  | 'aux'
  | 'background'
  | 'recipient_from'
  | 'event_loc'
  | 'quote'
  | 'stance'
  | 'numbers'
  | 'attribution'
>

const firstOf = <T>(mentions: readonly Mention[], value: (m: Mention) => T | null): T | null =>
  mentions.map(value).find((v) => v !== null) ?? null

/** The values that say most, whichever telling has them. */
function shared(mentions: readonly Mention[]): Shared {
  return {
    mode: firstOf(mentions, (m) => m.mode),
    context: unique(
      mentions.flatMap((m) => m.context),
      (c) => c,
    ).slice(0, 4),
    aux: mentions.some((m) => m.aux === null) ? null : mentions[0]!.aux,
    background: mentions.every((m) => m.background),
    recipient_from: firstOf(mentions, (m) => m.recipient_from),
    event_loc: bestPlace(mentions),
    quote: fullest(mentions),
    stance: firstOf(mentions, (m) => m.stance),
    numbers: unique(
      mentions.flatMap((m) => m.numbers),
      (n) => `${n.what} ${n.value} ${n.bound}`,
    ),
    attribution: firstOf(mentions, (m) => m.attribution),
  }
}

type Dates = Pick<Event, 'date' | 'date_from' | 'date_text'>

function dates(mentions: readonly Mention[]): Dates {
  const { date, date_from, date_text } = bestDated(mentions) ?? {
    date: null,
    date_from: null,
    date_text: null,
  }
  return { date, date_from, date_text }
}

/** A condition that others put on both has no doer of its own state, and counts for nobody's score. */
function scored(
  event: Event['event'],
  mode: string | null,
  actor: readonly Entity[],
  scores: Scores,
): Pick<Event, 'score' | 'quad_code'> {
  const { score, quad } = scores(event, mode)
  return { score: actor.some((e) => e.country) ? score : null, quad_code: quad }
}

/** What people name as their sources. */
function citedByHand(mentions: readonly Mention[]): Event['cite_info'] {
  const sources = mentions.flatMap((m) => m.said_by_person?.source ?? [])
  const unknown = { country: null, control: null, language: null }
  const cited = sources.map(({ url, title, outlet }) => ({ url, title, publication: outlet, ...unknown }))
  return unique(cited, (c) => JSON.stringify(c))
}

type Sources = Pick<Event, 'reports' | 'origins' | 'story' | 'text_info' | 'cite_info'>

function sources(mentions: readonly Mention[], beside: readonly Mention[], building: Building): Sources {
  const read = mentions.filter((m) => !m.said_by_person)
  const reports = unique(
    read.map((m) => building.reports.get(m.report)!),
    (r) => r.id,
  )
  const voices = [
    ...read.map((m) => voiceOf(m, building.originOf.get(m.report) ?? m.report)),
    ...[...mentions, ...beside].flatMap((m) => otherVoice(m, reports) ?? []),
  ]
  return {
    reports: reports.length,
    origins: new Set(voices).size,
    story: newsStory(read, building),
    text_info: mentions.map((m) => ({ report: m.report, start: m.start, end: m.end, text: m.text })),
    cite_info: reports.length > 0 ? cite(reports) : citedByHand(mentions),
  }
}

/** Those that tell an event: reports, and only where none does, people who recorded it by hand. */
function tellers(list: readonly Mention[]): { mentions: Mention[]; beside: Mention[] } {
  const sorted = [...list].sort(byPlace)
  const [read, byHand] = [sorted.filter((m) => !m.said_by_person), sorted.filter((m) => m.said_by_person)]
  return read.length > 0 ? { mentions: read, beside: byHand } : { mentions: byHand, beside: [] }
}

/** What follows from type, mode and sides. */
function derived(event: Event, { scores, kinds }: Building): Event {
  const { actor, recipient, mentions } = event
  return {
    ...event,
    summary: summaryOf(mentions, actor, recipient),
    kind: kindOf(event, mentions, kinds),
    ...scored(event.event, event.mode, actor, scores),
    speaker: event.event === 'STATEMENT' ? (actor[0] ?? null) : null,
  }
}

/** One event from its tellings: the values that say most, how each telling came to it, and what persons corrected. */
export function toEvent(list: readonly Mention[], building: Building): Event {
  const derive = (event: Event) => derived(event, building)
  return correct(derive(asTold(list, building)), building.corrections, derive)
}

/** What the tellings say, before anything is worked out from it. */
function asTold(list: readonly Mention[], building: Building): Event {
  const { mentions, beside } = tellers(list)
  const all = [...mentions, ...beside]
  const first = mentions[0]!
  return {
    id: eventId(mentions),
    event: first.event,
    ...shared(mentions),
    ...dates(mentions),
    ...sides(mentions),
    coder: first.coder,
    summary: '',
    kind: null,
    score: null,
    quad_code: null,
    speaker: null,
    ...sources(mentions, beside, building),
    claimed_by: distinct(mentions.flatMap((m) => m.claimed_by)),
    denied_by: distinct(mentions.flatMap((m) => m.denied_by)),
    said_by_person: all.flatMap((m) => m.said_by_person ?? []),
    contested: contested(mentions),
    mentions: all,
    joins: joinsOf(all, building),
    corrections: [],
  }
}

/** The story that an event is news in; what is only background belongs to the first story that tells it. */
function newsStory(mentions: readonly Mention[], building: Building): string | null {
  const news = mentions.find((m) => !m.background) ?? mentions[0]
  return news ? (building.storyOf.get(news.report) ?? null) : null
}
