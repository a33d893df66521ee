import type { Phrase, Sentence, Token } from '../types.js'
import { phraseOf } from './names.js'
import { type GroupSort, type Lexicon, squeeze } from './names-lexicon.js'
import type { Scan } from './names-scan.js'

/** A noun for people who act together, with the words around it: "Russian forces", "the government of Arvenia". */
export interface GroupMention extends Phrase {
  readonly sort: GroupSort
  /** The noun as the codebook writes it in lower case: "forces". */
  readonly noun: string
  readonly country: string | null
  /** of-states: several states own it, and it is of no single one. */
  readonly rule: 'demonym' | 'possessive' | 'of-state' | 'of-states' | 'none'
}

const LONGEST = 3

function nounAt(tokens: readonly Token[], from: number, lexicon: Lexicon) {
  let key = ''
  let found: { to: number; sort: GroupSort } | null = null
  for (let to = from + 1; to <= Math.min(tokens.length, from + LONGEST); to++) {
    key += tokens[to - 1]!.form.toLowerCase()
    const sort = lexicon.groups.get(squeeze(key))
    if (sort && /^(NOUN|PROPN)$/.test(tokens[to - 1]!.upos)) found = { to, sort }
  }
  return found
}

const isPossessive = (token: Token | undefined): boolean => token !== undefined && /^['’]s?$/.test(token.form)

/** "Arvenian and Bolandian ministers": whether another people stands beside the one that begins at `from`. */
function joinsBefore(scan: Scan, from: number): boolean {
  const other = scan.sentence.tokens[from - 1]?.form === 'and' ? scan.markAt[from - 2] : undefined
  return other?.entry.kind === 'demonym' && other.to === from - 1
}

/** The state before a group noun: a demonym, or a possessive, with at most three words between. */
function ownerBefore(
  scan: Scan,
  from: number,
): { from: number; country: string; rule: 'demonym' | 'possessive' } | null {
  const { tokens } = scan.sentence
  for (let i = from - 1; i >= Math.max(0, from - 4); i--) {
    const mark = scan.markAt[i]
    if (mark?.entry.country && mark.entry.kind !== 'organisation')
      return joinsBefore(scan, mark.from)
        ? null
        : {
            from: mark.from,
            country: mark.entry.country,
            rule: isPossessive(tokens[i + 1]) ? 'possessive' : 'demonym',
          }
    if (!isPossessive(tokens[i]) && !['ADJ', 'NOUN', 'PROPN', 'PUNCT'].includes(tokens[i]!.upos)) return null
    if (tokens[i]!.upos === 'PUNCT' && !/^["“”‘-]$/.test(tokens[i]!.form)) return null
  }
  return null
}

function stateAt(scan: Scan, from: number): { to: number; country: string } | null {
  const mark = scan.markAt[scan.sentence.tokens[from]?.form === 'the' ? from + 1 : from]
  return mark?.entry.country && ['state', 'capital'].includes(mark.entry.kind)
    ? { to: mark.to, country: mark.entry.country }
    : null
}

/** "of Arvenia, Bolandia and Corvia": whether more states stand beside the one that ends before `to`. */
function joinsMore(scan: Scan, to: number): boolean {
  const joint = scan.sentence.tokens[to]?.form ?? ''
  if (joint === 'and') return stateAt(scan, to + 1) !== null
  const next = joint === ',' ? stateAt(scan, to + 1) : null
  return next !== null && joinsMore(scan, next.to)
}

/** The state behind a group noun; none where several stand there, for they all own the group. */
function ownerAfter(scan: Scan, to: number): { to: number; country: string } | null {
  if (!/^(of|from)$/.test(scan.sentence.tokens[to]?.form ?? '')) return null
  const owner = stateAt(scan, to + 1)
  const plural = scan.sentence.tokens[to - 1]!.xpos.endsWith('S')
  return owner && plural && joinsMore(scan, owner.to) ? null : owner
}

function mentionAt(scan: Scan, from: number, lexicon: Lexicon): GroupMention | null {
  const { sentence } = scan
  const title = scan.officeAt[from] && !sentence.tokens[scan.officeAt[from]!.to - 1]!.xpos.endsWith('S')
  const found = scan.markAt[from] || title ? null : nounAt(sentence.tokens, from, lexicon)
  if (!found) return null
  const before = ownerBefore(scan, from)
  const after = before ? null : ownerAfter(scan, found.to)
  const phrase = phraseOf(sentence, before?.from ?? from, found.to)
  const noun = sentence.tokens
    .slice(from, found.to)
    .map((t) => t.form.toLowerCase())
    .join(' ')
  const country = before?.country ?? after?.country ?? null
  if (found.sort === 'arms' && country === null) return null
  const shared =
    after === null && /^(of|from)$/.test(sentence.tokens[found.to]?.form ?? '') && stateAt(scan, found.to + 1)
  const rule = before?.rule ?? (after ? 'of-state' : shared ? 'of-states' : 'none')
  const between = sentence.tokens.slice(before?.from ?? from, from)
  const sort = between.some((t) => lexicon.peoples.has(t.form)) ? 'sides' : found.sort
  return { ...phrase, head: headIn(sentence, from, found.to), sort, noun, country, rule }
}

/** The noun heads its phrase, whatever the parser made of the words before it. */
const headIn = (sentence: Sentence, from: number, to: number): number => phraseOf(sentence, from, to).head

/** Every group noun of a report that is no title and no part of a name. */
export function findGroups(
  scans: readonly Scan[],
  lexicon: Lexicon,
  covered: (sentence: number, token: number) => boolean,
): GroupMention[] {
  const mentions: GroupMention[] = []
  for (const scan of scans)
    for (let i = 0; i < scan.sentence.tokens.length; i++) {
      const mention = covered(scan.sentence.index, i) ? null : mentionAt(scan, i, lexicon)
      if (!mention) continue
      mentions.push(mention)
      i = mention.to - 1
    }
  return mentions
}
