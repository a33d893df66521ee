/** An averaged perceptron over hashed features, with dense rows that are made when a feature matters twice. */

const TABLE = 1 << 23
const UPDATES_TO_MATTER = 2
/** Rows in a block of memory; blocks are added as rows are. */
const BLOCK = 1 << 14

/** One row of a trained model. */
export interface AveragedRow {
  readonly key: number
  readonly weights: Float32Array
}

export class Perceptron {
  private readonly keys = new Int32Array(TABLE)
  /** 0: free; below 0: updates seen so far; above 0: row number plus one. */
  private readonly slots = new Int32Array(TABLE)
  private readonly now: Int16Array[] = []
  /** Sum over time of (time of update × update): average = now − late / time. */
  private readonly late: Float32Array[] = []
  private rowCount = 0
  private used = 0
  private time = 0

  constructor(readonly classes: number) {}

  private slotOf(key: number): number {
    const mask = TABLE - 1
    let slot = key & mask
    while (this.slots[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  /** Sum of the weights of the features per class. */
  score(features: Int32Array, count: number, scores: Int32Array): void {
    scores.fill(0)
    for (let i = 0; i < count; i++) {
      const row = this.slots[this.slotOf(features[i]!)]! - 1
      if (row >= 0) this.add(row, scores)
    }
    this.time++
  }

  private add(row: number, scores: Int32Array): void {
    const block = this.now[row >> 14]!
    const from = (row & (BLOCK - 1)) * this.classes
    for (let c = 0; c < this.classes; c++) scores[c]! += block[from + c]!
  }

  /** Moves the weights of the features towards class `up`, away from class `down`. */
  update(features: Int32Array, count: number, up: number, down: number): void {
    for (let i = 0; i < count; i++) {
      const row = this.rowFor(features[i]!)
      if (row >= 0) this.change(row, up, 1)
      if (row >= 0) this.change(row, down, -1)
    }
  }

  private rowFor(key: number): number {
    const slot = this.slotOf(key)
    const state = this.slots[slot]!
    if (state > 0) return state - 1
    if (state === 0) this.claim(slot, key)
    else this.slots[slot] = state - 1
    if (this.slots[slot]! > -UPDATES_TO_MATTER) return -1
    return this.newRow(slot)
  }

  private claim(slot: number, key: number): void {
    if (++this.used > TABLE * 0.8) throw new Error('The table of features is full: raise TABLE.')
    this.keys[slot] = key
    this.slots[slot] = -1
  }

  private newRow(slot: number): number {
    const row = this.rowCount++
    if ((row & (BLOCK - 1)) === 0) {
      this.now.push(new Int16Array(BLOCK * this.classes))
      this.late.push(new Float32Array(BLOCK * this.classes))
    }
    this.slots[slot] = row + 1
    return row
  }

  private change(row: number, c: number, by: number): void {
    const at = (row & (BLOCK - 1)) * this.classes + c
    this.now[row >> 14]![at]! += by
    this.late[row >> 14]![at]! += by * this.time
  }

  /** The averaged weights, row by row, in order of their unsigned keys. */
  averaged(): AveragedRow[] {
    const rows: AveragedRow[] = []
    for (let slot = 0; slot < TABLE; slot++) {
      if (this.slots[slot]! > 0)
        rows.push({ key: this.keys[slot]!, weights: this.average(this.slots[slot]! - 1) })
    }
    return rows.sort((a, b) => (a.key >>> 0) - (b.key >>> 0))
  }

  private average(row: number): Float32Array {
    const [now, late] = [this.now[row >> 14]!, this.late[row >> 14]!]
    const from = (row & (BLOCK - 1)) * this.classes
    return Float32Array.from(
      { length: this.classes },
      (_, c) => now[from + c]! - late[from + c]! / Math.max(this.time, 1),
    )
  }
}
