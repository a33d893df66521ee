import { hashText } from '../src/reading/hash.js'

/** The forms of an irregular verb, from a line "bear bore borne|born". */
export interface IrregularVerb {
  readonly lemma: string
  readonly past: readonly string[]
  readonly participle: readonly string[]
}

/** Reads the lines of words.yaml. */
export function irregularVerbs(lines: readonly string[]): IrregularVerb[] {
  return lines.map((line) => {
    const [lemma = '', past = '', participle = ''] = line.split(' ')
    return { lemma, past: past.split('|'), participle: participle.split('|') }
  })
}

/** Forms that differ from the lemma, by what they can be: "VBD" took, "VBN" taken, "VBD VBN" held. */
function formsByUse(verbs: readonly IrregularVerb[]): Map<string, string[]> {
  const uses = new Map<string, Set<string>>()
  const note = (form: string, xpos: string) => uses.set(form, (uses.get(form) ?? new Set()).add(xpos))
  for (const verb of verbs) {
    for (const form of verb.past.filter((f) => f !== verb.lemma)) note(form, 'VBD')
    for (const form of verb.participle.filter((f) => f !== verb.lemma)) note(form, 'VBN')
  }
  const forms = new Map<string, string[]>()
  for (const [form, tags] of uses) {
    const use = [...tags].sort().join(' ')
    forms.set(use, [...(forms.get(use) ?? []), form])
  }
  return forms
}

function mostFrequent(values: readonly number[]): number | undefined {
  const count = (value: number) => values.filter((v) => v === value).length
  return [...new Set(values)].sort((a, b) => count(b) - count(a) || a - b)[0]
}

/**
 * Gives words that training has hardly seen the set of tags that words of their kind mostly have: "withdrew" that of
 * "took", "amid" that of "toward".
 */
export function withKnownWords(
  tagsSeen: ReadonlyMap<number, number>,
  verbs: readonly IrregularVerb[],
  prepositions: readonly string[],
): Map<number, number> {
  const all = new Map(tagsSeen)
  for (const forms of [...formsByUse(verbs).values(), prepositions]) {
    const keys = forms.map(hashText)
    const usual = mostFrequent(keys.flatMap((key) => tagsSeen.get(key) ?? []))
    for (const key of keys) if (usual !== undefined && !all.has(key)) all.set(key, usual)
  }
  return all
}
