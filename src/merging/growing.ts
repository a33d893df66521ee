import type { Corrections } from '../correcting/index.js'
import type { Event, Mention, Report } from '../types.js'
import { entitiesOf, isPlaced, withCanon } from './canon.js'
import { partiesOf, reportsGiven, saidIn, standingIn, tiedWith } from './growing-corrections.js'
import { canonOf, growEntities } from './growing-entities.js'
import { type GrowingRecord, type Item, widen } from './growing-record.js'
import { growReports, type ReportsGrown } from './growing-reports.js'
import { eventsIn, homes, type MergingRules } from './index.js'
import { isJoined, joinTellings, pairsByKey } from './joining.js'
import { type Borrowed, borrowedDay, redated, type Telling, tellingOf } from './tellings.js'

export type { GrowingRecord } from './growing-record.js'

type Record = GrowingRecord<unknown>

interface Homes {
  readonly storyOf: Map<string, string>
  readonly originOf: Map<string, string>
}

/** Where the reports of these mentions belong: as worked out now, else as the record has it. */
async function homesFor(record: Record, mentions: readonly Mention[], grown: ReportsGrown): Promise<Homes> {
  const [storyOf, originOf] = [homes(grown.stories), homes(grown.origins)]
  const others = [...new Set(mentions.map((m) => m.report))].filter((id) => !storyOf.has(id))
  for (const { report, story, origin } of await record.homes(others)) {
    if (story) storyOf.set(report, story)
    if (origin) originOf.set(report, origin)
  }
  return { storyOf, originOf }
}

/** What a person recorded by hand is in no story, and an origin of its own. */
const homeOf = ({ report }: Mention, storyOf: Homes['storyOf'], originOf: Homes['originOf']) => ({
  story: storyOf.get(report) ?? report,
  origin: originOf.get(report) ?? report,
})

/** The reports of a story: one of them lends its day to the undated ones. */
async function membersOf(
  record: Record,
  report: string,
  story: string,
  grown: ReportsGrown,
): Promise<string[]> {
  const known = grown.stories.find((s) => s.id === story)
  if (known) return [...known.reports]
  const near = await record.homes(await record.index('report').chained([report]))
  return near.filter((h) => h.story === story).map((h) => h.report)
}

/** For each undated report the day that its story lends it. */
async function daysLent(
  record: Record,
  reports: readonly Report[],
  storyOf: ReadonlyMap<string, string>,
  grown: ReportsGrown,
): Promise<ReadonlyMap<string, Borrowed | null>> {
  const out = new Map<string, Borrowed | null>()
  for (const { id } of reports.filter((r) => !r.published)) {
    const members = await membersOf(record, id, storyOf.get(id)!, grown)
    out.set(id, borrowedDay(await record.reports(members)))
  }
  return out
}

/** Mentions as coded to tellings: named as in the record, dated, with what their reports belong to. */
async function changedTellings(
  record: Record,
  coded: readonly Mention[],
  grown: ReportsGrown,
  rules: MergingRules,
) {
  const canon = await canonOf(record, coded.flatMap(entitiesOf))
  const { storyOf, originOf } = await homesFor(record, coded, grown)
  const reports = await record.reports([...new Set(coded.map((m) => m.report))])
  const published = new Map(reports.map((r) => [r.id, r.published?.value ?? null]))
  const lent = await daysLent(record, reports, storyOf, grown)
  return coded.map((m) => {
    const home = homeOf(m, storyOf, originOf)
    const dated = redated(withCanon(m, canon), lent.get(m.report) ?? null)
    return tellingOf(dated, { ...home, published: published.get(m.report) ?? null }, rules.rarity)
  })
}

/** Tellings as the record has them, by id. */
async function storedTellings(
  record: Record,
  ids: readonly string[],
  grown: ReportsGrown,
): Promise<Telling[]> {
  const mentions = await record.merged(ids)
  const keys = new Map((await record.index('mention').get(ids)).map((i) => [i.id, i.keys]))
  const { storyOf, originOf } = await homesFor(record, mentions, grown)
  return mentions.map((mention) => ({
    mention,
    ...homeOf(mention, storyOf, originOf),
    keys: keys.get(mention.id)!,
  }))
}

const storiesOf = (tellings: readonly Telling[]): Map<string, string> =>
  new Map(tellings.map((t) => [t.mention.report, t.story]))

/** Of the tellings that share a key with a changed one, those that may be one event with it. */
async function linked(
  record: Record,
  changed: readonly Telling[],
  grown: ReportsGrown,
  rules: MergingRules,
): Promise<string[]> {
  const own = new Set(changed.map((t) => t.mention.id))
  const keys = changed.flatMap((t) => t.keys)
  const found = await record.index('mention').find({ keys, least: 1, days: null })
  const near = await storedTellings(
    record,
    found.filter((id) => !own.has(id)),
    grown,
  )
  const all = [...changed, ...near]
  const judging = { ...rules, storyOf: storiesOf(all) }
  return pairsByKey(all)
    .filter(([a, b]) => a < changed.length && b >= changed.length)
    .filter(([a, b]) => isJoined(all[a]!, all[b]!, judging))
    .map(([, b]) => all[b]!.mention.id)
}

/** The tellings that have to be joined anew, and the mentions that stand in no event any more. */
async function scopeOf(
  record: Record,
  changed: readonly Telling[],
  gone: readonly string[],
  grown: ReportsGrown,
  rules: MergingRules,
  ties: Corrections['ties'],
): Promise<Telling[]> {
  const items = changed.map((t): Item<null> => ({ id: t.mention.id, keys: t.keys, day: null, body: null }))
  const own = new Set(changed.map((t) => t.mention.id))
  const ids = await widen(record.index('mention'), items, gone, async () => [
    ...(await linked(record, changed, grown, rules)),
    ...tiedWith([...own, ...gone], ties.event),
  ])
  return [
    ...changed,
    ...(await storedTellings(
      record,
      ids.filter((id) => !own.has(id)),
      grown,
    )),
  ]
}

async function eventsOf(
  record: Record,
  scope: readonly Telling[],
  rules: MergingRules,
  corrections: Corrections,
): Promise<Event[]> {
  const storyOf = storiesOf(scope)
  const judging = { ...rules, storyOf }
  const chains = joinTellings(scope, judging, corrections)
  await record.index('mention').chain(chains.map(({ members }) => members.map((t) => t.mention.id)))
  const reports = new Map((await record.reports([...storyOf.keys()])).map((r) => [r.id, r]))
  const originOf = new Map(scope.map((t) => [t.mention.report, t.origin]))
  const { scores, kinds } = rules
  const building = { ...judging, originOf, reports, scores, kinds, corrections }
  return eventsIn(chains, building)
}

/** Mentions of these reports, but for what the withdrawn ones tell: that counts for nothing. */
async function countedMentions(record: Record, reports: readonly string[]): Promise<readonly Mention[]> {
  const withdrawn = new Set(await record.withdrawn(reports))
  return record.mentions(reports.filter((id) => !withdrawn.has(id)))
}

/**
 * Brings a record up to date with its pending reports. Only what they may change is loaded and worked out anew, so that
 * the time does not grow with the record; the result is that of `merge` on all of it.
 */
export async function grow<O>(record: GrowingRecord<O>, rules: MergingRules): Promise<O> {
  const pending = await record.pendingReports()
  const live = await record.reports(pending)
  const coded = await record.mentions(pending)
  const grown = await growReports(record, live, coded, pending, rules)
  const counted = await countedMentions(record, pending)
  const said = await saidIn(record)
  const { entities, renamed } = await growEntities(record, counted, pending, rules, said)
  const named = [...(await record.naming(renamed)), ...(await reportsGiven(record, said, renamed))]
  const byHand = coded.filter((m) => m.said_by_person).map((m) => m.report)
  const touched = await countedMentions(record, [...new Set([...grown.moved, ...byHand, ...named])].sort())
  const present = new Set(counted.map((m) => m.id))
  const told = await changedTellings(record, touched, grown, rules)
  const changed = told.filter((t) => isPlaced(t.mention))
  const gone = [
    ...(await record.toldBy(pending)).filter((id) => !present.has(id)),
    ...told.filter((t) => !isPlaced(t.mention)).map((t) => t.mention.id),
  ]
  const scope = await scopeOf(record, changed, gone, grown, rules, said.corrections.ties)
  const events = await eventsOf(record, scope, rules, await standingIn(record, said))
  const mentions = [...scope.map((t) => t.mention.id), ...gone]
  const { stories, origins } = grown
  const parties = [
    ...new Map([...entities, ...(await partiesOf(record, events))].map((e) => [e.id, e])).values(),
  ]
  return record.replaceEvents(
    { reports: grown.reports, mentions },
    { events, stories, origins, entities: parties },
  )
}
