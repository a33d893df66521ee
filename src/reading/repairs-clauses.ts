import type { Token } from '../types.js'
import { attach, below, type Draft, hasKid, type RepairRules } from './drafts.js'
import { label } from './tree.js'

const FINITE = new Set(['VBD', 'VBZ', 'VBP', 'MD'])
/** What opens a clause, and may stand before a noun as well. */
export const SUBORDINATORS = new Set([
  'after',
  'before',
  'since',
  'until',
  'because',
  'while',
  'although',
  'though',
  'as',
  'when',
  'once',
  'unless',
])
const isNoun = (t: Token): boolean => t.upos === 'NOUN' || t.upos === 'PROPN' || t.upos === 'PRON'

const isFiniteVerb = (tokens: readonly Token[], i: number): boolean =>
  FINITE.has(tokens[i]!.xpos) || tokens.some((t) => t.head === i && label(t) === 'aux' && FINITE.has(t.xpos))

/** "days after Kim pledged": what follows a subordinator and comes right before a finite verb is its subject. */
export function subjectAfterSubordinator(tokens: Draft[]): void {
  tokens.forEach((token, noun) => {
    if (!isNoun(token) || !['obl', 'nmod'].includes(label(token))) return
    const mark = tokens.findIndex(
      (t, k) =>
        t.head === noun && t.deprel === 'case' && SUBORDINATORS.has(t.lemma.toLowerCase()) && k < noun,
    )
    const verb = verbRightAfter(tokens, noun)
    if (mark < 0 || verb < 0 || below(tokens, verb, noun) || hasSubjectBetween(tokens, verb, noun)) return
    const outer = token.head
    attach(tokens, noun, verb, 'nsubj')
    if (outer !== verb) attach(tokens, verb, outer, 'advcl')
    attach(tokens, mark, verb, 'mark')
  })
}

function verbRightAfter(tokens: readonly Token[], noun: number): number {
  let k = noun + 1
  while (
    k < tokens.length &&
    (below(tokens, k, noun) || tokens[k]!.upos === 'ADV' || tokens[k]!.upos === 'AUX')
  )
    k++
  return k < tokens.length && tokens[k]!.upos === 'VERB' && isFiniteVerb(tokens, k) ? k : -1
}

const hasSubjectBetween = (tokens: readonly Token[], verb: number, noun: number): boolean =>
  tokens.some((t, k) => t.head === verb && label(t) === 'nsubj' && k > noun)

const MODIFIERS = new Set(['ADJ', 'PROPN', 'NOUN', 'DET', 'NUM'])

/** The first token of the unbroken run of nouns and their describing words that ends at `i`. */
function startOfRun(tokens: readonly Token[], i: number): number {
  let k = i
  while (k > 0 && (MODIFIERS.has(tokens[k - 1]!.upos) || tokens[k - 1]!.xpos === 'PRP$')) k--
  return k
}

/** Whether a comma or "and" stands between two tokens: no subject is parted from its verb by one alone. */
const parted = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from + 1, to).some((t) => t.form === ',' || t.upos === 'CCONJ')

const bareParticiple = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.xpos === 'VBG' && !hasKid(tokens, i, 'aux')

/** "received Minister X in Y and said": the noun right after a verb without an object is its object. */
export function objectNotSubject(tokens: Draft[], { grammar }: RepairRules): void {
  tokens.forEach((token, noun) => {
    const stray = label(token) === 'nsubj' || (token.upos === 'PROPN' && token.deprel === 'obl:unmarked')
    if (!isNoun(token) || !stray || token.head < noun) return
    const verb = startOfRun(tokens, noun) - 1
    const before = tokens[verb]
    if (
      before?.upos !== 'VERB' ||
      grammar.takesClause.has(before.lemma) ||
      hasKid(tokens, verb, 'obj') ||
      below(tokens, verb, noun)
    )
      return
    if (parted(tokens, noun, token.head) || bareParticiple(tokens, token.head))
      attach(tokens, noun, verb, 'obj')
  })
}

/** "In July, a flight landed": a phrase of time or place is no root; the finite verb after it is. */
export function rootIsNoPhrase(tokens: Draft[]): void {
  const root = tokens.findIndex((t) => t.head < 0)
  if (
    root < 0 ||
    !isNoun(tokens[root]!) ||
    !tokens.some((t, k) => t.head === root && t.deprel === 'case' && k < root)
  )
    return
  const verb = tokens.findIndex(
    (t, k) =>
      k > root &&
      t.upos === 'VERB' &&
      isFiniteVerb(tokens, k) &&
      ['acl', 'acl:relcl', 'parataxis', 'conj', 'appos'].includes(t.deprel) &&
      !hasKid(tokens, k, 'nsubj'),
  )
  if (verb < 0) return
  const subject = tokens[verb]!.head
  if (subject === root || subject >= verb || !isNoun(tokens[subject]!)) return
  tokens[verb]!.head = -1
  tokens[verb]!.deprel = 'root'
  tokens[subject]!.head = verb
  tokens[subject]!.deprel = 'nsubj'
  tokens[root]!.head = verb
  tokens[root]!.deprel = 'obl'
}

/** "said relations are developing": a noun right before a finite verb without a subject is that subject, no object. */
export function subjectNotObject(tokens: Draft[], { grammar }: RepairRules): void {
  tokens.forEach((token, noun) => {
    const outerVerb = tokens[token.head]
    if (
      !isNoun(token) ||
      label(token) !== 'obj' ||
      token.head > noun ||
      !grammar.takesClause.has(outerVerb?.lemma ?? '')
    )
      return
    const verb = verbRightAfter(tokens, noun)
    if (verb < 0 || hasKid(tokens, verb, 'nsubj') || below(tokens, verb, noun)) return
    const outer = token.head
    attach(tokens, noun, verb, 'nsubj')
    attach(tokens, verb, outer, 'ccomp')
  })
}

/** "Ministers of both states held talks.": a whole sentence has a verb, and a noun at its top does what stands behind it. */
export function participleIsVerb(tokens: Draft[]): void {
  const [root, last] = [tokens.findIndex((t) => t.head < 0), tokens.at(-1)]
  if (last?.form !== '.' || !tokens[root] || !isNoun(tokens[root])) return
  if (
    hasKid(tokens, root, 'cop', 'nsubj', 'parataxis', 'ccomp') ||
    tokens.some((_, i) => isMainVerb(tokens, i))
  )
    return
  const verb = tokens.findIndex((t, i) => i > root && t.head === root && t.deprel === 'acl' && isEdForm(t))
  if (verb < 0 || hasKid(tokens, verb, 'aux') || isSuffered(tokens, verb)) return
  attach(tokens, root, verb, 'nsubj')
  Object.assign(tokens[verb]!, { upos: 'VERB', xpos: 'VBD' })
  for (const t of tokens) if (t.head === root && t.form === '.') t.head = verb
}

const isEdForm = ({ xpos }: Token): boolean => xpos === 'VBN' || xpos === 'VBD'

const isMainVerb = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.upos === 'VERB' && isFiniteVerb(tokens, i) && ['root', 'conj'].includes(tokens[i]!.deprel)

/** "Three men held in Tesk": with no object of its own, a participle may tell what was done to the noun. */
const isSuffered = (tokens: readonly Token[], verb: number): boolean =>
  !hasKid(tokens, verb, 'obj', 'xcomp', 'ccomp')

/** "said ties were growing and asked them to come": a past tense is joined to the one above, not to a participle. */
export function pastNotOnParticiple(tokens: Draft[]): void {
  tokens.forEach((token, i) => {
    const beside = tokens[token.head]
    const isJoined = token.xpos === 'VBD' && token.deprel === 'conj' && beside?.xpos === 'VBG'
    const above = beside ? tokens[beside.head] : undefined
    if (!isJoined || beside.deprel !== 'ccomp' || above?.xpos !== 'VBD') return
    if (!hasKid(tokens, i, 'nsubj', 'aux', 'mark')) token.head = beside.head
  })
}

/** "said as he hosted X that ties were good": what is said hangs on the verb that says, not on the one beside it. */
export function contentOnSaying(tokens: Draft[], { grammar }: RepairRules): void {
  const takes = (i: number) => grammar.takesClause.has(tokens[i]!.lemma)
  tokens.forEach((token) => {
    const verb = token.head
    if (token.deprel !== 'ccomp' || verb < 0 || takes(verb) || tokens[verb]!.deprel !== 'advcl') return
    const above = tokens[verb]!.head
    const isThat = tokens.some(
      (t, k) => t.deprel === 'mark' && t.form === 'that' && tokens[t.head] === token && k > verb,
    )
    if (isThat && above >= 0 && takes(above) && !hasKid(tokens, above, 'ccomp')) token.head = above
  })
}

/** "In July, a flight landed": a noun right behind the comma of a fronted phrase is the subject of the verb without one. */
export function subjectNotApposition(tokens: Draft[]): void {
  tokens.forEach((token, noun) => {
    const phrase = token.head
    const verb = phrase >= 0 && phrase < noun ? tokens[phrase]!.head : -1
    if (token.deprel !== 'appos' || verb < noun || !isFiniteVerb(tokens, verb)) return
    const isFronted = label(tokens[phrase]!) === 'obl' && hasKid(tokens, phrase, 'case')
    if (isFronted && !hasKid(tokens, verb, 'nsubj', 'nsubj:pass')) attach(tokens, noun, verb, 'nsubj')
  })
}
