import type { Codebook, Trigger } from '../../coding/codebook-types.js'
import { lemmaOf } from '../../reading/lemmas.js'
import type { ReaderModel } from '../../reading/model.js'
import { EventType } from '../../records.js'
import type { Event } from '../../types.js'
import { TYPE_WORDS } from '../render/words.js'
import type { Refusal } from './given.js'

/** What a word for an event means. */
export interface TypeMeant {
  readonly event: Event['event']
  readonly mode: string | null
  /** The dictionary form by which merging compares it. */
  readonly lemma: string
  /** Why it means this. */
  readonly rule: string
}

const TAGS = {
  verb: ['VB', 'VBD', 'VBN', 'VBZ', 'VBG'],
  noun: ['NN', 'NNS'],
} as const

/**
 * The type that a person means: a PLOVER name, with its mode if they like ("CONSULT visit"), Rapport's own word for it,
 * or a word from which the codebook codes one type whatever stands around it ("met", "visited", "state visit").
 */
export function typeFrom(text: string, codebook: Codebook, model: ReaderModel): TypeMeant | Refusal {
  return plover(text, codebook) ?? ownWord(text) ?? codebookWord(text, codebook, model)
}

function plover(text: string, codebook: Codebook): TypeMeant | Refusal | null {
  const [, name = '', mode = null] = /^(\p{L}+)(?:\s*[/:,]?\s+|\/)?(.+)?$/u.exec(text) ?? []
  const event = EventType.safeParse(name.toUpperCase()).data
  if (!event) return null
  const meant = { event, lemma: event.toLowerCase(), rule: 'PLOVER name' }
  if (mode === null) return { ...meant, mode: null }
  const known = [...(codebook.types.get(event)?.modes.keys() ?? [])]
  const found = known.find((one) => one.toLowerCase() === mode.toLowerCase())
  if (found) return { ...meant, mode: found }
  return refused(`${event} has no mode "${mode}"`, `it has ${known.join(', ') || 'none'}`)
}

function ownWord(text: string): TypeMeant | null {
  const event = EventType.options.find((type) => TYPE_WORDS[type] === text.toLowerCase())
  return event ? { event, mode: null, lemma: text.toLowerCase(), rule: 'word for the type' } : null
}

function codebookWord(text: string, codebook: Codebook, model: ReaderModel): TypeMeant | Refusal {
  const words = text.split(' ')
  const before = words.slice(0, -1).map((word) => word.toLowerCase())
  const triggers = (['verb', 'noun'] as const).flatMap((kind) =>
    lemmasOf(words.at(-1)!, TAGS[kind], model).flatMap(
      (lemma) => codebook.triggersByLemma[kind].get(lemma) ?? [],
    ),
  )
  const plain = triggers.filter((trigger) => isPlain(trigger, before))
  const [first] = plain
  const types = new Set((first ? plain : triggers).map(({ type }) => type))
  if (!first || types.size > 1) return unclear(text, [...types])
  const modes = new Set(plain.map(({ mode }) => mode))
  const { type: event, lemma, file, line } = first
  return { event, mode: modes.size === 1 ? first.mode : null, lemma, rule: `${file}:${line}` }
}

function lemmasOf(word: string, tags: readonly string[], { lemmas, lexicon }: ReaderModel): string[] {
  return [...new Set(tags.map((tag) => lemmaOf(word.toLowerCase(), tag, lemmas, lexicon)))]
}

/** Whether the trigger asks for nothing around its words, and says of what it codes that it happened. */
function isPlain(trigger: Trigger, before: readonly string[]): boolean {
  const { particle, object, modifier, subject, prep, complement, clause, aux } = trigger
  const conditions = [particle, object, modifier, subject, complement, clause, aux].filter(
    (one) => one !== null,
  )
  return conditions.length === 0 && prep.size === 0 && trigger.before.join(' ') === before.join(' ')
}

function unclear(text: string, types: readonly string[]): Refusal {
  const known = types.length > 0
  return refused(
    known ? `"${text}" alone does not tell the type` : `"${text}" is no type and no word of the codebook`,
    `give the type: ${(known ? types : EventType.options).join(', ')}`,
  )
}

function refused(problem: string, hint: string): Refusal {
  return { field: 'type', problem, hint }
}
