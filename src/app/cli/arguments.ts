import { InvalidArgumentError, Option } from 'commander'
import countries from 'i18n-iso-countries'
import { EventType } from '../../records.js'
import { readDate } from '../../reports/dates.js'
import { daysOf } from '../../store/index.js'
import type { EventType as Type } from '../../types.js'

/** A state as people write it ("RUS", "ru", "North Korea") as its code; other three-letter codes (XAA, SUN) stand. */
export function country(written: string): string {
  const code = stateCode(written.trim())
  if (code) return code
  throw new InvalidArgumentError(`"${written}" is no state known here; give its ISO code, such as PRK.`)
}

function stateCode(text: string): string | undefined {
  if (/^[a-z]{3}$/i.test(text)) return text.toUpperCase()
  if (/^[a-z]{2}$/i.test(text)) return countries.alpha2ToAlpha3(text.toUpperCase())
  return countries.getSimpleAlpha3Code(text, 'en')
}

/** "RUS,PRK": two different states. */
export function dyad(written: string): [string, string] {
  const [one, other, ...more] = written.split(',').map(country)
  if (!one || !other || more.length > 0 || one === other)
    throw new InvalidArgumentError('give two different states with a comma between, such as RUS,PRK.')
  return [one, other]
}

/** A PLOVER type, in upper or lower case. */
export function eventType(written: string): Type {
  const parsed = EventType.safeParse(written.toUpperCase())
  if (parsed.success) return parsed.data
  throw new InvalidArgumentError(`the types are ${EventType.options.join(', ')}.`)
}

/** The first day of a day, month or year. */
export function since(written: string): string {
  return days(written).first
}

/** The last day of a day, month or year. */
export function until(written: string): string {
  return days(written).last
}

/**
 * When reports were published, as outlets or EDTF write it; checked here so that a slip is not blamed on the reports.
 */
export function published(written: string): string {
  if (readDate(written) !== null) return written
  throw new InvalidArgumentError('it is no date, or could be two; write it as 2025-10-27.')
}

/** A state's code or English name as its code; any other name as it is. */
export function actor(written: string): string {
  return stateCode(written.trim()) ?? written.trim()
}

/** Collects an option that may be given more than once. */
export function more(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}

/** A whole number of at least 1. */
export function wholeNumber(written: string): number {
  if (/^[1-9]\d{0,8}$/.test(written)) return Number(written)
  throw new InvalidArgumentError('give a whole number, 1 or more.')
}

/** A port to listen on; 0 stands for any that is free. */
export function portNumber(written: string): number {
  const port = Number(written)
  if (/^\d{1,5}$/.test(written) && port < 65536) return port
  throw new InvalidArgumentError('give a number from 0 to 65535.')
}

/** `--format`, with the first as the default. */
export function format(...choices: string[]): Option {
  return new Option('--format <format>', 'how to write it').choices(choices).default(choices[0])
}

function days(written: string): { first: string; last: string } {
  const { first, last } = daysOf(/^\d{4}(-\d\d(-\d\d)?)?$/.test(written) ? written : null)
  if (first && last && isDay(first)) return { first, last }
  throw new InvalidArgumentError('write dates as 2025, 2025-10 or 2025-10-27.')
}

/** Whether the calendar has it: Date turns 30 February into 2 March. */
function isDay(day: string): boolean {
  const date = new Date(day)
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(day)
}
