import { type Configuration, LEFT, REDUCE, RIGHT, SHIFT, top } from '../src/reading/transitions.js'

/** The right tree of a sentence; the root's head is `count`. */
export interface GoldTree {
  readonly heads: Int32Array
  readonly labels: Int32Array
  /** Dependents of each node. */
  readonly children: readonly (readonly number[])[]
}

function onStack(c: Configuration, node: number): boolean {
  for (let i = 0; i < c.depth; i++) if (c.stack[i] === node) return true
  return false
}

function dependentsAhead(c: Configuration, gold: GoldTree, node: number): number {
  let n = 0
  for (const child of gold.children[node]!) if (child >= c.front) n++
  return n
}

function dependentsBehind(c: Configuration, gold: GoldTree, node: number): number {
  let n = 0
  for (const child of gold.children[node]!) if (c.heads[child] === -1 && onStack(c, child)) n++
  return n
}

/** How many right arcs can no longer be made after a move (Goldberg and Nivre 2013). */
export function cost(c: Configuration, gold: GoldTree, move: number): number {
  const s = top(c)
  const n = c.front
  const head = move === LEFT ? gold.heads[s]! : gold.heads[n]!
  if (move === SHIFT) return dependentsBehind(c, gold, n) + (onStack(c, head) ? 1 : 0)
  if (move === REDUCE) return dependentsAhead(c, gold, s)
  if (move === LEFT) return dependentsAhead(c, gold, s) + (head > n ? 1 : 0)
  const lost = head !== s && (head > n || onStack(c, head))
  return move === RIGHT ? dependentsBehind(c, gold, n) + (lost ? 1 : 0) : 0
}
