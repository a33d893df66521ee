import { type Alignment, align, canJoin, type Judge, judgeOf } from './similarity-align.js'
import { type NameWord, type ReadName, readName } from './similarity-name.js'
import type { NameRules } from './similarity-rules.js'
import { matchChinese, matchKorean } from './similarity-syllables.js'
import { distance } from './similarity-words.js'

/** How alike two names are, 0 to 1, and the rule that says so. */
export interface Similarity {
  readonly score: number
  readonly rule: string
  /** Both names say the same parts: neither leaves out a name or gives only an initial. */
  readonly whole: boolean
}

/** From this score on two names can be spellings of one. */
export const SAME_NAME = 0.5

/** How many neighbours may be written as one word. */
const JOINED = [2, 3]

const refuse = (rule: string): Similarity => ({ score: 0, rule, whole: false })
const heavy = (words: readonly NameWord[]): NameWord[] => words.filter((w) => !w.light)

/** The words of a name in every order that moves its family name, the written order first. */
function orders(words: readonly NameWord[]): NameWord[][] {
  return words.map((_, i) => [...words.slice(i), ...words.slice(0, i)])
}

const filial = (name: ReadName, rules: NameRules): boolean =>
  name.words.slice(1).some((w) => rules.filial.has(w.text))

interface Judged {
  readonly alignment: Alignment
  readonly turned: boolean
}

const leftOver = ({ leftA, leftB }: Alignment): number => heavy(leftA).length + heavy(leftB).length

/** Words of one name that have no match among those of the other, wherever they stand. */
const unmatched = (a: ReadName, b: ReadName, judgeWords: Judge): NameWord[] =>
  a.words.filter((x) => !x.light && !b.words.some((y) => judgeWords.word(x, y).score > 0))

/** Whether neighbours of a name can be a word of the other, run together. */
const couldJoin = (words: readonly NameWord[], parts: readonly NameWord[]): boolean =>
  words.some((w) =>
    parts.some((_, i) => JOINED.some((n) => i + n <= parts.length && canJoin([w], parts.slice(i, i + n)))),
  )

/** A word on each side that nothing matches, and no words to join: no order can help. */
function isHopeless(a: ReadName, b: ReadName, judgeWords: Judge): boolean {
  const here = unmatched(a, b, judgeWords)
  if (here.length === 0) return false
  const there = unmatched(b, a, judgeWords)
  return there.length > 0 && !couldJoin(here, b.words) && !couldJoin(there, a.words)
}

function bestAlignment(a: ReadName, b: ReadName, judgeWords: Judge, fixed: boolean): Judged {
  const straight = align(a.words, b.words, judgeWords)
  if (!leftOver(straight) || fixed) return { alignment: straight, turned: false }
  const turned = orders(b.words)
    .slice(1)
    .map((words) => align(a.words, words, judgeWords))
    .reduce((x, y) => (y.value > x.value + 0.01 ? y : x), straight)
  return { alignment: turned, turned: turned !== straight }
}

const mean = ({ pairs }: Alignment): number => {
  const sizes = pairs.map((p) => p.a.reduce((n, w) => n + w.text.length, 0))
  const total = sizes.reduce((x, y) => x + y, 0)
  return pairs.reduce((sum, p, i) => sum + p.match.score * sizes[i]!, 0) / Math.max(1, total)
}

/** What the rule is called: the weakest of the matches names it. */
function ruleOf({ alignment, turned }: Judged, more: string | null): string {
  const weakest = alignment.pairs.reduce((x, y) => (y.match.score < x.match.score ? y : x))
  const joined = alignment.pairs.some((p) => p.a.length !== p.b.length)
  return [weakest.match.rule, joined && 'words joined', turned && 'family name moved', more]
    .filter(Boolean)
    .join(', ')
}

/** A word that one name has and the other lacks: a father's name goes freely, more than half of the name never. */
function judgePart(judged: Judged, short: ReadName, long: ReadName, left: readonly NameWord[]): Similarity {
  const { alignment } = judged
  const named = left.filter((w) => !w.patronymic)
  const known = heavy(short.words).filter((w) => !w.initial)
  const score = mean(alignment)
  if (!known.length) return refuse('only initials')
  if (known.length === 1 && heavy(short.words).length === 1) return surname(judged, long, score)
  const middle = alignment.pairs.filter((p) => p.a.every((w) => w.initial) || p.b.every((w) => w.initial))
  if (left.some((w) => w.initial) && middle.length) return refuse('different initials')
  if (named.length && alignment.pairs.some((p) => !p.a[0]!.light && p.match.rule === 'a letter apart'))
    return refuse('a name left out and a letter apart')
  if (named.length > alignment.pairs.length) return refuse('too many names left out')
  if (!named.length)
    return { score: score * 0.97, rule: ruleOf(judged, "father's name left out"), whole: true }
  return { score: score * (0.9 - 0.1 * named.length), rule: ruleOf(judged, 'a name left out'), whole: false }
}

function surname(judged: Judged, long: ReadName, score: number): Similarity {
  const word = judged.alignment.pairs[0]!
  const ends = [...word.a, ...word.b]
  const [first, last] = [heavy(long.words)[0]!, heavy(long.words).at(-1)!]
  if (score < 0.9 || !(ends.includes(last) || ends.includes(first)))
    return refuse('one word of the other name')
  return ends.includes(last)
    ? { score: 0.6, rule: 'surname only', whole: false }
    : { score: 0.5, rule: 'first word only', whole: false }
}

function judge(judged: Judged, a: ReadName, b: ReadName): Similarity {
  const { alignment } = judged
  const [leftA, leftB] = [heavy(alignment.leftA), heavy(alignment.leftB)]
  if (!alignment.pairs.some((p) => heavy(p.a).length)) return refuse('no word in common')
  if (leftA.length && leftB.length) return refuse('names differ in a word')
  if (leftA.length) return judgePart(judged, b, a, leftA)
  if (leftB.length) return judgePart(judged, a, b, leftB)
  const initials = alignment.pairs.filter((p) => p.match.rule === 'initial').length
  if (initials === alignment.pairs.length) return refuse('only initials')
  const score = mean(alignment) - (judged.turned ? 0.03 : 0)
  return {
    score: initials ? Math.min(score, 0.75) : score,
    rule: ruleOf(judged, null),
    whole: initials === 0,
  }
}

/** Words run together: "JanBrandt". */
function runTogether(a: ReadName, b: ReadName, rules: NameRules): Similarity | null {
  if (a.words.length === b.words.length || Math.min(a.words.length, b.words.length) > 1) return null
  const [x, y] = [a, b].map((n) => n.words.map((w) => w.sounds[0]).join('')) as [string, string]
  const apart = distance(x, y, rules) / Math.max(x.length, y.length, 8)
  return apart > 0.1 ? null : { score: 0.95 - apart, rule: 'words run together', whole: true }
}

/**
 * Two names taken apart by readName: whether they can be spellings of one name.
 * @param judgeWords a judge that remembers words, for comparing many names
 */
export function compareNames(
  a: ReadName,
  b: ReadName,
  rules: NameRules,
  judgeWords: Judge = judgeOf(rules),
): Similarity {
  if (!a.words.length || !b.words.length) return refuse('no name')
  if (a.generation !== null && b.generation !== null && a.generation !== b.generation)
    return refuse('father and son')
  const bySyllables = runTogether(a, b, rules) ?? matchSyllables(a, b, rules)
  if (bySyllables) return bySyllables
  const found = judgeAligned(a, b, rules, a.vowelless === b.vowelless ? judgeWords : judgeOf(rules, true))
  return a.generation === b.generation || !found.score
    ? found
    : { ...found, score: found.score * 0.8, rule: `${found.rule}, "Jr." or "Sr." in one`, whole: false }
}

function matchSyllables(a: ReadName, b: ReadName, rules: NameRules): Similarity | null {
  const match = matchKorean(a, b, rules) ?? matchChinese(a, b, rules)
  return match && { ...match, whole: true }
}

function judgeAligned(a: ReadName, b: ReadName, rules: NameRules, judgeWords: Judge): Similarity {
  if (isHopeless(a, b, judgeWords)) return refuse('names differ in a word')
  return judge(bestAlignment(a, b, judgeWords, filial(a, rules) && filial(b, rules)), a, b)
}

/**
 * Whether two names can be two spellings of one person's name, and by which rule. It does not know who they are:
 * namesakes are spelled alike, and names that differ in one whole word are different.
 * @example similarNames('Choe Son Hui', 'Choi Son Hui', rules)
 *   // { score: 0.95, rule: 'same syllables in Korean spelling', whole: true }
 */
export function similarNames(a: string, b: string, rules: NameRules): Similarity {
  const [x, y] = [readName(a, rules), readName(b, rules)]
  const plain = compareNames(x, y, rules)
  if (plain.score >= SAME_NAME) return plain
  const nick = withNickname(x, y, rules) ?? withNickname(y, x, rules)
  return nick ?? plain
}

/** "Edward (Ted) Heath" is also "Ted Heath". */
function withNickname(a: ReadName, b: ReadName, rules: NameRules): Similarity | null {
  for (const nick of a.nicknames) {
    const family = a.words.at(-1)?.text ?? ''
    const found = compareNames(readName(`${nick} ${family}`, rules), b, rules)
    if (found.score >= SAME_NAME && found.whole)
      return { ...found, score: found.score * 0.95, rule: `nickname, ${found.rule}` }
  }
  return null
}
