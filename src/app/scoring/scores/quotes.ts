import { join } from 'node:path'
import type { Engine } from '../../../rapport.js'
import { read } from '../../../reading/index.js'
import type { Block, Reading, Span, Speech } from '../../../types.js'
import { reportOf } from '../examples.js'
import { type Gold, ROLES, type Role, readPolnear, type Spans } from '../gold/polnear.js'
import { half } from '../halves.js'
import type { Figure, Item, Score, Tally } from '../score.js'
import { overlap } from '../tallies.js'

const POLNEAR = 'quotes/polnear_dev'

const f1 = (role: Role, goal: number, beside: string): Figure[] => [
  { name: `${role} F1`, formula: 'f1', of: role, goal, beside },
  { name: `${role} begin F1`, formula: 'f1', of: `${role} begin`, goal: null, beside: null },
]
const FIGURES: readonly Figure[] = [
  ...f1('source', 0.58, 'CRF 0.51, BiLSTM 0.73, BERT 0.83'),
  ...f1('cue', 0.6, 'CRF 0.53, BiLSTM 0.66, BERT 0.75'),
  ...f1('content', 0.38, 'CRF 0.29, BiLSTM 0.64, BERT 0.73'),
]

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

function tallies(gold: Spans, made: Spans): Record<string, Tally> {
  const of = (list: readonly Span[], name: (s: Span) => string) => new Set(list.map(name))
  const begin = (s: Span) => String(s.start)
  return Object.fromEntries(
    ROLES.flatMap((role) => [
      [role, overlap(of(made[role], key), of(gold[role], key))],
      [`${role} begin`, overlap(of(made[role], begin), of(gold[role], begin))],
    ]),
  )
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

function itemOf(engine: Engine, gold: Gold): Item {
  const report = { ...reportOf(gold.text, null), blocks: paragraphs(gold.text) }
  const made = spansOf(found(read(report, engine.reading)))
  const misses = missesOf(gold, made)
  return {
    key: JSON.stringify([gold.text, gold.spans]),
    half: half(gold.text),
    tallies: tallies(gold.spans, made),
    miss: misses.length ? misses.join('\n') : null,
  }
}

/** Who said what: source, cue and content. */
export const quotes: Score = {
  name: 'quotes',
  about:
    'Sources, cues and contents of PolNeAR, exact and with the right beginning; a phrase in pieces counts piece by piece. As PolNeAR has it, quotations count with their marks, cues with a colon, sources with the comma after an apposition, and speech within speech only at the outermost.',
  needs: [POLNEAR],
  measure: async (lab) => {
    const texts = readPolnear(join(lab.data!, POLNEAR))
    return [{ set: 'PolNeAR dev', figures: FIGURES, items: texts.map((gold) => itemOf(lab.engine(), gold)) }]
  },
}
