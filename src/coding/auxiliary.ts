import { ancestors, casesOf, isVerb, kids, label, type Tree } from '../reading/tree.js'
import type { Aux, Telling } from '../types.js'
import type { Match } from './match.js'

/** Words that put what they govern into the future, the possible or the undone; from codebook/auxiliary.yaml. */
export interface AuxiliaryRules {
  readonly future: ReadonlySet<string>
  readonly hypothetical: ReadonlySet<string>
  readonly negation: ReadonlySet<string>
  readonly futureModifiers: ReadonlySet<string>
  readonly hypotheticalModifiers: ReadonlySet<string>
  readonly conditions: ReadonlySet<string>
  readonly demanding: ReadonlySet<string>
  /** "began to meet", "managed to agree": what these govern has come about. */
  readonly implicative: ReadonlySet<string>
}

const NEGATORS = new Set(['not', "n't", 'never', 'no', 'neither', 'nor', 'without', 'hardly'])
const WILL = new Set(['will', 'shall', 'wo', "'ll", '’ll'])
const MODAL = new Set(['would', 'could', 'may', 'might', 'should', 'can', 'must', 'ought', "'d", '’d'])

const lemma = (tree: Tree, i: number): string => tree.tokens[i]!.lemma.toLowerCase()
const form = (tree: Tree, i: number): string => tree.tokens[i]!.form.toLowerCase()

/** The verb group that carries tense for a token: its own auxiliaries, or those of the verb it is joined to. */
export function auxiliaries(tree: Tree, i: number): number[] {
  const own = kids(tree, i, 'aux', 'cop')
  if (own.length || label(tree.tokens[i]!) !== 'conj' || tree.tokens[i]!.head < 0) return own
  return sameForm(tree, i, tree.tokens[i]!.head) ? auxiliaries(tree, tree.tokens[i]!.head) : own
}

const sameForm = (tree: Tree, a: number, b: number): boolean => tree.tokens[a]!.xpos === tree.tokens[b]!.xpos

function negated(tree: Tree, match: Match): string | null {
  if (form(tree, Math.max(0, match.token - 2)) === 'yet' && form(tree, Math.max(0, match.token - 1)) === 'to')
    return 'yet to'
  if (
    form(tree, Math.max(0, match.token - 2)) === 'no' &&
    form(tree, Math.max(0, match.token - 1)) === 'longer'
  )
    return 'no longer'
  const heads = [match.token, ...match.used, ...match.slots.subject]
  const words = heads
    .flatMap((i) => kids(tree, i, 'advmod', 'det', 'cc:preconj'))
    .filter((k) => NEGATORS.has(lemma(tree, k)) || NEGATORS.has(form(tree, k)))
  return words.length ? form(tree, words[0]!) : null
}

interface Governor {
  readonly word: string
  readonly aux: Aux
  /** Only wished for, asked for or aimed at: the report does not tell it as anything that may come about. */
  readonly idle?: true
}

/** "would" looks ahead from what was said or from the past; conditions are found before this is asked. */
function modal(tree: Tree, i: number): Governor | null {
  const found = auxiliaries(tree, i).map((k) => form(tree, k))
  const will = found.find((w) => WILL.has(w))
  if (will) return { word: will, aux: 'future' }
  const may = found.find((w) => MODAL.has(w))
  if (!may) return null
  return { word: may, aux: may === 'would' ? 'future' : 'hypothetical' }
}

/** "called for talks", "agreed on a visit"; not "announced it despite criticism". */
const TOWARD = new Set(['for', 'on', 'to', 'about', 'against'])

const FINITE = new Set(['VBD', 'VBZ', 'VBP', 'MD'])

/** Whether a verb has a tense of its own: "announced that they had met" tells of a meeting. */
const hasTense = (tree: Tree, i: number): boolean =>
  [i, ...kids(tree, i, 'aux')].some((k) => FINITE.has(tree.tokens[k]!.xpos))

/** A clause of its own with its own subject is not governed: "as planned as he hosted". */
function isComplement(tree: Tree, i: number): boolean {
  const relation = label(tree.tokens[i]!)
  if (relation === 'ccomp') return !hasTense(tree, i)
  if (['xcomp', 'obj', 'nsubj'].includes(relation)) return true
  if (relation === 'obl') return casesOf(tree, i).some((c) => TOWARD.has(c))
  return ['acl', 'advcl'].includes(relation) && hasTo(tree, i)
}

const hasTo = (tree: Tree, i: number): boolean => kids(tree, i, 'mark').some((k) => form(tree, k) === 'to')

/** "is to meet", "are set to meet", "plans to meet": verbs and adjectives above the trigger. */
function governed(tree: Tree, i: number, rules: AuxiliaryRules): Governor | null {
  const token = tree.tokens[i]!
  if (token.head < 0 || !isComplement(tree, i)) return null
  const head = lemma(tree, token.head)
  const word = tree.tokens[token.head]!.form
  const relation = label(token)
  if (rules.negation.has(head) && ['xcomp', 'obj', 'nsubj'].includes(relation))
    return { word, aux: 'negation' }
  if (rules.future.has(head) && relation !== 'nsubj') return { word, aux: 'future' }
  if (rules.hypothetical.has(head) && relation !== 'nsubj') return { word, aux: 'hypothetical', idle: true }
  const bare = hasTo(tree, i) && relation === 'xcomp' && !rules.implicative.has(head)
  return bare ? { word: `${word} to`, aux: 'hypothetical', idle: true } : null
}

const TOLD_BY_GERUND = new Set([
  'after',
  'by',
  'in',
  'since',
  'following',
  'despite',
  'before',
  'while',
  'when',
  'with',
  'including',
  'from',
  'over',
  'for',
])

/** "put weight on sealing a deal", "aimed at ending the war": a gerund behind most prepositions tells of no act. */
function gerund(tree: Tree, i: number): Governor | null {
  if (tree.tokens[i]!.xpos !== 'VBG' || kids(tree, i, 'aux').length) return null
  const word = [...kids(tree, i, 'mark'), ...kids(tree, i, 'case')].map((k) => lemma(tree, k))[0]
  if (word === 'without') return { word, aux: 'negation' }
  return word && !TOLD_BY_GERUND.has(word) ? { word, aux: 'hypothetical', idle: true } : null
}

function conditional(tree: Tree, match: Match, rules: AuxiliaryRules): Governor | null {
  // "if the talks succeed" takes the talks for granted.
  if (match.trigger.kind === 'noun') return null
  const i = match.token
  for (const a of ancestors(tree, i).slice(0, 4)) {
    const marks = [
      ...kids(tree, a, 'mark'),
      ...kids(tree, a, 'advmod').filter((k) => lemma(tree, k) !== 'once'),
    ]
    const mark = marks.find((k) => rules.conditions.has(lemma(tree, k)))
    if (mark !== undefined) return { word: form(tree, mark), aux: 'hypothetical' }
    // "until Arvenia pays" waits for what has not come; "until Arvenia paid" tells when it had.
    const until = marks.find((k) => lemma(tree, k) === 'until')
    if (until !== undefined && tenseOf(tree, a).tense !== 'past')
      return { word: 'until', aux: 'hypothetical' }
    if (label(tree.tokens[a]!) === 'advcl') break
  }
  return null
}

function infinitive(tree: Tree, i: number): Governor | null {
  const be = auxiliaries(tree, i).find((k) => lemma(tree, k) === 'be')
  const to = kids(tree, i, 'mark').find((k) => form(tree, k) === 'to')
  if (be !== undefined && to !== undefined) return { word: `${form(tree, be)} to`, aux: 'future' }
  return null
}

function described(tree: Tree, match: Match, rules: AuxiliaryRules): Governor | null {
  const nouns = match.trigger.kind === 'noun' ? [match.token] : match.used
  const words = nouns.flatMap((i) => kids(tree, i, 'amod', 'compound', 'advmod'))
  const planned = words.find((k) => rules.futureModifiers.has(lemma(tree, k)))
  if (planned !== undefined) return { word: form(tree, planned), aux: 'future' }
  const possible = words.find((k) => rules.hypotheticalModifiers.has(lemma(tree, k)))
  return possible === undefined ? null : { word: form(tree, possible), aux: 'hypothetical' }
}

/** "will continue to meet": the verb at the top of a chain carries tense and mood for those below. */
function topVerb(tree: Tree, i: number): number {
  const token = tree.tokens[i]!
  const participle =
    token.xpos === 'VBG' &&
    ['advcl', 'obl', 'ccomp', 'conj'].includes(label(token)) &&
    !kids(tree, i, 'nsubj').length
  const bare = (label(token) === 'xcomp' || participle) && auxiliaries(tree, i).length === 0
  return bare && token.head >= 0 && isVerb(tree.tokens[token.head]!) ? topVerb(tree, token.head) : i
}

/** The verb whose tense an event is told in: itself, or the verb that governs the noun. */
function verbOf(tree: Tree, i: number): number {
  const verb = ancestors(tree, i).find((k) => isVerb(tree.tokens[k]!) || kids(tree, k, 'cop').length > 0) ?? i
  return topVerb(tree, verb)
}

/** "used the time to hold talks": what is done in order to do something has not happened by being told. */
function purpose(tree: Tree, match: Match, rules: AuxiliaryRules): Governor | null {
  const token = tree.tokens[match.token]!
  if (token.head < 0 || !hasTo(tree, match.token) || rules.implicative.has(lemma(tree, token.head)))
    return null
  // "flew in to meet X" announces the meeting; "approved money to help X" and "efforts to help X" tell of no help.
  if (label(token) === 'advcl')
    return { word: 'to', aux: 'future', ...(match.trigger.type === 'CONSULT' ? {} : { idle: true as const }) }
  return label(token) === 'acl' && !singledOut(tree, token.head)
    ? { word: 'to', aux: 'hypothetical', idle: true }
    : null
}

/** "the first country to recognise": who is singled out by an act has done it. */
const singledOut = (tree: Tree, noun: number): boolean =>
  kids(tree, noun, 'amod', 'nummod').some(
    (k) => tree.tokens[k]!.xpos === 'JJS' || SINGLING.has(lemma(tree, k)),
  )
const SINGLING = new Set(['first', 'second', 'third', 'last', 'only', 'latest', 'next'])

export function tenseOf(tree: Tree, i: number): Pick<Telling, 'tense' | 'perfect' | 'pastPerfect'> {
  const verb = verbOf(tree, i)
  const aux = auxiliaries(tree, verb)
  const have = aux.find((k) => lemma(tree, k) === 'have')
  const finite = [...aux, verb].find((k) => ['VBD', 'VBZ', 'VBP', 'MD'].includes(tree.tokens[k]!.xpos))
  const past = finite !== undefined ? tree.tokens[finite]!.xpos === 'VBD' : tree.tokens[verb]!.xpos === 'VBN'
  const future = aux.some((k) => WILL.has(form(tree, k)))
  const tense = future
    ? 'future'
    : past || have !== undefined
      ? 'past'
      : finite === undefined
        ? null
        : 'present'
  return { tense, perfect: have !== undefined, pastPerfect: have !== undefined && form(tree, have) === 'had' }
}

/** Of what governs a token, the first that is no part of the same name or date. */
function governor(tree: Tree, i: number): number {
  const { head } = tree.tokens[i]!
  return head >= 0 && ['flat', 'compound', 'nummod', 'conj', 'nmod:unmarked'].includes(tree.tokens[i]!.deprel)
    ? governor(tree, head)
    : head
}

/** The verb that a time belongs to; null where that is a noun. */
function verbOfTime(tree: Tree, i: number): number | null {
  const verb = governor(tree, i)
  return verb >= 0 && (isVerb(tree.tokens[verb]!) || kids(tree, verb, 'cop').length > 0) ? verb : null
}

/** The tense of the verb that a time belongs to, by its form alone; `i` is the head of the time's words. */
export function ownTense(tree: Tree, i: number): Telling['tense'] {
  const verb = verbOfTime(tree, i)
  return verb === null ? null : tenseOf(tree, verb).tense
}

/**
 * The tense that a time is told in: "expected to meet in May" and "would leave in May" look ahead.
 *
 * @param i the head of the time's words
 * @returns null where the time belongs to a noun, or its clause has no tense
 */
export function tenseAt(tree: Tree, i: number, rules: AuxiliaryRules): Telling['tense'] {
  const verb = verbOfTime(tree, i)
  if (verb === null) return null
  const { tense, perfect } = tenseOf(tree, verb)
  if (perfect) return tense
  const ahead = [governed(tree, verb, rules), modal(tree, topVerb(tree, verb)), infinitive(tree, verb)]
  const looks =
    rules.futureModifiers.has(form(tree, verb)) ||
    ahead.some((g) => g?.aux === 'future' || g?.aux === 'hypothetical')
  return looks ? 'future' : tense
}

/** Whether an event is told as done, planned, possible or undone. */
export function tellingOf(tree: Tree, match: Match, rules: AuxiliaryRules): Telling {
  const tense = tenseOf(tree, match.token)
  const no = negated(tree, match)
  if (no) return { aux: 'negation', words: no, idle: false, ...tense }
  if (match.trigger.aux)
    return { aux: match.trigger.aux, words: tree.tokens[match.token]!.form, idle: false, ...tense }
  const verb = verbOf(tree, match.token)
  const why =
    conditional(tree, match, rules) ??
    described(tree, match, rules) ??
    governed(tree, match.token, rules) ??
    infinitive(tree, match.token) ??
    gerund(tree, match.token) ??
    purpose(tree, match, rules) ??
    modal(tree, verb)
  return why
    ? {
        aux: why.aux,
        words: why.word,
        idle: why.idle === true,
        ...tense,
        tense: why.aux === 'future' ? 'future' : tense.tense,
      }
    : { aux: null, words: '', idle: false, ...tense }
}
