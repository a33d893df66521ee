import type { Speech } from '../types.js'
import { subjectsOf } from './slots.js'
import { cuePhrase } from './speech-cues.js'
import { phrasesOf, type SpeechScene } from './speech-scene.js'
import { actingSource, attributionOf, kindOf, speakerPhrase } from './speech-sources.js'
import { casesOf, isVerb, kids, label, phraseOf, subtree } from './tree.js'

/** "According to Tass, ...": a source without a verb. */
export function accordingTo(scene: SpeechScene): Speech[] {
  const { tree, rules } = scene
  return tree.tokens.flatMap((token, i) => {
    if (!['obl', 'nmod'].includes(label(token)) || !casesOf(tree, i).some((c) => rules.according.has(c)))
      return []
    const mine = new Set(subtree(tree, i))
    const words = kids(tree, i, 'case').flatMap((k) => [k, ...kids(tree, k, 'fixed')])
    const others = tree.tokens.map((_, k) => k).filter((k) => !mine.has(k))
    return [
      {
        sentence: tree.sentence.index,
        kind: 'words',
        cue: null,
        lemma: null,
        words: phraseOf(tree, words, words[0]!),
        stance: 'said',
        source: actingSource(scene, i),
        speaker: speakerPhrase(tree, i, words[0]!),
        attribution: attributionOf(scene, i),
        addressee: null,
        content: phrasesOf(tree, others, Math.max(token.head, 0)),
        quotations: scene.quotations.map((q) => q.index),
      },
    ]
  })
}

/** "Footage showed Choe greeting Putin": what a picture shows. */
export function showings(scene: SpeechScene): Speech[] {
  const { tree, rules } = scene
  return tree.tokens.flatMap((token, i) => {
    if (!isVerb(token) || !rules.showing.has(token.lemma)) return []
    const source = subjectsOf(tree, i)[0]
    if (source === undefined || kindOf(scene, source, null) !== 'image') return []
    return [
      {
        sentence: tree.sentence.index,
        kind: 'image',
        cue: i,
        lemma: token.lemma,
        words: cuePhrase(tree, i),
        stance: 'shown',
        source: null,
        speaker: speakerPhrase(tree, source, i),
        attribution: attributionOf(scene, source),
        addressee: null,
        content: kids(tree, i, 'obj', 'ccomp', 'xcomp').flatMap((k) => phrasesOf(tree, subtree(tree, k), k)),
        quotations: [],
      },
    ]
  })
}
