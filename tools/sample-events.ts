/**
 * Draws events at random for judges: `tsx tools/sample-events.ts --seed N --count 100 --out FILE REPORT-FILES...`
 * Each line of the result holds the sentence, the sentences before it, and the record in plain words; docs/judging.md
 * says how a judge marks it. The same seed and files draw the same events.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { openEngine } from '../src/app/engine.js'
import { sureOf } from '../src/app/sure.js'
import { codeReport, type Mention, mergeRecord, type Report, readInput } from '../src/rapport.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '100' },
    out: { type: 'string' },
  },
})

/** A small generator of numbers in [0, 1), the same for the same seed (mulberry32, public domain by Tommy Ettinger). */
function random(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

function shuffled<T>(list: readonly T[], next: () => number): T[] {
  const out = [...list]
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    ;[out[i], out[j]] = [out[j]!, out[i]!]
  }
  return out
}

const named = (list: Mention['actor']): string =>
  list.map((e) => `${e.name} (${e.country ?? 'no state'})`).join(', ') || '-'

/** What a judge sees of an event: one telling with its surroundings, and the values of the record. */
function toItem(
  report: Report,
  mention: Mention,
  event: ReturnType<typeof mergeRecord>['events'][number],
  number: number,
) {
  return {
    number,
    report: {
      title: report.title?.value ?? null,
      published: report.published?.value ?? null,
      outlet: report.outlet?.value ?? null,
    },
    before: report.text.slice(Math.max(0, mention.start - 700), mention.start),
    sentence: mention.text,
    record: {
      type: event.event,
      mode: event.mode,
      aux: event.aux,
      actor: named(event.actor),
      recipient: named(event.recipient),
      date: event.date,
      date_from: event.date_from,
      place: event.event_loc?.name ?? null,
      background: event.background,
      quote: event.quote,
      source: event.attribution?.name ?? null,
      denied_by: named(event.denied_by),
      tellings: event.mentions.length,
    },
    trigger: mention.trigger.text,
  }
}

/** A report that the check stops is named and left out. */
function coded(report: Report): Mention[] {
  try {
    return sureOf(codeReport(engine, report).mentions)
  } catch (error) {
    process.stderr.write(`${report.file}: ${error instanceof Error ? error.message : error}\n`)
    return []
  }
}

const engine = openEngine({ codebookDirs: [] })
const items = positionals.flatMap((file) => {
  const reports = readInput(engine, { file, bytes: readFileSync(file) }).reports
  const mentions = reports.flatMap((report) => coded(report))
  const { events } = mergeRecord(engine, { reports, mentions })
  return events.map((event) => ({ reports, event, mention: event.mentions[0]! }))
})
const drawn = shuffled(items, random(Number(values.seed))).slice(0, Number(values.count))
const lines = drawn.map(({ reports, event, mention }, i) =>
  JSON.stringify(toItem(reports.find((r) => r.id === mention.report)!, mention, event, i + 1)),
)
if (values.out) writeFileSync(values.out, `${lines.join('\n')}\n`)
process.stdout.write(
  `${items.length} events in ${positionals.length} files, ${lines.length} drawn with seed ${values.seed}\n`,
)
