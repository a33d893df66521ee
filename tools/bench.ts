/**
 * How fast whole reading and coding is, beside taggers on the same texts in the same run.
 *   npm run bench                     on the example reports, repeated
 *   npm run bench -- --data DIR       on newswire: DIR/throughput/reuters21578.jsonl.gz
 * CPU seconds, as the machine may be shared; rounds are interleaved, so that what else runs meets all alike.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { openEngine } from '../src/app/engine.js'
import { packageRoot } from '../src/app/paths.js'
import { loadWink } from '../src/app/scoring/wink.js'
import { codeReport, type Engine, readInput } from '../src/rapport.js'

/** Something that goes through a text and gives the number of its tokens, where it counts them. */
interface Runner {
  readonly name: string
  readonly take: (text: string) => number
}

function exampleTexts(): string[] {
  const folder = join(packageRoot, 'examples')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => /\/.*\.txt$/.test(f))
  return files.sort().map((file) => readFileSync(join(folder, file), 'utf8'))
}

function newswire(folder: string): string[] {
  const lines = gunzipSync(readFileSync(join(folder, 'throughput/reuters21578.jsonl.gz')))
    .toString()
    .trim()
    .split('\n')
  const wires = lines.map((line) => JSON.parse(line) as { title: string; text: string | null })
  return wires.flatMap(({ title, text }) => (text ? `${title}\n\n${text}` : []))
}

const rapport = (engine: Engine): Runner => ({
  name: 'rapport, reading and coding',
  take: (text) => {
    const { reports } = readInput(engine, { file: 'text.txt', bytes: Buffer.from(text) })
    const sentences = reports.flatMap((report) => codeReport(engine, report).reading.sentences)
    return sentences.reduce((total, { tokens }) => total + tokens.length, 0)
  },
})

/** The taggers that are installed for development; they give tags and no parse. */
async function taggers(): Promise<Runner[]> {
  const wink = await loadWink()
  if (!wink) throw new Error('wink-nlp is not installed; run npm ci with development packages')
  const { default: compromise } = await import('compromise')
  return [
    { name: 'wink-nlp, tags', take: (text) => wink.nlp.readDoc(text).tokens().out(wink.its.pos).length },
    { name: 'compromise, tags', take: (text) => compromise(text).terms().length },
  ]
}

interface Taken {
  readonly seconds: number
  readonly tokens: number
}

function timed({ take }: Runner, texts: readonly string[]): Taken {
  const start = process.cpuUsage()
  const tokens = texts.reduce((total, text) => total + take(text), 0)
  const { user, system } = process.cpuUsage(start)
  return { seconds: (user + system) / 1e6, tokens }
}

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1]!

const write = (line: string): boolean => process.stdout.write(`${line}\n`)

/**
 * The texts of each round, the first to warm up: new ones in each where there are enough, as taggers keep words that
 * they have seen.
 */
function roundsOf(texts: readonly string[], count: number, rounds: number): string[][] {
  const step = Math.max(1, Math.floor(texts.length / (count * (rounds + 1))))
  const at = (round: number, i: number) => texts[((round * count + i) * step) % texts.length]!
  return Array.from({ length: rounds + 1 }, (_, round) =>
    Array.from({ length: count }, (_, i) => at(round, i)),
  )
}

function show(runners: readonly Runner[], taken: readonly (readonly Taken[])[], count: number): void {
  const speeds = taken.map((list) =>
    median(list.map(({ seconds }, round) => taken[0]![round]!.tokens / seconds)),
  )
  runners.forEach(({ name }, i) => {
    const reports = count / median(taken[i]!.map(({ seconds }) => seconds))
    const speed = `${Math.round(speeds[i]!)} tokens/s, ${Math.round(reports)} reports/s`
    write(
      `${name.padEnd(28)} ${speed.padEnd(34)} ${i ? `ratio to it ${(speeds[0]! / speeds[i]!).toFixed(3)}` : ''}`,
    )
  })
}

async function main(data: string | undefined, count: number, rounds: number): Promise<void> {
  const [warming, ...timing] = roundsOf(data ? newswire(data) : exampleTexts(), count, rounds)
  const own = rapport(openEngine({ codebookDirs: [] }))
  timed(own, warming!)
  // Before the others are loaded, so that it is Rapport's alone.
  const memory = process.resourceUsage().maxRSS / 1024
  const runners = [own, ...(await taggers())]
  for (const runner of runners) timed(runner, warming!)
  const taken = runners.map((): Taken[] => [])
  for (const texts of timing)
    for (const [i, runner] of runners.entries()) taken[i]!.push(timed(runner, texts))
  write(`${count} reports a round, medians of ${rounds} rounds, CPU seconds, tokens as Rapport cuts them`)
  show(runners, taken, count)
  write(`memory peak of reading and coding: ${Math.round(memory)} MB`)
}

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    reports: { type: 'string', default: '400' },
    rounds: { type: 'string', default: '5' },
  },
})
await main(values.data, Number(values.reports), Number(values.rounds))
