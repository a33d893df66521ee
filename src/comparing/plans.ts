import { EventType } from '../records.js'
import { dayNumber, days } from '../resolving/edtf.js'
import type { Event, Mention, Report } from '../types.js'
import { fold } from './words.js'

/** A plan and what came of it lie at most this many days apart. */
const LONGEST = 45

/** What PLOVER makes of an act that is still to come. */
const OF_PLANS: readonly Event['event'][] = ['AGREE', 'THREATEN', 'CONCEDE']

/**
 * The type of the act that a mention says is still to come: "will meet" is AGREE by PLOVER, of an act that is CONSULT.
 * Null where it tells no plan; that something will be said is none.
 */
export function plannedAct(mention: Mention): Event['event'] | null {
  if (mention.event === 'STATEMENT') return null
  if (mention.aux === 'future') return mention.event
  if (!OF_PLANS.includes(mention.event)) return null
  const rule = mention.evidence.find(({ field }) => field === 'event')?.reason.rule ?? ''
  const own = EventType.safeParse(/^(\w+)\.yaml:/.exec(rule)?.[1]?.toUpperCase())
  const isAct = own.success && own.data !== 'STATEMENT' && own.data !== mention.event
  return isAct && mention.aux === null ? own.data : null
}

const countriesOf = ({ actor, recipient }: Event): string =>
  [...new Set([...actor, ...recipient].flatMap(({ country }) => country ?? []))].sort().join('+')

/** Persons of one state on both, and none of them the same. */
function othersMeet(a: Event, b: Event): boolean {
  const persons = ({ actor, recipient }: Event) =>
    [...actor, ...recipient].filter(({ kind }) => kind === 'person')
  const [x, y] = [persons(a), persons(b)]
  return x.some(({ country }) => {
    const there = y.filter((p) => p.country === country)
    return there.length > 0 && !there.some(({ id }) => x.some((p) => p.id === id))
  })
}

const headsOf = ({ mentions }: Event): string[] =>
  mentions.flatMap(({ topic }) => topic.map(({ text }) => fold(text).split(' ').at(-1) ?? ''))

/** What is to be signed is what was signed; a meeting is called as one likes. */
function sameObject(plan: Event, done: Event): boolean {
  const [x, y] = [headsOf(plan), headsOf(done)]
  return done.event === 'CONSULT' || x.length === 0 || y.length === 0 || x.some((head) => y.includes(head))
}

/** In two countries: a trip to Corvia is not what came of one that was announced to Dremland. */
const elsewhere = (plan: Event, done: Event): boolean => {
  const [due, held] = [plan, done].map(({ event_loc }) => event_loc?.country ?? null)
  return due !== null && held !== null && due !== held
}

const firstDay = (edtf: string | null | undefined): number | null => {
  const span = edtf ? days(edtf) : null
  return span ? dayNumber(span[0]) : null
}

/** The day on which the plan was first told. */
function toldOn(plan: Event, reports: ReadonlyMap<string, Report>): number | null {
  const all = plan.mentions.flatMap(({ report }) => firstDay(reports.get(report)?.published?.value) ?? [])
  return all.length ? Math.min(...all) : null
}

/** How far what was done lies from what was planned, in days; null where it cannot be what was planned. */
function distance(plan: Event, done: Event, reports: ReadonlyMap<string, Report>): number | null {
  const acts = plan.mentions.map(plannedAct)
  const isPlan = acts.every((act) => act === done.event) && done.mentions.some((m) => !plannedAct(m))
  if (!isPlan || countriesOf(plan) !== countriesOf(done)) return null
  if (othersMeet(plan, done) || !sameObject(plan, done) || elsewhere(plan, done)) return null
  const [told, due, held] = [toldOn(plan, reports), firstDay(plan.date), firstDay(done.date)]
  if (told === null || held === null || held < told || held > told + LONGEST) return null
  return due === null ? held - told : Math.abs(held - due)
}

/**
 * For each event that took place the events that announced it: of the same act, states and persons, told before it took
 * place or on its day. A plan belongs to one event, the one nearest to its date.
 * @example plansFor(story.events, reports).get(meeting.id) // [{ event: 'AGREE', summary: '… will meet' }]
 */
export function plansFor(
  events: readonly Event[],
  reports: readonly Report[],
): ReadonlyMap<string, readonly Event[]> {
  const byId = new Map(reports.map((report) => [report.id, report]))
  const out = new Map<string, Event[]>()
  for (const plan of events.filter(({ mentions }) => mentions.every(plannedAct))) {
    const near = events.flatMap((done) => {
      const far = distance(plan, done, byId)
      return far === null ? [] : [{ done, far }]
    })
    const [best] = near.sort((a, b) => a.far - b.far || (a.done.id < b.done.id ? -1 : 1))
    if (best) out.set(best.done.id, [...(out.get(best.done.id) ?? []), plan])
  }
  return out
}
