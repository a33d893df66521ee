/** A token that is left out while a sentence is parsed, and where it hangs afterwards. */
export interface LeftOut {
  readonly token: number
  readonly head: number
  readonly label: string
}

/** What is known of a word when it is decided whether to leave it out. */
export interface Tagged {
  readonly form: string
  /** Penn tag. */
  readonly tag: string
  /** Whether a dictionary has it as anything but a name. */
  readonly common: boolean
}

const DAYS = new Set([
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'today',
  'yesterday',
  'tonight',
  'tomorrow',
])
const BEFORE = new Set(['on', 'late', 'early', 'earlier', 'later', 'last'])
const AFTER = new Set(['morning', 'afternoon', 'evening', 'night'])

const isVerb = (word: Tagged | undefined): boolean => word !== undefined && /^(VB|MD)/.test(word.tag)
const isNominal = (word: Tagged | undefined): boolean =>
  word !== undefined && /^(N|PRP$|-RRB-)/.test(word.tag)
const lower = (word: Tagged | undefined): string => word?.form.toLowerCase() ?? ''

/** The tokens of a time, all under its day: "late on Monday evening". */
function hung(from: number, day: number, to: number, verb: number): LeftOut[] {
  const label = (i: number) =>
    i === day ? (to - from > 1 ? 'obl' : 'obl:unmarked') : i < day ? 'case' : 'compound'
  return Array.from({ length: to - from }, (_, k) => from + k).map((token) => ({
    token,
    head: token === day ? verb : day,
    label: label(token),
  }))
}

/** Times between a subject and its verb or right behind a verb: "Arvenia on Monday demanded", "said today that". */
function times(words: readonly Tagged[]): LeftOut[] {
  return words.flatMap((word, day): LeftOut[] => {
    if (!DAYS.has(lower(word))) return []
    let from = day
    while (BEFORE.has(lower(words[from - 1]))) from--
    const to = AFTER.has(lower(words[day + 1])) ? day + 2 : day + 1
    const [before, after] = [words[from - 1], words[to]]
    if (isVerb(before) && !isVerb(after) && !isNominal(after)) return hung(from, day, to, from - 1)
    return isNominal(before) && isVerb(after) ? hung(from, day, to, to) : []
  })
}

const isName = (word: Tagged | undefined): boolean => word?.tag === 'NNP' && !word.common

/** The second and later words of a name, which say nothing about the sentence: "Sel" in "Ivo Sel". */
function namesBehind(words: readonly Tagged[]): LeftOut[] {
  return words.flatMap((word, token): LeftOut[] => {
    if (!isName(word) || !isName(words[token - 1])) return []
    let head = token - 1
    while (isName(words[head - 1])) head--
    return [{ token, head, label: 'flat' }]
  })
}

/**
 * Tokens without which a sentence is parsed better: times beside a verb, as only news writes them, and all words of a
 * name but the first. A parser trained on other texts takes the ones for subjects and stumbles over rows of the others.
 * @param words tagged with everything in place
 * @example leftOut(['Arvenia', 'today', 'left'] with their tags) // [{ token: 1, head: 2, label: 'obl:unmarked' }]
 */
export const leftOut = (words: readonly Tagged[]): LeftOut[] => [...times(words), ...namesBehind(words)]
