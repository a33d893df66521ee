import type { Phrase, Speech } from '../types.js'
import { subjectsOf } from './slots.js'
import { contentOfObject, isQuoted, withoutAsides } from './speech-content.js'
import { cuePhrase, describes, isInfinitive, leftOf } from './speech-cues.js'
import { phrasesOf, type SpeechScene, type Telling } from './speech-scene.js'
import { actingSource, attributionOf, sourceOf, speakerPhrase, subjectPhrase } from './speech-sources.js'
import { casesOf, isVerb, kids, phraseOf, subtree, type Tree } from './tree.js'

/** What a word tells, and the preposition that leads to it. */
interface Told {
  readonly content: readonly Phrase[]
  readonly preposition: number | null
}

const NOTHING: Told = { content: [], preposition: null }
const told = (content: readonly Phrase[], preposition: number | null = null): Told => ({
  content,
  preposition,
})

const phrasesAt = (scene: SpeechScene, heads: readonly number[]): Phrase[] =>
  heads.flatMap((k) => phrasesOf(scene.tree, withoutAsides(scene, k), k))

/** The preposition before a phrase, or before a clause in -ing: "accused of spying". */
const leads = (tree: Tree, k: number): string | undefined =>
  casesOf(tree, k)[0] ?? kids(tree, k, 'mark').map((m) => tree.tokens[m]!.form.toLowerCase())[0]

function afterPreposition(tree: Tree, cue: number, word: string): Told {
  const phrase = kids(tree, cue, 'obl', 'nmod', 'advcl', 'acl').find(
    (k) => k > cue && leads(tree, k) === word,
  )
  if (phrase === undefined) return NOTHING
  const first = kids(tree, phrase, 'case', 'mark').find((k) => tree.tokens[k]!.form.toLowerCase() === word)!
  const own = subtree(tree, phrase).filter((k) => k > first)
  return told(phrasesOf(tree, own, phrase), first)
}

const hasMark = (tree: Tree, k: number, word: string): boolean =>
  kids(tree, k, 'mark').some((m) => tree.tokens[m]!.form.toLowerCase() === word)

/** What follows a verb, a noun or an adjective in the way that the codebook's line asks for. */
function complement(scene: SpeechScene, cue: number, by: string): Told {
  const { tree } = scene
  if (by === 'clause') {
    const that = kids(tree, cue, 'acl').filter((k) => hasMark(tree, k, 'that'))
    return told(phrasesAt(scene, [...kids(tree, cue, 'ccomp'), ...that]))
  }
  if (by === 'infinitive') {
    const to = kids(tree, cue, 'xcomp', 'acl', 'ccomp').filter((k) => isInfinitive(tree, k))
    // "wants Bolandia to withdraw": who is to do it belongs to what is wanted.
    const who = to.length ? kids(tree, cue, 'obj').filter((k) => k < to[0]!) : []
    const tokens = [...who, ...to].flatMap((k) => withoutAsides(scene, k))
    return told(to.length ? phrasesOf(tree, tokens, to[0]!) : [])
  }
  return by === 'object' ? told(contentOfObject(scene, cue)) : afterPreposition(tree, cue, by)
}

/** The first of a word's lines whose complement is there. */
function firstTold(scene: SpeechScene, cue: number, tellings: readonly Telling[]): (Told & Telling) | null {
  for (const telling of tellings) {
    const found = complement(scene, cue, telling.by)
    if (found.content.length) return { ...found, ...telling }
  }
  return null
}

/** Whose view it is, by the token that names the source, and the words that name it and tell the view. */
interface Held {
  readonly source: number | null
  readonly speaker: Phrase | null
  readonly words: Phrase
}

function view(scene: SpeechScene, cue: number, { content, stance }: Told & Telling, held: Held): Speech {
  const { source } = held
  return {
    sentence: scene.tree.sentence.index,
    kind: 'view',
    cue,
    lemma: scene.tree.tokens[cue]!.lemma,
    words: held.words,
    stance,
    source: source === null ? null : actingSource(scene, source),
    speaker: held.speaker,
    attribution: source === null ? null : attributionOf(scene, source),
    addressee: null,
    content,
    quotations: [],
  }
}

/** "is expected to win": a passive may leave out whose view it is. */
const isPassive = (tree: Tree, i: number): boolean =>
  tree.tokens[i]!.xpos === 'VBN' &&
  (kids(tree, i, 'aux:pass', 'nsubj:pass').length > 0 || !kids(tree, i, 'aux').length)

/** What a verb tells by its complement, by the codebook's lines for it. */
function toldByVerb(scene: SpeechScene, cue: number): (Told & Telling) | null {
  const { tree, rules } = scene
  const lemma = tree.tokens[cue]!.lemma.toLowerCase()
  const said = rules.verbs.get(lemma)
  const tellings = [...(rules.views.verb.get(lemma) ?? []), ...(said ? [{ stance: said, by: 'clause' }] : [])]
  return firstTold(scene, cue, tellings)
}

/** The preposition that belongs to a verb of speech, where no clause tells what is said: "called for talks". */
export const prepositionOf = (scene: SpeechScene, cue: number): number | null =>
  toldByVerb(scene, cue)?.preposition ?? null

function byVerb(scene: SpeechScene, cue: number): Speech[] {
  const { tree } = scene
  const source = sourceOf(tree, cue) ?? null
  if ((source === null && !isPassive(tree, cue)) || describes(tree, cue) || isInfinitive(tree, cue)) return []
  const found = toldByVerb(scene, cue)
  if (!found) return []
  const speaker = source === null ? null : subjectPhrase(tree, cue, source)
  return [view(scene, cue, found, { source, speaker, words: cuePhrase(tree, cue, found.preposition) })]
}

function byAdjective(scene: SpeechScene, cue: number): Speech[] {
  const { tree, rules } = scene
  const source = kids(tree, cue, 'nsubj')[0]
  const found = firstTold(scene, cue, rules.views.adjective.get(tree.tokens[cue]!.lemma.toLowerCase()) ?? [])
  if (source === undefined || !found || !kids(tree, cue, 'cop').length) return []
  const speaker = speakerPhrase(tree, source, cue)
  return [view(scene, cue, found, { source, speaker, words: cuePhrase(tree, cue, found.preposition) })]
}

const FROM = new Set(['by', 'from', 'among'])

/** "his call for talks", "a call by Arvenia for talks", "made a call for talks": whose call it is. */
function holderOf(scene: SpeechScene, cue: number): { source: number; verb: number | null } | null {
  const { tree, rules } = scene
  const { head, deprel } = tree.tokens[cue]!
  const owner =
    kids(tree, cue, 'nmod:poss')[0] ??
    kids(tree, cue, 'nmod').find((k) => casesOf(tree, k).some((c) => FROM.has(c)))
  if (owner !== undefined) return { source: owner, verb: null }
  if (deprel !== 'obj' || !rules.light.has(tree.tokens[head]!.lemma)) return null
  const subject = subjectsOf(tree, head)[0]
  return subject === undefined || isInfinitive(tree, head) ? null : { source: subject, verb: head }
}

function nounWords(tree: Tree, cue: number, holder: { verb: number | null }, found: Told): Phrase {
  const last = found.preposition ?? cue
  if (holder.verb !== null) {
    const { from } = cuePhrase(tree, holder.verb)
    return phraseOf(tree, [from, last], cue)
  }
  return phraseOf(tree, [...leftOf(tree, cue, NOUN_PARTS), cue, last], cue)
}

const NOUN_PARTS = new Set(['amod', 'compound', 'det', 'nummod'])

function byNoun(scene: SpeechScene, cue: number): Speech[] {
  const { tree, rules } = scene
  const found = firstTold(scene, cue, rules.views.noun.get(tree.tokens[cue]!.lemma.toLowerCase()) ?? [])
  const holder = found && holderOf(scene, cue)
  if (!found || !holder) return []
  const { source, verb } = holder
  const speaker = verb === null ? speakerPhrase(tree, source, cue) : subjectPhrase(tree, verb, source)
  return [view(scene, cue, found, { source, speaker, words: nounWords(tree, cue, holder, found) })]
}

/** Who thinks, wants, supports or criticises what: a view that the report tells as somebody's. */
export function viewsIn(scene: SpeechScene): Speech[] {
  return scene.tree.tokens.flatMap((token, i) => {
    if (isQuoted(scene, i)) return []
    if (isVerb(token)) return byVerb(scene, i)
    if (token.upos === 'ADJ') return byAdjective(scene, i)
    return token.upos === 'NOUN' ? byNoun(scene, i) : []
  })
}
