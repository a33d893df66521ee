/**
 * Words that splitting into sentences and tokens needs, from training/words.yaml. An entry in lower case fits any
 * spelling; an entry with a capital fits only as written.
 */
export interface WordLists {
  /** Abbreviations after which a sentence never ends: "gen.", "mr.". */
  readonly titles: readonly string[]
  /** Abbreviations only before a number: "no.", "vol.". */
  readonly numbered: readonly string[]
  /** Abbreviations after which a sentence may end: "inc.", "u.s.", "oct.". */
  readonly abbreviations: readonly string[]
  /** Words that, with a capital, mostly start a sentence: "the", "he". */
  readonly starters: readonly string[]
  /** Verbs that follow a quotation: "said", "asked". */
  readonly speech: readonly string[]
  /** Words that open the credit of a picture, behind a caption without a full stop: "Image:". */
  readonly credits: readonly string[]
  /** Prefixes that a hyphen joins to a word without making it two: "non", "co". */
  readonly prefixes: readonly string[]
  /** Words that a hyphen joins to a name: "al", "bin". */
  readonly particles: readonly string[]
  /** Second syllables of given names: "un" in "Jong-un". */
  readonly syllables: readonly string[]
  /** Units written onto a number: "km", "bn". */
  readonly units: readonly string[]
  /** Words written as one and read as two, with a bar between: "can|not", "gon|na". */
  readonly joined: readonly string[]
}

/** The same lists for looking up. */
export type WordSets = Readonly<Record<keyof WordLists, ReadonlySet<string>>>

/** Prepares the lists for looking up. */
export function wordSets(lists: WordLists): WordSets {
  const sets = Object.entries(lists).map(([name, words]) => [name, new Set(words)])
  return Object.fromEntries(sets) as WordSets
}

/** Whether a list holds the word as written or in lower case. */
export function holds(set: ReadonlySet<string>, word: string): boolean {
  return set.has(word) || set.has(word.toLowerCase())
}
