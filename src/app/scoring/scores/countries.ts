import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { ReadingRules } from '../../../reading/index.js'
import { findNames } from '../../../reading/names.js'
import { type Lexicon, squeeze } from '../../../reading/names-lexicon.js'
import { parseBlocks } from '../../../reading/parse.js'
import { entriesOf } from '../../../reading/states.js'
import type { Block, Name } from '../../../types.js'
import { statesAbout } from '../about.js'
import { half } from '../halves.js'
import type { Figure, Item, Score } from '../score.js'
import { overlap } from '../tallies.js'

const REUTERS = 'throughput/reuters21578.jsonl.gz'
/** Texts taken, spread evenly over the set. */
const TEXTS = 1000
const FIGURES: readonly Figure[] = [
  { name: 'precision', formula: 'precision', of: 'state', goal: 0.88, beside: null },
  { name: 'recall', formula: 'recall', of: 'state', goal: 0.92, beside: null },
  { name: 'about, precision', formula: 'precision', of: 'about', goal: 0.88, beside: null },
  { name: 'about, recall', formula: 'recall', of: 'about', goal: 0.92, beside: null },
]

interface Wire {
  readonly title: string
  readonly places: readonly string[]
  readonly text: string | null
}

/** The codes that a text could name at all: a phrase of the state as written, or in capitals. */
function spoken(text: string, codes: readonly string[], lexicon: Lexicon): Set<string> {
  const flat = ` ${text.replace(/[^A-Za-z.]+/g, ' ').replace(/\.(?= )/g, '')} `
  const says = (phrase: string) =>
    [phrase, phrase.toUpperCase()].some((p) => flat.includes(` ${p.replace(/\.$/, '')} `))
  return new Set(codes.filter((code) => entriesOf(lexicon.states.get(code)!).some((e) => says(e.phrase))))
}

/** The state that an editor's tag names: "el-salvador", "uk". */
function codeOf(place: string, lexicon: Lexicon): string | null {
  const words = place
    .split('-')
    .map((w) => (w.length < 4 && w !== 'el' ? w.toUpperCase() : w[0]!.toUpperCase() + w.slice(1)))
  const entries =
    lexicon.entries.get(squeeze(words.join(''))) ??
    lexicon.entries.get(squeeze(place.replace(/-/g, '')).toUpperCase())
  return entries?.find((e) => e.kind === 'state')?.country ?? null
}

function namesIn(text: string, blocks: readonly Block[], rules: ReadingRules): Name[] {
  return findNames(parseBlocks(text, blocks, rules), text, rules.lexicon)
}

/** Null where the text names none of its editors' places: there is nothing to compare with. */
function itemOf({ title, places, text: body }: Wire, rules: ReadingRules): Item | null {
  const text = `${title}\n${body ?? ''}`
  const given = places.flatMap((place) => codeOf(place, rules.lexicon) ?? [])
  const gold = spoken(text, given, rules.lexicon)
  if (gold.size === 0) return null
  const blocks: Block[] = [
    { kind: 'title', start: 0, end: title.length },
    { kind: 'paragraph', start: title.length + 1, end: text.length },
  ]
  const names = namesIn(text, blocks, rules)
  const found = new Set(names.flatMap(({ country }) => country ?? []))
  const tally = overlap(found, gold)
  const shown = (codes: Iterable<string>) => [...codes].sort().join('+') || 'none'
  return {
    key: JSON.stringify([text, [...gold].sort()]),
    half: half(text),
    tallies: { state: tally, about: overlap(new Set(statesAbout(names, title.length)), gold) },
    miss:
      tally.covered === gold.size && tally.correct === found.size
        ? null
        : `wanted ${shown(gold)}, found ${shown(found)}: ${text.replace(/\s+/g, ' ').slice(0, 300)}`,
  }
}

/** States found in newswire. */
export const countries: Score = {
  name: 'countries',
  about: `The states that the editors of Reuters-21578 gave to a text, as far as the text names them, against the states that names in the text belong to; ${TEXTS} texts spread over the set. A state that the text names and the editors did not tag counts as wrong; editors tag what a text is about, so the second pair of figures counts only the state named first, those in the title, and those named more than once and at least a quarter as often as the one named most.`,
  needs: [REUTERS],
  measure: async (lab) => {
    const lines = gunzipSync(readFileSync(join(lab.data!, REUTERS)))
      .toString()
      .trim()
      .split('\n')
    const step = Math.max(1, Math.floor(lines.length / TEXTS))
    const wires = lines.filter((_, i) => i % step === 0).map((line) => JSON.parse(line) as Wire)
    const items = wires.flatMap((wire) => itemOf(wire, lab.engine().reading) ?? [])
    return [{ set: 'Reuters-21578', figures: FIGURES, items }]
  },
}
