import type { Actor, Name, Reference, Sentence, Span } from '../types.js'
import type { Cast } from './actors-found.js'
import type { Lexicon } from './names-lexicon.js'

export type Gender = 'masculine' | 'feminine'

/** What is read of a report when its references are looked for. */
export interface Scene {
  readonly sentences: readonly Sentence[]
  readonly text: string
  readonly names: readonly Name[]
  readonly actors: readonly Actor[]
  readonly lexicon: Lexicon
  readonly cast: Cast
  /** Genders told by forms of address and titles, by actor. */
  readonly genders: ReadonlyMap<number, Gender>
  /** What stands between quotation marks. */
  readonly quoted: readonly Span[]
}

/** Actors that the text has just spoken of, as a later pronoun sees them. */
export interface Heard {
  readonly actors: readonly number[]
  readonly sentence: number
  readonly start: number
  readonly head: number
  readonly subject: boolean
}

/** Whether a token is, or is joined to, the subject of a clause. */
export function isSubject(sentence: Sentence, token: number): boolean {
  for (let at = token, steps = 0; at >= 0 && steps < 4; steps++) {
    const { deprel, head } = sentence.tokens[at]!
    if (deprel.startsWith('nsubj') || deprel.startsWith('csubj')) return true
    if (!['conj', 'appos', 'flat', 'compound'].includes(deprel)) return false
    at = head
  }
  return false
}

/** A reference as something heard. */
export const heardFrom = (r: Reference, sentences: readonly Sentence[]): Heard => ({
  actors: r.actors,
  sentence: r.sentence,
  start: r.start,
  head: r.head,
  subject: isSubject(sentences[r.sentence]!, r.head),
})

const JOINING = new Set(['and', ',', '&', '-', '–', 'the'])
const AND = new Set(['and', '&', '-', '–'])

/** Two phrases of one kind with nothing but "and" or a comma between them. */
function isJoined(a: Reference, b: Reference, scene: Scene): boolean {
  if (a.sentence !== b.sentence || b.from < a.to || b.from - a.to > 3) return false
  const between = scene.sentences[a.sentence]!.tokens.slice(a.to, b.from).map((t) => t.form)
  const kind = (r: Reference) => scene.actors[r.actors[0] ?? -1]?.kind
  return between.length > 0 && between.every((form) => JOINING.has(form)) && kind(a) === kind(b)
}

/** "Arvenia and Bolandia", "Sel, Rell and Tamm": names in a row, heard as one plural. */
export function coordinations(named: readonly Reference[], scene: Scene): Heard[] {
  const rows: Reference[][] = []
  for (const r of named.filter((n) => n.actors.length > 0 && !isModifier(n, scene))) {
    const row = rows.at(-1)
    if (row && isJoined(row.at(-1)!, r, scene)) row.push(r)
    else rows.push([r])
  }
  const plural = rows.filter((row) => new Set(row.flatMap((r) => r.actors)).size > 1 && hasAnd(row, scene))
  return plural.map((row) => ({
    ...heardFrom(row[0]!, scene.sentences),
    actors: [...new Set(row.flatMap((r) => r.actors))],
  }))
}

function hasAnd(row: readonly Reference[], scene: Scene): boolean {
  const { tokens } = scene.sentences[row[0]!.sentence]!
  return tokens.slice(row[0]!.to, row.at(-1)!.from).some((t) => AND.has(t.form))
}

/** A demonym before a noun, which names no party of its own. */
function isModifier(r: Reference, scene: Scene): boolean {
  return r.reason.rule === 'codebook-demonym' && !isSubject(scene.sentences[r.sentence]!, r.head)
}

/** Genders that titles and forms of address tell: "Mr. Sel", "Queen Ana", "spokeswoman". */
export function toldGenders(
  names: readonly Name[],
  cast: Cast,
  sentences: readonly Sentence[],
  lexicon: Lexicon,
): Map<number, Gender> {
  const genders = new Map<number, Gender>()
  for (const name of names) {
    const actor = cast.byName.get(name)
    const before = sentences[name.sentence]!.tokens[name.from - 1]?.form ?? ''
    const told = lexicon.honorifics.get(before)
    if (actor !== undefined && told && name.kind === 'person') genders.set(actor, told)
  }
  for (const [title, actor] of cast.byTitle) {
    const words = title.scan.sentence.tokens[title.head]!.lemma.toLowerCase()
    const told =
      lexicon.masculine.has(words) && words !== 'chairman'
        ? 'masculine'
        : lexicon.feminine.has(words)
          ? 'feminine'
          : null
    if (title.kind.gender ?? told) genders.set(actor, (title.kind.gender ?? told)!)
  }
  return genders
}
