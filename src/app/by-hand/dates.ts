import { readDate } from '../../reports/dates.js'
import { days } from '../../resolving/edtf.js'
import type { Refusal } from './given.js'

/** How dates in figures are written: day first, or month first. */
export type DateOrder = 'dmy' | 'mdy'

const FIGURES = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})\.?$/
const SHORT_YEAR = /^\d{1,2}[./-]\d{1,2}[./-]\d{2}$/
const MARKS_ONLY = /^[\dXT:.,/[\]{}~?%+-]+$/

/**
 * A date as a person writes it, as EDTF. Figures that could be two days are one only when the order is told.
 * @example dateFrom('03/04/2025', 'dmy') // '2025-04-03'
 */
export function dateFrom(text: string, order: DateOrder | null): string | Refusal {
  const figures = FIGURES.exec(text)
  if (figures) return fromFigures(text, Number(figures[1]), Number(figures[2]), figures[3]!, order)
  if (SHORT_YEAR.test(text)) return refused(`"${text}" has no whole year`, 'write the year in four digits')
  const day = readDate(text)?.slice(0, 10)
  if (day) return day
  if (MARKS_ONLY.test(text) && days(text)) return text
  return refused(`"${text}" is no date`, 'write it as 2025-10-27, 27 October 2025, 2025-10 or 2025')
}

function fromFigures(
  text: string,
  one: number,
  two: number,
  year: string,
  order: DateOrder | null,
): string | Refusal {
  const [dayFirst, monthFirst] = [isoDay(year, two, one), isoDay(year, one, two)]
  if (order) {
    const day = order === 'dmy' ? dayFirst : monthFirst
    return day ?? refused(`"${text}" is no day when read as ${order}`, 'check it, or write it as 2025-10-27')
  }
  if (dayFirst && monthFirst && dayFirst !== monthFirst)
    return refused(
      `"${text}" could be ${dayFirst} or ${monthFirst}`,
      'say which with --dates dmy or --dates mdy, or write it as 2025-10-27',
    )
  return dayFirst ?? monthFirst ?? refused(`"${text}" is no day of the calendar`, 'check it')
}

function isoDay(year: string, month: number, day: number): string | null {
  const iso = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-')
  return days(iso) ? iso : null
}

function refused(problem: string, hint: string): Refusal {
  return { field: 'date', problem, hint }
}
