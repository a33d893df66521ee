import type { Tree } from '../reading/tree.js'
import type { Codebook } from './codebook.js'

/** More contexts than this on one sentence say that the cues are too broad, not that the event is about everything. */
const MOST = 3

/**
 * The PLOVER contexts that a sentence speaks of: those that the trigger names, then those whose cues stand in it.
 * @example contextsOf(tree, codebook, ['military']) // ['military', 'diplomatic']
 */
export function contextsOf(tree: Tree, codebook: Codebook, named: readonly string[]): string[] {
  const lemmas = tree.tokens.map((t) => t.lemma.toLowerCase())
  const words = new Set(lemmas)
  const line = ` ${lemmas.join(' ')} `
  const stands = (cue: string) => (cue.includes(' ') ? line.includes(` ${cue} `) : words.has(cue))
  const counted = [...codebook.contexts].map(([name, { cues }]) => ({
    name,
    hits: [...cues].filter(stands).length,
  }))
  const found = counted
    .filter((c) => c.hits > 0)
    .sort((a, b) => b.hits - a.hits || (a.name < b.name ? -1 : 1))
  return [...new Set([...named, ...found.map((c) => c.name)])].slice(0, MOST)
}
