import { createHash } from 'node:crypto'
import { CodebookError, checkFile, type Problem, type ReadFile as Read } from '../reading/codebook-yaml.js'
import { CodebookFile } from './codebook-schema.js'
import { exampleOf, type Shared, triggersOf } from './codebook-triggers.js'
import type { Codebook, ContextRules, EventTypeName, Trigger, TypeRules, WordSet } from './codebook-types.js'

export { CodebookError } from '../reading/codebook-yaml.js'
export type { Frame } from './codebook-schema.js'
export type * from './codebook-types.js'

type ReadFile = Read<CodebookFile>

/**
 * Merges codebook files into what the coder uses.
 * @param files names and YAML texts, the built-in ones first; a later file adds triggers, examples, modes,
 *   classes and contexts to what an earlier one says, and its single values (score, definition) replace them
 * @throws CodebookError naming file and line of everything that is wrong
 * @example parseCodebook([{ name: 'consult.yaml', text }]).triggersByLemma.verb.get('meet')
 */
export function parseCodebook(files: readonly { name: string; text: string }[]): Codebook {
  const read = files.map((file) => checkFile(file, CodebookFile))
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
