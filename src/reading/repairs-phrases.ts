import type { Token } from '../types.js'
import { attach, below, type Draft, hasKid, type RepairRules } from './drafts.js'
import { SUBORDINATORS } from './repairs-clauses.js'
import { label } from './tree.js'

/** "Corvia, Dremland and Bolandia": a name parted from another by a comma, with more to come, is one of a list. */
export function listOfNames(tokens: Draft[]): void {
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

const startsPhrase = (t: Token | undefined): boolean =>
  t !== undefined &&
  (t.upos === 'PROPN' ||
    t.upos === 'DET' ||
    t.xpos === 'PRP$' ||
    (t.upos === 'ADJ' && /^\p{Lu}/u.test(t.form)))

/** "with X meeting Y": between a name and another phrase, a noun in -ing is a verb. */
export function verbBetweenNames(tokens: Draft[], { grammar, lemma }: RepairRules): void {
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
    if (subject === undefined || object === undefined || !grammar.opensScene.has(mark?.lemma ?? '')) return
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
export function possessiveHer(tokens: Draft[]): void {
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
export function nounTaggedAsVerb(tokens: Draft[]): void {
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
export function nothingOnAuxiliary(tokens: Draft[]): void {
  tokens.forEach((token) => {
    const above = tokens[token.head]
    if (above && label(above) === 'aux' && ['nsubj', 'advmod', 'obl'].includes(label(token)))
      token.head = above.head
  })
}

/** The phrase right after a preposition: the tokens of a noun with what stands before it. */
function phraseAfter(tokens: readonly Token[], preposition: number): number | null {
  for (let i = preposition + 1; i < tokens.length; i++) {
    const { upos, head } = tokens[i]!
    if (!['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM'].includes(upos)) return null
    // A word that belongs to a later one of its phrase is not its head.
    if (['NOUN', 'PROPN', 'PRON'].includes(upos) && !(head > i && tokens[head]!.upos !== 'VERB')) return i
  }
  return null
}

/** "Talks between Arvenia and Bolandia collapsed": a phrase after a preposition is no subject of a finite verb. */
export function prepositionNotOnVerb(tokens: Draft[]): void {
  tokens.forEach(({ upos, deprel, lemma, head: verb }, i) => {
    const isCase = deprel === 'case' || (deprel === 'mark' && !SUBORDINATORS.has(lemma.toLowerCase()))
    if (upos !== 'ADP' || !isCase || verb < i || !tellsPastOrNow(tokens[verb])) return
    const [noun, before] = [phraseAfter(tokens, i), i - 1]
    const isSubject = noun !== null && tokens[noun]!.head === verb && label(tokens[noun]!) === 'nsubj'
    if (!isSubject || tokens[before]?.upos !== 'NOUN' || tokens[before].head !== verb) return
    for (let k = i; k < noun; k++) if (tokens[k]!.head === verb) tokens[k]!.head = noun
    attach(tokens, noun, before, 'nmod')
    tokens[i]!.deprel = 'case'
  })
}

const tellsPastOrNow = (t: Token | undefined): boolean => t?.upos === 'VERB' && /^VB[DZPN]$/.test(t.xpos)

/** "the U.S.-China talks", "Russian-Turkish talks": both names of a pair describe the same noun. */
export function pairBeforeNoun(tokens: Draft[]): void {
  tokens.forEach((token, i) => {
    const [hyphen, other] = [tokens[i + 1], tokens[i + 2]]
    const isPair = hyphen?.xpos === 'HYPH' && token.head === i + 2 && [token, other!].every(isCapital)
    if (isPair && ['compound', 'amod'].includes(label(other!)) && other!.head > i + 2) {
      token.head = other!.head
      token.deprel = other!.deprel
    }
  })
}

const isCapital = ({ form }: Token): boolean => /^\p{Lu}/u.test(form)

const startOfPhrase = (tokens: readonly Token[], head: number): number => {
  let k = head
  while (k > 0 && tokens[k - 1]!.head >= k && below(tokens, k - 1, head)) k--
  return k
}

const isTitle = ({ upos, xpos }: Token): boolean => (upos === 'NOUN' && xpos === 'NN') || upos === 'PROPN'

/** "Senator Susan Roe said", "talks with attorney Susan Roe failed": a title right before a name is no part of its own. */
export function titleBeforeName(tokens: Draft[]): void {
  tokens.forEach((token, name) => {
    const verb = token.head
    if (token.upos !== 'PROPN' || label(token) !== 'nsubj' || verb < name) return
    const title = startOfPhrase(tokens, name) - 1
    const before = tokens[title]
    if (!before || !isTitle(before)) return
    if (before.head === verb && ['nsubj', 'nsubj:pass', 'obl:unmarked'].includes(before.deprel))
      attach(tokens, title, name, 'nmod:desc')
    else if (hasOtherSubject(tokens, verb, title) && hasKid(tokens, title, 'case') && before.head < title)
      takePlace(tokens, title, name)
  })
}

const hasOtherSubject = (tokens: readonly Token[], verb: number, until: number): boolean =>
  tokens.some((t, k) => k < until && t.head === verb && label(t) === 'nsubj')

/** The name hangs where its title did, with the preposition; the title describes it. */
function takePlace(tokens: Draft[], title: number, name: number): void {
  const { head, deprel } = tokens[title]!
  for (const t of tokens) if (t.head === title && ['case', 'cc', 'punct'].includes(t.deprel)) t.head = name
  Object.assign(tokens[name]!, { head, deprel })
  Object.assign(tokens[title]!, { head: name, deprel: 'nmod:desc' })
}

/** "attacked Arvenia two days later": a name before a number right behind a verb is its object. */
export function nameNotBeforeNumber(tokens: Draft[]): void {
  tokens.forEach((token, name) => {
    const [verb, number] = [tokens[name - 1], tokens[name + 1]]
    const describes = ['amod', 'compound'].includes(label(token)) && token.head > name + 1
    if (token.upos !== 'PROPN' || !describes || number?.upos !== 'NUM' || number.head !== token.head) return
    if (verb?.upos === 'VERB' && !hasKid(tokens, name - 1, 'obj')) attach(tokens, name, name - 1, 'obj')
  })
}

/** "Minister Ada Roe and Minister Bo Lund met": a person with a title of their own does not describe another's title. */
export function titledPair(tokens: Draft[]): void {
  tokens.forEach((token, first) => {
    const title = token.head
    const second = title > first ? tokens[title]!.head : -1
    const joint = tokens.findIndex((t, k) => k > first && k < title && t.upos === 'CCONJ')
    const titled = tokens.some((t) => t.head === first && t.deprel === 'nmod:desc')
    const describes = ['amod', 'compound'].includes(label(token)) && titled
    if (!describes || joint < 0 || second <= title || tokens[title]!.deprel !== 'nmod:desc') return
    const { head, deprel } = tokens[second]!
    Object.assign(token, { head, deprel })
    Object.assign(tokens[second]!, { head: first, deprel: 'conj' })
    tokens[joint]!.head = second
    for (let k = joint + 1; k < title; k++)
      if (tokens[k]!.head === first) Object.assign(tokens[k]!, { head: title, deprel: 'amod' })
  })
}
