import type { Actor, Name, Reference, Sentence } from '../types.js'
import { findCast } from './actors-found.js'
import type { Lexicon } from './names-lexicon.js'
import { counterpartAt } from './references-counterparts.js'
import { descriptionAt, resolveDescription } from './references-descriptions.js'
import { namedReferences } from './references-named.js'
import {
  agreedGenders,
  pronounSort,
  resolvePerson,
  resolvePlural,
  resolveThing,
} from './references-pronouns.js'
import {
  coordinations,
  type Gender,
  type Heard,
  heardFrom,
  type Scene,
  toldGenders,
} from './references-scene.js'

/** The parts of a reading that references are found from. */
interface ReferenceParts {
  readonly sentences: readonly Sentence[]
  readonly text: string
  readonly names: readonly Name[]
  readonly actors: readonly Actor[]
  readonly lexicon: Lexicon
  /** Of publication. */
  readonly year?: number | null
}

/** What has been understood so far while the text is read from its start. */
interface Memory {
  readonly heard: Heard[]
  readonly genders: Map<number, Gender>
  /** Actors of pronouns by sentence and token, for "his country". */
  readonly pronouns: Map<string, readonly number[]>
  readonly found: Reference[]
}

const key = (sentence: number, token: number): string => `${sentence}:${token}`

function remember(memory: Memory, reference: Reference, scene: Scene): void {
  memory.found.push(reference)
  memory.heard.push(heardFrom(reference, scene.sentences))
}

const QUOTED = /“[^”\n]*”|"[^"\n]*"/g

/** What a pronoun hears: names that somebody speaks of in a quotation serve only that quotation. */
function audible(heard: readonly Heard[], at: number, scene: Scene): Heard[] {
  const around = (offset: number) => scene.quoted.find((q) => q.start <= offset && offset < q.end)
  return heard.filter((h) => {
    const quote = around(h.start)
    return !quote || quote === around(at)
  })
}

function resolvePronoun(
  sentence: Sentence,
  token: number,
  memory: Memory,
  scene: Scene,
): readonly number[] | null {
  const sort = pronounSort(sentence.tokens[token]!)
  const place = { sentence, token }
  if (sort === null) return null
  const heard = audible(memory.heard, sentence.tokens[token]!.start, scene)
  if (sort === 'plural') return resolvePlural(place, heard, scene)
  const actor =
    sort === 'thing'
      ? resolveThing(place, heard, scene)
      : resolvePerson(sort, place, heard, memory.genders, scene)
  if (actor !== null && sort !== 'thing') memory.genders.set(actor, sort)
  return actor === null ? null : [actor]
}

function readPronoun(sentence: Sentence, token: number, memory: Memory, scene: Scene): void {
  const actors = resolvePronoun(sentence, token, memory, scene)
  if (!actors) return
  const { start, end, form } = sentence.tokens[token]!
  memory.pronouns.set(key(sentence.index, token), actors)
  const phrase = { sentence: sentence.index, from: token, to: token + 1, head: token, start, end }
  const note = actors.map((a) => scene.actors[a]!.name).join(', ')
  const reason = { rule: 'pronoun-by-recency-and-subject', words: form, note }
  remember(memory, { ...phrase, kind: 'pronoun', actors, place: null, reason }, scene)
}

function readCounterpart(sentence: Sentence, token: number, memory: Memory, scene: Scene): boolean {
  const ownerAt = (at: number) => memory.pronouns.get(key(sentence.index, at))?.[0] ?? null
  const counterpart = counterpartAt(sentence, token, ownerAt, scene)
  if (!counterpart) return false
  const reason = { rule: 'counterpart', words: scene.text.slice(counterpart.start, counterpart.end) }
  remember(memory, { ...counterpart, kind: 'description', place: null, reason }, scene)
  return true
}

/** Whether the token heads a description whose actors are clear; it is remembered then. */
function readDescription(sentence: Sentence, token: number, memory: Memory, scene: Scene): boolean {
  const description = descriptionAt(sentence, token, scene)
  const owner = description ? (memory.pronouns.get(key(sentence.index, description.from)) ?? null) : null
  const actors = description && resolveDescription(description, owner, memory.heard, scene)
  if (!actors) return false
  const { from, to, head, start, end } = description
  const reason = { rule: `description-of-${description.sort}`, words: scene.text.slice(start, end) }
  const phrase = { sentence: sentence.index, from, to, head, start, end }
  remember(memory, { ...phrase, kind: 'description', actors, place: null, reason }, scene)
  return true
}

/** A plain group noun may speak of those named before: "both leaders", "the two governments". */
const isLoose = (reference: Reference): boolean => reference.reason.rule === 'group-none'

/** Reads one sentence from left to right; what is named counts from its place on. */
function readSentence(sentence: Sentence, named: readonly Reference[], memory: Memory, scene: Scene): void {
  const heads = new Set(named.map((r) => r.head))
  let next = 0
  sentence.tokens.forEach((token, i) => {
    for (; next < named.length && named[next]!.start <= token.start; next++) {
      const reference = named[next]!
      if (!(isLoose(reference) && readDescription(sentence, reference.head, memory, scene)))
        remember(memory, reference, scene)
    }
    if (heads.has(i)) return
    if (pronounSort(token)) readPronoun(sentence, i, memory, scene)
    else if (!readCounterpart(sentence, i, memory, scene)) readDescription(sentence, i, memory, scene)
  })
}

/** "Officials from both nations": a group without a state of its own stands for those that follow. */
function withOwners(references: readonly Reference[], scene: Scene): Reference[] {
  return references.map((r) => {
    const group = r.kind === 'description' && r.actors.length === 1 ? scene.actors[r.actors[0]!] : undefined
    if (group?.kind !== 'group' || group.country !== null) return r
    if (!/^(from|of)$/.test(scene.sentences[r.sentence]!.tokens[r.to]?.form ?? '')) return r
    const owner = references.find(
      (o) => o.sentence === r.sentence && o.from === r.to + 1 && o.kind === 'description',
    )
    return owner ? { ...r, actors: owner.actors, reason: { ...r.reason, rule: 'group-of-described' } } : r
  })
}

function sceneOf(parts: ReferenceParts): Scene {
  const { sentences, text, names, actors, lexicon, year = null } = parts
  const cast = findCast(names, sentences, text, lexicon, year)
  return {
    sentences,
    text,
    names,
    actors,
    lexicon,
    cast,
    genders: toldGenders(names, cast, sentences, lexicon),
    quoted: [...text.matchAll(QUOTED)].map((m) => ({ start: m.index, end: m.index + m[0].length })),
  }
}

/**
 * Finds every noun phrase and pronoun that stands for actors: names with their titles, "the Arvenian president",
 * "both nations", "his country", he, she, it, they. What does not point clearly to one reading is left out.
 * @param parts sentences, text, and the names and actors that findNames and findActors gave for them
 * @returns references in the order of the text
 * @example "Sel met Rell. He …" with Rell known as a woman: the pronoun stands for Sel
 */
export function findReferences(parts: ReferenceParts): Reference[] {
  const scene = sceneOf(parts)
  const named = namedReferences(scene)
  const plural = coordinations(named, scene)
  const agreed = agreedGenders(
    named.map((r) => heardFrom(r, parts.sentences)),
    scene,
  )
  const memory: Memory = {
    heard: [...plural],
    genders: new Map([...agreed, ...scene.genders]),
    pronouns: new Map(),
    found: [],
  }
  for (const sentence of parts.sentences)
    readSentence(
      sentence,
      named.filter((r) => r.sentence === sentence.index),
      memory,
      scene,
    )
  return withOwners(memory.found, scene).sort((a, b) => a.start - b.start || b.end - a.end)
}
