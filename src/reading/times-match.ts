import type { Atom } from './times-atoms.js'
import type { Node } from './times-pattern.js'
import type { ClassOf, Means, TimeRules } from './times-rules.js'
import { shapesOf } from './times-shapes.js'

/** A walk down the tree of patterns that reached a rule, before the atom `to`. */
export interface Match {
  readonly to: number
  readonly leaf: Means
  readonly caught: readonly ClassOf[]
}

/** The rule that reaches furthest from an atom on; of two that reach as far, the one that stands first. */
export function longest(atoms: readonly Atom[], from: number, rules: TimeRules): Match | null {
  let best: Match | null = null
  const walk = (node: Node<Means>, at: number, caught: readonly ClassOf[]): void => {
    if (node.leaf && (!best || at > best.to || (at === best.to && node.leaf.order < best.leaf.order)))
      best = { to: at, leaf: node.leaf, caught }
    const atom = atoms[at]
    if (!atom) return
    const literal = node.next.get(atom.text)
    if (literal) walk(literal, at + 1, caught)
    for (const found of classesOf(atom, rules)) {
      const next = node.next.get(`<${found.name}>`)
      if (next) walk(next, at + 1, [...caught, found])
    }
  }
  walk(rules.tree, from, [])
  return best
}

function classesOf(atom: Atom, rules: TimeRules): readonly ClassOf[] {
  if (rules.capital.has(atom.text) && !atom.capital) return []
  return rules.classes.get(atom.text) ?? shapesOf(atom.text)
}
