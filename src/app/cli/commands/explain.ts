import type { Command } from 'commander'
import { standing } from '../../../correcting/index.js'
import type { Found, PastId, Store, StoredEntry, StoredReport } from '../../../store/index.js'
import type { Entity, Event, LogEntry, Mention, Report } from '../../../types.js'
import {
  correctionWords,
  renderCopying,
  renderEvents,
  renderExplain,
  renderReports,
  renderStories,
  safe,
  signatureWords,
} from '../../render/index.js'
import { type Common, command, UsageError, withRecord } from '../context.js'
import { gathered, look, say, writeLines } from '../output.js'

export function explainCommand(): Command {
  return command(
    'explain',
    'why: the rules, the words and the merges behind an event, a value or an entity',
    'explain 3f2a91c0',
    'explain 3f2a91c0 date',
  )
    .argument(
      '<id>',
      'the id of an event, mention, entity, report, entry or story, or a beginning that only it has',
    )
    .argument('[field]', 'one value only, such as date, actor or recipient')
    .action(explain)
}

function explain(id: string, field: string | undefined, options: Common): Promise<void> {
  return withRecord(options, async (store) => {
    for (const found of await present(store, id)) await writeLines(await explanation(store, found, field))
  })
}

/** What the id stands for; an id that was given up says so and leads to those that stand for it now. */
async function present(store: Store, id: string): Promise<Found[]> {
  const found = await store.find(id)
  if (!found)
    throw new UsageError(`there is nothing with the id ${id} in the record`, 'rapport events lists ids')
  if (found.kind !== 'past') return [found]
  say(pastText(found.past))
  const heirs = await Promise.all(found.past.targets.map((target) => store.find(target)))
  return heirs.filter((heir) => heir !== null)
}

function pastText({ id, kind, fate, targets }: PastId): string {
  if (fate === 'withdrawn') return `The ${kind} ${id} was withdrawn: nothing in the record tells it any more.`
  return `The ${kind} ${id} was ${fate.replace('_', ' ')} ${targets.join(', ')}.`
}

async function explanation(store: Store, found: Found, field: string | undefined): Promise<string> {
  if (found.kind === 'event')
    return renderExplain(field ? eventField(found.event, field) : found.event, look())
  if (found.kind === 'mention')
    return renderExplain(field ? mentionField(found.mention, field) : found.mention, look())
  if (found.kind === 'entry') return entryText(found.entry, field)
  if (found.kind === 'entity') return entityText(store, found.entity)
  if (found.kind === 'report') return reportText(found.report, await siblings(store, found.report))
  return found.kind === 'story' ? renderStories([found.story], look()) : pastText(found.past)
}

/** What a person recorded, and when; then what it is made of. */
function entryText({ id, mention, addedAt, event }: StoredEntry, field: string | undefined): string {
  const head = [`Recorded by hand: ${id}, ${addedAt}`, `event ${event ?? 'not worked out yet'}`]
  const shown = field ? mentionField(mention, field) : mention
  return `${head.join('\n')}\n\n${renderExplain(shown, look())}`
}

/** The event with the evidence for one field only. */
function eventField(event: Event, field: string): Event {
  const mentions = event.mentions
    .map((mention) => ({ ...mention, evidence: mention.evidence.filter((one) => one.field === field) }))
    .filter(({ evidence }) => evidence.length > 0)
  const corrections = event.corrections.filter((one) => one.field === field)
  if (mentions.length === 0 && corrections.length === 0) throw noEvidence(event.mentions, field)
  return { ...event, mentions, joins: [], corrections }
}

function mentionField(mention: Mention, field: string): Mention {
  const evidence = mention.evidence.filter((one) => one.field === field)
  if (evidence.length === 0) throw noEvidence([mention], field)
  return { ...mention, evidence }
}

function noEvidence(mentions: readonly Mention[], field: string): UsageError {
  const fields = new Set(mentions.flatMap(({ evidence }) => evidence.map((one) => one.field)))
  return new UsageError(`it has no value for ${field}`, `it has ${[...fields].join(', ') || 'none'}`)
}

/** Who it is and by which names, what persons corrected of that, then the events that name it. */
async function entityText(store: Store, entity: Entity): Promise<string> {
  const parts = (await store.namings(entity.id)).map((naming) => naming.id)
  const said = standing(await store.log(parts)).map((one) => `✎ ${correctionText(one)}`)
  const lines = [entityHead(entity), ...said].join('\n')
  return `${lines}\n\n${renderEvents(await gathered(store.events({ actor: entity.id })), look())}`
}

const correctionText = (entry: LogEntry): string =>
  `${entry.id} ${correctionWords(entry)} ${signatureWords(entry)}`

function entityHead({ id, name, names, kind, country, office }: Entity): string {
  const about = [kind, country, office].filter((part) => part !== null).join(', ')
  const head = [`${safe(name)} (${safe(about)})`, `id ${id}`, `names: ${names.map(safe).join(', ')}`]
  return head.join('\n')
}

/** The other reports that have their words from the same text. */
async function siblings(store: Store, { report, origin }: StoredReport): Promise<Report[]> {
  const others = (origin?.reports ?? []).filter((id) => id !== report.id)
  const found = await Promise.all(others.map((id) => store.find(id)))
  return found.flatMap((one) => (one?.kind === 'report' ? one.report.report : []))
}

/** The report, why its words count as its own or another's, and what each copy has of it. */
function reportText(stored: StoredReport, others: readonly Report[]): string {
  const { report, revision, readAt, mentions, origin } = stored
  const facts = [`revision ${revision}, read ${readAt}, ${mentions} mentions`]
  if (origin && origin.reports.length > 1)
    facts.push(`one origin with ${origin.reports.length - 1} more: ${safe(origin.reason.rule)}`)
  const copies = others.map((other) => renderCopying(report, other))
  return `${renderReports([stored], look())}\n${[...facts, ...copies].join('\n')}`
}
