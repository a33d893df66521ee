import type { Entity, LogEntry } from '../types.js'
import { type Constraints, constraintsOf } from './constraints.js'
import { standing } from './standing.js'

export type { Constraints } from './constraints.js'
export { holdingIn, standing, undoingOf } from './standing.js'
export { correct, type Derive } from './values.js'

/** What persons said, as merging needs it. */
export interface Corrections {
  /** By mention. */
  readonly events: Constraints
  /** By the ids under which reports name entities. */
  readonly entities: Constraints
  /** What is said of the event that holds a mention, the latest last. */
  readonly saidOf: ReadonlyMap<string, readonly LogEntry[]>
  /** The names that persons pinned, the latest last. */
  readonly names: readonly LogEntry[]
  /** Items that some entry names together: what becomes of one may change what becomes of the others. */
  readonly ties: Readonly<Record<LogEntry['of'], readonly (readonly string[])[]>>
}

/** Mentions that stand for a mention now: itself, what took its place, or none. */
type Heirs = (mention: string) => readonly string[]

/** An entity as the record has it now. */
type Present = (entity: Entity) => Entity

/**
 * The log as merging needs it: what is undone left out, mentions that gave way followed to those in their place.
 * @param log oldest first
 * @param present parties that persons gave may have got another name or id since
 * @example correctionsOf([], (mention) => [mention]).ties.event // []
 */
export function correctionsOf(
  log: readonly LogEntry[],
  heirs: Heirs,
  present: Present = (entity) => entity,
): Corrections {
  const entries = standing(log).map((entry) =>
    entry.of === 'event' ? withParties(onHeirs(entry, heirs), present) : entry,
  )
  const [ofEvents, ofEntities] = [about(entries, 'event'), about(entries, 'entity')]
  return {
    events: constraintsOf(ofEvents),
    entities: constraintsOf(ofEntities),
    saidOf: byAnchor(ofEvents),
    names: ofEntities.filter(({ action }) => action === 'name'),
    ties: { event: tiesOf(ofEvents), entity: tiesOf(ofEntities) },
  }
}

/** What holds where nobody corrected anything. */
export const NO_CORRECTIONS = correctionsOf([], () => [])

function about(entries: readonly LogEntry[], what: LogEntry['of']): LogEntry[] {
  return entries.filter(({ of }) => of === what)
}

function onHeirs(entry: LogEntry, heirs: Heirs): LogEntry {
  const sides = entry.sides.map((side) => [...new Set(side.flatMap(heirs))].sort())
  return { ...entry, sides: sides.filter((side) => side.length > 0) }
}

/** The parties that a person gave. */
export function partiesIn({ value }: LogEntry): Entity[] {
  return Array.isArray(value) ? value.filter((one): one is Entity => 'id' in one) : []
}

/**
 * As in mentions, spellings stay those that were given: another report's spelling changes nothing that a person said.
 */
function withParties(entry: LogEntry, present: Present): LogEntry {
  const parties = partiesIn(entry).map((party) => ({ ...present(party), names: party.names }))
  return parties.length > 0 ? { ...entry, value: parties } : entry
}

/** An event is known by its first mention, as its id is: an entry follows the first of those that are still there. */
function byAnchor(entries: readonly LogEntry[]): Map<string, LogEntry[]> {
  const held = new Map<string, LogEntry[]>()
  for (const entry of entries)
    for (const anchor of new Set(entry.sides.map((side) => side[0]!)))
      held.set(anchor, [...(held.get(anchor) ?? []), entry])
  return held
}

function tiesOf(entries: readonly LogEntry[]): string[][] {
  return entries.map(({ sides }) => [...new Set(sides.flat())]).filter((items) => items.length > 1)
}
