import type { NameRules, SoundSet } from './similarity-rules.js'
import { chineseNames, type KoreanName, koreanNames } from './similarity-syllables.js'

/** One word of a name. */
export interface NameWord {
  /** Lower-case Latin letters. */
  readonly text: string
  /** The word by its sounds, under the general rules and then under each set of rules, in their order. */
  readonly sounds: readonly string[]
  readonly initial: boolean
  /** A small word that may be left out. */
  readonly light: boolean
  readonly patronymic: boolean
}

/** A name taken apart, to be compared with others. */
export interface ReadName {
  readonly text: string
  readonly words: readonly NameWord[]
  /** Names in brackets or quotation marks: "Edward (Ted) Heath". */
  readonly nicknames: readonly string[]
  /** 2 for "Jr." and "II"; null where none is said. */
  readonly generation: number | null
  /** Written in a script without short vowels. */
  readonly vowelless: boolean
  /** Ways to read it as a Korean and as a Chinese name. */
  readonly korean: readonly KoreanName[]
  readonly chinese: readonly (readonly string[])[]
}

const HANGUL = 0xac00

function fromHangul(char: string, rules: NameRules): string {
  const code = char.charCodeAt(0) - HANGUL
  const { onsets, vowels, codas } = rules.hangul
  const [onset, vowel, coda] = [Math.floor(code / 588), Math.floor((code % 588) / 28), code % 28]
  return `${onsets[onset]}${vowels[vowel]}${codas[coda]} `
}

/** Latin letters without marks, lower case; letters of scripts that the rules do not know stay. */
export function toLatin(text: string, rules: NameRules): string {
  const hangul = text.normalize('NFC').replace(/[\uac00-\ud7a3]/g, (c) => fromHangul(c, rules))
  const known = [...hangul.toLowerCase()].map((c) => rules.letters.get(c) ?? c).join('')
  const bare = known.normalize('NFKD').replace(/\p{M}/gu, '')
  return [...bare].map((c) => rules.letters.get(c) ?? c).join('')
}

const soundOf = (word: string, set: SoundSet): string =>
  set.rules.reduce((w, [from, to]) => w.replace(from, to), word)

function toWord(text: string, alone: boolean, rules: NameRules): NameWord {
  const general = soundOf(text, rules.general)
  return {
    text,
    sounds: [general, ...rules.sets.map((set) => soundOf(general, set))],
    initial: text.length === 1,
    light: !alone && rules.particles.has(text),
    patronymic: rules.patronymic.test(text),
  }
}

const NICKNAME = /\(([^)]*)\)|["“”«„]([^"“”»„]+)["“”»]/g

/** "Heath, Edward" is turned round; "King, Jr." is not. */
function inOrder(text: string, rules: NameRules): string {
  const [family, given, ...more] = text.split(',').map((part) => part.trim())
  if (!given || more.length > 1 || rules.generations.has(toLatin(given, rules).replace(/\W/g, '')))
    return text.replaceAll(',', ' ')
  return [given, family, ...more].join(' ')
}

/** "J.-C." and "JC" in a name of capital and small letters are initials. */
const spread = (text: string): string =>
  /\p{Ll}/u.test(text)
    ? text.replace(/(?<!\p{L})[B-DF-HJ-NP-TV-XZ]{2}(?!\p{L})/gu, (both) => [...both].join(' '))
    : text

function pieces(text: string, rules: NameRules): string[] {
  return toLatin(spread(inOrder(text, rules)), rules)
    .replace(/['’‘`´]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

function withoutTitles(words: readonly string[], rules: NameRules): string[] {
  const first = words.findIndex((w) => !rules.titles.has(w))
  return first < 0 ? [...words] : words.slice(first)
}

/**
 * Takes a name apart: words by their sounds, nicknames, titles and "Jr." set aside, "Family, Given" turned round.
 * @example readName('Biden, J. R., Jr.', rules).words.map((w) => w.text) // ['j', 'r', 'biden']
 */
export function readName(text: string, rules: NameRules): ReadName {
  const nicknames = [...text.matchAll(NICKNAME)].map((m) => (m[1] ?? m[2])!.trim()).filter(Boolean)
  const bare = text.replace(NICKNAME, ' ').trim() || text
  const words = withoutTitles(pieces(bare, rules), rules)
  const last = words.at(-1) ?? ''
  const generation = words.length > 1 ? (rules.generations.get(last) ?? null) : null
  const own = generation === null ? words : words.slice(0, -1)
  return {
    text,
    words: own.map((w) => toWord(w, own.length === 1, rules)),
    nicknames,
    generation,
    vowelless: /\p{Script=Arabic}/u.test(bare),
    korean: koreanNames(own, rules.korean),
    chinese: chineseNames(own, rules.chinese),
  }
}
