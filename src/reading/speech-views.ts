import type { Phrase, Speech } from '../types.js'
import { subjectsOf } from './slots.js'
import { isQuoted, withoutAsides } from './speech-content.js'
import { cuePhrase, describes, isInfinitive } from './speech-cues.js'
import { phrasesOf, type SpeechScene, type Telling } from './speech-scene.js'
import { actingSource, attributionOf, speakerPhrase } from './speech-sources.js'
import { casesOf, isVerb, kids, label, subtree, type Tree } from './tree.js'

/** What a verb tells, and the preposition that leads to it. */
interface Told {
  readonly content: readonly Phrase[]
  readonly preposition: number | null
}

const NOTHING: Told = { content: [], preposition: null }
const told = (content: readonly Phrase[], preposition: number | null = null): Told => ({ content, preposition })

const phrasesAt = (scene: SpeechScene, heads: readonly number[]): Phrase[] =>
  heads.flatMap((k) => phrasesOf(scene.tree, withoutAsides(scene, k), k))

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
function objectOf(scene: SpeechScene, cue: number): Phrase[] {
  const { tree } = scene
  const [object] = kids(tree, cue, 'obj')
  if (object === undefined) return phrasesAt(scene, kids(tree, cue, 'nsubj:pass'))
  const from = Math.min(...subtree(tree, object))
  const rest = subtree(tree, cue, (t, k) => t.head === cue && isLater(tree, k))
  return phrasesOf(
    tree,
    rest.filter((k) => k >= from && k > cue),
    object,
  )
}

function afterPreposition(tree: Tree, cue: number, word: string): Told {
  const phrase = kids(tree, cue, 'obl', 'advcl').find((k) => k > cue && leads(tree, k) === word)
  if (phrase === undefined) return NOTHING
  const first = kids(tree, phrase, 'case', 'mark').find((k) => tree.tokens[k]!.form.toLowerCase() === word)!
  const own = subtree(tree, phrase).filter((k) => k > first)
  return told(phrasesOf(tree, own, phrase), first)
}

/** The preposition before a phrase, or before a clause in -ing: "accused of spying". */
const leads = (tree: Tree, k: number): string | undefined =>
  casesOf(tree, k)[0] ?? kids(tree, k, 'mark').map((m) => tree.tokens[m]!.form.toLowerCase())[0]

function complement(scene: SpeechScene, cue: number, by: string): Told {
  const { tree } = scene
  if (by === 'clause') return told(phrasesAt(scene, kids(tree, cue, 'ccomp')))
  if (by === 'infinitive')
    return told(
      phrasesAt(
        scene,
        kids(tree, cue, 'xcomp').filter((k) => isInfinitive(tree, k)),
      ),
    )
  if (by === 'object') return told(objectOf(scene, cue))
  return afterPreposition(tree, cue, by)
}

function viewAt(scene: SpeechScene, cue: number, tellings: readonly Telling[]): Speech[] {
  const { tree } = scene
  const source = subjectsOf(tree, cue)[0]
  if (source === undefined || describes(tree, cue) || isInfinitive(tree, cue) || isQuoted(scene, cue)) return []
  for (const { stance, by } of tellings) {
    const { content, preposition } = complement(scene, cue, by)
    if (!content.length) continue
    return [
      {
        sentence: tree.sentence.index,
        kind: 'view',
        cue,
        lemma: tree.tokens[cue]!.lemma,
        words: cuePhrase(tree, cue, preposition),
        stance,
        source: actingSource(scene, source),
        speaker: speakerPhrase(tree, source, cue),
        attribution: attributionOf(scene, source),
        addressee: null,
        content,
        quotations: [],
      },
    ]
  }
  return []
}

/** Who thinks, wants, supports or criticises what: a view that the report tells as somebody's. */
export function viewsIn(scene: SpeechScene): Speech[] {
  const { tree, rules } = scene
  return tree.tokens.flatMap((token, i) => {
    const tellings = isVerb(token) ? rules.views.get(token.lemma.toLowerCase()) : undefined
    return tellings ? viewAt(scene, i, tellings) : []
  })
}
