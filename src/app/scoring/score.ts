import type { Engine } from '../../rapport.js'

/** Rules are tuned on the one half and reported on the other; `all` where a set is not halved. */
export type Half = 'tune' | 'test' | 'all'

/** What one item adds to a figure: of `found`, `correct` are right; of `gold`, `covered` were found. */
export interface Tally {
  readonly found: number
  readonly correct: number
  readonly gold: number
  readonly covered: number
}

/** The class that an item has, and the one that was found. */
export interface Pairing {
  readonly gold: string
  readonly found: string
}

/** The unit that is counted, halved and drawn anew for the interval: a sentence, a text, a pair of names. */
export interface Item {
  /** The item and what is right of it; the hash of a set is made of these. Null: found, and not of the set. */
  readonly key: string | null
  readonly half: Half
  readonly tallies: Readonly<Record<string, Tally>>
  readonly classes?: readonly Pairing[]
  /** What was missed, with the sentence and what was found; null where all is right. */
  readonly miss: string | null
}

/**
 * How a figure is worked out from tallies. `rate` is found over gold and better when lower; `mean-f1` is the mean of
 * the F1 of several tallies, whose names stand in `of` with a plus between them.
 */
export type Formula = 'precision' | 'recall' | 'f1' | 'mean-f1' | 'macro-f1' | 'rate'

export interface Figure {
  readonly name: string
  readonly formula: Formula
  /** The tally of an item that it is made from; for macro-f1 the classes are taken instead. */
  readonly of: string
  /** The value to reach, or null. */
  readonly goal: number | null
  /** What others have published, or what another tool gave in the same run. */
  readonly beside: string | null
}

/** One set after a score has run over it. */
export interface Sample {
  readonly set: string
  readonly figures: readonly Figure[]
  readonly items: readonly Item[]
  /** A part of another set: left out of the table of all scores, and pinned all the same. */
  readonly detail?: boolean
}

/** What scores need; everything is loaded once and only when asked for. */
export interface Lab {
  /** The folder with the sets that do not ship, or null. */
  readonly data: string | null
  readonly engine: () => Engine
  /** With the invented states of the tests. */
  readonly invented: () => Engine
}

/** Something that is measured. To add one, write a file in scores/ and name it in list.ts. */
export interface Score {
  readonly name: string
  /** What is measured and how, in a sentence or two, for docs/accuracy.md. */
  readonly about: string
  /** The gold: files or folders under --data that it needs, all of them; none where the gold ships with the project. */
  readonly needs: readonly string[]
  readonly measure: (lab: Lab) => Promise<readonly Sample[]>
}

/** One figure of one half of one set, as it is shown, stored and pinned. */
export interface Row {
  readonly score: string
  readonly set: string
  readonly half: Half
  readonly figure: string
  readonly formula: Formula
  /** Items in the half. */
  readonly n: number
  readonly value: number
  /** The bootstrap 95 % interval. */
  readonly interval: readonly [low: number, high: number]
  readonly tally: Tally
  readonly goal: number | null
  readonly beside: string | null
  readonly detail: boolean
}
