import type { Name } from '../types.js'
import { nameWords, partFits, sameFullName } from './actors-spelling.js'

/** The names of one person in a report, in the order of the text. */
export interface Person {
  /** The fullest name. */
  readonly full: string
  readonly names: readonly Name[]
}

const wordCount = (name: Name): number => nameWords(name.text).length
const isFull = (name: Name): boolean => wordCount(name) > 1

/** Two full names with offices of different states are two people, however alike they are written. */
const clash = (a: readonly Name[], b: Name): boolean =>
  b.country !== null && a.some((n) => n.country !== null && n.country !== b.country)

function clusterFull(names: readonly Name[]): Name[][] {
  const clusters: Name[][] = []
  const ordered = [...names].sort((a, b) => wordCount(b) - wordCount(a) || a.start - b.start)
  for (const name of ordered) {
    const same = clusters.filter((c) => c.some((n) => sameFullName(n.text, name.text)) && !clash(c, name))
    const exact = same.find((c) => c.some((n) => n.text === name.text))
    const home = exact ?? (same.length === 1 ? same[0] : undefined)
    if (home) home.push(name)
    else clusters.push([name])
  }
  return clusters
}

const BACK = 3

/** Of several people with this surname, the one that the words at hand point to; undefined when unsure. */
function chooseAmong(
  part: Name,
  candidates: readonly Name[][],
  linked: readonly Name[][],
): number | undefined {
  const pick = (test: (c: readonly Name[], i: number) => boolean) => {
    const hits = candidates.map((c, i) => (test(c, i) ? i : -1)).filter((i) => i >= 0)
    return hits.length === 1 ? hits[0] : undefined
  }
  const { office } = part
  if (office) {
    const holds = (n: Name) =>
      n.office?.title === office.title &&
      (!office.country || n.country === null || n.country === office.country)
    const holder = pick((c) => c.some(holds))
    if (holder !== undefined) return holder
  }
  const mentions = (c: readonly Name[], i: number) => [...c, ...linked[i]!]
  const near = pick((c, i) =>
    mentions(c, i).some((n) => n.start < part.start && part.sentence - n.sentence <= BACK),
  )
  return near ?? pick((c) => candidates.every((o) => o === c || c.length >= 2 * o.length))
}

const OFTEN = 2

/**
 * "President Sel", and only later "Mira Sel": the bare name is somebody else, unless the full name holds the office
 * too. So it is where the bare name with its office comes at least twice as often.
 */
function standsAlone(
  part: Name,
  parts: readonly Name[],
  full: readonly Name[],
  isAddressed: (n: Name) => boolean,
) {
  const bare = parts.filter((n) => n.text === part.text)
  const titles = new Set(bare.flatMap((n) => n.office?.title ?? []))
  if (full.some((n) => titles.has(n.office?.title ?? ''))) return false
  const first = Math.min(...full.map((n) => n.start))
  if (bare.some((n) => n.start < first && isAddressed(n))) return true
  return titles.size > 0 && bare.length >= OFTEN * full.length
}

/** The cluster that a surname or given name alone belongs to: as written first, other spellings next. */
function homeOf(
  part: Name,
  clusters: readonly Name[][],
  linked: readonly Name[][],
  isOther: (full: readonly Name[]) => boolean,
): number | null | undefined {
  for (const level of [2, 1] as const) {
    const fits = clusters
      .map((c, i) => (c.some((n) => partFits(part.text, n.text) >= level) && !clash(c, part) ? i : -1))
      .filter((i) => i >= 0 && !isOther(clusters[i]!))
    if (fits.length === 1) return fits[0]
    if (fits.length > 1) {
      const chosen = chooseAmong(
        part,
        fits.map((i) => clusters[i]!),
        fits.map((i) => linked[i]!),
      )
      return chosen === undefined ? null : fits[chosen]
    }
  }
  return undefined
}

/**
 * Joins the names of persons within one report: full names by spelling, later surnames or family names to the
 * full name that they are a part of. A part that fits two people and points to neither is left out.
 * @param isAddressed whether a title or a form of address stands before a name
 */
export function clusterPersons(names: readonly Name[], isAddressed: (name: Name) => boolean): Person[] {
  const persons = names.filter((n) => n.kind === 'person')
  const clusters = clusterFull(persons.filter(isFull))
  const linked: Name[][] = clusters.map(() => [])
  const alone = new Map<string, Name[]>()
  const parts = persons.filter((n) => !isFull(n))
  for (const part of parts) {
    const isOther = (full: readonly Name[]) => standsAlone(part, parts, full, isAddressed)
    const home = homeOf(part, clusters, linked, isOther)
    if (home === null) continue
    if (home !== undefined) linked[home]!.push(part)
    else alone.set(part.text, [...(alone.get(part.text) ?? []), part])
  }
  const all = [...clusters.map((c, i) => [...c, ...linked[i]!]), ...alone.values()]
  return all.map((c) => ({ full: fullest(c), names: [...c].sort((a, b) => a.start - b.start) }))
}

/** The name with the most words; of two spellings the one used first. */
function fullest(names: readonly Name[]): string {
  return [...names].sort((a, b) => wordCount(b) - wordCount(a) || a.start - b.start)[0]!.text
}
