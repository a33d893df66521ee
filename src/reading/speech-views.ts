import type { Phrase, Speech } from '../types.js'
import { subjectsOf } from './slots.js'
import { withoutAsides } from './speech-content.js'
import { cuePhrase, describes, isInfinitive } from './speech-cues.js'
import { inside, phrasesOf, type SpeechScene, type Telling } from './speech-scene.js'
import { actingSource, attributionOf, speakerPhrase } from './speech-sources.js'
import { casesOf, isVerb, kids, label, subtree, type Tree } from './tree.js'

/** What a verb tells, and the preposition that leads to it. */
interface Told {
  readonly content: readonly Phrase[]
  readonly preposition: number | null
}

const NOTHING: Told = { content: [], preposition: null }
const told = (content: readonly Phrase[], preposition: number | null = null): Told => ({ content, preposition })

const phrasesAt = (tree: Tree, heads: readonly number[]): Phrase[] =>
  heads.flatMap((k) => phrasesOf(tree, withoutAsides(tree, k), k))

/** Times and clauses after an object are no part of what is told. */
const LATER = new Set(['advcl', 'conj', 'parataxis', 'cc', 'punct', 'discourse'])

/** "praised Arvenia for its patience": the object with what is said of it. */
function objectOf(tree: Tree, cue: number): Phrase[] {
  const [object] = kids(tree, cue, 'obj')
  if (object === undefined) return phrasesAt(tree, kids(tree, cue, 'nsubj:pass'))
  const rest = subtree(
    tree,
    cue,
    (t) => t.head === cue && (LATER.has(label(t)) || t.deprel === 'obl:unmarked'),
  ).filter((k) => k >= Math.min(...subtree(tree, object)) && k > cue)
  return phrasesOf(tree, rest, object)
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
  if (by === 'clause') return told(phrasesAt(tree, kids(tree, cue, 'ccomp')))
  if (by === 'infinitive')
    return told(phrasesAt(tree, kids(tree, cue, 'xcomp').filter((k) => isInfinitive(tree, k))))
  if (by === 'object') return told(objectOf(tree, cue))
  return afterPreposition(tree, cue, by)
}

function viewAt(scene: SpeechScene, cue: number, tellings: readonly Telling[]): Speech[] {
  const { tree } = scene
  const source = subjectsOf(tree, cue)[0]
  if (source === undefined || describes(tree, cue) || isInfinitive(tree, cue)) return []
  if (scene.quotations.some(({ quotation: q }) => inside(tree.tokens[cue]!, q.inner))) return []
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
