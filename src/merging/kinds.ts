import { z } from 'zod'
import { readFile, type SourceFile } from '../reading/codebook-yaml.js'
import { EventType, Kind } from '../records.js'
import { fold } from '../resolving/fold.js'
import type { Event, Mention } from '../types.js'

const Words = z.array(z.string()).default([])
const Types = z.array(EventType).default([])
const KindsFile = z.strictObject({
  source: z.string(),
  kinds: z.array(
    z.strictObject({ kind: Kind, types: Types, words: Words, contexts: Words, otherwise: Types }),
  ),
})

/** What makes an event one of a kind: codebook/kinds.yaml. */
export type KindRules = readonly z.infer<typeof KindsFile>['kinds'][number][]

/** @throws CodebookError naming file and line */
export const parseKinds = (file: SourceFile): KindRules => readFile(file, KindsFile).kinds

/** What was done, in the texts' words: triggers and what they govern, folded, with a space at both ends. */
const actsOf = (mentions: readonly Mention[]): string =>
  ` ${mentions.map((m) => fold([m.trigger.text, ...m.topic.map((t) => t.text)].join(' '))).join(' ')} `

/**
 * The field of dealings that an event belongs to; null where no rule holds.
 * @example kindOf({ event: 'AGREE', context: ['economic'] }, mentions, rules) // 'economic'
 */
export function kindOf(
  { event, context }: Pick<Event, 'event' | 'context'>,
  mentions: readonly Mention[],
  rules: KindRules,
): Event['kind'] {
  const acts = actsOf(mentions)
  const tests: readonly ((rule: KindRules[number]) => boolean)[] = [
    ({ types }) => types.includes(event),
    ({ words }) => words.some((word) => acts.includes(` ${word} `)),
    ({ contexts }) => contexts.includes(context[0] ?? ''),
    ({ otherwise }) => otherwise.includes(event),
  ]
  return tests.flatMap((test) => rules.find(test)?.kind ?? [])[0] ?? null
}
