import type { Atom } from './times-atoms.js'
import type { Match } from './times-match.js'
import type { TimeRules } from './times-rules.js'

/** Whether matched words are a time where they stand: "2000" is a year in "in 2000", not in "2000 people"; "May" a
 *  month in "in May", not in "May said". */
export function stands(atoms: readonly Atom[], from: number, match: Match, rules: TimeRules): boolean {
  if (match.leaf.means === 'duration' && match.to - from === 2) return isLasting(atoms, from, rules)
  if (match.leaf.means === 'weekday' && isClipped(atoms.slice(from, match.to), rules)) return false
  if (match.to - from > 1) return true
  const [only] = match.caught
  if (only?.name === 'year') return isYear(atoms, from, rules)
  if (only?.name === 'month' || only?.name === 'weekday') return isBareName(atoms, from, rules)
  return true
}

function isBareName(atoms: readonly Atom[], at: number, rules: TimeRules): boolean {
  const word = atoms[at]!.text
  if (!rules.bare.has(word)) return true
  const before = atoms[at - 1]?.text ?? ''
  if (rules.bareNames.get(word)?.has(before)) return false
  return rules.bareAfter.has(before)
}

function isYear(atoms: readonly Atom[], at: number, rules: TimeRules): boolean {
  const year = Number(atoms[at]!.text)
  const before = atoms[at - 1]
  const after = atoms[at + 1]
  if (before && rules.noYearAfter.has(before.text)) return false
  if (after && !after.capital && rules.noYearBefore.has(after.text)) return false
  const led = before !== undefined && rules.yearAfter.has(before.text)
  if (!led && (year < 1900 || year > 2099)) return false
  return led || at < 2 || !before?.capital || !before.opens
}

/** "a week" that lasts, not a rate. */
function isLasting(atoms: readonly Atom[], at: number, rules: TimeRules): boolean {
  const before = atoms[at - 1]
  return !['a', 'an'].includes(atoms[at]!.text) || !before || rules.loneAfter.has(before.text)
}

/** "Sun" by itself, a name more often than a day. */
function isClipped(matched: readonly Atom[], rules: TimeRules): boolean {
  return matched.some((atom) => rules.neverAlone.has(atom.text))
}
