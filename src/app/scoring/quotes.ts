import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine } from '../../rapport.js'
import { read } from '../../reading/index.js'
import type { Block, Reading, Span, Speech } from '../../types.js'
import { reportOf } from './examples.js'
import { half } from './plover.js'

const ROLES = ['source', 'cue', 'content'] as const
type Role = (typeof ROLES)[number]
type Spans = Readonly<Record<Role, readonly Span[]>>

interface Gold {
  readonly text: string
  readonly spans: Spans
}

/** Brat counts characters, the report UTF-16 code units. */
function codeUnits(text: string): (at: number) => number {
  const starts: number[] = []
  let at = 0
  for (const c of text) {
    starts.push(at)
    at += c.length
  }
  return (i) => starts[i] ?? at
}

/** The phrases of one brat file by role; a phrase in pieces counts piece by piece, as a sequence tagger would. */
function readAnnotation(annotation: string, text: string): Spans {
  const unit = codeUnits(text)
  const found: Record<string, Span[]> = { Source: [], Cue: [], Content: [] }
  for (const line of annotation.split('\n')) {
    const [, role, spans] = /^T\d+\t(\w+) ([\d ;]+)\t/.exec(line) ?? []
    if (!role || !(role in found)) continue
    for (const piece of spans!.split(';')) {
      const [start, end] = piece.split(' ').map((n) => unit(Number(n)))
      found[role]!.push({ start: start!, end: end! })
    }
  }
  return { source: found.Source!, cue: found.Cue!, content: found.Content! }
}

/** One annotator a text: where several read it, the first by name. */
function readGold(folder: string): Gold[] {
  const files = readdirSync(join(folder, 'attributions')).sort()
  const byText = new Map<string, string>()
  for (const file of files) {
    const name = file.replace(/_[^_]*\.ann$/, '')
    if (!byText.has(name)) byText.set(name, file)
  }
  return [...byText].map(([name, file]) => {
    const text = readFileSync(join(folder, 'text', `${name}.txt`), 'utf8')
    return { text, spans: readAnnotation(readFileSync(join(folder, 'attributions', file), 'utf8'), text) }
  })
}

/** Every line is a paragraph; headlines are annotated too. */
const paragraphs = (text: string): Block[] =>
  [...text.matchAll(/[^\n]*\S[^\n]*/g)].map((m) => ({
    kind: 'paragraph',
    start: m.index,
    end: m.index + m[0].length,
  }))

const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && outer.end >= inner.end

/** Said by somebody whose words are told by another: "X said that Y had warned". */
function isTold(reading: Reading, speech: Speech): boolean {
  const at = speech.words ?? speech.content[0]
  if (!at || !speech.words) return false
  return reading.speeches.some((s) => s !== speech && s.content.some((c) => covers(c, at)))
}

/** The words that a speech tells; what stands in quotation marks belongs to it with its marks. */
function wordsTold({ quotations, report }: Reading, speech: Speech): Span[] {
  const all = [...speech.content, ...speech.quotations.map((q) => quotations[q]!)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )
  const out: { start: number; end: number }[] = []
  for (const { start, end } of all) {
    const last = out.at(-1)
    if (last && /^[\p{P}\s]*$/u.test(report.text.slice(last.end, Math.max(last.end, start))))
      last.end = Math.max(last.end, end)
    else out.push({ start, end })
  }
  return out
}

/** PolNeAR's sources end with the comma that closes an apposition: "Lund, the minister, said". */
const withComma = ({ start, end }: Span, text: string): Span =>
  text.slice(start, end).includes(',') && text[end] === ',' ? { start, end: end + 1 } : { start, end }

/** Its cues take in a colon that follows. */
const withColon = ({ start, end }: Span, text: string): Span => ({
  start,
  end: text[end] === ':' ? end + 1 : end,
})

interface Attributed {
  readonly source: Span | null
  readonly cue: Span | null
  readonly content: readonly Span[]
}

/** PolNeAR marks who says something in the report's own voice, and not who is said to say it. */
const found = (reading: Reading): Attributed[] =>
  reading.speeches
    .filter((s) => !isTold(reading, s))
    .map((s) => ({
      source: s.speaker && withComma(s.speaker, reading.report.text),
      cue: s.words && withColon(s.words, reading.report.text),
      content: wordsTold(reading, s),
    }))

const spansOf = (all: readonly Attributed[]): Spans => ({
  source: all.flatMap((a) => a.source ?? []),
  cue: all.flatMap((a) => a.cue ?? []),
  content: all.flatMap((a) => a.content),
})

const key = (s: Span): string => `${s.start}-${s.end}`

interface Counts {
  readonly gold: number
  readonly made: number
  readonly exact: number
  readonly begin: number
}

const NONE: Counts = { gold: 0, made: 0, exact: 0, begin: 0 }

/** Adds one text's phrases of a role to the counts; a phrase that is told twice counts once. */
function counted(all: Counts, gold: readonly Span[], made: readonly Span[]): Counts {
  const wanted = new Set(gold.map(key))
  const own = new Set(made.map(key))
  const starts = (list: readonly Span[]) => new Set(list.map((s) => s.start))
  const begun = starts(gold)
  return {
    gold: all.gold + wanted.size,
    made: all.made + own.size,
    exact: all.exact + [...own].filter((k) => wanted.has(k)).length,
    begin: all.begin + [...starts(made)].filter((s) => begun.has(s)).length,
  }
}

const percent = (n: number, of: number): string => ((100 * n) / Math.max(1, of)).toFixed(1)

function line(part: string, role: Role, c: Counts): string {
  const scores = (right: number) =>
    `P ${percent(right, c.made)}, R ${percent(right, c.gold)}, F1 ${percent(2 * right, c.made + c.gold)}`
  return `quotes ${part}: ${role}: ${c.gold} marked, ${c.made} found, ${c.exact} exact: ${scores(c.exact)}; begin: ${scores(c.begin)}`
}

/** What was marked and not found, and the other way round, in a line of text each. */
function missesOf({ text, spans }: Gold, made: Spans): string[] {
  const around = (s: Span) =>
    `${text.slice(Math.max(0, s.start - 60), s.start)}[${text.slice(s.start, s.end)}]${text.slice(s.end, s.end + 60)}`
  return ROLES.flatMap((role) => {
    const [wanted, own] = [new Set(spans[role].map(key)), new Set(made[role].map(key))]
    const left = (list: readonly Span[], other: ReadonlySet<string>, sign: string) =>
      list
        .filter((s) => !other.has(key(s)))
        .map((s) => ({ at: s.start, text: `${sign} ${role}: ${around(s)}` }))
    return [...left(spans[role], own, 'missed'), ...left(made[role], wanted, 'extra ')]
  })
    .sort((a, b) => a.at - b.at)
    .map((m) => `   ${m.text.replaceAll('\n', ' ')}`)
}

/** One text with what is marked in it and what was found. */
interface Scored {
  readonly gold: Gold
  readonly made: Spans
  readonly part: 'tune' | 'test'
}

function scored(engine: Engine, gold: Gold): Scored {
  const report = { ...reportOf(gold.text, null), blocks: paragraphs(gold.text) }
  return { gold, made: spansOf(found(read(report, engine.reading))), part: half(gold.text) }
}

/**
 * Who said what: the phrases of source, cue and content that are found exactly, and those that begin right.
 * @param folder holds `quotes/polnear_dev` (PolNeAR, brat files beside their texts)
 * @param errors lists the misses of the half that rules are tuned on
 */
export function scoreQuotes(engine: Engine, folder: string, errors: boolean): string {
  const all = readGold(join(folder, 'quotes/polnear_dev')).map((gold) => scored(engine, gold))
  const lines = (['tune', 'test'] as const).flatMap((part) => {
    const own = all.filter((s) => s.part === part)
    const counts = (role: Role) => own.reduce((c, s) => counted(c, s.gold.spans[role], s.made[role]), NONE)
    return ROLES.map((role) => line(part, role, counts(role)))
  })
  const tuned = errors ? all.filter((s) => s.part === 'tune') : []
  return [...lines, ...tuned.flatMap((s) => missesOf(s.gold, s.made))].join('\n')
}
