import type { TimeMeaning } from '../types.js'
import type { Atom } from './times-atoms.js'
import type { Before, TimeRules } from './times-rules.js'

/** A time expression over atoms [from, to). */
export interface Found {
  readonly from: number
  readonly to: number
  readonly meaning: TimeMeaning
}

/** Joins neighbours that are one time ("10:41 GMT on Monday", "from March to May 2020") and takes in the words before
 *  a time that change it ("early", "since", "until").
 *  @param found expressions in order, without overlap
 *  @returns expressions in order, without overlap */
export function compose(found: readonly Found[], atoms: readonly Atom[], rules: TimeRules): Found[] {
  const modified = widen(found, atoms, rules, ['early', 'mid', 'late', 'earlier', 'later', 'about'])
  const joined = joinAll(modified, atoms, rules)
  return widen(joined, atoms, rules, ['since', 'until', 'before', 'after', 'through']).filter(isWhole)
}

/** False for a lone "morning" that no day took in. */
function isWhole({ from, to, meaning }: Found): boolean {
  return to - from > 1 || meaning.kind !== 'time' || meaning.day !== null || /\d/.test(meaning.value)
}

/** Each expression with the longest word of the given kinds that stands before it and fits. */
function widen(
  found: readonly Found[],
  atoms: readonly Atom[],
  rules: TimeRules,
  kinds: readonly Before[],
): Found[] {
  return found.map((time, i) => {
    const floor = found[i - 1]?.to ?? 0
    for (const { kind, words } of rules.before) {
      const from = time.from - words.length
      if (!kinds.includes(kind) || from < floor || !standsAt(words, atoms, from)) continue
      const meaning = CHANGE[kind](time.meaning)
      if (meaning) return { from, to: time.to, meaning }
    }
    return time
  })
}

function standsAt(words: readonly string[], atoms: readonly Atom[], at: number): boolean {
  return words.every((word, i) => atoms[at + i]?.text === word)
}

const COARSE = new Set(['full', 'month', 'season', 'named', 'part'])
const isUnit = (m: TimeMeaning) => m.kind === 'offset' && m.unit !== 'day' && m.calendar

/** What a time means after a word; null where the word does not belong to it. */
const CHANGE: Record<Before, (m: TimeMeaning) => TimeMeaning | null> = {
  early: (m) => part('early', m),
  mid: (m) => part('mid', m),
  late: (m) => part('late', m),
  earlier: (m) => soFar(-1, m),
  later: (m) => soFar(1, m),
  about,
  since: (m) => (isPoint(m) ? { kind: 'range', from: m, to: null, some: false } : null),
  until: (m) => (isPoint(m) ? { kind: 'range', from: null, to: m, some: false } : null),
  before: (m) => (COARSE.has(m.kind) ? { kind: 'range', from: null, to: m, some: true } : null),
  after: (m) => (COARSE.has(m.kind) ? { kind: 'range', from: m, to: null, some: true } : null),
  through: lasting,
  from: () => null,
}

/** "late Monday" is Monday; "late September", "the end of 2024" a third of it. */
function part(which: 'early' | 'mid' | 'late', m: TimeMeaning): TimeMeaning | null {
  if (m.kind === 'weekday' || m.kind === 'time' || (m.kind === 'offset' && m.unit === 'day')) return m
  if (isDayLong(m)) return null
  return COARSE.has(m.kind) || isUnit(m) ? { kind: 'part', part: which, of: m } : null
}

const isDayLong = (m: TimeMeaning) =>
  (m.kind === 'full' && /^\d{4}-\d\d-\d\d$/.test(m.edtf)) || (m.kind === 'month' && m.day !== null)

/** "earlier this year": from its first day until now; "earlier on Tuesday" is Tuesday. */
function soFar(side: -1 | 1, m: TimeMeaning): TimeMeaning | null {
  if (m.kind === 'offset' && isUnit(m) && m.amount === 0)
    return { kind: 'within', unit: m.unit, amount: 0, side }
  if (m.kind === 'weekday' || m.kind === 'time' || (m.kind === 'offset' && m.unit === 'day')) return m
  return COARSE.has(m.kind) && !isDayLong(m) ? m : null
}

function about(m: TimeMeaning): TimeMeaning | null {
  if (m.kind === 'offset' && !m.calendar) return { ...m, about: true }
  return m.kind === 'duration' ? m : null
}

/** "for the past three years": all through, so from then on. */
function lasting(m: TimeMeaning): TimeMeaning | null {
  if (m.kind !== 'within' || m.side === 1 || !m.amount) return null
  const from: TimeMeaning = { kind: 'offset', unit: m.unit, amount: -m.amount, about: false, calendar: false }
  return { kind: 'range', from, to: null, some: false }
}

/** A time that can open or close a range. */
function isPoint(m: TimeMeaning): boolean {
  return !['duration', 'set', 'vague', 'within', 'range', 'from-event'].includes(m.kind)
}

function joinAll(found: readonly Found[], atoms: readonly Atom[], rules: TimeRules): Found[] {
  const out: Found[] = []
  for (const time of found) {
    const last = out.at(-1)
    const joined = last && (same(last, time, atoms, rules) ?? range(last, time, atoms, rules))
    if (joined) out.splice(-1, 1, joined)
    else out.push(time)
  }
  return out
}

/** "Tuesday morning", "the morning of 5 May", "yesterday evening": a time of day with its day. */
function same(a: Found, b: Found, atoms: readonly Atom[], rules: TimeRules): Found | null {
  if (!rules.same.some((words) => fills(words, a.to, b.from, atoms))) return null
  const meaning = timed(a.meaning, b.meaning) ?? timed(b.meaning, a.meaning) ?? ofYear(a.meaning, b.meaning)
  return meaning && { from: a.from, to: b.to, meaning }
}

function timed(time: TimeMeaning, day: TimeMeaning): TimeMeaning | null {
  if (time.kind !== 'time' || time.day !== null) return null
  const dated = day.kind === 'weekday' || isDayLong(day) || (day.kind === 'offset' && day.unit === 'day')
  if (day.kind === 'time') return day.day && { ...time, day: day.day }
  return dated ? { ...time, day } : null
}

/** "the winter of nineteen ninety-four". */
function ofYear(season: TimeMeaning, year: TimeMeaning): TimeMeaning | null {
  if (season.kind !== 'season' || season.year !== null || year.kind !== 'full') return null
  return /^\d{4}$/.test(year.edtf) ? { ...season, year: Number(year.edtf) } : null
}

/** "between 1975 and 1979", "March to May 2020". "and" joins only after "between". */
function range(a: Found, b: Found, atoms: readonly Atom[], rules: TimeRules): Found | null {
  const link = rules.range.find((words) => fills(words, a.to, b.from, atoms))
  if (!link || !isPoint(a.meaning) || !isPoint(b.meaning)) return null
  const opener = rules.before.find(
    (w) => w.kind === 'from' && standsAt(w.words, atoms, a.from - w.words.length),
  )
  const opens = opener?.words[0]
  if ((link[0] === 'and') !== (opens === 'between')) return null
  const meaning = { kind: 'range', from: inYearOf(b.meaning, a.meaning), to: b.meaning, some: false } as const
  return { from: a.from - (opener?.words.length ?? 0), to: b.to, meaning }
}

/** "March" before "to May 2020" is March 2020; "November" before "to May 2020" is November 2019. */
function inYearOf(to: TimeMeaning, from: TimeMeaning): TimeMeaning {
  if (from.kind !== 'month' || to.kind !== 'full' || !/^\d{4}-\d\d/.test(to.edtf)) return from
  const year = Number(to.edtf.slice(0, 4)) - (from.month > Number(to.edtf.slice(5, 7)) ? 1 : 0)
  const month = `${year}-${String(from.month).padStart(2, '0')}`
  return { kind: 'full', edtf: from.day === null ? month : `${month}-${String(from.day).padStart(2, '0')}` }
}

function fills(words: readonly string[], from: number, to: number, atoms: readonly Atom[]): boolean {
  return to - from === words.length && standsAt(words, atoms, from)
}
