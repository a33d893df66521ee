import { pieces } from './times-atoms.js'

/** One way of writing a pattern: literal words and classes ("<month>"), in order. */
type Variant = readonly string[]

const SYMBOL = /<\w+>|[[\]()|]|[^\s[\]()|<>]+/g

/** All ways of writing a pattern. "[the] (last|this) <unit>" gives four.
 *  @throws Error naming the pattern when a bracket is not closed. */
export function variants(pattern: string, macros: Readonly<Record<string, string>>): Variant[] {
  const symbols = withMacros(pattern, macros).match(SYMBOL) ?? []
  const reader = { symbols, at: 0 }
  const found = alternatives(reader)
  if (reader.at < symbols.length) throw new Error(`times: "${pattern}" has a bracket too many; check it`)
  return found.filter((v) => v.length > 0)
}

function withMacros(pattern: string, macros: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => {
    if (!macros[name]) throw new Error(`times: "${pattern}" uses ${whole}, which macros does not define`)
    return macros[name]
  })
}

interface Reader {
  readonly symbols: readonly string[]
  at: number
}

function alternatives(reader: Reader): Variant[] {
  const all = sequence(reader)
  while (reader.symbols[reader.at] === '|') {
    reader.at++
    all.push(...sequence(reader))
  }
  return all
}

function sequence(reader: Reader): Variant[] {
  let soFar: Variant[] = [[]]
  for (let s = reader.symbols[reader.at]; s && !'])|'.includes(s); s = reader.symbols[reader.at]) {
    const next = element(reader, s)
    soFar = soFar.flatMap((head) => next.map((tail) => [...head, ...tail]))
  }
  return soFar
}

function element(reader: Reader, symbol: string): Variant[] {
  reader.at++
  if (symbol !== '[' && symbol !== '(') return [symbol.startsWith('<') ? [symbol] : pieces(symbol)]
  const inner = alternatives(reader)
  if (reader.symbols[reader.at] !== (symbol === '[' ? ']' : ')'))
    throw new Error(`times: a bracket is not closed near "${reader.symbols.slice(0, reader.at).join(' ')}"`)
  reader.at++
  return symbol === '[' ? [[], ...inner] : inner
}

/** A tree of patterns: a walk from the root along the words of a text ends at the rule that they match. */
export interface Node<T> {
  readonly next: Map<string, Node<T>>
  leaf: T | null
}

/** Adds a variant to the tree; where two patterns are equal the first stays. */
export function plant<T>(root: Node<T>, variant: Variant, leaf: T): void {
  let node = root
  for (const symbol of variant) {
    const next = node.next.get(symbol) ?? { next: new Map(), leaf: null }
    node.next.set(symbol, next)
    node = next
  }
  node.leaf ??= leaf
}
