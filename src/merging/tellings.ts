import { resolveTime } from '../resolving/dates.js'
import { days } from '../resolving/edtf.js'
import { fold } from '../resolving/fold.js'
import type { Mention, Report } from '../types.js'
import { bothSides, doers } from './clues.js'
import type { Rarity } from './rarity.js'

/**
 * A mention as merging judges it: its persons named as in the record, its date counted, with what its report belongs
 * to.
 */
export interface Telling {
  readonly mention: Mention
  readonly story: string
  readonly origin: string
  /** By these it is found: only tellings that share one can be one event. */
  readonly keys: readonly string[]
}

/** A day from which an undated report's dates are counted, and whose it is. */
export interface Borrowed {
  readonly day: string
  readonly from: string
}

/** The most telling words of a sentence by which it is found. */
const WORDS = 4

/** The day from which the dates of a story's undated reports can be counted: that of its first dated one. */
export function borrowedDay(story: readonly Report[]): Borrowed | null {
  const key = (r: Report) => `${r.published!.value} ${r.id}`
  const dated = story.filter((r) => r.published).sort((a, b) => (key(a) < key(b) ? -1 : 1))[0]
  return dated ? { day: dated.published!.value, from: dated.outlet?.value ?? dated.file } : null
}

/** A mention of an undated report with its date counted anew, marked as taken from another report. */
export function redated(mention: Mention, borrowed: Borrowed | null): Mention {
  if (!borrowed || !mention.dating || (mention.date && mention.date_from === 'said')) return mention
  const dated = resolveTime(mention.dating.meaning, {
    published: borrowed.day,
    from: 'other-report',
    tense: mention.dating.tense,
  })
  if (!dated.edtf || dated.from === 'said') return mention
  const spans = mention.evidence.find((e) => e.field === 'date')?.spans ?? []
  const reason = {
    rule: `${dated.reason.rule}, the day being that of ${borrowed.from}`,
    words: mention.date_text ?? '',
  }
  const others = mention.evidence.filter((e) => e.field !== 'date')
  return {
    ...mention,
    date: dated.edtf,
    date_from: dated.from,
    background: mention.background || dated.background,
    evidence: [...others, { field: 'date', value: dated.edtf, said: false, spans, reason }],
  }
}

/** The years that a date may lie in, at most two. */
function years(edtf: string): string[] {
  const found = days(edtf)
  return found ? [...new Set(found.map((d) => d.slice(0, 4)))] : []
}

/** The month of a day and the one after: reports of neighbouring months share one. */
function months(published: string): string[] {
  const [year, month] = [Number(published.slice(0, 4)), Number(published.slice(5, 7) || 1)]
  const next = month === 12 ? [year + 1, 1] : [year, month + 1]
  return [`${year}-${month}`, next.join('-')]
}

const stem = (word: string): string => word.replace(/(ing|ed|es|s|ly)$/, '')

/** The most telling words of what was done, the names of the parties left out. */
function tellingWords(m: Mention, rarity: Rarity): string[] {
  const names = new Set(
    [...m.actor, ...m.recipient].flatMap((e) => e.names.flatMap((n) => fold(n).split(' '))),
  )
  const words = [...new Set(fold(m.text).split(' '))].filter((w) => w.length > 3 && !names.has(w))
  const ranked = words.sort((a, b) => rarity(b) - rarity(a) || (a < b ? -1 : 1))
  return [...new Set(ranked.slice(0, WORDS).map(stem))]
}

/**
 * What a telling is found by: its type and states with its story, with its date, or with a word of it and the year
 * it tells of or the month it was published in.
 */
function keysOf(mention: Mention, story: string, published: string | null, rarity: Rarity): string[] {
  const about = `${mention.event} ${bothSides(mention)}`
  const times = [...(mention.date ? years(mention.date) : []), ...(published ? months(published) : [])]
  const words = tellingWords(mention, rarity).flatMap((w) => times.map((t) => `${about} ${t} ${w}`))
  // Whom a statement is about is not told by all: within a story its speaker is enough.
  const news =
    mention.event === 'STATEMENT' ? `${mention.event} by ${doers(mention)} ${story}` : `${about} ${story}`
  return [news, ...(mention.date ? [`${about} ${mention.date}`] : []), ...words]
}

/** @param mention named as in the record and dated */
export function tellingOf(
  mention: Mention,
  context: { story: string; origin: string; published: string | null },
  rarity: Rarity,
): Telling {
  const { story, origin, published } = context
  return { mention, story, origin, keys: [...new Set(keysOf(mention, story, published, rarity))] }
}
