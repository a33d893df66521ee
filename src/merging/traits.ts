import { days } from '../resolving/edtf.js'
import { fold } from '../resolving/fold.js'
import type { Clue, Mention } from '../types.js'

/** How an act that is not coded is told. */
export interface Shape {
  /** Told by a noun: "the crash". */
  readonly noun: boolean
  /** The noun is known already: "the", "this". */
  readonly definite: boolean
  /** What will, may or is to be. */
  readonly ahead: boolean
  /** Which sentence of the report, from 0; the first is its title. */
  readonly sentence: number
  /** How often the report uses this word for an act. */
  readonly often: number
}

/** What the clues look at of a mention; `event` is null where the act is not coded and its trigger says what it is. */
export type Told = Pick<
  Mention,
  | 'report'
  | 'aux'
  | 'background'
  | 'date'
  | 'date_text'
  | 'actor'
  | 'recipient'
  | 'event_loc'
  | 'quote'
  | 'topic'
  | 'numbers'
  | 'trigger'
  | 'text'
  | 'start'
  | 'clause'
> &
  Partial<Pick<Mention, 'evidence' | 'recipient_from'>> & {
    readonly event: Mention['event'] | null
    readonly shape?: Shape
  }

export const words = (text: string): string[] =>
  fold(text)
    .split(' ')
    .filter((w) => w.length > 2)

/** What a mention is judged by, taken from it once: an event of hundreds of tellings is judged pair by pair. */
interface Traits {
  /** First and last day. */
  readonly span: ReturnType<typeof days>
  /** How many days those are. */
  readonly width: number
  /** The longer words of its sentence, each with its stem. */
  readonly words: readonly (readonly [word: string, stem: string])[]
  /** The words of its parties' names. */
  readonly names: ReadonlySet<string>
}

const known = new WeakMap<Told, Traits>()

/** What the mention says, without the other acts that its sentence tells. */
export const ownText = ({ text, start, clause }: Told): string =>
  clause ? text.slice(clause.start - start, clause.end - start) : text

export function traitsOf(m: Told): Traits {
  const before = known.get(m)
  if (before) return before
  const span = m.date ? days(m.date) : null
  const traits = {
    span,
    width: span ? (Date.parse(span[1]) - Date.parse(span[0])) / 86_400_000 : Number.POSITIVE_INFINITY,
    words: [...new Set(words(ownText(m)))].filter((w) => w.length > 3).map((w) => [w, stem(w)] as const),
    names: new Set([...m.actor, ...m.recipient].flatMap((e) => e.names.flatMap(words))),
  }
  known.set(m, traits)
  return traits
}

export function excluded(a: Told, b: Told): boolean {
  const [x, y] = [traitsOf(a).span, traitsOf(b).span]
  return !!x && !!y && (x[1] < y[0] || y[1] < x[0])
}

/** Between the last possible day of the one and the first of the other. */
export function daysBetween(a: Told, b: Told): number {
  const [x, y] = [traitsOf(a).span!, traitsOf(b).span!]
  return Math.max(Date.parse(y[0]) - Date.parse(x[1]), Date.parse(x[0]) - Date.parse(y[1])) / 86_400_000
}

/** A word without its ending, so that "planned" meets "plan". */
export const stem = (word: string): string =>
  word.replace(/(ing|ed|es|s|ly)$/, '').replace(/([a-z])\1$/, '$1')

export function shareOf(x: ReadonlySet<string>, y: ReadonlySet<string>): number {
  let shared = 0
  for (const w of x) if (y.has(w)) shared++
  return shared / Math.max(1, Math.min(x.size, y.size))
}

/** Words that carry what a sentence says: the names of its actors left out, since the block already shares them. */
export function wordingClue(a: Told, b: Told): Clue {
  const [x, y] = [traitsOf(a), traitsOf(b)]
  const content = ({ words }: Traits) =>
    new Set(words.flatMap(([w, root]) => (x.names.has(w) || y.names.has(w) ? [] : root)))
  const share = shareOf(content(x), content(y))
  return {
    clue: 'wording',
    weight: Math.round(share * 30) / 10,
    words: `${Math.round(share * 100)} % of the shorter sentence's words`,
  }
}
