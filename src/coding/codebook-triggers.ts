import { didYouMean, type ReadFile } from '../reading/codebook-yaml.js'
import type { CodebookFile, ExampleEntry, Frame, TriggerEntry } from './codebook-schema.js'
import type { ContextRules, Example, Trigger, TypeRules, WordSet } from './codebook-types.js'

/** What all files say together. */
export interface Shared {
  readonly classes: ReadonlyMap<string, WordSet>
  readonly contexts: ReadonlyMap<string, ContextRules>
}

/** What a trigger or an example is made with. */
export interface Making {
  readonly file: ReadFile<CodebookFile>
  readonly rules: TypeRules
  readonly shared: Shared
  readonly report: (path: readonly PropertyKey[], message: string) => void
}

const DEFAULT_SLOTS: Readonly<Record<Frame, readonly string[]>> = {
  mutual: [],
  visit: [],
  host: [],
  directed: ['obj', 'iobj', 'to', 'with', 'against', 'on', 'for', 'of', 'from', 'at', 'in'],
  self: ['against', 'at'],
  undergo: [],
}

type WordField =
  | 'particle'
  | 'particle_not'
  | 'object'
  | 'object_not'
  | 'modifier'
  | 'modifier_not'
  | 'subject'
  | 'subject_not'
  | 'complement'
  | 'complement_not'
type PrepField = 'prep' | 'prep_not'

/** One trigger for each lemma that the entry lists. */
export function triggersOf(entry: TriggerEntry, index: number, make: Making): Trigger[] {
  const path = ['triggers', index]
  checkNames(entry, path, make)
  const kind = entry.verb ? 'verb' : entry.noun ? 'noun' : 'adjective'
  const conditions = conditionsOf(entry, path, make)
  const outcome = outcomeOf(entry, make)
  const place = { file: make.file.name, line: make.file.lineOf(path) }
  return [...expand(entry[kind], [...path, kind], make)!].map((lemma) => {
    const parts = lemma.split(' ')
    const before = parts.slice(0, -1)
    return {
      type: make.rules.type,
      kind,
      lemma: parts.at(-1)!,
      before,
      specificity: specificity(conditions) + before.length,
      ...conditions,
      ...outcome,
      ...place,
    }
  })
}

function conditionsOf(entry: TriggerEntry, path: readonly PropertyKey[], make: Making): Conditions {
  const words = (field: WordField) => expand(entry[field], [...path, field], make)
  const prepositions = (field: PrepField) =>
    new Map(
      Object.entries(entry[field] ?? {}).map(
        ([name, said]) => [name, said === '*' ? '*' : expand(said, [...path, field, name], make)!] as const,
      ),
    )
  return {
    particle: words('particle'),
    particleNot: words('particle_not'),
    object: words('object'),
    objectNot: words('object_not'),
    modifier: words('modifier'),
    modifierNot: words('modifier_not'),
    subject: words('subject'),
    subjectNot: words('subject_not'),
    prep: prepositions('prep'),
    prepNot: prepositions('prep_not'),
    clause: entry.clause ?? null,
    complement: words('complement'),
    complementNot: words('complement_not'),
  }
}

function outcomeOf(entry: TriggerEntry, make: Making) {
  return {
    frame: entry.frame,
    recipient: entry.recipient ?? DEFAULT_SLOTS[entry.frame],
    doer: entry.doer ?? [],
    mode: entry.mode ?? null,
    context: entry.context ?? [],
    stance: entry.stance ?? null,
    aux: entry.aux ?? null,
    needsRecipient: entry.needs_recipient ?? make.rules.needsRecipient,
    source: entry.source ?? make.file.data.source ?? make.file.name,
  }
}

type Conditions = Pick<
  Trigger,
  | 'particle'
  | 'particleNot'
  | 'object'
  | 'objectNot'
  | 'modifier'
  | 'modifierNot'
  | 'subject'
  | 'subjectNot'
  | 'prep'
  | 'prepNot'
  | 'clause'
  | 'complement'
  | 'complementNot'
>

/** A word that must stand there says more than one that must not. */
function specificity(t: Conditions): number {
  const wanted = [t.particle, t.object, t.modifier, t.subject, t.clause, t.complement]
  const barred = [t.particleNot, t.objectNot, t.modifierNot, t.subjectNot, t.complementNot]
  const given = (conditions: readonly unknown[]) => conditions.filter((c) => c !== null).length
  return given(wanted) + t.prep.size + (given(barred) + t.prepNot.size > 0 ? 0.5 : 0)
}

/** The words a field lists, with every "@class" replaced by its words; null where the field is not given. */
function expand(
  said: string | string[] | undefined,
  path: readonly PropertyKey[],
  make: Making,
): WordSet | null {
  if (said === undefined) return null
  const { classes } = make.shared
  const known = [...classes.keys()].map((name) => `@${name}`)
  const wordsOf = (word: string): string[] => {
    if (!word.startsWith('@')) return [word]
    const members = classes.get(word.slice(1))
    if (!members) make.report(path, `unknown class "${word}"${didYouMean(word, known)}`)
    return [...(members ?? [])]
  }
  return new Set([said].flat().flatMap(wordsOf).flatMap(spellings))
}

/** A hyphenated word is one token or three, as the tokeniser has it: "cease-fire", "cease - fire". */
const spellings = (word: string): string[] =>
  word.includes('-') ? [word, word.replaceAll('-', ' - ')] : [word]

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

/** An example as the codebook holds it. */
export function exampleOf(entry: ExampleEntry, index: number, make: Making): Example {
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
