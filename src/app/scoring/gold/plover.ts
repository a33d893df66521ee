import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** PLOVER's earlier gold: rows of sentences with two parties marked, and whole records. */
export const PAIRS = 'plover/plv_train.tsv'
export const RECORDS = 'plover/plover_gsr.json'

/** Older names of PLOVER roots, and those that may stand for each other in the sets. */
const SAME_TYPE: Readonly<Record<string, readonly string[]>> = {
  YIELD: ['CONCEDE', 'RETREAT'],
  DEMAND: ['REQUEST'],
  DISAPPROVE: ['ACCUSE'],
  INVESTIGATE: ['ACCUSE'],
  FIGHT: ['ASSAULT'],
  // Older conventions code a planned meeting as what was planned.
  CONSULT: ['CONSULT', 'AGREE'],
}

/** Whether a type is the one that the gold means by an older name or convention. */
export const fits = (gold: string, found: string): boolean => (SAME_TYPE[gold] ?? [gold]).includes(found)

/** The older root that a type of today belongs to. */
export const rootOf = (type: string): string => (SAME_TYPE.YIELD!.includes(type) ? 'YIELD' : type)

const FREE_SIDES = new Set(['CONSULT', 'AGREE', 'COOPERATE', 'SUPPORT'])

/** Who meets, signs or agrees may stand on either side: older conventions follow the sentence. */
export const hasFreeSides = (type: string): boolean => FREE_SIDES.has(type)

/** A sentence, the words of its two parties, and the type of what is between them. */
export interface MarkedPair {
  readonly sentence: string
  readonly source: string
  readonly target: string
  readonly root: string
}

export function readPairs(folder: string): MarkedPair[] {
  const [head, ...rows] = readFileSync(join(folder, PAIRS), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
  const column = (name: string) => head!.indexOf(name)
  const [sentence, source, target, root] = ['sentence', 'source', 'target', 'gold_root'].map(column)
  return rows.map((row) => ({
    sentence: row[sentence!]!,
    source: row[source!]!,
    target: row[target!]!,
    root: row[root!]!,
  }))
}

interface Party {
  readonly code: string
}

/** A record as the file has it: one party, several, or empty text where there is none. */
interface RawRecord {
  readonly text: string
  readonly event: string
  readonly source: Party | readonly Party[] | '' | null
  readonly target: Party | readonly Party[] | '' | null
}

/** A type with the states on both sides, as "XAR+XBO". */
export interface GoldRecord {
  readonly text: string
  readonly event: string
  readonly source: string
  readonly target: string
}

/** Codes of the set that are no ISO codes. */
const ISO: Readonly<Record<string, string>> = { JAP: 'JPN', ITL: 'ITA', SER: 'SRB' }

/** The states among the parties: their codes begin with the state's three letters; "IGO" and "NGO" are none. */
function statesOf(parties: RawRecord['source'], isState: (code: string) => boolean): string {
  const list = [parties || []].flat() as readonly Party[]
  const codes = list.map((party) => party.code?.slice(0, 3) ?? '').map((code) => ISO[code] ?? code)
  return [...new Set(codes.filter(isState))].sort().join('+')
}

/** Records with a party on both sides, a state at least on one. */
export function readRecords(folder: string, isState: (code: string) => boolean): GoldRecord[] {
  const all: RawRecord[] = JSON.parse(readFileSync(join(folder, RECORDS), 'utf8'))
  return all
    .filter(({ text, event, source, target }) => text && event !== 'DOCUMENT' && source && target)
    .map(({ text, event, source, target }) => ({
      text,
      event,
      source: statesOf(source, isState),
      target: statesOf(target, isState),
    }))
    .filter(({ source, target }) => source || target)
}
