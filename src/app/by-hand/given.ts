import { z } from 'zod'

/** Why something that a person gave was not taken, and what to try. */
export interface Refusal {
  readonly field: string
  readonly problem: string
  readonly hint: string
}

/** Longer texts are no cell of a tracker. */
const LONGEST = 2000

/** Text on one line: what a terminal or a database could trip over becomes a space. */
const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Surrogate}\s]+/gu, ' ')
    .trim()

const words = z
  .string()
  .transform(tidy)
  .pipe(z.string().max(LONGEST, `is longer than ${LONGEST} characters`))
const maybe = words.transform((text) => text || null).nullable()
const list = z.array(words).transform((texts) => texts.filter(Boolean))

/** One event as a person gives it, in their words; an empty text is none. */
export const Given = z.strictObject({
  type: words.pipe(z.string().min(1, 'is missing')),
  actor: list.pipe(z.array(z.string()).min(1, 'is missing')),
  recipient: list.default([]),
  date: maybe.default(null),
  place: maybe.default(null),
  quote: maybe.default(null),
  url: maybe
    .pipe(
      z.url({ protocol: /^https?$/, error: 'is no address that begins with http:// or https://' }).nullable(),
    )
    .default(null),
  outlet: maybe.default(null),
  title: maybe.default(null),
  note: maybe.default(null),
  by: words.pipe(z.string().min(1, 'is missing')),
})
export type Given = z.infer<typeof Given>

const HINTS: Readonly<Record<string, string>> = {
  type: 'give a PLOVER type, such as CONSULT, or a word that the codebook knows, such as met',
  actor: 'say who did it: a state, or a person as "Tor Lund (foreign minister, Bolandia)"',
  url: 'give the whole address, or leave it out',
  by: 'say who records it',
}

/** What a person gave, tidied; or what is wrong with it, field by field. */
export function readGiven(input: unknown): Given | readonly Refusal[] {
  const { success, data, error } = Given.safeParse(input)
  if (success) return data
  return error.issues.map(({ path, message }) => {
    const field = String(path[0] ?? 'entry')
    return { field, problem: message, hint: HINTS[field] ?? 'shorten it' }
  })
}
