import type { GoldSentence } from '../src/app/scoring/gold/conllu.js'

/** Shares of the sentences that are repeated in other capitals, as headlines and careless writers use them. */
const UPPER = 0.02
const LOWER = 0.02
const TITLE = 0.04
/** Words that titles leave in lower case. */
const SMALL = new Set([
  'a',
  'an',
  'the',
  'of',
  'in',
  'on',
  'to',
  'for',
  'and',
  'or',
  'at',
  'by',
  'with',
  'as',
  'but',
])

const capital = (form: string) => form.charAt(0).toUpperCase() + form.slice(1)

function titled(form: string, i: number): string {
  return i > 0 && SMALL.has(form) ? form : form.startsWith("'") || form === "n't" ? form : capital(form)
}

function recased(s: GoldSentence, change: (form: string, i: number) => string): GoldSentence {
  return { ...s, forms: s.forms.map(change) }
}

/** The sentences, and copies of some of them in capitals, in lower case and in the case of titles. */
export function withNoise(sentences: readonly GoldSentence[], random: () => number): GoldSentence[] {
  return sentences.flatMap((s) => {
    const draw = random()
    if (draw < UPPER) return [s, recased(s, (form) => form.toUpperCase())]
    if (draw < UPPER + LOWER) return [s, recased(s, (form) => form.toLowerCase())]
    if (draw < UPPER + LOWER + TITLE) return [s, recased(s, titled)]
    return [s]
  })
}
