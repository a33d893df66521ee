import * as W from './features-word.js'
import { hash1, hash2, hash3 } from './hash.js'

/** Most features that one token has. */
export const TAGGER_FEATURES = 80

/** Words around the token, as rows: two before, itself, two after, then the sentence and what was tagged so far. */
export interface TaggerContext {
  attributes: Int32Array
  before2: number
  before1: number
  here: number
  after1: number
  after2: number
  /** 1: no space before, 2: no space after, 3: both. */
  glue: number
  /** 1 at the start of the sentence. */
  first: number
  /** How capitals are used in the sentence: 0 as in running text, 1 title, 2 all capitals, 3 none. */
  caps: number
  tag1: number
  tag2: number
  /** Last auxiliary verb or modal within five words, as its word's hash, else 0. */
  auxiliary: number
}

function own(c: TaggerContext, out: Int32Array, at: number): number {
  const { attributes: a, here: w } = c
  let k = at
  out[k++] = 1
  out[k++] = hash1(2, a[w + W.FORM]!)
  out[k++] = hash1(3, a[w + W.NORM]!)
  out[k++] = hash1(4, a[w + W.PREFIX1]!)
  out[k++] = hash1(5, a[w + W.PREFIX2]!)
  out[k++] = hash1(6, a[w + W.PREFIX3]!)
  out[k++] = hash1(7, a[w + W.SUFFIX1]!)
  out[k++] = hash1(8, a[w + W.SUFFIX2]!)
  out[k++] = hash1(9, a[w + W.SUFFIX3]!)
  out[k++] = hash1(10, a[w + W.SUFFIX4]!)
  out[k++] = hash1(11, a[w + W.SHAPE]!)
  out[k++] = hash1(12, a[w + W.TAGS_SEEN]!)
  out[k++] = hash3(13, a[w + W.CASE]!, c.first, c.caps)
  out[k++] = hash2(14, a[w + W.NORM]!, c.glue)
  out[k++] = hash3(15, a[w + W.SUFFIX3]!, a[w + W.CASE]!, c.first)
  out[k++] = hash3(16, a[w + W.TAGS_SEEN]!, a[w + W.CASE]!, c.first)
  out[k++] = hash3(17, a[w + W.NORM]!, a[w + W.CASE]!, c.caps)
  out[k++] = hash1(18, a[w + W.DICTIONARY]!)
  out[k++] = hash3(19, a[w + W.DICTIONARY]!, a[w + W.CASE]!, c.first)
  out[k++] = hash2(71, a[w + W.DICTIONARY]!, a[w + W.SUFFIX3]!)
  return k
}

function history(c: TaggerContext, out: Int32Array, at: number): number {
  const { attributes: a, here: w, tag1, tag2 } = c
  const seen = a[w + W.TAGS_SEEN]!
  const next = a[c.after1 + W.TAGS_SEEN]!
  let k = at
  out[k++] = hash1(20, tag1)
  out[k++] = hash1(21, tag2)
  out[k++] = hash2(22, tag1, tag2)
  out[k++] = hash2(23, tag1, a[w + W.NORM]!)
  out[k++] = hash2(24, tag1, seen)
  out[k++] = hash2(25, tag2, seen)
  out[k++] = hash3(26, tag1, tag2, seen)
  out[k++] = hash2(27, tag1, next)
  out[k++] = hash3(28, tag1, seen, next)
  out[k++] = hash2(29, tag1, a[w + W.SUFFIX3]!)
  out[k++] = hash2(30, tag1, a[w + W.SUFFIX2]!)
  out[k++] = hash3(31, tag1, a[w + W.SHAPE]!, c.first)
  out[k++] = hash2(32, tag1, a[c.after1 + W.NORM]!)
  out[k++] = hash3(33, tag1, tag2, a[w + W.NORM]!)
  out[k++] = hash2(34, c.auxiliary, seen)
  out[k++] = hash2(35, c.auxiliary, a[w + W.SUFFIX2]!)
  out[k++] = hash3(36, tag1, a[w + W.SUFFIX3]!, next)
  out[k++] = hash3(37, tag1, seen, a[c.after1 + W.NORM]!)
  out[k++] = hash2(38, tag1, a[w + W.DICTIONARY]!)
  out[k++] = hash3(39, tag1, a[w + W.DICTIONARY]!, a[c.after1 + W.DICTIONARY]!)
  return k
}

function neighbours(c: TaggerContext, out: Int32Array, at: number): number {
  const { attributes: a, before1: b, here: w, after1: n } = c
  let k = at
  out[k++] = hash1(40, a[b + W.NORM]!)
  out[k++] = hash1(41, a[c.before2 + W.NORM]!)
  out[k++] = hash1(42, a[n + W.NORM]!)
  out[k++] = hash1(43, a[c.after2 + W.NORM]!)
  out[k++] = hash2(44, a[b + W.NORM]!, a[w + W.NORM]!)
  out[k++] = hash2(45, a[w + W.NORM]!, a[n + W.NORM]!)
  out[k++] = hash2(46, a[b + W.NORM]!, a[n + W.NORM]!)
  out[k++] = hash2(47, a[c.before2 + W.NORM]!, a[b + W.NORM]!)
  out[k++] = hash2(48, a[n + W.NORM]!, a[c.after2 + W.NORM]!)
  out[k++] = hash2(49, a[b + W.NORM]!, a[w + W.TAGS_SEEN]!)
  out[k++] = hash2(50, a[w + W.TAGS_SEEN]!, a[n + W.NORM]!)
  out[k++] = hash1(51, a[n + W.TAGS_SEEN]!)
  out[k++] = hash1(52, a[c.after2 + W.TAGS_SEEN]!)
  out[k++] = hash2(53, a[w + W.TAGS_SEEN]!, a[n + W.TAGS_SEEN]!)
  out[k++] = hash3(54, a[w + W.TAGS_SEEN]!, a[n + W.TAGS_SEEN]!, a[c.after2 + W.TAGS_SEEN]!)
  return neighbourForms(c, out, k)
}

function neighbourForms(c: TaggerContext, out: Int32Array, at: number): number {
  const { attributes: a, before1: b, here: w, after1: n } = c
  let k = at
  out[k++] = hash1(60, a[b + W.SUFFIX3]!)
  out[k++] = hash1(61, a[n + W.SUFFIX3]!)
  out[k++] = hash1(62, a[n + W.SUFFIX2]!)
  out[k++] = hash1(63, a[b + W.SHAPE]!)
  out[k++] = hash1(64, a[n + W.SHAPE]!)
  out[k++] = hash2(65, a[w + W.SHAPE]!, a[n + W.SHAPE]!)
  out[k++] = hash2(66, a[b + W.SHAPE]!, a[w + W.SHAPE]!)
  out[k++] = hash2(67, a[w + W.SUFFIX3]!, a[n + W.SUFFIX3]!)
  out[k++] = hash3(68, a[b + W.CASE]!, a[w + W.CASE]!, a[n + W.CASE]!)
  out[k++] = hash3(69, a[w + W.SUFFIX2]!, a[n + W.SUFFIX2]!, a[b + W.SUFFIX2]!)
  out[k++] = hash1(72, a[n + W.DICTIONARY]!)
  out[k++] = hash1(73, a[b + W.DICTIONARY]!)
  out[k++] = hash2(74, a[w + W.DICTIONARY]!, a[n + W.DICTIONARY]!)
  out[k++] = hash2(70, a[w + W.SUFFIX3]!, a[n + W.TAGS_SEEN]!)
  return k
}

/** Writes the features of a token into `out`; returns how many there are. */
export function taggerFeatures(context: TaggerContext, out: Int32Array): number {
  return neighbours(context, out, history(context, out, own(context, out, 0)))
}
