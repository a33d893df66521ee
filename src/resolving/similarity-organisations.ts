import { fold } from './fold.js'
import type { Similarity } from './similarity.js'
import { toLatin } from './similarity-name.js'
import type { NameRules } from './similarity-rules.js'
import { distance } from './similarity-words.js'

/** An organisation's name taken apart, to be compared with others. */
export interface ReadOrganisation {
  readonly words: readonly string[]
  /** All letters, small words among them. */
  readonly letters: string
  /** "ltd", "jsc"; null where none is said. */
  readonly form: string | null
}

const refuse = (rule: string): Similarity => ({ score: 0, rule, whole: false })

/** A form stands first or last in a name: "OAO Gazprom", "Siemens AG". */
function splitForm(text: string, rules: NameRules): { rest: string; form: string | null } {
  for (const [words, form] of rules.organisations.forms) {
    if (text.endsWith(` ${words}`)) return { rest: text.slice(0, -words.length - 1), form }
    if (text.startsWith(`${words} `)) return { rest: text.slice(words.length + 1), form }
  }
  return { rest: text, form: null }
}

const withOneSpelling = (text: string, rules: NameRules): string =>
  rules.organisations.sameWords.reduce(
    (t, [words, one]) => ` ${t} `.replaceAll(` ${words} `, ` ${one} `).trim(),
    text,
  )

/** Takes an organisation's name apart: one spelling for each word, the legal form set aside. */
export function readOrganisation(text: string, rules: NameRules): ReadOrganisation {
  const bare = fold(text.replaceAll('&', ' and ').replace(/['’]s?\b/g, ''))
  const { rest, form } = splitForm(bare, rules)
  const plain = fold(withOneSpelling(toLatin(splitForm(rest, rules).rest, rules), rules))
  const all = plain.split(' ')
  const words = all.filter((w) => !rules.organisations.small.has(w))
  return { words: words.length ? words : all, letters: plain.replaceAll(' ', ''), form }
}

const letters = (words: readonly string[]): string => words.map((w) => w[0]).join('')

const isShort = (a: ReadOrganisation, b: ReadOrganisation): boolean =>
  a.words[0]!.length > 2 && b.words.length > 2 && a.words[0] === letters(b.words)

/** Words must be near, one of them at most not the same; figures and short words must be the same. */
function wordsApart(a: ReadOrganisation, b: ReadOrganisation, rules: NameRules): number {
  if (a.words.length !== b.words.length) return 1
  const apart = a.words.map((w, i) => wordApart(w, b.words[i]!, rules))
  return apart.filter((x) => x > 0).length > 1 ? 1 : Math.max(...apart)
}

function wordApart(a: string, b: string, rules: NameRules): number {
  if (a === b) return 0
  const long = Math.max(a.length, b.length)
  if (long < 4 || /\d/.test(a + b)) return 1
  return distance(a, b, rules) / long
}

/**
 * Whether two names can be spellings of one organisation's name. Different legal forms are different bodies.
 * @example similarOrganisations('Tesk Werke AG', 'Tesk Werke Aktiengesellschaft', rules)
 *   // { score: 1, rule: 'same words', whole: true }
 */
export function similarOrganisations(a: string, b: string, rules: NameRules): Similarity {
  const [x, y] = [readOrganisation(a, rules), readOrganisation(b, rules)]
  if (formsClash(x, y)) return refuse('different legal forms')
  if (x.letters === y.letters) return { score: 1, rule: 'same words', whole: true }
  if (sameOrganisation(x, y)) return { score: 0.97, rule: 'same words', whole: true }
  if (isShort(x, y) || isShort(y, x)) return { score: 0.8, rule: 'initials of the words', whole: false }
  const apart = wordsApart(x, y, rules)
  if (apart > 0.3) return refuse('names differ in a word')
  return { score: 0.95 - apart, rule: 'a letter apart', whole: true }
}

const formsClash = (x: ReadOrganisation, y: ReadOrganisation): boolean =>
  x.form !== null && y.form !== null && x.form !== y.form && !isCompany(x.form, y.form)

/** By which names of one organisation are found: two that share a key have the same words. */
export const organisationKeys = (x: ReadOrganisation): string[] => [...new Set([x.letters, x.words.join('')])]

/** The same words but for small ones, and no different legal forms. */
export const sameOrganisation = (x: ReadOrganisation, y: ReadOrganisation): boolean =>
  !formsClash(x, y) && (x.letters === y.letters || x.words.join('') === y.words.join(''))

/** "Corporation" and "Company" are words for the same. */
const isCompany = (a: string, b: string): boolean =>
  [a, b].every((f) => ['co', 'corp', 'inc', 'ltd'].includes(f))
