import { ancestors, casesOf, label, type Tree } from '../reading/tree.js'

const LONGEST = 5

/**
 * The labels on the way from one token of a sentence to another, the first five.
 * @example pathOf(tree, signed, arvenia) // "nsubj", or "^acl nsubj", or "obl:with"
 */
export function pathOf(tree: Tree, from: number, to: number): string {
  const up = ancestors(tree, from)
  const down = ancestors(tree, to)
  const meet = up.find((i) => down.includes(i))
  if (meet === undefined) return 'none'
  const rise = up.slice(0, up.indexOf(meet)).map((i) => `^${label(tree.tokens[i]!)}`)
  const fall = down
    .slice(0, down.indexOf(meet))
    .reverse()
    .map((i) => [label(tree.tokens[i]!), ...casesOf(tree, i)].join(':'))
  return [...rise, ...fall].slice(0, LONGEST).join(' ')
}
