import type { Sentence, Token } from '../src/types.js'

const UPOS: Readonly<Record<string, string>> = {
  NNP: 'PROPN',
  NN: 'NOUN',
  NNS: 'NOUN',
  IN: 'ADP',
  DT: 'DET',
  JJ: 'ADJ',
  CC: 'CCONJ',
  PRP: 'PRON',
  PRP$: 'PRON',
  RB: 'ADV',
  CD: 'NUM',
  WDT: 'PRON',
  WP: 'PRON',
  TO: 'PART',
  MD: 'AUX',
  ',': 'PUNCT',
  '.': 'PUNCT',
}
const uposOf = (xpos: string, deprel: string): string =>
  /^(aux|cop)/.test(deprel) ? 'AUX' : (UPOS[xpos] ?? (xpos.startsWith('VB') ? 'VERB' : 'X'))

/**
 * A sentence from a parse written by hand: a word a line or "; ", as form(:lemma) tag head label.
 * @example sentenceOf('Arvenia NNP 1 nsubj; attacked:attack VBD -1 root; Bolandia NNP 1 obj')
 */
export function sentenceOf(parse: string): Sentence {
  let at = 0
  const tokens = parse
    .trim()
    .split(/\s*(?:\n|;)\s*/)
    .map((line): Token => {
      const [word = '', xpos = '', head = '', deprel = ''] = line.split(/\s+/)
      const [form = '', lemma = form.toLowerCase()] = word.split(':')
      const start = at
      at += form.length + 1
      return {
        form,
        lemma,
        xpos,
        upos: uposOf(xpos, deprel),
        head: Number(head),
        deprel,
        start,
        end: start + form.length,
      }
    })
  return { index: 0, block: 0, start: 0, end: at - 1, tokens }
}

/** Every arc of a sentence in words: "army nsubj said". */
export const arcsOf = (sentence: Sentence): string[] =>
  sentence.tokens.map((t) => `${t.form} ${t.deprel} ${t.head < 0 ? '-' : sentence.tokens[t.head]!.form}`)
