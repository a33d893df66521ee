import { parse } from 'yaml'
import { z } from 'zod'

const KinFile = z.strictObject({
  source: z.string(),
  endings: z.array(z.string()),
  least: z.number().int().min(1),
  classes: z.array(z.array(z.string())),
  light: z.array(z.string()),
})

/** How words for acts belong together. */
export interface Kin {
  /** The root of a word and the classes it is in: words of one kind share one. */
  readonly kinds: (lemma: string) => readonly string[]
  /** Whether a word says little of what was done. */
  readonly isLight: (lemma: string) => boolean
}

/** How two words for an act stand to each other. */
type Kinship = 'word' | 'root' | 'class' | null

/**
 * codebook/kin.yaml: which words name one kind of act ("resign", "resignation"; "buy", "purchase").
 * @throws Error naming the file and the field
 * @example parseKin(file).kinds('resignation') // ['~resign', '#9']
 */
export function parseKin(file: { name: string; text: string }): Kin {
  const read = KinFile.safeParse(parse(file.text))
  if (!read.success) {
    const issue = read.error.issues[0]!
    throw new Error(
      `${file.name}: ${issue.path.join('.')}: ${issue.message}; compare it with Rapport's own kin.yaml`,
    )
  }
  const { endings, least, classes, light } = read.data
  const [heavyFirst, light_] = [endings.toSorted((a, b) => b.length - a.length), new Set(light)]
  const kinds = (lemma: string): readonly string[] => [
    `~${rootOf(lemma, heavyFirst, least)}`,
    ...classes.flatMap((words, i) => (words.includes(lemma) ? [`#${i}`] : [])),
  ]
  return { kinds: remembered(kinds), isLight: (lemma) => light_.has(lemma) }
}

/** One ending after the other is cut off: "funding" loses what "fund" loses. */
function rootOf(lemma: string, endings: readonly string[], least: number): string {
  const ending = endings.find((one) => lemma.endsWith(one) && lemma.length - one.length >= least)
  if (ending) return rootOf(lemma.slice(0, -ending.length), endings, least)
  return lemma.replace(/e$/, '').replace(/([^aeiou])\1$/, '$1')
}

function remembered<T>(work: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    if (!known.has(word)) known.set(word, work(word))
    return known.get(word)!
  }
}

/** How two words for an act stand to each other; null where they name different acts. */
export function kinship(a: string, b: string, { kinds }: Kin): Kinship {
  if (a === b) return 'word'
  const shared = kinds(a).filter((kind) => kinds(b).includes(kind))
  return shared.length === 0 ? null : shared.some((kind) => kind.startsWith('~')) ? 'root' : 'class'
}
