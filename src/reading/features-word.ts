import { hashText } from './hash.js'
import { dictionaryFlags, type Lexicon } from './lexicon.js'

/** What is seen of a word itself, computed once per spelling. Positions in a row of `WordTable.attributes`. */
export const FORM = 0
export const NORM = 1
export const PREFIX1 = 2
export const PREFIX2 = 3
export const PREFIX3 = 4
export const SUFFIX1 = 5
export const SUFFIX2 = 6
export const SUFFIX3 = 7
export const SUFFIX4 = 8
export const SHAPE = 9
export const TAGS_SEEN = 10
export const CASE = 11
export const DICTIONARY = 12
/** Attributes a word has. */
export const WIDTH = 13

/** Spelling with which words are counted: lower case, digits as 0, one kind of quote and dash. */
export function normalise(form: string): string {
  return form
    .toLowerCase()
    .replace(/[0-9]/g, '0')
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”«»„]/g, '"')
    .replace(/[–—]/g, '--')
}

/** "Xxx-00" for "Putin-24": letters by case, digits as 0, runs cut at three. */
export function shapeOf(form: string): string {
  return form
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\p{N}/gu, '0')
    .replace(/(.)\1{3,}/gu, '$1$1$1')
}

/** 0: no letters, 1: lower, 2: Capitalised, 3: ALL CAPITALS, 4: one capital, 5: mIxed. */
function caseOf(form: string): number {
  const upper = form.replace(/[^\p{Lu}]/gu, '').length
  const lower = form.replace(/[^\p{Ll}]/gu, '').length
  if (upper + lower === 0) return 0
  if (upper === 0) return 1
  if (lower === 0) return upper === 1 ? 4 : 3
  return upper === 1 && /^\p{Lu}/u.test(form) ? 2 : 5
}

function attributesOf(form: string, { tagsSeen, lexicon }: KnownWords): Int32Array {
  const norm = normalise(form)
  const normHash = hashText(norm)
  return Int32Array.of(
    hashText(form),
    normHash,
    ...[1, 2, 3].map((n) => hashText(norm.slice(0, n))),
    ...[1, 2, 3, 4].map((n) => hashText(norm.slice(-n))),
    hashText(shapeOf(form)),
    tagsSeen.get(normHash) ?? 0,
    caseOf(form),
    dictionaryFlags(norm, lexicon),
  )
}

/** What is known of words beforehand. */
export interface KnownWords {
  /** Hash of a normalised word → number of the set of tags it had in training. */
  readonly tagsSeen: ReadonlyMap<number, number>
  readonly lexicon: Lexicon
}

/** The attributes of words, kept per spelling. */
export class WordTable {
  private readonly rows = new Map<string, number>()
  private values = new Int32Array(1024 * WIDTH)

  /** The first row is that of no word: what stands before and after a text. */
  constructor(private readonly known: KnownWords) {
    this.rowOf('')
  }

  get attributes(): Int32Array {
    return this.values
  }

  /** How many spellings it holds. */
  get size(): number {
    return this.rows.size
  }

  /** Offset of the word's row in `attributes`. */
  rowOf(form: string): number {
    const known = this.rows.get(form)
    if (known !== undefined) return known
    const row = this.rows.size * WIDTH
    if (row + WIDTH > this.values.length) this.grow()
    this.values.set(attributesOf(form, this.known), row)
    this.rows.set(form, row)
    return row
  }

  private grow(): void {
    const larger = new Int32Array(this.values.length * 2)
    larger.set(this.values)
    this.values = larger
  }
}
