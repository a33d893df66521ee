/** Weights of a linear classifier: for each feature hash the classes it speaks for or against. */
export interface Weights {
  readonly classes: number
  /** What a stored weight of 1 is worth. */
  readonly scale: number
  /** Hash table with open addressing: feature hash, and its row plus one (0: free slot). */
  readonly keys: Int32Array
  readonly rows: Int32Array
  /** A byte of the hash in each slot that is taken. Most features have no row, and this table is small enough for the
   *  processor's cache to tell so. */
  readonly marks: Uint8Array
  /** Row r holds entries [starts[r], starts[r + 1]). */
  readonly starts: Int32Array
  readonly classOf: Uint8Array
  readonly weightOf: Int8Array
}

/** Never 0, which marks a free slot. */
const markOf = (key: number): number => (key >>> 24) | 1

/** Sum of the weights of `features[0..count)` per class, written into `scores`. */
export function score(weights: Weights, features: Int32Array, count: number, scores: Int32Array): void {
  const { marks, keys, rows, starts, classOf, weightOf } = weights
  const mask = keys.length - 1
  scores.fill(0)
  for (let i = 0; i < count; i++) {
    const key = features[i]!
    let slot = key & mask
    const wanted = markOf(key)
    while (marks[slot] !== 0 && (marks[slot] !== wanted || keys[slot] !== key)) slot = (slot + 1) & mask
    if (marks[slot] === 0) continue
    const row = rows[slot]!
    const end = starts[row]!
    for (let e = starts[row - 1]!; e < end; e++) scores[classOf[e]!]! += weightOf[e]!
  }
}

/** Table for `rowKeys`, row r under `rowKeys[r]`; at most half full. */
export function indexRows(rowKeys: Int32Array): Pick<Weights, 'keys' | 'rows' | 'marks'> {
  let size = 16
  while (size < rowKeys.length * 2) size *= 2
  const keys = new Int32Array(size)
  const rows = new Int32Array(size)
  const marks = new Uint8Array(size)
  rowKeys.forEach((key, row) => {
    let slot = key & (size - 1)
    while (rows[slot] !== 0) slot = (slot + 1) & (size - 1)
    keys[slot] = key
    rows[slot] = row + 1
    marks[slot] = markOf(key)
  })
  return { keys, rows, marks }
}
