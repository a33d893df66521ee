import { ADJECTIVE, basesOf, type Lexicon, NOUN, VERB } from './lexicon.js'

/** How forms become lemmas: exceptions by form and tag, then endings by tag. */
export interface LemmaTable {
  /** "met VBD" → "meet". */
  readonly exceptions: ReadonlyMap<string, string>
  /** "VBD ied" → letters to cut, and letters to add: the longest ending that fits decides. */
  readonly endings: ReadonlyMap<string, { readonly cut: number; readonly add: string }>
}

/** Longest ending looked at. */
export const LONGEST_ENDING = 6

/** Lower case but for proper nouns; curly apostrophes straight. */
export function plain(form: string, xpos: string): string {
  const straight = form.replace(/’/g, "'")
  return xpos.startsWith('NNP') ? straight : straight.toLowerCase()
}

/** Reads the lines of a model file: "=met VBD meet" for exceptions, "VBD ied 3 y" for endings. */
export function decodeLemmas(lines: readonly string[]): LemmaTable {
  const exceptions = new Map<string, string>()
  const endings = new Map<string, { cut: number; add: string }>()
  for (const line of lines) {
    const [a = '', b = '', c = '', d = ''] = line.split(' ')
    if (a.startsWith('=')) exceptions.set(`${a.slice(1)} ${b}`, c)
    else endings.set(`${a} ${b}`, { cut: Number(c), add: d })
  }
  return { exceptions, endings }
}

function byEnding(word: string, xpos: string, table: LemmaTable): string {
  for (let n = Math.min(LONGEST_ENDING, word.length); n >= 0; n--) {
    const ending = table.endings.get(`${xpos} ${word.slice(word.length - n)}`)
    if (ending) return word.slice(0, word.length - ending.cut) + ending.add
  }
  return word
}

/** The part of speech whose inflected forms a tag stands for; 0 for tags of base forms. */
function inflectedPart(xpos: string): number {
  if (xpos === 'NNS') return NOUN
  if (xpos === 'VBD' || xpos === 'VBN' || xpos === 'VBG' || xpos === 'VBZ') return VERB
  return xpos === 'JJR' || xpos === 'JJS' ? ADJECTIVE : 0
}

/**
 * The dictionary form of a word: a learned exception, else what its ending says, unless only another base form is in
 * the dictionary.
 *
 * @param form the word as written
 * @param xpos its Penn tag
 * @returns the lemma, in lower case unless the word is a proper noun
 * @example lemmaOf('met', 'VBD', model.lemmas, model.lexicon) // 'meet'
 */
export function lemmaOf(form: string, xpos: string, table: LemmaTable, lexicon: Lexicon): string {
  const word = plain(form, xpos)
  const exception = table.exceptions.get(`${word} ${xpos}`)
  if (exception !== undefined) return exception
  const guess = byEnding(word, xpos, table)
  const part = inflectedPart(xpos)
  if (part === 0) return guess
  const bases = basesOf(word, part, lexicon)
  return bases.includes(guess) ? guess : (bases[0] ?? guess)
}
