/** Scores time expressions on texts with TIMEX3 marks (TimeML), as TempEval-3 does: relaxed spans, then their values.
 *  npm run score:dates -- --data DIR [--errors]     DIR holds .tml files. Rules are tuned on the half called "tune". */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openEngine } from '../src/app/engine.js'
import { tenseAt } from '../src/coding/auxiliary.js'
import { parseBlocks } from '../src/reading/parse.js'
import { findTimes } from '../src/reading/times.js'
import { treeOf } from '../src/reading/tree.js'
import { toTimex3 } from '../src/resolving/dates-timex3.js'
import { toldAnchors } from '../src/resolving/told.js'
import type { Block, Span, TimeExpression } from '../src/types.js'

const engine = openEngine({ codebookDirs: [] })

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
  const files = readdirSync(folder).filter((name) => name.endsWith('.tml'))
  const halves = { tune: newScore(), test: newScore() }
  for (const name of files) {
    const half = isTuning(name) ? 'tune' : 'test'
    scoreFile(readFileSync(join(folder, name), 'utf8'), halves[half], errors && half === 'tune')
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

function scoreFile(xml: string, score: Score, errors: boolean): void {
  const published = /<DCT>.*?value="(\d{4}-\d\d-\d\d)/s.exec(xml)?.[1] ?? null
  const { text, marks } = plain(/<TEXT>(.*?)<\/TEXT>/s.exec(xml)?.[1] ?? '')
  const found = marksOf(text, published)
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

/** Blank lines part paragraphs. */
function paragraphs(text: string): Block[] {
  return [...text.matchAll(/\S(?:[^\n]|\n(?!\s*\n))*/g)].map((m) => ({
    kind: 'paragraph',
    start: m.index,
    end: m.index + m[0].trimEnd().length,
  }))
}

function marksOf(text: string, published: string | null): Mark[] {
  const { reading, coding } = engine
  const sentences = parseBlocks(text, paragraphs(text), reading.model)
  const times = sentences.flatMap((sentence) => findTimes(sentence, text, reading.times))
  const tense = ({ sentence, head }: TimeExpression) =>
    tenseAt(treeOf(sentences[sentence]!), head, coding.auxiliary)
  const anchorOf = toldAnchors({ times, sentences }, { published, from: 'publication' }, tense)
  return times.flatMap((time) => {
    const timex = toTimex3(time.meaning, anchorOf(time))
    return timex ? [{ start: time.start, end: time.end, value: timex.value }] : []
  })
}

const { values } = parseArgs({
  options: { data: { type: 'string' }, errors: { type: 'boolean', default: false } },
})
if (!values.data) {
  console.error('usage: npm run score:dates -- --data DIR   (a folder of .tml files)')
  process.exit(2)
}
main(values.data, values.errors)
