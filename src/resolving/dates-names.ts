import { weekdayOf } from './dates-calendar.js'
import { type Counted, type Timex3, timex } from './dates-counted.js'
import { type Bounds, dayNumber, days, fromDayNumber } from './edtf.js'

/** What TIMEX3 calls a date that was counted out; null where it has no name for it. */
export function timexOf(counted: Counted): Timex3 | null {
  if (counted.timex !== undefined) return counted.timex
  const bounds = counted.edtf === null ? null : days(counted.edtf)
  const name = bounds && nameOf(bounds)
  return name === null ? null : timex('DATE', name)
}

/** A stretch of days by its name in the calendar: day, week, month, quarter, season, half, year, decade or century. */
function nameOf([first, last]: Bounds): string | null {
  if (first === last) return first
  if (!first.endsWith('-01') || !fromDayNumber(dayNumber(last) + 1).endsWith('-01'))
    return weekOf(first, last)
  const [year, month] = [first.slice(0, 4), Number(first.slice(5, 7))]
  const months = (Number(last.slice(0, 4)) - Number(year)) * 12 + Number(last.slice(5, 7)) - month + 1
  if (months === 1) return first.slice(0, 7)
  if (months === 3) return month % 3 === 1 ? `${year}-Q${(month + 2) / 3}` : `${year}-${SEASONS[month]}`
  if (months === 6) return `${year}-H${month === 1 ? 1 : 2}`
  return { 12: year, 120: first.slice(0, 3), 1200: first.slice(0, 2) }[months] ?? null
}

const SEASONS: Readonly<Record<number, string>> = { 3: 'SP', 6: 'SU', 9: 'FA', 12: 'WI' }

function weekOf(first: string, last: string): string | null {
  const length = dayNumber(last) - dayNumber(first)
  if (weekdayOf(first) === 1 && length >= 4 && length <= 6) return week(first)
  return weekdayOf(first) === 6 && length === 1 ? `${week(first)}-WE` : null
}

/** The ISO 8601 week of a day: "1998-W03". */
function week(day: string): string {
  const thursday = dayNumber(day) + 4 - weekdayOf(day)
  const year = fromDayNumber(thursday).slice(0, 4)
  const number = Math.floor((thursday - dayNumber(`${year}-01-01`)) / 7) + 1
  return `${year}-W${String(number).padStart(2, '0')}`
}
