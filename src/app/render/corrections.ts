import type { CorrectedValue, Correction, LogEntry } from '../../types.js'
import { safe } from './safe.js'
import { dateWords, listWords } from './words.js'

/** Names that people know the fields by. */
const FIELDS: Readonly<Record<NonNullable<LogEntry['field']>, string>> = {
  event: 'type',
  mode: 'mode',
  aux: 'whether',
  date: 'date',
  actor: 'who',
  recipient: 'to whom',
  event_loc: 'place',
  quote: 'quotation',
  numbers: 'numbers',
}

type Said = Pick<LogEntry, 'action' | 'field' | 'machine' | 'value'> & Partial<LogEntry>

/** What a correction changes: "date: 3 March 2031 instead of 27 October 2025". */
export function correctionWords(said: Correction | LogEntry): string {
  const { action, field, machine, value, undoes, of }: Said = said
  if (action === 'undo') return `undoes ${safe(undoes ?? 'a correction')}`
  if (action === 'name') return `called ${valueWords(null, value)} instead of ${valueWords(null, machine)}`
  if (field !== null)
    return `${FIELDS[field]}: ${valueWords(field, value)} instead of ${valueWords(field, machine)}`
  return ACTS[action](of === 'entity' ? 'person or organisation' : 'event')
}

const ACTS: Readonly<Record<Exclude<LogEntry['action'], 'undo' | 'name'>, (what: string) => string>> = {
  value: (what) => `${what} changed`,
  reject: (what) => `${what} rejected`,
  merge: (what) => `the same ${what}`,
  split: (what) => `part of it is another ${what}`,
  'not-same': (what) => `not the same ${what}`,
}

/** Names for people, by which `rapport correct` and the pages know a field. */
export function fieldName(field: NonNullable<LogEntry['field']>): string {
  return FIELDS[field]
}

/** A value of a correction for people. */
export function valueWords(field: LogEntry['field'], value: CorrectedValue): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return 'none'
  if (typeof value === 'string') return field === 'date' ? dateWords(value) : safe(value)
  if (!Array.isArray(value)) return safe(value.name)
  return listWords(value.map((one) => safe('name' in one ? one.name : one.text)))
}

/** "by Ana, 1 May 2031: checked by hand". */
export function signatureWords({ by, at, reason }: Pick<LogEntry, 'by' | 'at' | 'reason'>): string {
  return `by ${safe(by)}, ${dateWords(at.slice(0, 10))}: ${safe(reason)}`
}
