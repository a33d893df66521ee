import type { Phrase, Quotation, Reference, Sentence, Speech } from '../types.js'
import { addresseeOf, afterCue, contentOf, isQuoted, quotesFor } from './speech-content.js'
import { cuePhrase } from './speech-cues.js'
import { phrasesOf, type SpeechRules, type SpeechScene } from './speech-scene.js'
import { actingSource, attributionOf, sourceOf, subjectPhrase } from './speech-sources.js'
import { accordingTo, showings } from './speech-unspoken.js'
import { viewsIn } from './speech-views.js'
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
    words: cuePhrase(tree, cue),
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

/** A sentence that is all quotation and names nobody goes on with the speaker before it. */
function carriedOn(scene: SpeechScene, before: Speech | undefined): Speech[] {
  const { sentence } = scene.tree
  const whole = scene.quotations.find(
    ({ quotation: q }) => q.start <= sentence.start + 1 && q.end >= sentence.end - 2,
  )
  if (!whole || !before || sentence.index - before.sentence > 2) return []
  const all = sentence.tokens.map((_, i) => i)
  const head = sentence.tokens.findIndex((t) => t.head < 0)
  return [
    {
      ...before,
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

/**
 * Who says what, sentence by sentence: verbs of speech with their clause or quotation, "according to",
 * pictures that show, views and wishes, and quotations carried on from the sentence before.
 */
export function findSpeeches(
  sentences: readonly Sentence[],
  text: string,
  references: readonly Reference[],
  quotations: readonly Quotation[],
  rules: SpeechRules,
): Speech[] {
  const out: Speech[] = []
  for (const sentence of sentences) {
    const here = quotations.flatMap((quotation, index) =>
      quotation.inner.start < sentence.end && quotation.inner.end > sentence.start
        ? [{ quotation, index }]
        : [],
    )
    const scene: SpeechScene = { tree: treeOf(sentence), text, rules, references, quotations: here }
    const found = inSentence(scene)
    const before = out.findLast((s) => s.kind === 'words')
    out.push(...(found.some((s) => s.kind === 'words') ? found : [...found, ...carriedOn(scene, before)]))
  }
  return out
}

export type { SpeechRules, SpeechWords, Telling } from './speech-scene.js'
