import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inventedEngine } from '../../../../test/support.js'
import { LOADING, loadEngine } from '../../../../test/told.js'
import { quotes } from './quotes.js'

const folder = mkdtempSync(join(tmpdir(), 'quotes-'))
const TEXT = '😀\nArvenia said the river was calm.\n\nPia Lund wrote: “Come.”\n'
// Brat counts characters, so the emoji is one.
const GOLD = [
  'T1\tSource 2 9\tArvenia',
  'T2\tCue 10 14\tsaid',
  'T3\tContent 15 33\tthe river was calm',
  'T4\tSource 36 44\tPia Lund',
  'T5\tCue 45 51\twrote:',
  'T6\tContent 52 59\t“Come.”',
  'E1\tAttribution:T2 Content:T3 Cue:T2 Source:T1',
].join('\n')

beforeAll(() => {
  loadEngine()
  const set = join(folder, 'quotes/polnear_dev')
  mkdirSync(join(set, 'attributions'), { recursive: true })
  mkdirSync(join(set, 'text'))
  writeFileSync(join(set, 'text/a.txt'), TEXT)
  writeFileSync(join(set, 'attributions/a_1.ann'), GOLD)
  // Only the first annotator of a text counts.
  writeFileSync(join(set, 'attributions/a_2.ann'), 'T1\tSource 0 1\tx')
}, LOADING)
afterAll(() => rmSync(folder, { recursive: true }))

it('counts phrases found exactly, by role, with PolNeAR’s colon and quotation marks', async () => {
  const engine = inventedEngine
  const [sample] = await quotes.measure({ data: folder, engine, invented: engine })
  const all = { found: 2, correct: 2, gold: 2, covered: 2 }
  expect(sample!.items).toMatchObject([{ tallies: { source: all, cue: all, content: all }, miss: null }])
})
