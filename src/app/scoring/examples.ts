import { createHash } from 'node:crypto'
import type { Example } from '../../coding/codebook.js'
import { codeReport, type Engine, type Entity, type Mention, type Report } from '../../rapport.js'

/** An example with what was coded from it. */
export interface Miss {
  readonly example: Example
  readonly found: readonly Mention[]
}

/** How many of one type's examples are coded right. */
export interface ExampleScore {
  readonly type: string
  readonly right: number
  readonly of: number
  readonly lookAlikes: { readonly right: number; readonly of: number }
  readonly misses: readonly Miss[]
}

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

/**
 * Codes every example of the codebook and counts those that come out right, type by type.
 * @param engine with the invented states of test/invented, which the examples are about
 */
export function scoreExamples(engine: Engine): ExampleScore[] {
  return [...engine.coding.codebook.types].map(([type, { examples }]) => {
    const all = examples.map(
      (example): Miss => ({ example, found: codeReport(engine, reportOf(example.text)).mentions }),
    )
    const good = all.filter(({ example, found }) => isRight(example, found))
    const looks = all.filter(({ example }) => example.none)
    return {
      type,
      right: good.length,
      of: all.length,
      misses: all.filter((m) => !good.includes(m)),
      lookAlikes: { right: looks.filter((m) => good.includes(m)).length, of: looks.length },
    }
  })
}

const told = (m: Mention): string =>
  `${m.event}${m.aux ? ` (${m.aux})` : ''} ${statesOf(m.actor) || '-'} > ${statesOf(m.recipient) || '-'} [${m.trigger.text}]`

function missLines({ example, found }: Miss): string[] {
  const wanted = example.none ? 'none' : `${sorted(example.actor)} > ${sorted(example.recipient) || '-'}`
  return [
    `   ${example.file}:${example.line} wanted ${wanted}: ${example.text}`,
    `      found ${found.map(told).join('; ') || 'nothing'}`,
  ]
}

/** The scores as a table, with the misses beneath their type where asked. */
export function exampleTable(scores: readonly ExampleScore[], errors: boolean): string {
  const rows = scores.flatMap((s) => [
    `${s.type.padEnd(10)} ${String(s.right).padStart(4)} of ${String(s.of).padStart(4)}   look-alikes ${s.lookAlikes.right} of ${s.lookAlikes.of}`,
    ...(errors ? s.misses.flatMap(missLines) : []),
  ])
  const sum = (of: (s: ExampleScore) => number) => scores.reduce((n, s) => n + of(s), 0)
  const [right, all] = [sum((s) => s.right), sum((s) => s.of)]
  return [
    ...rows,
    `${'all'.padEnd(10)} ${String(right).padStart(4)} of ${String(all).padStart(4)} = ${((100 * right) / Math.max(1, all)).toFixed(1)} %`,
  ].join('\n')
}
