import { ancestors, casesOf, kids, label, type Tree, treeOf } from '../reading/tree.js'
import type { Argument, CodedEvent, Reading } from '../types.js'
import { pathOf } from './paths.js'

/** An event before it is known how much it can be relied on. */
export type Unweighed = Omit<CodedEvent, 'confidence'>

/** The token that a span of the sentence hangs by; null where it lies in another sentence. */
function headIn(tree: Tree, { span }: Argument): number | null {
  const inside = tree.tokens.flatMap((t, i) => (t.start >= span.start && t.end <= span.end ? [i] : []))
  return inside.find((i) => !inside.includes(tree.tokens[i]!.head)) ?? null
}

function sideFeatures(
  tree: Tree,
  side: string,
  args: readonly Argument[],
  at: number,
  reading: Reading,
): string[] {
  const each = args.flatMap((a) => {
    const actor = reading.actors[a.actor]!
    const head = headIn(tree, a)
    const path = head === null ? 'elsewhere' : pathOf(tree, at, head)
    const steps = head === null ? 9 : path.split(' ').length
    return [
      `${side}:how:${a.how}`,
      `${side}:kind:${actor.kind}${actor.country ? '' : ':stateless'}`,
      `${side}:rule:${actor.reason.rule}`,
      `${side}:path:${path}`,
      `${side}:steps:${Math.min(steps, 5)}`,
      `${side}:${head === null ? 'elsewhere' : head < at ? 'before' : 'behind'}`,
      `${side}:ref:${a.rule}`,
    ]
  })
  return [`${side}:count:${Math.min(args.length, 3)}`, ...each]
}

/** In what clause the trigger stands. */
function placeFeatures(tree: Tree, event: Unweighed): string[] {
  const token = tree.tokens[event.trigger.head]!
  const above = ancestors(tree, event.trigger.head).slice(1, 4)
  return [
    `pos:${token.xpos}`,
    `label:${token.deprel}`,
    ...above.map((i) => `under:${label(tree.tokens[i]!)}`),
    ...casesOf(tree, event.trigger.head).map((c) => `case:${c}`),
    ...kids(tree, event.trigger.head, 'mark', 'advmod').map(
      (k) => `mark:${tree.tokens[k]!.lemma.toLowerCase()}`,
    ),
  ]
}

function tellingFeatures({ telling, time, speech, event, earlier }: Unweighed): string[] {
  return [
    // Where it is unclear whether it is told as news, the record is more often wrong.
    `clear:${Math.round(5 * Math.abs(2 * earlier - 1))}`,
    `earlier:${Math.round(6 * earlier)}`,
    `aux:${telling.aux}`,
    `tense:${telling.tense}${telling.perfect ? '+perfect' : ''}${telling.pastPerfect ? '+past' : ''}`,
    `time:${time?.meaning.kind ?? 'none'}`,
    `speech:${speech?.stance ?? 'none'}`,
    `type:${event}`,
    `type:${event}+tense:${telling.tense}`,
    `type:${event}+aux:${telling.aux}`,
  ]
}

/**
 * What may tell whether a coded event is right, and whether it is told as news or as something earlier.
 * @returns names of features that hold, each once
 */
export function eventFeatures(event: Unweighed, reading: Reading): string[] {
  const tree = treeOf(reading.sentences[event.sentence]!)
  const at = event.trigger.head
  const states = new Set([...event.actor, ...event.recipient].map((a) => reading.actors[a.actor]!.country))
  states.delete(null)
  // What makes a statement likely to be right says nothing of acts.
  const kind = event.event === 'STATEMENT' ? 'said' : 'done'
  const features = new Set([
    'bias',
    `trigger:${event.trigger.lemma}`,
    `type:${event.event}+trigger:${event.trigger.lemma}`,
    `states:${Math.min(states.size, 3)}`,
    ...(event.quotations.length ? ['quoted'] : []),
    ...(event.place ? ['placed'] : []),
    ...(event.topic.length ? ['topic'] : []),
    ...(event.reason.note ? [`note:${event.reason.note.slice(0, 24)}`] : []),
    ...(event.recipientFrom ? [`from:${event.recipientFrom}`] : []),
    ...tellingFeatures(event),
    ...placeFeatures(tree, event),
    ...sideFeatures(tree, 'actor', event.actor, at, reading),
    ...sideFeatures(tree, 'recipient', event.recipient, at, reading),
  ])
  return [...features].map((feature) => `${kind} ${feature}`)
}
