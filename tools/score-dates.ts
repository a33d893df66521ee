/** Scores time expressions on texts with TIMEX3 marks (TimeML), as TempEval-3 does: relaxed spans, then their values.
 *  npm run score:dates -- --data DIR [--errors]     DIR holds .tml files. Rules are tuned on the half called "tune". */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findTimes, parseTimeRules, type TimeRules } from '../src/reading/times.js'
import type { Anchor } from '../src/resolving/dates.js'
import { toTimex3 } from '../src/resolving/dates-timex3.js'
import type { Sentence, Span, TimeExpression, Token } from '../src/types.js'

interface Mark extends Span {
  readonly value: string
}

interface Score {
  gold: number
  found: number
  overlapping: number
  valued: number
}

function main(folder: string, errors: boolean): void {
  const rules = parseTimeRules(readFileSync(new URL('../codebook/times.yaml', import.meta.url), 'utf8'))
  const files = readdirSync(folder).filter((name) => name.endsWith('.tml'))
  const halves = { tune: newScore(), test: newScore() }
  for (const name of files) {
    const half = isTuning(name) ? 'tune' : 'test'
    scoreFile(readFileSync(join(folder, name), 'utf8'), rules, halves[half], errors && half === 'tune')
  }
  for (const [half, score] of Object.entries(halves)) console.log(`${half.padEnd(5)} ${line(score)}`)
}

function newScore(): Score {
  return { gold: 0, found: 0, overlapping: 0, valued: 0 }
}

/** FNV-1a of the file's name, one bit of it. */
function isTuning(name: string): boolean {
  let hash = 2166136261
  for (const char of name) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619) >>> 0
  return ((hash >>> 7) & 1) === 0
}

function line({ gold, found, overlapping, valued }: Score): string {
  const f = (right: number) => ((2 * right) / (gold + found)).toFixed(3)
  const [precision, recall] = [overlapping / found, overlapping / gold].map((x) => x.toFixed(3))
  return `gold ${gold} found ${found}  relaxed P ${precision} R ${recall} F1 ${f(overlapping)}  value F1 ${f(valued)}`
}

function scoreFile(xml: string, rules: TimeRules, score: Score, errors: boolean): void {
  const published = /<DCT>.*?value="(\d{4}-\d\d-\d\d)/s.exec(xml)?.[1] ?? null
  const { text, marks } = plain(/<TEXT>(.*?)<\/TEXT>/s.exec(xml)?.[1] ?? '')
  const found = sentences(text).flatMap((sentence) => marksOf(sentence, text, rules, published))
  const open = new Set(found)
  score.gold += marks.length
  score.found += found.length
  for (const mark of marks) {
    const match = [...open].find((f) => f.start < mark.end && mark.start < f.end)
    if (match) open.delete(match)
    score.overlapping += match ? 1 : 0
    score.valued += match?.value === mark.value ? 1 : 0
    if (errors && match?.value !== mark.value) report(match ? 'value' : 'missed', text, mark, match)
  }
  if (errors) for (const extra of open) report('extra', text, extra)
}

function report(what: string, text: string, mark: Mark, match?: Mark): void {
  const around = text.slice(Math.max(0, mark.start - 40), mark.start).replace(/\s+/g, ' ')
  const after = text.slice(mark.end, mark.end + 30).replace(/\s+/g, ' ')
  const said = text.slice(mark.start, mark.end).replace(/\s+/g, ' ')
  console.log(`${what}\t${mark.value}\t${match?.value ?? ''}\t${around}[${said}]${after}`)
}

function plain(xml: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = []
  let text = ''
  let open: { start: number; value: string } | null = null
  for (const piece of xml.match(/<[^>]+>|[^<]+/g) ?? []) {
    if (piece.startsWith('<TIMEX3'))
      open = { start: text.length, value: / value="([^"]*)"/.exec(piece)?.[1] ?? '' }
    else if (piece === '</TIMEX3>' && open) marks.push({ ...open, end: text.length })
    else if (!piece.startsWith('<')) text += piece.replace(/&amp;/g, '&')
  }
  return { text, marks }
}

function sentences(text: string): Sentence[] {
  const ends = [...text.matchAll(/(?<=[a-z\d)][.!?]['"`]*)\s+(?=[A-Z`"'])|\n\s*\n/g)].map((m) => m.index)
  return [0, ...ends].map((start, index) => {
    const end = ends[index] ?? text.length
    return { index, block: 0, start, end, tokens: tokens(text, start, end) }
  })
}

/** Words, figures and signs; tags are not needed. */
function tokens(text: string, start: number, end: number): Token[] {
  const pieces = text.slice(start, end).matchAll(/[\p{L}\d](?:[\p{L}\d.,:'-]*[\p{L}\d])?\.?|[^\s]/gu)
  return [...pieces].map((m) => ({
    form: m[0],
    lemma: m[0].toLowerCase(),
    upos: 'X',
    xpos: 'X',
    head: -1,
    deprel: 'dep',
    start: start + m.index,
    end: start + m.index + m[0].length,
  }))
}

function marksOf(sentence: Sentence, text: string, rules: TimeRules, published: string | null): Mark[] {
  return findTimes(sentence, text, rules).flatMap((time) => {
    const anchor: Anchor = { published, from: 'publication', tense: tenseNear(sentence, text, time) }
    const timex = toTimex3(time.meaning, anchor)
    return timex ? [{ start: time.start, end: time.end, value: timex.value }] : []
  })
}

const FUTURE =
  /\b(will|'ll|shall|expects?|expected|scheduled|due|payable|effective|expires?|agreed to|(?:is|are) to|by|through|until|set to)\b/gi
const PAST = /\b(was|were|had|did|said|\w+ed|rose|fell|met|began|came|went|made|took|told|held|has|have)\b/gi

/** Future where the nearest verb before the time, else after it, looks ahead; null otherwise. There is no parse to ask. */
function tenseNear(sentence: Sentence, text: string, time: TimeExpression): Anchor['tense'] {
  const last = (part: string, verb: RegExp) => [...part.matchAll(verb)].at(-1)?.index ?? -1
  const before = text.slice(Math.max(sentence.start, time.start - 60), time.start)
  const [future, past] = [last(before, FUTURE), last(before, PAST)]
  if (future >= 0 || past >= 0) return future + 12 > past && future >= 0 ? 'future' : null
  return text.slice(time.end, Math.min(sentence.end, time.end + 40)).search(FUTURE) >= 0 ? 'future' : null
}

const { values } = parseArgs({
  options: { data: { type: 'string' }, errors: { type: 'boolean', default: false } },
})
if (!values.data) {
  console.error('usage: npm run score:dates -- --data DIR   (a folder of .tml files)')
  process.exit(2)
}
main(values.data, values.errors)
