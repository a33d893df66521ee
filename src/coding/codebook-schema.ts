import { z } from 'zod'
import { Aux, Country, EventType } from '../records.js'

/** What a codebook file may say: one zod schema per part of the YAML. */

/**
 * Who takes which role around a trigger.
 * mutual: all are actors (meet, sign). visit: the subject is actor, the place visited recipient; host: the other
 * way round. directed: the subject acts on the recipient. self: the subject acts, none is needed (resign).
 * undergo: the subject is recipient, the actor stands after by, from or under (receive).
 */
export const Frame = z.enum(['mutual', 'visit', 'host', 'directed', 'self', 'undergo'])
export type Frame = z.infer<typeof Frame>

const Word = z.string().regex(/^[^\sA-Z]+( [^\sA-Z]+)*$/, 'write words in lower case, one space between them')

/** A lemma, a list of lemmas, "@class", or a list that mixes them. */
const Words = z.union([Word, z.array(Word).min(1)], {
  error: 'expected a word, "@class", or a list of these, in lower case',
})

const Slot = z.string().regex(/^[a-z]+$/, 'a slot is obj, iobj, clause or a preposition')

/** What must stand around the trigger word; all that are given must hold. */
const condition = {
  /** A particle, or an adverb or adjective that completes the verb: call off, work together, set free. */
  particle: Words,
  particle_not: Words,
  /** Head of the direct object, or of the subject in the passive. */
  object: Words,
  object_not: Words,
  /** A word that modifies the trigger noun or the object: joint exercise. */
  modifier: Words,
  modifier_not: Words,
  subject: Words,
  subject_not: Words,
  /** Prepositional phrases that must be present, by preposition; '*' for any head. */
  prep: z.record(z.string(), z.union([z.literal('*'), Words])),
  prep_not: z.record(z.string(), z.union([z.literal('*'), Words])),
  /** Head of a complement clause: "meet" in "hopes to meet". */
  complement: Words,
  complement_not: Words,
  /** should: the complement tells what is wanted, "that it should leave". */
  clause: z.enum(['that', 'should', 'to', 'ing', 'any']),
}

/** What is coded when the trigger fires. */
const outcome = {
  /** Where the recipient is looked for, in order: obj, iobj, poss (whose), own (the actor's state), home (the state that the report is about), clause (all inside the complement), doer (its subject) or a preposition. */
  recipient: z.array(Slot).min(1),
  /** Where the doer is looked for when nobody is said to do it, in order: a preposition, or home, the state that the report is about. */
  doer: z.array(Slot).min(1),
  mode: z.string(),
  context: z.array(z.string()).min(1),
  stance: z.string(),
  /** For words that say by themselves that it did not happen: avert. */
  aux: Aux,
  /** Overrides the type's own. */
  needs_recipient: z.boolean(),
  /** Overrides the file's own. */
  source: z.string(),
}

export const TriggerEntry = z
  .strictObject({
    ...z.object({ verb: Words, noun: Words, adjective: Words }).partial().shape,
    ...z.object(condition).partial().shape,
    frame: Frame,
    ...z.object(outcome).partial().shape,
  })
  .refine((entry) => [entry.verb, entry.noun, entry.adjective].filter((words) => words).length === 1, {
    error: 'a trigger has exactly one of verb, noun and adjective',
  })
export type TriggerEntry = z.infer<typeof TriggerEntry>

export const ExampleEntry = z
  .strictObject({
    text: z.string().min(1),
    none: z.literal(true).optional(),
    actor: z.array(Country).optional(),
    recipient: z.array(Country).optional(),
    mode: z.string().nullable().optional(),
    aux: Aux.nullable().optional(),
  })
  .refine((entry) => entry.none || entry.actor, { error: 'an example has an actor, or none: true' })
export type ExampleEntry = z.infer<typeof ExampleEntry>

export const ModeEntry = z.strictObject({ score: z.number().min(-10).max(10), definition: z.string().min(1) })
export const ContextEntry = z.strictObject({ definition: z.string().min(1), cues: z.array(Word).min(1) })

/** One file: a type with its triggers, the contexts, classes of words, or any of these together. */
export const CodebookFile = z
  .strictObject({
    type: EventType,
    quad: z.number().int().min(1).max(4).nullable(),
    score: z.number().min(-10).max(10).nullable(),
    future: EventType.nullable(),
    needs_recipient: z.boolean(),
    definition: z.string().min(1),
    look_alikes: z.array(z.string()),
    modes: z.record(z.string(), ModeEntry),
    classes: z.record(z.string(), z.array(Word).min(1)),
    source: z.string().min(1),
    triggers: z.array(TriggerEntry),
    examples: z.array(ExampleEntry),
    contexts: z.record(z.string(), ContextEntry),
  })
  .partial()
export type CodebookFile = z.infer<typeof CodebookFile>
