import { days, isoDay } from './edtf.js'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const THIRDS: Readonly<Record<string, string>> = { '01': 'early', '11': 'mid', '21': 'late' }

/** An EDTF value for people; as it stands where it cannot be read.
 *  @example formatEdtf('2025-10-27') is '27 October 2025'
 *  @example formatEdtf('[2025-09-01..2025-09-10]') is 'early September 2025 (1 to 10)'
 *  @example formatEdtf('2022/..') is 'since 2022' */
export function formatEdtf(edtf: string): string {
  if (!days(edtf)) return edtf
  const inner = /^[[{](.*)[\]}]$/.exec(edtf)?.[1]
  if (inner !== undefined) return some(inner)
  const [from, to] = edtf.split('/') as [string, string?]
  if (to === undefined) return point(from)
  if (isOpen(to)) return `since ${point(from)}`
  return isOpen(from) ? `until ${point(to)}` : `${point(from)} to ${point(to)}`
}

const isOpen = (end: string) => end === '' || end === '..'

function some(inner: string): string {
  if (!inner.includes('..')) return inner.split(',').map(point).join(' or ')
  const [from, to] = inner.split('..') as [string, string]
  if (from === '') return `no later than ${point(to)}`
  if (to === '') return `no earlier than ${point(from)}`
  return third(from, to) ?? `between ${point(from)} and ${point(to)}`
}

/** "early September 2025 (1 to 10)"; null where the two days are no third of a month. */
function third(from: string, to: string): string | null {
  const [year, month, day] = from.split('-') as [string, string?, string?]
  const word = day && THIRDS[day]
  if (!word) return null
  const ends = { '01': '10', '11': '20', '21': isoDay(Number(year), Number(month) + 1, 0).slice(8) }
  if (to !== `${year}-${month}-${ends[day as keyof typeof ends]}`) return null
  return `${word} ${point(`${year}-${month}`)} (${Number(day)} to ${Number(to.slice(8))})`
}

const NAMED: Readonly<Record<string, string>> = {
  '21': 'spring',
  '22': 'summer',
  '23': 'autumn',
  '24': 'winter',
  '33': 'first quarter of',
  '34': 'second quarter of',
  '35': 'third quarter of',
  '36': 'fourth quarter of',
  '40': 'first half of',
  '41': 'second half of',
}

function point(text: string): string {
  const [year, month, day] = text
    .trim()
    .replace(/[~?%]|T.*/g, '')
    .split('-') as [string, string?, string?]
  const years = year.endsWith('X') ? `${year.replaceAll('X', '0')}s` : String(Number(year))
  if (!month) return years
  const named = NAMED[month] ?? MONTHS[Number(month) - 1]
  return day ? `${Number(day)} ${named} ${years}` : `${named} ${years}`
}
