import type { Phrase, Quotation, Reference, Sentence, Speech } from '../types.js'
import { addresseeOf, afterCue, contentOf, isQuoted, quotesFor } from './speech-content.js'
import { cuePhrase } from './speech-cues.js'
import { overlap, phrasesOf, type SpeechRules, type SpeechScene } from './speech-scene.js'
import { actingSource, attributionOf, sourceOf, subjectPhrase } from './speech-sources.js'
import { accordingTo, showings } from './speech-unspoken.js'
import { prepositionOf, viewsIn } from './speech-views.js'
import { isVerb, label, type Tree, treeOf } from './tree.js'

/** "began building" says nothing: an infinitive or participle is told only after claims, denials and the like. */
const tells = (tree: Tree, content: Phrase, stance: string): boolean =>
  stance !== 'said' || label(tree.tokens[content.head]!) !== 'xcomp'

function speechAt(scene: SpeechScene, cue: number, stance: string): Speech | null {
  const { tree } = scene
  const source = sourceOf(tree, cue)
  const told = contentOf(scene, cue)
  const content = told.length || stance !== 'described' ? told : afterCue(tree, cue)
  const quotations = quotesFor(scene, cue, content)
  if (source === undefined || isQuoted(scene, cue)) return null
  if (!content.some((c) => tells(tree, c, stance)) && scene.quotations.length === 0) return null
  return {
    sentence: tree.sentence.index,
    kind: 'words',
    cue,
    lemma: tree.tokens[cue]!.lemma,
    words: cuePhrase(tree, cue, told.length ? null : prepositionOf(scene, cue)),
    stance,
    source: actingSource(scene, source),
    speaker: subjectPhrase(tree, cue, source),
    attribution: attributionOf(scene, source),
    addressee: addresseeOf(scene, cue),
    content,
    quotations,
  }
}

function spokenIn(scene: SpeechScene): Speech[] {
  const { tree, rules } = scene
  return tree.tokens.flatMap((token, i) => {
    const stance = isVerb(token) ? rules.verbs.get(token.lemma) : undefined
    return stance === undefined ? [] : (speechAt(scene, i, stance) ?? [])
  })
}

function inSentence(scene: SpeechScene): Speech[] {
  const told = [...spokenIn(scene), ...showings(scene), ...accordingTo(scene)]
  const taken = new Set(told.map((s) => s.cue))
  return [...told, ...viewsIn(scene).filter((v) => !taken.has(v.cue))]
}

/** A sentence that is all quotation and names nobody: whose words it holds, told with them or just before. */
function carriedOn(
  scene: SpeechScene,
  owners: ReadonlyMap<number, Speech>,
  before: Speech | undefined,
): Speech[] {
  const { sentence } = scene.tree
  const whole = scene.quotations.find(
    ({ quotation: q }) => q.start <= sentence.start + 1 && q.end >= sentence.end - 2,
  )
  if (!whole) return []
  const near = before && sentence.index - before.sentence <= CARRIED ? before : undefined
  const speech = owners.get(whole.index) ?? near
  if (!speech) return []
  const all = sentence.tokens.map((_, i) => i)
  const head = sentence.tokens.findIndex((t) => t.head < 0)
  return [
    {
      ...speech,
      sentence: sentence.index,
      cue: null,
      lemma: null,
      words: null,
      speaker: null,
      addressee: null,
      content: phrasesOf(scene.tree, all, head),
      quotations: [whole.index],
    },
  ]
}

/** How many sentences a speaker is carried over. */
const CARRIED = 2

const saysWords = (speech: Speech): boolean => speech.kind === 'words'

/**
 * Who says what, sentence by sentence: verbs of speech with their clause or quotation, "according to", pictures that
 * show, views and wishes, and sentences that are all quotation, whose speaker is told with it or just before.
 * @param quotations of the whole report; speeches point to them by position
 * @returns in the order of the text; a quotation over several sentences gives a speech for each
 * @example findSpeeches(...)[0]
 *   // { lemma: 'say', stance: 'said', source: <Lund>, content: [...], quotations: [0], ... }
 */
export function findSpeeches(
  sentences: readonly Sentence[],
  text: string,
  references: readonly Reference[],
  quotations: readonly Quotation[],
  rules: SpeechRules,
): Speech[] {
  const numbered = quotations.map((quotation, index) => ({ quotation, index }))
  const scenes = sentences.map((sentence): SpeechScene => {
    const here = numbered.filter(({ quotation: { inner } }) => overlap(inner, sentence))
    return { tree: treeOf(sentence), text, rules, references, quotations: here }
  })
  const found = scenes.map(inSentence)
  const told = found.flat().filter(saysWords)
  const owners = new Map(told.flatMap((s) => s.quotations.map((q) => [q, s] as const)))
  const out: Speech[] = []
  scenes.forEach((scene, i) => {
    out.push(...found[i]!)
    if (!found[i]!.some(saysWords)) out.push(...carriedOn(scene, owners, out.findLast(saysWords)))
  })
  return out
}

export type { SpeechRules, SpeechWords, Telling } from './speech-scene.js'
