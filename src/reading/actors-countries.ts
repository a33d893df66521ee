import type { Stage } from './actors-found.js'
import type { Person } from './actors-persons.js'
import { type Belonging, byDemonym, byRecord, bySeatLabel, byState } from './actors-told.js'
import type { Scan } from './names-scan.js'
import { hasOffice } from './offices.js'
import type { Title } from './offices-found.js'

const words = (person: Person): string => person.full

/** The state that most of a person's offices name; null on a tie. Former offices count where there is no other. */
function byOffice(person: Person, titles: readonly Title[]): Belonging | null {
  const named = titles.filter((t) => t.country)
  const current = named.filter((t) => !t.office.former)
  const votes = new Map<string, number>()
  for (const t of current.length > 0 ? current : named)
    votes.set(t.country!, (votes.get(t.country!) ?? 0) + 1)
  const ranked = [...votes].sort((a, b) => b[1] - a[1])
  if (!ranked[0] || ranked[0][1] === ranked[1]?.[1]) return null
  const title = named.find((t) => t.country === ranked[0]![0])!
  const { start, end } = title.office.span
  const note = title.assumed ? 'this office exists in one state only' : undefined
  return {
    country: ranked[0][0],
    reason: {
      rule: title.rule,
      words: `${words(person)}: ${title.office.title}`,
      note: note ?? `${start}-${end}`,
    },
  }
}

const isNational = (title: Title): boolean =>
  title.kind.rank === 'national' && title.kind.acts && !title.organisational

/** States that a sentence names, in any way. */
const statesIn = (scan: Scan): Set<string> =>
  new Set(
    scan.marks.flatMap((m) => (m.entry.country && m.entry.kind !== 'organisation' ? [m.entry.country] : [])),
  )

/** "The secretary of state and President Sel": two who may serve one government. */
function areJoined(a: Title, b: Title): boolean {
  const [first, second] = [a, b].sort((x, y) => x.from - y.from) as [Title, Title]
  const between = first.scan.sentence.tokens.slice(first.to, second.from)
  return between.some((t) => t.upos === 'CCONJ') && between.every((t) => /^(CCONJ|PROPN|DET)$/.test(t.upos))
}

/** Two states in the sentence, one of them served by somebody else: the bare office is the other's. */
function byElimination(person: Person, title: Title, stage: Stage): Belonging | null {
  const states = statesIn(title.scan)
  const others = stage.finds.titles.filter(
    (t) => t.scan === title.scan && t !== title && t.country && !t.assumed && t.holders.length > 0,
  )
  const taken = new Set(others.map((t) => t.country!))
  const left = [...states].filter((s) => !taken.has(s))
  if (states.size !== 2 || taken.size !== 1 || left.length !== 1) return null
  if (others.some((t) => areJoined(t, title))) return null
  return {
    country: left[0]!,
    reason: {
      rule: 'other-state-of-sentence',
      words: `${words(person)}: ${title.office.title}`,
      note: `the office of ${[...taken][0]} is held by another`,
    },
  }
}

/** A bare national office with a seat of power beside it: "the president … in the Kremlin". */
function bySeat(person: Person, title: Title): Belonging | null {
  const seats = title.scan.marks.filter((m) => m.entry.kind === 'seat')
  const countries = new Set(seats.map((m) => m.entry.country))
  if (countries.size !== 1) return null
  return {
    country: seats[0]!.entry.country,
    reason: {
      rule: 'seat-of-power',
      words: `${title.office.title} ${words(person)}: ${seats[0]!.entry.phrase}`,
    },
  }
}

const NEAR = 3

/** "The Arvenian president" soon after, and one president without a state: it is he. */
function byLaterTitle(person: Person, title: Title, stage: Stage): Belonging | null {
  const same = stage.finds.titles.filter((t) => t.kind.title === title.kind.title && !t.office.former)
  const isNear = (t: Title) =>
    person.names.some((n) => Math.abs(n.sentence - t.scan.sentence.index) <= NEAR) ||
    mainHouse(stage)?.country === t.country
  const alone = new Set(
    same
      .filter((t) => t.rule === 'office-alone' && !t.assumed && t.country && isNear(t))
      .map((t) => t.country!),
  )
  const taken = new Set(same.filter((t) => t.holders.length > 0 && t.country).map((t) => t.country!))
  const free = [...alone].filter((code) => !taken.has(code))
  const bare = new Set(
    same
      .filter((t) => t.holders.length > 0 && !t.country)
      .flatMap((t) => t.holders.map((r) => stage.finds.nameOf.get(r)!.text.split(' ').at(-1))),
  )
  if (free.length !== 1 || bare.size !== 1) return null
  return {
    country: free[0]!,
    reason: {
      rule: 'office-repeated',
      words: `${words(person)}: ${title.office.title}`,
      note: `"${free[0]}" holds the same office without a name`,
    },
  }
}

const MAJORITY = 2

/** The government whose houses the report speaks of at least twice as often as of any other's. */
function mainHouse(stage: Stage): { readonly country: string; readonly phrase: string } | null {
  const houses = stage.finds.scans.flatMap((scan) =>
    scan.marks.filter((m) => m.entry.country && (m.entry.kind === 'seat' || m.entry.sort === 'state')),
  )
  const counts = new Map<string, number>()
  for (const { entry } of houses) counts.set(entry.country!, (counts.get(entry.country!) ?? 0) + 1)
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  if (!first || first[1] < MAJORITY * (second?.[1] ?? 0)) return null
  const house = houses.find((m) => m.entry.country === first[0])!
  return { country: first[0], phrase: house.entry.phrase }
}

/** Of several who bear one title without a state, only the one named most can be the home government's. */
function isMostNamed(person: Person, title: Title, stage: Stage): boolean {
  const bearers = stage.finds.titles.filter((t) => t.kind.title === title.kind.title && !t.country)
  const counts = new Map<string, number>()
  for (const t of bearers) {
    for (const run of t.holders) {
      const surname = stage.finds.nameOf.get(run)!.text.split(' ').at(-1)!
      counts.set(surname, (counts.get(surname) ?? 0) + 1)
    }
  }
  const own = counts.get(person.full.split(' ').at(-1)!) ?? 0
  return (
    [...counts.values()].every((n) => n <= own) && [...counts.values()].filter((n) => n === own).length === 1
  )
}

/** "The president", "the White House", "the State Department": the government whose houses the report speaks of. */
function byHouses(person: Person, title: Title, stage: Stage): Belonging | null {
  const house = mainHouse(stage)
  if (!house) return null
  const taken = stage.finds.titles.some(
    (t) => t.kind.title === title.kind.title && t.country === house.country && t.holders.length > 0,
  )
  if (taken || !title.kind.head || !isMostNamed(person, title, stage)) return null
  return {
    country: house.country,
    reason: {
      rule: 'houses-of-power',
      words: `${title.office.title} ${words(person)}: ${house.phrase}`,
    },
  }
}

/** The report speaks of one state only. */
function byOnlyState(person: Person, title: Title, stage: Stage): Belonging | null {
  const states = new Set(stage.finds.scans.flatMap((scan) => [...statesIn(scan)]))
  if (states.size !== 1) return null
  return {
    country: [...states][0]!,
    reason: { rule: 'only-state-of-report', words: `${words(person)}: ${title.office.title}` },
  }
}

function inferred(person: Person, titles: readonly Title[], stage: Stage): Belonging | null {
  for (const title of titles.filter((t) => isNational(t) && !t.country && !t.office.former)) {
    const found =
      byHouses(person, title, stage) ??
      bySeat(person, title) ??
      byElimination(person, title, stage) ??
      byLaterTitle(person, title, stage) ??
      byOnlyState(person, title, stage)
    if (found?.country && hasOffice(found.country, title.kind)) return found
  }
  return null
}

/** A person with the titles that the text gives, and the state that follows from them. */
export interface Placed {
  readonly person: Person
  readonly titles: readonly Title[]
  readonly belonging: Belonging
  /** The text or the record of office-holders gives the state; it is not inferred from what stands around. */
  readonly said: boolean
}

const headTitles = (placed: Placed): string[] =>
  placed.titles.filter((t) => t.kind.head && !t.office.former).map((t) => t.kind.title)

/** Whether another has the same head's title in the same state, by the text or by being named as often. */
function isRivalled(one: Placed, all: readonly Placed[]): boolean {
  const rivals = all.filter(
    (o) =>
      o !== one &&
      o.belonging.country === one.belonging.country &&
      headTitles(o).some((title) => headTitles(one).includes(title)),
  )
  return rivals.some((o) => o.said || one.person.names.length < MAJORITY * o.person.names.length)
}

function place(person: Person, titles: readonly Title[], stage: Stage): Placed {
  const known =
    byOffice(person, titles) ??
    byState(person, stage) ??
    byDemonym(person, stage) ??
    bySeatLabel(person, stage) ??
    byRecord(person, stage)
  const open = { country: null, reason: { rule: 'no-state-said', words: words(person) } }
  return {
    person,
    titles,
    belonging: known ?? inferred(person, titles, stage) ?? open,
    said: known !== null,
  }
}

/**
 * The state that each person belongs to, and why: by an office with its state, a demonym before the name, or inferred
 * from a national office said without one. Null where the words do not tell; one state has one president.
 */
export function placePersons(
  persons: readonly Person[],
  titlesOf: (person: Person) => readonly Title[],
  stage: Stage,
): Placed[] {
  const all = persons.map((person) => place(person, titlesOf(person), stage))
  const open = (one: Placed): Belonging => ({
    country: null,
    reason: { rule: 'office-of-several', words: words(one.person) },
  })
  return all.map((one) =>
    !one.said && one.belonging.country && isRivalled(one, all) ? { ...one, belonging: open(one) } : one,
  )
}
