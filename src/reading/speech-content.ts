import type { Phrase, Quotation, Reference } from '../types.js'
import { inside, overlap, phrasesOf, type SpeechScene } from './speech-scene.js'
import { isOutlet, referenceAt, setBetween } from './speech-sources.js'
import { casesOf, isVerb, kids, label, spanOf, subtree, type Tree } from './tree.js'

/** "..., the ministry said.": the clause that the verb of speech is added to. */
function outerContent(tree: Tree, cue: number): Phrase[] {
  const token = tree.tokens[cue]!
  if (label(token) !== 'parataxis' || token.head < 0) return []
  const mine = new Set(subtree(tree, cue))
  return phrasesOf(
    tree,
    subtree(tree, token.head).filter((i) => !mine.has(i)),
    token.head,
  )
}

/** "said X, while Y promised Z": a clause set against the words is no part of them. */
const ASIDE = new Set(['while', 'whereas', 'as', 'after'])

const isSetAgainst = (tree: Tree, k: number): boolean =>
  label(tree.tokens[k]!) === 'advcl' &&
  kids(tree, k, 'nsubj').length > 0 &&
  kids(tree, k, 'mark').some((m) => ASIDE.has(tree.tokens[m]!.lemma.toLowerCase()))

const follows = (tree: Tree, k: number, mark: string): boolean =>
  tree.tokens[Math.min(k, ...subtree(tree, k)) - 1]?.form === mark ||
  tree.tokens[Math.min(k, ...subtree(tree, k))]?.form === mark

const FINITE = new Set(['VBD', 'VBZ', 'VBP'])

/** "said X, adding that Y", "said X and said that Y": further words of the speaker, hung one verb too low. */
function isFurther({ tree, rules }: SpeechScene, k: number): boolean {
  const token = tree.tokens[k]!
  const lemma = token.lemma.toLowerCase()
  if (!rules.verbs.has(lemma) && !rules.views.verb.has(lemma)) return false
  if (token.xpos === 'VBG') return label(token) === 'advcl' && follows(tree, k, ',')
  const tells = kids(tree, k, 'ccomp').length > 0
  return label(token) === 'conj' && FINITE.has(token.xpos) && tells && rules.verbs.has(lemma)
}

/** The tokens of a clause, without clauses that are told beside it. */
export const withoutAsides = (scene: SpeechScene, i: number): number[] =>
  subtree(scene.tree, i, (_, k) => isSetAgainst(scene.tree, k) || isFurther(scene, k))

const isClause = (tree: Tree, k: number): boolean =>
  isVerb(tree.tokens[k]!) || kids(tree, k, 'cop').length > 0 || label(tree.tokens[k]!) !== 'xcomp'

/** The words told by a verb of speech: its clauses, and those of the claim that it speaks of. */
export function contentOf(scene: SpeechScene, cue: number): Phrase[] {
  const { tree, rules } = scene
  const clauses = kids(tree, cue, 'ccomp', 'xcomp', 'parataxis').filter((k) => isClause(tree, k))
  // "denied reports that its troops had crossed": what the report says is what is denied.
  const claims = kids(tree, cue, 'obj')
    .filter((k) => rules.claims.has(tree.tokens[k]!.lemma))
    .flatMap((k) => kids(tree, k, 'acl', 'ccomp'))
  const inner = [...clauses, ...claims].flatMap((k) => phrasesOf(tree, withoutAsides(scene, k), k))
  const told = [...outerContent(tree, cue), ...beforeTag(tree, cue), ...inner]
  return told.length ? told : aroundTag(scene, cue)
}

/** "The river, Lund said, is calm": the words before the speaker go on after the verb. */
function beforeTag(tree: Tree, cue: number): Phrase[] {
  const subject = kids(tree, cue, 'nsubj')[0]
  const speaker = subject === undefined ? null : setBetween(tree, subject, cue)
  if (speaker === null) return []
  const own = new Set(subtree(tree, speaker))
  return phrasesOf(
    tree,
    subtree(tree, subject!).filter((k) => !own.has(k)),
    subject!,
  )
}

/** What a verb of speech has with it when it is only set into the words: "..., Lund told reporters". */
const TAG = ['nsubj', 'iobj', 'obj', 'obl', 'advmod', 'aux', 'compound']

/** "The river, Lund said, is calm": however it was parsed, a speaker set between commas tells the words around. */
function aroundTag({ tree, quotations }: SpeechScene, cue: number): Phrase[] {
  const { tokens } = tree
  const subject = kids(tree, cue, 'nsubj')
  const marks = kids(tree, cue, 'mark', 'cc')
  const isAs = marks.every((k) => tokens[k]!.lemma.toLowerCase() === 'as')
  if (!subject.length || quotations.length || !isAs) return []
  const near = (k: number) => k > cue || subject.includes(k)
  const own = kids(tree, cue, ...TAG).filter(near)
  const tag = [cue, ...[...marks, ...own].flatMap((k) => subtree(tree, k))]
  const [from, to] = [Math.min(...tag), Math.max(...tag)]
  const opened = from === 0 ? marks.length > 0 : tokens[from - 1]!.form === ','
  const closed = to >= tokens.length - 2 || tokens[to + 1]!.form === ','
  if (!opened || !closed || to - from >= tag.length) return []
  const rest = tokens.flatMap((_, k) => (k < from || k > to ? [k] : []))
  return rest.some((k) => isVerb(tokens[k]!)) ? phrasesOf(tree, rest, rest[0]!) : []
}

/** Times and clauses after an object are no part of what is told. */
const LATER = new Set(['conj', 'parataxis', 'cc', 'discourse', 'obl:unmarked'])
/** "after", "while": when and beside what it was said. */
const BESIDE = new Set(['during', 'after', 'before', 'while', 'although', 'because', 'when', 'as'])

function isLater(tree: Tree, k: number): boolean {
  const token = tree.tokens[k]!
  if (LATER.has(label(token)) || LATER.has(token.deprel)) return true
  const led = kids(tree, k, 'case', 'mark').map((m) => tree.tokens[m]!.form.toLowerCase())
  if (label(token) === 'advcl') return led.length === 0 || BESIDE.has(led[0]!)
  return label(token) === 'obl' && led.some((w) => w !== 'as' && BESIDE.has(w))
}

/** "praised Arvenia for its patience": the object with what is said of it. */
export function contentOfObject(scene: SpeechScene, cue: number): Phrase[] {
  const { tree } = scene
  const [object] = kids(tree, cue, 'obj')
  if (object === undefined)
    return kids(tree, cue, 'nsubj:pass').flatMap((k) => phrasesOf(tree, withoutAsides(scene, k), k))
  const from = Math.min(...subtree(tree, object))
  const rest = subtree(tree, cue, (t, k) => t.head === cue && isLater(tree, k))
  return phrasesOf(
    tree,
    rest.filter((k) => k >= from && k > cue),
    object,
  )
}

export function addresseeOf(scene: SpeechScene, cue: number): Reference | null {
  const { tree } = scene
  const objects = kids(tree, cue, 'iobj', ...(tree.tokens[cue]!.lemma === 'tell' ? ['obj'] : []))
  const to = kids(tree, cue, 'obl').filter((k) => casesOf(tree, k).includes('to'))
  const found = [...objects, ...to].map((k) => referenceAt(scene.references, tree.sentence.index, k))
  return found.find((r) => r !== null && !isOutlet(scene, r)) ?? null
}

/** "called X a provocation": what follows the verb is what is said. */
export function afterCue(tree: Tree, cue: number): Phrase[] {
  const tokens = subtree(tree, cue).filter((k) => k > cue && tree.tokens[k]!.upos !== 'PUNCT')
  return tokens.length ? phrasesOf(tree, tokens, tokens[0]!) : []
}

/** Each verb of speech takes the quotations that its words touch, and those that no other clause holds. */
export function quotesFor(scene: SpeechScene, cue: number, content: readonly Phrase[]): number[] {
  const { tree } = scene
  const cues = tree.tokens.flatMap((t, i) =>
    scene.rules.verbs.has(t.lemma) && isVerb(t) && !isQuoted(scene, i) ? [i] : [],
  )
  const under = spanOf(tree, subtree(tree, cue))
  const others = kids(tree, cue, 'conj').map((k) => spanOf(tree, subtree(tree, k)))
  const mine = scene.quotations.filter(({ quotation: q }) => {
    if (content.some((c) => overlap(q.inner, c))) return true
    if (others.some((o) => inside(q.inner, o))) return false
    return cues.length <= 1 || (inside(q.inner, under) && nearestCue(tree, cues, q) === cue)
  })
  return mine.map((q) => q.index)
}

/** Words in a quotation are told by whoever is quoted. */
export const isQuoted = ({ tree, quotations }: SpeechScene, i: number): boolean =>
  quotations.some(({ quotation }) => inside(tree.tokens[i]!, quotation))

function nearestCue(tree: Tree, cues: readonly number[], quotation: Quotation): number {
  const before = cues.filter((c) => tree.tokens[c]!.end <= quotation.start)
  return before.at(-1) ?? cues[0]!
}
