import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeReport, type Engine, type Mention, type Report, readInput } from '../../rapport.js'
import { reportOf, statesOf } from './examples.js'

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
const fits = (gold: string, found: string): boolean => (SAME_TYPE[gold] ?? [gold]).includes(found)

/** Rows are halved by a hash of their sentence: rules are tuned on one half and reported on the other. */
export const half = (text: string): 'tune' | 'test' =>
  createHash('sha256').update(text).digest()[0]! % 2 ? 'tune' : 'test'

interface Pair {
  readonly sentence: string
  readonly source: string
  readonly target: string
  readonly root: string
}

function readPairs(folder: string): Pair[] {
  const [head, ...rows] = readFileSync(join(folder, 'plover/plv_train.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((l) => l.split('\t'))
  const at = (name: string) => head!.indexOf(name)
  const [sentence, source, target, root] = [at('sentence'), at('source'), at('target'), at('gold_root')]
  return rows.map((r) => ({ sentence: r[sentence]!, source: r[source]!, target: r[target]!, root: r[root]! }))
}

/** A bare sentence as a report comes in: its dateline is no part of what it tells. */
function arrived(engine: Engine, text: string): Report {
  const bytes = new TextEncoder().encode(text)
  return readInput(engine, { file: 'sentence.txt', bytes }).reports[0] ?? reportOf(text, null)
}

const mentionsOf = (engine: Engine, text: string): Mention[] =>
  codeReport(engine, arrived(engine, text)).mentions

function touches(mention: Mention, field: 'actor' | 'recipient', text: string, phrase: string): boolean {
  const start = text.indexOf(phrase)
  return mention.evidence.some(
    (e) => e.field === field && e.spans.some((s) => s.start < start + phrase.length && s.end > start),
  )
}

/** Both parties are in the record, each on its side; who meets, signs or agrees may stand on either. */
function hasPair(m: Mention, { sentence, source, target }: Pair): boolean {
  const ordered = touches(m, 'actor', sentence, source) && touches(m, 'recipient', sentence, target)
  const both = (phrase: string) =>
    touches(m, 'actor', sentence, phrase) || touches(m, 'recipient', sentence, phrase)
  return (
    ordered ||
    (['CONSULT', 'AGREE', 'COOPERATE', 'SUPPORT'].includes(m.event) && both(source) && both(target))
  )
}

const percent = (right: number, of: number): string => `${((100 * right) / Math.max(1, of)).toFixed(1)} %`

/** Share of marked pairs that are coded with the right type, from the bare sentence, and how many records else. */
export function scorePairs(engine: Engine, folder: string): string {
  const lines = (['tune', 'test'] as const).map((part) => {
    const rows = readPairs(folder).filter((r) => half(r.sentence) === part)
    const found = rows.map((row) => ({ row, mentions: mentionsOf(engine, row.sentence) }))
    const right = found.filter(({ row, mentions }) =>
      mentions.some((m) => fits(row.root, m.event) && hasPair(m, row)),
    ).length
    const others = found.reduce((n, f) => n + f.mentions.length, 0) - right
    return `pairs ${part}: ${right} of ${rows.length} = ${percent(right, rows.length)}; ${(others / rows.length).toFixed(2)} further records a sentence`
  })
  return lines.join('\n')
}

interface Party {
  readonly code: string
}

interface Gold {
  readonly text: string
  readonly event: string
  /** One party, several, or empty text where there is none. */
  readonly source: Party | readonly Party[] | '' | null
  readonly target: Party | readonly Party[] | '' | null
}

/** Codes of the set that are no ISO codes. */
const ISO: Readonly<Record<string, string>> = { JAP: 'JPN', ITL: 'ITA', SER: 'SRB' }

/** The states among the parties: their codes begin with the state's three letters; "IGO" and "NGO" are none. */
function codes(parties: Gold['source'], engine: Engine): string {
  const list = [parties || []].flat() as readonly Party[]
  const states = list.map((p) => p.code?.slice(0, 3) ?? '').map((c) => ISO[c] ?? c)
  return [...new Set(states.filter((c) => engine.reading.lexicon.states.has(c)))].sort().join('+')
}

function sameSides(gold: Gold, m: Mention, engine: Engine): boolean {
  const [source, target] = [codes(gold.source, engine), codes(gold.target, engine)]
  const [actor, recipient] = [statesOf(m.actor), statesOf(m.recipient)]
  const joined = (a: string, b: string) =>
    [...new Set([...a.split('+'), ...b.split('+')])].filter(Boolean).sort().join('+')
  return (
    (actor === source && recipient === target) ||
    (['CONSULT', 'AGREE', 'COOPERATE', 'SUPPORT'].includes(m.event) &&
      joined(actor, recipient) === joined(source, target))
  )
}

/** PLOVER's own records: type and both sides' states, all right. Records between states only. */
export function scoreRecords(engine: Engine, folder: string): string {
  const all: Gold[] = JSON.parse(readFileSync(join(folder, 'plover/plover_gsr.json'), 'utf8'))
  const gold = all.filter(
    (g) =>
      g.text &&
      g.event !== 'DOCUMENT' &&
      g.source &&
      g.target &&
      `${codes(g.source, engine)}${codes(g.target, engine)}`,
  )
  const lines = (['tune', 'test'] as const).map((part) => {
    const rows = gold.filter((g) => half(g.text) === part)
    const texts = [...new Set(rows.map((g) => g.text))]
    const found = new Map(texts.map((t) => [t, mentionsOf(engine, t).filter((m) => m.event !== 'STATEMENT')]))
    const right = rows.filter((g) =>
      found.get(g.text)!.some((m) => fits(g.event, m.event) && sameSides(g, m, engine)),
    ).length
    const made = [...found.values()].reduce((n, list) => n + list.length, 0)
    const [p, r] = [right / Math.max(1, made), right / Math.max(1, rows.length)]
    return `records ${part}: ${right} of ${rows.length}; precision ${percent(right, made)}, recall ${percent(right, rows.length)}, F1 ${((200 * p * r) / (p + r || 1)).toFixed(1)}`
  })
  return lines.join('\n')
}
