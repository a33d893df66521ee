import type { Sentence, Token } from '../types.js'
import { draftOf, soundTree } from './drafts.js'

const FINITE = /^(VBD|VBZ|VBP|MD)$/
const isBreak = (token: Token | undefined): boolean =>
  token?.form === ',' || /^['"”’]+$/.test(token?.form ?? '')
const isVerbal = (token: Token): boolean => /^(VB|MD)/.test(token.xpos)

/** At most so many words follow the verb of an attribution: "said in a statement on Monday". */
const TAIL = 10

/** Tokens [from, to) of who is said to have said it, and the verb; what stands before `from` is what was said. */
interface Trailing {
  readonly from: number
  readonly to: number
  readonly verb: number
}

/** Where the stretch without a comma and without a verb begins that ends before `end`; null where there is none. */
function nominalStretch(tokens: readonly Token[], end: number): number | null {
  let at = end - 1
  while (at >= 0 && !isBreak(tokens[at]) && !isVerbal(tokens[at]!) && tokens[at]!.upos !== 'SCONJ') at--
  return at >= 0 && at < end - 1 && isBreak(tokens[at]) ? at + 1 : null
}

const hasNoun = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens[from]!.upos === 'DET' || tokens.slice(from, to).some((t) => /^(NOUN|PROPN|PRON)$/.test(t.upos))

/**
 * "…, the Arvenian army said in a statement.", "…, Minister Tor Lund, a moderate, said.": an attribution that ends a
 * sentence.
 */
function trailing(tokens: readonly Token[], verb: number): Trailing | null {
  const tail = tokens.slice(verb + 1)
  if (tail.length > TAIL || tail.some((t) => isVerbal(t) || t.upos === 'SCONJ' || t.form === ':')) return null
  const aside = isBreak(tokens[verb - 1]) ? nominalStretch(tokens, verb - 1) : null
  const to = aside === null ? verb : aside - 1
  const from = nominalStretch(tokens, to)
  if (from === null || !hasNoun(tokens, from, to) || /^(CCONJ|ADP)$/.test(tokens[from]!.upos)) return null
  return tokens.slice(0, from).some((t) => FINITE.test(t.xpos)) ? { from, to, verb } : null
}

/** The parse has it right already: the verb stands above what is said, or beside it with a subject of its own. */
function isRead(tokens: readonly Token[], { from, to, verb }: Trailing): boolean {
  const { head, deprel } = tokens[verb]!
  const subject = tokens.some((t, i) => t.head === verb && /^nsubj/.test(t.deprel) && i >= from && i < to)
  return subject && (head < 0 || deprel === 'parataxis')
}

function rearranged(tokens: readonly Token[], { from, to, verb }: Trailing): Token[] {
  const draft = draftOf(tokens)
  const move = (i: number, head: number, deprel: string) => Object.assign(draft[i]!, { head, deprel })
  const root = tokens.findIndex((t) => t.head < 0)
  const inside = (i: number) => i >= from && i < to
  const tops = tokens.flatMap((t, i) => (inside(i) && !inside(t.head) && t.upos !== 'PUNCT' ? [i] : []))
  const nouns = tops.filter((i) => /^(NOUN|PROPN|PRON)$/.test(tokens[i]!.upos))
  const [speaker] = nouns
  if (speaker === undefined) return draft
  tops.forEach((i) => void move(i, speaker, nouns.includes(i) ? 'conj' : tokens[i]!.deprel))
  move(speaker, verb, 'nsubj')
  // What hung on the verb from before the attribution belongs to what is said.
  const said =
    root < from ? root : tokens.findIndex((t, i) => i < from && (t.head >= from || t.head < 0) && isVerbal(t))
  if (said < 0) return [...tokens]
  move(verb, -1, 'root')
  move(said, verb, 'ccomp')
  draft.forEach((t, i) => {
    if (i < from && i !== said && t.head >= from) move(i, said, t.upos === 'PUNCT' ? 'punct' : t.deprel)
    if (i > verb && t.head < verb) move(i, verb, t.upos === 'PUNCT' ? 'punct' : 'obl')
    if (i >= to && i < verb && t.head < from) move(i, speaker, t.upos === 'PUNCT' ? 'punct' : 'appos')
  })
  return draft
}

/**
 * A sentence whose last words say who said it, with the verb of speech above what is said: such a sentence is long, and
 * its parse often hangs the speaker on the last clause.
 * @param isSpeech whether a lemma is that of a verb of speech
 * @example attributed(sentence, isSpeech) // "Rockets hit a base, the army said.": root "said", "hit" its ccomp
 */
export function attributed(sentence: Sentence, isSpeech: (lemma: string) => boolean): Sentence {
  const { tokens } = sentence
  const verb = tokens.findLastIndex((t) => FINITE.test(t.xpos) && t.upos === 'VERB' && isSpeech(t.lemma))
  const found = verb < 0 ? null : trailing(tokens, verb)
  if (!found || isRead(tokens, found)) return sentence
  const draft = rearranged(tokens, found)
  return soundTree(draft) ? { ...sentence, tokens: draft } : sentence
}
