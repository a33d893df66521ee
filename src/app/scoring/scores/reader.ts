import { join } from 'node:path'
import { WordTable } from '../../../reading/features-word.js'
import { lemmaOf } from '../../../reading/lemmas.js'
import type { ReaderModel } from '../../../reading/model.js'
import { parse } from '../../../reading/parser.js'
import { tag } from '../../../reading/tagger.js'
import { prepareWords } from '../../../reading/words.js'
import { type GoldSentence, isFree, readTreebank } from '../gold/conllu.js'
import type { Figure, Item, Pairing, Sample, Score } from '../score.js'
import { answer } from '../tallies.js'

const TREEBANKS = ['ud/EWT/test.conllu.gz', 'ud/GUM/test.conllu.gz']

const figure = (name: string, beside: string | null): Figure => ({
  name,
  formula: 'recall',
  of: name,
  goal: null,
  beside,
})

/** What a trial of the same design reached, trained on all genres; here only the free ones are trained on. */
const TRIAL: Readonly<Record<string, { readonly upos: number; readonly las: number }>> = {
  'EWT test': { upos: 0.959, las: 0.831 },
  'GUM test': { upos: 0.972, las: 0.85 },
}

function figuresOf(set: string): Figure[] {
  const trial = TRIAL[set]
  const beside = (value: number | undefined) =>
    value ? `trial trained on all genres ${value.toFixed(3)}` : null
  return [
    figure('UPOS', beside(trial?.upos)),
    figure('LAS', beside(trial?.las)),
    figure('UAS', null),
    figure('XPOS', null),
    figure('lemma', null),
  ]
}

interface Guess {
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  readonly heads: ArrayLike<number>
  readonly labels: readonly string[]
}

function guess({ forms, spaceAfter }: GoldSentence, model: ReaderModel, table: WordTable): Guess {
  const words = prepareWords(forms, spaceAfter, table)
  const tags = tag(words, model.tagSet, model.tagger)
  const named = (names: readonly string[]) => Array.from(tags, (t) => names[t]!)
  const { upos, xpos } = model.tagSet
  return {
    ...parse(words, tags, model.tagSet, model.actions, model.parser),
    upos: named(upos),
    xpos: named(xpos),
  }
}

function missOf(s: GoldSentence, found: Guess): string | null {
  const wrong = s.forms.flatMap((form, i) => {
    const head = (at: number) => s.forms[at] ?? 'root'
    const is = `${found.upos[i]} ${found.labels[i]} of ${head(found.heads[i]!)}`
    const wanted = `${s.upos[i]} ${s.labels[i]} of ${head(s.heads[i]!)}`
    return is === wanted ? [] : [`${form}: wanted ${wanted}, found ${is}`]
  })
  return wrong.length ? `${s.text}\n    ${wrong.join('\n    ')}` : null
}

function itemOf(s: GoldSentence, model: ReaderModel, table: WordTable): Item {
  const found = guess(s, model, table)
  const count = (right: (i: number) => boolean) =>
    answer(s.forms.filter((_, i) => right(i)).length, s.forms.length)
  const headed = (i: number) => found.heads[i] === s.heads[i]
  const lemma = (i: number) => lemmaOf(s.forms[i]!, found.xpos[i]!, model.lemmas, model.lexicon)
  return {
    key: JSON.stringify([s.forms, s.upos, s.heads, s.labels]),
    half: 'test',
    tallies: {
      UPOS: count((i) => found.upos[i] === s.upos[i]),
      XPOS: count((i) => found.xpos[i] === s.xpos[i]),
      lemma: count((i) => lemma(i) === s.lemmas[i]),
      UAS: count(headed),
      LAS: count((i) => headed(i) && found.labels[i] === s.labels[i]),
    },
    classes: s.upos.map((gold, i): Pairing => ({ gold, found: found.upos[i]! })),
    miss: missOf(s, found),
  }
}

/** Tags and trees. */
export const reader: Score = {
  name: 'reader',
  about:
    'Tags, lemmas and trees on the test parts of the Universal Dependencies treebanks, on gold sentences and tokens with predicted tags; labels with their subtypes, punctuation counted. The weights are trained on EWT and on the free genres of GUM.',
  needs: TREEBANKS,
  measure: async (lab) => {
    const { model } = lab.engine().reading
    const table = new WordTable(model)
    const sampleOf = (set: string, sentences: readonly GoldSentence[]): Sample => ({
      set,
      figures: figuresOf(set),
      items: sentences.map((sentence) => itemOf(sentence, model, table)),
    })
    const [ewt, gum] = ['EWT', 'GUM'].map((name) => readTreebank(join(lab.data!, 'ud'), name, 'test'))
    return [
      sampleOf('EWT test', ewt!),
      sampleOf('GUM test', gum!),
      sampleOf('GUM test, free genres', gum!.filter(isFree)),
    ]
  },
}
