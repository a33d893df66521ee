import { parse } from 'yaml'
import { z } from 'zod'
import { type NoticeRule, parseNotices } from './notices.js'
import { type Agency, OutletsFile, type Press, pressOf } from './press.js'

export type { Agency } from './press.js'

const Pattern = z.strictObject({
  pattern: z.string(),
  words: z.number().int().positive().default(40),
  examples: z.array(z.string()).min(1),
})
const FurniturePattern = Pattern.extend({
  kind: z.enum(['furniture', 'caption', 'date']),
  exact: z.boolean().default(false),
})
const OpeningPattern = z.strictObject({
  kind: z.enum(['furniture', 'caption']),
  pattern: z.string(),
  examples: z.array(z.string()).min(1),
})
const Words = z.array(z.string()).min(1)

const FurnitureFile = z.strictObject({
  source: z.string(),
  furniture: z.array(FurniturePattern),
  openings: z.array(OpeningPattern),
  labels: z.record(z.enum(['title', 'outlet', 'author', 'published', 'updated', 'url']), Words),
  bylines: z.array(Pattern),
  particles: Words,
  not_a_name: Words,
  not_a_dateline: Words,
})

/** A pattern over one whole block, of at most `words` words. */
interface LineRule {
  readonly kind: 'furniture' | 'caption' | 'date' | 'byline'
  readonly pattern: RegExp
  readonly words: number
  readonly examples: readonly string[]
}

/** A pattern over the first words of a block. */
export interface Opening {
  readonly kind: 'furniture' | 'caption'
  readonly pattern: RegExp
  readonly examples: readonly string[]
}

/** How pages and outlets write: the codebook's outlets.yaml and furniture.yaml, ready to be matched. */
export interface HouseRules {
  readonly agencies: readonly Agency[]
  readonly press: Press
  /** How a text tells that it was withdrawn, corrected or is under embargo. */
  readonly notices: readonly NoticeRule[]
  /** Names of newspapers and broadcasters, and of what else signs like an agency. */
  readonly outlets: ReadonlySet<string>
  readonly outletWords: ReadonlySet<string>
  readonly furniture: readonly LineRule[]
  readonly bylines: readonly LineRule[]
  /** Labels and captions that run into the paragraph below them: they take its opening words. */
  readonly openings: readonly Opening[]
  /** "published on" -> "published". */
  readonly labels: ReadonlyMap<string, LabelField>
  /** One or more persons' names, and nothing else. */
  readonly names: RegExp
  /** An agency's signature anywhere in a line, group 1. */
  readonly agency: RegExp
  readonly notName: ReadonlySet<string>
  readonly notDateline: ReadonlySet<string>
}

export type LabelField = 'title' | 'outlet' | 'author' | 'published' | 'updated' | 'url'

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const oneOf = (words: readonly string[]) =>
  `(?:${[...words]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')})`
const withoutArticle = (name: string) => [name, name.replace(/^The /, '')]
const lowerSet = (words: readonly string[]) => new Set(words.map((word) => word.toLowerCase()))

/** Up to a full stop behind a word of three letters, a number or a mark; else to the end. */
const sentence = '.{1,400}?(?:(?<=\\p{L}{3}|\\d|["”’)])[.!?]["”’)]*(?=\\s|$)|$)'

/** Patterns for {name}, {names} and {agency}. A name is two to five capitalised words. */
function slots(particles: readonly string[], signs: readonly string[]): Record<string, string> {
  const word = "\\p{Lu}[\\p{L}\\p{M}'’.-]*"
  const name = `${word}(?: (?:${oneOf(particles)} ){0,2}${word}){1,4}`
  return { name, names: `${name}(?:(?:, | and |, and | & )${name})*`, agency: oneOf(signs), sentence }
}

const filled = (pattern: string, fill: Record<string, string>): string =>
  pattern.replace(/\{(names?|agency|sentence)\}/g, (_, slot: string) => fill[slot] ?? '')

const compile = (pattern: string, flags: string, fill: Record<string, string>): RegExp =>
  new RegExp(`^(?:${filled(pattern, fill)})$`, flags)

function labelMap(labels: z.infer<typeof FurnitureFile>['labels']): ReadonlyMap<string, LabelField> {
  return new Map(
    Object.entries(labels).flatMap(([field, words]) =>
      words.map((word) => [word.toLowerCase(), field as LabelField] as const),
    ),
  )
}

function check<T>(name: string, schema: z.ZodType<T>, yaml: string): T {
  const result = schema.safeParse(parse(yaml))
  if (result.success) return result.data
  throw new Error(`codebook/${name}: ${z.prettifyError(result.error)}`)
}

/**
 * Parses how pages and outlets write.
 * @param yamlTexts the texts of codebook/outlets.yaml with its overlays, and the texts of codebook/furniture.yaml and
 *   standing.yaml
 * @throws Error naming the file and the entry that is wrong
 * @example parseHouseRules({ outlets: [await readFile('codebook/outlets.yaml', 'utf8')], furniture: …, standing: … })
 */
export function parseHouseRules(yamlTexts: {
  outlets: readonly string[]
  furniture: string
  standing: string
}): HouseRules {
  const files = yamlTexts.outlets.map((yaml) => check('outlets.yaml', OutletsFile, yaml))
  const agencies = files.flatMap((file) => file.agencies)
  const newspapers = files.flatMap((file) => file.outlets)
  const page = check('furniture.yaml', FurnitureFile, yamlTexts.furniture)
  const fill = slots(
    page.particles,
    agencies.flatMap((agency) => agency.signs),
  )
  return {
    agencies,
    notices: parseNotices(yamlTexts.standing),
    press: pressOf([...agencies, ...newspapers]),
    outlets: lowerSet([
      ...newspapers.flatMap(({ name, also }) => [name, ...also]).flatMap(withoutArticle),
      ...files.flatMap(({ signers }) => signers),
    ]),
    outletWords: lowerSet(files.flatMap((file) => file.outlet_words)),
    furniture: page.furniture.map((rule) => ({
      ...rule,
      pattern: compile(rule.pattern, rule.exact ? 'u' : 'iu', fill),
    })),
    bylines: page.bylines.map((rule) => ({
      ...rule,
      kind: 'byline',
      pattern: compile(rule.pattern, 'du', fill),
    })),
    openings: page.openings.map((rule) => ({
      ...rule,
      pattern: new RegExp(`^(?:${filled(rule.pattern, fill)})(?=\\s|$)`, 'iu'),
    })),
    labels: labelMap(page.labels),
    names: compile('{names}', 'u', fill),
    agency: new RegExp(`(?<![\\p{L}\\p{N}-])(${fill.agency})(?![\\p{L}\\p{N}-])`, 'u'),
    notName: lowerSet(page.not_a_name),
    notDateline: lowerSet(page.not_a_dateline),
  }
}

/** Blocks beyond this are never matched against whole-line patterns: none is that long, and matching stays linear. */
const longest = 900

/** The first rule that takes the whole text, with its match. */
export function firstRule(
  rules: readonly LineRule[],
  text: string,
): { rule: LineRule; match: RegExpExecArray } | null {
  if (text.length > longest) return null
  const words = text.split(/\s+/).length
  for (const rule of rules) {
    const match = words <= rule.words ? rule.pattern.exec(text) : null
    if (match) return { rule, match }
  }
  return null
}

/** The agency whose signature stands in the text. */
export function agencyNamed(text: string, rules: HouseRules): Agency | undefined {
  const signed = rules.agency.exec(text)?.[1]
  return rules.agencies.find((agency) => signed !== undefined && agency.signs.includes(signed))
}
