import type { Mention, Span } from '../types.js'
import { type Claim, claim, quoted } from './claims.js'
import type { Telling } from './tellings.js'
import { fold, sameRoot } from './words.js'

/** The clause ends here: what follows is told of something else as often as of this event. */
const CLAUSE_END =
  /[,;:!?—–()]|(?<=[\p{L}\p{N}]\s?)--|(?<=[\p{L}\p{N}]{4})\.|\.$|\s(?:and|but|while)\s+\p{Ll}+ing\b/u
/** What is left of a name or an aside that stands before the detail. */
const LEFT_OVER = /^(?:['’]s\b|[-–—\s])+|\s+$/gu
/** "and said that …" begins another deed of the same subject. */
const ANOTHER_DEED = /^\s*(?:and|but|or|nor|yet|then|while|whereas)\b/iu
/** A phrase that is added to what was done begins with one of these, or with what it was done to. */
const LINKS =
  'about|above|across|after|against|along|amid|among|around|as|at|because|before|behind|below|between|beyond|by|concerning|despite|during|for|from|given|if|in|including|inside|into|near|of|off|on|onto|out|outside|over|regarding|since|that|through|throughout|to|toward|towards|under|unless|until|upon|via|when|where|whether|which|who|whom|whose|with|within|without'
const DETERMINERS = 'the|an?|its|their|his|her|this|these|those|any|all|some|no|both'
/** "obliging both armies to …" begins a phrase as well. */
const BEGINS = new RegExp(`^(?:${LINKS}|${DETERMINERS}|\\p{Ll}+ing)\\b`, 'iu')
const LINK = new RegExp(`\\b(?:${LINKS}|and|but|or|nor|yet|while|whereas)\\b`, 'giu')
/** A detail says at least so many things that no other report says. */
const NEW_WORDS = 3

/** What follows the deed in its own clause and no other report tells ("after a visit to Tesk"). */
export function detailsOf(tellings: readonly Telling[]): readonly Claim[] {
  return tellings.flatMap((telling) => {
    const others = tellings.filter((other) => other.voice !== telling.voice)
    const all = telling.mentions.flatMap((mention) => leftovers(telling, mention))
    return all.filter((one) => newWords(one.value, others) >= NEW_WORDS)
  })
}

/** The clause after the deed and its object, from the first words on that no field of the mention covers. */
function leftovers(telling: Telling, mention: Mention): readonly Claim[] {
  if (mention.event === 'STATEMENT') return []
  const from = Math.max(mention.trigger.end, ...mention.topic.map((topic) => topic.end)) - mention.start
  const clause = mention.text.slice(from)
  const length = clause.search(CLAUSE_END)
  const end = length < 0 ? mention.text.length : from + length
  const gaps = uncovered({ start: from, end }, covered(mention))
  const first = gaps.find((gap) => plainWords(mention.text.slice(gap.start, gap.end)).length > 1)
  const start = first ? phraseStart(mention.text, from, first.start) : null
  return start !== null && !isQuoted(mention, { start, end })
    ? [asClaim(telling, mention, { start, end })]
    : []
}

/**
 * Where the phrase that holds new words begins: "to join Bel's new alliance" at "to", though Bel is known. Null where it
 * is another deed, or the rest of a sentence without a beginning of its own.
 */
function phraseStart(text: string, from: number, gap: number): number | null {
  const rest = text.slice(gap)
  const own = rest.search(/[\p{L}\p{N}]/u)
  if (ANOTHER_DEED.test(rest)) return null
  if (BEGINS.test(rest.slice(own))) return gap + own
  const link = [...text.slice(from, gap).matchAll(LINK)].at(-1)
  return link && !ANOTHER_DEED.test(link[0]) ? from + link.index : null
}

/** Quoted words are shown as such. */
function isQuoted({ text, quote }: Mention, { start, end }: Span): boolean {
  const words = text.slice(start, end)
  const quoted = quote.reduce(
    (sum, one) => sum + (words.includes(one) || one.includes(words) ? one.length : 0),
    0,
  )
  return quoted * 2 > words.length
}

function asClaim(telling: Telling, mention: Mention, gap: Span): Claim {
  const text = mention.text.slice(gap.start, gap.end)
  const words = text.replace(LEFT_OVER, '')
  const start = mention.start + gap.start + text.indexOf(words)
  return claim(telling, fold(words), words, [quoted(telling, start, start + words.length)])
}

/** Where the mention's own fields stand in its text. */
function covered(mention: Mention): readonly Span[] {
  const entities = [...mention.actor, ...mention.recipient]
  const words = [
    mention.date_text,
    mention.event_loc?.name,
    ...entities.flatMap((entity) => [...entity.names, entity.office]),
    mention.attribution?.name,
  ]
  return words.flatMap((word) => placesOf(word ?? '', mention.text))
}

function placesOf(word: string, text: string): readonly Span[] {
  if (word === '') return []
  const parts = text.toLowerCase().split(word.toLowerCase())
  return parts.slice(0, -1).map((_, i) => {
    const start = parts.slice(0, i + 1).join(word).length
    const end = start + word.length
    return { start, end: end + (/^\p{L}*/u.exec(text.slice(end))?.[0].length ?? 0) }
  })
}

function uncovered(stretch: Span, spans: readonly Span[]): readonly Span[] {
  return [...spans]
    .sort((a, b) => a.start - b.start)
    .reduce<readonly Span[]>((gaps, span) => gaps.flatMap((gap) => without(gap, span)), [stretch])
    .filter((gap) => gap.end > gap.start)
}

function without(gap: Span, span: Span): readonly Span[] {
  if (span.end <= gap.start || span.start >= gap.end) return [gap]
  return [
    { start: gap.start, end: span.start },
    { start: span.end, end: gap.end },
  ]
}

/** How many of a text's plain words no other report has a form of. */
export function newWords(text: string, others: readonly Telling[]): number {
  const known = others.flatMap((other) => other.mentions.flatMap((mention) => fold(mention.text).split(' ')))
  return plainWords(text).filter((word) => !known.some((other) => sameRoot(fold(word), other))).length
}

/** Words of four letters and more that are no names. */
function plainWords(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => /^\p{Ll}/u.test(word) && fold(word).length >= 4)
}
