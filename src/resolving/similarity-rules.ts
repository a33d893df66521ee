import { parse } from 'yaml'
import { z } from 'zod'
import { fold } from './fold.js'

const Words = z.array(z.string())
const Sounds = z.array(z.tuple([z.string(), z.string()]))
const Letters = z.record(z.string(), z.string())
const Groups = z.array(Words)

const RomanisationFile = z.strictObject({
  source: z.string(),
  letters: Letters,
  scripts: z.record(z.string(), Letters),
  hangul: z.strictObject({ onsets: Words.length(19), vowels: Words.length(21), codas: Words.length(28) }),
  sounds: z.record(z.string(), Sounds),
  near: z.array(z.strictObject({ letters: z.string(), cost: z.number() })),
  silent: z.record(z.string(), z.number()),
  particles: Words,
  filial: Words,
  titles: Words,
  given_offices: Words,
  generations: z.record(z.string(), z.number()),
  patronymics: Words,
  given: Groups,
  korean: z.strictObject({
    onsets: Groups,
    vowels: Words,
    same: z.array(z.tuple([z.string(), z.string()])),
    codas: Groups,
    surnames: Groups,
  }),
  chinese: z.strictObject({
    onsets: Words,
    finals: Words,
    impossible: z.string(),
    onset_pairs: z.record(z.string(), Words),
    final_pairs: z.record(z.string(), Words),
    surnames: Words,
  }),
  forms: z.record(z.string(), Words),
  same_words: Groups,
  small_words: Words,
})

type Parsed = z.infer<typeof RomanisationFile>

/** A set of sound rules: "Slavic", and what turns into what. */
export interface SoundSet {
  readonly name: string
  readonly rules: readonly (readonly [RegExp, string])[]
}

/** What is known of the spelling of names, ready for use. */
export interface NameRules {
  readonly letters: ReadonlyMap<string, string>
  readonly hangul: Parsed['hangul']
  readonly general: SoundSet
  readonly sets: readonly SoundSet[]
  /** What it costs to take one letter for another, by the two letters in either order. */
  readonly near: ReadonlyMap<string, number>
  readonly silent: ReadonlyMap<string, number>
  readonly particles: ReadonlySet<string>
  readonly filial: ReadonlySet<string>
  readonly titles: ReadonlySet<string>
  /** Offices whose holders are called by their given name: "King Salman". */
  readonly givenOffices: ReadonlySet<string>
  readonly generations: ReadonlyMap<string, number>
  readonly patronymic: RegExp
  /** Lines of the list of given names on which a word stands. */
  readonly given: ReadonlyMap<string, readonly number[]>
  /** The same lines by how a name begins: "nikol" for what a father's name keeps of "nikolai". */
  readonly givenStems: ReadonlyMap<string, readonly number[]>
  readonly korean: Korean
  readonly chinese: Chinese
  readonly organisations: OrganisationRules
}

export interface Korean {
  /** One syllable: onset, vowel, coda. */
  readonly syllable: RegExp
  readonly onsetOf: ReadonlyMap<string, number>
  readonly codaOf: ReadonlyMap<string, number>
  readonly sameVowels: ReadonlySet<string>
  readonly surnameOf: ReadonlyMap<string, readonly number[]>
}

export interface Chinese {
  /** One syllable of pinyin or Wade-Giles. */
  readonly syllable: RegExp
  readonly pinyin: RegExp
  readonly onsets: ReadonlyMap<string, readonly string[]>
  readonly finals: ReadonlyMap<string, readonly string[]>
  readonly surnames: ReadonlySet<string>
}

interface OrganisationRules {
  readonly forms: readonly (readonly [words: string, form: string])[]
  readonly sameWords: readonly (readonly [words: string, one: string])[]
  readonly small: ReadonlySet<string>
}

/**
 * Reads codebook/romanisation.yaml.
 * @throws Error naming the file and the field that does not keep to the schema
 * @example parseNameRules({ name: 'romanisation.yaml', text })
 */
export function parseNameRules(file: { name: string; text: string }): NameRules {
  const read = RomanisationFile.safeParse(parse(file.text))
  if (!read.success) {
    const issue = read.error.issues[0]!
    throw new Error(`${file.name}: ${issue.path.join('.')}: ${issue.message}; see codebook/romanisation.yaml`)
  }
  return build(read.data)
}

function build(file: Parsed): NameRules {
  const sets = Object.entries(file.sounds).map(([name, rules]) => soundSet(name, rules))
  return {
    letters: new Map([file.letters, ...Object.values(file.scripts)].flatMap((l) => Object.entries(l))),
    hangul: file.hangul,
    general: sets[0]!,
    sets: sets.slice(1),
    near: nearLetters(file.near),
    silent: new Map(Object.entries(file.silent)),
    particles: new Set(file.particles),
    filial: new Set(file.filial),
    titles: new Set(file.titles),
    givenOffices: new Set(file.given_offices),
    generations: new Map(Object.entries(file.generations)),
    patronymic: new RegExp(`(?<=.)(?:${file.patronymics.join('|')})$`),
    given: linesOf(file.given),
    givenStems: linesOf(file.given.map((names) => [...new Set(names.map(stemOf))])),
    korean: koreanRules(file.korean),
    chinese: chineseRules(file.chinese),
    organisations: organisationRules(file),
  }
}

const soundSet = (name: string, rules: z.infer<typeof Sounds>): SoundSet => ({
  name,
  rules: rules.map(([from, to]) => [new RegExp(from, 'g'), to] as const),
})

/** The cheapest of the groups that hold both letters counts. */
function nearLetters(groups: Parsed['near']): Map<string, number> {
  const out = new Map<string, number>()
  for (const { letters, cost } of groups) {
    for (const a of letters) for (const b of letters) out.set(a + b, Math.min(cost, out.get(a + b) ?? 1))
  }
  return out
}

function linesOf(groups: readonly (readonly string[])[]): Map<string, number[]> {
  const out = new Map<string, number[]>()
  groups.forEach((words, line) => {
    for (const word of words) out.set(word, [...(out.get(word) ?? []), line])
  })
  return out
}

/** A given name without its last vowels. @example stemOf('mykola') // 'mykol' */
export const stemOf = (name: string): string => name.replace(/[aeiouy]+$/, '')

const longestFirst = (words: Iterable<string>): string =>
  [...words].sort((a, b) => b.length - a.length).join('|')

const firstLine = (groups: readonly (readonly string[])[]): Map<string, number> =>
  new Map([...linesOf(groups)].map(([word, lines]) => [word, lines[0]!]))

function koreanRules(k: Parsed['korean']): Korean {
  const onsets = longestFirst(k.onsets.flat())
  const codas = longestFirst(k.codas.flat())
  return {
    syllable: new RegExp(`^(${onsets})(${longestFirst(k.vowels)})(${codas})$`),
    onsetOf: firstLine(k.onsets),
    codaOf: firstLine(k.codas),
    sameVowels: new Set(k.same.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`])),
    surnameOf: linesOf(k.surnames),
  }
}

function chineseRules(c: Parsed['chinese']): Chinese {
  const [pinyinOnsets, finals] = [longestFirst(c.onsets), longestFirst(c.finals)]
  const allOnsets = longestFirst([...c.onsets, ...Object.values(c.onset_pairs).flat()])
  const allFinals = longestFirst([...c.finals, ...Object.values(c.final_pairs).flat()])
  return {
    syllable: new RegExp(`^(${allOnsets})(${allFinals})$`),
    pinyin: new RegExp(`^(?!${c.impossible})(?:${pinyinOnsets})(?:${finals})$`),
    onsets: new Map(Object.entries(c.onset_pairs)),
    finals: new Map(Object.entries(c.final_pairs)),
    surnames: new Set(c.surnames),
  }
}

const pairs = (groups: readonly (readonly [string, readonly string[]])[]): (readonly [string, string])[] =>
  groups
    .flatMap(([one, words]) => words.map((w) => [fold(w), one] as const))
    .sort((a, b) => b[0].length - a[0].length)

const organisationRules = (file: Parsed): OrganisationRules => ({
  forms: pairs(Object.entries(file.forms)),
  sameWords: pairs(file.same_words.map((group) => [group[0]!, group])),
  small: new Set(file.small_words),
})
