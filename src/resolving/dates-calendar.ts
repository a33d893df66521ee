import type { Anchor } from './dates.js'
import { type Counted, dayOf, isFuture, iso, monthOf, none, type Of, some, timex } from './dates-counted.js'
import { dayNumber, fromDayNumber, isoDay } from './edtf.js'

export function month(meaning: Of<'month'>, now: string, anchor: Anchor): Counted {
  const year = yearOfMonth(meaning, now, anchor)
  const edtf = meaning.day === null ? iso(year, meaning.month) : isoDay(year, meaning.month, meaning.day)
  const named = meaning.day === null ? 'month' : 'day'
  const way =
    meaning.years !== null
      ? 'of the year said'
      : year === monthOf(now)[0]
        ? 'in the year'
        : 'nearest to the day'
  return { edtf, precision: named, rule: `${named} ${way} of publication` }
}

/** The latest such month (or day) up to publication, the next one in the future; a day without tense is the nearest. */
function yearOfMonth(meaning: Of<'month'>, now: string, anchor: Anchor): number {
  const [year, current] = monthOf(now)
  if (meaning.years !== null) return year + meaning.years
  if (meaning.turn === -1) return meaning.month < current ? year : year - 1
  if (meaning.turn === 1) return meaning.month > current ? year : year + 1
  if (meaning.turn === 0) return year
  const at = (y: number) =>
    meaning.day === null ? iso(y, meaning.month) : isoDay(y, meaning.month, meaning.day)
  const today = meaning.day === null ? now.slice(0, 7) : now
  if (isFuture(anchor)) return at(year) >= today ? year : year + 1
  if (meaning.day !== null && anchor.tense !== 'past') return nearest(year, at, now)
  return at(year) <= today ? year : year - 1
}

function nearest(year: number, at: (year: number) => string, now: string): number {
  const away = (y: number) => Math.abs(dayNumber(at(y)) - dayNumber(now))
  return [year, year - 1, year + 1].sort((a, b) => away(a) - away(b))[0]!
}

/** 1 = Monday. */
export const weekdayOf = (day: string) => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1

/**
 * The latest such weekday up to publication, or the next one from it; "last" and "next" leave the day itself out. A past
 * "Friday" in a report that bears a Thursday's date dates nothing: it is the day after oftener than six days before, of
 * a report that was written on after it came out, or in another time zone.
 */
export function weekday(meaning: Of<'weekday'>, now: string, anchor: Anchor): Counted {
  const back = (((weekdayOf(now) - meaning.day) % 7) + 7) % 7
  const ahead = (7 - back) % 7
  const forward = meaning.turn === 1 || (meaning.turn !== -1 && isFuture(anchor))
  const strict = meaning.turn === -1 || meaning.turn === 1
  const away = forward ? (strict && ahead === 0 ? 7 : ahead) : -(strict && back === 0 ? 7 : back)
  const edtf = fromDayNumber(dayNumber(now) + away)
  if (away === -6 && !strict)
    return none('no date: weekday of the day after publication', timex('DATE', edtf))
  const rule = away === 0 ? 'weekday of publication' : `weekday ${forward ? 'after' : 'before'} publication`
  return { edtf, precision: 'day', rule }
}

export function weekend(meaning: Of<'weekend'>, now: string, anchor: Anchor): Counted {
  const monday = dayNumber(now) - weekdayOf(now) + 1
  const onIt = weekdayOf(now) >= 6
  const coming = isFuture(anchor) || onIt || (meaning.turn === 0 && anchor.tense !== 'past')
  const ahead = meaning.turn === 1 || (meaning.turn !== -1 && coming)
  const saturday = monday + (ahead ? 5 + (meaning.turn === 1 && onIt ? 7 : 0) : -2)
  const edtf = some(fromDayNumber(saturday), fromDayNumber(saturday + 1))
  return { edtf, precision: 'week', rule: `weekend ${ahead ? 'of' : 'before'} publication` }
}

export function season(meaning: Of<'season'>, anchor: Anchor): Counted {
  const now = dayOf(anchor)
  const rule = meaning.year === null ? 'part of the year nearest to publication' : 'part of a year as said'
  const year = meaning.year ?? (now === null ? null : yearOfSeason(meaning, now, anchor))
  if (year === null) return none('nothing to count from')
  const last = meaning.to < meaning.from ? meaning.to + 12 : meaning.to
  return { edtf: some(iso(year, meaning.from), iso(year, last)), precision: 'season', rule }
}

function yearOfSeason(meaning: Of<'season'>, now: string, anchor: Anchor): number {
  const [year, current] = monthOf(now)
  const isQuarter = meaning.from % 3 === 1
  if (isQuarter && meaning.turn !== null) return year + meaning.turn
  const end = meaning.to < meaning.from ? meaning.to + 12 : meaning.to
  const began = meaning.from <= current
  if (meaning.turn === -1) return end < current ? year : year - 1
  if (meaning.turn === 1) return began ? year + 1 : year
  if (isFuture(anchor)) return end >= current ? year : year + 1
  return began || meaning.turn === 0 ? year : year - 1
}
