import { z } from 'zod'
import { Country } from '../records.js'

const words = z.array(z.string()).default([])

/** An office as codebook/offices.yaml lists it. */
const OfficeEntry = z.strictObject({
  title: z.string(),
  variants: words,
  acts: z.boolean(),
  rank: z.enum(['national']).nullable().default(null),
  /** At the head of a state or its government: one of "the leaders". */
  head: z.boolean().default(false),
  country: Country.nullable().default(null),
  /** The states that have this title; empty where it tells nothing. */
  only_in: z.array(Country).default([]),
  /** States that do not have it. */
  not_in: z.array(Country).default([]),
  gender: z.enum(['masculine', 'feminine']).nullable().default(null),
  /** The office of other states that it corresponds to: a secretary of state is a foreign minister. */
  same: z.string().nullable().default(null),
})
export type OfficeKind = z.infer<typeof OfficeEntry>

/** The content of codebook/offices.yaml; every part may be missing in an overlay. */
export const OfficesFile = z.strictObject({
  offices: z.array(OfficeEntry).default([]),
  portfolios: words,
  holders: words,
  ranks: words,
  keeping: words,
  former: words,
  holding: words,
  passing: words,
  by_surname: words,
  honorifics: z.strictObject({ masculine: words, feminine: words, any: words }).default({
    masculine: [],
    feminine: [],
    any: [],
  }),
})
export type Offices = z.infer<typeof OfficesFile>

/** Whether a state has an office of this title: the United States have no king and no prime minister. */
export const hasOffice = (country: string, kind: OfficeKind): boolean =>
  !kind.not_in.includes(country) && (kind.only_in.length === 0 || kind.only_in.includes(country))

function portfolioOffices(offices: Offices): OfficeKind[] {
  const plain = {
    acts: true,
    rank: 'national',
    head: false,
    country: null,
    only_in: [] as string[],
    not_in: [] as string[],
    gender: null,
    same: null,
  } as const
  return offices.portfolios.flatMap((portfolio) =>
    offices.holders.map((holder) => ({
      ...plain,
      title: `${portfolio} ${holder}`,
      variants: [`${holder} of ${portfolio}`, `${holder} for ${portfolio}`, `${portfolio} affairs ${holder}`],
    })),
  )
}

/** A deputy's office names the office it serves: "deputy foreign minister". Deputies do not hold it alone. */
function lowered(office: OfficeKind, rank: string): OfficeKind {
  const below = (title: string) => `${rank} ${title}`
  return {
    ...office,
    title: below(office.title),
    variants: office.variants.map(below),
    rank: null,
    head: false,
    same: null,
  }
}

/**
 * Every title that a text may use, with the office that it means.
 * @example officeTitles(offices).get('foreign affairs minister')?.title === 'foreign minister'
 */
export function officeTitles(offices: Offices): Map<string, OfficeKind> {
  const plain = [...offices.offices, ...portfolioOffices(offices)]
  const all = [...plain, ...plain.flatMap((office) => offices.ranks.map((rank) => lowered(office, rank)))]
  const titles = new Map<string, OfficeKind>()
  for (const office of all)
    for (const title of [office.title, ...office.variants]) {
      const key = title.toLowerCase()
      if (!titles.has(key)) titles.set(key, office)
    }
  return titles
}
