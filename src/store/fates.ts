import type { IdKind, PastId } from './index.js'

/** What each id rests on: the mentions of an event, the reports of a story, the names of an entity. */
export type Parts = ReadonlyMap<string, readonly string[]>

/**
 * What became of the ids that are in `before` and not in `after`: the ids that now hold their parts.
 * Example: if `a` held m1 and m2 and now `b` holds both, `a` was merged into `b`.
 */
export function fatesOf(kind: IdKind, before: Parts, after: Parts): PastId[] {
  const holders = holdersOf(after)
  return [...before.keys()]
    .filter((id) => !after.has(id))
    .map((id) => {
      const targets = new Set(before.get(id)!.flatMap((part) => holders.get(part) ?? []))
      return { id, kind, fate: fateFor(targets.size), targets: [...targets].sort() }
    })
}

/** The fate that a number of heirs amounts to. */
export function fateFor(heirs: number): PastId['fate'] {
  if (heirs === 0) return 'withdrawn'
  return heirs === 1 ? 'merged_into' : 'split_into'
}

/** Gathers the parts of each id from pairs of an id and some of its parts. */
export function groupParts(pairs: readonly (readonly [string, readonly string[]])[]): Parts {
  const parts = new Map<string, string[]>()
  for (const [id, some] of pairs) {
    const held = parts.get(id)
    if (held) held.push(...some)
    else parts.set(id, [...some])
  }
  return parts
}

function holdersOf(parts: Parts): Parts {
  return groupParts([...parts].flatMap(([id, held]) => held.map((part) => [part, [id]] as const)))
}
