import type { Attribution, Phrase, Reference } from '../types.js'
import { subjectsOf } from './slots.js'
import type { SpeechScene } from './speech-scene.js'
import { casesOf, isNominal, kids, label, phraseOf, subtree, type Tree } from './tree.js'

const CLAUSE_INSIDE = new Set([
  'acl',
  'acl:relcl',
  'advcl',
  'parataxis',
  'ccomp',
  'obl',
  'obl:unmarked',
  'nmod:unmarked',
  'advmod',
  'nsubj',
  'dep',
])

/** A noun phrase without the clauses that hang on it. */
function phraseAt(tree: Tree, head: number): Phrase {
  const tokens = subtree(
    tree,
    head,
    (t) => CLAUSE_INSIDE.has(t.deprel) || t.deprel === 'punct' || t.deprel === 'case',
  )
  return phraseOf(tree, tokens, head)
}

/** The reference that a noun phrase is, or null: of several with this head, the longest. */
export function referenceAt(
  references: readonly Reference[],
  sentence: number,
  head: number,
): Reference | null {
  const here = references.filter((r) => r.sentence === sentence)
  const longest = (list: readonly Reference[]) =>
    [...list].sort((a, b) => b.end - b.start - (a.end - a.start))[0]
  const within = here.filter((r) => r.kind === 'name' && head >= r.from && head < r.to)
  return longest(here.filter((r) => r.head === head)) ?? longest(within) ?? null
}

export const isOutlet = (scene: SpeechScene, reference: Reference | null): boolean =>
  reference !== null &&
  scene.rules.outlets.has(
    scene.text.slice(reference.start, reference.end).replace(/^the /i, '').toLowerCase(),
  )

export function kindOf(scene: SpeechScene, head: number, reference: Reference | null): Attribution['kind'] {
  const lemma = scene.tree.tokens[head]!.lemma.toLowerCase()
  if (scene.rules.images.has(lemma)) return 'image'
  if (scene.rules.documents.has(lemma)) return 'document'
  if (scene.rules.agencies.has(lemma) || isOutlet(scene, reference)) return 'agency'
  if (scene.rules.unnamed.has(lemma) && reference?.kind !== 'name') return 'unnamed'
  return reference ? 'named' : 'unnamed'
}

/** Who speaks, where it is somebody who acts: an outlet only reports. */
export function actingSource(scene: SpeechScene, head: number): Reference | null {
  const reference = referenceAt(scene.references, scene.tree.sentence.index, head)
  return isOutlet(scene, reference) ? null : reference
}

/** "Footage released by state agencies": whose footage it is says more than the word. */
function publisherOf(scene: SpeechScene, head: number): number | null {
  const released = kids(scene.tree, head, 'acl').flatMap((v) => subjectsOf(scene.tree, v))
  const owners = [...released, ...kids(scene.tree, head, 'nmod', 'nmod:poss')]
  return owners.find((k) => k !== head && scene.tree.tokens[k]!.upos !== 'NUM') ?? null
}

/** "On Monday, Minister Lund said": a speaker right before the verb, where the parse lost the subject. */
function nounBefore(tree: Tree, cue: number): number | undefined {
  const nominal = (k: number) => ['NOUN', 'PROPN', 'PRON'].includes(tree.tokens[k]?.upos ?? '')
  if (!['VBD', 'VBZ', 'VBP'].includes(tree.tokens[cue]!.xpos) || !nominal(cue - 1)) return undefined
  const comma = tree.tokens.slice(0, cue).findLastIndex((t) => t.upos === 'PUNCT')
  let at = cue - 1
  for (let up = tree.tokens[at]!.head; up > comma && up < cue && nominal(up); up = tree.tokens[at]!.head)
    at = up
  return at
}

/** "said X, adding Y": the verb of speech whose speaker goes on, where the parse hangs the second on X. */
function verbBefore(tree: Tree, cue: number): number | null {
  const token = tree.tokens[cue]!
  if (token.xpos !== 'VBG' || label(token) !== 'advcl') return null
  const clause = tree.tokens[token.head]!
  return label(clause) === 'ccomp' && token.head > clause.head ? clause.head : null
}

/** "The river, Lund said, is calm": the speaker set between commas, where the parse makes it an apposition. */
export function setBetween(tree: Tree, source: number, cue: number): number | null {
  const { tokens } = tree
  const isBroken = (i: number) => tokens[i]?.upos === 'PUNCT'
  const inner = kids(tree, source, 'appos').find((k) => Math.max(...subtree(tree, k)) === cue - 1)
  if (inner === undefined || !isBroken(cue + 1)) return null
  const first = Math.min(...subtree(tree, inner))
  if (!isBroken(first) && !isBroken(first - 1)) return null
  const rest = kids(tree, cue, 'ccomp')[0]
  return rest !== undefined && rest > cue && !kids(tree, rest, 'nsubj', 'expl').length ? inner : null
}

/** The token that names who speaks: the subject of the verb, however it is told. */
export function sourceOf(tree: Tree, cue: number): number | undefined {
  const before = verbBefore(tree, cue)
  if (before !== null) return sourceOf(tree, before)
  const subject = subjectsOf(tree, cue).find((k) => tree.tokens[k]!.upos !== 'PUNCT')
  const source = subject ?? nounBefore(tree, cue)
  return source === undefined ? undefined : (setBetween(tree, source, cue) ?? source)
}

export function attributionOf(scene: SpeechScene, head: number): Attribution {
  const reference = referenceAt(scene.references, scene.tree.sentence.index, head)
  const kind = kindOf(scene, head, reference)
  const owner = kind === 'image' ? publisherOf(scene, head) : null
  const phrase = phraseAt(scene.tree, owner ?? head)
  return { kind, name: scene.text.slice(phrase.start, phrase.end) }
}

const ASIDE = new Set(['advcl', 'parataxis', 'ccomp', 'nsubj', 'dep', 'discourse', 'cop', 'mark'])

/** What is joined to a noun belongs to it only where it is a noun itself: "X said and left" has a verb. */
const isJoinedClause = (tree: Tree, k: number): boolean =>
  label(tree.tokens[k]!) === 'conj' &&
  (['VERB', 'AUX'].includes(tree.tokens[k]!.upos) || kids(tree, k, 'nsubj').length > 0)

/** "Brandt on Monday": the day is when it was said. */
const isDay = (tree: Tree, k: number): boolean =>
  tree.tokens[k]!.upos === 'PROPN' && casesOf(tree, k).includes('on')

/**
 * The words that name a speaker: the noun with its titles, owners and appositions, on one side of the verb, without
 * preposition. A clause about the speaker belongs to it only where the speaker comes last: "said X, who left".
 */
export function speakerPhrase(tree: Tree, head: number, cue: number): Phrase {
  const left = (k: number) => k < head && ['case', 'cc'].includes(label(tree.tokens[k]!))
  const own = subtree(
    tree,
    head,
    (t, k) =>
      (ASIDE.has(label(t)) && isNominal(tree.tokens[t.head]!)) ||
      (head < cue && label(t) === 'acl') ||
      isJoinedClause(tree, k) ||
      isDay(tree, k) ||
      (t.head === head && left(k)),
  ).filter((k) => k === head || (tree.tokens[k]!.upos !== 'PUNCT' && k < cue === head < cue))
  const run = contiguous(tree, own, head)
  return phraseOf(tree, bracketed(tree, run), head)
}

const RELATIVE = new Set(['who', 'which', 'that'])

/** The words in the place of a verb's subject: "who" where a relative clause tells it, else who is meant. */
export function subjectPhrase(tree: Tree, cue: number, source: number): Phrase {
  const own = kids(tree, cue, 'nsubj').find((k) => tree.tokens[k]!.deprel !== 'nsubj:pass')
  const relative = own !== undefined && RELATIVE.has(tree.tokens[own]!.lemma.toLowerCase())
  return speakerPhrase(tree, relative ? own : source, cue)
}

/** The unbroken run around the head, marks aside. */
function contiguous(tree: Tree, own: readonly number[], head: number): number[] {
  const at = own.indexOf(head)
  const near = (a: number, b: number) => tree.tokens.slice(a + 1, b).every((t) => t.upos === 'PUNCT')
  let [from, to] = [at, at]
  while (from > 0 && near(own[from - 1]!, own[from]!)) from--
  while (to < own.length - 1 && near(own[to]!, own[to + 1]!)) to++
  return own.slice(from, to + 1)
}

/** "Marco Rubio (Fla.)": a bracket that opens in the phrase closes in it. */
function bracketed(tree: Tree, run: readonly number[]): number[] {
  const last = run.at(-1)!
  const opened = tree.tokens.slice(run[0]!, last + 1).some((t) => t.form === '(')
  return opened && tree.tokens[last + 1]?.form === ')' ? [...run, last + 1] : [...run]
}
