import type { Phrase, Sentence } from '../types.js'
import { phraseOf } from './names.js'
import type { Scene } from './references-scene.js'

/** "Her Corvian counterpart", and the actors it stands for. */
interface Counterpart extends Phrase {
  readonly actors: readonly number[]
}

const BACK = 3

/** The person named right after the word: "her Corvian counterpart, Ana Rell". */
function namedAfter(sentence: Sentence, at: number, scene: Scene): number | null {
  const next = sentence.tokens[at + 1]?.form === ',' ? at + 2 : at + 1
  const name = scene.names.find(
    (n) => n.sentence === sentence.index && n.from === next && n.kind === 'person',
  )
  return (name && scene.cast.byName.get(name)) ?? null
}

/** The one person of the other state who holds an office that the first one holds too. */
function sameOffice(country: string, owner: number | null, scene: Scene): number | null {
  const titles = new Set(owner === null ? [] : scene.actors[owner]!.offices.map((o) => o.title))
  const fits = scene.actors.filter(
    (a) =>
      a.kind === 'person' && a.country === country && a.offices.some((o) => !o.former && titles.has(o.title)),
  )
  return fits.length === 1 ? fits[0]!.index : null
}

/**
 * Reads "counterpart" at a token: whoever is named beside it, else the holder of the same office on the other side,
 * else that side's state. Null where nothing says whose counterpart it is.
 * @param owner the actor of the pronoun or name that the phrase begins with
 */
export function counterpartAt(
  sentence: Sentence,
  at: number,
  ownerAt: (token: number) => number | null,
  scene: Scene,
): Counterpart | null {
  if (!scene.lexicon.counterparts.has(sentence.tokens[at]!.form.toLowerCase())) return null
  const marks = scene.cast.finds.scans[sentence.index]!.markAt
  const side = marks.slice(Math.max(0, at - BACK), at).findLast((m) => m?.entry.country)
  const country = side?.entry.country ?? null
  const from = Math.max(0, (side?.from ?? at) - 1)
  const owner = ownerAt(from)
  const person = namedAfter(sentence, at, scene) ?? (country ? sameOffice(country, owner, scene) : null)
  const actor = person ?? (country ? scene.cast.byState.get(country) : undefined)
  if (actor === undefined) return null
  const start = owner === null ? (side?.from ?? at) : from
  return { ...phraseOf(sentence, start, at + 1), head: at, actors: [actor] }
}
