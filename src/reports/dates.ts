const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const weekday = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s+)?'
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?'
const clock =
  '(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?\\s?(?<half>[ap]\\.?m\\.?)?'
const zone = '(?:\\s?(?<zone>z|gmt|utc|[+-]\\d{2}:?\\d{2})\\b|\\s\\(?[a-z]{1,5}\\)?)?'
const between = '(?:\\s*[,|·•–—-]\\s*|\\s+(?:at\\s+)?)'

const dayForms = [
  `${weekday}${day}\\s+(?:of\\s+)?${month},?\\s+(?<year>\\d{4})`,
  `${weekday}${day}-${month}-(?<year>\\d{4})`,
  `${weekday}${month}\\s+${day},?\\s+(?<year>\\d{4})`,
  '(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})',
  '(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4})',
  '(?<one>\\d{1,2})[/-](?<two>\\d{1,2})[/-](?<year>\\d{4})',
]
const forms = dayForms.flatMap((form) => [
  new RegExp(`^${form}(?:${between}${clock}${zone})?$`, 'i'),
  new RegExp(`^${clock}${zone}${between}${form}$`, 'i'),
])
// Node 20 allows no name twice in a pattern, so ISO 8601 with its T stands apart.
const iso =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i
const unix = new RegExp(`^${weekday}${month}\\s+${day}\\s+${clock}${zone}\\s+(?<year>\\d{4})$`, 'i')
const monthOnly = new RegExp(`^${month},?\\s+(?<year>\\d{4})$`, 'i')
const yearless = [
  new RegExp(`^${weekday}${month}\\s+${day}$`, 'i'),
  new RegExp(`^${weekday}${day}\\s+(?:of\\s+)?${month}$`, 'i'),
]

type Parts = Readonly<Record<string, string | undefined>>

/**
 * Reads a date as outlets write it.
 * @returns EDTF: a day, a moment with its zone when hour and zone are said, or a month or a year when no more is said;
 * null when it is no date, no day of the calendar, or could be two days ("03/04/2025")
 * @example readDate('Mon, 27 Oct 2025 14:03:00 +0300') // '2025-10-27T14:03:00+03:00'
 */
export function readDate(text: string): string | null {
  const tidy = text.trim().replace(/\s+/g, ' ').slice(0, 80)
  return readIso(tidy) ?? readForm(tidy) ?? readCoarse(tidy)
}

/**
 * Reads a day without its year, as datelines give it.
 * @returns "10-27", or null
 * @example readYearless('Oct. 27') // '10-27'
 */
export function readYearless(text: string): string | null {
  const parts = firstMatch(yearless, text.trim().replace(/\s+/g, ' '))
  // A leap year, so that 29 February is a day.
  return parts ? (toDay({ ...parts, year: '2024' })?.slice(5) ?? null) : null
}

/** The day of an EDTF day or moment, as the text gives it (in its own zone). */
export const dayOf = (edtf: string): string => edtf.slice(0, 10)

function readIso(text: string): string | null {
  const [, year, month, day, hour, minute, second, zone] = iso.exec(text) ?? []
  const date = year ? toDay({ year, month, day }) : null
  return date && withTime(date, { hour, minute, second, zone })
}

function readForm(text: string): string | null {
  const parts = firstMatch([...forms, unix], text)
  const date = parts && toDay(parts.one ? slashed(parts) : parts)
  return date ? withTime(date, parts) : null
}

function readCoarse(text: string): string | null {
  if (/^(?:1[6-9]|20)\d{2}(?:-(?:0[1-9]|1[0-2]))?$/.test(text)) return text
  const parts = monthOnly.exec(text)?.groups
  return parts ? `${parts.year}-${monthNumber(parts.month!)}` : null
}

function firstMatch(patterns: readonly RegExp[], text: string): Parts | null {
  for (const pattern of patterns) {
    const groups = pattern.exec(text)?.groups
    if (groups) return groups
  }
  return null
}

/** "28/10/2025" and "10/28/2025" each have one meaning; "03/04/2025" has two and is left empty. */
function slashed({ one, two, year }: Parts): Parts {
  if (Number(one) > 12 || one === two) return { year, month: two, day: one }
  return Number(two) > 12 ? { year, month: one, day: two } : { year }
}

const pad = (text: string) => text.padStart(2, '0')

function monthNumber(said: string): string {
  const named = months.indexOf(said.slice(0, 3).toLowerCase()) + 1
  return pad(named > 0 ? String(named) : said)
}

function toDay({ year, month, day }: Parts): string | null {
  if (!year || !month || !day) return null
  const date = `${year}-${monthNumber(month)}-${pad(day)}`
  const real = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(date) ? date : null
}

/** Without its zone an hour is no moment, and the day alone is kept. */
function withTime(date: string, { hour, minute, second, half, zone }: Parts): string {
  if (!hour || !minute || !zone) return date
  const hours = (Number(hour) % (half ? 12 : 24)) + (/^p/i.test(half ?? '') ? 12 : 0)
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return date
  return `${date}T${pad(String(hours))}:${minute}:${second ?? '00'}${zoneOf(zone)}`
}

const zoneOf = (zone: string) => (/^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : 'Z')
