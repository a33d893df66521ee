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

function exampleTexts(count: number): string[] {
  const folder = join(packageRoot, 'examples')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => /\/.*\.txt$/.test(f))
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8'))
  return Array.from({ length: count }, (_, i) => texts[i % texts.length]!)
}

function newswire(folder: string, count: number): string[] {
  const lines = gunzipSync(readFileSync(join(folder, 'throughput/reuters21578.jsonl.gz')))
    .toString()
    .trim()
    .split('\n')
  const step = Math.max(1, Math.floor(lines.length / count))
  const wires = lines
    .filter((_, i) => i % step === 0)
    .map((line) => JSON.parse(line) as { title: string; text: string })
  return wires.filter(({ text }) => text).map(({ title, text }) => `${title}\n\n${text}`)
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

async function main(data: string | undefined, count: number, rounds: number): Promise<void> {
  const texts = data ? newswire(data, count) : exampleTexts(count)
  const own = rapport(openEngine({ codebookDirs: [] }))
  const { tokens } = timed(own, texts)
  // Before the others are loaded, so that it is Rapport's alone.
  const memory = process.resourceUsage().maxRSS / 1024
  const runners = [own, ...(await taggers())]
  for (const runner of runners) timed(runner, texts)
  const seconds = runners.map((): number[] => [])
  for (let round = 0; round < rounds; round++)
    runners.forEach((runner, i) => seconds[i]!.push(timed(runner, texts).seconds))
  const middle = seconds.map(median)
  write(
    `${texts.length} reports, ${tokens} tokens as Rapport cuts them, medians of ${rounds} rounds, CPU seconds`,
  )
  runners.forEach(({ name }, i) => {
    const speed = `${Math.round(tokens / middle[i]!)} tokens/s ${Math.round(texts.length / middle[i]!)} reports/s`
    write(
      `${name.padEnd(28)} ${speed.padEnd(32)} rapport is at ${(middle[i]! / middle[0]!).toFixed(3)} of it`,
    )
  })
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
