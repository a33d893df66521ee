import { NORM, SHAPE } from './features-word.js'
import { hash1, hash2, hash3, hash4 } from './hash.js'
import type { TagSet } from './tagger.js'
import { type Configuration, top } from './transitions.js'
import type { Words } from './words.js'

/** Most features that one configuration has. */
export const PARSER_FEATURES = 140

const ROOT_WORD = 7
const FARTHEST = 10

/** A tagged sentence as the parser sees it. Arrays are read at node + 1, so that -1 (no node) has a value too. */
export interface Tagged {
  readonly word: Int32Array
  readonly tag: Int32Array
  readonly shape: Int32Array
  readonly punctuation: Uint8Array
  /** Marks before each word: how many commas, verbs and quotation marks. */
  readonly commas: Int32Array
  readonly verbs: Int32Array
  readonly quotes: Int32Array
}

function counted(count: number, holds: (i: number) => boolean): Int32Array {
  const sums = new Int32Array(count + 2)
  for (let i = 0; i < count; i++) sums[i + 1] = sums[i]! + (holds(i) ? 1 : 0)
  sums[count + 1] = sums[count]!
  return sums
}

/** Prepares a sentence and its tags for parsing. */
export function prepareTagged(words: Words, tags: Int32Array, tagSet: TagSet): Tagged {
  const { count, rows, table } = words
  const column = (attribute: number) => {
    const values = new Int32Array(count + 2)
    for (let i = 0; i < count; i++) values[i + 1] = table.attributes[rows[i]! + attribute]!
    values[count + 1] = ROOT_WORD
    return values
  }
  const tag = new Int32Array(count + 2).fill(-1)
  tag.set(tags, 1)
  tag[count + 1] = -2
  const punctuation = new Uint8Array(count + 2)
  for (let i = 0; i < count; i++) punctuation[i + 1] = tagSet.upos[tags[i]!] === 'PUNCT' ? 1 : 0
  const xpos = (i: number) => tagSet.xpos[tags[i]!]
  return {
    word: column(NORM),
    tag,
    shape: column(SHAPE),
    punctuation,
    commas: counted(count, (i) => xpos(i) === ','),
    verbs: counted(count, (i) => tagSet.upos[tags[i]!] === 'VERB'),
    quotes: counted(count, (i) => xpos(i) === '``' || xpos(i) === "''"),
  }
}

/** The words around a configuration, each as a node (-1: none). */
interface Around {
  s0: number
  s1: number
  s2: number
  n0: number
  n1: number
  n2: number
  n3: number
}

function look(c: Configuration): Around {
  const at = (i: number) => (i <= c.count ? i : -1)
  return {
    s0: top(c),
    s1: c.depth > 1 ? c.stack[c.depth - 2]! : -1,
    s2: c.depth > 2 ? c.stack[c.depth - 3]! : -1,
    n0: c.front,
    n1: at(c.front + 1),
    n2: at(c.front + 2),
    n3: at(c.front + 3),
  }
}

function singles(t: Tagged, { s0, s1, s2, n0, n1, n2, n3 }: Around, out: Int32Array): number {
  const { word, tag, shape } = t
  let k = 0
  out[k++] = 1
  out[k++] = hash2(2, word[s0 + 1]!, tag[s0 + 1]!)
  out[k++] = hash1(3, word[s0 + 1]!)
  out[k++] = hash1(4, tag[s0 + 1]!)
  out[k++] = hash2(5, word[n0 + 1]!, tag[n0 + 1]!)
  out[k++] = hash1(6, word[n0 + 1]!)
  out[k++] = hash1(7, tag[n0 + 1]!)
  out[k++] = hash2(8, word[n1 + 1]!, tag[n1 + 1]!)
  out[k++] = hash1(9, word[n1 + 1]!)
  out[k++] = hash1(10, tag[n1 + 1]!)
  out[k++] = hash2(11, word[n2 + 1]!, tag[n2 + 1]!)
  out[k++] = hash1(12, word[n2 + 1]!)
  out[k++] = hash1(13, tag[n2 + 1]!)
  out[k++] = hash1(14, tag[n3 + 1]!)
  out[k++] = hash2(15, word[s1 + 1]!, tag[s1 + 1]!)
  out[k++] = hash1(16, tag[s1 + 1]!)
  out[k++] = hash1(17, tag[s2 + 1]!)
  out[k++] = hash2(18, tag[s0 + 1]!, tag[s0 + 2] ?? -3)
  out[k++] = hash2(19, tag[n0 + 1]!, tag[n0] ?? -3)
  out[k++] = hash2(20, shape[s0 + 1]!, shape[n0 + 1]!)
  return k
}

function pairs(t: Tagged, { s0, s1, n0, n1, n2, n3 }: Around, out: Int32Array, at: number): number {
  const { word, tag } = t
  const [sw, sp, nw, np] = [word[s0 + 1]!, tag[s0 + 1]!, word[n0 + 1]!, tag[n0 + 1]!]
  const [np1, np2] = [tag[n1 + 1]!, tag[n2 + 1]!]
  let k = at
  out[k++] = hash4(21, sw, sp, nw, np)
  out[k++] = hash3(22, sw, sp, nw)
  out[k++] = hash3(23, sw, nw, np)
  out[k++] = hash3(24, sw, sp, np)
  out[k++] = hash3(25, sp, nw, np)
  out[k++] = hash2(26, sw, nw)
  out[k++] = hash2(27, sp, np)
  out[k++] = hash2(28, np, np1)
  out[k++] = hash3(29, np, np1, np2)
  out[k++] = hash3(30, sp, np, np1)
  out[k++] = hash3(31, sw, np, np1)
  out[k++] = hash4(32, sp, np, np1, np2)
  out[k++] = hash3(33, tag[s1 + 1]!, sp, np)
  out[k++] = hash2(34, tag[s1 + 1]!, nw)
  out[k++] = hash3(35, sp, nw, word[n1 + 1]!)
  out[k++] = hash4(36, np, np1, np2, tag[n3 + 1]!)
  out[k++] = hash3(37, sp, np, word[n1 + 1]!)
  out[k++] = hash3(38, word[s1 + 1]!, sp, np)
  out[k++] = hash4(39, tag[s1 + 1]!, sp, np, np1)
  return k
}

function between(s0: number, n0: number, sums: Int32Array): number {
  return s0 < 0 ? -1 : Math.min(sums[n0]! - sums[s0 + 1]!, 3)
}

function distances(t: Tagged, c: Configuration, { s0, n0 }: Around, out: Int32Array, at: number): number {
  const { word, tag } = t
  const [sw, sp, nw, np] = [word[s0 + 1]!, tag[s0 + 1]!, word[n0 + 1]!, tag[n0 + 1]!]
  const far = s0 < 0 ? 0 : Math.min(n0 - s0, FARTHEST)
  const commas = between(s0, n0, t.commas)
  const verbs = between(s0, n0, t.verbs)
  const quotes = between(s0, n0, t.quotes)
  const headed = s0 < 0 ? 2 : c.heads[s0] === -1 ? 0 : 1 + (c.labels[s0]! << 2)
  let k = at
  out[k++] = hash2(41, sw, far)
  out[k++] = hash2(42, sp, far)
  out[k++] = hash2(43, nw, far)
  out[k++] = hash2(44, np, far)
  out[k++] = hash3(45, sw, nw, far)
  out[k++] = hash3(46, sp, np, far)
  out[k++] = hash3(47, sp, np, commas)
  out[k++] = hash3(48, sp, np, verbs)
  out[k++] = hash3(49, sp, np, quotes)
  out[k++] = hash4(50, sp, np, commas, verbs)
  out[k++] = hash3(51, sp, np, headed)
  out[k++] = hash2(52, nw, headed)
  out[k++] = hash3(53, headed, np, tag[n0 + 2] ?? -3)
  out[k++] = hash2(54, sw, headed)
  return k
}

function valencies(t: Tagged, c: Configuration, { s0, n0 }: Around, out: Int32Array, at: number): number {
  const { word, tag } = t
  const s = Math.max(s0, 0)
  const [right, left, leftN] = s0 < 0 ? [-1, -1, -1] : [c.rightCount[s]!, c.leftCount[s]!, c.leftCount[n0]!]
  const [rightSet, leftSet] = s0 < 0 ? [-1, -1] : [c.rightLabels[s]!, c.leftLabels[s]!]
  const leftSetN = c.leftLabels[n0]!
  let k = at
  out[k++] = hash2(61, word[s0 + 1]!, right)
  out[k++] = hash2(62, tag[s0 + 1]!, right)
  out[k++] = hash2(63, word[s0 + 1]!, left)
  out[k++] = hash2(64, tag[s0 + 1]!, left)
  out[k++] = hash2(65, word[n0 + 1]!, leftN)
  out[k++] = hash2(66, tag[n0 + 1]!, leftN)
  out[k++] = hash2(67, word[s0 + 1]!, rightSet)
  out[k++] = hash2(68, tag[s0 + 1]!, rightSet)
  out[k++] = hash2(69, word[s0 + 1]!, leftSet)
  out[k++] = hash2(70, tag[s0 + 1]!, leftSet)
  out[k++] = hash2(71, word[n0 + 1]!, leftSetN)
  out[k++] = hash2(72, tag[n0 + 1]!, leftSetN)
  out[k++] = hash3(73, tag[s0 + 1]!, rightSet, tag[n0 + 1]!)
  out[k++] = hash3(74, tag[s0 + 1]!, leftSetN, tag[n0 + 1]!)
  return k
}

function one(
  t: Tagged,
  c: Configuration,
  node: number,
  template: number,
  context: number,
  out: Int32Array,
  at: number,
): number {
  out[at] = hash1(template, t.word[node + 1]!)
  out[at + 1] = hash1(template + 1, t.tag[node + 1]!)
  out[at + 2] = hash2(template + 2, node < 0 ? -1 : c.labels[node]!, context)
  out[at + 3] = hash2(template + 3, t.tag[node + 1]!, context)
  return at + 4
}

function relatives(t: Tagged, c: Configuration, { s0, n0 }: Around, out: Int32Array, at: number): number {
  const of = (nodes: Int32Array, node: number) => (node < 0 ? -1 : nodes[node]!)
  const sp = t.tag[s0 + 1]!
  const np = t.tag[n0 + 1]!
  const both = Math.imul(sp, 1009) + np
  const head = of(c.heads, s0)
  const [l1, l2, r1, r2] = [of(c.left1, s0), of(c.left2, s0), of(c.right1, s0), of(c.right2, s0)]
  const [m1, m2] = [c.left1[n0]!, c.left2[n0]!]
  let k = one(t, c, head, 80, both, out, at)
  k = one(t, c, l1, 84, both, out, k)
  k = one(t, c, r1, 88, both, out, k)
  k = one(t, c, m1, 92, both, out, k)
  k = one(t, c, l2, 96, sp, out, k)
  k = one(t, c, r2, 100, sp, out, k)
  k = one(t, c, m2, 104, np, out, k)
  k = one(t, c, of(c.heads, head), 108, sp, out, k)
  out[k++] = hash3(112, sp, t.tag[l1 + 1]!, t.tag[l2 + 1]!)
  out[k++] = hash3(113, sp, t.tag[r1 + 1]!, t.tag[r2 + 1]!)
  out[k++] = hash3(114, np, t.tag[m1 + 1]!, t.tag[m2 + 1]!)
  out[k++] = hash3(115, sp, t.word[r1 + 1]!, np)
  out[k++] = hash3(116, t.word[head + 1]!, sp, np)
  return k
}

/** Writes the features of a configuration into `out`; returns how many there are. */
export function parserFeatures(tagged: Tagged, c: Configuration, out: Int32Array): number {
  const around = look(c)
  let k = singles(tagged, around, out)
  k = pairs(tagged, around, out, k)
  k = distances(tagged, c, around, out, k)
  k = valencies(tagged, c, around, out, k)
  return relatives(tagged, c, around, out, k)
}
