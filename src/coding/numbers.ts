import { ancestors, kids, spanOf, subtree, type Tree } from '../reading/tree.js'
import type { NumberSaid, Span } from '../types.js'
import type { Match } from './match.js'

/** What the codebook knows of numbers (codebook/numbers.yaml). */
export interface NumberRules {
  /** What is counted -> the lemmas that tell of it: killed -> kill, die, death. */
  readonly outcomes: ReadonlyMap<string, ReadonlySet<string>>
  readonly bounds: ReadonlyMap<'at-least' | 'at-most' | 'about', readonly string[]>
  readonly words: ReadonlyMap<string, number>
  readonly scales: ReadonlySet<string>
  /** Nouns whose number tells nothing of an event: "two countries". */
  readonly uncounted: ReadonlySet<string>
}

const word = (tree: Tree, i: number): string => tree.tokens[i]!.form.toLowerCase()

/** The value of one token: "12", "1,000", "3.5", "twenty", "twenty-five"; null for anything else. */
function valueAt(tree: Tree, i: number, rules: NumberRules): number | null {
  const text = word(tree, i)
  if (/^\d{1,3}(,\d{3})+$/.test(text)) return Number(text.replaceAll(',', ''))
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text)
  const parts = text.split('-').map((p) => rules.words.get(p))
  return parts.every((p) => p !== undefined) ? parts.reduce<number>((a, b) => a + b!, 0) : null
}

/** The number that starts at a token, over scale words: "3.5 million", "two dozen". */
function numberFrom(tree: Tree, i: number, rules: NumberRules): { value: number; to: number } | null {
  const first = valueAt(tree, i, rules)
  if (first === null) return null
  let value = first
  let to = i + 1
  // "twenty-five" comes as three tokens.
  const units =
    word(tree, i + 1 < tree.tokens.length ? i + 1 : i) === '-' && to + 1 < tree.tokens.length
      ? valueAt(tree, to + 1, rules)
      : null
  if (units !== null && units < 10 && first >= 20 && first % 10 === 0) {
    value += units
    to += 2
  }
  while (to < tree.tokens.length && rules.scales.has(word(tree, to)))
    value *= rules.words.get(word(tree, to++))!
  return { value, to }
}

function boundBefore(
  tree: Tree,
  from: number,
  rules: NumberRules,
): { bound: NumberSaid['bound']; from: number } {
  for (const size of [3, 2, 1]) {
    if (from - size < 0) continue
    const phrase = tree.tokens
      .slice(from - size, from)
      .map((t) => t.form.toLowerCase())
      .join(' ')
    for (const [bound, phrases] of rules.bounds)
      if (phrases.includes(phrase)) return { bound, from: from - size }
  }
  return { bound: null, from }
}

function outcomeOf(tree: Tree, i: number, rules: NumberRules): string | null {
  const near = ancestors(tree, i)
    .slice(0, 3)
    .flatMap((a) => [a, ...kids(tree, a, 'amod', 'acl')])
  for (const k of near)
    for (const [what, lemmas] of rules.outcomes)
      if (lemmas.has(tree.tokens[k]!.lemma.toLowerCase())) return what
  return null
}

/** "12 people killed" counts the killed; "20 tanks" counts tanks. */
function countedBy(tree: Tree, i: number, rules: NumberRules): string | null {
  const outcome = outcomeOf(tree, i, rules)
  if (outcome) return outcome
  const head = tree.tokens[i]!.head
  return head >= 0 &&
    tree.tokens[head]!.upos === 'NOUN' &&
    tree.tokens[i]!.deprel === 'nummod' &&
    /^\p{L}+$/u.test(tree.tokens[head]!.lemma)
    ? tree.tokens[head]!.lemma.toLowerCase()
    : null
}

/** Numbers in clauses of their own count something else. */
const OTHER_CLAUSE = new Set(['acl:relcl', 'advcl', 'ccomp', 'parataxis', 'conj'])

/**
 * The counts that an event's words give, with what is counted and how sure the number is.
 * @param dated spans of time expressions, whose numbers count nothing
 * @example "killed at least 12 people" // [{ what: 'killed', value: 12, bound: 'at-least', text: 'at least 12' }]
 */
export function numbersOf(
  tree: Tree,
  match: Match,
  text: string,
  dated: readonly Span[],
  rules: NumberRules,
): (NumberSaid & Span)[] {
  const scope = new Set(
    subtree(tree, match.token, (t, k) => OTHER_CLAUSE.has(t.deprel) && kids(tree, k, 'nsubj').length > 0),
  )
  const out: (NumberSaid & Span)[] = []
  for (let i = 0; i < tree.tokens.length; i++) {
    const token = tree.tokens[i]!
    if (
      !scope.has(i) ||
      token.upos !== 'NUM' ||
      dated.some((d) => token.start < d.end && token.end > d.start)
    )
      continue
    const number = numberFrom(tree, i, rules)
    const what = number && countedBy(tree, number.to - 1, rules)
    if (!number || !what || rules.uncounted.has(what)) continue
    const { bound, from } = boundBefore(tree, i, rules)
    const span = spanOf(tree, [from, number.to - 1])
    out.push({ what, value: number.value, bound, text: text.slice(span.start, span.end), ...span })
    i = number.to - 1
  }
  return out
}
