import { nameWords } from './actors-spelling.js'

/** A person who held a public office of a state: what a line of codebook/office-holders says. */
export interface Holder {
  readonly country: string
  /** The usual name first. */
  readonly names: readonly string[]
  /** Years; `to` is null where the office is held still or its end is not known. */
  readonly from: number | null
  readonly to: number | null
  readonly office: string
  readonly source: string
}

/** How names are borne and told, by the codebook. */
export interface HolderRules {
  /** States whose people are named with the family name first. */
  readonly familyFirst: ReadonlySet<string>
  /** Offices whose holders are named by their surname alone in the news of other states. */
  readonly surnameOffices: ReadonlySet<string>
}

/** Office-holders by full name and by surname, without case, accents and hyphens. */
export interface Holders extends HolderRules {
  readonly byName: ReadonlyMap<string, readonly Holder[]>
  readonly bySurname: ReadonlyMap<string, readonly Holder[]>
}

const COLUMNS = 7

const keyOf = (name: string): string => nameWords(name).join(' ')
const yearOf = (text: string): number | null => (text === '' ? null : Number(text.slice(0, 4)))

function readLine(line: string, file: string, number: number): Holder {
  const columns = line.split('\t')
  const [country, name, others, from, to, office, source] = columns
  const years = [from, to].every((y) => y !== undefined && /^(\d{4}(-\d\d)?)?$/.test(y))
  if (columns.length !== COLUMNS || !/^[A-Z]{3}$/.test(country!) || !name || !years)
    throw new Error(
      `${file}, line ${number}: expected state, name, other spellings, from, to, office and source between tabs, with years as 2017 or 2017-01; compare it with the line above`,
    )
  const names = [name, ...others!.split('|').filter((n) => n !== '')]
  return { country: country!, names, from: yearOf(from!), to: yearOf(to!), office: office!, source: source! }
}

/**
 * Reads a table of office-holders.
 * @param text lines of seven columns between tabs; empty lines and lines that begin with # are left out
 * @throws Error naming file and line
 * @example parseHolders('XAR\tIvo Sel\t\t2030\t\tpresident\tinvented', 'own.tsv')[0].country // 'XAR'
 */
export const parseHolders = (text: string, file: string): Holder[] =>
  text
    .split(/\r?\n/)
    .flatMap((line, i) => (line === '' || line.startsWith('#') ? [] : [readLine(line, file, i + 1)]))

function surnameOf({ country }: Holder, name: string, { familyFirst }: HolderRules): string {
  const words = keyOf(name).split(' ')
  return familyFirst.has(country) ? words[0]! : words.at(-1)!
}

function indexed(holders: readonly Holder[], keys: (holder: Holder) => string[]): Map<string, Holder[]> {
  const index = new Map<string, Holder[]>()
  for (const holder of holders)
    for (const key of new Set(keys(holder))) {
      const here = index.get(key)
      if (here) here.push(holder)
      else index.set(key, [holder])
    }
  return index
}

export const indexHolders = (holders: readonly Holder[], rules: HolderRules): Holders => ({
  ...rules,
  byName: indexed(holders, (h) => h.names.map(keyOf)),
  bySurname: indexed(holders, (h) => h.names.map((n) => surnameOf(h, n, rules))),
})

/** How many years before and after an office somebody is still likely the person whom news mean by this name. */
const BEFORE = 8
const AFTER = 20

const isOf = ({ from, to }: Holder, year: number | null, before: number, after: number): boolean =>
  year === null || ((from === null || from - before <= year) && (to === null || year <= to + after))

/** Where all that fit are of one state, the latest of them. */
function onlyState(fitting: readonly Holder[]): Holder | null {
  const one = new Set(fitting.map((h) => h.country)).size === 1
  return one ? [...fitting].sort((a, b) => (b.from ?? 0) - (a.from ?? 0))[0]! : null
}

/**
 * The office-holder that a name means in a report: a full name anywhere near its time in office, a bare surname only
 * while it holds the office and where the report names the state, or it leads the state. Null where people of two
 * states bear it.
 * @param year of publication, null where the report has none
 * @param named states that the report names
 */
export function holderOf(
  name: string,
  year: number | null,
  named: ReadonlySet<string>,
  holders: Holders,
): Holder | null {
  const key = keyOf(name)
  if (key.includes(' ')) {
    const near = (holders.byName.get(key) ?? []).filter((h) => isOf(h, year, BEFORE, AFTER))
    return onlyState(near) ?? onlyState(near.filter((h) => named.has(h.country)))
  }
  const inOffice = (holders.bySurname.get(key) ?? []).filter((h) => isOf(h, year, 1, 1))
  const here = inOffice.filter((h) => named.has(h.country))
  const fitting = here.length ? here : inOffice.filter((h) => holders.surnameOffices.has(h.office))
  // Without a date only a surname that one person has borne in office is enough.
  return year !== null || new Set(fitting.map((h) => h.names[0])).size === 1 ? onlyState(fitting) : null
}
