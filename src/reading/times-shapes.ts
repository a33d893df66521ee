import type { ClassOf } from './times-rules.js'

const NOT_FIGURES: readonly ClassOf[] = []

/** The classes that figures have by their shape: "27" is a day and a number, "1990s" a decade.
 *  @param text an atom's text, lower case */
export function shapesOf(text: string): readonly ClassOf[] {
  const first = text.charCodeAt(0)
  if (first < 48 || first > 57) return NOT_FIGURES
  return SHAPES.flatMap(({ name, shape, value }) => {
    const match = shape.exec(text)
    const found = match && value(match)
    return found === null ? [] : [{ name, value: found }]
  })
}

interface Shape {
  readonly name: string
  readonly shape: RegExp
  readonly value: (match: RegExpExecArray) => number | string | null
}

const upTo = (limit: number) => (match: RegExpExecArray) => {
  const value = Number(match[1])
  return value >= 1 && value <= limit ? value : null
}
const written = (match: RegExpExecArray) => match[0]

const SHAPES: readonly Shape[] = [
  { name: 'day', shape: /^(\d\d?)(?:st|nd|rd|th)?$/, value: upTo(31) },
  { name: 'nth', shape: /^(\d\d?)(?:st|nd|rd|th)$/, value: upTo(99) },
  { name: 'year', shape: /^(1\d{3}|20\d\d)$/, value: upTo(2099) },
  { name: 'yy', shape: /^(\d\d)$/, value: upTo(99) },
  { name: 'decade', shape: /^(?:(1\d|20)?(\d)0s)$/, value: decade },
  {
    name: 'number',
    shape: /^(?!19\d\d$|20[1-9]\d$)(\d{1,3}(?:,\d{3})*|\d+)(\.\d)?$/,
    value: (m) => Number(m[0].replaceAll(',', '')),
  },
  { name: 'clock', shape: /^([01]?\d|2[0-4]):[0-5]\d$/, value: written },
  { name: 'clock', shape: /^([01]?\d)(?::([0-5]\d))?([ap])m$/, value: halfDay },
  { name: 'hhmm', shape: /^([01]\d|2[0-3])[0-5]\d$/, value: written },
]

/** "1990s" is 1990, "80s" 1980. */
function decade([, century, tens]: RegExpExecArray): number {
  return Number(`${century ?? '19'}${tens}0`)
}

/** "5pm" is "17:00". */
function halfDay([, hour, minutes, half]: RegExpExecArray): string {
  const hours = (Number(hour) % 12) + (half === 'p' ? 12 : 0)
  return `${String(hours).padStart(2, '0')}:${minutes ?? '00'}`
}
