import type { NameWord } from './similarity-name.js'
import { type NameRules, stemOf } from './similarity-rules.js'

/** How alike two words of names are, 0 to 1, and why. */
export interface WordMatch {
  readonly score: number
  readonly rule: string
}

/** The cost up to which words of a length are near: long words may differ in more letters. */
const allowed = (length: number): number => 0.26 * length

/** The ending of a father's name says nothing. */
const ENDING = 4
const limitFor = (a: NameWord, b: NameWord, long: number): number =>
  a.patronymic && b.patronymic ? 0.3 * (long - ENDING) : allowed(long)
const NONE: WordMatch = { score: 0, rule: 'different' }
const VOWEL = /[aeiou]/g

/**
 * What it costs to turn one word into the other: letters left out, replaced or swapped with a neighbour; letters of
 * near sounds cost less than one.
 * @returns the cost, or a number above the limit once it is sure to be above
 */
export function distance(a: string, b: string, rules: NameRules, limit = Number.POSITIVE_INFINITY): number {
  const { near } = rules
  const leaveB = [...b].map((c) => rules.silent.get(c) ?? 1)
  let [before, last]: [number[], number[]] = [[], [0]]
  for (let j = 0; j < b.length; j++) last.push(last[j]! + leaveB[j]!)
  for (let i = 1; i <= a.length; i++) {
    const x = a[i - 1]!
    const leaveA = rules.silent.get(x) ?? 1
    const row = [last[0]! + leaveA]
    let least = row[0]!
    for (let j = 1; j <= b.length; j++) {
      const y = b[j - 1]!
      let best = last[j - 1]! + (x === y ? 0 : (near.get(x + y) ?? 1))
      best = Math.min(best, last[j]! + leaveA, row[j - 1]! + leaveB[j - 1]!)
      if (i > 1 && j > 1 && x === b[j - 2] && y === a[i - 2]) best = Math.min(best, before[j - 2]! + 1)
      row.push(best)
      if (best < least) least = best
    }
    if (least > limit + 1) return limit + 1
    before = last
    last = row
  }
  return last[b.length]!
}

const shareLine = (a: string, b: string, rules: NameRules): boolean =>
  !!rules.given.get(a)?.some((line) => rules.given.get(b)?.includes(line))

/** "Mikalaevich", "Nikolaevich": fathers whose names are forms of one given name. */
function shareFather(a: NameWord, b: NameWord, rules: NameRules): boolean {
  if (!a.patronymic || !b.patronymic) return false
  const linesOf = (w: NameWord) => rules.givenStems.get(stemOf(w.text.replace(rules.patronymic, ''))) ?? []
  const lines = linesOf(b)
  return linesOf(a).some((line) => lines.includes(line))
}

function sameSounds(a: NameWord, b: NameWord, rules: NameRules): WordMatch | null {
  const set = a.sounds.findIndex((s, i) => s === b.sounds[i])
  if (set < 0) return null
  return {
    score: 0.97,
    rule: set === 0 ? 'same sounds' : `same sounds in ${rules.sets[set - 1]!.name} spelling`,
  }
}

/** The least distance under any set of sound rules. */
function nearest(a: NameWord, b: NameWord, rules: NameRules, limit: number): number {
  let best = limit + 1
  a.sounds.forEach((sound, i) => {
    const known = i > 0 && sound === a.sounds[0] && b.sounds[i] === b.sounds[0]
    if (!known) best = Math.min(best, distance(sound, b.sounds[i]!, rules, Math.min(best, limit)))
  })
  return best
}

/** Slips and spellings seldom touch how a word begins, but for near sounds and silent letters. */
function beginAlike(a: NameWord, b: NameWord, rules: NameRules): boolean {
  const [x, y] = [a.sounds[0]![0]!, b.sounds[0]![0]!]
  return x === y || rules.near.has(x + y) || rules.silent.has(x) || rules.silent.has(y)
}

/** Words far apart in length cannot be near; short words must sound the same. */
function nearSounds(a: NameWord, b: NameWord, rules: NameRules): WordMatch {
  const long = Math.max(a.text.length, b.text.length)
  if (Math.min(a.text.length, b.text.length) < 3 || Math.abs(a.text.length - b.text.length) > 3) return NONE
  if (!beginAlike(a, b, rules)) return NONE
  const limit = limitFor(a, b, long)
  const apart = nearest(a, b, rules, limit)
  const share = apart / long
  if (apart > limit) return NONE
  return { score: 0.95 - share, rule: apart < 1 ? 'near sounds' : 'a letter apart' }
}

function consonants(a: NameWord, b: NameWord): WordMatch {
  const [x, y] = [a, b].map((w) => w.sounds.at(-2)!.replace(VOWEL, '').replace(/[jwv]/g, ''))
  return x && x === y ? { score: 0.9, rule: 'same consonants' } : NONE
}

/** Two words of names, or several words joined: the same, by sound, a given name's other form, an initial, near. */
export function matchWords(a: NameWord, b: NameWord, rules: NameRules, vowelless = false): WordMatch {
  if (a.text === b.text) return { score: 1, rule: 'same letters' }
  if (a.initial || b.initial) {
    const first = a.text[0] === b.text[0] || a.sounds[0]![0] === b.sounds[0]![0]
    return first ? { score: 0.7, rule: 'initial' } : NONE
  }
  const exact = sameSounds(a, b, rules)
  if (exact) return exact
  if (shareLine(a.text, b.text, rules) || shareFather(a, b, rules))
    return { score: 0.93, rule: 'another form of the given name' }
  if (vowelless) return consonants(a, b)
  return nearSounds(a, b, rules)
}
