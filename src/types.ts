/** THE NOUNS. The words of design.md, one type each; what leaves Rapport is typed by its schema in records.ts. */
import type { z } from 'zod'
import type * as records from './records.js'

export type EventType = z.infer<typeof records.EventType>
export type Aux = z.infer<typeof records.Aux>
export type DateFrom = z.infer<typeof records.DateFrom>
export type EntityKind = z.infer<typeof records.EntityKind>
export type Entity = z.infer<typeof records.Entity>
export type Reason = z.infer<typeof records.Reason>
export type Evidence = z.infer<typeof records.Evidence>
export type Place = z.infer<typeof records.Place>
export type NumberSaid = z.infer<typeof records.NumberSaid>
export type Attribution = z.infer<typeof records.Attribution>
export type Mention = z.infer<typeof records.Mention>
export type SaidByPerson = z.infer<typeof records.SaidByPerson>
export type Clue = z.infer<typeof records.Clue>
export type Event = z.infer<typeof records.Event>
export type CorrectedField = z.infer<typeof records.CorrectedField>
export type CorrectedValue = z.infer<typeof records.CorrectedValue>
export type Correction = z.infer<typeof records.Correction>
export type LogEntry = z.infer<typeof records.LogEntry>
export type LogLine = z.infer<typeof records.LogLine>
export type FieldName = z.infer<typeof records.FieldName>
export type FieldValue = z.infer<typeof records.FieldValue>
export type ComparedField = z.infer<typeof records.ComparedField>
export type Point = z.infer<typeof records.Point>
export type Comparison = z.infer<typeof records.Comparison>

/** Start (inclusive) and end (exclusive) offset in a report's kept text, in UTF-16 code units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A value and the span that says it; span is null when the value was given from outside (an option, a CSV column). */
export interface Located {
  readonly value: string
  readonly span: Span | null
}

/** A stretch of a report's text. Only `title` and `paragraph` hold sentences; only `paragraph` is coded. */
export interface Block extends Span {
  readonly kind:
    | 'title'
    | 'paragraph'
    | 'crosshead'
    | 'byline'
    | 'dateline'
    | 'date'
    | 'caption'
    | 'furniture'
}

export type Kind = z.infer<typeof records.Kind>
export type Standing = z.infer<typeof records.Standing>

/** What the codebook knows of an outlet: it says who owns and runs it, not whether it is right. */
export type Outlet = z.infer<typeof records.Outlet>

/** What a text says of its own standing, and where. */
export interface Notice {
  readonly standing: Exclude<Standing, 'live'>
  /** When an embargo ends, ISO 8601 in UTC; null where the text does not say so. */
  readonly until: string | null
  readonly span: Span
}

/** One text from one outlet. Its text never changes; an edited report is a new revision. */
export interface Report {
  /** Hash of what identifies the report (its address, else outlet, date and text): the same on every machine. */
  readonly id: string
  /** Hash of the kept text. */
  readonly hash: string
  /** The file it came from, as given; row number added for CSV and JSONL ("feed.csv#12"). */
  readonly file: string
  readonly url: string | null
  readonly outlet: Located | null
  /** The outlet as the codebook knows it, by its name or address; absent where it knows neither. */
  readonly press?: Outlet
  /** The agency whose words these are ("Reuters"), from a credit or the dateline. */
  readonly agency: Located | null
  readonly author: Located | null
  readonly title: Located | null
  /** The place a dateline names ("MOSCOW"); its block starts the first paragraph. */
  readonly dateline: Located | null
  /** EDTF: a day, or a moment with its zone. */
  readonly published: Located | null
  /** ISO 639-1, or null when it could not be told. */
  readonly language: string | null
  readonly text: string
  readonly blocks: readonly Block[]
  /** That the text says it was withdrawn, corrected or is under embargo; absent where it says nothing. */
  readonly notice?: Notice
  /** What a reader of the report should know: two dates that do not fit together, for one. */
  readonly notes?: readonly string[]
}

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

export type TimeUnit =
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century'

/** What a time expression means before it is counted from a date. See reading/times.ts. */
export type TimeMeaning =
  /** "27 October 2025", "2024", "July 2025", "the 1990s": EDTF, complete as said. */
  | { readonly kind: 'full'; readonly edtf: string }
  /** "October", "27 October", "last July" (turn -1): the year is missing. years: counted years, "July last year" is -1. */
  | {
      readonly kind: 'month'
      readonly month: number
      readonly day: number | null
      readonly turn: -1 | 0 | 1 | null
      readonly years: number | null
    }
  /** "Monday", "last Friday" (turn -1), "next Tuesday" (turn 1). 1 = Monday. */
  | { readonly kind: 'weekday'; readonly day: number; readonly turn: -1 | 0 | 1 | null }
  /** "the weekend", "last weekend" (turn -1). */
  | { readonly kind: 'weekend'; readonly turn: -1 | 0 | 1 | null }
  /** "yesterday" (-1 day), "last year" (-1 year), "two weeks ago": a unit counted from now. calendar: "last week" is a
   *  week of the calendar, "a week ago" is not. */
  | {
      readonly kind: 'offset'
      readonly unit: TimeUnit
      readonly amount: number
      readonly about: boolean
      readonly calendar: boolean
    }
  /** "the past three weeks" (side -1), "the coming days" (side 1): some time between now and that many units away.
   *  amount 0 is the current unit, "earlier this year"; null is an amount not said, "recent days". */
  | {
      readonly kind: 'within'
      readonly unit: TimeUnit
      readonly amount: number | null
      readonly side: -1 | 1
    }
  /** "summer", "the third quarter": named part of a year, year given or not. Months 1 to 12, inclusive. */
  | {
      readonly kind: 'season'
      readonly from: number
      readonly to: number
      readonly year: number | null
      readonly turn: -1 | 0 | 1 | null
    }
  /** "early September", "the end of 2024", "late next year": a third of another time. */
  | { readonly kind: 'part'; readonly part: 'early' | 'mid' | 'late'; readonly of: TimeMeaning }
  /** "Tuesday morning", "10:41 GMT": a time of day; day null where none is said. */
  | { readonly kind: 'time'; readonly value: string; readonly day: TimeMeaning | null }
  /** "since 2022" (open end), "until May" (open start), "from 3 to 5 June". null = open. some: "before 2016", "after May",
   *  at some time within, rather than all through. */
  | {
      readonly kind: 'range'
      readonly from: TimeMeaning | null
      readonly to: TimeMeaning | null
      readonly some: boolean
    }
  /** "the Korean War": EDTF from the codebook. */
  | { readonly kind: 'named'; readonly name: string; readonly edtf: string }
  /** "just days after", "two days earlier", "the same day": counted from elsewhere in the text. direction 1: this clause
   *  lies later. of: from the event that the words name ("days after the talks"), or from the last date that was told
   *  ("two days later", "the following month", "that year"). */
  | {
      readonly kind: 'from-event'
      readonly of: 'event' | 'date'
      readonly direction: -1 | 0 | 1
      readonly unit: TimeUnit
      readonly amount: number | null
    }
  /** "recently", "in recent years", "soon", "now": dates nothing. */
  | { readonly kind: 'vague'; readonly when: 'past' | 'now' | 'future' }
  /** "for three days", "every Monday": TIMEX3 duration or set; dates nothing by itself. */
  | { readonly kind: 'duration'; readonly iso: string }
  | { readonly kind: 'set'; readonly iso: string }

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

/** The reports that carry the same news. */
export interface Story {
  readonly id: string
  readonly title: string | null
  readonly reports: readonly string[]
  readonly events: readonly string[]
  /** EDTF day of its first report, or null. */
  readonly since: string | null
  /** Those of its reports that were withdrawn: they stay to be seen and do not count. */
  readonly withdrawn: readonly string[]
  /** From how many texts those of its reports that count have their words. */
  readonly origins: number
  /** Earlier stories that it carries further: some of its reports are as alike to theirs as those of one story. */
  readonly follows: readonly string[]
}

/** The reports whose words come from one text. */
export interface Origin {
  readonly id: string
  readonly reports: readonly string[]
  readonly reason: Reason
}

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
  /** The token of the verb that this came before: "signed a pact after Putin visited" has the visit before the signing. */
  readonly before: number | null
  readonly place: Name | null
  /** How likely a record told and coded this way is right, 0 to 1, learned from annotated reports. */
  readonly confidence: number
  /** Told as something earlier than the report's news, as far as the way it is told shows. */
  readonly recalled: boolean
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
