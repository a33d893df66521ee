/** What coding makes of a reading: events as single sentences tell them. */

import type { Name, Phrase, Speech, TimeExpression } from './reading.js'
import type { Aux, EventType, Mention, NumberSaid, Reason } from './record.js'
import type { Span } from './report.js'

/** An actor in a role of an event, and the words by which it is there. */
export interface Argument {
  /** Position in Reading.actors. */
  readonly actor: number
  readonly span: Span
  /** modifier: the phrase belongs to the actor ("Arvenian oil plants"). implied: no word here names it. */
  readonly how: 'name' | 'pronoun' | 'description' | 'modifier' | 'implied'
  readonly rule: string
}

/** How an event is told: whether it happened, will, might or did not, and in which tense. */
export interface Telling {
  readonly aux: Aux | null
  readonly tense: 'past' | 'present' | 'future' | null
  /** "has met", "had met": told as done before the report's own time. */
  readonly perfect: boolean
  readonly pastPerfect: boolean
  /** The words that made it so. */
  readonly words: string
  /** Only wished for, asked for or aimed at. */
  readonly idle: boolean
}

/** An event as one sentence tells it, before its names, date and place are resolved. */
export interface CodedEvent {
  readonly sentence: number
  readonly event: EventType
  readonly mode: string | null
  readonly context: readonly string[]
  readonly telling: Telling
  readonly trigger: Phrase & { readonly lemma: string }
  /** The codebook's line, and the words it fired on. */
  readonly reason: Reason
  readonly actor: readonly Argument[]
  readonly recipient: readonly Argument[]
  readonly recipientFrom: Mention['recipient_from']
  readonly time: TimeExpression | null
  /**
   * The token of the verb that this came before: "signed a pact after Putin visited" has the visit before the signing.
   */
  readonly before: number | null
  readonly place: Name | null
  /** How likely a record told and coded this way is right, 0 to 1, learned from annotated reports. */
  readonly confidence: number
  /** How likely it is told as something earlier than the report's news, 0 to 1, by the way it is told. */
  readonly earlier: number
  /** A state of things that somebody is under, not an act: "under Western sanctions". */
  readonly standing: boolean
  /** What was done, in the text's words. */
  readonly topic: readonly Phrase[]
  readonly numbers: readonly (NumberSaid & Span)[]
  /** Positions in Reading.quotations. */
  readonly quotations: readonly number[]
  readonly stance: string | null
  /** Who the report has it from; null where the report tells it in its own voice. */
  readonly speech: Speech | null
  readonly deniedBy: readonly Argument[]
}
