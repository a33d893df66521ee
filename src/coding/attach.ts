import { ancestors, casesOf, kids, label, phraseOf, subtree, type Tree } from '../reading/tree.js'
import type { Name, Phrase, Reading, TimeExpression, Token } from '../types.js'
import { clauseOf } from './clauses.js'
import type { ReferenceIndex } from './known.js'
import type { Match } from './match.js'

/** A word that tells something, with the nouns that it rests on. */
export type Held = Pick<Match, 'token' | 'used'>

/** How far apart two tokens of a tree are, in arcs. */
export function distance(tree: Tree, a: number, b: number): number {
  const up = ancestors(tree, a)
  const other = ancestors(tree, b)
  const meet = up.findIndex((x) => other.includes(x))
  return meet < 0 ? Number.POSITIVE_INFINITY : meet + other.indexOf(up[meet]!)
}

/** A clause that speaks of its own subject; what stands in it belongs to nothing outside. */
function closedClause(tree: Tree, i: number): number | null {
  const path = ancestors(tree, i)
  return (
    path.find(
      (k) =>
        ['acl:relcl', 'advcl:relcl'].includes(tree.tokens[k]!.deprel) ||
        (label(tree.tokens[k]!) === 'conj' && kids(tree, k, 'nsubj').length > 0),
    ) ?? null
  )
}

/** "the 2018 elections": a time that describes a noun dates no other event. */
function describesNoun(tree: Tree, head: number, matches: readonly Held[]): boolean {
  const token = tree.tokens[head]!
  // "said yesterday's talks had failed": whatever the parser makes of it, whose it is tells of a noun.
  if (tree.tokens[head + 1]?.xpos === 'POS' && token.deprel !== 'nmod:poss') return true
  if (!['compound', 'nummod', 'amod'].includes(label(token)) && token.deprel !== 'nmod:poss') return false
  return !matches.some((m) => m.token === token.head || m.used.includes(token.head))
}

const ASIDE = new Set([
  'despite',
  'amid',
  'after',
  'before',
  'following',
  'since',
  'without',
  'because of',
  'over',
])

/** "announced it on Friday despite criticism": a noun told by the way has only the times and places inside it. */
const toldAside = (tree: Tree, held: Held, head: number): boolean =>
  casesOf(tree, held.token).some((c) => ASIDE.has(c)) && !ancestors(tree, head).includes(held.token)

/** The match that a phrase is nearest to: in the tree first, then in the text. */
function nearest(tree: Tree, head: number, matches: readonly Held[]): Held | undefined {
  const clause = closedClause(tree, head)
  const open = matches.filter(
    (m) => closedClause(tree, m.token) === clause || [m.token, ...m.used].includes(clause ?? -1),
  )
  if (describesNoun(tree, head, matches)) return undefined
  const free = open.filter((m) => !toldAside(tree, m, head))
  const cost = (m: Held) =>
    Math.min(...[m.token, ...m.used].map((t) => distance(tree, t, head))) * 100 + Math.abs(m.token - head)
  return free.sort((a, b) => cost(a) - cost(b))[0]
}

/** What leads from a word to the phrases that belong to it, and into no other clause. */
const PHRASES = ['nsubj', 'obj', 'iobj', 'obl', 'nmod', 'compound', 'flat', 'appos']

/**
 * Whether a time stands on a word, beside it, in a phrase of it ("in the hall on Monday") or in its scene; in another
 * clause, and further off, it dates something else.
 * @param speaks whether the word is a verb of speech: a time beside it or in its scene may be part of what is said
 */
function isNear(tree: Tree, word: number, time: number, speaks: boolean): boolean {
  const [up, down] = [ancestors(tree, word), ancestors(tree, time)]
  const rise = up.findIndex((k) => down.includes(k))
  const between = down.slice(1, down.indexOf(up[rise]!)).map((k) => label(tree.tokens[k]!))
  if (rise > 0) return rise === 1 && between.length === 0 && !speaks
  const scene = between.length === 1 && between[0] === 'advcl'
  return between.every((step) => PHRASES.includes(step)) || (scene && !speaks)
}

const dates = (t: TimeExpression): boolean => !['duration', 'set'].includes(t.meaning.kind)

/** "two days after the summit" hangs by its days: what they are counted from is not what they date. */
function hangsBy({ tokens }: Tree, { meaning, from, to, head }: TimeExpression): number {
  const unit = meaning.kind === 'from-event' ? tokens.slice(from, to).findIndex((t) => t.upos === 'NOUN') : -1
  return unit < 0 ? head : from + unit
}

/**
 * The time expression that dates each event, by the event's token. A time goes to what it is nearest to, which may be
 * a verb of speech: then it dates the saying. An event without one shares the time of its own clause.
 * @param acts events, which may share a time; others, which only compete for it
 */
export function timesOf(
  tree: Tree,
  acts: readonly Held[],
  others: readonly Held[],
  times: readonly TimeExpression[],
): Map<number, TimeExpression> {
  const out = new Map<number, TimeExpression>()
  for (const time of times.filter(dates)) {
    const head = hangsBy(tree, time)
    const held = nearest(tree, head, [...acts, ...others])
    if (!held || out.has(held.token)) continue
    const words = [held.token, ...held.used]
    const speaks = others.includes(held)
    if (words.some((word) => isNear(tree, word, head, speaks))) out.set(held.token, time)
  }
  for (const { token } of acts) {
    const time = out.get(token) ?? shared(tree, token, acts, out)
    if (time) out.set(token, time)
  }
  return out
}

/** "signed a pact and opened talks in 2024": events joined in one clause share its time. */
function shared(
  tree: Tree,
  token: number,
  acts: readonly Held[],
  dated: ReadonlyMap<number, TimeExpression>,
): TimeExpression | undefined {
  const clause = clauseOf(tree, token)
  const near = acts.find(({ token: other }) => {
    const joined = label(tree.tokens[token]!) === 'conj' && tree.tokens[token]!.head === other
    return other !== token && dated.has(other) && (clauseOf(tree, other) === clause || joined)
  })
  return near ? dated.get(near.token) : atThatTime(tree, token, dated)
}

/** "said on Monday as he hosted X": what goes on meanwhile has the time of what is told above it. */
function atThatTime(
  tree: Tree,
  token: number,
  dated: ReadonlyMap<number, TimeExpression>,
): TimeExpression | undefined {
  const path = ancestors(tree, token)
  const meanwhile = path.findIndex(
    (k) =>
      label(tree.tokens[k]!) === 'advcl' &&
      kids(tree, k, 'mark').some((m) => MEANWHILE.has(tree.tokens[m]!.lemma.toLowerCase())),
  )
  const above = meanwhile < 0 ? undefined : path.slice(meanwhile + 1).find((k) => dated.has(k))
  return above === undefined ? undefined : dated.get(above)
}
const MEANWHILE = new Set(['as', 'while', 'when'])

const WHERE = new Set([
  'in',
  'at',
  'near',
  'outside',
  'inside',
  'from',
  'to',
  'into',
  'on',
  'across',
  'over',
  'around',
])
const SURE = new Set(['in', 'at', 'near', 'outside', 'inside'])

interface Where {
  readonly head: number
  readonly place: Name
  readonly preposition: string
}

function placesIn(tree: Tree, index: ReferenceIndex, names: readonly Name[]): Where[] {
  const sentence = tree.sentence.index
  return tree.tokens.flatMap((_, head) => {
    const preposition = casesOf(tree, head).find((c) => WHERE.has(c))
    if (!preposition || !['obl', 'nmod'].includes(label(tree.tokens[head]!))) return []
    const reference = (index.get(`${sentence}:${head}`) ?? []).find((r) => r.place)
    const place =
      reference?.place ?? names.find((n) => n.sentence === sentence && n.head === head && n.kind === 'place')
    return place ? [{ head, place, preposition }] : []
  })
}

/** "her Moscow visit", "a Geneva summit": the place before the noun. */
function before(tree: Tree, match: Match, names: readonly Name[]): Name | null {
  const heads = [match.token, ...match.used].flatMap((k) => kids(tree, k, 'compound', 'nmod:poss'))
  return (
    names.find(
      (n) =>
        n.sentence === tree.sentence.index && heads.includes(n.head) && ['capital', 'place'].includes(n.kind),
    ) ?? null
  )
}

/** "met in X", "held talks in X": a place further down belongs to something else. */
const FARTHEST = 2

/** Where an event took place: a phrase of place that hangs on it, within its clause. */
export function placeOf(
  tree: Tree,
  match: Match,
  matches: readonly Match[],
  index: ReferenceIndex,
  names: readonly Name[],
): Name | null {
  const goes = match.trigger.frame === 'visit' || match.trigger.frame === 'host'
  const found = placesIn(tree, index, names).filter(
    (w) =>
      (SURE.has(w.preposition) || (goes && ['to', 'into'].includes(w.preposition))) &&
      nearest(tree, w.head, matches)?.token === match.token,
  )
  const near = found.filter(
    (w) => Math.min(...[match.token, ...match.used].map((t) => distance(tree, t, w.head))) <= FARTHEST,
  )
  const close = near.sort((a, b) => distance(tree, match.token, a.head) - distance(tree, match.token, b.head))
  return precise(close)?.place ?? before(tree, match, names)
}

const RANK: Readonly<Record<string, number>> = { seat: 0, place: 1, capital: 1, state: 2 }
const precise = (list: readonly Where[]): Where | undefined =>
  [...list].sort((a, b) => (RANK[a.place.kind] ?? 3) - (RANK[b.place.kind] ?? 3))[0]

const LEFT_OUT = new Set([
  'acl',
  'acl:relcl',
  'advcl',
  'parataxis',
  'appos',
  'case',
  'punct',
  'det',
  'conj',
  'cc',
  'obl',
  'dep',
])

/** A noun phrase in its own words: without article, clauses and what is joined to it. */
export function corePhrase(tree: Tree, head: number): Phrase {
  // "at least 20 soldiers": what belongs to a number stays with it.
  const counts = (t: Token) => tree.tokens[tree.tokens[t.head]?.head ?? -1]?.deprel === 'nummod'
  const isOut = (t: Token) => (LEFT_OUT.has(t.deprel) || LEFT_OUT.has(label(t))) && !counts(t)
  const tokens = subtree(tree, head, isOut)
  return phraseOf(tree, contiguous(tokens, head), head)
}

/** The unbroken run of tokens around the head: an article or clause that was left out ends it. */
function contiguous(tokens: readonly number[], head: number): number[] {
  const has = new Set(tokens)
  let from = head
  while (has.has(from - 1)) from--
  let to = head
  while (has.has(to + 1)) to++
  return tokens.filter((i) => i >= from && i <= to)
}

/** The things an event was about: its objects that name no actor, or the noun of action itself. */
export function topicOf(tree: Tree, match: Match, reading: Reading): Phrase[] {
  const own =
    match.trigger.kind === 'noun' ? [match.token] : [...new Set([...match.used, ...match.slots.object])]
  const acting = new Set(
    reading.references
      .filter((r) => r.sentence === tree.sentence.index && r.kind !== 'description')
      .map((r) => r.head),
  )
  return own.filter((k) => !acting.has(k) && tree.tokens[k]!.upos === 'NOUN').map((k) => corePhrase(tree, k))
}
