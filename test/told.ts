import type { Entity, Mention } from '../src/rapport.js'
import { inventedEngine, mentionsOf } from './support.js'

/** Loading the weights may take long on a busy machine: `beforeAll(loadEngine, LOADING)`. */
export const LOADING = 60_000
export function loadEngine(): void {
  inventedEngine()
}

const states = (list: readonly Entity[]): string =>
  [...new Set(list.map((e) => e.country ?? e.name))].sort().join('+')

/** A mention in one line: its type, its aux and the states on both sides. @example 'ASSAULT (future) XAR > XBO' */
export function lineOf({ event, aux, actor, recipient }: Mention): string {
  const to = recipient.length ? ` > ${states(recipient)}` : ''
  return `${event}${aux ? ` (${aux})` : ''} ${states(actor)}${to}`.trim()
}

/** What a text is coded as, a line a mention. */
export const told = (text: string): string[] => mentionsOf(text).map(lineOf)

/** The only mention of a text that tells one event. */
export function onlyMention(text: string, published?: string | null): Mention {
  const all = mentionsOf(text, published)
  if (all.length !== 1) throw new Error(`${all.length} mentions in: ${text}\n${all.map(lineOf).join('\n')}`)
  return all[0]!
}
