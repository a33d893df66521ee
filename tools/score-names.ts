/**
 * Scores the finding of states and names against data sets in a folder: states against the places that the
 * editors of Reuters-21578 gave, persons and organisations against UNER EWT and CrossNER politics.
 *   npm run score:names -- DATA-FOLDER [REPORTS]
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { loadModel } from '../src/app/assets.js'
import { statesAbout } from '../src/reading/about.js'
import { findNames } from '../src/reading/names.js'
import { type Lexicon, parseLexicon, squeeze } from '../src/reading/names-lexicon.js'
import { parseBlocks } from '../src/reading/parse.js'
import { entriesOf } from '../src/reading/states.js'
import type { Block, Name } from '../src/types.js'

const CODEBOOK = new URL('../codebook/', import.meta.url)
const FILES = ['states.yaml', 'organisations.yaml', 'offices.yaml', 'groups.yaml', 'names.yaml']

const lexicon = parseLexicon(
  FILES.map((name) => ({ name, text: readFileSync(new URL(name, CODEBOOK), 'utf8') })),
)
const model = loadModel()

interface Tally {
  right: number
  found: number
  gold: number
}
const tally = (): Tally => ({ right: 0, found: 0, gold: 0 })

function count(into: Tally, found: ReadonlySet<string>, gold: ReadonlySet<string>): void {
  into.found += found.size
  into.gold += gold.size
  into.right += [...found].filter((item) => gold.has(item)).length
}

function show(name: string, { right, found, gold }: Tally): string {
  const [p, r] = [right / found, right / gold]
  const figures = [p, r, (2 * p * r) / (p + r)].map((x) => x.toFixed(3).padStart(7)).join('')
  return `${name.padEnd(26)}${figures}   (${gold} gold)`
}

function namesOf(text: string, blocks: readonly Block[]): Name[] {
  return findNames(parseBlocks(text, blocks, model), text, lexicon)
}

/** The codes that a text could name at all: a phrase of the state as written, or in capitals. */
function spoken(text: string, codes: readonly string[], lexicon: Lexicon): Set<string> {
  const flat = ` ${text.replace(/[^A-Za-z.]+/g, ' ').replace(/\.(?= )/g, '')} `
  const says = (phrase: string) =>
    [phrase, phrase.toUpperCase()].some((p) => flat.includes(` ${p.replace(/\.$/, '')} `))
  return new Set(codes.filter((code) => entriesOf(lexicon.states.get(code)!).some((e) => says(e.phrase))))
}

function codeOf(place: string): string | null {
  const words = place
    .split('-')
    .map((w) => (w.length < 4 && w !== 'el' ? w.toUpperCase() : w[0]!.toUpperCase() + w.slice(1)))
  const entries =
    lexicon.entries.get(squeeze(words.join(''))) ??
    lexicon.entries.get(squeeze(place.replace(/-/g, '')).toUpperCase())
  return entries?.find((e) => e.kind === 'state')?.country ?? null
}

interface Wire {
  readonly title: string
  readonly places: readonly string[]
  readonly text: string
}

function reuters(folder: string, wanted: number): string {
  const lines = gunzipSync(readFileSync(join(folder, 'throughput/reuters21578.jsonl.gz')))
    .toString()
    .trim()
    .split('\n')
  const step = Math.max(1, Math.floor(lines.length / wanted))
  const [scores, about] = [tally(), tally()]
  for (let i = 0; i < lines.length; i += step) {
    const wire = JSON.parse(lines[i]!) as Wire
    const text = `${wire.title}\n${wire.text ?? ''}`
    const blocks: Block[] = [
      { kind: 'title', start: 0, end: wire.title.length },
      { kind: 'paragraph', start: wire.title.length + 1, end: text.length },
    ]
    const gold = spoken(
      text,
      wire.places.map(codeOf).filter((c) => c !== null),
      lexicon,
    )
    if (gold.size === 0) continue
    const names = namesOf(text, blocks)
    count(scores, new Set(names.flatMap((n) => n.country ?? [])), gold)
    count(about, new Set(statesAbout(names)), gold)
  }
  return [show('Reuters, states named', scores), show('Reuters, states about', about)].join('\n')
}

interface Tagged {
  readonly text: string
  readonly spans: readonly { readonly key: string; readonly tag: string }[]
}

/** Sentences of an IOB file, words joined by spaces; `column` holds the words, the next the tags. */
function readIob(file: string, column: number): Tagged[] {
  const sentences = readFileSync(file, 'utf8').split(/\n\s*\n/)
  return sentences.map((block) => {
    let text = ''
    const spans: { start: number; end: number; tag: string }[] = []
    for (const line of block.split('\n').filter((l) => l && !l.startsWith('# '))) {
      const [form, tag] = line.split('\t').slice(column) as [string, string]
      const start = text.length
      text += `${form} `
      const end = start + form.length
      if (tag.startsWith('I-') && spans.length > 0) spans.at(-1)!.end = end
      else if (tag !== 'O') spans.push({ start, end, tag: tag.slice(2) })
    }
    return { text, spans: spans.map((s) => ({ key: `${s.start}-${s.end}`, tag: s.tag })) }
  })
}

function scoreIob(
  label: string,
  sentences: readonly Tagged[],
  kinds: Record<string, (tag: string) => boolean>,
): string {
  const scores = new Map(Object.keys(kinds).map((kind) => [kind, tally()]))
  for (const { text, spans } of sentences) {
    const names = namesOf(text, [{ kind: 'paragraph', start: 0, end: text.length }])
    for (const [kind, is] of Object.entries(kinds)) {
      const gold = new Set(spans.filter((s) => is(s.tag)).map((s) => s.key))
      const found = new Set(names.filter((n) => n.kind === kind).map((n) => `${n.start}-${n.end}`))
      count(scores.get(kind)!, found, gold)
    }
  }
  return [...scores].map(([kind, s]) => show(`${label}, ${kind}`, s)).join('\n')
}

function main(folder: string | undefined, wanted: number): void {
  if (!folder) throw new Error('no data folder given; try: npm run score:names -- DATA-FOLDER')
  const lines = [
    `${''.padEnd(26)}${['P', 'R', 'F1'].map((h) => h.padStart(7)).join('')}`,
    reuters(folder, wanted),
  ]
  const uner = readIob(join(folder, 'ner/uner_ewt/uner-dev.iob2'), 1)
  lines.push(scoreIob('UNER EWT dev', uner, { person: (t) => t === 'PER', organisation: (t) => t === 'ORG' }))
  const politics = readIob(join(folder, 'ner/crossner_politics/dev.txt'), 0)
  const organisations = new Set(['politicalparty', 'organisation'])
  const kinds = {
    person: (t: string) => t === 'politician' || t === 'person',
    organisation: (t: string) => organisations.has(t),
  }
  lines.push(scoreIob('CrossNER politics dev', politics, kinds))
  process.stdout.write(`${lines.join('\n')}\n`)
}

main(process.argv[2], Number(process.argv[3] ?? 1000))
