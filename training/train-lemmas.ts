import type { GoldSentence } from '../src/app/scoring/gold/conllu.js'
import { decodeLemmas, LONGEST_ENDING, lemmaOf, plain } from '../src/reading/lemmas.js'
import type { Lexicon } from '../src/reading/lexicon.js'
import type { IrregularVerb } from './known-words.js'

/** Tags whose words change their form. */
const INFLECTED = ['NNS', 'NNPS', 'VBD', 'VBN', 'VBG', 'VBZ', 'VBP', 'VB', 'JJR', 'JJS', 'RBR', 'RBS', 'MD']
/** An ending decides alone from so many words on. */
const WORDS_FOR_ENDING = 2
/** Irregular forms count as seen so often, which outvotes the treebanks' slips. */
const SEEN_AS_IRREGULAR = 1000

/** A form with its tag and lemma, and how often it was seen. */
interface Pair {
  readonly word: string
  readonly xpos: string
  readonly lemma: string
  readonly seen: number
}

function mostFrequent(counts: ReadonlyMap<string, number>): [string, number] {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!
}

function tally(table: Map<string, Map<string, number>>, key: string, value: string, by: number): void {
  const counts = table.get(key) ?? new Map<string, number>()
  counts.set(value, (counts.get(value) ?? 0) + by)
  table.set(key, counts)
}

function pairsIn(sentences: readonly GoldSentence[], irregular: readonly Pair[]): Pair[] {
  const table = new Map<string, Map<string, number>>()
  for (const s of sentences)
    s.forms.forEach((form, i) => {
      if (s.lemmas[i] !== '_' && s.labels[i] !== 'goeswith')
        tally(table, `${plain(form, s.xpos[i]!)} ${s.xpos[i]}`, s.lemmas[i]!, 1)
    })
  for (const p of irregular) tally(table, `${p.word} ${p.xpos}`, p.lemma, SEEN_AS_IRREGULAR)
  return [...table].map(([key, counts]) => {
    const [word, xpos] = key.split(' ') as [string, string]
    const [lemma, seen] = mostFrequent(counts)
    return { word, xpos, lemma, seen }
  })
}

function editOf(word: string, lemma: string): string {
  let same = 0
  while (same < word.length && word[same] === lemma[same]) same++
  return `${word.length - same} ${lemma.slice(same)}`
}

function endingsFrom(pairs: readonly Pair[]): Map<string, string> {
  const votes = new Map<string, Map<string, number>>()
  const usable = pairs.filter((p) => INFLECTED.includes(p.xpos) && p.seen < SEEN_AS_IRREGULAR)
  for (const p of usable)
    for (let n = 0; n <= Math.min(LONGEST_ENDING, p.word.length); n++)
      tally(votes, `${p.xpos} ${p.word.slice(p.word.length - n)}`, editOf(p.word, p.lemma), 1)
  const endings = new Map<string, string>()
  for (const [key, counts] of [...votes].sort((a, b) => a[0].length - b[0].length)) {
    const [edit, n] = mostFrequent(counts)
    const [xpos, ending] = key.split(' ') as [string, string]
    const shorter = endings.get(`${xpos} ${inherited(endings, xpos, ending)}`)
    if (n >= WORDS_FOR_ENDING && edit !== shorter) endings.set(key, edit)
  }
  return endings
}

/** The longest proper suffix of an ending that has a rule. */
function inherited(endings: ReadonlyMap<string, string>, xpos: string, ending: string): string {
  for (let from = 1; from <= ending.length; from++)
    if (endings.has(`${xpos} ${ending.slice(from)}`)) return ending.slice(from)
  return ending
}

function irregularPairs(verbs: readonly IrregularVerb[]): Pair[] {
  return verbs.flatMap(({ lemma, past, participle }) => {
    const of = (forms: readonly string[], xpos: string) =>
      forms.map((word) => ({ word, xpos, lemma, seen: SEEN_AS_IRREGULAR }))
    return [...of(past, 'VBD'), ...of(participle, 'VBN')]
  })
}

/**
 * Learns endings and exceptions.
 *
 * @param irregular verbs whose past an ending does not tell
 * @param lexicon the words that the lemmatiser will find in its dictionary
 * @returns lines as `decodeLemmas` reads them
 */
export function trainLemmas(
  sentences: readonly GoldSentence[],
  irregular: readonly IrregularVerb[],
  lexicon: Lexicon,
): string[] {
  const pairs = pairsIn(sentences, irregularPairs(irregular))
  const endings = [...endingsFrom(pairs)].map(([key, edit]) => `${key} ${edit}`)
  const table = decodeLemmas(endings)
  const wrong = pairs.filter(
    (p) => lemmaOf(p.word, p.xpos, table, lexicon) !== p.lemma && !p.lemma.includes(' '),
  )
  return [...endings, ...wrong.map((p) => `=${p.word} ${p.xpos} ${p.lemma}`)].sort()
}
