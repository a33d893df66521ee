import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadModel } from '../src/app/assets.js'
import { decodeModel } from '../src/reading/model.js'
import { type GoldSentence, isFree, readTreebank } from '../training/conllu.js'
import { scoreSplitting, scoreTokens } from './reader-scores.js'

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    model: { type: 'string' },
    part: { type: 'string', default: 'test' },
  },
})
if (options.data === undefined)
  throw new Error('Say where the treebanks are: npm run score:reader -- --data DIR')

const model = options.model ? decodeModel(readFileSync(options.model)) : loadModel()
const percent = (share: number) => (share * 100).toFixed(2).padStart(6)
const row = (name: string, cells: readonly string[]) =>
  process.stdout.write(`${name.padEnd(10)} ${cells.join(' ')}\n`)

function scoreRow(name: string, sentences: readonly GoldSentence[]): void {
  const t = scoreTokens(sentences, model)
  const s = scoreSplitting(sentences, model)
  const shares = [t.upos, t.xpos, t.lemma, t.uas, t.las, s.sentences, s.tokens].map(percent)
  row(name, [...shares, String(Math.round(t.wordsPerSecond)).padStart(8)])
}

const ewt = readTreebank(options.data, 'EWT', options.part)
const gum = readTreebank(options.data, 'GUM', options.part)
row('', ['  UPOS', '  XPOS', ' lemma', '   UAS', '   LAS', ' split', 'tokens', ' words/s'])
scoreRow('EWT', ewt)
scoreRow('GUM', gum)
scoreRow('GUM free', gum.filter(isFree))
scoreRow(
  'GUM news',
  gum.filter((s) => s.genre === 'news'),
)
