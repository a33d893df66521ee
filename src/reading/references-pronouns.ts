import type { Sentence, Token } from '../types.js'
import type { GroupSort } from './names-lexicon.js'
import { type Gender, type Heard, isSubject, type Scene } from './references-scene.js'

/** What kind of actor a pronoun can stand for. */
type PronounSort = Gender | 'thing' | 'plural'

const SORTS: Record<string, PronounSort> = {
  he: 'masculine',
  him: 'masculine',
  his: 'masculine',
  himself: 'masculine',
  she: 'feminine',
  her: 'feminine',
  hers: 'feminine',
  herself: 'feminine',
  it: 'thing',
  its: 'thing',
  itself: 'thing',
  they: 'plural',
  them: 'plural',
  their: 'plural',
  theirs: 'plural',
  themselves: 'plural',
}

/** The sort of a pronoun, or null for a word that is none. */
export const pronounSort = (token: Token): PronounSort | null =>
  token.upos === 'PRON' || token.upos === 'DET' ? (SORTS[token.form.toLowerCase()] ?? null) : null

const BACK = 2
const RECENCY = [5, 3, 1]
const SUBJECT = 2
const GENDER_KNOWN = 1
const MARGIN = 1

interface Place {
  readonly sentence: Sentence
  readonly token: number
}

/** A subject and an object of one verb are two: "Sel met him" is not Sel. Possessives and reflexives are free. */
function barred(heard: Heard, { sentence, token }: Place): boolean {
  const at = sentence.tokens[token]!
  if (heard.sentence !== sentence.index || at.deprel === 'nmod:poss' || /sel(f|ves)$/.test(at.form))
    return false
  return sentence.tokens[heard.head]!.head === at.head
}

function score(heard: Heard, place: Place): number {
  const distance = place.sentence.index - heard.sentence
  return (RECENCY[distance] ?? 0) + (heard.subject ? SUBJECT : 0)
}

/** Heard actors within reach of a pronoun. */
const reach = (heard: readonly Heard[], place: Place): Heard[] => {
  const start = place.sentence.tokens[place.token]!.start
  return heard.filter(
    (h) => h.start < start && place.sentence.index - h.sentence <= BACK && h.head >= 0 && !barred(h, place),
  )
}

/** The one with the most points, or none where the next is as near. */
function best<K>(scores: ReadonlyMap<K, number>): K | null {
  const ranked = [...scores].sort((a, b) => b[1] - a[1])
  if (!ranked[0] || ranked[0][1] - (ranked[1]?.[1] ?? -Infinity) < MARGIN) return null
  return ranked[0][0]
}

/** He, she: the person heard last or as a subject, of no other gender. */
export function resolvePerson(
  gender: Gender,
  place: Place,
  heard: readonly Heard[],
  genders: ReadonlyMap<number, Gender>,
  scene: Scene,
): number | null {
  const scores = new Map<number, number>()
  for (const h of reach(heard, place).filter((h) => h.actors.length === 1)) {
    const actor = h.actors[0]!
    const known = genders.get(actor)
    if (scene.actors[actor]!.kind !== 'person' || (known && known !== gender)) continue
    const points = score(h, place) + (known ? GENDER_KNOWN : 0)
    scores.set(actor, Math.max(points, scores.get(actor) ?? 0))
  }
  return best(scores)
}

const isGender = (sort: PronounSort | null): sort is Gender => sort === 'masculine' || sort === 'feminine'

/** Genders that pronouns tell where only one person can be meant: nobody else is named there or just before. */
export function agreedGenders(heard: readonly Heard[], scene: Scene): Map<number, Gender> {
  const votes = new Map<number, Record<Gender, number>>()
  for (const sentence of scene.sentences)
    sentence.tokens.forEach((token, i) => {
      const sort = pronounSort(token)
      if (!isGender(sort)) return
      const near = reach(heard, { sentence, token: i }).filter((h) => sentence.index - h.sentence < BACK)
      const persons = new Set(near.flatMap((h) => h.actors).filter((a) => scene.actors[a]!.kind === 'person'))
      const [only] = persons
      if (only === undefined || persons.size > 1) return
      const vote = votes.get(only) ?? { masculine: 0, feminine: 0 }
      votes.set(only, { ...vote, [sort]: vote[sort] + 1 })
    })
  const decided = [...votes].filter(([, v]) => v.masculine !== v.feminine)
  return new Map(decided.map(([actor, v]) => [actor, v.masculine > v.feminine ? 'masculine' : 'feminine']))
}

/** They: the plural heard last; "its two sides" is as good as "A and B" or "the rebels". */
export function resolvePlural(place: Place, heard: readonly Heard[], scene: Scene): readonly number[] | null {
  const plural = (h: Heard) =>
    h.actors.length > 1 ||
    (scene.actors[h.actors[0] ?? -1]?.kind === 'group' &&
      (isBody(h.actors[0]!, scene) || isPluralNoun(h, scene)))
  const scores = new Map<string, number>()
  for (const h of reach(heard, place).filter((h) => plural(h) && place.sentence.index - h.sentence < BACK)) {
    const key = [...h.actors].sort((a, b) => a - b).join(' ')
    scores.set(key, Math.max(score(h, place), scores.get(key) ?? 0))
  }
  return best(scores)?.split(' ').map(Number) ?? null
}

/** The subject of the clause that a token stands in, or of the sentence. */
function subjectAbove(sentence: Sentence, token: number): number | null {
  const { tokens } = sentence
  for (let at = tokens[token]!.head, steps = 0; at >= 0 && steps < 8; at = tokens[at]!.head, steps++) {
    const subject = tokens.findIndex((t, i) => t.head === at && t.deprel.startsWith('nsubj') && i < token)
    if (subject >= 0 && tokens[subject]!.upos !== 'PRON') return subject
  }
  return null
}

const isPluralNoun = (h: Heard, scene: Scene): boolean =>
  scene.sentences[h.sentence]!.tokens[h.head]!.xpos.endsWith('S')

const BODIES = new Set<GroupSort>(['organ', 'force', 'bodies', 'sides'])

/** "The ministry", "a court", "the militia": many people under one noun, which "it" and "they" can both mean. */
const isBody = (actor: number, { cast }: Scene): boolean =>
  cast.groups.some((g) => g.actor === actor && BODIES.has(g.mention.sort))

const isThing = (h: Heard, scene: Scene): boolean => {
  const actor = scene.actors[h.actors[0] ?? -1]
  if (actor?.kind === 'group') return isBody(actor.index, scene) && !isPluralNoun(h, scene)
  return ['state', 'organisation'].includes(actor?.kind ?? '')
}

/** "A spokesman for the Arvenian government said it …": the body that the spokesperson speaks for. */
function spokenFor(above: number, heard: readonly Heard[], place: Place, scene: Scene): number | null {
  const { tokens } = place.sentence
  const office = scene.lexicon.titles.get(tokens[above]!.form.toLowerCase())
  if (office?.title !== 'spokesperson') return null
  const owner = heard.find(
    (h) => tokens[h.head]!.head === above && /^(compound|nmod|amod)/.test(tokens[h.head]!.deprel),
  )
  const actor = owner && scene.actors[owner.actors[0]!]
  if (actor?.kind === 'group' && actor.country) return scene.cast.byState.get(actor.country) ?? null
  return actor && isThing(owner, scene) ? actor.index : null
}

/** "It is willing to": what is said of somebody only is no "it" of a clause. */
const isWilling = ({ tokens }: Sentence, { head }: Token, { lexicon }: Scene): boolean =>
  lexicon.humanAdjectives.has(tokens[head]?.lemma.toLowerCase() ?? '')

/**
 * It, its: the state or organisation that is the subject above; a sentence back only for a subject "it" whose
 * predecessor's subject is one. Another thing as the subject leaves it open.
 */
export function resolveThing(place: Place, heard: readonly Heard[], scene: Scene): number | null {
  const { sentence, token } = place
  const at = sentence.tokens[token]!
  if (at.deprel === 'expl' && !isWilling(sentence, at, scene)) return null
  const above = subjectAbove(sentence, token)
  const subjects = (index: number) =>
    heard.filter((h) => h.sentence === index && h.actors.length === 1 && h.start < at.start)
  if (above !== null) {
    const hit = subjects(sentence.index).find((h) => h.head === above)
    if (!hit) return spokenFor(above, subjects(sentence.index), place, scene)
    return isThing(hit, scene) && !barred(hit, place) ? hit.actors[0]! : null
  }
  if (!isSubject(sentence, token) && at.deprel !== 'nmod:poss') return null
  const before = subjects(sentence.index - 1).filter((h) => h.subject && isThing(h, scene))
  const actors = [...new Set(before.map((h) => h.actors[0]!))]
  const here = subjects(sentence.index).some((h) => isThing(h, scene))
  return actors.length === 1 && !here ? actors[0]! : null
}
