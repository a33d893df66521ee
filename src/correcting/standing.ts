import type { LogEntry } from '../types.js'

/**
 * The entries that hold: those that are not undone, or whose undoing was itself undone; in the order of the log.
 * @example standing([value, undoOf(value)]) // []
 */
export function standing(log: readonly LogEntry[]): LogEntry[] {
  const holding = holdingIn(log)
  return log.filter((entry) => entry.undoes === null && holding.has(entry.id))
}

/** The entry that undoes this one, if it holds; null where nothing does. */
export function undoingOf(log: readonly LogEntry[], id: string): LogEntry | null {
  const holding = holdingIn(log)
  return log.find((entry) => entry.undoes === id && holding.has(entry.id)) ?? null
}

/** The ids of all entries that hold, undoings among them. An undoing comes after what it undoes, so the last holds. */
export function holdingIn(log: readonly LogEntry[]): Set<string> {
  const undone = new Set<string>()
  const holding = new Set<string>()
  for (const { id, undoes } of log.toReversed()) {
    if (undone.has(id)) continue
    holding.add(id)
    if (undoes !== null) undone.add(undoes)
  }
  return holding
}
