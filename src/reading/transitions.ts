/**
 * Arc-eager transitions with the root at the end of the buffer (Nivre 2008; Ballesteros and Nivre 2013), and
 * unshift, which makes every result a tree with one root (Nivre and Fernández-González 2014).
 */

export const SHIFT = 0
export const REDUCE = 1
export const LEFT = 2
export const RIGHT = 3

/** What each action of the classifier does: a move, and for arcs a label. */
export interface Actions {
  readonly moves: Uint8Array
  readonly labels: Uint8Array
  /** Names of the labels; 0 is "root". */
  readonly labelNames: readonly string[]
}

/** A parse in the making. Node `count` is the artificial root; -1 means none. */
export interface Configuration {
  readonly count: number
  readonly stack: Int32Array
  depth: number
  /** First node of the buffer. */
  front: number
  readonly heads: Int32Array
  readonly labels: Uint8Array
  readonly unshifted: Uint8Array
  /** Outermost and second outermost dependents on either side, and how many there are. */
  readonly left1: Int32Array
  readonly left2: Int32Array
  readonly right1: Int32Array
  readonly right2: Int32Array
  readonly leftCount: Uint8Array
  readonly rightCount: Uint8Array
  readonly leftLabels: Int32Array
  readonly rightLabels: Int32Array
}

/** The configuration before the first word of a sentence of `count` words. */
export function initial(count: number): Configuration {
  const none = () => new Int32Array(count + 1).fill(-1)
  return {
    count,
    stack: new Int32Array(count + 1),
    depth: 0,
    front: 0,
    heads: none(),
    labels: new Uint8Array(count + 1),
    unshifted: new Uint8Array(count + 1),
    left1: none(),
    left2: none(),
    right1: none(),
    right2: none(),
    leftCount: new Uint8Array(count + 1),
    rightCount: new Uint8Array(count + 1),
    leftLabels: new Int32Array(count + 1),
    rightLabels: new Int32Array(count + 1),
  }
}

/** Node on top of the stack, or -1. */
export function top(c: Configuration): number {
  return c.depth > 0 ? c.stack[c.depth - 1]! : -1
}

/** Whether a move may be made on words; the end of a sentence is handled by `finish`. */
export function allowed(c: Configuration, move: number): boolean {
  if (c.depth === 0) return move === SHIFT
  if (move === SHIFT) return c.unshifted[c.front] === 0
  if (move === REDUCE) return c.heads[top(c)] !== -1
  return move === RIGHT || c.heads[top(c)] === -1
}

/** The moves that may be made, as a set: bit m for move m. */
export function allowedMoves(c: Configuration): number {
  let moves = 0
  for (let move = SHIFT; move <= RIGHT; move++) if (allowed(c, move)) moves |= 1 << move
  return moves
}

function attachLeft(c: Configuration, head: number, node: number, label: number): void {
  c.heads[node] = head
  c.labels[node] = label
  c.left2[head] = c.left1[head]!
  c.left1[head] = node
  c.leftCount[head]!++
  c.leftLabels[head] = Math.imul(c.leftLabels[head]!, 31) + label + 1
}

function attachRight(c: Configuration, head: number, node: number, label: number): void {
  c.heads[node] = head
  c.labels[node] = label
  c.right2[head] = c.right1[head]!
  c.right1[head] = node
  c.rightCount[head]!++
  c.rightLabels[head] = Math.imul(c.rightLabels[head]!, 31) + label + 1
}

/** Makes a move; `label` matters for arcs only. */
export function apply(c: Configuration, move: number, label: number): void {
  if (move === LEFT) attachLeft(c, c.front, top(c), label)
  if (move === RIGHT) attachRight(c, top(c), c.front, label)
  if (move === LEFT || move === REDUCE) c.depth--
  else push(c)
}

/** An unshifted word was the last but the root: what lies behind it has been dealt with. */
function push(c: Configuration): void {
  c.stack[c.depth++] = c.front
  c.front = c.unshifted[c.front] === 1 ? c.count : c.front + 1
}

/** Makes the moves that need no choice once only the root is left; true when the tree is complete. */
export function finish(c: Configuration): boolean {
  while (c.front === c.count && c.depth > 0) {
    const node = top(c)
    const last = c.depth === 1
    if (c.heads[node] !== -1) c.depth--
    else if (last) apply(c, LEFT, 0)
    else unshift(c)
  }
  return c.front === c.count
}

function unshift(c: Configuration): void {
  c.front = top(c)
  c.unshifted[c.front] = 1
  c.depth--
}
