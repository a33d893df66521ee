import { CASE, type WordTable } from './features-word.js'

/** The words of one sentence as the tagger and the parser see them. */
export interface Words {
  readonly count: number
  /** Row of each word in the word table's attributes. */
  readonly rows: Int32Array
  /** Rows of the marks that stand before and after the sentence. */
  readonly before: number
  readonly after: number
  readonly table: WordTable
  /** 1: no space before, 2: no space after, 3: both. */
  readonly glue: Uint8Array
  /** How capitals are used: 0 as in running text, 1 as in a title, 2 all capitals, 3 none. */
  readonly caps: number
}

function capsOf(table: WordTable, rows: Int32Array): number {
  const count = new Int32Array(6)
  for (const row of rows) count[table.attributes[row + CASE]!]!++
  const [, low = 0, capital = 0, upper = 0, letter = 0, mixed = 0] = count
  const all = low + capital + upper + letter + mixed
  if (all < 2) return 0
  if ((upper + letter) / all > 0.7) return 2
  if ((all - low) / all > 0.7) return 1
  return low === all ? 3 : 0
}

/**
 * Prepares the words of a sentence.
 *
 * @param forms the words as written
 * @param spaceAfter whether a space follows each word
 */
export function prepareWords(
  forms: readonly string[],
  spaceAfter: readonly boolean[],
  table: WordTable,
): Words {
  const rows = new Int32Array(forms.length)
  const glue = new Uint8Array(forms.length)
  forms.forEach((form, i) => {
    rows[i] = table.rowOf(form)
    glue[i] = (i > 0 && !spaceAfter[i - 1] ? 1 : 0) + (i < forms.length - 1 && !spaceAfter[i] ? 2 : 0)
  })
  const before = table.rowOf('\u0002')
  const after = table.rowOf('\u0003')
  return { count: forms.length, rows, before, after, table, glue, caps: capsOf(table, rows) }
}
