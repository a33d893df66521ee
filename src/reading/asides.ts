import type { Grammar } from './grammar.js'

/** A time that stands beside a verb: tokens [from, to), and the verb that it goes with. */
export interface Aside {
  readonly from: number
  readonly to: number
  /** The token that heads the aside: "Monday" in "on Monday". */
  readonly head: number
  readonly verb: number
}

/** The words of such times: codebook/grammar.yaml. */
export type AsideWords = Grammar['besideVerbs']

/** After these a clause of its own begins, which the time keeps apart from the verb. */
const OPENING = new Set([
  'as',
  'while',
  'when',
  'after',
  'before',
  'because',
  'if',
  'since',
  'until',
  'following',
  'during',
])

const isVerb = (tag: string | undefined): boolean => tag !== undefined && /^(VB|MD)/.test(tag)
const isNominal = (tag: string | undefined): boolean => tag !== undefined && /^(N|PRP$|-RRB-)/.test(tag)

/** The run of words around a day: "late on Monday evening". */
function around(
  words: readonly string[],
  day: number,
  { before, after }: AsideWords,
): { from: number; to: number } {
  let from = day
  while (before.has(words[from - 1] ?? '')) from--
  return { from, to: after.has(words[day + 1] ?? '') ? day + 2 : day + 1 }
}

/**
 * Times that stand between a subject and its verb or right behind a verb, as only news writes them: "Arvenia on Monday
 * demanded", "threatened on Monday to leave". A parser trained on other texts takes them for subjects and names; it
 * reads the sentence better without them.
 * @param forms the words of a sentence
 * @param tags their Penn tags, as tagged with the asides in place
 * @example findAsides(['Arvenia', 'today', 'left'], ['NNP', 'NN', 'VBD'], words)
 *   // [{ from: 1, to: 2, head: 1, verb: 2 }]
 */
export function findAsides(
  forms: readonly string[],
  tags: readonly string[],
  asideWords: AsideWords,
): Aside[] {
  const words = forms.map((f) => f.toLowerCase())
  return words.flatMap((word, day): Aside[] => {
    if (!asideWords.days.has(word)) return []
    const { from, to } = around(words, day, asideWords)
    const [before, after] = [tags[from - 1], tags[to]]
    const apart = OPENING.has(words[to] ?? '')
    if (isVerb(before) && !isVerb(after) && !isNominal(after) && !apart)
      return [{ from, to, head: day, verb: from - 1 }]
    return isNominal(before) && isVerb(after) ? [{ from, to, head: day, verb: to }] : []
  })
}
