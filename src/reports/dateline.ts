import { readYearless } from './dates.js'
import { agencyNamed, type HouseRules } from './rules.js'
import type { Found } from './types.js'

/** A dateline at the start of a paragraph: how long it is, with the space after it, and what it says. */
interface Dateline {
  readonly length: number
  readonly rest: number
  readonly found: readonly Found[]
}

const place = "\\p{Lu}[\\p{Lu}\\p{M}'’.-]+(?:[ /-]\\p{Lu}[\\p{Lu}\\p{M}'’.-]+){0,3}"
const named = "\\p{Lu}[\\p{L}\\p{M}'’.-]+(?: \\p{Lu}?[\\p{L}\\p{M}'’.-]+){0,2}"
const when =
  '(?:(?:[A-Z][a-z]{2,8}\\.?,? )?(?:[A-Z][a-z]{2,8}\\.? \\d{1,2}|\\d{1,2} [A-Z][a-z]{2,8}\\.?)(?:,? \\d{4})?)'
const sign = "(?:\\(|\\[)(?<sign>[\\p{Lu}][\\p{L}\\d’'&./ -]{1,40})(?:\\)|\\])"
const dash = '(?:\\s?(?:—|–|--)\\s?|\\s-\\s)'

const forms = [
  // MOSCOW: / SEOUL (Reuters) - / KYIV, Ukraine (AP) — / BEIJING, Oct. 27 (Xinhua) --
  `(?<place>${place}(?:, ${named})?)(?:,? (?<when>${when}))?,?(?:\\s${sign})?(?:${dash}|\\s?:\\s)`,
  // MOSCOW (AFP) Ministers met
  `(?<place>${place}(?:, ${named})?)(?:,? (?<when>${when}))?,?\\s${sign}:?\\s`,
  // Tesk, Arvenia (CNN) — / Tesk (AFP) –
  `(?<place>${named}(?:, ${named})?)(?:,? (?<when>${when}))?,?\\s${sign}${dash}`,
  // Tesk (CNN) Ministers met
  `(?<city>${named}(?:, ${named})?)\\s${sign}\\s(?=[\\p{Lu}"“])`,
  // Tesk, May 3 —
  `(?<place>${named}(?:, ${named})?),? (?<when>${when})${dash}`,
  // (Reuters) -
  `${sign}(?:${dash}|\\s)`,
].map((form) => new RegExp(`^${form}(?=\\S)`, 'du'))

/**
 * Reads the dateline that a paragraph opens with.
 * @param start offset of the paragraph in the report's text
 * @returns null when the opening words are no dateline, or could as well be something else ("WATCH:")
 * @example readDateline('TESK (AFP) - Ministers met.', 0, rules) // place TESK, agency AFP, length 12, rest 13
 */
export function readDateline(paragraph: string, start: number, rules: HouseRules): Dateline | null {
  const opening = paragraph.slice(0, 160)
  for (const form of forms) {
    const match = form.exec(opening)
    if (match && isDateline(match, paragraph, rules)) return asDateline(match, start, rules)
  }
  return null
}

/** Capitals alone are weak: a place has four letters, no label's word, and a sentence after it. */
function isDateline(match: RegExpExecArray, paragraph: string, rules: HouseRules): boolean {
  const { city, sign } = match.groups ?? {}
  if (city && !isPress(sign!, rules)) return false
  const place = match.groups?.place ?? city
  if (!place) return sign !== undefined && isPress(sign, rules)
  if (rules.notDateline.has(place.toLowerCase())) return false
  const letters = place.replace(/[^\p{L}]/gu, '').length
  const sentence = paragraph.slice(match[0].length).split(/\s+/).length >= 5
  return (sign ? letters >= 2 : letters >= 4) && sentence && !/^["“‘']/.test(place)
}

const isPress = (sign: string, rules: HouseRules) =>
  agencyNamed(sign, rules) !== undefined || rules.outlets.has(sign.toLowerCase())

function asDateline(match: RegExpExecArray, start: number, rules: HouseRules): Dateline {
  const at = match.indices!.groups!
  const value = (group: 'place' | 'city' | 'when' | 'sign') => {
    const [from, to] = at[group] ?? [0, 0]
    return to > from ? { value: match.groups![group]!, start: start + from, end: start + to } : null
  }
  const [place, when, sign] = [value('place') ?? value('city'), value('when'), value('sign')]
  const day = when && readYearless(when.value.replace(/,? \d{4}$/, ''))
  const agency = sign && agencyNamed(sign.value, rules)
  const found: Found[] = []
  if (place) found.push({ ...place, field: 'dateline' })
  if (when && day) found.push(dayFound(when, day))
  if (sign && agency) found.push({ ...sign, field: 'agency', value: agency.name })
  else if (sign) found.push({ ...sign, field: 'outlet' })
  return { length: match[0].trimEnd().length, rest: match[0].length, found }
}

function dayFound(when: { value: string; start: number; end: number }, day: string): Found {
  const year = / (\d{4})$/.exec(when.value)?.[1]
  return year ? { ...when, field: 'dated', value: `${year}-${day}` } : { ...when, field: 'day', value: day }
}
