import { kids, label, type Tree } from '../reading/tree.js'
import type { Reading, Speech, Token } from '../types.js'
import { type EvaluationRules, evaluationsIn } from './evaluations.js'

const OPEN = new Set(['NOUN', 'VERB', 'ADJ', 'ADV', 'AUX', 'INTJ', 'PRON', 'PART', 'SCONJ', 'DET'])
const FIRST = new Set(['i', 'we'])

/** Who a clause is about, seen from its speaker: "self", "you", "other" for a known party, "thing". */
function subjectSort(tree: Tree, head: number, reading: Reading): string {
  const [subject] = kids(tree, head, 'nsubj', 'expl')
  if (subject === undefined) return 'none'
  const token = tree.tokens[subject]!
  const word = token.form.toLowerCase()
  if (FIRST.has(word)) return 'self'
  if (word === 'you') return 'you'
  const known = reading.references.find((r) => r.sentence === tree.sentence.index && r.head === subject)
  if (known?.actors.length) return known.kind === 'pronoun' ? 'pronoun' : 'party'
  return token.upos === 'PRON' ? word : 'thing'
}

const contentTokens = (tree: Tree, speech: Speech): Token[] =>
  speech.content.length
    ? speech.content.flatMap((c) => tree.tokens.slice(c.from, c.to))
    : tree.tokens.filter((_, i) => i !== speech.cue)

/** Names and numbers say nothing about what kind of words they stand in. */
const wordOf = (t: Token): string =>
  t.upos === 'PROPN' ? '<name>' : t.upos === 'NUM' ? '<number>' : t.lemma.toLowerCase()

function wordFeatures(tokens: readonly Token[]): string[] {
  const words = tokens.filter((t) => t.upos !== 'PUNCT').map(wordOf)
  const single = tokens.filter((t) => OPEN.has(t.upos)).map((t) => `w:${wordOf(t)}`)
  return [...single, ...words.slice(1).map((w, i) => `b:${words[i]} ${w}`)]
}

function headFeatures(tree: Tree, speech: Speech, reading: Reading): string[] {
  return speech.content.flatMap(({ head }) => {
    const token = tree.tokens[head]!
    const who = subjectSort(tree, head, reading)
    const modals = kids(tree, head, 'aux').map((k) => tree.tokens[k]!.lemma.toLowerCase())
    const no = kids(tree, head, 'advmod', 'det').some((k) =>
      /^(n['’]t|not|never|no)$/i.test(tree.tokens[k]!.form),
    )
    return [
      `subject:${who}`,
      `head:${token.lemma.toLowerCase()}`,
      `tense:${token.xpos}`,
      `label:${label(token)}`,
      ...modals.flatMap((m) => [`modal:${m}`, `modal:${m}+subject:${who}`]),
      ...(no ? ['not', `not+subject:${who}`] : []),
    ]
  })
}

/**
 * What may tell whether reported words accuse, ask, promise, refuse, threaten, praise or only state.
 * @returns names of features that hold, each once
 */
export function utteranceFeatures(
  tree: Tree,
  speech: Speech,
  reading: Reading,
  evaluations: EvaluationRules,
): string[] {
  const tokens = contentTokens(tree, speech)
  const asks = tokens.some((t) => t.form === '?')
  return [
    ...new Set([
      'bias',
      `cue:${speech.lemma ?? 'none'}`,
      `stance:${speech.stance}`,
      speech.quotations.length ? 'quoted' : 'indirect',
      ...(speech.addressee ? ['addressed'] : []),
      ...(asks ? ['asks'] : []),
      ...evaluationsIn(tokens, evaluations),
      ...wordFeatures(tokens),
      ...headFeatures(tree, speech, reading),
    ]),
  ]
}
