import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Aux, EventType } from '../records.js'
import { CodebookError, didYouMean, type Problem, type ReadFile, readFile } from './codebook-reader.js'
import type { ExampleEntry, Frame, TriggerEntry } from './codebook-schema.js'

export { CodebookError } from './codebook-reader.js'
export type { Frame } from './codebook-schema.js'

export type EventTypeName = z.infer<typeof EventType>

/** Lemmas, some of several words ("peace talk"): the last word is the head, the others modify it. */
export type WordSet = ReadonlySet<string>

/** One way of telling an event: a word, what must stand around it, and what is coded from it. */
export interface Trigger {
  readonly type: EventTypeName
  readonly kind: 'verb' | 'noun' | 'adjective'
  /** The head word that the trigger is found by: "visit" in "state visit". */
  readonly lemma: string
  /** The words that must come before it: ["state"] in "state visit". */
  readonly before: readonly string[]
  /** Conditions; null where there is none. All that are given must hold. */
  readonly particle: WordSet | null
  readonly object: WordSet | null
  readonly objectNot: WordSet | null
  readonly modifier: WordSet | null
  readonly subject: WordSet | null
  /** Each preposition that must be present, with the heads it may govern ('*' for any). */
  readonly prep: ReadonlyMap<string, WordSet | '*'>
  readonly clause: 'that' | 'to' | 'ing' | 'any' | null
  readonly frame: Frame
  /** Where the recipient stands, in order of preference; empty for frames whose roles are fixed. */
  readonly recipient: readonly string[]
  readonly mode: string | null
  readonly context: readonly string[]
  readonly stance: string | null
  readonly aux: z.infer<typeof Aux> | null
  readonly needsRecipient: boolean
  /** How many conditions it has: the more, the earlier it is tried. */
  readonly specificity: number
  readonly source: string
  readonly file: string
  readonly line: number
}

export interface Example {
  readonly type: EventTypeName
  readonly text: string
  /** A look-alike: no event of this type may be coded from it. */
  readonly none: boolean
  readonly actor: readonly string[]
  readonly recipient: readonly string[]
  /** Undefined where the example does not say. */
  readonly mode: string | null | undefined
  readonly aux: z.infer<typeof Aux> | null
  readonly file: string
  readonly line: number
}

export interface Mode {
  readonly score: number
  readonly definition: string
}

/** What the codebook says about one event type. */
export interface TypeRules {
  readonly type: EventTypeName
  readonly quad: number | null
  readonly score: number | null
  /** The type used when it is told in the future or as a plan; null keeps the type, with aux future. */
  readonly future: EventTypeName | null
  readonly needsRecipient: boolean
  readonly definition: string
  readonly lookAlikes: readonly string[]
  readonly modes: ReadonlyMap<string, Mode>
  readonly triggers: readonly Trigger[]
  readonly examples: readonly Example[]
}

export interface ContextRules {
  readonly definition: string
  readonly cues: WordSet
}

/** Everything the coder knows. */
export interface Codebook {
  readonly types: ReadonlyMap<EventTypeName, TypeRules>
  /** Triggers by their head word, the most specific first. */
  readonly triggersByLemma: Readonly<Record<Trigger['kind'], ReadonlyMap<string, readonly Trigger[]>>>
  readonly classes: ReadonlyMap<string, WordSet>
  readonly contexts: ReadonlyMap<string, ContextRules>
  /** Changes when any file changes. */
  readonly version: string
}

const DEFAULT_SLOTS: Readonly<Record<Frame, readonly string[]>> = {
  mutual: [],
  visit: [],
  host: [],
  directed: ['obj', 'iobj', 'to', 'with', 'against', 'on', 'for', 'of', 'from', 'at', 'in'],
  self: ['against', 'at'],
  undergo: [],
}

/**
 * Merges codebook files into what the coder uses.
 * @param files names and YAML texts, the built-in ones first; a later file adds triggers, examples, modes,
 *   classes and contexts to what an earlier one says, and its single values (score, definition) replace them
 * @throws CodebookError naming file and line of everything that is wrong
 * @example parseCodebook([{ name: 'consult.yaml', text }]).triggersByLemma.verb.get('meet')
 */
export function parseCodebook(files: readonly { name: string; text: string }[]): Codebook {
  const read = files.map(readFile)
  stopAt(read.flatMap((result) => (Array.isArray(result) ? result : [])))
  const good = read as ReadFile[]
  const shared = { classes: mergeClasses(good), contexts: mergeContexts(good) }
  const problems: Problem[] = []
  const types = new Map<EventTypeName, TypeRules>()
  for (const file of good) {
    const rules = addToType(file, types, shared, problems)
    if (rules) types.set(rules.type, rules)
  }
  stopAt(problems)
  return { types, ...shared, triggersByLemma: byLemma(types), version: hashOf(files) }
}

interface Shared {
  readonly classes: ReadonlyMap<string, WordSet>
  readonly contexts: ReadonlyMap<string, ContextRules>
}

function stopAt(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new CodebookError(problems)
}

function mergeClasses(files: readonly ReadFile[]): Map<string, WordSet> {
  const classes = new Map<string, WordSet>()
  for (const { data } of files)
    for (const [name, words] of Object.entries(data.classes ?? {}))
      classes.set(name, new Set([...(classes.get(name) ?? []), ...words]))
  return classes
}

function mergeContexts(files: readonly ReadFile[]): Map<string, ContextRules> {
  const contexts = new Map<string, ContextRules>()
  for (const { data } of files)
    for (const [name, { definition, cues }] of Object.entries(data.contexts ?? {}))
      contexts.set(name, { definition, cues: new Set([...(contexts.get(name)?.cues ?? []), ...cues]) })
  return contexts
}

const REQUIRED = ['quad', 'score', 'future', 'needs_recipient', 'definition'] as const

/** The type's rules with what one file adds; null where the file is about no type or cannot be used. */
function addToType(
  file: ReadFile,
  types: ReadonlyMap<EventTypeName, TypeRules>,
  shared: Shared,
  problems: Problem[],
): TypeRules | null {
  const { data } = file
  const report = (path: readonly PropertyKey[], message: string) =>
    problems.push({ file: file.name, line: file.lineOf(path), message })
  if (!data.type) {
    if (data.triggers || data.examples) report(['triggers'], 'a file with triggers or examples needs a type')
    return null
  }
  const before = types.get(data.type)
  for (const field of before ? [] : REQUIRED)
    if (data[field] === undefined) report([], `${data.type} is new here and needs the field "${field}"`)
  const rules = withHeader(data.type, data, before)
  const make = { file, rules, shared, report }
  const triggers = (data.triggers ?? []).flatMap((entry, i) => triggersOf(entry, i, make))
  const examples = (data.examples ?? []).map((entry, i) => exampleOf(entry, i, make))
  return {
    ...rules,
    triggers: [...rules.triggers, ...triggers],
    examples: [...rules.examples, ...examples],
  }
}

function withHeader(type: EventTypeName, data: ReadFile['data'], before: TypeRules | undefined): TypeRules {
  const given = <T>(said: T | undefined, earlier: T | undefined, otherwise: T): T =>
    said !== undefined ? said : earlier !== undefined ? earlier : otherwise
  return {
    type,
    quad: given(data.quad, before?.quad, null),
    score: given(data.score, before?.score, null),
    future: given(data.future, before?.future, null),
    needsRecipient: given(data.needs_recipient, before?.needsRecipient, false),
    definition: given(data.definition, before?.definition, ''),
    lookAlikes: [...(before?.lookAlikes ?? []), ...(data.look_alikes ?? [])],
    modes: new Map([...(before?.modes ?? []), ...Object.entries(data.modes ?? {})]),
    triggers: before?.triggers ?? [],
    examples: before?.examples ?? [],
  }
}

interface Making {
  readonly file: ReadFile
  readonly rules: TypeRules
  readonly shared: Shared
  readonly report: (path: readonly PropertyKey[], message: string) => void
}

type WordField = Trigger['kind'] | 'particle' | 'object' | 'object_not' | 'modifier' | 'subject'

/** One trigger for each lemma that the entry lists. */
function triggersOf(entry: TriggerEntry, index: number, make: Making): Trigger[] {
  const path = ['triggers', index]
  checkNames(entry, path, make)
  const kind = entry.verb ? 'verb' : entry.noun ? 'noun' : 'adjective'
  const words = (field: WordField) => expand(entry[field], [...path, field], make)
  const prep = Object.entries(entry.prep ?? {}).map(
    ([p, w]) => [p, w === '*' ? '*' : expand(w, [...path, 'prep', p], make)!] as const,
  )
  const common = {
    type: make.rules.type,
    kind,
    particle: words('particle'),
    object: words('object'),
    objectNot: words('object_not'),
    modifier: words('modifier'),
    subject: words('subject'),
    prep: new Map(prep),
    clause: entry.clause ?? null,
    frame: entry.frame,
    recipient: entry.recipient ?? DEFAULT_SLOTS[entry.frame],
    mode: entry.mode ?? null,
    context: entry.context ?? [],
    stance: entry.stance ?? null,
    aux: entry.aux ?? null,
    needsRecipient: entry.needs_recipient ?? make.rules.needsRecipient,
    source: entry.source ?? make.file.data.source ?? make.file.name,
    file: make.file.name,
    line: make.file.lineOf(path),
  } as const
  return [...words(kind)!].map((lemma) => {
    const parts = lemma.split(' ')
    const before = parts.slice(0, -1)
    return { ...common, lemma: parts.at(-1)!, before, specificity: specificity(common) + before.length }
  })
}

type Conditions = Pick<
  Trigger,
  'particle' | 'object' | 'objectNot' | 'modifier' | 'subject' | 'prep' | 'clause'
>

function specificity(t: Conditions): number {
  const single = [t.particle, t.object, t.objectNot, t.modifier, t.subject, t.clause]
  return single.filter((condition) => condition !== null).length + t.prep.size
}

/** The words a field lists, with every "@class" replaced by its words; null where the field is not given. */
function expand(
  said: string | string[] | undefined,
  path: readonly PropertyKey[],
  make: Making,
): WordSet | null {
  if (said === undefined) return null
  return new Set(
    [said].flat().flatMap((word) => {
      if (!word.startsWith('@')) return [word]
      const members = make.shared.classes.get(word.slice(1))
      if (!members)
        make.report(
          path,
          `unknown class "${word}"${didYouMean(
            word,
            [...make.shared.classes.keys()].map((n) => `@${n}`),
          )}`,
        )
      return [...(members ?? [])]
    }),
  )
}

function checkNames(
  entry: { mode?: string | null | undefined; context?: string[] | undefined },
  path: PropertyKey[],
  make: Making,
) {
  const { rules, shared, report } = make
  if (entry.mode && !rules.modes.has(entry.mode))
    report(
      [...path, 'mode'],
      `${rules.type} has no mode "${entry.mode}"${didYouMean(entry.mode, [...rules.modes.keys()])}`,
    )
  for (const name of shared.contexts.size > 0 ? (entry.context ?? []) : [])
    if (!shared.contexts.has(name))
      report(
        [...path, 'context'],
        `unknown context "${name}"${didYouMean(name, [...shared.contexts.keys()])}`,
      )
}

function exampleOf(entry: ExampleEntry, index: number, make: Making): Example {
  const path = ['examples', index]
  checkNames({ mode: entry.mode }, path, make)
  return {
    type: make.rules.type,
    text: entry.text,
    none: entry.none ?? false,
    actor: entry.actor ?? [],
    recipient: entry.recipient ?? [],
    mode: entry.mode,
    aux: entry.aux ?? null,
    file: make.file.name,
    line: make.file.lineOf(path),
  }
}

function byLemma(types: ReadonlyMap<EventTypeName, TypeRules>): Codebook['triggersByLemma'] {
  const index = { verb: new Map(), noun: new Map(), adjective: new Map() } as Record<
    Trigger['kind'],
    Map<string, Trigger[]>
  >
  for (const trigger of [...types.values()].flatMap((rules) => rules.triggers)) {
    const known = index[trigger.kind].get(trigger.lemma) ?? []
    index[trigger.kind].set(trigger.lemma, [...known, trigger])
  }
  for (const triggers of Object.values(index).flatMap((map) => [...map.values()]))
    triggers.sort((a, b) => b.specificity - a.specificity)
  return index
}

function hashOf(files: readonly { name: string; text: string }[]): string {
  const hash = createHash('sha256')
  for (const { name, text } of files) hash.update(`${name}\0${text}\0`)
  return hash.digest('hex').slice(0, 12)
}
