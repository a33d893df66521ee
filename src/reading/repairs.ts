import type { Sentence, Token } from '../types.js'
import { attach, below, type Draft, draftOf, isSame, soundTree } from './drafts.js'
import { label } from './tree.js'

const FINITE = new Set(['VBD', 'VBZ', 'VBP', 'MD'])
const SUBORDINATORS = new Set([
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

const hasKid = (tokens: readonly Token[], i: number, ...labels: string[]): boolean =>
  tokens.some((t) => t.head === i && labels.includes(label(t)))
const isFiniteVerb = (tokens: readonly Token[], i: number): boolean =>
  FINITE.has(tokens[i]!.xpos) || tokens.some((t) => t.head === i && label(t) === 'aux' && FINITE.has(t.xpos))

/** "days after Kim pledged": what follows a subordinator and comes right before a finite verb is its subject. */
function subjectAfterSubordinator(tokens: Draft[]): void {
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
function objectNotSubject(tokens: Draft[]): void {
  tokens.forEach((token, noun) => {
    if (!isNoun(token) || label(token) !== 'nsubj' || token.head < noun) return
    const verb = startOfRun(tokens, noun) - 1
    const before = tokens[verb]
    if (
      before?.upos !== 'VERB' ||
      TAKES_CLAUSE.has(before.lemma) ||
      hasKid(tokens, verb, 'obj') ||
      below(tokens, verb, noun)
    )
      return
    if (parted(tokens, noun, token.head) || bareParticiple(tokens, token.head))
      attach(tokens, noun, verb, 'obj')
  })
}

/** "Corvia, Dremland and Bolandia": a name parted from another by a comma, with more to come, is one of a list. */
function listOfNames(tokens: Draft[]): void {
  tokens.forEach((token, i) => {
    if (
      token.upos !== 'PROPN' ||
      !['appos', 'nmod'].includes(label(token)) ||
      tokens[i - 1]?.form !== ',' ||
      tokens[token.head]?.upos !== 'PROPN'
    )
      return
    const goesOn = tokens.some(
      (t, k) => k > i && t.head === token.head && label(t) === 'conj' && t.upos === 'PROPN',
    )
    if (token.head < i && goesOn && !hasKid(tokens, i, 'case', 'det')) token.deprel = 'conj'
  })
}

/** "In July, a flight landed": a phrase of time or place is no root; the finite verb after it is. */
function rootIsNoPhrase(tokens: Draft[]): void {
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

const TAKES_CLAUSE = new Set([
  'say',
  'believe',
  'think',
  'claim',
  'know',
  'hope',
  'insist',
  'warn',
  'note',
  'add',
  'confirm',
  'deny',
  'suggest',
  'admit',
  'argue',
  'fear',
  'expect',
  'announce',
  'report',
  'show',
  'mean',
  'ensure',
  'stress',
  'declare',
  'tell',
  'state',
])

/** "said relations are developing": a noun right before a finite verb without a subject is that subject, no object. */
function subjectNotObject(tokens: Draft[]): void {
  tokens.forEach((token, noun) => {
    const outerVerb = tokens[token.head]
    if (
      !isNoun(token) ||
      label(token) !== 'obj' ||
      token.head > noun ||
      !TAKES_CLAUSE.has(outerVerb?.lemma ?? '')
    )
      return
    const verb = verbRightAfter(tokens, noun)
    if (verb < 0 || hasKid(tokens, verb, 'nsubj') || below(tokens, verb, noun)) return
    const outer = token.head
    attach(tokens, noun, verb, 'nsubj')
    attach(tokens, verb, outer, 'ccomp')
  })
}

const startsPhrase = (t: Token | undefined): boolean =>
  t !== undefined &&
  (t.upos === 'PROPN' ||
    t.upos === 'DET' ||
    t.xpos === 'PRP$' ||
    (t.upos === 'ADJ' && /^\p{Lu}/u.test(t.form)))

/** "with X meeting Y": between a name and another phrase, a noun in -ing is a verb. */
function verbBetweenNames(tokens: Draft[], lemma: (form: string) => string): void {
  tokens.forEach((token, i) => {
    if (
      token.xpos !== 'NN' ||
      !/ing$/.test(token.form) ||
      tokens[i - 1]?.upos !== 'PROPN' ||
      !startsPhrase(tokens[i + 1])
    )
      return
    const subject = tops(tokens, startOfName(tokens, i - 1), i)
    const object = tops(tokens, i + 1, endOfName(tokens, i + 1))
    const mark = tokens[startOfName(tokens, i - 1) - 1]
    if (subject === undefined || object === undefined || !['with', 'show', 'see'].includes(mark?.lemma ?? ''))
      return
    Object.assign(token, { upos: 'VERB', xpos: 'VBG', lemma: lemma(token.form) })
    const outer = tokens[object]!.head === i ? token.head : tokens[object]!.head
    if (outer !== i && !below(tokens, outer, subject)) attach(tokens, i, outer, 'advcl')
    attach(tokens, subject, i, 'nsubj')
    attach(tokens, object, i, 'obj')
  })
}

const inName = (t: Token | undefined): boolean => t !== undefined && ['PROPN', 'ADJ', 'DET'].includes(t.upos)

function startOfName(tokens: readonly Token[], last: number): number {
  let k = last
  while (inName(tokens[k - 1])) k--
  return k
}

function endOfName(tokens: readonly Token[], first: number): number {
  let k = first
  while (inName(tokens[k]) || tokens[k]?.upos === 'NOUN') k++
  return k
}

/** The token of a stretch that its other tokens hang on. */
function tops(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let k = from; k < to; k++) {
    const head = tokens[k]!.head
    if (tokens[k]!.upos === 'PROPN' && (head < from || head >= to)) return k
  }
  return undefined
}

/** "with her Russian counterpart": before a noun phrase, "her" is whose it is. */
function possessiveHer(tokens: Draft[]): void {
  tokens.forEach((token, i) => {
    if (
      token.form.toLowerCase() !== 'her' ||
      token.xpos !== 'PRP' ||
      !['ADJ', 'NOUN', 'PROPN'].includes(tokens[i + 1]?.upos ?? '')
    )
      return
    let noun = i + 1
    while (
      ['ADJ', 'PROPN'].includes(tokens[noun]?.upos ?? '') &&
      ['ADJ', 'PROPN', 'NOUN'].includes(tokens[noun + 1]?.upos ?? '')
    )
      noun++
    if (tokens[noun]!.upos !== 'NOUN' || token.head === noun || tokens[noun]!.deprel.endsWith(':unmarked'))
      return
    const [head, deprel] = [token.head, token.deprel]
    if (head >= 0 && !below(tokens, head, noun)) attach(tokens, noun, head, deprel)
    for (const kid of tokens) if (kid.head === i) kid.head = noun
    Object.assign(token, { xpos: 'PRP$', head: noun, deprel: 'nmod:poss', lemma: 'her' })
  })
}

/** "Talks between X and Y ended": what is the subject of a verb and has none itself is no verb. */
function nounTaggedAsVerb(tokens: Draft[]): void {
  tokens.forEach((token, i) => {
    if (
      token.xpos !== 'VBZ' ||
      !['nsubj', 'obj'].includes(label(token)) ||
      hasKid(tokens, i, 'nsubj', 'aux', 'mark')
    )
      return
    Object.assign(token, { upos: 'NOUN', xpos: 'NNS' })
    for (const kid of tokens) if (kid.head === i && label(kid) === 'obl') kid.deprel = 'nmod'
  })
}

/** "Turkey has long threatened": what hangs on an auxiliary hangs on its verb. */
function nothingOnAuxiliary(tokens: Draft[]): void {
  tokens.forEach((token) => {
    const above = tokens[token.head]
    if (above && label(above) === 'aux' && ['nsubj', 'advmod', 'obl'].includes(label(token)))
      token.head = above.head
  })
}

/** What the parser is known to get wrong and grammar decides, in this order. */
const REPAIRS: readonly ((tokens: Draft[], lemma: (form: string) => string) => void)[] = [
  possessiveHer,
  nounTaggedAsVerb,
  nothingOnAuxiliary,
  verbBetweenNames,
  rootIsNoPhrase,
  subjectAfterSubordinator,
  subjectNotObject,
  objectNotSubject,
  listOfNames,
]

/**
 * A sentence with the arcs that grammar alone decides put right. A repair that would break the tree is left undone.
 * @param lemma the lemma of a participle in -ing
 * @example repaired(sentence, lemma) // "In July, a flight landed": root "landed", not "July"
 */
export function repaired(sentence: Sentence, lemma: (form: string) => string): Sentence {
  let tokens: readonly Token[] = sentence.tokens
  let draft = draftOf(tokens)
  for (const repair of REPAIRS) {
    repair(draft, lemma)
    if (isSame(draft, tokens)) continue
    if (soundTree(draft)) tokens = draft
    draft = draftOf(tokens)
  }
  return { ...sentence, tokens }
}
