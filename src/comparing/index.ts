import type { ComparedField, Comparison, Event, Point, Report } from '../types.js'
import { compareActors } from './actors.js'
import { compareAttributions } from './attribution.js'
import { compareAux, comparePlannedDates } from './aux.js'
import { compareDates } from './date.js'
import { compareNames } from './names.js'
import { compareNumbers } from './numbers.js'
import { inOrder } from './order.js'
import { comparePlaces } from './place.js'
import { plansFor } from './plans.js'
import { compareQuotes } from './quotes.js'
import { ownStanding, type ToldStanding } from './standing.js'
import { type Telling, tellingsOf, voices } from './tellings.js'
import { compareWordings } from './wording.js'

/** A story as comparing needs it: its reports, its merged events, and the origin of each report by report id. */
export interface StoryToCompare {
  readonly id: string
  readonly reports: readonly Report[]
  readonly events: readonly Event[]
  readonly origins: ReadonlyMap<string, string>
  /** How reports stand, by id; for those that are not in it, what their text says. */
  readonly standings?: ReadonlyMap<string, ToldStanding>
}

/** What is worth showing of a point that one voice alone tells. */
const SPARSE: readonly ComparedField['field'][] = ['date', 'place', 'quote', 'number', 'attribution']

/**
 * Lays a story out point by point: on what its reports agree, where they differ, what only one has.
 * Two reports agree only where both say it and neither is a copy of the other; what a report does not
 * mention is silent; a withdrawn one neither tells nor is silent. Conflicts come first, then agreements, then points
 * of one voice. Pure: the same story gives the same comparison. A report without an origin is its own.
 * Example: `compareStory({ id: 's1', reports: [a, b], events, origins: new Map() }).points[0]?.status`
 */
export function compareStory(story: StoryToCompare): Comparison {
  const stands = new Map(
    story.reports.map((one) => [one.id, story.standings?.get(one.id) ?? ownStanding(one)]),
  )
  const counted = story.reports.filter(({ id }) => stands.get(id)!.standing !== 'withdrawn')
  const told = story.events.flatMap((event) => {
    const tellings = tellingsOf(event, counted, story.origins)
    return tellings.length > 0 ? [{ event, tellings }] : []
  })
  const plans = plansFor(story.events, counted)
  const points = told.map(({ event, tellings }) => {
    const announced = plans.get(event.id) ?? []
    const awaited = announced.flatMap((plan) => tellingsOf(plan, counted, story.origins))
    return comparePoint({ event, tellings, announced, awaited }, counted)
  })
  return {
    story: story.id,
    reports: story.reports.map((report) => comparedReport(report, story, stands)),
    points: inOrder(points, story.reports),
  }
}

type Stands = ReadonlyMap<string, ToldStanding>

function comparedReport(
  report: Report,
  { reports, origins }: StoryToCompare,
  stands: Stands,
): Comparison['reports'][number] {
  const { standing, until, from, reason } = stands.get(report.id)!
  const originOf = ({ id }: Report) => origins.get(id) ?? id
  const copied = reports.filter((other) => other !== report && originOf(other) === originOf(report))
  return {
    id: report.id,
    file: report.file,
    outlet: report.outlet?.value ?? report.press?.name ?? null,
    outlet_country: report.press?.country ?? null,
    outlet_control: report.press?.control ?? null,
    outlet_source: report.press?.source ?? null,
    title: report.title?.value ?? null,
    published: report.published?.value ?? null,
    origin: originOf(report),
    standing,
    standing_until: until,
    standing_from: from,
    standing_reason: reason,
    withdrawn_copies: copied.flatMap(({ id }) => (stands.get(id)!.standing === 'withdrawn' ? [id] : [])),
  }
}

/** An event with all that the reports say of it, and the events that announced it. */
interface Told {
  readonly event: Event
  readonly tellings: readonly Telling[]
  readonly announced: readonly Event[]
  /** Tellings of what announced it. */
  readonly awaited: readonly Telling[]
}

function comparePoint({ event, tellings, announced, awaited }: Told, reports: readonly Report[]): Point {
  const all = allFields(event, tellings, awaited)
  const fields = voices(tellings) > 1 ? all : all.filter(isTelling)
  const told = new Set([...tellings, ...awaited].map((telling) => telling.report.id))
  return {
    event,
    announced: announced.map(({ id }) => id),
    status: statusOf(fields, tellings),
    in: [...told],
    silent: reports.map((report) => report.id).filter((id) => !told.has(id)),
    fields: [...fields],
  }
}

function statusOf(fields: readonly ComparedField[], tellings: readonly Telling[]): Point['status'] {
  if (fields.some((field) => field.kind === 'conflict')) return 'conflict'
  return voices(tellings) > 1 ? 'agree' : 'single'
}

function allFields(
  event: Event,
  tellings: readonly Telling[],
  awaited: readonly Telling[],
): readonly ComparedField[] {
  return [
    ...compareAux(tellings, awaited),
    ...compareDates(tellings),
    ...comparePlannedDates(tellings, awaited),
    ...comparePlaces(tellings),
    ...compareActors(event, tellings),
    ...compareNames(event, tellings),
    ...compareNumbers(tellings),
    ...compareWordings(tellings),
    ...compareQuotes(tellings),
    ...compareAttributions(tellings),
  ]
}

/** Copies of one text can still contradict each other where one was edited. */
const isTelling = ({ field, kind }: ComparedField): boolean =>
  SPARSE.includes(field) || kind === 'conflict' || kind === 'update'
