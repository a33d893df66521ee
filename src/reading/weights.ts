/**
 * Weights of a linear classifier: for each feature hash the classes it speaks for or against. What is read together
 * lies together, as waiting for memory is most of what scoring costs.
 */
export interface Weights {
  readonly classes: number
  /** What a stored weight of 1 is worth. */
  readonly scale: number
  /** Hash table with open addressing: in each slot a feature hash, and where its row starts. */
  readonly slots: Int32Array
  /** A byte of the hash in each slot that is taken, 0 in a free one: small enough for the processor's cache to tell
   *  that a feature has no row. */
  readonly marks: Uint8Array
  /** Rows one after another: the number of entries, then the entries. */
  readonly rows: Int16Array
}

/** An entry of a row: the class in the low byte, its weight in the high one. */
export const entryOf = (klass: number, weight: number): number => (weight << 8) | klass

/** Never 0, which marks a free slot. */
const markOf = (key: number): number => (key >>> 24) | 1

/**
 * Puts where their rows start in the place of `features[0..count)`, without those that have no row; returns how many.
 */
function find({ marks, slots }: Weights, features: Int32Array, count: number): number {
  const mask = marks.length - 1
  let found = 0
  for (let i = 0; i < count; i++) {
    const key = features[i]!
    const wanted = markOf(key)
    let slot = key & mask
    while (marks[slot] !== 0 && (marks[slot] !== wanted || slots[2 * slot] !== key)) slot = (slot + 1) & mask
    if (marks[slot] !== 0) features[found++] = slots[2 * slot + 1]!
  }
  return found
}

/** Sum of the weights of `features[0..count)` per class, written into `scores`; the features are used up. */
export function score(weights: Weights, features: Int32Array, count: number, scores: Int32Array): void {
  const { rows } = weights
  const found = find(weights, features, count)
  scores.fill(0)
  for (let i = 0; i < found; i++) {
    const start = features[i]!
    const end = start + rows[start]!
    for (let e = start + 1; e <= end; e++) scores[rows[e]! & 255]! += rows[e]! >> 8
  }
}

/** Table of rows: `keys[r]` is the feature of row r, which starts at `starts[r]`; at most half full. */
export function indexRows(
  keys: readonly number[],
  starts: readonly number[],
): Pick<Weights, 'slots' | 'marks'> {
  let size = 16
  while (size < keys.length * 2) size *= 2
  const slots = new Int32Array(size * 2)
  const marks = new Uint8Array(size)
  keys.forEach((key, row) => {
    let slot = key & (size - 1)
    while (marks[slot] !== 0) slot = (slot + 1) & (size - 1)
    slots[2 * slot] = key
    slots[2 * slot + 1] = starts[row]!
    marks[slot] = markOf(key)
  })
  return { slots, marks }
}
