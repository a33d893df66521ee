import type { LogEntry } from '../types.js'

/** Entries of a log for tests: only what a test gives differs. */
export function entry(id: string, given: Partial<LogEntry>): LogEntry {
  return {
    id,
    action: 'value',
    of: 'event',
    targets: [],
    sides: [],
    field: null,
    machine: null,
    value: null,
    undoes: null,
    by: 'Ana',
    at: '2031-05-01T00:00:00Z',
    reason: `reason of ${id}`,
    ...given,
  }
}

export const undoing = (id: string, undoes: string): LogEntry => entry(id, { action: 'undo', undoes })
