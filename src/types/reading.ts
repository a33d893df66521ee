/** What reading finds in a report: sentences, names, actors, times and who says what. */
import type { Attribution, EntityKind, Reason } from './record.js'
import type { Report, Span } from './report.js'
import type { TimeMeaning } from './times.js'

export interface Token extends Span {
  /** The word as written. */
  readonly form: string
  readonly lemma: string
  /** Universal part of speech: VERB, NOUN, PROPN ... */
  readonly upos: string
  /** Penn tag: VBD, NNS, MD ... */
  readonly xpos: string
  /** Index of the governing token in the same sentence, -1 for the root. */
  readonly head: number
  /** Universal dependency label with subtype: nsubj, nsubj:pass, obl, nmod:poss ... */
  readonly deprel: string
}

export interface Sentence extends Span {
  /** Position in Reading.sentences. */
  readonly index: number
  /** Position in Report.blocks. */
  readonly block: number
  readonly tokens: readonly Token[]
}

/** Tokens [from, to) of one sentence, with the token that heads them. */
export interface Phrase extends Span {
  readonly sentence: number
  readonly from: number
  readonly to: number
  readonly head: number
}

/** An office held: "foreign minister" of PRK. */
export interface Office {
  /** Canonical title from codebook/offices.yaml, lower case: "foreign minister". */
  readonly title: string
  readonly country: string | null
  readonly former: boolean
  readonly span: Span
}

/** A name as it stands in the text, before it is known who it is. */
export interface Name extends Phrase {
  readonly text: string
  /** demonym: "Russian"; capital: "Moscow"; seat: "the Kremlin" (both can stand for a government or be a place). */
  readonly kind:
    | 'person'
    | 'state'
    | 'organisation'
    | 'group'
    | 'demonym'
    | 'capital'
    | 'seat'
    | 'place'
    | 'other'
  /** The state it is, belongs to or stands for. */
  readonly country: string | null
  readonly office: Office | null
  readonly reason: Reason
}

/** An actor within one report: all names that one report uses for one person, state, organisation or group. */
export interface Actor {
  /** Position in Reading.actors. */
  readonly index: number
  readonly kind: EntityKind
  /** The fullest name used. */
  readonly name: string
  /** Every spelling used, the fullest first; for a state also "Moscow" where it stands for the government. */
  readonly names: readonly string[]
  readonly country: string | null
  readonly offices: readonly Office[]
  /** Why it belongs to its country. */
  readonly reason: Reason
}

/** A noun phrase or pronoun and the actors it stands for. */
export interface Reference extends Phrase {
  readonly kind: 'name' | 'pronoun' | 'description'
  /** Positions in Reading.actors; several for "both leaders", "Russia and North Korea" is two references. */
  readonly actors: readonly number[]
  /** Capitals, seats and states may be the place of an event instead, by their position in the sentence. */
  readonly place: Name | null
  readonly reason: Reason
}

export interface TimeExpression extends Phrase {
  readonly text: string
  readonly meaning: TimeMeaning
}

/** Words between quotation marks. The span includes the marks, `inner` does not. */
export interface Quotation extends Span {
  readonly inner: Span
  readonly sentence: number
}

/** Someone saying something: "Putin said that ...", "... ," Choe told reporters. */
export interface Speech {
  readonly sentence: number
  /** words: somebody says it. view: somebody thinks, wants, backs or blames it. image: a picture shows it. */
  readonly kind: 'words' | 'view' | 'image'
  /** The token of the verb or noun of speech; null for bare quotations carried on from the sentence before. */
  readonly cue: number | null
  readonly lemma: string | null
  /** The cue as told, with auxiliaries, adverbs and particles: "has long called for"; null where there is none. */
  readonly words: Phrase | null
  /** said, claimed, denied, warned, praised ... from the codebook. */
  readonly stance: string
  /** The phrase that speaks, with its actors; null when nobody is named. */
  readonly source: Reference | null
  /** The words that name the source, with titles and appositions; null where the sentence does not name it. */
  readonly speaker: Phrase | null
  /** Null where the text leaves open whose view it is: "is expected to win". */
  readonly attribution: Attribution | null
  readonly addressee: Reference | null
  /** The words reported, as token ranges, possibly over several sentences. */
  readonly content: readonly Phrase[]
  /** Positions in Reading.quotations. */
  readonly quotations: readonly number[]
}

/** A report after reading. Nothing here is changed after the step returns it. */
export interface Reading {
  readonly report: Report
  readonly sentences: readonly Sentence[]
  readonly names: readonly Name[]
  readonly actors: readonly Actor[]
  readonly references: readonly Reference[]
  readonly times: readonly TimeExpression[]
  readonly quotations: readonly Quotation[]
  readonly speeches: readonly Speech[]
}
