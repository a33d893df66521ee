import type { Mention, Span } from '../types.js'
import { type Claim, claim, quoted } from './claims.js'
import type { Telling } from './tellings.js'
import { fold, sameRoot } from './words.js'

/** The clause ends here: what follows is told of something else as often as of this event. */
const CLAUSE_END = /[,;:!?—–()]|(?<=[\p{L}\p{N}]{4})\.|\.$/u
/** What is left of a name or an aside that stands before the detail. */
const LEFT_OVER = /^(?:['’]s\b|[-–—\s])+|\s+$/gu
/** "and said that …" begins another deed of the same subject. */
const ANOTHER_DEED = /^\s*(?:and|but|or|nor|yet|then|while|whereas)\b/iu
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
  return first && !ANOTHER_DEED.test(mention.text.slice(first.start))
    ? [asClaim(telling, mention, { start: first.start, end })]
    : []
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
