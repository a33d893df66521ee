import { CorrectedField } from '../records.js'
import type { Correction, Event, CorrectedField as Field, LogEntry } from '../types.js'
import type { Corrections } from './index.js'

/** Works out what follows from the values of an event: its score, its summary, who speaks. */
export type Derive = (event: Event) => Event

/** What else changes with a field. */
const WITH: Partial<Record<Field, (entry: LogEntry) => Partial<Event>>> = {
  event: () => ({ mode: null }),
  date: ({ value }) => ({ date_from: value === null ? null : 'person', date_text: null }),
  recipient: () => ({ recipient_from: null }),
}

/** Fields that are lists are empty where there is no value. */
const LISTS: readonly Field[] = ['actor', 'recipient', 'numbers']

/**
 * An event with what persons said of it: their values in place of the machine's, and both side by side in
 * `corrections`.
 * @param event as the machine made it; its mentions stay what each report tells
 */
export function correct(event: Event, { saidOf }: Corrections, derive: Derive): Event {
  const entries = entriesOf(event, saidOf)
  if (entries.length === 0) return event
  const corrections = entries.map((entry) => correctionOf(entry, event))
  const values = entries.filter(({ field }) => field !== null)
  if (values.length === 0) return { ...event, corrections }
  const sorted = values.toSorted((a, b) => rankOf(a.field!) - rankOf(b.field!))
  return derive({ ...sorted.reduce(withValue, event), corrections })
}

/** Fields are set in the order of the schema: another type takes the mode with it, unless that is given as well. */
const rankOf = (field: Field): number => CorrectedField.options.indexOf(field)

/** What is said of the event, in the order of the log; of one field only the latest holds. */
function entriesOf(event: Event, saidOf: Corrections['saidOf']): LogEntry[] {
  const all = new Map(event.mentions.flatMap(({ id }) => (saidOf.get(id) ?? []).map((e) => [e.id, e])))
  const sorted = [...all.values()].sort((a, b) => numberOf(a) - numberOf(b))
  const latest = new Map(sorted.map((entry) => [entry.field ?? entry.id, entry]))
  return sorted.filter((entry) => latest.get(entry.field ?? entry.id) === entry)
}

const numberOf = ({ id }: LogEntry): number => Number(id.slice(1))

function correctionOf(entry: LogEntry, event: Event): Correction {
  const { id, action, field, value, by, at, reason } = entry
  return { entry: id, action, field, machine: field && event[field], value, by, at, reason }
}

function withValue(event: Event, entry: LogEntry): Event {
  const field = entry.field!
  const value = entry.value ?? (LISTS.includes(field) ? [] : null)
  return { ...event, [field]: value, ...WITH[field]?.(entry) }
}
