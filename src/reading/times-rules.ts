import { parse } from 'yaml'
import { z } from 'zod'
import { pieces } from './times-atoms.js'
import { MEANS } from './times-meanings.js'
import { type Node, plant, variants } from './times-pattern.js'

const Value = z.union([z.number(), z.string()])
const Forms = z.array(z.coerce.string())
/** Single words in one string. */
const Words = z.string().transform((words) => new Set(words.split(/\s+/)))
/** Phrases in one string, parted by commas. */
const Phrases = z.string().transform((phrases) => phrases.split(/\s*,\s*/))

const Rule = z.strictObject({
  means: z.enum(MEANS),
  gives: z.record(z.string(), Value).default({}),
  forms: Forms,
})

const Period = z.strictObject({
  name: z.string(),
  edtf: z.coerce.string(),
  forms: Forms,
  source: z.string().optional(),
})

const Before = z.enum([
  'early',
  'mid',
  'late',
  'earlier',
  'later',
  'about',
  'since',
  'until',
  'before',
  'after',
  'through',
  'from',
])

const File = z.strictObject({
  words: z.record(z.string(), z.record(z.string(), Forms)),
  capital: Words,
  bare: Words,
  never_alone: Words,
  bare_after: Words,
  bare_names: z.record(z.string(), Words),
  no_year_after: Words,
  no_year_before: Words,
  year_after: Words,
  lone_after: Words,
  macros: z.record(z.string(), z.string()),
  rules: z.array(Rule),
  before: z.record(Before, Phrases),
  between: z.strictObject({ range: Forms, same: Forms }),
  holidays: z.record(z.string().regex(/^\d\d-\d\d$/), Forms),
  periods: z.array(Period),
})

export type Value = z.infer<typeof Value>
export type Before = z.infer<typeof Before>

/** What a matched pattern means, before the words of the text are filled in. */
export interface Means {
  readonly means: (typeof MEANS)[number]
  readonly gives: Readonly<Record<string, Value>>
  readonly order: number
}

/** A word's class and what it stands for: "Monday" is weekday 1. */
export interface ClassOf {
  readonly name: string
  readonly value: Value
}

/** The codebook's times.yaml, ready for findTimes. */
export interface TimeRules {
  readonly classes: ReadonlyMap<string, readonly ClassOf[]>
  readonly tree: Node<Means>
  readonly capital: ReadonlySet<string>
  readonly bare: ReadonlySet<string>
  readonly neverAlone: ReadonlySet<string>
  readonly bareAfter: ReadonlySet<string>
  readonly bareNames: ReadonlyMap<string, ReadonlySet<string>>
  readonly noYearAfter: ReadonlySet<string>
  readonly noYearBefore: ReadonlySet<string>
  readonly yearAfter: ReadonlySet<string>
  readonly loneAfter: ReadonlySet<string>
  /** Words before a time, as atoms, the longest first. */
  readonly before: readonly { readonly kind: Before; readonly words: readonly string[] }[]
  readonly range: readonly (readonly string[])[]
  readonly same: readonly (readonly string[])[]
}

/** Reads codebook/times.yaml.
 *  @throws Error naming the file and the place in it when it is not as described at its head.
 *  @example parseTimeRules(await readFile('codebook/times.yaml', 'utf8')) */
export function parseTimeRules(yaml: string): TimeRules {
  const checked = File.safeParse(parse(yaml))
  if (!checked.success) throw new Error(`times.yaml is not valid: ${z.prettifyError(checked.error)}`)
  const file = checked.data
  return {
    classes: classesOf(file.words),
    tree: treeOf(file),
    capital: file.capital,
    bare: file.bare,
    neverAlone: file.never_alone,
    bareAfter: file.bare_after,
    bareNames: new Map(Object.entries(file.bare_names)),
    noYearAfter: file.no_year_after,
    noYearBefore: file.no_year_before,
    yearAfter: file.year_after,
    loneAfter: file.lone_after,
    before: beforeOf(file.before),
    range: file.between.range.map(pieces),
    same: file.between.same.map(pieces),
  }
}

function classesOf(words: z.infer<typeof File>['words']): Map<string, ClassOf[]> {
  const classes = new Map<string, ClassOf[]>()
  for (const [name, values] of Object.entries(words))
    for (const [key, list] of Object.entries(values))
      for (const word of list) {
        const value = Number.isNaN(Number(key)) ? key : Number(key)
        classes.set(word, [...(classes.get(word) ?? []), { name, value }])
      }
  return classes
}

function treeOf(file: z.infer<typeof File>): Node<Means> {
  const root: Node<Means> = { next: new Map(), leaf: null }
  const add = (forms: readonly string[], means: Means) => {
    for (const form of forms) for (const variant of variants(form, file.macros)) plant(root, variant, means)
  }
  file.rules.forEach(({ forms, ...rule }, order) => {
    add(forms, { ...rule, order })
  })
  const order = file.rules.length
  for (const { name, edtf, forms } of file.periods)
    add(forms, { means: 'named', gives: { name, edtf }, order })
  for (const [date, forms] of Object.entries(file.holidays)) {
    const [month, day] = date.split('-').map(Number) as [number, number]
    add(forms, { means: 'date', gives: { month, day }, order })
  }
  return root
}

function beforeOf(before: z.infer<typeof File>['before']): TimeRules['before'] {
  return Object.entries(before)
    .flatMap(([kind, list]) => list.map((words) => ({ kind: kind as Before, words: pieces(words) })))
    .sort((a, b) => b.words.length - a.words.length)
}
