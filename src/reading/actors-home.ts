import type { GroupMention } from './actors-groups.js'
import type { GroupSort, Lexicon } from './names-lexicon.js'

/** A report is at home in a state when at least this share of its words for states means that one. */
export const SHARE = 0.6
const LEAST = 3

/**
 * The state whose affairs a report tells; null where it tells of several.
 * @param codes the state of each of its words for states, by its ISO code
 * @example homeOf(['XAR', 'XAR', 'XBO', 'XAR']) // 'XAR'
 */
export function homeOf(codes: readonly string[], share = SHARE): string | null {
  const counts = new Map<string, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most && most[1] >= LEAST && most[1] >= share * codes.length ? most[0] : null
}

const HOMELY = new Set<GroupSort>(['organ', 'force'])

/** "The police" of a report about one state are that state's; "officials" and "dealers" may be anybody's. */
export const isHomely = ({ sort, noun }: GroupMention, lexicon: Lexicon): boolean =>
  HOMELY.has(sort) && !lexicon.strangers.has(noun)
