import { ancestors, casesOf, kids, label, type Tree, treeOf } from '../reading/tree.js'
import type { Reading, Speech } from '../types.js'
import { clauseOf, tenseName, timeName } from './clauses.js'
import { sceneFeatures } from './features-scene.js'

/** Words that set what they stand beside apart from the news, or into it. */
const WHEN = new Set(
  'since after before when earlier previously last ago year month week former then while following had already now also meanwhile later again once'.split(
    ' ',
  ),
)

/** Where the sentence stands among the paragraphs of its report, from 0 for the first. */
function rank({ sentences, report }: Reading, index: number): number {
  const first = sentences.findIndex((s) => report.blocks[s.block]?.kind === 'paragraph')
  return index - Math.max(0, first)
}

function timeFeatures(tree: Tree, at: number, reading: Reading, tense: string): string[] {
  const clause = clauseOf(tree, at)
  const own = reading.times.filter((t) => {
    if (t.sentence !== tree.sentence.index) return false
    const above = ancestors(tree, t.head)
    return above.includes(at) || above.includes(clause)
  })
  const names = own.map(timeName)
  return names.length ? names.flatMap((n) => [`time:${n}`, `time:${n}+tense:${tense}`]) : ['untimed']
}

function speechFeatures(tree: Tree, at: number, speeches: readonly Speech[], tense: string): string[] {
  const clause = label(tree.tokens[clauseOf(tree, at)]!)
  const isCue = speeches.some((s) => s.cue === at)
  const within = speeches.some((s) => s.content.some((c) => at >= c.from && at < c.to))
  const top = ancestors(tree, at).findLast((i) => tree.tokens[i]!.upos === 'VERB')
  const under = top !== undefined && top !== at && speeches.some((s) => s.cue === top)
  return [
    isCue ? `says+tense:${tense}` : 'says nothing',
    within ? `reported+tense:${tense}` : 'own voice',
    ...(under ? [`under speech+clause:${clause}+tense:${tense}`] : []),
  ]
}

/** In which clauses a word stands: what stands in a relative or adverbial one is often told by the way. */
function clauseFeatures(tree: Tree, at: number, tense: string): string[] {
  const up = ancestors(tree, at)
  const root = up.at(-1)!
  const within = ['acl', 'advcl'].filter((name) => up.some((i) => label(tree.tokens[i]!) === name))
  return [
    `above:${up
      .slice(1, 3)
      .map((i) => tree.tokens[i]!.deprel)
      .join('>')}`,
    `root:${tenseName(tree, root)}+tense:${tense}+${at === root ? 'itself' : 'below'}`,
    ...within.flatMap((name) => [`in ${name}`, `in ${name}+tense:${tense}`]),
  ]
}

/** What stands around a noun that tells an event: "the attack" was told before, "an attack" was not. */
function nounFeatures(tree: Tree, at: number): string[] {
  const token = tree.tokens[at]!
  if (token.upos !== 'NOUN' && token.upos !== 'PROPN') return []
  const lemmas = (...labels: string[]) =>
    kids(tree, at, ...labels).map((k) => tree.tokens[k]!.lemma.toLowerCase())
  const owner = kids(tree, at, 'nmod:poss').length > 0 ? 'owner' : 'none'
  const article = lemmas('det')[0] ?? owner
  const preposition = lemmas('case')[0] ?? 'none'
  const above = tree.tokens[token.head]
  return [
    `article:${article}`,
    `article:${article}+${token.xpos}`,
    `article:${article}+case:${preposition}`,
    ...(above
      ? [`governor:${above.lemma.toLowerCase()}`, `governor:${above.upos}+${token.deprel}+${preposition}`]
      : []),
    `governor tense:${above?.upos === 'VERB' ? tenseName(tree, token.head) : 'none'}`,
    ...lemmas('amod').map((word) => `described:${word}`),
  ]
}

/**
 * What may tell whether a word of a report tells its news or something earlier.
 * @param at the token that tells an event; @param type the event's type
 * @returns names of features that hold, each once
 */
export function toldFeatures(reading: Reading, sentence: number, at: number, type: string): string[] {
  const tree = treeOf(reading.sentences[sentence]!)
  const token = tree.tokens[at]!
  const tense = tenseName(tree, at)
  const clause = clauseOf(tree, at)
  const place = rank(reading, sentence)
  const depth = Math.floor((5 * place) / Math.max(1, reading.sentences.length))
  const sort = ['NOUN', 'PROPN'].includes(token.upos) ? 'noun' : 'verb'
  return [
    ...new Set([
      'bias',
      `tense:${tense}`,
      `sort:${sort}`,
      `tense:${tense}+sort:${sort}`,
      `place:${Math.min(place, 6)}`,
      `depth:${depth}`,
      `depth:${depth}+tense:${tense}`,
      `clause:${tree.tokens[clause]!.deprel}`,
      `clause:${tree.tokens[clause]!.deprel}+tense:${tense}`,
      `type:${type}`,
      `type:${type}+tense:${tense}`,
      `word:${token.lemma.toLowerCase()}`,
      ...timeFeatures(tree, at, reading, tense),
      ...speechFeatures(
        tree,
        at,
        reading.speeches.filter((s) => s.sentence === sentence),
        tense,
      ),
      ...tree.tokens.map((t) => t.lemma.toLowerCase()).flatMap((w) => (WHEN.has(w) ? [`when:${w}`] : [])),
      ...kids(tree, clause, 'mark', 'advmod').map((k) => `mark:${tree.tokens[k]!.lemma.toLowerCase()}`),
      ...casesOf(tree, at).map((c) => `case:${c}`),
      ...clauseFeatures(tree, at, tense),
      ...nounFeatures(tree, at),
      ...sceneFeatures(reading, tree.sentence, token.lemma.toLowerCase()),
    ]),
  ]
}
