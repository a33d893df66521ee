import type { Sentence, TimeExpression, TimeMeaning, Token } from '../types.js'
import { type Atom, atomise } from './times-atoms.js'
import { compose, type Found } from './times-compose.js'
import { stands } from './times-guards.js'
import { longest } from './times-match.js'
import { Caught, meaningOf } from './times-meanings.js'
import type { TimeRules } from './times-rules.js'

export { parseTimeRules, type TimeRules } from './times-rules.js'

/** The time expressions of a sentence, the longest where several start at one word, none overlapping.
 *  Prepositions are left out ("on Monday" gives "Monday"), except those that change the meaning ("since", "until").
 *  @param sentence its tokens; only their forms and places are looked at
 *  @param text the report's kept text, which the offsets count
 *  @param rules the codebook's times.yaml, read by parseTimeRules
 *  @returns in text order, with what each means before it is counted from any date (see resolving/dates.ts)
 *  @example "They signed it in 2024." gives [{ text: '2024', meaning: { kind: 'full', edtf: '2024' }, ... }] */
export function findTimes(sentence: Sentence, text: string, rules: TimeRules): TimeExpression[] {
  const atoms = atomise(sentence.tokens)
  const found = compose(scan(atoms, rules), atoms, rules)
  return found.map((time) => toExpression(time, atoms, sentence, text))
}

function scan(atoms: readonly Atom[], rules: TimeRules): Found[] {
  const found: Found[] = []
  for (let from = 0; from < atoms.length; ) {
    const match = atoms[from]!.opens || atoms[from - 1]!.text === '-' ? longest(atoms, from, rules) : null
    const meaning =
      match && stands(atoms, from, match, rules)
        ? meaningOf(match.leaf.means, new Caught(match.caught, match.leaf.gives))
        : null
    if (meaning) found.push({ from, to: match!.to, meaning: atClauseEnd(meaning, atoms[match!.to]) })
    from = match && (meaning || match.leaf.means === 'nothing') ? match.to : from + 1
  }
  return found
}

/** "two days after the talks" counts from the talks, "He left two days after." from the last date told. */
function atClauseEnd(meaning: TimeMeaning, next: Atom | undefined): TimeMeaning {
  const isEnd = next === undefined || /^[.,;:!?)—–-]/.test(next.text)
  return meaning.kind === 'from-event' && isEnd ? { ...meaning, of: 'date' } : meaning
}

function toExpression(time: Found, atoms: readonly Atom[], sentence: Sentence, text: string): TimeExpression {
  const from = atoms[time.from]!.token
  const to = atoms[time.to - 1]!.token + 1
  const { start } = sentence.tokens[from]!
  const { end } = sentence.tokens[to - 1]!
  return {
    sentence: sentence.index,
    from,
    to,
    head: headOf(sentence.tokens, from, to),
    start,
    end,
    text: text.slice(start, end),
    meaning: time.meaning,
  }
}

/** The token of [from, to) whose governor lies outside; the last one where several do. */
function headOf(tokens: readonly Token[], from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) {
    const { head } = tokens[i]!
    if (head < from || head >= to) return i
  }
  return to - 1
}
