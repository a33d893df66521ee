/** Reports with all their events written down by hand, and whether a coded record is one of them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { code } from '../src/coding/index.js'
import { type Engine, type Entity, type Mention, type Report, readInput } from '../src/rapport.js'
import { read } from '../src/reading/index.js'
import { days } from '../src/resolving/edtf.js'
import { resolve } from '../src/resolving/index.js'
import type { CodedEvent, Reading } from '../src/types.js'

/** A party: its state, and its name where it is not the state itself. */
interface GoldParty {
  readonly c: string | null
  readonly n?: string | null
}

/** An event that a sentence tells; see test/gold/README.md for the meaning of each key. */
export interface GoldEvent {
  /** Offset of the sentence, or its first words. */
  readonly s?: number
  readonly q?: string
  readonly w: string
  readonly w2?: readonly string[]
  readonly types: readonly string[]
  readonly aux?: readonly (string | null)[]
  readonly actor?: readonly GoldParty[]
  readonly recipient?: readonly GoldParty[]
  readonly mutual?: boolean
  readonly opt?: readonly GoldParty[]
  readonly bg?: boolean | null
  readonly date?: string | null
}

/** A report as the coder reads it, beside what it tells. */
export interface GoldText {
  readonly name: string
  readonly report: Report
  readonly reading: Reading
  readonly coded: readonly CodedEvent[]
  readonly mentions: readonly Mention[]
  readonly gold: readonly (GoldEvent & { readonly sentence: number })[]
}

type Fault = 'type' | 'actor' | 'recipient' | 'aux' | 'date' | 'background' | 'duplicate' | 'no-event'

const fold = (s: string): string =>
  s
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const lastWord = (s: string): string => fold(s).split(' ').at(-1)!

/** The sentence that a gold event stands in; the dateline before a sentence belongs to it. */
function sentenceOf(gold: GoldEvent, { sentences, report }: Reading): number {
  const at = gold.s ?? report.text.indexOf(gold.q ?? '\u0000')
  // Words quoted from a dateline stand before the sentence that it opens.
  return at < 0 ? -1 : sentences.findIndex((s) => at < s.end)
}

export function readText(name: string, report: Report, gold: readonly GoldEvent[], engine: Engine): GoldText {
  const reading = read(report, engine.reading)
  const placed = gold.map((g) => ({ ...g, sentence: sentenceOf(g, reading) })).filter((g) => g.sentence >= 0)
  return codedBy(engine, { name, report, reading, gold: placed })
}

/** What an engine makes of an annotated report that was read before. */
export function codedBy(engine: Engine, text: Omit<GoldText, 'coded' | 'mentions'>): GoldText {
  const { reading, gold } = text
  // Of long reports only the first sentences were annotated.
  const last = Math.max(...gold.map((g) => g.sentence))
  const coded = code(reading, engine.coding).filter((e) => e.sentence <= last)
  const mentions = coded.map((e) => resolve([e], reading, engine.resolving, engine.made)[0]!)
  const all = resolve(coded, reading, engine.resolving, engine.made)
  const whole = mentions.map((m) => all.find((o) => o.id === m.id) ?? m)
  return { ...text, coded, mentions: whole }
}

/** All gold reports of a folder: NAME.txt with NAME.json. */
export function readGold(folder: string, engine: Engine): GoldText[] {
  const names = readdirSync(folder).filter((n) => n.endsWith('.json'))
  return names.sort().flatMap((file) => {
    const name = file.slice(0, -5)
    const gold = JSON.parse(readFileSync(join(folder, file), 'utf8')) as GoldEvent[]
    const bytes = readFileSync(join(folder, `${name}.txt`))
    const [report] = readInput(engine, { file: `${name}.txt`, bytes }).reports
    return report ? [readText(name, report, gold, engine)] : []
  })
}

interface Annotated {
  /** Hash of the kept text. */
  readonly hash: string
  readonly title: string
  readonly events: readonly GoldEvent[]
}

/**
 * Gold for reports that do not ship with the project, found in files by the hashes of their texts.
 * @param annotations a JSONL file of this folder; @param files reports, as `rapport read` takes them
 */
export function readAnnotated(annotations: string, files: readonly string[], engine: Engine): GoldText[] {
  const lines = readFileSync(annotations, 'utf8').trim().split('\n')
  const wanted = new Map(lines.map((l) => JSON.parse(l) as Annotated).map((a) => [a.hash, a]))
  const reports = files.flatMap((file) => readInput(engine, { file, bytes: readFileSync(file) }).reports)
  return reports.flatMap((report) => {
    const found = wanted.get(report.hash)
    return found ? [readText(found.title, report, found.events, engine)] : []
  })
}

type Side = readonly (Pick<Entity, 'country' | 'name' | 'names' | 'kind'> | GoldParty)[]
const statesOf = (side: Side): string[] => [
  ...new Set(side.flatMap((p) => ('c' in p ? (p.c ?? []) : ((p as Entity).country ?? [])))),
]
const within = (a: readonly string[], b: readonly string[]): boolean => a.every((x) => b.includes(x))

const isNamed = (e: Entity, party: GoldParty): boolean =>
  typeof party.n === 'string' &&
  e.names.some((n) => lastWord(n) === lastWord(party.n!) || fold(party.n!).includes(fold(n)))

/** A party that is named rightly is right without its state. */
const completed = (side: readonly Entity[], parties: readonly GoldParty[]): Entity[] =>
  side.map((e) => {
    const party = e.country || e.kind === 'group' ? undefined : parties.find((p) => isNamed(e, p))
    return party ? { ...e, country: party.c } : e
  })

function sideFits(side: readonly Entity[], gold: readonly GoldParty[], opt: readonly GoldParty[]): boolean {
  const [found, wanted, may] = [statesOf(side), statesOf(gold), statesOf(opt)]
  const persons = side.filter((e) => e.kind === 'person' && /^\p{Lu}/u.test(e.name))
  const named = [...gold, ...opt].filter((p) => p.n)
  return (
    within(found, [...wanted, ...may]) &&
    within(
      wanted.filter((c) => !may.includes(c)),
      found,
    ) &&
    persons.every((e) => named.length === 0 || named.some((p) => isNamed(e, p)))
  )
}

const PLANNED = ['CONSULT', 'SUPPORT', 'COOPERATE', 'AID']
const OPEN: readonly (string | null)[] = ['future', 'hypothetical']

function typeFits(m: Mention, g: GoldEvent): boolean {
  const aux = g.aux ?? [null]
  if (g.types.includes(m.event) || (m.aux === 'future' && g.types.includes('AGREE'))) return true
  return m.event === 'AGREE' && aux.includes('future') && g.types.some((t) => PLANNED.includes(t))
}

function auxFits(m: Mention, g: GoldEvent): boolean {
  const aux = g.aux ?? [null]
  if (aux.includes(m.aux) || (m.aux === 'historical' && g.bg !== false)) return true
  return OPEN.includes(m.aux) && aux.some((a) => OPEN.includes(a))
}

function dateFits(m: Mention, g: GoldEvent): boolean {
  const [found, true_] = [m.date && days(m.date), g.date && days(g.date)]
  return (
    !found || !true_ || ((found[1] ?? '9') >= (true_[0] ?? '0') && (found[0] ?? '0') <= (true_[1] ?? '9'))
  )
}

/** What is wrong with a record as a telling of a gold event; null where it is right. */
function faultOf(m: Mention, g: GoldEvent): Fault | null {
  const [actor, recipient, opt] = [g.actor ?? [], g.recipient ?? [], g.opt ?? []]
  const every = [...actor, ...recipient, ...opt]
  const [actors, recipients] = [completed(m.actor, every), completed(m.recipient, every)]
  if (!typeFits(m, g)) return 'type'
  if (g.mutual || m.event === 'CONSULT') {
    if (!sideFits([...actors, ...recipients], [...actor, ...recipient], opt)) return 'actor'
  } else {
    if (!sideFits(actors, actor, opt)) return 'actor'
    const loose = m.event === 'STATEMENT' ? [...opt, ...recipient] : opt
    if (!sideFits(recipients, recipient, loose)) return 'recipient'
    if (recipients.length && !recipient.length && !opt.length) return 'recipient'
  }
  if (!auxFits(m, g)) return 'aux'
  if (!dateFits(m, g)) return 'date'
  return typeof (g.bg ?? false) === 'boolean' && g.bg !== null && m.background !== (g.bg ?? false)
    ? 'background'
    : null
}

const RANK: readonly Fault[] = ['type', 'actor', 'recipient', 'aux', 'date', 'background']
const least = (faults: readonly Fault[]): Fault =>
  [...faults].sort((a, b) => RANK.indexOf(b) - RANK.indexOf(a))[0]!

const tellsWith = (g: GoldEvent, word: string): boolean =>
  [g.w, ...(g.w2 ?? [])].some((w) =>
    fold(w)
      .split(' ')
      .some((x) => x === word || (x.length > 3 && x.slice(0, 5) === word.slice(0, 5))),
  )

/** A coded record of a text, with what is wrong with it and the gold event that it tells. */
export interface Judged {
  readonly event: CodedEvent
  readonly mention: Mention
  readonly fault: Fault | null
  /** The gold event that its word tells, right or wrong. */
  readonly meant: GoldEvent | undefined
}

/** Marks every record of a text, each gold event serving once. */
export function judged({ coded, mentions, gold }: GoldText): Judged[] {
  const used = new Set<GoldEvent>()
  return coded.map((event, i): Judged => {
    const mention = mentions[i]!
    const here = gold.filter((g) => g.sentence === event.sentence)
    const word = fold(mention.trigger.text)
    const told = here.filter((g) => tellsWith(g, word))
    const right = here.filter((g) => faultOf(mention, g) === null)
    const free = right.find((g) => !used.has(g) && told.includes(g)) ?? right.find((g) => !used.has(g))
    if (free) used.add(free)
    const meant = free ?? told[0]
    if (free) return { event, mention, fault: null, meant }
    if (right.length) return { event, mention, fault: 'duplicate', meant }
    const near = (told.length ? told : here)
      .map((g) => faultOf(mention, g)!)
      .filter((f) => told.length || f !== 'type')
    return { event, mention, fault: near.length ? least(near) : 'no-event', meant }
  })
}
