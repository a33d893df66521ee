import type { Actor, EntityKind, Name, Office, Reason, Sentence } from '../types.js'
import { type Placed, placePersons } from './actors-countries.js'
import { findGroups, type GroupMention } from './actors-groups.js'
import { homeOf, isHomely } from './actors-home.js'
import { clusterPersons } from './actors-persons.js'
import { type Finds, findAll } from './names.js'
import { isAcronym } from './names-expansions.js'
import { type Lexicon, squeeze } from './names-lexicon.js'
import type { Title } from './offices-found.js'

/** The actors of a report with everything that stands for them, before pronouns and descriptions are resolved. */
export interface Cast {
  readonly actors: readonly Actor[]
  readonly byName: ReadonlyMap<Name, number>
  readonly byState: ReadonlyMap<string, number>
  /** Titles with their holder, or with the unnamed person that they are. */
  readonly byTitle: ReadonlyMap<Title, number>
  readonly groups: readonly { readonly mention: GroupMention; readonly actor: number }[]
  readonly finds: Finds
}

/** An actor in the making; `first` orders the actors by the text. */
interface Draft {
  readonly first: number
  readonly actor: Omit<Actor, 'index'>
  readonly names: readonly Name[]
  readonly titles: readonly Title[]
  readonly groups: readonly GroupMention[]
}

export interface Stage {
  readonly sentences: readonly Sentence[]
  readonly text: string
  readonly lexicon: Lexicon
  readonly names: readonly Name[]
  readonly finds: Finds
  /** Of publication. */
  readonly year: number | null
}

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)]

function groupBy<T>(list: readonly T[], key: (item: T) => string | null): Map<string, T[]> {
  const map = new Map<string, T[]>()
  for (const item of list) {
    const k = key(item)
    if (k !== null) map.set(k, [...(map.get(k) ?? []), item])
  }
  return map
}

const draft = (kind: EntityKind, name: string, country: string | null, reason: Reason) => ({
  kind,
  name,
  names: [name],
  country,
  offices: [] as Office[],
  reason,
})

const NO_PARTS = { names: [], titles: [], groups: [] }

/** Whether a capital or a seat stands where it was, not for its government: "in Moscow". */
function isLocated(name: Name, sentences: readonly Sentence[], lexicon: Lexicon): boolean {
  const { tokens } = sentences[name.sentence]!
  const before = tokens[name.from - 1]?.form.toLowerCase() === 'the' ? name.from - 2 : name.from - 1
  return lexicon.locative.has(tokens[before]?.form.toLowerCase() ?? '')
}

function stateDrafts(stage: Stage, countries: readonly { code: string; start: number }[]): Draft[] {
  const spelt = groupBy(stage.names, (n) =>
    ['state', 'capital', 'seat'].includes(n.kind) ? n.country : null,
  )
  const first = new Map<string, number>()
  for (const { code, start } of countries) first.set(code, Math.min(first.get(code) ?? start, start))
  return [...first].map(([code, start]) => {
    const names = (spelt.get(code) ?? []).filter(
      (n) => n.kind === 'state' || !isLocated(n, stage.sentences, stage.lexicon),
    )
    const name = stage.lexicon.states.get(code)?.name ?? code
    const actor = draft('state', name, code, { rule: 'codebook-state', words: names[0]?.text ?? name })
    const all = stage.names.filter(
      (n) => n.country === code && ['state', 'capital', 'seat', 'demonym'].includes(n.kind),
    )
    return {
      ...NO_PARTS,
      first: start,
      names: all,
      actor: { ...actor, names: unique([name, ...names.map((n) => n.text)]) },
    }
  })
}

const titlesOf = (names: readonly Name[], finds: Finds): Title[] =>
  finds.titles.filter((t) =>
    t.holders.some((run) => names.some((n) => n.start === finds.nameOf.get(run)?.start)),
  )

/** The offices of a person; one said without its state is the same as the one said with it. */
function uniqueOffices(titles: readonly Title[]): Office[] {
  const same = (a: Office, b: Office) => a.title === b.title && a.former === b.former
  const offices = titles.map((t) => t.office)
  return offices.filter((o, i) => {
    const first = offices.findIndex((other) => same(other, o) && other.country === o.country)
    const fuller = o.country === null && offices.some((other) => same(other, o) && other.country !== null)
    return first === i && !fuller
  })
}

function personDraft({ person, titles, belonging }: Placed): Draft {
  const { country, reason } = belonging
  const names = unique([person.full, ...person.names.map((n) => n.text).sort((a, b) => b.length - a.length)])
  const actor = { ...draft('person', person.full, country, reason), names, offices: uniqueOffices(titles) }
  return { ...NO_PARTS, first: person.names[0]!.start, names: person.names, titles, actor }
}

/** A name of the codebook's list of organisations, whose reason carries the full name. */
const isListed = (name: Name): boolean =>
  name.reason.rule.startsWith('codebook-') && name.reason.note !== undefined

/** One key for all names of an organisation: the codebook's name, or its words with its state. */
function organisationKey(name: Name, known: ReadonlyMap<string, string | null>): string {
  if (isListed(name)) return `${name.reason.note}|${name.country ?? ''}`
  return `${name.text}|${name.country ?? known.get(name.text) ?? ''}`
}

/** The one state that an organisation's words go with elsewhere in the report: "the Foreign Ministry". */
function onlyOwners(names: readonly Name[]): Map<string, string | null> {
  const owners = groupBy(names, (n) => (n.country ? n.text : null))
  return new Map(
    [...owners].map(([text, list]) => {
      const countries = unique(list.map((n) => n.country))
      return [text, countries.length === 1 ? countries[0]! : null]
    }),
  )
}

/** "Alliance for Bolandia (AFB)": the key of the name in brackets, and that of the name before them. */
function aliases(names: readonly Name[], stage: Stage, keyOf: (n: Name) => string): Map<string, string> {
  const pairs = names.flatMap((b, i) => {
    const a = names[i - 1]
    if (a?.sentence !== b.sentence || b.from !== a.to + 1) return []
    const { tokens } = stage.sentences[b.sentence]!
    const bracketed = tokens[a.to]!.form === '(' && tokens[b.to]?.form === ')'
    return bracketed && isAcronym(a.text) !== isAcronym(b.text) ? [[keyOf(b), keyOf(a)] as const] : []
  })
  return new Map(pairs)
}

function organisationDrafts(stage: Stage): Draft[] {
  const names = stage.names.filter((n) => n.kind === 'organisation')
  const owners = onlyOwners(names)
  const keyOf = (n: Name) => organisationKey(n, owners)
  const same = aliases(names, stage, keyOf)
  return [...groupBy(names, (n) => same.get(keyOf(n)) ?? keyOf(n)).values()].map((list) => {
    const texts = unique(list.map((n) => n.text)).sort((a, b) => b.length - a.length)
    const listed = list.find(isListed)
    const known = listed?.reason.note ?? texts[0]!
    const country = list.find((n) => n.country)?.country ?? owners.get(list[0]!.text) ?? null
    const actor = {
      ...draft('organisation', known, country, list[0]!.reason),
      names: unique([known, ...texts]),
    }
    return { ...NO_PARTS, first: list[0]!.start, names: list, actor }
  })
}

function peopleDrafts(stage: Stage): Draft[] {
  const names = stage.names.filter((n) => n.kind === 'group')
  return [...groupBy(names, (n) => n.country).values()].map((list) => {
    const actor = draft('group', list[0]!.text, list[0]!.country, list[0]!.reason)
    return {
      ...NO_PARTS,
      first: list[0]!.start,
      names: list,
      actor: { ...actor, names: unique(list.map((n) => n.text)) },
    }
  })
}

function groupDrafts(stage: Stage, mentions: readonly GroupMention[], home: string | null): Draft[] {
  return [...groupBy(mentions, (m) => `${m.noun}|${m.country}`).values()].map((list) => {
    const first = list[0]!
    const words = stage.text.slice(first.start, first.end)
    const own = first.sort === 'sides' ? null : first.country
    const assumed = own === null && first.rule === 'none' && isHomely(first, stage.lexicon) ? home : null
    const rule = assumed ? 'group-of-main-state' : `group-${first.rule}`
    const actor = draft('group', words, own ?? assumed, { rule, words })
    const names = unique(list.map((m) => stage.text.slice(m.start, m.end)))
    return { ...NO_PARTS, first: first.start, groups: list, actor: { ...actor, names } }
  })
}

const holds = (actor: Omit<Actor, 'index'>, title: Title): boolean =>
  actor.kind === 'person' &&
  actor.country === title.country &&
  actor.offices.some(
    (o) => o.former === title.office.former && (o.title === title.kind.title || o.title === title.kind.same),
  )

/** "the Corvian foreign minister" without a name anywhere in the report: an actor of its own. */
function unnamedDrafts(stage: Stage, persons: readonly Draft[]): Draft[] {
  const alone = stage.finds.titles.filter(
    (t) =>
      t.rule === 'office-alone' &&
      t.country &&
      !t.assumed &&
      !t.organisational &&
      t.kind.acts &&
      !t.scan.sentence.tokens[t.head]!.xpos.endsWith('S') &&
      !persons.some((p) => holds(p.actor, t) || leads(p.actor, t, stage.lexicon)),
  )
  return [...groupBy(alone, (t) => `${t.kind.title}|${t.country}|${t.office.former}`).values()].map(
    (titles) => {
      const { office, country } = titles[0]!
      const words = stage.text.slice(office.span.start, office.span.end)
      const actor = { ...draft('person', words, country, { rule: 'office-alone', words }), offices: [office] }
      return { ...NO_PARTS, first: office.span.start, titles, actor }
    },
  )
}

/** "The Arvenian leader" is whoever of that state holds an office at its head. */
export function leads(actor: Omit<Actor, 'index'>, title: Title, lexicon: Lexicon): boolean {
  if (actor.kind !== 'person' || actor.country !== title.country || title.office.former) return false
  const isHead = (office: Office) => !office.former && lexicon.titles.get(squeeze(office.title))?.head
  return title.kind.title === 'leader' && actor.offices.some(isHead)
}

function countriesIn(stage: Stage, groups: readonly GroupMention[]) {
  return [
    ...stage.names.map((n) => ({ code: n.country, start: n.start })),
    ...stage.finds.titles.map((t) => ({ code: t.assumed ? null : t.country, start: t.office.span.start })),
    ...groups.map((g) => ({ code: g.country, start: g.start })),
    ...stage.sentences.flatMap((s) =>
      s.tokens.flatMap((t) =>
        (stage.lexicon.pairs.get(t.form) ?? []).map((code) => ({ code, start: t.start })),
      ),
    ),
  ].filter((c): c is { code: string; start: number } => c.code !== null)
}

function assemble(drafts: readonly Draft[], finds: Finds): Cast {
  const ordered = [...drafts].sort((a, b) => a.first - b.first)
  const actors = ordered.map((d, index) => ({ index, ...d.actor }))
  return {
    actors,
    finds,
    byName: new Map(ordered.flatMap((d, i) => d.names.map((n) => [n, i] as const))),
    byTitle: new Map(ordered.flatMap((d, i) => d.titles.map((t) => [t, i] as const))),
    byState: new Map(actors.flatMap((a) => (a.kind === 'state' ? [[a.country!, a.index] as const] : []))),
    groups: ordered.flatMap((d, i) => d.groups.map((mention) => ({ mention, actor: i }))),
  }
}

/** Tokens that a name or the title of a named person covers: no group nouns are looked for there. */
function coverage(stage: Stage): (sentence: number, token: number) => boolean {
  const covered = new Set<string>()
  const add = (sentence: number, from: number, to: number) => {
    for (let i = from; i < to; i++) covered.add(`${sentence}:${i}`)
  }
  for (const n of stage.names) if (n.kind !== 'demonym') add(n.sentence, n.from, n.to)
  for (const t of stage.finds.titles) if (t.holders.length > 0) add(t.scan.sentence.index, t.from, t.to)
  return (sentence, token) => covered.has(`${sentence}:${token}`)
}

const cache = new WeakMap<readonly Name[], { lexicon: Lexicon; cast: Cast }>()

/** The cast of a report; the same names are put together once. */
export function findCast(
  names: readonly Name[],
  sentences: readonly Sentence[],
  text: string,
  lexicon: Lexicon,
  year: number | null,
): Cast {
  const known = cache.get(names)
  if (known?.lexicon === lexicon) return known.cast
  const stage: Stage = { sentences, text, lexicon, names, year, finds: findAll(sentences, text, lexicon) }
  const groups = findGroups(stage.finds.scans, lexicon, coverage(stage))
  const isAddressed = (n: Name) =>
    n.office !== null || lexicon.honorifics.has(sentences[n.sentence]!.tokens[n.from - 1]?.form ?? '')
  const titles = (person: { readonly names: readonly Name[] }) => titlesOf(person.names, stage.finds)
  const persons = placePersons(clusterPersons(names, isAddressed), titles, stage).map(personDraft)
  const countries = countriesIn(stage, groups)
  const drafts = [
    ...stateDrafts(stage, countries),
    ...persons,
    ...unnamedDrafts(stage, persons),
    ...organisationDrafts(stage),
    ...peopleDrafts(stage),
    ...groupDrafts(stage, groups, homeOf(countries.map((c) => c.code))),
  ]
  const cast = assemble(drafts, stage.finds)
  cache.set(names, { lexicon, cast })
  return cast
}
