import type { z } from 'zod'
import type { Aux, EventType } from '../records.js'
import type { Frame } from './codebook-schema.js'

export type EventTypeName = z.infer<typeof EventType>

/** Lemmas, some of several words ("peace talk"): the last word is the head, the others modify it. */
export type WordSet = ReadonlySet<string>

/** One way of telling an event: a word, what must stand around it, and what is coded from it. */
export interface Trigger {
  readonly type: EventTypeName
  readonly kind: 'verb' | 'noun' | 'adjective'
  /** The head word that the trigger is found by: "visit" in "state visit". */
  readonly lemma: string
  /** The words that must come before it: ["state"] in "state visit". */
  readonly before: readonly string[]
  /** Conditions; null where there is none. All that are given must hold. */
  readonly particle: WordSet | null
  readonly particleNot: WordSet | null
  readonly object: WordSet | null
  readonly objectNot: WordSet | null
  readonly modifier: WordSet | null
  readonly modifierNot: WordSet | null
  readonly subject: WordSet | null
  readonly subjectNot: WordSet | null
  /** Each preposition that must be present, with the heads it may govern ('*' for any). */
  readonly prep: ReadonlyMap<string, WordSet | '*'>
  /** Each preposition that must not be present with these heads. */
  readonly prepNot: ReadonlyMap<string, WordSet | '*'>
  /** What the verb or noun at the head of a complement clause may be: "meet" in "hopes to meet". */
  readonly complement: WordSet | null
  readonly complementNot: WordSet | null
  readonly clause: 'that' | 'should' | 'to' | 'ing' | 'any' | null
  readonly frame: Frame
  /** Where the recipient stands, in order of preference; empty for frames whose roles are fixed. */
  readonly recipient: readonly string[]
  /** Where the doer stands when nobody is said to do it. */
  readonly doer: readonly string[]
  readonly mode: string | null
  readonly context: readonly string[]
  readonly stance: string | null
  readonly aux: z.infer<typeof Aux> | null
  readonly needsRecipient: boolean
  /** How many conditions it has: the more, the earlier it is tried. */
  readonly specificity: number
  readonly source: string
  readonly file: string
  readonly line: number
}

export interface Example {
  readonly type: EventTypeName
  readonly text: string
  /** A look-alike: no event of this type may be coded from it. */
  readonly none: boolean
  readonly actor: readonly string[]
  readonly recipient: readonly string[]
  /** Undefined where the example does not say. */
  readonly mode: string | null | undefined
  readonly aux: z.infer<typeof Aux> | null
  readonly file: string
  readonly line: number
}

export interface Mode {
  readonly score: number
  readonly definition: string
}

/** What the codebook says about one event type. */
export interface TypeRules {
  readonly type: EventTypeName
  readonly quad: number | null
  readonly score: number | null
  /** The type used when it is told in the future or as a plan; null keeps the type, with aux future. */
  readonly future: EventTypeName | null
  readonly needsRecipient: boolean
  readonly definition: string
  readonly lookAlikes: readonly string[]
  readonly modes: ReadonlyMap<string, Mode>
  readonly triggers: readonly Trigger[]
  readonly examples: readonly Example[]
}

export interface ContextRules {
  readonly definition: string
  readonly cues: WordSet
}

/** Everything the coder knows. */
export interface Codebook {
  readonly types: ReadonlyMap<EventTypeName, TypeRules>
  /** Triggers by their head word, the most specific first. */
  readonly triggersByLemma: Readonly<Record<Trigger['kind'], ReadonlyMap<string, readonly Trigger[]>>>
  readonly classes: ReadonlyMap<string, WordSet>
  readonly contexts: ReadonlyMap<string, ContextRules>
  /** Changes when any file changes. */
  readonly version: string
}
