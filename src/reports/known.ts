import type { Block, Report } from '../types.js'
import { noticeLines } from './layout.js'
import { noticeIn, strongest } from './notices.js'
import { findOutlet } from './press.js'
import type { HouseRules } from './rules.js'

/** What of a report the codebook is asked about. */
interface Asked {
  readonly outlet: string | null
  readonly url: string | null
  readonly text: string
  readonly blocks: readonly Block[]
}

/** What the codebook adds to a report: whose the outlet is, and what the text says of its own standing. */
export function knownOf(asked: Asked, rules: HouseRules): Pick<Report, 'press' | 'notice'> {
  const { text, blocks } = asked
  const press = findOutlet(asked, rules.press)
  const stretches = noticeLines(blocks).map((block) => ({
    ...block,
    text: text.slice(block.start, block.end),
  }))
  const notice = strongest(stretches.flatMap((one) => noticeIn(one, rules.notices)?.notice ?? []))
  return { ...(press ? { press } : {}), ...(notice ? { notice } : {}) }
}
