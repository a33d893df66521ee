import type { Outcome } from '../../store/index.js'

/** "1 file", "2 files". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** What working the events out came to; null when there was nothing to do. */
export function eventsText(outcome: Outcome | null): string {
  const { added, joined, gone } = outcome ?? { added: 0, joined: 0, gone: 0 }
  const text = `Events: ${added} new, ${joined} joined across reports`
  return gone > 0 ? `${text}, ${gone} merged, split or withdrawn.` : `${text}.`
}
