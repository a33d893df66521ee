import { z } from 'zod'
import type { Outlet } from '../types.js'

const Words = z.array(z.string()).min(1)
const Country = z.string().regex(/^[A-Z]{3}$/)
const mark = {
  domains: z.array(z.string()).default([]),
  country: Country,
  control: z.enum(['state', 'public', 'private']),
  source: z.string(),
}
const Agency = z.strictObject({ name: z.string(), signs: Words, ...mark })
const Newspaper = z.strictObject({ name: z.string(), also: z.array(z.string()).default([]), ...mark })

/** codebook/outlets.yaml; an overlay's file may leave out any list and adds to those that it has. */
export const OutletsFile = z.strictObject({
  source: z.string().optional(),
  agencies: z.array(Agency).default([]),
  outlets: z.array(Newspaper).default([]),
  signers: z.array(z.string()).default([]),
  outlet_words: z.array(z.string()).default([]),
})

/** A news agency: how it signs, where it sits and who controls it. */
export type Agency = z.infer<typeof Agency>

/** What is known of outlets, by the names that they bear and by their web domains, all in lower case. */
export interface Press {
  readonly byName: ReadonlyMap<string, Outlet>
  readonly byDomain: ReadonlyMap<string, Outlet>
}

type Entry = z.infer<typeof Agency> | z.infer<typeof Newspaper>

const outletOf = ({ name, country, control, source }: Entry): Outlet => ({ name, country, control, source })
const namesOf = (entry: Entry): readonly string[] =>
  'signs' in entry ? entry.signs : [entry.name, ...entry.also]

/** "The Hindu" and "Hindu" are one name. */
const keyOf = (name: string): string => name.trim().toLowerCase().replace(/^the /, '')

/** Entries by name and domain; of two with one key the later stands, so that an overlay can say it anew. */
export function pressOf(entries: readonly Entry[]): Press {
  const by = (keys: (entry: Entry) => readonly string[]) =>
    new Map(entries.flatMap((entry) => keys(entry).map((key) => [keyOf(key), outletOf(entry)] as const)))
  return { byName: by(namesOf), byDomain: by(({ domains }) => domains) }
}

/**
 * The outlet that a report is of: by its address, and where it has none by the name that it gives. A name beside an
 * address of another domain says nothing: many outlets bear one name. Null where the codebook knows neither.
 * @param report the outlet's name as the report has it, and the report's web address
 * @example findOutlet({ outlet: 'Xinhua', url: null }, press)?.control // 'state'
 */
export function findOutlet(
  { outlet, url }: { readonly outlet: string | null; readonly url: string | null },
  press: Press,
): Outlet | null {
  if (url !== null) return byAddress(url, press)
  return (outlet !== null && press.byName.get(keyOf(outlet))) || null
}

/** "english.news.cn" is of "news.cn"; a domain of its own goes before the one that it is part of. */
function byAddress(url: string, { byDomain }: Press): Outlet | null {
  const parts = URL.canParse(url) ? new URL(url).hostname.toLowerCase().split('.') : []
  const domains = parts.map((_, at) => parts.slice(at).join('.'))
  return domains.map((domain) => byDomain.get(domain)).find((outlet) => outlet !== undefined) ?? null
}
