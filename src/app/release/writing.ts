import { createHash } from 'node:crypto'
import type { CoderCount, EventFilter, Store } from '../../store/index.js'
import type { Entity, Event, Mention, Story } from '../../types.js'
import { Tally } from './coverage.js'
import { TableFiles } from './table-files.js'
import {
  ENTITIES,
  EVENTS,
  MENTIONS,
  REPORTS,
  type ReleasedMention,
  type ReleasedReport,
  releasedReport,
  STORIES,
} from './tables.js'

export interface WritingOptions {
  readonly filter: EventFilter
  /** Whether words of reports may be passed on. */
  readonly texts: boolean
  /** Told of each event and each report that is written. */
  readonly wrote: () => void
  /** When aborted, writing stops with its reason. */
  readonly signal: AbortSignal
}

/** The files of all tables. */
export interface Files {
  readonly events: TableFiles<Event>
  readonly mentions: TableFiles<ReleasedMention>
  readonly entities: TableFiles<Entity>
  readonly reports: TableFiles<ReleasedReport>
  readonly stories: TableFiles<Story>
}

export async function makeFiles(folder: string, texts: boolean): Promise<Files> {
  return {
    events: await TableFiles.make(folder, EVENTS, texts),
    mentions: await TableFiles.make(folder, MENTIONS, texts),
    entities: await TableFiles.make(folder, ENTITIES, texts),
    reports: await TableFiles.make(folder, REPORTS, texts),
    stories: await TableFiles.make(folder, STORIES, texts),
  }
}

/** What of the record belongs to the events that were written: ids only, whatever the size of the record. */
interface Chosen {
  readonly events: Set<string>
  readonly entities: Set<string>
  /** How many mentions each report has. */
  readonly mentions: Map<string, number>
  readonly coders: Map<string, CoderCount>
}

/** What was counted on the way. */
export interface Written {
  readonly tally: Tally
  readonly coders: readonly CoderCount[]
}

/** Writes all tables, one record after the other. */
export async function writeTables(store: Store, files: Files, options: WritingOptions): Promise<Written> {
  const chosen = await writeEvents(store, files, options)
  const tally = await writeReports(store, files, chosen, options)
  const all = Object.keys(options.filter).length === 0
  for await (const story of store.stories()) await writeStory(files, story, chosen, all)
  for await (const entity of store.entities())
    if (chosen.entities.has(entity.id)) await files.entities.write(entity)
  return { tally, coders: inOrder(chosen.coders) }
}

async function writeEvents(store: Store, files: Files, options: WritingOptions): Promise<Chosen> {
  const chosen: Chosen = { events: new Set(), entities: new Set(), mentions: new Map(), coders: new Map() }
  for await (const event of store.events(options.filter)) {
    options.signal.throwIfAborted()
    await files.events.write(event)
    for (const mention of event.mentions) await files.mentions.write({ ...mention, event_id: event.id })
    choose(chosen, event)
    options.wrote()
  }
  return chosen
}

function choose(chosen: Chosen, event: Event): void {
  chosen.events.add(event.id)
  for (const { id } of namedIn(event)) chosen.entities.add(id)
  for (const mention of event.mentions) {
    chosen.mentions.set(mention.report, (chosen.mentions.get(mention.report) ?? 0) + 1)
    countCoder(chosen.coders, mention)
  }
}

function namedIn({ actor, recipient, claimed_by, denied_by, speaker }: Event): Entity[] {
  return [...actor, ...recipient, ...claimed_by, ...denied_by, ...(speaker ? [speaker] : [])]
}

function countCoder(coders: Map<string, CoderCount>, { coder: { reader, codebook } }: Mention): void {
  const key = `${reader} ${codebook}`
  coders.set(key, { reader, codebook, mentions: (coders.get(key)?.mentions ?? 0) + 1 })
}

function inOrder(coders: ReadonlyMap<string, CoderCount>): CoderCount[] {
  return [...coders].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, coder]) => coder)
}

async function writeReports(
  store: Store,
  files: Files,
  chosen: Chosen,
  options: WritingOptions,
): Promise<Tally> {
  const tally = new Tally()
  for await (const stored of store.reports({ byId: true })) {
    options.signal.throwIfAborted()
    const { id, text } = stored.report
    const mentions = chosen.mentions.get(id) ?? 0
    tally.add(stored.report, mentions)
    await files.reports.write(
      releasedReport(stored, mentions, createHash('sha256').update(text).digest('hex')),
    )
    options.wrote()
  }
  return tally
}

/** Of a part of the record, only the stories that tell of it. */
async function writeStory(files: Files, story: Story, chosen: Chosen, all: boolean): Promise<void> {
  const events = story.events.filter((id) => chosen.events.has(id))
  if (all || events.length > 0) await files.stories.write({ ...story, events })
}
