import { createHash } from 'node:crypto'
import type { Example } from '../../coding/codebook.js'
import { type Engine, type Entity, type Mention, type Report, readInput } from '../../rapport.js'

const sorted = (codes: readonly string[]): string => [...new Set(codes)].sort().join('+')

/** The states of a side, as "XAR+XBO". */
export const statesOf = (list: readonly Entity[]): string => sorted(list.flatMap((e) => e.country ?? []))

/** Right: the type with exactly the right states on each side; those who meet may stand on either. */
export function isRight(example: Example, found: readonly Mention[]): boolean {
  const own = found.filter((m) => m.event === example.type)
  if (example.none) return own.length === 0
  return own.some((m) => {
    if (example.type === 'CONSULT')
      return statesOf([...m.actor, ...m.recipient]) === sorted([...example.actor, ...example.recipient])
    const recipient = example.recipient.length === 0 || statesOf(m.recipient) === sorted(example.recipient)
    return statesOf(m.actor) === sorted(example.actor) && recipient
  })
}

/** A text as a report of one paragraph, published on Wednesday 5 March 2031 unless said otherwise. */
export function reportOf(text: string, published: string | null = '2031-03-05'): Report {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
  return {
    id: hash,
    hash,
    file: `${hash}.txt`,
    url: null,
    outlet: null,
    agency: null,
    author: null,
    title: null,
    dateline: null,
    published: published === null ? null : { value: published, span: null },
    language: 'en',
    text,
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
  }
}

/** A bare sentence as a report comes in, of no known date: its dateline is no part of what it tells. */
export function arrived(engine: Engine, text: string): Report {
  const bytes = new TextEncoder().encode(text)
  return readInput(engine, { file: 'sentence.txt', bytes }).reports[0] ?? reportOf(text, null)
}

/** A record in one line, for people. @example 'ASSAULT (future) XAR > XBO [shelled]' */
export const lineOf = ({ event, aux, actor, recipient, trigger }: Mention): string =>
  `${event}${aux ? ` (${aux})` : ''} ${statesOf(actor) || '-'} > ${statesOf(recipient) || '-'} [${trigger.text}]`

/** A missed item for people: what was wanted of which text, and the records found in it. */
export function missOf(wanted: string, text: string, found: readonly Mention[]): string {
  return `wanted ${wanted}: ${text.replace(/\s+/g, ' ')}\n    found ${found.map(lineOf).join('; ') || 'nothing'}`
}
