import type { Attribution, Phrase, Quotation, Reference, Sentence, Speech } from '../types.js'
import { subjectsOf } from './slots.js'
import { casesOf, isVerb, kids, label, phraseOf, spanOf, subtree, type Tree, treeOf } from './tree.js'

/** Nouns that tell the kind of a source, and words that name one without a verb of speech. */
export interface SpeechWords {
  readonly documents: ReadonlySet<string>
  readonly images: ReadonlySet<string>
  readonly agencies: ReadonlySet<string>
  readonly unnamed: ReadonlySet<string>
  readonly showing: ReadonlySet<string>
  readonly according: ReadonlySet<string>
}

/** What the codebook knows about speech. */
export interface SpeechRules extends SpeechWords {
  /** Lemma of a verb -> stance: "say" -> "said". */
  readonly verbs: ReadonlyMap<string, string>
  /** News outlets and agencies, lower case: they report and do not act. */
  readonly outlets: ReadonlySet<string>
}

interface Scene {
  readonly tree: Tree
  readonly text: string
  readonly rules: SpeechRules
  readonly references: readonly Reference[]
  readonly quotations: readonly { quotation: Quotation; index: number }[]
}

const inside = (inner: { start: number; end: number }, outer: { start: number; end: number }): boolean =>
  inner.start >= outer.start && inner.end <= outer.end

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

const isOutlet = (scene: Scene, reference: Reference | null): boolean =>
  reference !== null &&
  scene.rules.outlets.has(
    scene.text.slice(reference.start, reference.end).replace(/^the /i, '').toLowerCase(),
  )

function kindOf(scene: Scene, head: number, reference: Reference | null): Attribution['kind'] {
  const lemma = scene.tree.tokens[head]!.lemma.toLowerCase()
  if (scene.rules.images.has(lemma)) return 'image'
  if (scene.rules.documents.has(lemma)) return 'document'
  if (scene.rules.agencies.has(lemma) || isOutlet(scene, reference)) return 'agency'
  if (scene.rules.unnamed.has(lemma) && reference?.kind !== 'name') return 'unnamed'
  return reference ? 'named' : 'unnamed'
}

/** Who speaks, where it is somebody who acts: an outlet only reports. */
function actingSource(scene: Scene, head: number): Reference | null {
  const reference = referenceAt(scene.references, scene.tree.sentence.index, head)
  return isOutlet(scene, reference) ? null : reference
}

/** "Footage released by state agencies": whose footage it is says more than the word. */
function publisherOf(scene: Scene, head: number): number | null {
  const released = kids(scene.tree, head, 'acl').flatMap((v) => subjectsOf(scene.tree, v))
  const owners = [...released, ...kids(scene.tree, head, 'nmod', 'nmod:poss')]
  return owners.find((k) => k !== head && scene.tree.tokens[k]!.upos !== 'NUM') ?? null
}

function attributionOf(scene: Scene, head: number): Attribution {
  const reference = referenceAt(scene.references, scene.tree.sentence.index, head)
  const kind = kindOf(scene, head, reference)
  const owner = kind === 'image' ? publisherOf(scene, head) : null
  const phrase = phraseAt(scene.tree, owner ?? head)
  return { kind, name: scene.text.slice(phrase.start, phrase.end) }
}

const toPhrase = (tree: Tree, tokens: readonly number[], head: number): Phrase | null =>
  tokens.length ? phraseOf(tree, tokens, head) : null

/** "..., the ministry said.": the clause that the verb of speech is added to. */
function outerContent(tree: Tree, cue: number): Phrase | null {
  const token = tree.tokens[cue]!
  if (label(token) !== 'parataxis' || token.head < 0) return null
  const mine = new Set(subtree(tree, cue))
  return toPhrase(
    tree,
    subtree(tree, token.head).filter((i) => !mine.has(i)),
    token.head,
  )
}

/** "said X, while Y promised Z": a clause set against the words is no part of them. */
const ASIDE = new Set(['while', 'whereas', 'as', 'after'])

const isAside = (tree: Tree, k: number): boolean =>
  label(tree.tokens[k]!) === 'advcl' &&
  kids(tree, k, 'nsubj').length > 0 &&
  kids(tree, k, 'mark').some((m) => ASIDE.has(tree.tokens[m]!.lemma.toLowerCase()))

const withoutAsides = (tree: Tree, i: number): number[] => subtree(tree, i, (_, k) => isAside(tree, k))

const isClause = (tree: Tree, k: number): boolean =>
  isVerb(tree.tokens[k]!) || kids(tree, k, 'cop').length > 0 || label(tree.tokens[k]!) !== 'xcomp'

/** "denied reports that its troops had crossed": what the report says is what is denied. */
const CLAIMS = new Set([
  'report',
  'claim',
  'allegation',
  'accusation',
  'suggestion',
  'charge',
  'rumour',
  'rumor',
])

function contentOf(scene: Scene, cue: number): Phrase[] {
  const { tree } = scene
  const clauses = kids(tree, cue, 'ccomp', 'xcomp', 'parataxis').filter((k) => isClause(tree, k))
  const claims = kids(tree, cue, 'obj')
    .filter((k) => CLAIMS.has(tree.tokens[k]!.lemma))
    .flatMap((k) => kids(tree, k, 'acl', 'ccomp'))
  const inner = [...clauses, ...claims]
    .map((k) => toPhrase(tree, withoutAsides(tree, k), k))
    .filter((p) => p !== null)
  const outer = outerContent(tree, cue)
  return outer ? [outer, ...inner] : inner
}

function addresseeOf(scene: Scene, cue: number): Reference | null {
  const { tree } = scene
  const objects = kids(tree, cue, 'iobj', ...(tree.tokens[cue]!.lemma === 'tell' ? ['obj'] : []))
  const to = kids(tree, cue, 'obl').filter((k) => casesOf(tree, k).includes('to'))
  const found = [...objects, ...to].map((k) => referenceAt(scene.references, tree.sentence.index, k))
  return found.find((r) => r !== null && !isOutlet(scene, r)) ?? null
}

/** "called X a provocation": what follows the verb is what is said. */
function afterCue(tree: Tree, cue: number): Phrase[] {
  const tokens = subtree(tree, cue).filter((k) => k > cue && tree.tokens[k]!.upos !== 'PUNCT')
  const phrase = toPhrase(tree, tokens, tokens[0] ?? cue)
  return phrase ? [phrase] : []
}

/** "began building" says nothing: an infinitive or participle is told only after claims, denials and the like. */
const tells = (tree: Tree, content: Phrase, stance: string): boolean =>
  stance !== 'said' || label(tree.tokens[content.head]!) !== 'xcomp'

function speechAt(scene: Scene, cue: number, stance: string): Speech | null {
  const { tree } = scene
  const source = subjectsOf(tree, cue)[0]
  const told = contentOf(scene, cue)
  const content = told.length || stance !== 'described' ? told : afterCue(tree, cue)
  const mine = scene.quotations.map((q) => q.index)
  if (source === undefined || (!content.some((c) => tells(tree, c, stance)) && mine.length === 0)) return null
  const cueSpan = tree.tokens[cue]!
  if (
    scene.quotations.some(
      ({ quotation }) => inside(cueSpan, quotation.inner) && quotation.sentence === tree.sentence.index,
    )
  )
    return null
  return {
    sentence: tree.sentence.index,
    cue,
    lemma: cueSpan.lemma,
    stance,
    source: actingSource(scene, source),
    attribution: attributionOf(scene, source),
    addressee: addresseeOf(scene, cue),
    content,
    quotations: quotesFor(scene, cue, content),
  }
}

/** Each verb of speech takes the quotations within its own words, and those that no other clause holds. */
function quotesFor(scene: Scene, cue: number, content: readonly Phrase[]): number[] {
  const { tree } = scene
  const cues = tree.tokens.flatMap((t, i) => (scene.rules.verbs.has(t.lemma) && isVerb(t) ? [i] : []))
  const under = spanOf(tree, subtree(tree, cue))
  const others = kids(tree, cue, 'conj').map((k) => spanOf(tree, subtree(tree, k)))
  const mine = scene.quotations.filter(({ quotation: q }) => {
    if (content.some((c) => inside(q.inner, c))) return true
    if (others.some((o) => inside(q.inner, o))) return false
    return cues.length <= 1 || (inside(q.inner, under) && nearestCue(tree, cues, q) === cue)
  })
  return mine.map((q) => q.index)
}

function nearestCue(tree: Tree, cues: readonly number[], quotation: Quotation): number {
  const before = cues.filter((c) => tree.tokens[c]!.end <= quotation.start)
  return before.at(-1) ?? cues[0]!
}

/** "According to Tass, ...": a source without a verb. */
function accordingTo(scene: Scene): Speech[] {
  const { tree, rules } = scene
  return tree.tokens.flatMap((token, i) => {
    if (!['obl', 'nmod'].includes(label(token)) || !casesOf(tree, i).some((c) => rules.according.has(c)))
      return []
    const mine = new Set(subtree(tree, i))
    const content = toPhrase(
      tree,
      tree.tokens.map((_, k) => k).filter((k) => !mine.has(k)),
      Math.max(token.head, 0),
    )
    return [
      {
        sentence: tree.sentence.index,
        cue: null,
        lemma: null,
        stance: 'said',
        source: actingSource(scene, i),
        attribution: attributionOf(scene, i),
        addressee: null,
        content: content ? [content] : [],
        quotations: scene.quotations.map((q) => q.index),
      },
    ]
  })
}

function showings(scene: Scene): Speech[] {
  const { tree, rules } = scene
  return tree.tokens.flatMap((token, i) => {
    if (!isVerb(token) || !rules.showing.has(token.lemma)) return []
    const source = subjectsOf(tree, i)[0]
    if (source === undefined || kindOf(scene, source, null) !== 'image') return []
    const content = [...kids(tree, i, 'obj', 'ccomp', 'xcomp')]
      .map((k) => toPhrase(tree, subtree(tree, k), k))
      .filter((p) => p !== null)
    return [
      {
        sentence: tree.sentence.index,
        cue: i,
        lemma: token.lemma,
        stance: 'shown',
        source: null,
        attribution: attributionOf(scene, source),
        addressee: null,
        content,
        quotations: [],
      },
    ]
  })
}

function inSentence(scene: Scene): Speech[] {
  const { tree, rules } = scene
  const spoken = tree.tokens.flatMap((token, i) => {
    const stance = isVerb(token) ? rules.verbs.get(token.lemma) : undefined
    const speech = stance === undefined ? null : speechAt(scene, i, stance)
    return speech ? [speech] : []
  })
  return [...spoken, ...showings(scene), ...accordingTo(scene)]
}

/** A sentence that is all quotation and names nobody goes on with the speaker before it. */
function carriedOn(scene: Scene, before: Speech | undefined): Speech[] {
  const { sentence } = scene.tree
  const whole = scene.quotations.find(
    ({ quotation: q }) => q.start <= sentence.start + 1 && q.end >= sentence.end - 2,
  )
  if (!whole || !before || sentence.index - before.sentence > 2) return []
  const all = toPhrase(
    scene.tree,
    sentence.tokens.map((_, i) => i),
    sentence.tokens.findIndex((t) => t.head < 0),
  )
  return [
    {
      ...before,
      sentence: sentence.index,
      cue: null,
      lemma: null,
      addressee: null,
      content: all ? [all] : [],
      quotations: [whole.index],
    },
  ]
}

/**
 * Who says what, sentence by sentence: verbs of speech with their clause or quotation, "according to",
 * pictures that show, and quotations carried on from the sentence before.
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
    const scene: Scene = { tree: treeOf(sentence), text, rules, references, quotations: here }
    const found = inSentence(scene)
    out.push(...(found.length ? found : carriedOn(scene, out.at(-1))))
  }
  return out
}
