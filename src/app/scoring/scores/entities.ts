import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadingRules } from '../../../reading/index.js'
import { findNames } from '../../../reading/names.js'
import { parseBlocks } from '../../../reading/parse.js'
import { half } from '../halves.js'
import type { Figure, Item, Sample, Score } from '../score.js'
import { overlap } from '../tallies.js'

const UNER = 'ner/uner_ewt/uner-dev.iob2'
const POLITICS = 'ner/crossner_politics/dev.txt'
const KINDS = ['person', 'organisation'] as const
type Kind = (typeof KINDS)[number]

/** What the sets call the kinds of names. */
const TAGS: Readonly<Record<string, Kind>> = {
  PER: 'person',
  ORG: 'organisation',
  politician: 'person',
  person: 'person',
  politicalparty: 'organisation',
  organisation: 'organisation',
}

const FIGURES: readonly Figure[] = KINDS.map((kind) => ({
  name: `${kind} F1`,
  formula: 'f1',
  of: kind,
  goal: null,
  beside: null,
}))

interface Tagged {
  readonly text: string
  readonly spans: readonly { readonly start: number; readonly end: number; readonly tag: string }[]
}

/** One sentence of an IOB file, words joined by spaces; `column` holds the words, the next the tags. */
function taggedOf(block: string, column: number): Tagged {
  const spans: { start: number; end: number; tag: string }[] = []
  let text = ''
  for (const line of block.split('\n').filter((l) => l && !l.startsWith('# '))) {
    const [form, tag] = line.split('\t').slice(column) as [string, string]
    const start = text.length
    text += `${form} `
    const end = start + form.length
    if (tag.startsWith('I-') && spans.length > 0) spans.at(-1)!.end = end
    else if (tag !== 'O') spans.push({ start, end, tag: tag.slice(2) })
  }
  return { text, spans }
}

function itemOf({ text, spans }: Tagged, rules: ReadingRules): Item {
  const names = findNames(
    parseBlocks(text, [{ kind: 'paragraph', start: 0, end: text.length }], rules),
    text,
    rules.lexicon,
  )
  const said = (s: { start: number; end: number }) => `${s.start}-${s.end}`
  const found = (kind: Kind) => new Set(names.filter((n) => n.kind === kind).map(said))
  const gold = (kind: Kind) => new Set(spans.filter((s) => TAGS[s.tag] === kind).map(said))
  const missing = KINDS.flatMap((kind) =>
    spans.filter((s) => TAGS[s.tag] === kind && !found(kind).has(said(s))),
  )
  return {
    key: JSON.stringify([text, spans]),
    half: half(text),
    tallies: Object.fromEntries(KINDS.map((kind) => [kind, overlap(found(kind), gold(kind))])),
    miss: missing.length
      ? `wanted ${missing.map((s) => text.slice(s.start, s.end)).join('; ')}, found ${names.map((n) => n.text).join('; ') || 'none'}: ${text}`
      : null,
  }
}

function sampleOf(set: string, file: string, column: number, rules: ReadingRules): Sample {
  const sentences = readFileSync(file, 'utf8')
    .split(/\n\s*\n/)
    .filter((block) => block.trim())
  return { set, figures: FIGURES, items: sentences.map((block) => itemOf(taggedOf(block, column), rules)) }
}

/** Persons and organisations found in sentences. */
export const entities: Score = {
  name: 'entities',
  about:
    'Names of persons and organisations with exactly the marked words and the right kind, sentence by sentence; most sentences are not about states, and the reader looks for names of those who act for states.',
  needs: [UNER, POLITICS],
  measure: async (lab) => {
    const rules = lab.engine().reading
    return [
      sampleOf('UNER EWT dev', join(lab.data!, UNER), 1, rules),
      sampleOf('CrossNER politics dev', join(lab.data!, POLITICS), 0, rules),
    ]
  },
}
